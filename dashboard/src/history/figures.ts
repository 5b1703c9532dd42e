// What miners report beside their hashrate, put together. Pure.
import { counted, type Figure, type Metric, type Past } from './past';
import { isDue } from './presence';
import type { Presence } from './sums';

const adds = (values: readonly (Figure | undefined)[]): Figure => {
  const some = values.filter((each): each is number => each !== null && each !== undefined);
  return some.length ? some.reduce((sum, each) => sum + each, 0) : null;
};

/** The figures of each miner that ever reported one, by name. */
export function reported(past: Past, metric: Metric): Map<string, readonly Figure[]> {
  const all = past.miners.map(({ name, figures }) => [name, figures.get(metric) ?? []] as const);
  return new Map(all.filter(([, values]) => values.some((each) => each !== null)));
}

/** The sum of those who report it; a gap where one of them should and does not. */
export function sumReported(past: Past, presence: Presence, metric: Metric): { values: Figure[]; miners: string[] } {
  const all = reported(past, metric);
  const values = past.times.map((time, at) => {
    const silent = [...all].some(([name, each]) => (each[at] ?? null) === null && isDue(presence.get(name) ?? [], time, time + past.step, past.from));
    return silent ? null : adds([...all.values()].map((each) => each[at]));
  });
  return { values, miners: [...all.keys()] };
}

/** Shares of each bucket, of all miners together. */
export function shares(past: Past): { accepted: Figure[]; rejected: Figure[] } {
  const sum = (metric: Metric) => {
    const all = [...reported(past, metric).values()].map(counted);
    return past.times.map((_, at) => adds(all.map((each) => each[at])));
  };
  return { accepted: sum('accepted'), rejected: sum('rejected') };
}

export interface Bar {
  from: number; // s since the epoch
  measured: boolean; // whether somebody counted
  accepted: number;
  rejected: number;
}

/** Shares in wider steps, which are whole ones by the clock here; `zone` is how far that is before UTC, in s. */
export function bars(past: Past, { accepted, rejected }: { accepted: readonly Figure[]; rejected: readonly Figure[] }, width: number, zone: number): Bar[] {
  const all = new Map<number, Bar>();
  past.times.forEach((time, at) => {
    const from = Math.floor((time + zone) / width) * width - zone;
    const bar = all.get(from) ?? { from, measured: false, accepted: 0, rejected: 0 };
    const measured = bar.measured || (accepted[at] ?? null) !== null;
    all.set(from, { from, measured, accepted: bar.accepted + (accepted[at] ?? 0), rejected: bar.rejected + (rejected[at] ?? 0) });
  });
  return [...all.values()];
}

/** The mean ping to each pool; `poolAt` says where a miner was. */
export function pings(past: Past, poolAt: (miner: string, time: number) => string | null): Map<string, Figure[]> {
  const sums = new Map<string, { sum: number; count: number }[]>();
  for (const [name, values] of reported(past, 'ping')) {
    past.times.forEach((time, at) => {
      const value = values[at] ?? null;
      const pool = value === null ? null : poolAt(name, time);
      if (value === null || pool === null) return;
      const own = sums.get(pool) ?? past.times.map(() => ({ sum: 0, count: 0 }));
      sums.set(pool, own);
      own[at]!.sum += value;
      own[at]!.count++;
    });
  }
  return new Map([...sums].map(([pool, own]) => [pool, own.map(({ sum, count }) => (count ? sum / count : null))]));
}

export function median(values: readonly Figure[]): Figure {
  const sorted = values.filter((each) => each !== null).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length ? (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2 : null;
}
