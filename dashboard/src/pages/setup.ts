// The wizard: coin, pool, wallet, hardware, review. Nothing happens before its last button.
import { html, nothing, type TemplateResult } from 'lit';
import { Piece } from '../app';
import { ApiError, asked, type Schemas } from '../api/client';
import { loadChoices } from '../choices';
import { faultsOf, type Choices } from '../components/config-editor';
import { icon } from '../components/icons';
import { button } from '../components/parts';
import type { WalletVerdict } from '../components/wallet-field';
import { isUnproven, wayTo } from '../programs';
import { poolTests, type PoolTests } from '../pool-tests';
import { tryOut } from '../try-out';
import { isAnswered, loadAnswers, localStorageOrNothing, NO_ANSWERS, saveAnswers, stepFor, STEPS, type Answers, type Step } from './setup/answers';
import { coinStep } from './setup/coin';
import { hardwareStep, threads } from './setup/hardware';
import { launch, type Failure, type Stage } from './setup/launching';
import { configurationOf } from './setup/configuration';
import { stepList } from './setup/step-list';
import { poolStep } from './setup/pool';
import { addressOf } from './setup/pool-choice';
import { obstacles, reviewStep } from './setup/review';
import { setupSheets } from './setup/sheets';
import { isSuitable, programsFor, suits } from './setup/suit';
import { walletStep } from './setup/wallet';
import type { Offered, Wizard } from './setup/wizard';

export const TAG = 'mining-setup-page';
const RENDER = { coin: coinStep, pool: poolStep, wallet: walletStep, hardware: hardwareStep, review: reviewStep };

class SetupPage extends Piece implements Wizard {
  static override sheet = setupSheets;
  answers: Answers = { ...NO_ANSWERS };
  choices: Choices = { types: [], coins: [], pools: [] };
  faults: Record<string, string> = {};
  busy = false;
  tests!: PoolTests;
  readonly all = new Set<Offered>();
  ownPool = false;
  check: Schemas['StartCheck'] | null = null;
  checkIssue: string | null = null;
  anyway = false;
  stage: Stage | null = null;
  job: Schemas['InstallJob'] | null = null;
  failure: Failure | null = null;
  #verdict: WalletVerdict | null = null;
  #shown: Step | null = null;
  #measured = ''; // the coin whose pools were measured
  #checked = ''; // the configuration that was checked
  #loaded = false;
  #inView = ''; // which kind of outcome was brought into view

  override connectedCallback(): void {
    super.connectedCallback();
    this.answers = loadAnswers(localStorageOrNothing());
    this.tests = poolTests(this.app);
    this.tests.addEventListener('change', () => this.#tested());
    void loadChoices(this.app).then((choices) => {
      this.choices = choices;
      this.#loaded = true;
      if (!isAnswered('coin', this.answers)) this.#suggest();
      this.requestUpdate();
    });
  }

  /** The coin that suits best is chosen already. */
  #suggest(): void {
    const { info } = this.app.store;
    const best = suits(this.choices.coins, this.choices.types, { cpus: info?.cpus ?? 1, gpus: info?.gpus?.length ?? 0 }, this.choices.pools)[0];
    if (best && isSuitable(best)) this.answers = { ...this.answers, coin: best.coin.ticker, algorithm: best.algorithm };
  }

  // ——— what the steps go by

  get coin(): Schemas['ListedCoin'] | undefined {
    return this.choices.coins.find((each) => each.ticker === this.answers.coin);
  }

  get program(): Schemas['Available'] | undefined {
    const able = programsFor(this.answers.algorithm, this.choices.types);
    return able.find((each) => each.type === this.answers.program) ?? able[0];
  }

  get usesCpu(): boolean {
    const { program } = this;
    return !program || (program.cpu && !program.supports?.gpuAlgorithms?.includes(this.answers.algorithm));
  }

  get needsInstall(): boolean {
    return this.program !== undefined && !this.program.installed;
  }

  get name(): string {
    const { coin, algorithm, name } = this.answers;
    const how = this.program?.simulated ? 'simulated' : this.usesCpu ? 'cpu' : 'gpu';
    return name || `${(coin || algorithm).toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${how}`;
  }

