// The tracks of the statistics: what each draws, the facts beside it, and the columns that are exported.
import { coloursOf } from '../../algorithm';
import type { App } from '../../app';
import { scales, sightOf, stretches, type ChartData, type Colour, type Figure, type Series, type Sight, type Track } from '../../components/chart/data';
import type { Known } from '../../history';
import { bars, median, pings, reported, shares, sumReported } from '../../history/figures';
import { marksOf } from '../../history/happenings';
import { sumTrack } from '../../history/hashrate';
import { memo } from '../../history/memo';
import { poolsOf } from '../../history/pools';
import { RANGES, type RangeName } from '../../history/range';
import { timeMining } from '../../history/sums';
import { spanText } from '../../history/words';
import type { Quantity } from '../../text/numbers';

export const STATISTICS_RANGES: readonly RangeName[] = ['24h', '7d', '30d', '90d'];
export const METRICS = ['hashrate', 'accepted', 'rejected', 'temperature', 'power', 'ping'] as const;
const MOST_LINES = 6; // on one axis
const HIGH = 150; // px of a track with many lines
const WORST = 1; // % from which on rejected shares are amber

export interface Fact {
  label: string;
  value: Quantity;
  hint?: string;
}

export interface Column {
  name: string;
  unit: string | null;
  values: readonly Figure[];
}

export interface Panel {
  track: Track;
  about: string;
  facts: Fact[];
  columns: Column[];
}

export interface Sheet {
  chart: ChartData;
  panels: ReadonlyMap<string, Panel>; // by track
}

/** Everything of a stretch; `before` is the one that it is compared with. */
export const sheetOf = memo((app: App, range: RangeName, all: Known, before: Known | null, hot: number, _usual: unknown): Sheet => {
  const panels = [
    ...hashrates(app, range, all, before),
    rejected(app, range, all, before),
    temperature(app, all, hot),
    power(app, range, all, before),
    ping(app, all),
  ].filter((panel) => panel !== null);
  const { past, events } = all;
  const of = new Map<string, string>();
  for (const { algorithm, miners } of all.sums) for (const name of miners) of.set(name, algorithm);
  const marks = marksOf(app, events, past.step, (miner) => (miner === null ? undefined : (of.get(miner) ?? 'none')));
  return { chart: { ...past, tracks: panels.map(({ track }) => track), marks }, panels: new Map(panels.map((panel) => [panel.track.id, panel])) };
});

/** A mean to compare with, where at least half of its stretch is known. */
function comparable(sight: Sight | null, before: Known | null): number | undefined {
  return sight && before && sight.count * 2 >= before.past.times.length ? sight.mean : undefined;
}

/** How a mean has changed, in whole percent. */
function change(app: App, range: RangeName, now: number | undefined, before: number | undefined): string | undefined {
  if (!now || !before) return undefined;
  const percent = Math.round((now / before - 1) * 100);
  return app.text.statistics.change(`${percent < 0 ? '−' : '+'}${app.numbers.percent(Math.abs(percent))}`, app.text.statistics.before[range]!);
}

const none: Quantity = { value: '—', unit: '' };

/** Figures of the stretch before, one below each of now; both end at the same place. */
function below(values: readonly Figure[], length: number): Figure[] {
  return Array.from({ length }, (_, at) => values[values.length - length + at] ?? null);
}

function hashrates(app: App, range: RangeName, all: Known, before: Known | null): Panel[] {
  const { past, sums: totals } = all;
  const { statistics } = app.text;
  const colours = coloursOf(app.store, totals.map(({ algorithm }) => algorithm)); // prettier-ignore
  const earlier = before?.sums ?? [];
  return totals.map((sum) => {
    const track = sumTrack(app, all, sum, colours.get(sum.algorithm)!);
    const sight = sightOf(sum.values, past.times);
    const other = earlier.find(({ algorithm }) => algorithm === sum.algorithm);
    const otherSight = other ? sightOf(other.values, before!.past.times) : null;
    const compared: Series[] = other ? [{ label: statistics.beforeName[range]!, colour: 'text-3', dash: 1, values: below(other.values, past.times.length) }] : [];
    const mining = timeMining(past, sum);
    return {
      track: { ...track, series: [...track.series, ...compared] },
      about: statistics.miners(sum.miners.length),
      facts: [
        { label: statistics.average, value: app.numbers.hashrate(sight?.mean), ...hinted(change(app, range, sight?.mean, comparable(otherSight, before))) },
        { label: statistics.lowest, value: app.numbers.hashrate(sight?.least) },
        { label: statistics.timeMining, value: percent(app, mining === null ? null : Math.floor(mining * 1000) / 10, mining === 1 ? 0 : 1) },
      ],
      columns: [{ name: `hashrate ${sum.algorithm}`, unit: 'H/s', values: sum.values }],
    };
  });
}

const hinted = (hint: string | undefined) => (hint ? { hint } : {});
const percent = (app: App, value: number | null, places: number): Quantity => (value === null ? none : { value: app.numbers.decimal(value, places), unit: '%' });

