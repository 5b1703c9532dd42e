// What the table of miners can show, and how it is ordered and filtered.
import { html, type TemplateResult } from 'lit';
import type { Miner } from '../api/client';
import { coloursOf } from '../algorithm';
import type { App } from '../app';
import { known } from '../history';
import { memo } from '../history/memo';
import type { Past } from '../history/past';
import type { Colour, Figure } from './chart/data';
import { sparkline, sparkPath } from './sparkline';
import { bar, hostOf, none, orNone, quantity } from './parts';
import { hottest, isLive, power, problemsFirst, stateOf } from '../state';

export type ColumnId = 'hashrate' | 'usual' | 'day' | 'accepted' | 'rejected' | 'recent' | 'pool' | 'hottest' | 'power' | 'uptime';

export interface Column {
  id: ColumnId;
  number: boolean;
  value: ((app: App, miner: Miner) => number | string | null) | null; // what it is sorted by, null where not known; null: it cannot be
  by?(app: App, miner: Miner): unknown; // what the cell is drawn of, where that is not its value; not the same: it is drawn anew
  cell(app: App, miner: Miner): unknown;
}

/** What a cell is drawn of. */
export function shownBy(column: Column, app: App, miner: Miner): unknown {
  return column.by ? column.by(app, miner) : column.value?.(app, miner);
}

export interface Sorting {
  by: ColumnId | 'miner' | null; // null: problems first
  down: boolean;
}

/** How a miner's hashrate compares with its own usual, %; null: no usual is known, or it does not hash. */
export function againstUsual(app: App, miner: Miner): number | null {
  const usual = app.store.usual.get(miner.name);
  if (!usual?.median || miner.hashrate === null || usual.algorithm !== miner.stats.algorithm) return null;
  return (miner.hashrate / usual.median) * 100;
}

export function usualCell(app: App, miner: Miner): TemplateResult {
  const percent = againstUsual(app, miner);
  if (percent === null) return none(app);
  const low = Math.round(percent) < 90; // what is read decides the colour
  return html`<span class="row against ${low ? 'warn' : ''}">${bar(Math.round(percent) / 100, low ? 'warn' : 'quiet')}${app.numbers.percent(Math.round(percent))}</span>`;
}

const live = <T>(miner: Miner, value: T): T | null => (isLive(miner) ? value : null);

const ratesIn = memo((app: App, past: Past | undefined) => {
  const rates = new Map(past?.miners.map((each) => [each.name, each.rates]));
  return { rates, colours: coloursOf(app.store, [...rates.values()].flatMap((each) => [...each.keys()])) };
});

interface Day {
  to: number | undefined; // s since the epoch: the end of the last bucket that is over
  algorithm: string | null;
  values: readonly Figure[] | undefined;
  colour: Colour;
}

const AT_ONCE = 2; // lines that are carried on in one redraw: fifty of them would be felt

const days = new WeakMap<App, Map<string, Day>>();

/** The line of each miner's last 24 h, of what it mines now. A pixel of it stands for many minutes, so it is another one only with each bucket. */
function dayOf(app: App): (miner: Miner) => Day {
  const past = known(app, { range: '24h', metrics: ['hashrate'] })?.past;
  const { rates, colours } = ratesIn(app, past);
  const before = days.get(app) ?? new Map<string, Day>();
  days.set(app, before);
  let left = AT_ONCE;
  return ({ name: of, stats }) => {
    const day = before.get(of);
    const isDrawn = day?.algorithm === stats.algorithm && day.values && sparkPath(day.values);
    if (isDrawn && (day.to === past?.to || left-- <= 0)) return day;
    const algorithm = stats.algorithm ?? [...(rates.get(of)?.keys() ?? [])][0] ?? '';
    const fresh = { to: past?.to, algorithm: stats.algorithm, values: rates.get(of)?.get(algorithm), colour: colours.get(algorithm) ?? 'text-2' };
    if (day && day.values === fresh.values && day.colour === fresh.colour) return Object.assign(day, fresh);
    before.set(of, fresh);
    return fresh;
  };
}

