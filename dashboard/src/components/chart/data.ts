// What a chart draws: tracks on one time axis, with gaps that stay gaps. Pure.
import type { Numbers, Quantity } from '../../text/numbers';

export type Figure = number | null; // null: there is none
export type Colour = 's1' | 's2' | 's3' | 's4' | 's5' | 's6' | 'quiet' | 'text-2' | 'text-3';

export interface Series {
  label: string;
  colour: Colour;
  values: readonly Figure[]; // one for each time of its track
  dash?: number; // which pattern, from 0: a line without gaps
  area?: boolean;
}

/** How the figures of an axis are shown: one unit for all of them. */
export interface Scale {
  say(value: number): Quantity;
  axis(greatest: number): { divisor: number; unit: string };
  plotted?(value: number): number; // where it is not drawn as it is stored
}

/** A stretch without figures. */
export interface Gap {
  from: number; // s since the epoch
  to: number;
  kind: 'silent' | 'idle'; // not measured, or nothing mined
  note?: string; // what is known all the same
}

export interface Track {
  id: string;
  title: string;
  scale: Scale;
  series: Series[];
  kind?: 'line' | 'bars';
  times?: readonly number[]; // where its steps are wider than those of the chart
  step?: number; // s
  warnAbove?: number; // bars above it are amber
  band?: { low: number; high: number } | null; // what is usual
  limit?: { value: number; label: string }; // a line that should not be crossed
  fit?: boolean; // begin where the figures begin, not at 0
  gaps?: readonly Gap[]; // where absent: wherever no series has a figure
  height?: number; // px
}

export interface Mark {
  at: number; // s since the epoch
  text: string; // in a word or two
  detail?: string; // in full
  warns?: boolean;
  track?: string; // absent: it concerns all
}

export interface ChartData {
  from: number; // s since the epoch
  to: number;
  step: number; // s
  times: readonly number[]; // when each bucket begins
  tracks: readonly Track[];
  marks: readonly Mark[];
}

export const timesOf = (data: ChartData, track: Track): readonly number[] => track.times ?? data.times;
export const stepOf = (data: ChartData, track: Track): number => track.step ?? data.step;

/** Whether data show the same stretch as others, at most a bucket later. */
export function isCarriedOn(before: ChartData, now: ChartData): boolean {
  return now.step === before.step && now.to >= before.to && now.to - before.to <= now.step && now.times.length === before.times.length;
}

/** Where no series has a figure, from the begin of the first such bucket to the end of the last. */
export function gapsOf(data: ChartData, track: Track): readonly Gap[] {
  if (track.gaps) return track.gaps;
  if (track.kind === 'bars') return [];
  const times = timesOf(data, track);
  const step = stepOf(data, track);
  return stretches(times, step, (at) => (track.series.every(({ values }) => (values[at] ?? null) === null) ? 'silent' : null));
}

/** Neighbouring buckets of one kind as one stretch. */
export function stretches(times: readonly number[], step: number, kindAt: (at: number) => Gap['kind'] | null, noteAt?: (at: number) => string | undefined): Gap[] {
  const gaps: Gap[] = [];
  times.forEach((time, at) => {
    const kind = kindAt(at);
    if (!kind) return;
    const note = noteAt?.(at);
    const last = gaps.at(-1);
    if (last && last.kind === kind && last.to === time && last.note === note) last.to = time + step;
    else gaps.push({ from: time, to: time + step, kind, ...(note ? { note } : {}) });
  });
  return gaps;
}

export interface Extent {
  low: number;
  high: number;
  splits: number[];
}

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The smallest round number that is not below. */
export function roundAbove(value: number): number {
  if (!(value > 0)) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  return Number(((ROUND.find((each) => each * size >= value * 0.9999) ?? 10) * size).toPrecision(3));
}

