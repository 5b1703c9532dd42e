// <mining-miner-editor>: the configuration of one miner, apart from any profile; saving lets the miner run with it.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Piece, type View } from '../../app';
import { ApiError, asked, type Schemas } from '../../api/client';
import { loadChoices } from '../../choices';
import { faultsAfter, faultsOf, type Choices } from '../../components/config-editor';
import { changes } from '../../components/config-editor/changes';
import { configOf, draftOf, isChanged, type Draft } from '../../components/config-editor/draft';
import { glyph } from '../../components/icons';
import { button, pageHeader, viewLink } from '../../components/parts';
import { confirmed } from '../../components/payee-dialog';
import { isLive } from '../../state';
import { profilesSheet } from '../profiles/sheet';

class MinerEditor extends Piece {
  static override sheet = profilesSheet;
  static override properties = { ...Piece.properties, miner: { attribute: false } };
  declare miner: string;

  #choices: Choices = { types: [], coins: [], pools: [] };
  #draft: Draft | null = null;
  #saved: Draft | null = null; // what the draft began as
  #faults: Record<string, string> = {};
  #issue = '';
  #saving = false;
  readonly #unload = (event: BeforeUnloadEvent) => this.#dirty && event.preventDefault();
  readonly #key = (event: KeyboardEvent): void => {
    const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && (event.key.toLowerCase() === 's' || event.key === 'Enter');
    if (!isSave) return;
    event.preventDefault();
    void this.#save();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#key);
    addEventListener('beforeunload', this.#unload);
    void loadChoices(this.app).then((choices) => {
      this.#choices = choices;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#key);
    removeEventListener('beforeunload', this.#unload);
    if (this.#dirty) this.#tell(false);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('miner')) this.#draft = this.#saved = null;
    const miner = this.app.store.miner(this.miner);
    if (miner && !this.#draft) this.#draft = this.#saved = draftOf({ name: miner.name, minerType: miner.type, config: miner.config });
  }

  get #dirty(): boolean {
    return this.#draft !== null && this.#saved !== null && isChanged(this.#saved, this.#draft);
  }

  #edit(draft: Draft): void {
    const before = this.#dirty;
    if (this.#draft) this.#faults = faultsAfter(this.#faults, this.#draft, draft);
    this.#draft = draft;
    if (before !== this.#dirty) this.#tell(this.#dirty);
    this.requestUpdate();
  }

  #tell(dirty: boolean): void {
    this.app.hold = dirty ? (to) => this.#mayLeave(to) : null;
    this.dispatchEvent(new CustomEvent('mining-unsaved', { detail: { dirty }, bubbles: true, composed: true }));
  }

  async #mayLeave(to: View): Promise<boolean> {
    if (to.page === 'miners' && to.rest[0] === this.miner && to.query.has('edit')) return true;
    const words = this.app.text.profiles;
    const sure = await this.app.ask({ title: words.leaveAsk, text: words.leaveText(this.#changes().join(', ')), verb: words.leaveVerb, danger: true });
    if (sure) this.#edit(this.#saved!);
    return sure;
  }

  #changes(): string[] {
    return this.#draft && this.#saved ? changes(this.#saved, this.#draft, this.app.text.editor) : [];
  }

  async #save(): Promise<void> {
    const { app, miner } = this;
    const draft = this.#draft;
    if (!draft || !this.#dirty || this.#saving || app.locked || app.stale) return;
    this.#saving = true;
    this.#faults = {};
    this.#issue = '';
    this.requestUpdate();
    const body = { type: draft.minerType, config: configOf(draft) } as Schemas['WantedMiner'];
    try {
      const done = await app.act({ action: 'restart', targets: [miner], done: app.text.miners.one.edit.saved(miner), quiet: true }, () =>
        confirmed(app, (confirm) => asked(app.http.PUT('/miners/{miner}', { params: { path: { miner }, query: confirm ? { confirm } : {} }, body }))),
      );
      if (!done) return;
      this.#saved = draft;
      this.#tell(false);
      app.go(`miners/${encodeURIComponent(miner)}`);
    } catch (error) {
      this.#faults = faultsOf(app, error instanceof ApiError ? error.fields : []);
      this.#issue = app.explain(error);
      void this.#showFault();
    } finally {
      this.#saving = false;
      this.requestUpdate();
    }
  }

  /** The focus goes to the first field that is wrong, once it is marked. */
  async #showFault(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  // ——— what is seen

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.miners.one;
    const own = `miners/${encodeURIComponent(this.miner)}`;
    const title = html`${viewLink(app, 'miners', app.text.vocabulary.pages.miners, 'crumb')} <span class="unit" aria-hidden="true">/</span> ${viewLink(app, own, this.miner, 'crumb')}`;
    const miner = app.store.miner(this.miner);
    if (!miner || !this.#draft) return html`${pageHeader(title)}<div class="content"><div class="skeleton hero">&nbsp;</div></div>`;
    return html`${pageHeader(title)}
      <div class="content">
        <section class="panel profile-editor" aria-labelledby="edit-title">
          <header><h2 id="edit-title">${words.more.edit}</h2></header>
          ${miner.profileId
            ? html`<p class="told">${glyph('hint')}<span>${words.edit.apart}</span> ${viewLink(app, `profiles/${miner.profileId}`, words.more.openProfile)}</p>`
            : nothing}
          ${this.#issue ? html`<p class="told err" role="alert">${glyph('failed')}<span>${this.#issue}</span></p>` : nothing}
          <mining-config-editor
            .app=${app}
            .draft=${this.#draft}
            .choices=${this.#choices}
            .faults=${this.#faults}
            .nameless=${true}
            .passwordSaved=${true}
            @draft-change=${(event: CustomEvent<Draft>) => this.#edit(event.detail)}
          ></mining-config-editor>
          ${app.locked ? nothing : this.#bar(isLive(miner), own)}
        </section>
      </div>`;
  }

  #bar(live: boolean, own: string): TemplateResult {
    const { app } = this;
    const { profiles } = app.text;
    const words = app.text.miners.one.edit;
    const changed = this.#changes();
    return html`<footer class="save-bar">
      <div class="grow" role="status">
        ${this.#dirty ? html`<b>${glyph('starting')} ${profiles.unsaved(changed.length)}</b> <span class="hint">${changed.join(', ')}</span>` : html`<span class="hint">${profiles.noChanges}</span>`}
        <div class="hint">${live ? words.restarts : words.starts}</div>
      </div>
      ${viewLink(app, own, app.text.vocabulary.verbs.cancel, 'button')}
      ${button(app, live ? words.saveRestart : words.saveStart, () => void this.#save(), { changes: true, classes: 'primary', busy: this.#saving ? profiles.saving : null })}
    </footer>`;
  }
}

customElements.define('mining-miner-editor', MinerEditor);
