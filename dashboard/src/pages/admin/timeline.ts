// The whole timeline, by miner, kind and time; all of the choice is in the address.
import { html, nothing, type TemplateResult } from 'lit';
import { asked, type MiningEvent, type Schemas } from '../../api/client';
import { Piece, refined } from '../../app';
import { glyph, icon, type GlyphName } from '../../components/icons';
import { clock, viewLink } from '../../components/parts';
import { KIND_GROUPS } from './kinds';

type Kind = Schemas['EventKindChoice'];

const PER_PAGE = 50;
const SPANS: Record<string, number> = { '1h': 3600e3, '24h': 86_400e3, '7d': 7 * 86_400e3, '30d': 30 * 86_400e3 }; // ms
const GLYPHS: Record<string, GlyphName> = {
  crash: 'failed', error: 'failed', hang: 'failed', degraded: 'degraded', recovered: 'ok', start: 'mining', restart: 'mining', resume: 'mining', adopt: 'mining',
  stop: 'stopped', exit: 'stopped', forget: 'stopped', pause: 'paused', payout: 'degraded',
}; // prettier-ignore

class Timeline extends Piece {
  static override properties = { events: { state: true }, issue: { state: true } };
  declare events: MiningEvent[] | null;
  declare issue: string;
  #total = 0;
  #pages = 1;
  #loaded = '';

  constructor() {
    super();
    Object.assign(this, { events: null, issue: '' });
  }

  get #query(): URLSearchParams {
    return this.app.place.query;
  }

  override willUpdate(): void {
    const newest = this.app.store.events[0]?.seq ?? 0;
    const now = `${this.#query} ${newest} ${this.app.store.connection.state === 'live'}`;
    if (this.#loaded === now) return;
    this.#loaded = now;
    void this.#load(now);
  }

  async #load(now: string): Promise<void> {
    const query = this.#query;
    const page = Math.max(1, Number(query.get('page')) || 1);
    const kind = query.get('event') ?? '';
    const span = SPANS[query.get('time') ?? ''];
    const from = span ? new Date(Date.now() - span).toISOString() : instant(query.get('from'));
    const to = span ? null : instant(query.get('to'));
    const miner = query.get('miner');
    try {
      const answer = await asked(
        this.app.http.GET('/events', {
          params: {
            query: {
              page,
              limit: PER_PAGE,
              ...(kind && { event: (KIND_GROUPS[kind] ?? [kind]) as Kind[] }),
              ...(miner && { miner }),
              ...(from && { from }),
              ...(to && { to }),
            },
          },
          querySerializer: { array: { style: 'form', explode: false } },
        }),
      );
      if (now !== this.#loaded) return;
      this.#total = answer.pagination.total;
      this.#pages = Math.max(1, answer.pagination.pages);
      this.events = answer.items;
      this.issue = '';
    } catch (error) {
      this.issue = this.app.explain(error);
    }
  }

  override render(): TemplateResult {
    const { app, events } = this;
    const words = app.text.admin.events;
    return html`<section class="panel timeline" aria-label=${app.text.admin.timeline}>
      ${this.#filter()} ${this.issue ? html`<div class="body"><p class="err" role="alert">${this.issue}</p></div>` : nothing}
      <ol class="lines">
        ${events?.map((event) => this.#row(event)) ?? html`<li><div class="skeleton grow"></div></li>`}
      </ol>
      ${events?.length === 0
        ? html`<div class="nothing">${icon('clock')}<p>${words.none}</p><button @click=${() => app.go('admin/timeline', true)}>${app.text.vocabulary.table.filterClear}</button></div>`
        : nothing}
      <footer>
        <span class="hint grow" role="status">${events ? words.count(app.numbers.count(this.#total)) : nothing}</span>
        ${this.#pages > 1 ? this.#paging() : nothing}
      </footer>
    </section>`;
  }

  #set(change: Record<string, string>): void {
    this.app.go(refined(this.app.place, { page: '', ...change }), true);
  }

  #filter(): TemplateResult {
    const { app } = this;
    const words = app.text.admin.events;
    const query = this.#query;
    const isBetween = query.get('time') === 'between';
    const times: [string, string][] = [
      ['', words.everyTime], ['1h', words.lastHour], ['24h', words.lastDay], ['7d', words.lastWeek], ['30d', words.lastMonth], ['between', words.between],
    ]; // prettier-ignore
    const miners = [...new Set([...(app.store.miners ?? []).map((each) => each.name), ...(query.get('miner') ? [query.get('miner')!] : [])])].sort();
    const option = (value: string, label: string, name: string) => html`<option value=${value} ?selected=${value === (query.get(name) ?? '')}>${label}</option>`;
    const changed = (name: string, more: Record<string, string> = {}) => (event: Event) => this.#set({ ...more, [name]: (event.target as HTMLSelectElement).value });
    const named = (name: string, label: string, control: TemplateResult) => html`<div class="field"><label class="name" for="timeline-${name}">${label}</label>${control}</div>`;
    const moment = (name: 'from' | 'to') =>
      named(name, words[name], html`<input id="timeline-${name}" type="datetime-local" .value=${query.get(name) ?? ''} @change=${changed(name)} />`);
    const kinds = Object.entries(KIND_GROUPS).map(
      ([group, each]) => html`<optgroup label=${words.groups[group] ?? group}>
        ${option(group, `${words.groups[group]}: ${words.everyKind}`, 'event')}${each.map((kind) => option(kind, app.text.vocabulary.events[kind] ?? kind, 'event'))}
      </optgroup>`,
    );
    return html`<div class="timeline-filter" role="search">
      ${named('miner', words.miner, html`<select id="timeline-miner" @change=${changed('miner')}>${option('', words.everyMiner, 'miner')}${miners.map((each) => option(each, each, 'miner'))}</select>`)}
      ${named('event', words.kind, html`<select id="timeline-event" @change=${changed('event')}>${option('', words.everyKind, 'event')}${kinds}</select>`)}
      ${named('time', words.time, html`<select id="timeline-time" @change=${changed('time', { from: '', to: '' })}>${times.map(([value, label]) => option(value, label, 'time'))}</select>`)}
      ${isBetween ? html`${moment('from')}${moment('to')}` : nothing}
    </div>`;
  }

  #row(event: MiningEvent): TemplateResult {
    const { app } = this;
    const kind = app.text.vocabulary.events[event.event] ?? event.event;
    return html`<li>
      ${clock(app, event.timestamp)} ${glyph(GLYPHS[event.event] ?? 'hint')}
      <div class="grow wrap">
        ${event.miner ? viewLink(app, `miners/${encodeURIComponent(event.miner)}`, event.miner, 'name') : nothing} ${app.say(event)}
      </div>
      <span class="tag">${kind}</span>
    </li>`;
  }

  #paging(): TemplateResult {
    const { app } = this;
    const page = Math.max(1, Number(this.#query.get('page')) || 1);
    const { pools } = app.text;
    const go = (to: number) => app.go(refined(app.place, { page: to > 1 ? String(to) : '' }));
    return html`<span class="hint">${pools.page(page, this.#pages)}</span>
      <button class="small" ?disabled=${page <= 1} @click=${() => go(page - 1)}>${app.text.admin.audit.newer}</button>
      <button class="small" ?disabled=${page >= this.#pages} @click=${() => go(page + 1)}>${app.text.admin.audit.older}</button>`;
  }
}

/** A moment as a field says it, in the time of this browser. */
function instant(text: string | null): string | null {
  const time = text ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

customElements.define('mining-timeline', Timeline);