function rejected(app: App, range: RangeName, { past }: Known, before: Known | null): Panel | null {
  const { statistics } = app.text;
  const counts = shares(past);
  const all = sum(counts.accepted) + sum(counts.rejected);
  if (!all) return null;
  const width = Math.max(RANGES[range].bars, past.step);
  const steps = bars(past, counts, width, app.numbers.zone(past.to * 1000));
  const values = steps.map((bar): Figure => (bar.accepted + bar.rejected ? (bar.rejected / (bar.accepted + bar.rejected)) * 100 : null));
  const worst = Math.max(0, ...values.filter((each) => each !== null));
  const mean = (sum(counts.rejected) / all) * 100;
  const earlier = before ? shares(before.past) : null;
  const isComparable = earlier && earlier.accepted.filter((each) => each !== null).length * 2 >= before!.past.times.length;
  const other = isComparable ? (sum(earlier.rejected) / (sum(earlier.accepted) + sum(earlier.rejected))) * 100 : undefined;
  return {
    track: {
      id: 'rejected',
      title: statistics.rejected,
      kind: 'bars',
      scale: scales(app.numbers).percent,
      series: [{ label: statistics.rejected, colour: 'quiet', values }],
      times: steps.map(({ from }) => from),
      step: width,
      warnAbove: WORST,
      gaps: stretches(steps.map(({ from }) => from), width, (at) => (steps[at]!.measured ? null : 'silent')),
    },
    about: statistics.inSteps(spanText(app, width)),
    facts: [
      { label: statistics.average, value: percent(app, mean, mean < 1 ? 2 : 1), ...hinted(change(app, range, mean, other)) },
      { label: statistics.worst, value: percent(app, worst, worst < 1 ? 2 : 1) },
      { label: statistics.accepted, value: { value: app.numbers.count(sum(counts.accepted)), unit: '' } },
    ],
    columns: [
      { name: 'accepted shares', unit: null, values: counts.accepted },
      { name: 'rejected shares', unit: null, values: counts.rejected },
    ],
  };
}

function sum(values: readonly Figure[]): number {
  return values.reduce<number>((all, each) => all + (each ?? 0), 0);
}

const LINES: Colour[] = ['s6', 's1', 's3', 's5', 's2', 's4'];

/** Some lines on one axis, which differ in colour and dash. */
function lines(all: readonly (readonly [string, readonly Figure[]])[]): Series[] {
  return all.slice(0, MOST_LINES).map(([label, values], at) => ({ label, colour: LINES[at]!, dash: at, values }));
}

function temperature(app: App, { past }: Known, hot: number): Panel | null {
  const { statistics } = app.text;
  const highest = (values: readonly Figure[]) => Math.max(...values.filter((each) => each !== null));
  const all = [...reported(past, 'temperature')].sort(([, a], [, b]) => highest(b) - highest(a));
  if (!all.length) return null;
  const limit = Object.values(app.numbers.temperature(hot)).join('\u202f');
  return {
    track: {
      id: 'temperature',
      title: statistics.temperature,
      scale: scales(app.numbers).temperature,
      series: lines(all),
      limit: { value: hot, label: limit },
      fit: true,
      height: HIGH,
    },
    about: all.length > MOST_LINES ? statistics.hottestOf(MOST_LINES, all.length) : '',
    facts: [
      { label: statistics.highest, value: app.numbers.temperature(highest(all[0]![1])) },
      { label: statistics.nowOver(limit), value: { value: app.numbers.count(all.filter(([, values]) => (values.at(-1) ?? 0) > hot).length), unit: '' } },
    ],
    columns: all.map(([name, values]) => ({ name: `temperature ${name}`, unit: '°C', values })),
  };
}

function power(app: App, range: RangeName, { past, presence }: Known, before: Known | null): Panel | null {
  const { statistics } = app.text;
  const { values, miners } = sumReported(past, presence, 'power');
  if (!miners.length) return null;
  const sight = sightOf(values, past.times);
  const other = before ? sumReported(before.past, before.presence, 'power') : null;
  const otherSight = other ? sightOf(other.values, before!.past.times) : null;
  const compared: Series[] = otherSight ? [{ label: statistics.beforeName[range]!, colour: 'text-3', dash: 1, values: below(other!.values, past.times.length) }] : [];
  return {
    track: {
      id: 'power',
      title: statistics.power,
      scale: scales(app.numbers).power,
      series: [{ label: statistics.power, colour: 'text-2', values, area: true }, ...compared],
    },
    about: statistics.report(miners.length, past.miners.length),
    facts: [
      { label: statistics.average, value: app.numbers.power(sight?.mean), ...hinted(change(app, range, sight?.mean, comparable(otherSight, before))) },
      { label: statistics.energy, value: app.numbers.energy(sight ? (sum(values) * past.step) / 3600 : null) },
    ],
    columns: [{ name: 'power', unit: 'W', values }],
  };
}

function ping(app: App, { past, events }: Known): Panel | null {
  const { statistics } = app.text;
  const all = [...pings(past, poolsOf(app.store.miners ?? [], events))].sort(([a], [b]) => a.localeCompare(b));
  if (!all.length) return null;
  const medians = all.slice(0, MOST_LINES).map(([, values]) => app.numbers.decimal(median(values), 0));
  return {
    track: {
      id: 'ping',
      title: statistics.ping,
      scale: scales(app.numbers).ping,
      series: lines(all).map((series, at) => ({ ...series, colour: (['s1', 's4', 's3', 's6', 's2', 's5'] as const)[at]! })),
    },
    about: '',
    facts: [
      { label: statistics.median, value: { value: medians.join(' · '), unit: 'ms' } },
      { label: statistics.highest, value: { value: app.numbers.decimal(Math.max(...all.flatMap(([, values]) => values.filter((each) => each !== null))), 0), unit: 'ms' } },
    ],
    columns: all.map(([pool, values]) => ({ name: `ping ${pool}`, unit: 'ms', values })),
  };
}
