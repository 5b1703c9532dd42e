// The tabs Installed and Available: one card for each mining program, in which its installation is followed, too.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Piece } from '../../app';
import { asked, type Schemas } from '../../api/client';
import type { Job } from '../../api/store';
import { button } from '../../components/parts';
import { fits, inOrder } from '../../programs';
import { programCard, programSheet } from './program-card';

type Program = Schemas['Available'];

class Programs extends Piece {
  static override sheet = programSheet;
  static override properties = { ...Piece.properties, tab: { attribute: false } };
  declare tab: 'installed' | 'available';

  #programs: Program[] | null = null;
  #issue = '';
  #looking = false;
  #begun = new Set<string>(); // jobs of this page that are not over
  #ended = ''; // the jobs that were over when the programs were last asked for

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#loadJobs();
  }

  /** Those that began before this page was opened. */
  async #loadJobs(): Promise<void> {
    try {
      const page = await asked(this.app.http.GET('/jobs', { params: { query: { limit: 50 } } }));
      this.#learn([...page.items].reverse()); // the oldest first, as frames tell of them
    } catch {
      // the programs are asked for as well, and say what is wrong
    }
  }

  /** Those that no frame has told of: a frame may be quicker than an answer, and newer. */
  #learn(jobs: readonly Job[]): void {
    for (const job of jobs) if (!this.app.store.jobs.has(job.id)) this.app.store.jobs.set(job.id, job);
    this.requestUpdate();
  }

  async #load(): Promise<void> {
    try {
      this.#programs = (await asked(this.app.http.GET('/miners/available', { params: { query: { limit: 1000 } } }))).items;
      this.#issue = '';
    } catch (error) {
      this.#issue = this.app.explain(error);
    }
    this.requestUpdate();
  }

  /** A program changes when an installation ends, whoever began it. */
  override willUpdate(_: PropertyValues): void {
    const ended = [...this.app.store.jobs.values()].filter((each) => each.state !== 'running');
    for (const job of ended) if (this.#begun.delete(job.id) && job.state === 'done') this.#say(job);
    const now = `${this.app.store.connection.state === 'live'} ${ended.map((each) => each.id).sort().join(' ')}`;
    if (now === this.#ended) return;
    this.#ended = now;
    void this.#load();
  }

  /** It leaves this tab for the other one; a failure stays where it is. */
  #say({ type }: Job): void {
    const { app } = this;
    const title = this.#programs?.find((each) => each.type === type)?.title ?? type;
    const show = { label: app.text.vocabulary.verbs.show, run: () => app.go('miners?tab=installed') };
    app.toast({ kind: 'ok', text: app.text.miners.program.done(title), ...(this.tab === 'available' ? { action: show } : {}) });
  }

  /** The newest of a type; of two that began in one second, the one that was heard of later. */
  #jobOf(type: string): Job | undefined {
    const jobs = [...this.app.store.jobs.values()].filter((each) => each.type === type);
    return jobs.reduce<Job | undefined>((newest, each) => (newest && newest.startedAt > each.startedAt ? newest : each), undefined);
  }

  // ——— what a person does

  async #install({ type, title }: Program, force = false): Promise<void> {
    const act = { action: 'install', targets: [type], failed: this.app.text.miners.program.failed(title) };
    const params = { path: { type }, query: { wait: false, force } };
    const job = await this.app.act(act, () => asked(this.app.http.POST('/miners/{type}/install', { params })));
    if (job) this.#begun.add(job.id);
    this.#learn(job ? [job] : []);
  }

  async #rollBack({ type, title }: Program): Promise<void> {
    const words = this.app.text.miners.program;
    const act = { action: 'rollback', targets: [type], done: words.rolledBack(title), failed: words.notRolledBack(title) };
    await this.app.act(act, () => asked(this.app.http.POST('/miners/{type}/rollback', { params: { path: { type } } })));
    await this.#load();
  }

  async #remove({ type, title }: Program): Promise<void> {
    const words = this.app.text.miners.program;
    const sure = await this.app.ask({ title: words.removeAsk(title), text: words.removeText, verb: this.app.text.vocabulary.verbs.remove, danger: true });
    if (!sure) return;
    const act = { action: 'uninstall', targets: [type], done: words.removed(title), failed: words.notRemoved(title) };
    await this.app.act(act, () => asked(this.app.http.DELETE('/miners/{type}/uninstall', { params: { path: { type } } })));
    await this.#load();
  }

  async #look(): Promise<void> {
    this.#looking = true;
    this.requestUpdate();
    const act = { action: 'look', targets: [], failed: this.app.text.vocabulary.failed.other };
    const page = await this.app.act(act, () => asked(this.app.http.POST('/update', { params: { query: { checkOnly: true, all: true } } })));
    const silent = page?.items.filter((each) => each.error) ?? [];
    for (const { title, error } of silent) this.app.toast({ kind: 'error', text: `${title}: ${this.app.say({ text: error!.message, ...error!.details.wording })}` });
    this.#looking = false;
    await this.#load();
  }

  // ——— what is seen

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.miners.program;
    if (this.#issue && !this.#programs) return html`<p class="err" role="alert">${this.#issue}</p>`;
    if (!this.#programs) return html`<div class="skeleton hero">&nbsp;</div>`;
    const isHere = (each: Program) => each.installed || each.broken !== null || each.origin !== null;
    const shown = inOrder(this.#programs.filter((each) => isHere(each) === (this.tab === 'installed')));
    const cards = app.store.info?.gpus ?? [];
    const hasUse = (each: Program) => isHere(each) || this.#jobOf(each.type) !== undefined || fits(each, cards);
    const [fitting, others] = [shown.filter(hasUse), shown.filter((each) => !hasUse(each))];
    const looked = this.#programs.map((each) => each.lookedUpAt).filter((each) => each !== null).sort().at(-1);
    return html`<div class="stack" @programs-changed=${() => void this.#load()}>
      <div class="row">
        <span class="secondary grow">${looked ? words.looked(app.numbers.ago(looked)) : words.neverLooked}</span>
        ${button(app, words.look, () => void this.#look(), { changes: true, busy: this.#looking ? words.looking : null })}
      </div>
      ${fitting.map((program) => this.#card(program))}
      ${others.length
        ? html`<details class="stack other-programs">
            <summary>${words.others(others.length)}</summary>
            ${others.map((program) => this.#card(program))}
          </details>`
        : nothing}
      ${shown.length ? nothing : html`<p class="panel nothing">${this.tab === 'installed' ? words.noneInstalled : words.allInstalled}</p>`}
    </div>`;
  }

  #card(program: Program): TemplateResult {
    return programCard(this.app, program, this.#jobOf(program.type), {
      install: (force) => void this.#install(program, force),
      rollBack: () => void this.#rollBack(program),
      remove: () => void this.#remove(program),
    });
  }
}

customElements.define('mining-programs', Programs);
