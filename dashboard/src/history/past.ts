// A stretch of the past of some miners, in buckets; the frozen value that charts and sums are made of. Pure.
import type { Schemas } from '../api/client';
import { MOST_POINTS } from './range';

export type Figure = number | null; // null: nothing was measured
export type Metric = 'hashrate' | 'accepted' | 'rejected' | 'temperature' | 'power' | 'ping';

export interface MinerPast {
  name: string;
  rates: ReadonlyMap<string, readonly Figure[]>; // H/s, by algorithm
  figures: ReadonlyMap<Metric, readonly Figure[]>; // all but the hashrate
}

export interface Past {
  from: number; // s since the epoch
  to: number;
  step: number; // s
  times: readonly number[]; // when each bucket begins
  miners: readonly MinerPast[];
}

type Answer = Schemas['History'];

const seconds = (time: string) => Date.parse(time) / 1000;
const UNNAMED = ''; // the algorithm of who has not named it

/** Read answers for the same stretch; the later ones are of the algorithms that a miner mined before. */
export function readPast(answers: readonly Answer[], step: number): Past {
  const [first, ...others] = answers;
  const miners = first!.miners.map((miner): MinerPast => {
    const rates = new Map<string, readonly Figure[]>();
    const figures = new Map<Metric, readonly Figure[]>();
    for (const { metric, values } of miner.series) {
      if (metric === 'hashrate') rates.set(miner.algorithm ?? UNNAMED, values as Figure[]);
      else figures.set(metric as Metric, values as Figure[]);
    }
    for (const other of others) {
      const again = other.miners.find(({ name }) => name === miner.name);
      if (again?.algorithm && !rates.has(again.algorithm)) rates.set(again.algorithm, (again.series[0]?.values ?? []) as Figure[]);
    }
    return { name: miner.name, rates, figures };
  });
  return pooled({ from: seconds(first!.from), to: seconds(first!.to), step, times: first!.timestamps.map(seconds), miners });
}

const MEANS = new Set<Metric | 'rate'>(['rate', 'power', 'ping']); // the others are the highest of their bucket

/** With so many buckets put together that there are no more of them than points on a screen. */
export function pooled(past: Past, most = MOST_POINTS): Past {
  const size = Math.ceil(past.times.length / most);
  if (size <= 1) return past;
  // Whole groups at the new end; what does not fill one is left out at the old end.
  const begin = past.times.length % size;
  const places = Array.from({ length: Math.floor(past.times.length / size) }, (_, at) => begin + at * size);
  const pool = (values: readonly Figure[], kind: Metric | 'rate') =>
    places.map((place): Figure => {
      const some = values.slice(place, place + size).filter((each) => each !== null);
      if (!some.length) return null;
      return MEANS.has(kind) ? some.reduce((sum, each) => sum + each, 0) / some.length : Math.max(...some);
    });
  return {
    ...past,
    from: past.times[begin]!,
    step: past.step * size,
    times: places.map((place) => past.times[place]!),
    miners: past.miners.map(({ name, rates, figures }) => ({
      name,
      rates: new Map([...rates].map(([algorithm, values]) => [algorithm, pool(values, 'rate')])),
      figures: new Map([...figures].map(([metric, values]) => [metric, pool(values, metric)])),
    })),
  };
}

/** The figures of one bucket of one miner, as they are added at the right end. */
export interface Sample {
  algorithm: string | null;
  rate: Figure;
  figures: Partial<Record<Metric, Figure>>;
}

/** With one bucket more, and the first one left out. */
export function advanced(past: Past, samples: ReadonlyMap<string, Sample>): Past {
  const { step, to, times } = past;
  const next = <T>(values: readonly T[], value: T): T[] => {
    const moved = values.slice(); // as large as it has to be: what is pushed to it would have it copied again
    moved.copyWithin(0, 1);
    moved[moved.length - 1] = value;
    return moved;
  };
  const nothing = times.map(() => null);
  return {
    step,
    from: past.from + step,
    to: to + step,
    times: next(times, to),
    miners: past.miners.map(({ name, rates, figures }) => {
      const sample = samples.get(name);
      const all = new Map(rates);
      if (sample?.algorithm && !all.has(sample.algorithm) && sample.rate !== null) all.set(sample.algorithm, nothing);
      return {
        name,
        rates: new Map([...all].map(([algorithm, values]) => [algorithm, next(values, algorithm === sample?.algorithm ? sample.rate : null)])),
        figures: new Map([...figures].map(([metric, values]) => [metric, next(values, sample?.figures[metric] ?? null)])),
      };
    }),
  };
}

/** What counters that begin anew with each process have counted in each bucket; null where nobody looked. */
export function counted(values: readonly Figure[]): Figure[] {
  let before: number | null = null;
  return values.map((value) => {
    if (value === null) return null;
    const more: number | null = before === null ? null : value >= before ? value - before : value;
    before = value;
    return more;
  });
}
