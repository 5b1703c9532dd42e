// Sums of an algorithm over its miners, never across algorithms: a miner that should mine and is silent makes a gap, not a drop. Pure.
import { stretches, type Gap } from '../components/chart/data';
import type { Figure, Past } from './past';
import { isDue, wasThere } from './presence';

export interface Sum {
  algorithm: string;
  miners: string[]; // who mined it in this stretch
  values: Figure[]; // null: nobody mined it, or somebody who should was silent
  others: Figure[]; // the sum of those who were not silent
  silent: (readonly string[])[]; // who was, by bucket
}

const NOBODY: readonly string[] = [];
const UNSETTLED = 2; // buckets at the end: one that was not over, and one whose events may have come since

export type Presence = ReadonlyMap<string, readonly (readonly [number, number])[]>;

/** What was added up before. */
export interface Summed {
  past: Past;
  sums: readonly Sum[];
}

/** One sum for each algorithm that somebody mined; `before` is carried on where it fits, so that only its end is added up. */
export function sums(past: Past, presence: Presence, before: Summed | null = null): Sum[] {
  const algorithms = ratesOf(past);
  const moved = before ? movedBy(before, past, algorithms) : null;
  const from = moved === null ? 0 : Math.max(0, past.times.length - moved - UNSETTLED);
  const lasts = new Map<string, (string | undefined)[]>(); // asked for those alone who lack a figure
  return [...algorithms].map(([algorithm, miners]) => {
    const old = moved === null ? undefined : before!.sums.find((each) => each.algorithm === algorithm);
    const carried = <T>(values: readonly T[] | undefined, nothing: T): T[] => past.times.map((_, at) => (at < from ? values![at + moved!]! : nothing));
    const silent = carried(old?.silent, NOBODY);
    const others = carried<Figure>(old?.others, null);
    // By loops, without lists for each bucket: a chart of fifty miners has many thousands of figures.
    for (const [name, values] of miners) {
      const stretches = presence.get(name) ?? [];
      for (let at = from; at < past.times.length; at++) {
        const value = values[at] ?? null;
        if (value !== null) {
          others[at] = (others[at] ?? 0) + value;
          continue;
        }
        const time = past.times[at]!;
        if (!isDue(stretches, time, time + past.step, past.from) || mined(algorithms, name, at)) continue;
        if (!lasts.has(name)) lasts.set(name, minedLast(past, algorithms, name));
        if (lasts.get(name)![at] === algorithm) silent[at] = [...silent[at]!, name];
      }
    }
    const values = others.map((value, at) => (silent[at]!.length ? null : value));
    return { algorithm, miners: [...miners.keys()], values, others, silent };
  });
}

type Rates = ReadonlyMap<string, ReadonlyMap<string, readonly Figure[]>>; // H/s, by algorithm and miner

function ratesOf(past: Past): Rates {
  const algorithms = new Map<string, Map<string, readonly Figure[]>>();
  for (const { name, rates } of past.miners) {
    for (const [algorithm, values] of rates) {
      if (!algorithm || values.findLastIndex((each) => each !== null) < 0) continue; // from its end, where it mostly has one
      const miners = algorithms.get(algorithm);
      if (miners) miners.set(name, values);
      else algorithms.set(algorithm, new Map([[name, values]]));
    }
  }
  return algorithms;
}

/** By how many buckets the past has moved on since, where it is the same of the same miners; null: it is not. */
function movedBy(before: Summed, past: Past, algorithms: Rates): number | null {
  const moved = Math.round((past.from - before.past.from) / past.step);
  const isAsLong = before.past.step === past.step && before.past.times.length === past.times.length && moved >= 0 && moved < past.times.length;
  const isOfSame =
    before.sums.length === algorithms.size &&
    before.sums.every(({ algorithm, miners }) => {
      const now = algorithms.get(algorithm);
      return now?.size === miners.length && miners.every((name) => now.has(name));
    });
  return isAsLong && isOfSame ? moved : null;
}

/** Whether a miner mined anything in that bucket. */
function mined(algorithms: Rates, name: string, at: number): boolean {
  for (const miners of algorithms.values()) if ((miners.get(name)?.[at] ?? null) !== null) return true;
  return false;
}

/** Which algorithm a miner mined last in each bucket, before its first figure that one. */
function minedLast(past: Past, algorithms: Rates, name: string): (string | undefined)[] {
  const now: (string | undefined)[] = past.times.map(() => undefined);
  for (const [algorithm, miners] of algorithms) {
    miners.get(name)?.forEach((value, at) => {
      if (value !== null) now[at] ??= algorithm;
    });
  }
  let latest = now.find((each) => each !== undefined);
  return now.map((each) => (latest = each ?? latest));
}

/** The gaps of a sum: silence, and stretches in which nobody was to mine. What came before the first figure is unknown. */
export function gapsOfSum(past: Past, presence: Presence, sum: Sum, lacking: (names: readonly string[], others: Figure) => string): Gap[] {
  const first = sum.others.findIndex((each) => each !== null);
  return stretches(
    past.times,
    past.step,
    (at) => {
      if (sum.values[at] !== null) return null;
      // At its end, so that a bucket in which the last one stopped is not called silent; the last bucket has no end yet.
      const seen = past.times[at]! + (at === past.times.length - 1 ? 0 : past.step);
      return at < first || sum.miners.some((name) => wasThere(presence.get(name) ?? [], seen)) ? 'silent' : 'idle';
    },
    (at) => (sum.silent[at]!.length && sum.others[at] !== null ? lacking(sum.silent[at]!, sum.others[at]!) : undefined),
  );
}

/** How much of its known time it was mined, 0 to 1; null where nothing is known. */
export function timeMining(past: Past, sum: Sum): number | null {
  const first = sum.others.findIndex((each) => each !== null);
  if (first < 0) return null;
  const measured = past.times.map((_, at) => at).filter((at) => at >= first && (sum.others[at] !== null || !sum.silent[at]!.length));
  return measured.filter((at) => sum.others[at] !== null).length / measured.length;
}
