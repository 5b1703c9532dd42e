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

export type Presence = ReadonlyMap<string, readonly (readonly [number, number])[]>;

/** One sum for each algorithm that somebody mined. */
export function sums(past: Past, presence: Presence): Sum[] {
  const algorithms = new Map<string, Map<string, readonly Figure[]>>();
  for (const { name, rates } of past.miners) {
    for (const [algorithm, values] of rates) {
      if (!algorithm || values.every((each) => each === null)) continue;
      algorithms.set(algorithm, (algorithms.get(algorithm) ?? new Map()).set(name, values));
    }
  }
  const due = new Map([...new Set([...algorithms.values()].flatMap((miners) => [...miners.keys()]))].map((name) => [name, minedLast(past, algorithms, name)]));
  return [...algorithms].map(([algorithm, miners]) => {
    const silent: (readonly string[])[] = past.times.map(() => NOBODY);
    const others: Figure[] = past.times.map(() => null);
    // By loops, without lists for each bucket: a chart of fifty miners has many thousands of figures.
    for (const [name, values] of miners) {
      const { last, mined } = due.get(name)!;
      const stretches = presence.get(name) ?? [];
      past.times.forEach((time, at) => {
        const value = values[at] ?? null;
        if (value !== null) others[at] = (others[at] ?? 0) + value;
        else if (!mined[at] && last[at] === algorithm && isDue(stretches, time, time + past.step, past.from)) silent[at] = [...silent[at]!, name];
      });
    }
    const values = others.map((value, at) => (silent[at]!.length ? null : value));
    return { algorithm, miners: [...miners.keys()], values, others, silent };
  });
}

/** Which algorithm a miner mined last in each bucket, before its first figure that one; and whether it mined at all. */
function minedLast(past: Past, algorithms: ReadonlyMap<string, ReadonlyMap<string, readonly Figure[]>>, name: string): { last: (string | undefined)[]; mined: boolean[] } {
  const now: (string | undefined)[] = past.times.map(() => undefined);
  for (const [algorithm, miners] of algorithms) {
    miners.get(name)?.forEach((value, at) => {
      if (value !== null) now[at] ??= algorithm;
    });
  }
  let latest = now.find((each) => each !== undefined);
  return { last: now.map((each) => (latest = each ?? latest)), mined: now.map((each) => each !== undefined) };
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
