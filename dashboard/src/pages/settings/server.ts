// The server's settings: what may be changed here, with one bar to save it, and what needs a restart.
import { html, nothing, type TemplateResult } from 'lit';
import { asked } from '../../api/client';
import { Piece } from '../../app';
import { faultsIn, NO_FAULTS, selectField, switchField, textField, type Faults } from '../../components/field';
import { button, none } from '../../components/parts';
import { changes, GROUPS, textOf, valueOf, variableOf, type Setting, type Values, type View } from './change';
import './targets';

const TOPICS = ['trouble', 'recovered', 'payout', 'access', 'program', 'person'];
const ALWAYS = ['payout', 'access']; // sent whatever is chosen
const LEVELS = ['debug', 'info', 'warning', 'error'];

class ServerSettings extends Piece {
  static override properties = { view: { state: true }, draft: { state: true }, faults: { state: true }, issue: { state: true }, busy: { state: true } };
  declare view: View | null;
  declare draft: Values; // what a person has typed, as the API takes it
  declare faults: Faults;
  declare issue: string;
  declare busy: boolean;
  #texts: Record<string, string> = {}; // the same as it was typed
  #loaded = -1; // changes of the settings that were asked for
  #isDirty = false;

  constructor() {
    super();
    Object.assign(this, { view: null, draft: {}, faults: NO_FAULTS, issue: '', busy: false });
  }

  override willUpdate(): void {
    const { settingsChanged } = this.app.store;
    if (this.#loaded !== settingsChanged) {
      this.#loaded = settingsChanged;
      void this.#load();
    }
    const isDirty = this.#changed.length > 0;
    if (isDirty !== this.#isDirty) this.dispatchEvent(new CustomEvent('mining-unsaved', { detail: { dirty: isDirty }, bubbles: true, composed: true }));
    this.#isDirty = isDirty;
  }

  async #load(): Promise<void> {
    try {
      this.view = await asked(this.app.http.GET('/settings'));
      this.issue = '';
    } catch (error) {
      this.issue = this.app.explain(error);
    }
  }