/** From where to where an axis goes: from 0, or around the figures where it is to fit. Bands and limits are inside. */
export function extentOf(track: Track, fit: boolean): Extent {
  const plotted = track.scale.plotted ?? ((value: number) => value);
  const all = track.series.flatMap(({ values }) => values.filter((each) => each !== null));
  const beside = [track.band?.low, track.band?.high, track.limit?.value].filter((each) => each !== undefined);
  const figures = [...all, ...(all.length ? beside : [])].map(plotted);
  const [low, high] = figures.reduce(([least, most], each) => [Math.min(least, each), Math.max(most, each)], [Infinity, -Infinity]);
  if (!figures.length) return { low: 0, high: 1, splits: [0, 1] };
  if (!fit) {
    const top = roundAbove(high * 1.04);
    return { low: 0, high: top, splits: [0, top / 2, top] };
  }
  const step = roundAbove(Math.max((high - low) / 3, Math.abs(high) * 0.004, 1e-9));
  const begin = Math.max(low >= 0 ? 0 : -Infinity, Math.floor(low / step - 0.1) * step);
  const count = Math.max(2, Math.ceil((high - begin) / step + 0.1));
  return { low: begin, high: begin + count * step, splits: Array.from({ length: count + 1 }, (_, at) => begin + at * step) };
}

const STEPS = [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200, 86_400, 172_800, 345_600, 604_800, 1_209_600]; // s

/** Round times for an axis, at most so many; whole hours and days of the clock here. */
export function roundTimes(from: number, to: number, most: number, numbers: Pick<Numbers, 'zone'>): number[] {
  const step = STEPS.find((each) => (to - from) / each <= most) ?? STEPS.at(-1)!;
  const times: number[] = [];
  const ahead = (time: number) => numbers.zone(time * 1000);
  for (let local = Math.ceil((from + ahead(from)) / step) * step; ; local += step) {
    const guess = local - ahead(from);
    const time = local - ahead(guess); // the clocks may have been changed meanwhile
    if (time > to) return times;
    if (time >= from) times.push(time);
  }
}

/** The number of the bucket in which a time is, or the nearest one. */
export function bucketAt(times: readonly number[], step: number, time: number): number {
  if (!times.length) return -1;
  let [low, high] = [0, times.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (times[middle]! <= time) low = middle;
    else high = middle - 1;
  }
  return low + 1 < times.length && times[low]! + step < time && times[low + 1]! - time < time - times[low]! - step ? low + 1 : low;
}

/** What happened in a bucket. */
export function marksIn(data: ChartData, track: Track | null, from: number, to: number): Mark[] {
  return data.marks.filter(({ at, track: of }) => at >= from && at < to && (of === undefined || track === null || of === track.id));
}

export interface Sight {
  count: number;
  mean: number;
  least: number;
  leastAt: number; // s since the epoch
  most: number;
  last: number;
}

/** The figures of a series in five; null where there are none. */
export function sightOf(values: readonly Figure[], times: readonly number[]): Sight | null {
  const sight: Sight = { count: 0, mean: 0, least: Infinity, leastAt: 0, most: -Infinity, last: 0 };
  values.forEach((value, at) => {
    if (value === null) return;
    sight.count++;
    sight.mean += (value - sight.mean) / sight.count;
    if (value < sight.least) [sight.least, sight.leastAt] = [value, times[at]!];
    sight.most = Math.max(sight.most, value);
    sight.last = value;
  });
  return sight.count ? sight : null;
}

/** How each kind of figure is shown. */
export function scales(numbers: Numbers) {
  const plain = (unit: string) => () => ({ divisor: 1, unit });
  return {
    hashrate: { say: numbers.hashrate, axis: (greatest: number) => numbers.onOneUnit(greatest) },
    temperature: {
      say: numbers.temperature,
      axis: plain(numbers.temperature(0).unit),
      plotted: (celsius: number) => (numbers.temperature(0).unit === '°F' ? celsius * 1.8 + 32 : celsius),
    },
    power: { say: numbers.power, axis: (greatest: number) => (greatest >= 1000 ? { divisor: 1000, unit: 'kW' } : { divisor: 1, unit: 'W' }) },
    ping: { say: (value: number) => ({ value: numbers.decimal(value, 0), unit: 'ms' }), axis: plain('ms') },
    percent: { say: (value: number) => ({ value: numbers.decimal(value, value < 1 ? 2 : 1), unit: '%' }), axis: plain('%') },
  } satisfies Record<string, Scale>;
}
