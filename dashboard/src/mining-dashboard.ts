// <mining-dashboard>: the whole dashboard as one element. Attributes, methods and events are described in docs/guides/dashboard.md.
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { parseView, viewText, type Act, type App, type Failure, type Needed, type Question, type Toast, type View } from './app';
import { ApiError, connect, type Http, type Schemas } from './api/client';
import { Live } from './api/live';
import { Store } from './api/store';
import { pasteable } from './commands';
import { pages, type PageName } from './pages';
import { loadPreferences, savePreferences, type Preferences } from './preferences';
import { BrowserNotices } from './shell/browser-notices';
import { Alerts, Needs } from './shell/alerts';
import { askForKey, offlinePanel, reloadNote } from './shell/notes';
import { Rights } from './shell/rights';
import { ask, dialogSheet } from './shell/dialog';
import { hotkeys, type Hotkeys } from './shell/hotkeys';
import { menuSheet } from './components/menu';
import { tabsSheet } from './components/tabs';
import { navigation } from './shell/navigation';
import { navigationSheet } from './shell/navigation-sheet';
import { Toasts, toastSheet } from './shell/toasts';
import { circumstances } from './style/circumstances';
import { controls } from './style/controls';
import { layout } from './style/layout';
import { panels } from './style/panels';
import { tables } from './style/tables';
import { text } from './style/text';
import { tokens } from './style/tokens';
import { english, language, say, type Catalogue, type Language, type Sentence } from './text';
import { numbers, type Numbers } from './text/numbers';
import { totals } from './totals';
import { VERSION } from './version';

const NAMESPACE = '/api/v1/mining';
const TOKEN = 'mining-dashboard.token';
const TICK = 1000; // ms
const NARROW = 45; // rem, as in the style sheets

export class MiningDashboard extends LitElement implements App {
  static override styles = [tokens, text, panels, controls, tables, circumstances, layout, navigationSheet, dialogSheet, menuSheet, tabsSheet, toastSheet];
  static override properties = {
    apiBaseUrl: { attribute: 'api-base-url', reflect: true },
    eventsUrl: { attribute: 'events-url', reflect: true },
    view: { reflect: true },
    routing: { reflect: true },
    chrome: { reflect: true },
    theme: { reflect: true },
    density: { reflect: true },
    range: { reflect: true },
    readonly: { type: Boolean, reflect: true },
    hotkeys: { reflect: true },
    lang: { reflect: true },
    timeZone: { attribute: 'time-zone', reflect: true },
    temperatureUnit: { attribute: 'temperature-unit', reflect: true },
    getToken: { attribute: false },
    fetch: { attribute: false },
    strings: { attribute: false },
  };

  declare apiBaseUrl: string | null;
  declare eventsUrl: string | null;
  declare view: string;
  declare routing: 'none' | 'hash' | 'history';
  declare chrome: 'full' | 'header' | 'none';
  declare theme: 'auto' | 'dark' | 'light';
  declare density: 'auto' | 'comfortable' | 'compact';
  declare range: string | null;
  declare readonly: boolean;
  declare hotkeys: 'on' | 'off';
  declare timeZone: string | null;
  declare temperatureUnit: 'c' | 'f' | null;
  declare getToken: (() => string | Promise<string>) | undefined;
  declare fetch: typeof globalThis.fetch | undefined;
  declare strings: Partial<Catalogue> | undefined;

