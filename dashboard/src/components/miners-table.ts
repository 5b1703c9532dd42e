// The table of miners: problems first, one line each; in a narrow host two-line rows.
import { css, html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { actOn, type MinerVerb } from '../actions';
import type { Miner } from '../api/client';
import type { App } from '../app';
import { glyph, icon } from './icons';
import { menu } from './menu';
import { againstUsual, shownColumns, sorted, type Column, type ColumnId, type Sorting } from './miners-columns';
import { quantity, viewLink } from './parts';
import { unlessUnseen, watch } from './unseen';
import { hottest, isLive, stateOf } from '../state';

/** What may be done with it now. */
export function verbsOf(miner: Miner): MinerVerb[] {
  if (!isLive(miner)) return miner.status === 'error' ? ['start', 'stop', 'forget'] : ['start', 'forget'];
  return miner.wanted === 'paused' ? ['resume', 'restart', 'stop'] : ['pause', 'restart', 'stop'];
}

export function minerMenu(app: App, miner: Miner): TemplateResult {
  if (app.locked) return html``;
  const { verbs } = app.text.vocabulary;
  return menu(
    app,
    `${verbs.actions}: ${miner.name}`,
    verbsOf(miner).map((verb) => ({ label: verbs[verb], danger: verb === 'forget', run: () => void actOn(app, verb, miner.name) })),
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

export function minersTable(app: App, { miners, sorting, sort, selection }: TableOptions = {}): TemplateResult {
  const shown = miners ?? sorted(app, app.store.miners ?? [], { by: null, down: false });
  const columns = shownColumns(app);
  const words = app.text.overview.columns;
  const head = (by: ColumnId | 'miner', number: boolean) => headCell(words[by], by, number, sorting, sort);
  const key = (miner: Miner) => [miner.status, miner.health, miner.wanted, selection?.has(miner.name), app.stale, app.locked, columns.length, app.text.vocabulary.brand].join();
  const rows = (draw: (miner: Miner) => TemplateResult) => repeat(shown, (miner) => miner.name, (miner) => unlessUnseen(miner.name, key(miner), () => draw(miner)));
  if (app.narrow) {
    return html`<ul class="miners-narrow lines">
      ${rows((miner) => narrowRow(app, miner, selection ?? null))}
    </ul>`;
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${app.text.overview.miners}>
    <table class="miners">
      <thead>
        <tr>
          ${selection ? html`<th scope="col" class="pick">${pickAll(app, shown, selection)}</th>` : nothing}
          ${head('miner', false)} ${columns.map((each) => (each.value ? head(each.id, each.number) : html`<th scope="col">${words[each.id]}</th>`))}
          <th scope="col"><span class="hidden">${app.text.vocabulary.verbs.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows((miner) => row(app, miner, columns, selection ?? null))}
      </tbody>
    </table>
  </div>`;
}

function headCell(word: string, by: ColumnId | 'miner', number: boolean, sorting: Sorting | undefined, sort: TableOptions['sort']): TemplateResult {
  const on = sorting?.by === by;
  const classes = number ? 'number' : '';
  if (!sort) return html`<th scope="col" class=${classes}>${word}</th>`;
  // The first click shows the greatest first where there are numbers; the third leads back to problems first.
  const first = number;
  const next: Sorting = !on ? { by, down: first } : sorting.down === first ? { by, down: !first } : { by: null, down: false };
  return html`<th scope="col" class=${classes} aria-sort=${on ? (sorting.down ? 'descending' : 'ascending') : nothing}>
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
  const state = stateOf(miner);
  return html`<span class="row nowrap"
    >${glyph(state, app.text.vocabulary.status[state])}${viewLink(app, `miners/${encodeURIComponent(miner.name)}`, miner.name, 'name')}
    ${miner.simulated ? html`<span class="tag">${app.text.vocabulary.simulated}</span>` : html`<span class="hint">${miner.type}</span>`}</span
  >`;
}

function row(app: App, miner: Miner, columns: readonly Column[], selection: Selection | null): TemplateResult {
  const reason = reasonOf(app, miner);
  return html`<tr ${ref(watch)} data-miner=${miner.name} class=${selection?.has(miner.name) ? 'chosen' : ''} @dblclick=${() => app.go(`miners/${encodeURIComponent(miner.name)}`)}>
    ${selection ? html`<td class="pick">${pick(app, miner, selection)}</td>` : nothing}
    <td class="first">${name(app, miner)}${reason ? html`<div class="hint reason" title=${reason}>${reason}</div>` : nothing}</td>
    ${columns.map((each) => html`<td class=${each.number ? 'number' : ''}>${each.cell(app, miner)}</td>`)}
    <td class="number">${minerMenu(app, miner)}</td>
  </tr>`;
}

function narrowRow(app: App, miner: Miner, selection: Selection | null): TemplateResult {
  const { numbers } = app;
  const live = isLive(miner);
  const hot = hottest(miner);
  const percent = againstUsual(app, miner);
  const beside = [hot ? Object.values(numbers.temperature(hot.celsius)).join('') : null, percent === null ? null : numbers.percent(Math.round(percent))];
  return html`<li ${ref(watch)} data-miner=${miner.name} class=${selection?.has(miner.name) ? 'chosen' : ''}>
    ${selection ? pick(app, miner, selection) : nothing}
    <div class="grow">
      ${name(app, miner)}
      <div class="hint wrap">${reasonOf(app, miner) ?? [miner.config.coin, live ? miner.stats.connection.pool : null].filter(Boolean).join(' · ')}</div>
    </div>
    <div class="number">
      <div class="strong">${quantity(app, numbers.hashrate(live ? miner.hashrate : null))}</div>
      <div class="hint ${percent !== null && percent < 90 ? 'warn' : ''}">${beside.filter(Boolean).join(' · ')}</div>
    </div>
    ${minerMenu(app, miner)}
  </li>`;
}

export const minersTableSheet = css`
  svg.spark {
    display: block;
  }
  .strong {
    font-weight: 600;
  }
  .miners a.name, .miners-narrow a.name {
    min-width: 24px;
    scroll-margin-block: 120px 160px; /* clear of the bars at the edges */
  }
  .miners a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
  }
  .miners a.name:hover, .miners-narrow a.name:hover {
    text-decoration: underline;
  }
  .miners-narrow a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
    padding: 4px 0;
    min-height: 24px;
  }
  .nowrap {
    flex-wrap: nowrap;
  }
  .miners td {
    contain: content; /* a new figure is laid out and painted in its cell alone */
  }
  .miners th, .miners td {
    padding-left: 8px;
    padding-right: 8px;
  }
  .miners th {
    white-space: normal;
    vertical-align: bottom;
  }
  .miners th.number {
    min-width: 68px;
  }
  .miners th button {
    text-align: inherit;
  }
  .miners td.first {
    width: 100%;
    max-width: 0;
    min-width: 190px;
  }
  .miners .pool {
    display: block;
    max-width: 180px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .miners .reason {
    margin: 0 0 6px 20px;
    white-space: normal;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .against {
    flex-wrap: nowrap;
  }
  .miners th.pick, .miners td.pick {
    width: 42px;
    padding-right: 0;
  }
  label.pick {
    flex: none;
    display: inline-grid;
    place-items: center;
    width: 24px;
    height: 24px;
    cursor: pointer;
  }
  .miners tr.chosen td, .miners-narrow li.chosen, .miners tr:has(a.name:focus-visible) td {
    background: var(--c-accent-tint);
  }
  .miners-narrow .number {
    text-align: right;
    white-space: nowrap;
  }
  @container dashboard (max-width: 44.9937rem) {
    label.pick {
      width: 40px;
      height: 40px;
      margin: -8px -8px -8px -12px;
    }
  }
`;