export const COLUMNS: Column[] = [
  {
    id: 'hashrate',
    number: true,
    value: (_, miner) => live(miner, miner.hashrate),
    cell: (app, miner) => html`<b class="strong">${quantity(app, app.numbers.hashrate(live(miner, miner.hashrate)))}</b>`,
  },
  {
    id: 'usual',
    number: false,
    value: (app, miner) => live(miner, againstUsual(app, miner)),
    by: (app, miner) => {
      const percent = live(miner, againstUsual(app, miner));
      return percent === null ? null : Math.round(percent);
    },
    cell: (app, miner) => (isLive(miner) ? usualCell(app, miner) : none(app)),
  },
  {
    id: 'day',
    number: false,
    value: null,
    cell: none, // drawn for all rows at once
  },
  {
    id: 'accepted',
    number: true,
    value: (_, miner) => live(miner, miner.stats.shares.accepted),
    cell: (app, miner) => orNone(app, app.numbers.count(live(miner, miner.stats.shares.accepted))),
  },
  {
    id: 'rejected',
    number: true,
    value: (_, miner) => live(miner, miner.stats.shares.rejected),
    cell: (app, miner) => html`<span class=${live(miner, miner.stats.shares.rejected) ? 'warn' : ''}>${orNone(app, app.numbers.count(live(miner, miner.stats.shares.rejected)))}</span>`,
  },
  {
    id: 'recent',
    number: true,
    value: (_, miner) => live(miner, miner.stats.sharesRecent.accepted),
    by: (_, miner) => live(miner, `${miner.stats.sharesRecent.accepted}/${miner.stats.sharesRecent.rejected}`),
    cell: (app, miner) => {
      const { accepted, rejected } = miner.stats.sharesRecent;
      return isLive(miner) ? html`${app.numbers.count(accepted)}<span class="hint"> / ${app.numbers.count(rejected)}</span>` : none(app);
    },
  },
  {
    id: 'pool',
    number: false,
    value: (_, miner) => live(miner, miner.stats.connection.pool),
    by: (_, miner) => {
      const { pool, connected, ping } = miner.stats.connection;
      return live(miner, pool && `${pool} ${connected === false ? 'down' : ping}`);
    },
    cell: (app, miner) => {
      const { pool, connected, ping } = miner.stats.connection;
      if (!isLive(miner) || !pool) return none(app);
      return html`<span class="pool" title=${pool}><span>${hostOf(pool)}</span> <span class="hint">${connected === false ? app.text.overview.pool.down : app.numbers.ping(ping)}</span></span>`;
    },
  },
  {
    id: 'hottest',
    number: true,
    value: (_, miner) => hottest(miner)?.celsius ?? null,
    cell: (app, miner) => quantity(app, app.numbers.temperature(hottest(miner)?.celsius)),
  },
  {
    id: 'power',
    number: true,
    value: (_, miner) => power(miner),
    cell: (app, miner) => quantity(app, app.numbers.power(power(miner))),
  },
  {
    id: 'uptime',
    number: true,
    value: (_, miner) => live(miner, miner.uptime),
    by: (_, miner) => live(miner, miner.uptime < 60 ? miner.uptime : 60 * Math.floor(miner.uptime / 60)), // as it is read
    cell: (app, miner) => (isLive(miner) ? app.numbers.duration(miner.uptime) : none(app)),
  },
];

export function isColumn(id: string): id is ColumnId {
  return COLUMNS.some((each) => each.id === id);
}

/** The columns that a person has not hidden. */
export function shownColumns(app: App): Column[] {
  const hidden = app.preferences.columns['miners'] ?? [];
  const shown = COLUMNS.filter((each) => !hidden.includes(each.id));
  if (hidden.includes('day')) return shown;
  const day = dayOf(app); // made once for all rows
  const cell = (_: App, miner: Miner) => sparkline(app, day(miner).values, day(miner).colour);
  return shown.map((each) => (each.id === 'day' ? { ...each, by: (_: App, miner: Miner) => day(miner), cell } : each));
}

/** In order; what is not known is last, whichever way it is sorted. */
export function sorted(app: App, miners: readonly Miner[], { by, down }: Sorting): Miner[] {
  if (by === null) return [...miners].sort(problemsFirst(app.store));
  const column = COLUMNS.find((each) => each.id === by);
  const value = (miner: Miner) => (column?.value ? column.value(app, miner) : miner.name);
  const way = down ? -1 : 1;
  return [...miners].sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || a.name.localeCompare(b.name);
    const order = typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other));
    return order * way || a.name.localeCompare(b.name);
  });
}

/** Those in which every word of the filter stands. */
export function filtered(app: App, miners: readonly Miner[], filter: string): Miner[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [...miners];
  return miners.filter((miner) => {
    const state = stateOf(miner);
    const { algorithm, connection } = miner.stats;
    const texts = [miner.name, miner.type, miner.config.coin, miner.config.algo, algorithm, miner.config.pool, connection.pool, state, app.text.vocabulary.status[state]];
    const whole = texts.filter(Boolean).join('\n').toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
