// Profiles: the list, and the editor beside it; in a narrow host one at a time.
import { html, nothing, type TemplateResult } from 'lit';
import { Piece, type View } from '../app';
import { asked, ApiError, type Schemas } from '../api/client';
import { loadChoices, usualType } from '../choices';
import { faultsAfter, faultsOf, type Choices } from '../components/config-editor';
import { changes } from '../components/config-editor/changes';
import { draftOf, draftPool, emptyDraft, isChanged, isSavedAnew, type Draft } from '../components/config-editor/draft';
import { glyph, icon } from '../components/icons';
import { button, linkToChange, pageHeader } from '../components/parts';
import { editorPanel, type EditorActions } from './profiles/editor-panel';
import { listed, profileRow, type Profile } from './profiles/list';
import { deleteProfile, liveMiners, restartWith, saveProfile, startProfile, stopProfile } from './profiles/requests';
import { profilesSheet } from './profiles/sheet';
import { exportProfiles, importedPanel, importFile } from './profiles/transfer';

export const TAG = 'mining-profiles-page';
const NEW = 'new';

class ProfilesPage extends Piece {
  static override properties = { ...Piece.properties, filter: { state: true } };
  static override sheet = profilesSheet;
  declare filter: string;
  #profiles: Profile[] | null = null;
  #choices: Choices = { types: [], coins: [], pools: [] };
  #heard = -1; // changes of profiles that were asked for
  #open: string | null = null; // id, or `new`
  #draft: Draft | null = null;
  #saved: Draft | null = null; // what the draft began as
  #base: Profile | null = null; // the profile behind it, as it was then
  #faults: Record<string, string> = {};
  #remarks: string[] = [];
  #issue: string | null = null;
  #refusal: string | null = null; // why it was not saved
  #imported: Schemas['Imported'][] = [];
  #busy = new Set<string>();
  #saving = false;
  #dirty = false;
  readonly #unload = (event: BeforeUnloadEvent) => this.#dirty && event.preventDefault();