  store!: Store;
  http!: Http;
  numbers!: Numbers;
  preferences: Preferences = loadPreferences();
  place: View = parseView('overview');
  hold: App['hold'] = null;
  #language: Language = english;
  #live: Live | undefined;
  #page: HTMLElement | undefined;
  #pageName = '';
  readonly #toasts = new Toasts(this);
  #hotkeys: Hotkeys | undefined;
  #notices: BrowserNotices | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined; // until how long ago something was heard is drawn anew
  #light = matchMedia('(prefers-color-scheme: light)');
  #isLight = this.#light.matches; // to ask for it each second costs as much as a cell
  #ready = false;
  narrow = false;
  readonly #resized = new ResizeObserver(() => this.#measure());
  #dataAt = 0; // ms since the epoch, of the last mining-data
  #rights!: Rights;
  #wantsOtherKey = false;
  readonly #needs = new Needs();
  #alerts!: Alerts;
  #alert = '';
  readonly #changed = () => this.#heard();
  readonly #lit = () => {
    this.#isLight = this.#light.matches;
    this.#heard();
  };
  readonly #fromAddress = () => this.#readAddress();

  constructor() {
    super();
    Object.assign(this, {
      apiBaseUrl: null, eventsUrl: null, view: 'overview', routing: 'none', chrome: 'full', theme: 'auto', density: 'auto', range: null, readonly: false, hotkeys: 'on', timeZone: null, temperatureUnit: null,
    }); // prettier-ignore
  }

  // ——— App

  get baseUrl(): string {
    return new URL(this.apiBaseUrl ?? NAMESPACE, document.baseURI).href.replace(/\/$/, '');
  }

  get text(): Catalogue {
    return this.strings ? { ...this.#language.catalogue, ...this.strings } : this.#language.catalogue;
  }

  get locked(): string | null {
    return this.#rights.locked;
  }

  refusal(needs: Needed): string | null {
    return this.#rights.refusal(needs);
  }

  get stale(): boolean {
    const { state } = this.store.connection;
    return state === 'offline' || state === 'unauthorized';
  }

  get fetcher(): typeof globalThis.fetch {
    return this.fetch ?? globalThis.fetch.bind(globalThis);
  }

  async token(): Promise<string> {
    return (await this.#token()) ?? '';
  }

  say(sentence: Sentence): string {
    return pasteable(say(this.#language, this.numbers, sentence), this.store.info?.commandLine);
  }

  explain(error: unknown): string {
    if (error instanceof ApiError) {
      if (error.status === 0) return this.text.vocabulary.errors.noAnswer;
      const said = this.say({ text: error.message, ...(error.details['wording'] as Schemas['Wording'] | undefined) });
      const rest = error.fields.slice(1).map(({ field, issue, wording }) => `${field}: ${this.say({ text: issue, ...wording })}`);
      return [said, ...rest].join(' ');
    }
    return error instanceof Error ? error.message : String(error);
  }

  go(view: string, replace = false): void {
    const to = parseView(view);
    if (this.hold) void this.hold(to).then((may) => may && this.#show(to, true, replace));
    else this.#show(to, true, replace);
  }

  link(view: string): string {
    return this.routing === 'hash' ? `#/${view}` : this.routing === 'history' ? `/${view}` : `#${view}`;
  }

  async act<T>(act: Act, work: () => Promise<T>, failed: (result: T) => Failure[] = () => []): Promise<T | undefined> {
    const { action, targets, params = {} } = act;
    if (this.locked) return undefined;
    if (!this.#tell('mining-action', { action, targets, params }, true)) return undefined;
    try {
      const result = await work();
      const failures = failed(result);
      this.#tell('mining-action-done', { action, targets, ok: !failures.length, failed: failures });
      if (act.done && !failures.length) this.toast({ kind: 'ok', text: act.done });
      return result;
    } catch (error) {
      const said = this.explain(error);
      this.#tell('mining-action-done', { action, targets, ok: false, failed: targets.map((target) => ({ target, error: said })) });
      this.#tell('mining-error', { code: error instanceof ApiError ? error.code : 'ERROR', message: said, recoverable: true });
      if (act.quiet) throw error;
      this.toast({ kind: 'error', text: `${act.failed ?? this.text.vocabulary.failed.other}: ${said}` });
      return undefined;
    }
  }

  ask(question: Question): Promise<boolean> {
    return ask(this.renderRoot, this.text, question);
  }

  toast(toast: Toast): void {
    this.#toasts.add(toast);
  }

  prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    savePreferences(this.preferences);
    if ('language' in change || 'temperatureUnit' in change) void this.#speak();
    this.#dress();
    this.store.tell();
  }

  setRange(range: string): void {
    this.range = range;
    this.prefer({ range });
  }

  openSearch(): void {
    void import('./shell/search').then(({ openSearch }) => openSearch(this, this.renderRoot as ShadowRoot));
  }

  // ——— the public face

  /** What is shown now, for the page around; read only. */
  get snapshot(): { connection: string; totals: ReturnType<typeof totals>; attention: unknown[]; miners: unknown[] } {
    const { connection, miners, attention } = this.store;
    return { connection: connection.state, totals: totals(this.store), attention: [...attention], miners: structuredClone(miners ?? []) };
  }

  navigate(view: string): void {
    this.go(view);
  }

  async refresh(): Promise<void> {
    this.#live?.tryNow();
    await this.store.refresh();
  }

  /** The figures of a stretch of time, as a file. */
  async exportData(options: { format?: 'csv' | 'json'; range?: string; scope?: string } = {}): Promise<Blob> {
    const { exportHistory } = await import('./export');
    return exportHistory(this, options);
  }

  // ——— life

  override connectedCallback(): void {
    super.connectedCallback();
    this.#measure();
    this.#resized.observe(this);
    this.#begin();
    this.#isLight = this.#light.matches;
    this.#light.addEventListener('change', this.#lit);
    if (this.routing !== 'none') {
      addEventListener('hashchange', this.#fromAddress);
      addEventListener('popstate', this.#fromAddress);
      this.#readAddress();
    } else this.#show(parseView(this.view), false);
    this.#redrawWhenSilent(TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#live?.end();
    this.#live = undefined;
    this.#hotkeys?.end();
    clearTimeout(this.#silence);
    this.#light.removeEventListener('change', this.#lit);
    removeEventListener('hashchange', this.#fromAddress);
    removeEventListener('popstate', this.#fromAddress);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('lang') || changed.has('timeZone') || changed.has('temperatureUnit')) void this.#speak();
    if (!this.hasUpdated) return;
    if (changed.has('apiBaseUrl') || changed.has('eventsUrl') || changed.has('getToken') || changed.has('fetch')) this.#begin();
    if (changed.has('view') && this.view !== viewText(this.place)) this.#show(parseView(this.view), false);
    if (changed.has('range')) this.store.tell();
  }

  /** Connect, from anew where something has changed. */
  #begin(): void {
    this.#live?.end();
    this.store?.removeEventListener('change', this.#changed);
    this.#rights = new Rights(this, () => this.store.tell());
    const getToken = () => this.token();
    this.http = connect({ baseUrl: this.baseUrl, getToken, fetch: this.fetcher });
    this.store = new Store(this.http);
    this.store.addEventListener('change', this.#changed);
    this.#notices = new BrowserNotices(this);
    this.#alerts = new Alerts();
    const eventsUrl = this.eventsUrl ?? `${this.baseUrl}/ws`;
    this.#live = new Live({
      http: this.http,
      eventsUrl: new URL(eventsUrl, document.baseURI).href.replace(/^http/, 'ws'),
      getToken,
      heard: (frame) => this.store.heard(frame),
      changed: (connection) => {
        const other = connection.state !== this.store.connection.state;
        this.store.setConnection(connection);
        if (other) this.#tell('mining-connection', { state: connection.state, lastData: connection.lastData });
      },
    });
    void this.#speak();
    this.#dress();
    this.#pageName = ''; // pages hold what they read; they are made anew for another server
    if (this.#page) this.#show(this.place, false);
    this.#live.start();
    void this.#rights.ask();
    this.#hotkeys?.end();
    this.#hotkeys = hotkeys(this, this.renderRoot ?? this);
  }

  #measure(): void {
    const narrow = this.clientWidth > 0 && this.clientWidth < NARROW * parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.store?.tell();
  }

  async #speak(): Promise<void> {
    const tag = this.#tag();
    this.numbers = numbers({
      language: navigator.languages.find((each) => each.split('-')[0] === tag) ?? tag, // a region decides separators and hours
      timeZone: this.timeZone ?? undefined,
      temperatureUnit: this.temperatureUnit ?? (this.preferences.temperatureUnit || 'c'),
      words: this.#language.catalogue.vocabulary,
    });
    const spoken = await language(tag);
    if (spoken !== this.#language) {
      this.#language = spoken;
      return this.#speak();
    }
    this.store.tell();
  }

  #tag(): string {
    const around = this.lang === 'auto' ? navigator.language : this.lang || this.closest<HTMLElement>('[lang]')?.lang;
    return this.preferences.language || around || navigator.language;
  }

  #dress(): void {
    const wanted = this.theme !== 'auto' ? this.theme : this.preferences.theme;
    const theme = wanted === 'auto' ? (this.#isLight ? 'light' : 'dark') : wanted;
    const density = this.density !== 'auto' ? this.density : this.preferences.density;
    if (this.dataset['theme'] !== theme) this.dataset['theme'] = theme; // each write is heard, also of the same
    if (this.dataset['density'] !== density) this.dataset['density'] = density;
  }

  #token(): string | Promise<string> | undefined {
    if (this.getToken) return this.getToken();
    return sessionStorage.getItem(TOKEN) ?? undefined;
  }

  #useKey(key: string): void {
    sessionStorage.setItem(TOKEN, key);
    this.#wantsOtherKey = false;
    this.#begin();
  }

  // ——— views

  #readAddress(): void {
    const text = this.routing === 'hash' ? location.hash : location.pathname + location.search;
    const to = parseView(text || this.view);
    if (!this.hold || viewText(to) === this.view) this.#show(to, false);
    else {
      // The address has changed already: it goes back while the question stands.
      history.pushState(null, '', this.link(this.view));
      void this.hold(to).then((may) => may && this.#show(to, true));
    }
  }

  #show(view: View, byPerson: boolean, replace = false): void {
    const name = (view.page in pages ? view.page : 'overview') as PageName;
    this.place = { ...view, page: name };
    this.view = viewText(this.place);
    const address = this.link(this.view);
    if (byPerson && (this.routing === 'history' || (this.routing === 'hash' && location.hash !== address))) {
      if (replace) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    void this.#mount(name, byPerson);
  }

  async #mount(name: PageName, byPerson: boolean): Promise<void> {
    const tag = await pages[name]();
    if (this.place.page !== name) return;
    const same = this.#pageName === name && this.#page?.localName === tag;
    if (!same) {
      this.#page = Object.assign(document.createElement(tag), { app: this, className: 'page' });
      this.#pageName = name;
    } else (this.#page as LitElement).requestUpdate();
    this.requestUpdate();
    await this.updateComplete;
    if (byPerson && !same) {
      this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
      if (this.routing !== 'none') scrollTo(0, 0);
    }
    const title = this.text.vocabulary.pages[name as keyof Catalogue['vocabulary']['pages']] ?? name;
    if (this.routing !== 'none') document.title = `${title} · ${this.text.vocabulary.brand}`;
    this.#tell('mining-view', { view: this.view, title });
  }

  // ——— telling

  #tell(type: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  #redrawWhenSilent(wait: number): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.requestUpdate();
      this.#redrawWhenSilent(TICK);
    }, wait);
  }

  #heard(): void {
    if (this.isConnected) this.#redrawWhenSilent(1.5 * TICK);
    this.#dress();
    this.#notices?.look();
    const { store } = this;
    if (!this.#ready && store.miners) {
      this.#ready = true;
      this.#tell('mining-ready', { version: VERSION });
    }
    if (store.miners) void this.#rights.ask();
    if (store.miners && Date.now() - this.#dataAt >= TICK) {
      this.#dataAt = Date.now();
      this.#tell('mining-data', { at: store.connection.lastData, totals: totals(store), miners: store.miners });
    }
    const needs = this.#needs.changed(store.attention);
    if (needs) this.#tell('mining-attention', needs);
    const fresh = this.#alerts.added(store.attention, store.attentionLoaded);
    if (fresh.length) this.#alert = fresh.map((each) => (each.miner ? `${each.miner}: ` : '') + this.say(each)).join(' ');
    this.requestUpdate();
  }

  // ——— what is seen

  override render(): TemplateResult {
    const { store, text } = this;
    const { state } = store.connection;
    const server = store.info?.platformVersion;
    const bare = this.place.page === 'setup';
    return html`
      <button class="skip" @click=${() => this.#toMain()}>${text.vocabulary.skip}</button>
      <div class="frame ${this.chrome} ${bare ? 'bare' : ''}" lang=${this.#language.tag}>
        ${this.chrome === 'full' && !bare ? navigation(this) : nothing}
        <main id="main" part="main" tabindex="-1">
          ${state === 'unauthorized' || this.#wantsOtherKey ? askForKey(this, (key) => this.#useKey(key)) : nothing}
          ${state === 'offline' ? offlinePanel(this, () => this.#live?.tryNow()) : nothing}
          ${this.chrome === 'none' ? nothing : this.#rights.note(this.place.page, this.getToken || this.#wantsOtherKey ? null : () => this.#askForOtherKey())}
          ${server && server !== VERSION && this.routing !== 'none' ? reloadNote(this, server) : nothing}
          ${this.#page ?? nothing}
        </main>
        ${this.#alert ? html`<p class="hidden" role="alert">${this.#alert}</p>` : nothing}
      </div>
      ${this.#toasts.render()}
    `;
  }

  #askForOtherKey(): void {
    this.#wantsOtherKey = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.note.key input')?.focus());
  }

  override updated(): void {
    this.#toasts.rendered();
  }

  #toMain(): void {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }
}

if (!customElements.get('mining-dashboard')) customElements.define('mining-dashboard', MiningDashboard);

declare global {
  interface HTMLElementTagNameMap {
    'mining-dashboard': MiningDashboard;
  }
}
