// The table of miners: problems first, one line each; in a narrow host two-line rows.
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { actOn, type MinerVerb } from '../actions';
import type { Miner } from '../api/client';
import type { App } from '../app';
import { glyph, icon } from './icons';
import { menu, type MenuItem } from './menu';
import { againstUsual, shownBy, shownColumns, sorted, type Column, type ColumnId, type Sorting } from './miners-columns';
import { hostOf, quantity, viewLink } from './parts';
import { eachRow, elementOf, type Line } from './rows';
import { hottest, isLive, shownState } from '../state';

/** What may be done with it now. */
export function verbsOf(miner: Miner): MinerVerb[] {
  if (!isLive(miner)) return miner.status === 'error' ? ['start', 'stop', 'forget'] : ['start', 'forget'];
  return miner.wanted === 'paused' ? ['resume', 'restart', 'stop'] : ['pause', 'restart', 'stop'];
}

export function minerItem(app: App, verb: MinerVerb, run: () => void): MenuItem {
  const label = app.text.vocabulary.verbs[verb];
  return verb === 'forget' ? { label, run, danger: true, needs: 'admin' } : { label, run };
}

export function minerMenu(app: App, miner: Miner): TemplateResult {
  if (app.locked) return html``;
  const { verbs } = app.text.vocabulary;
  return menu(
    app,
    `${verbs.actions}: ${miner.name}`,
    verbsOf(miner).map((verb) => minerItem(app, verb, () => void actOn(app, verb, miner.name))),
  );
}

/** Its reason in one line, where it is not simply mining. */
export function reasonOf(app: App, miner: Miner): string | null {
  if (miner.stats.donating) return app.text.vocabulary.donating(miner.type);
  return miner.reason && miner.health !== 'ok' ? app.say(miner.reason) : miner.status === 'paused' && miner.reason ? app.say(miner.reason) : null;
}

/** Which rows are chosen, where a person can choose. */
export interface Selection {
  has(name: string): boolean;
  choose(name: string, chosen: boolean, range: boolean): void;
}

export interface TableOptions {
  miners?: readonly Miner[]; // in order; absent: all, problems first
  sorting?: Sorting;
  sort?(sorting: Sorting): void; // absent: it cannot be sorted
  selection?: Selection | null;
}

const LONG = 100; // rows
const AT_ONCE = 20; // rows that are drawn anew with each round of figures; of more, each is drawn with every second one