  constructor() {
    super();
    this.filter = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#key);
    addEventListener('beforeunload', this.#unload);
    void loadChoices(this.app).then((choices) => {
      this.#choices = choices;
      if (this.#draft && !this.#draft.minerType) this.#edit({ ...this.#draft, minerType: usualType(this.#choices) }, true);
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#unload);
    this.app.hold = null;
    if (this.#dirty) this.#tellDirty(false);
  }

  override willUpdate(): void {
    if (this.#heard !== this.app.store.profilesChanged) {
      this.#heard = this.app.store.profilesChanged;
      void this.#load();
    }
    const wanted = this.app.place.rest[0] ?? (this.#open === NEW ? null : this.#open);
    if (wanted !== this.#open || (!this.#draft && wanted)) this.#show(wanted);
  }

  async #load(at = this.#heard): Promise<void> {
    try {
      const page = await asked(this.app.http.GET('/profiles', { params: { query: { limit: 1000, sort: 'name' } } }));
      if (at !== this.#heard) return; // it was asked again meanwhile, and this answer may be the older one
      this.#profiles = page.items;
      this.#issue = null;
    } catch (error) {
      this.#issue = this.app.explain(error);
    }
    const now = this.#profiles?.find((each) => each.id === this.#open);
    if (now && !this.#dirty && (!this.#base || isSavedAnew(this.#base, now))) this.#show(now.id);
    if (!this.#open && this.#profiles?.length) this.#show(listed(this.app, this.#profiles, '')[0]!.id);
    this.requestUpdate();
  }

  /** Begin with a profile as it is saved, or with an empty one. */
  #show(id: string | null): void {
    this.#open = id;
    const profile = this.#profiles?.find((each) => each.id === id) ?? null;
    this.#base = profile;
    this.#faults = {};
    this.#refusal = null;
    this.#remarks = [];
    this.#saved = profile ? draftOf(profile) : id === NEW ? emptyDraft(usualType(this.#choices)) : null;
    this.#edit(this.#saved);
  }

  /** Take a draft, and say whether there is anything unsaved. */
  #edit(draft: Draft | null, asSaved = false): void {
    if (draft && this.#draft) this.#faults = faultsAfter(this.#faults, this.#draft, draft);
    this.#draft = draft;
    if (asSaved) this.#saved = draft;
    const dirty = !!draft && !!this.#saved && (isChanged(this.#saved, draft) || (this.#open === NEW && isChanged(emptyDraft(draft.minerType), draft)));
    if (dirty !== this.#dirty) this.#tellDirty(dirty);
    this.app.hold = dirty ? (to) => this.#mayLeave(to) : null;
    this.requestUpdate();
  }

  #tellDirty(dirty: boolean): void {
    this.#dirty = dirty;
    this.dispatchEvent(new CustomEvent('mining-unsaved', { detail: { dirty }, bubbles: true, composed: true }));
  }

  async #mayLeave(to: View): Promise<boolean> {
    if (to.page === 'profiles' && (to.rest[0] ?? this.#open) === this.#open) return true;
    const words = this.app.text.profiles;
    const sure = await this.app.ask({ title: words.leaveAsk, text: words.leaveText(this.#changes().join(', ')), verb: words.leaveVerb, danger: true });
    if (sure) this.#edit(this.#saved);
    return sure;
  }

  #changes(): string[] {
    if (!this.#draft || !this.#saved) return [];
    const said = changes(this.#saved, this.#draft, this.app.text.editor);
    return said.length || !this.#dirty ? said : [this.app.text.profiles.isNew];
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key.toLowerCase() === 's') {
      event.preventDefault();
      void this.#save(false);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void this.#save(true);
    }
  };

  /** Save, and let it run with it where that is wanted. */
  async #save(run: boolean): Promise<void> {
    const { app } = this;
    const words = app.text.profiles;
    const draft = this.#draft;
    if (!draft || this.#saving || app.refusal('admin') || app.stale || (!this.#dirty && !run)) return;
    this.#saving = true;
    this.#faults = {};
    this.#refusal = null;
    this.requestUpdate();
    const base = this.#base;
    const live = base ? liveMiners(app, base.id) : [];
    try {
      const saved = await saveProfile(app, draft, base?.id ?? null);
      if (!saved) return;
      this.#took(saved);
      if (!run) app.toast({ kind: 'ok', text: words.saved(saved.name) });
      else if (live.length) await restartWith(app, saved, live);
      else await startProfile(app, saved);
    } catch (error) {
      this.#refused(error, draft.name);
    } finally {
      this.#saving = false;
      this.requestUpdate();
    }
  }

  #took(saved: Schemas['SavedProfile']): void {
    const words = this.app.text.profiles;
    const others = (this.#profiles ?? []).filter((each) => each.id !== saved.id);
    this.#profiles = [...others, saved];
    const fresh = this.#open === NEW;
    if (this.#dirty) this.#tellDirty(false);
    this.#open = saved.id;
    this.#show(saved.id);
    this.#remarks = [...saved.payoutWordings.map((each) => words.paysNew(this.app.say(each))), ...saved.warningWordings.map((each) => this.app.say(each))];
    if (fresh) this.app.go(`profiles/${saved.id}`);
  }

  #refused(error: unknown, name: string): void {
    const { app } = this;
    const fields = error instanceof ApiError ? error.fields : [];
    this.#faults = faultsOf(app, fields);
    if (error instanceof ApiError && error.code === 'PROFILE_ALREADY_EXISTS') this.#faults = { name: app.explain(error) };
    const count = Object.keys(this.#faults).length;
    this.#refusal = `${app.text.profiles.notSaved(name)}: ${count ? app.text.profiles.correct(count) : app.explain(error)}`;
    this.requestUpdate();
    void this.updateComplete.then(async () => {
      await new Promise((resolve) => setTimeout(resolve));
      this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    });
  }

  async #while(id: string, work: () => Promise<unknown>): Promise<void> {
    this.#busy.add(id);
    this.requestUpdate();
    await work();
    this.#busy.delete(id);
    this.requestUpdate();
  }

  async #delete(profile: Profile): Promise<void> {
    if (!(await deleteProfile(this.app, profile))) return;
    this.#profiles = (this.#profiles ?? []).filter((each) => each.id !== profile.id);
    this.#saved = null;
    this.#edit(null);
    this.#open = null;
    this.app.go('profiles');
  }

  async #duplicate(profile: Profile): Promise<void> {
    if (this.app.hold && !(await this.app.hold({ page: 'profiles', rest: [NEW], query: new URLSearchParams() }))) return;
    this.app.hold = null;
    this.app.go(`profiles/${NEW}`);
    this.#show(NEW);
    const draft = draftOf(profile);
    this.#edit({ ...draft, name: this.app.text.profiles.copyOf(profile.name), pools: draft.pools.map((each) => ({ ...each, key: draftPool().key })) });
  }

  #import(): void {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,application/json,.yaml,.yml' });
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) return;
      void importFile(this.app, file, (this.#profiles ?? []).map((each) => each.name)).then((imported) => {
        this.#imported = imported;
        void this.#load();
      });
    });
    input.click();
  }

  // ——— what is seen

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.profiles;
    const count = this.#profiles?.length ?? 0;
    const actions = app.locked || (app.narrow && app.place.rest[0])
      ? nothing
      : html`${count ? button(app, words.exportAll, () => void exportProfiles(app), { classes: 'wide-only' }) : nothing}
          ${button(app, words.import, () => this.#import(), { needs: 'admin' })}
          ${linkToChange(app, `profiles/${NEW}`, html`${icon('add')}${words.create}`, 'admin', 'button primary')}`;
    return html`${pageHeader(app.text.vocabulary.pages.profiles, count || nothing, actions)}
      <div class="content profiles ${app.place.rest[0] ? 'chosen' : ''}">
        ${this.#issue ? html`<p class="err" role="alert">${glyph('failed')} ${this.#issue}</p>` : nothing} ${importedPanel(app, this.#imported, () => this.#forgetImported())}
        ${this.#profiles === null ? html`<div class="panel"><div class="skeleton body">&nbsp;</div></div>` : this.#both(this.#profiles)}
      </div>`;
  }

  #both(profiles: Profile[]): TemplateResult {
    const { app } = this;
    const words = app.text.profiles;
    if (!profiles.length && this.#open !== NEW) {
      return html`<section class="panel nothing">
        <p>${words.empty}</p>
        ${linkToChange(app, 'setup', words.wizard, 'admin', 'button primary')}
      </section>`;
    }
    const shown = listed(app, profiles, this.filter);
    const titles = new Map(this.#choices.types.map((each) => [each.type, each.title]));
    return html`<div class="list-and-editor">
      ${profiles.length
        ? html`<section class="panel profile-list" aria-label=${words.list}>
            <div class="filter">
              <input type="search" aria-label=${words.filter(profiles.length)} placeholder=${words.filter(profiles.length)} .value=${this.filter}
                @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)} />
            </div>
            <ul class="lines">
              ${shown.map((each) => profileRow(app, each, each.id === this.#open, titles, this.#actions))}
              ${shown.length ? nothing : html`<li class="secondary">${words.noMatch} <button class="link" @click=${() => (this.filter = '')}>${app.text.vocabulary.table.filterClear}</button></li>`}
            </ul>
          </section>`
        : nothing}
      ${this.#editor()}
    </div>`;
  }

  get #actions(): EditorActions {
    return {
      busy: this.#busy,
      start: (each) => void this.#while(each.id, () => startProfile(this.app, each)),
      stop: (each) => void this.#while(each.id, () => stopProfile(this.app, each)),
      edit: (draft) => this.#edit(draft),
      discard: () => this.#edit(this.#saved),
      takeOver: () => this.#show(this.#open),
      save: (run) => void this.#save(run),
      duplicate: (each) => void this.#duplicate(each),
      remove: (each) => void this.#delete(each),
    };
  }

  #forgetImported(): void {
    this.#imported = [];
    this.requestUpdate();
  }

  #editor(): TemplateResult {
    const { app } = this;
    const words = app.text.profiles;
    const draft = this.#draft;
    if (!draft) return html`<section class="panel nothing profile-editor"><p>${this.#open && this.#profiles ? words.gone : words.choose}</p></section>`;
    const latest = this.#profiles?.find((each) => each.id === this.#open);
    const editing = {
      draft,
      profile: this.#base,
      choices: this.#choices,
      faults: this.#faults,
      remarks: this.#remarks,
      changes: this.#changes(),
      dirty: this.#dirty,
      elsewhere: this.#base !== null && latest !== undefined && isSavedAnew(this.#base, latest),
      refusal: this.#refusal,
      saving: this.#saving,
    };
    return editorPanel(app, editing, this.#actions);
  }
}

customElements.define(TAG, ProfilesPage);