  pools(): Schemas['ListedPool'][] {
    const { coin } = this.answers;
    return this.choices.pools.filter((each) => (coin ? each.coin === coin || (each.origin === 'yours' && each.coin === null) : each.origin === 'yours'));
  }

  get #step(): Step {
    return stepFor(this.app.place.rest[0], this.answers);
  }

  #config(): Schemas['Config'] {
    const { answers, program, usesCpu } = this;
    return configurationOf(answers, program, usesCpu ? threads(this.app, this, answers.level) : null);
  }

  // ——— what the steps ask for

  answer(change: Partial<Answers>): void {
    if ('algorithm' in change || 'coin' in change) Object.assign(change, { program: '', name: '', ...change });
    this.answers = { ...this.answers, ...change };
    for (const field of Object.keys(change)) delete this.faults[field];
    this.failure = null;
    saveAnswers(localStorageOrNothing(), this.answers);
    this.requestUpdate();
  }

  judged(verdict: WalletVerdict | null): void {
    this.#verdict = verdict;
    this.requestUpdate();
  }

  at(step: Step): void {
    this.app.go(`setup/${step}`);
  }

  /** The button that asked for them goes, so the focus is on the first that came. */
  showAll(name: Offered): void {
    const radios = () => [...this.querySelectorAll<HTMLElement>(`input[name=${name}]`)];
    const before = new Set(radios());
    this.all.add(name);
    this.requestUpdate();
    void this.updateComplete.then(() => radios().find((each) => !before.has(each))?.focus());
  }

  typeOwnPool(): void {
    this.ownPool = true;
    this.answer({ pool: '' });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#own-pool')?.focus());
  }

  goAnyway(anyway: boolean): void {
    this.anyway = anyway;
    this.requestUpdate();
  }

  testOwn(): void {
    const pool = this.answers.pool.trim();
    if (pool) void this.tests.one(pool);
  }

  measureAgain(): void {
    if (this.tests.progress) return;
    this.tests.results.clear();
    void this.tests.all(this.pools().map(addressOf));
  }

  /** The programs may have changed. */
  async lookAgain(): Promise<void> {
    this.choices = await loadChoices(this.app);
    this.#checked = ''; // what stands against it may be another thing now
    this.requestUpdate();
  }

  /** Where the server takes no more tests for a while, what is measured is enough to choose by. */
  #tested(): void {
    if (this.tests.progress?.waitsUntil) this.tests.stop();
    this.requestUpdate();
  }

  async tryOut(): Promise<void> {
    this.busy = true;
    this.requestUpdate();
    await tryOut(this.app);
    this.busy = false;
    this.requestUpdate();
  }

  /** The last button. */
  async #finish(start: boolean): Promise<void> {
    const { app, name, program } = this;
    if (this.busy || !program) return;
    const words = app.text.setup.review;
    const wish = { type: program.type, name, config: this.#config(), install: start && this.needsInstall, start, force: this.anyway };
    this.busy = true;
    this.failure = null;
    try {
      const act = { action: start ? 'setup.start' : 'profile.save', targets: [name], quiet: true, done: !start ? words.saved(name) : program.simulated ? app.text.setup.coin.trying : words.started(name) };
      const id = await app.act(act, () =>
        launch(app, wish, (stage, job) => {
          Object.assign(this, { stage, job });
          this.requestUpdate();
        }),
      );
      if (!id) return;
      saveAnswers(localStorageOrNothing(), null);
      app.go(start ? 'overview' : `profiles/${id}`);
    } catch (error) {
      if (error instanceof ApiError) this.faults = { ...faultsOf(app, error.fields), ...(error.code === 'PROFILE_ALREADY_EXISTS' ? { name: app.explain(error) } : {}) };
      this.failure = { stage: this.stage ?? 'save', text: app.explain(error), unproven: error instanceof ApiError && isUnproven(error.code, error.details) };
      if (this.failure.stage !== 'install') void this.lookAgain();
    } finally {
      Object.assign(this, { busy: false, stage: null, job: null });
      this.requestUpdate();
    }
  }

  override willUpdate(): void {
    if (!this.#loaded) return;
    const step = this.#step;
    if (step === 'pool' && this.#measured !== this.answers.coin) {
      if (this.tests.progress) return this.tests.stop(); // those of another coin; it comes back when they have ended
      this.#measured = this.answers.coin;
      if (this.pools().length && !this.app.locked) this.measureAgain();
    }
    if (step === 'review' && this.program && !this.busy) {
      const now = JSON.stringify([this.program.type, this.#config()]);
      if (now !== this.#checked) {
        this.#checked = now;
        void this.#ask(now, this.program.type);
      }
    }
  }

  async #ask(question: string, type: string): Promise<void> {
    Object.assign(this, { check: null, checkIssue: null, anyway: false });
    try {
      const params = { path: { type }, query: { name: 'setup-review' } };
      const check = await asked(this.app.http.POST('/miners/{type}/check', { params, body: this.#config() as never }));
      if (question === this.#checked) this.check = check;
    } catch (error) {
      if (question === this.#checked) this.checkIssue = this.app.explain(error);
    }
    this.requestUpdate();
  }

  // ——— what is seen

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.setup;
    const step = this.#step;
    const at = STEPS.indexOf(step);
    return html`<header class="page-header setup-header" part="header">
        <span class="brand">${icon('brand')}<span>${app.text.vocabulary.brand}</span></span>
        <span class="grow"></span>
        <span class="hint wide">${words.kept}</span>
        <button class="ghost" @click=${() => app.go('overview')}>${icon('close')}${words.close}</button>
      </header>
      <div class="content setup">
        ${stepList(app, this, step)}
        <section class="step" @keydown=${(event: KeyboardEvent) => this.#key(event, step)}>
          <h1 tabindex="-1">${words[step].title}</h1>
          ${this.#loaded ? RENDER[step](app, this) : html`<div class="skeleton">&nbsp;</div>`}
          <footer>${this.#buttons(step, at)}</footer>
        </section>
      </div>`;
  }

  #buttons(step: Step, at: number): TemplateResult {
    const { app } = this;
    const { vocabulary, setup } = app.text;
    const back = at ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.at(STEPS[at - 1]!)}>${vocabulary.verbs.back}</button>` : nothing;
    if (step !== 'review') {
      return html`${back}<span class="grow"></span><button class="primary" ?disabled=${!this.#mayContinue(step)} @click=${() => this.#continue(step)}>${vocabulary.verbs.continue}</button>`;
    }
    const { hard, soft } = obstacles(this);
    const ready = this.check !== null && !hard.length && (!soft.length || this.anyway) && (!this.program || !['unproven', 'register'].includes(wayTo(this.program)));
    const verb = this.needsInstall ? setup.review.installAndStart : setup.review.startNow;
    if (app.locked) return html`${back}`;
    return html`${back}<span class="grow"></span>
      ${this.busy ? nothing : button(app, setup.review.saveOnly, () => void this.#finish(false), { needs: 'admin', classes: 'ghost' })}
      ${ready || this.busy
        ? button(app, verb, () => void this.#finish(true), { needs: 'admin', classes: 'primary', busy: this.busy ? `${setup.review.stage[this.stage ?? 'start']}…` : null })
        : html`<button type="button" class="primary" disabled>${verb}</button>`}`;
  }

  #mayContinue(step: Step): boolean {
    if (!isAnswered(step, this.answers)) return false;
    return step !== 'wallet' || this.#verdict === null || this.#verdict.valid;
  }

  #continue(step: Step): void {
    if (this.#mayContinue(step)) this.at(STEPS[STEPS.indexOf(step) + 1]!);
  }

  #key(event: KeyboardEvent, step: Step): void {
    if (event.key !== 'Enter' || step === 'review' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#continue(step);
  }

  override updated(): void {
    this.#bringIntoView();
    const step = this.#step;
    if (this.#loaded && this.#shown !== null && this.#shown !== step) {
      this.querySelector<HTMLElement>('h1')?.focus();
    }
    if (this.#loaded) this.#shown = step;
  }

  /** What the last button does, and why it failed, is seen wherever one was on the page. */
  #bringIntoView(): void {
    const [outcome] = this.querySelectorAll<HTMLElement>('.told.failure, .told.progress');
    const kind = outcome?.className ?? '';
    if (kind && kind !== this.#inView) outcome!.scrollIntoView({ block: 'nearest' });
    this.#inView = kind;
  }
}

customElements.define(TAG, SetupPage);