export function minersTable(app: App, { miners, sorting, sort, selection }: TableOptions = {}): TemplateResult {
  const shown = miners ?? sorted(app, app.store.miners ?? [], { by: null, down: false });
  const columns = shownColumns(app);
  const words = app.text.overview.columns;
  const head = (by: ColumnId | 'miner', number: boolean, sortable = true) => headCell(words[by], by, number, sorting, sortable ? sort : undefined);
  const ground = groundOf(app, columns.map((each) => each.id).join(), Boolean(selection));
  const turn = (place: number) => (shown.length > AT_ONCE && !sorting?.by ? app.store.rounds + place : null); // sorted rows show what they are sorted by
  const state = (miner: Miner) => [miner.status, shownState(app.store, miner), miner.health, miner.wanted, isLive(miner), selection?.has(miner.name)];
  const rows = (draw: (line: Line, miner: Miner) => TemplateResult) => eachRow(shown, { ground, turn, state, draw });
  if (app.narrow) {
    return html`<ul class="miners-narrow lines">
      ${rows((line, miner) => narrowRow(app, line, miner, selection ?? null))}
    </ul>`;
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${app.text.overview.miners}>
    <table class="miners ${shown.length > LONG ? 'long' : ''}" role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${selection ? html`<th role="columnheader" scope="col" class="pick">${pickAll(app, shown, selection)}</th>` : nothing}
          ${head('miner', false)} ${columns.map((each) => head(each.id, each.number, each.value !== null))}
          <th role="columnheader" scope="col" class="acts"><span class="hidden">${app.text.vocabulary.verbs.actions}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows((line, miner) => row(app, line, miner, columns, selection ?? null))}
      </tbody>
    </table>
  </div>`;
}

function headCell(word: string, by: ColumnId | 'miner', number: boolean, sorting: Sorting | undefined, sort: TableOptions['sort']): TemplateResult {
  const on = sorting?.by === by;
  const classes = by === 'miner' ? 'first' : number ? 'number' : '';
  if (!sort) return html`<th role="columnheader" scope="col" data-column=${by} class=${classes}>${word}</th>`;
  // The first click shows the greatest first where there are numbers; the third leads back to problems first.
  const first = number;
  const next: Sorting = !on ? { by, down: first } : sorting.down === first ? { by, down: !first } : { by: null, down: false };
  return html`<th role="columnheader" scope="col" data-column=${by} class=${classes} aria-sort=${on ? (sorting.down ? 'descending' : 'ascending') : nothing}>
    <button @click=${() => sort(next)}>${word}${on ? icon(sorting.down ? 'down' : 'up') : nothing}</button>
  </th>`;
}

function pickAll(app: App, miners: readonly Miner[], selection: Selection): TemplateResult {
  const chosen = miners.filter((each) => selection.has(each.name)).length;
  return html`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${app.text.miners.selectAll}
      .checked=${chosen > 0 && chosen === miners.length}
      .indeterminate=${chosen > 0 && chosen < miners.length}
      @change=${(event: Event) => {
        const { checked } = event.target as HTMLInputElement;
        for (const miner of miners) selection.choose(miner.name, checked, false);
      }}
  /></label>`;
}

function pick(app: App, miner: Miner, selection: Selection): TemplateResult {
  return html`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${app.text.miners.select(miner.name)}
      .checked=${selection.has(miner.name)}
      @click=${(event: MouseEvent) => selection.choose(miner.name, (event.target as HTMLInputElement).checked, event.shiftKey)}
  /></label>`;
}

function name(app: App, miner: Miner): TemplateResult {
  const state = shownState(app.store, miner);
  return html`<span class="row nowrap"
    >${glyph(state, app.text.vocabulary.status[state])}${viewLink(app, `miners/${encodeURIComponent(miner.name)}`, miner.name, 'name')}
    ${miner.simulated ? html`<span class="tag">${app.text.vocabulary.simulated}</span>` : html`<span class="hint">${miner.type}</span>`}</span
  >`;
}

interface Ground {
  readonly text: unknown;
  readonly numbers: unknown;
  readonly locked: unknown;
  readonly stale: unknown;
  readonly columns: string;
  readonly canChoose: boolean;
}

const grounds = new WeakMap<App, Ground>();

/** What all rows are drawn with beside their miner: another value where any of it is another. */
function groundOf(app: App, columns: string, canChoose: boolean): Ground {
  const before = grounds.get(app);
  const { text, numbers, locked, stale } = app;
  if (before?.text === text && before.numbers === numbers && before.locked === locked && before.stale === stale && before.columns === columns && before.canChoose === canChoose) return before;
  const ground = { text, numbers, locked, stale, columns, canChoose };
  grounds.set(app, ground);
  return ground;
}

/** A line of the table; each cell is made anew only where what it shows is another. */
function row(app: App, line: Line, miner: Miner, columns: readonly Column[], selection: Selection | null): TemplateResult {
  const reason = reasonOf(app, miner);
  const chosen = selection?.has(miner.name) ?? false;
  const first = () => html`<td role="rowheader" class="first">${name(app, miner)}${reason ? html`<div class="hint reason" title=${reason}>${reason}</div>` : nothing}</td>`;
  const figure = (each: Column) => html`<td role="cell" data-column=${each.id} class=${each.number ? 'number' : ''}>${each.cell(app, miner)}</td>`;
  return html`<tr role="row" ${elementOf(line)} data-miner=${miner.name} class="${chosen ? 'chosen' : ''} ${reason ? 'tall' : ''}" @dblclick=${() => app.go(`miners/${encodeURIComponent(miner.name)}`)}>
    ${selection ? (line.still('pick', true) ? noChange : html`<td role="cell" class="pick">${pick(app, miner, selection)}</td>`) : nothing}
    ${line.still('first', reason) ? noChange : first()} ${columns.map((each) => (line.still(each.id, shownBy(each, app, miner)) ? noChange : figure(each)))}
    ${line.still('acts', true) ? noChange : html`<td role="cell" class="acts">${minerMenu(app, miner)}</td>`}
  </tr>`;
}

function narrowRow(app: App, line: Line, miner: Miner, selection: Selection | null): TemplateResult {
  const { numbers } = app;
  const live = isLive(miner);
  const hot = hottest(miner);
  const percent = againstUsual(app, miner);
  const beside = [hot ? Object.values(numbers.temperature(hot.celsius)).join('\u202f') : null, percent === null ? null : numbers.percent(Math.round(percent))];
  return html`<li ${elementOf(line)} data-miner=${miner.name} class=${selection?.has(miner.name) ? 'chosen' : ''}>
    ${selection ? pick(app, miner, selection) : nothing}
    <div class="grow">
      ${name(app, miner)}
      <div class="hint wrap">${reasonOf(app, miner) ?? [miner.config.coin, live && miner.stats.connection.pool ? hostOf(miner.stats.connection.pool) : null].filter(Boolean).join(' · ')}</div>
    </div>
    <div class="number">
      <div class="strong">${quantity(app, numbers.hashrate(live ? miner.hashrate : null))}</div>
      <div class="hint ${percent !== null && percent < 90 ? 'warn' : ''}">${beside.filter(Boolean).join(' · ')}</div>
    </div>
    ${minerMenu(app, miner)}
  </li>`;
}