  get #changed(): string[] {
    return this.view ? Object.keys(changes(this.view, this.draft)) : [];
  }

  override render(): TemplateResult {
    const { app, view } = this;
    const { targets, daemon } = app.text.settings;
    if (!view) return html`<section class="panel"><div class="body">${this.issue ? html`<p class="err" role="alert">${this.issue}</p>` : html`<div class="skeleton"></div>`}</div></section>`;
    const took = (changed: View) => (this.view = changed);
    return html`<section class="panel" aria-labelledby="targets-title">
        <header><h2 id="targets-title">${targets.title}</h2></header>
        <div class="body"><p class="secondary">${targets.about}</p></div>
        <mining-notification-targets .app=${app} .view=${view} .changed=${took}></mining-notification-targets>
        <div class="body stack">${this.#topics(view)}${this.#quiet(view)}</div>
      </section>
      <section class="panel" aria-labelledby="daemon-title">
        <header><h2 id="daemon-title">${daemon.title}</h2><span class="hint">${daemon.about}</span></header>
        ${Object.entries(GROUPS).map(
          ([group, settings]) => html`<div class="body setting-group">
            <h3>${daemon.groups[group]}</h3>
            <div class="fields">${settings.map((setting) => this.#field(view, setting))}</div>
          </div>`,
        )}
      </section>
      ${this.#saveBar()}${this.#fixed(view)}`;
  }

  #now(view: View, name: string): unknown {
    return name in this.draft ? this.draft[name] : (view.values as Values)[name];
  }

  #set(name: string, value: unknown, text?: string): void {
    this.draft = { ...this.draft, [name]: value };
    if (text !== undefined) this.#texts[name] = text;
    if (this.faults.has(name)) this.faults = new Map([...this.faults].filter(([each]) => each !== name));
  }

  /** Why it cannot be changed here; null: it can. */
  #bound(view: View, name: string): string | null {
    const words = this.app.text.settings.daemon;
    const source = view.sources[name];
    if (source === 'variable') return words.fixedBy(variableOf(name));
    return source === 'flag' ? words.fixedBy(words.flag) : null;
  }

  #field(view: View, setting: Setting): TemplateResult {
    const { name, kind } = setting;
    const words = this.app.text.settings.daemon;
    const { app } = this;
    const label = words.names[name] ?? name;
    const bound = this.#bound(view, name);
    const isLocked = !!bound || !!app.refusal('admin');
    const value = this.#now(view, name);
    const source = words.sources[view.sources[name] ?? ''] ?? '';
    const common = { id: `setting-${name}`, label, fault: this.faults.get(name) };
    if (kind === 'switch') {
      const isForGood = name === 'walletLock' && view.values.walletLock === true;
      const hint = bound ?? (name === 'walletLock' ? words.lockHint : source);
      return switchField({ ...common, hint, on: value === true, disabled: isLocked || isForGood, switched: (on) => this.#set(name, on) });
    }
    if (kind === 'level') {
      const choices = LEVELS.map((each): [string, string] => [each, words.levels[each] ?? each]);
      return selectField({ ...common, hint: bound ?? source, disabled: isLocked, value: String(value), choices, chosen: (each) => this.#set(name, each) });
    }
    const isOwn = view.sources[name] === 'file' && !(name in this.draft) && !isLocked;
    const reset = isOwn ? html`<button class="link" aria-label="${words.reset}: ${label}" @click=${() => this.#set(name, null, '')}>${words.reset}</button>` : nothing;
    return textField({
      ...common,
      hint: bound ?? `${words.units[kind]} · ${source}`,
      way: bound ? nothing : reset,
      value: this.#texts[name] ?? textOf(value),
      readonly: isLocked,
      ...(kind === 'names' || kind === 'text' ? {} : { keyboard: 'decimal' }),
      typed: (text) => this.#set(name, valueOf(kind, text), text),
    });
  }

  #topics(view: View): TemplateResult {
    const { app } = this;
    const words = app.text.settings.targets;
    const chosen = (this.#now(view, 'notifyAbout') as string[] | null) ?? [];
    const isLocked = !!this.#bound(view, 'notifyAbout') || !!app.refusal('admin');
    const toggle = (topic: string, on: boolean) => this.#set('notifyAbout', TOPICS.filter((each) => (each === topic ? on : chosen.includes(each))));
    const issue = this.faults.get('notifyAbout');
    return html`<fieldset class="topics">
      <legend>${words.topicsTitle}</legend>
      ${TOPICS.map(
        (topic) => html`<label class="choice"
          ><input
            type="checkbox"
            .checked=${ALWAYS.includes(topic) || chosen.includes(topic)}
            ?disabled=${isLocked || ALWAYS.includes(topic) || (topic === 'recovered' && !chosen.includes('trouble'))}
            @change=${(event: Event) => toggle(topic, (event.target as HTMLInputElement).checked)}
          />${words.topics[topic]}</label
        >`,
      )}
      ${issue ? html`<p class="err" role="alert">${issue}</p>` : nothing}
      ${isLocked && this.#bound(view, 'notifyAbout') ? html`<p class="hint">${this.#bound(view, 'notifyAbout')}</p>` : nothing}
    </fieldset>`;
  }

  #quiet(view: View): TemplateResult {
    const words = this.app.text.settings.targets;
    const bound = this.#bound(view, 'quietHours');
    return textField({
      id: 'setting-quietHours',
      label: words.quiet,
      hint: bound ?? words.quietHint,
      fault: this.faults.get('quietHours'),
      value: this.#texts['quietHours'] ?? textOf(this.#now(view, 'quietHours')),
      placeholder: '22:00-07:00',
      readonly: !!bound || !!this.app.refusal('admin'),
      typed: (text) => this.#set('quietHours', text.trim().replace(/\s*[–-]\s*/, '-') || null, text),
    });
  }

  #saveBar(): TemplateResult | typeof nothing {
    const { app } = this;
    const changed = this.#changed;
    const words = app.text.settings.daemon;
    if (!changed.length && !this.issue) return nothing;
    return html`<div class="save-bar panel" role="region" aria-label=${app.text.vocabulary.verbs.save}>
      <div class="grow">
        <span>${changed.length ? words.changed(changed.map((name) => words.names[name] ?? name).join(', ')) : nothing}</span>
        ${this.issue ? html`<p class="err" role="alert">${this.issue}</p>` : nothing}
      </div>
      <button @click=${() => this.#discard()}>${app.text.vocabulary.verbs.discard}</button>
      ${button(app, app.text.vocabulary.verbs.save, () => void this.#save(), { classes: 'primary', needs: 'admin', busy: this.busy ? app.text.vocabulary.verbs.save : null })}
    </div>`;
  }

  #discard(): void {
    this.draft = {};
    this.#texts = {};
    this.faults = NO_FAULTS;
    this.issue = '';
  }

  async #save(): Promise<void> {
    const { app, view } = this;
    if (!view) return;
    const body = changes(view, this.draft);
    const words = app.text.settings.daemon;
    this.busy = true;
    this.issue = '';
    try {
      const act = { action: 'settings.change', targets: Object.keys(body), params: body, done: words.saved, quiet: true };
      const changed = await app.act(act, () => asked(app.http.PUT('/settings', { body })));
      if (!changed) return;
      this.view = changed;
      this.#discard();
      for (const each of changed.warningWordings) app.toast({ kind: 'error', text: app.say(each) });
    } catch (error) {
      this.faults = faultsIn(app, error);
      this.issue = this.faults.size ? words.notSaved : `${words.notSaved}: ${app.explain(error)}`;
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
    const wrong = this.querySelector<HTMLElement>('[aria-invalid=true]');
    wrong?.focus({ preventScroll: true });
    wrong?.scrollIntoView({ block: 'center' });
  }

  #fixed(view: View): TemplateResult {
    const { app } = this;
    const words = app.text.settings.daemon;
    const values = view.values as Values;
    const names = Object.keys(values).filter((name) => !view.changeable.includes(name));
    const shown = (value: unknown) => (typeof value === 'boolean' ? (value ? words.on : words.off) : textOf(value) || none(app));
    return html`<section class="panel" aria-labelledby="fixed-title">
      <header><h2 id="fixed-title">${words.fixed}</h2></header>
      <div class="body"><p class="secondary wrap">${words.fixedAbout(view.file ?? words.theFile)}</p></div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.fixedTable}>
        <table>
          <thead>
            <tr><th scope="col">${words.setting}</th><th scope="col">${words.value}</th><th scope="col">${words.source}</th></tr>
          </thead>
          <tbody>
            ${names.map(
              (name) => html`<tr>
                <td><code>${variableOf(name).slice(7).toLowerCase()}</code></td>
                <td class="wrap">${shown(values[name])}</td>
                <td>${words.sources[view.sources[name] ?? ''] ?? view.sources[name]}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}

customElements.define('mining-server-settings', ServerSettings);
