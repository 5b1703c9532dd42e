// What every page gets: the store, the API, the words, and the ways to act. One for each dashboard element.
import { LitElement, type CSSResult, type PropertyDeclarations } from 'lit';
import type { TemplateResult } from 'lit';
import { ApiError, type Http } from './api/client';
import type { Store } from './api/store';
import type { Numbers } from './text/numbers';
import type { Catalogue, Sentence } from './text';
import type { Preferences } from './preferences';

/** The least role that a change needs. */
export type Needed = 'operator' | 'admin';

/** Where the dashboard is: `miners/xmr-cpu?range=1h` is page `miners`, rest `['xmr-cpu']`. */
export interface View {
  page: string;
  rest: string[];
  query: URLSearchParams;
}

export function parseView(text: string): View {
  const [path = '', query = ''] = text.replace(/^[#/]+/, '').split('?', 2);
  const [page = '', ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent);
  return { page: page || 'overview', rest, query: new URLSearchParams(query) };
}

export function viewText({ page, rest, query }: View): string {
  const path = [page, ...rest].map(encodeURIComponent).join('/');
  const tail = query.toString();
  return tail ? `${path}?${tail}` : path;
}

/** The place with other words in its query; an empty one goes. */
export function refined({ page, rest, query }: View, change: Record<string, string>): string {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value) changed.set(name, value);
    else changed.delete(name);
  }
  return viewText({ page, rest, query: changed });
}

export interface Question {
  title: string;
  text: string | TemplateResult;
  verb: string;
  danger?: boolean;
  word?: { label: string; value: string }; // to be typed before the verb can be pressed
}

export interface Toast {
  kind: 'ok' | 'error';
  text: string;
  action?: { label: string; run(): void };
}

export interface Act {
  action: string; // start, stop, profile.save …
  targets: string[];
  params?: Record<string, unknown>;
  done?: string; // what the message says when it is done
  failed?: string;
  quiet?: boolean; // the page itself shows why it failed
}

export interface Failure {
  target: string;
  error: string;
}

export interface App {
  readonly store: Store;
  readonly http: Http;
  readonly text: Catalogue;
  readonly numbers: Numbers;
  readonly place: View;
  readonly preferences: Preferences;
  /** Whether the page around allows single keys; a person may switch them off, too. */
  readonly hotkeys: 'on' | 'off';
  /** Whether nothing may be changed from here, and the sentence that says why. */
  readonly locked: string | null;
  /** Why what needs this role cannot be done from here, and the way out; null: it can. */
  refusal(needs: Needed): string | null;
  /** Whether its host is as narrow as a telephone, where tables are lists. */
  readonly narrow: boolean;
  /** Whether the figures are old because the server cannot be reached. */
  readonly stale: boolean;
  /** The API's address, without a slash at its end. */
  readonly baseUrl: string;
  /** What it asks the server with; a page around may bring its own. */
  readonly fetcher: typeof globalThis.fetch;
  /** The access key; empty where there is none. */
  token(): Promise<string>;
  /** A sentence of the API in the language of the dashboard. */
  say(sentence: Sentence): string;
  /** An error as a sentence. */
  explain(error: unknown): string;
  /** Show another view; with `replace` the one before is not gone back to, as while a filter is typed. */
  go(view: string, replace?: boolean): void;
  /** Asked before another view is shown; a page with unsaved work sets it, and takes it away. */
  hold: ((to: View) => Promise<boolean>) | null;
  /** The address of a view for a link; it keeps the page where addresses are not ours. */
  link(view: string): string;
  /**
   * Announce a change to the page around, make it, and say how it went; undefined where it failed or was refused. What
   * concerns several targets names those for which it failed.
   */
  act<T>(act: Act, work: () => Promise<T>, failed?: (result: T) => Failure[]): Promise<T | undefined>;
  ask(question: Question): Promise<boolean>;
  toast(toast: Toast): void;
  prefer(change: Partial<Preferences>): void;
  /** Which stretch of time charts show, where the page around or a person has said so; else see the preferences. */
  readonly range: string | null;
  setRange(range: string): void;
  openSearch(): void;
}

/** An element inside the dashboard: it renders into the dashboard's own shadow root, and anew with each change. */
export abstract class Piece extends LitElement {
  static sheet?: CSSResult | CSSResult[];
  static override properties: PropertyDeclarations = { app: { attribute: false } };
  declare app: App;
  readonly #again = () => this.requestUpdate();
  #store: Store | undefined;

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const sheets = [(this.constructor as typeof Piece).sheet ?? []].flat().flatMap((each) => each.styleSheet ?? []);
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
    this.#store = this.app?.store;
    this.#store?.addEventListener('change', this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#store?.removeEventListener('change', this.#again);
  }
}

/** Whether an error is the API's refusal with that code. */
export function isRefusal(error: unknown, code: string): error is ApiError {
  return error instanceof ApiError && error.code === code;
}
