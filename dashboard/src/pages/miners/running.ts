// The tab Running: the table of miners with filter, order, keys and what is done to several at once.
import { html, nothing, type TemplateResult } from 'lit';
import { Piece, type View } from '../../app';
import { actOnAll, type Result } from '../../actions';
import type { Miner } from '../../api/client';
import { attentionRows, openAttention } from '../../components/attention';
import { minersTable } from '../../components/miners-table';
import { minersTableSheet } from '../../components/miners-table-sheet';
import { filtered, isColumn, sorted, type Sorting } from '../../components/miners-columns';
import { button, linkToChange } from '../../components/parts';
import { bulkBar, bulkSheet, type BulkVerb } from './bulk';
import { columnChooser, columnChooserSheet } from './column-chooser';

class RunningMiners extends Piece {
  static override properties = { ...Piece.properties, view: { attribute: false } };
  declare view: View; // where the dashboard is: another one is drawn anew
  static override sheet = [minersTableSheet, bulkSheet, columnChooserSheet];

  #chosen = new Set<string>();
  #anchor: string | null = null; // where a range begins
  #results: { verb: BulkVerb; list: Result[] } | null = null;
  #busy = false;
  #shown: Miner[] = [];
  #focused: HTMLElement | null = null;
  #root: EventTarget | null = null;
  readonly #keys = (event: Event) => this.#pressed(event as KeyboardEvent);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root = this.getRootNode();
    this.#root.addEventListener('keydown', this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#root?.removeEventListener('keydown', this.#keys);
  }

  // ——— what the address says

  get #sorting(): Sorting {
    const { query } = this.app.place;
    const by = query.get('sort') ?? '';
    return { by: by === 'miner' || isColumn(by) ? by : null, down: query.get('order') === 'desc' };
  }

  #ask(change: Record<string, string | null>): void {
    const query = new URLSearchParams(this.app.place.query);
    for (const [key, value] of Object.entries(change)) {
      if (value) query.set(key, value);
      else query.delete(key);
    }
    const tail = query.toString();
    this.app.go(tail ? `miners?${tail}` : 'miners', true);
    this.requestUpdate();
  }

  // ——— choosing

  #choose(name: string, chosen: boolean, range: boolean): void {
    const names = this.#shown.map((each) => each.name);
    const [from, to] = [names.indexOf(this.#anchor ?? name), names.indexOf(name)];
    const all = range && from >= 0 ? names.slice(Math.min(from, to), Math.max(from, to) + 1) : [name];
    for (const each of all) {
      if (chosen) this.#chosen.add(each);
      else this.#chosen.delete(each);
    }
    this.#anchor = name;
    this.requestUpdate();
  }

  #clear(): void {
    this.#chosen.clear();
    this.#results = null;
    this.requestUpdate();
  }

  async #act(verb: BulkVerb, names: string[]): Promise<void> {
    if (this.#busy) return;
    const list = await actOnAll(this.app, verb, names, () => {
      this.#busy = true;
      this.requestUpdate();
    });
    this.#busy = false;
    if (list) this.#results = { verb, list };
    if (list?.every((each) => each.error === null)) this.#chosen.clear();
    this.requestUpdate();
  }

  // ——— keys

  get #links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-miner] a.name')].filter((each) => each.offsetParent !== null);
  }

  #pressed(event: KeyboardEvent): void {
    const { app } = this;
    const target = event.composedPath()[0] as HTMLElement;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.closest('dialog, [popover], [role=tablist]')) return;
    if (event.key === 'Escape' && (this.#chosen.size || this.#results)) return this.#clear();
    if (app.hotkeys === 'off' || !app.preferences.hotkeys || target.matches('input:not([type=checkbox]), textarea, select')) return;
    const row = target.closest<HTMLElement>('[data-miner]');
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const arrows = row ? { ArrowDown: 1, ArrowUp: -1 } : {};
    const step = ({ j: 1, k: -1, ...arrows } as Record<string, number>)[key];
    if (step) {
      const links = this.#links;
      const at = row ? links.findIndex((each) => row.contains(each)) : step > 0 ? -1 : links.length;
      const to = links[Math.max(0, Math.min(links.length - 1, at + step))];
      if (!to) return;
      event.preventDefault();
      const name = (each: HTMLElement) => each.closest<HTMLElement>('[data-miner]')!.dataset['miner']!;
      if (event.shiftKey && row && !app.locked) {
        if (this.#anchor === null || !this.#chosen.has(row.dataset['miner']!)) this.#choose(row.dataset['miner']!, true, false);
        this.#choose(name(to), true, true);
      }
      to.focus();
    } else if (key === 'x' && row && !app.locked) {
      event.preventDefault();
      const name = row.dataset['miner']!;
      this.#choose(name, event.shiftKey || !this.#chosen.has(name), event.shiftKey);
    }
  }

  override willUpdate(): void {
    const names = new Set(this.app.store.miners?.map((each) => each.name));
    for (const name of this.#chosen) if (!names.has(name)) this.#chosen.delete(name);
    const active = (this.getRootNode() as ShadowRoot).activeElement;
    this.#focused = active instanceof HTMLElement && active.closest('[data-miner]') && this.contains(active) ? active : null;
  }

  /** A row that changes its place takes the focus along. */
  override updated(): void {
    const active = (this.getRootNode() as ShadowRoot).activeElement;
    if (this.#focused?.isConnected && active !== this.#focused) this.#focused.focus({ preventScroll: true });
  }

  // ——— what is seen

  override render(): TemplateResult {
    const { app } = this;
    const words = app.text.miners;
    const miners = app.store.miners;
    if (miners === null) return html`<div class="skeleton hero">&nbsp;</div>`;
    if (!miners.length) {
      return html`<div class="panel nothing"><h2>${words.noneYet}</h2>${linkToChange(app, 'setup', words.setUp, 'admin', 'button primary')}</div>`;
    }
    const filter = app.place.query.get('q') ?? '';
    this.#shown = sorted(app, filtered(app, miners, filter), this.#sorting);
    const selection = app.locked
      ? null
      : { has: (name: string) => this.#chosen.has(name), choose: (name: string, chosen: boolean, range: boolean) => this.#choose(name, chosen, range) };
    return html`<div class="stack">
      ${attentionRows(app, openAttention(app))}
      <div class="panel">
        <header>
          <input
            type="search"
            class="filter"
            aria-label=${words.filter}
            aria-keyshortcuts="/"
            placeholder=${words.filterHint}
            .value=${filter}
            @input=${(event: Event) => this.#ask({ q: (event.target as HTMLInputElement).value })}
          />
          <span class="hint" role="status">${filter ? words.filtered(this.#shown.length, miners.length) : nothing}</span>
          ${filter || this.#sorting.by ? nothing : html`<span class="hint">${app.text.overview.problemsFirst}</span>`}
          ${columnChooser(app)}
        </header>
        ${this.#shown.length
          ? minersTable(app, {
              miners: this.#shown,
              sorting: this.#sorting,
              sort: ({ by, down }) => this.#ask({ sort: by, order: by && down ? 'desc' : null }),
              selection,
            })
          : html`<div class="nothing"><p>${words.noneMatches}</p>${button(app, app.text.vocabulary.table.filterClear, () => this.#ask({ q: null }))}</div>`}
      </div>
      ${bulkBar(app, {
        miners: miners.filter((each) => this.#chosen.has(each.name)),
        results: this.#results,
        busy: this.#busy,
        act: (verb, names) => void this.#act(verb, names),
        clear: () => this.#clear(),
      })}
    </div>`;
  }
}

customElements.define('mining-running', RunningMiners);
