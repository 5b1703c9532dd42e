// The hashrate as a chart: one track for each algorithm, or the line of one miner.
import type { App } from '../app';
import { coloursOf, algorithmName } from '../algorithm';
import { scales, type ChartData, type Track } from '../components/chart/data';
import { cardBand } from '../card';
import { known, type Known, type Wanted } from '../history';
import { marksOf } from './happenings';
import { memo } from './memo';
import type { Figure } from './past';
import type { RangeName } from './range';
import { gapsOfSum, type Sum } from './sums';
import { spanText } from './words';

const HEIGHTS: Record<number, number> = { 1: 240, 2: 190 }; // px of a track, by how many there are
const LEAST_HEIGHT = 146;

/** All miners, by algorithm; null while nothing is known. */
export function hashrateChart(app: App, range: RangeName): ChartData | null {
  const all = known(app, { range, metrics: ['hashrate'] });
  return all && byAlgorithms(app, all, app.store.usual);
}

/** The past that such a chart is drawn of. */
export function hashrateOf(miner: string, range: RangeName, card: string | null): Wanted {
  return { range, metrics: ['hashrate'], miner, ...(card ? { card } : {}) };
}

/** One miner, or one card of it, with its mean of ten minutes where the line is finer; null while nothing is known. */
export function minerChart(app: App, name: string, range: RangeName, card: string | null): ChartData | null {
  const all = known(app, hashrateOf(name, range, card));
  return all && ofMiner(app, all, name, card, app.store.usual);
}

const byAlgorithms = memo((app: App, history: Known, _usual: unknown): ChartData => {
  const { past, events, sums: all } = history;
  const colours = coloursOf(app.store, all.map(({ algorithm }) => algorithm));
  const height = HEIGHTS[all.length] ?? LEAST_HEIGHT;
  const tracks = all.map((sum) => ({ ...sumTrack(app, history, sum, colours.get(sum.algorithm)!), height }));
  const of = new Map(all.flatMap(({ algorithm, miners }) => miners.map((name) => [name, algorithm])));
  return { ...past, tracks, marks: marksOf(app, events, past.step, (miner) => (miner === null ? undefined : of.get(miner))) };
});

/** The track of a sum. */
export function sumTrack(app: App, { past, presence }: Known, sum: Sum, colour: Track['series'][number]['colour']): Track {
  const { chart } = app.text;
  const lacking = (names: readonly string[], others: Figure) => {
    const who = names.length > 3 ? chart.lackingMore(names.slice(0, 2).join(', '), names.length - 2) : chart.lacking(names.join(', '));
    const rate = app.numbers.hashrate(others);
    return `${who}; ${chart.others(`${rate.value}\u202f${rate.unit}`)}`;
  };
  const title = algorithmName(sum.algorithm);
  return {
    id: sum.algorithm,
    title,
    scale: scales(app.numbers).hashrate,
    series: [{ label: title, colour, values: sum.values, area: true }],
    gaps: gapsOfSum(past, presence, sum, lacking),
    band: usualOf(app, sum.miners, sum.algorithm),
  };
}

/** What is usual for these together; null where it is not known of each. */
export function usualOf(app: App, miners: readonly string[], algorithm: string): { low: number; high: number } | null {
  const usual = miners.map((name) => app.store.usual.get(name));
  const all = usual.map((each) => (each?.algorithm === algorithm && each.low !== null && each.high !== null ? { low: each.low, high: each.high } : null));
  if (!all.length || all.includes(null)) return null;
  return { low: all.reduce((sum, each) => sum + each!.low, 0), high: all.reduce((sum, each) => sum + each!.high, 0) };
}

const AVERAGE = 600; // s

const ofMiner = memo((app: App, { past, events, presence, sums: all }: Known, name: string, card: string | null, _usual: unknown): ChartData => {
  const colours = coloursOf(app.store, all.map(({ algorithm }) => algorithm));
  const fine = past.step * 3 <= AVERAGE;
  const tracks = all.map((sum): Track => {
    const title = algorithmName(sum.algorithm);
    return {
      id: sum.algorithm,
      title,
      height: all.length === 1 ? 320 : 160,
      scale: scales(app.numbers).hashrate,
      series: [
        { label: fine ? spanText(app, past.step) : title, colour: colours.get(sum.algorithm)!, values: sum.values },
        ...(fine && past.to - past.from > AVERAGE ? [{ label: app.text.chart.average(spanText(app, AVERAGE)), colour: 'text-2' as const, dash: 1, values: trailing(sum.values, Math.round(AVERAGE / past.step)) }] : []),
      ],
      gaps: gapsOfSum(past, presence, sum, () => ''),
      band: card ? cardBand(app, name, card, sum.algorithm) : usualOf(app, [name], sum.algorithm),
    };
  });
  return { ...past, tracks, marks: marksOf(app, events, past.step, () => undefined, true) };
});

/** The mean of the last so many buckets, where there is one now. */
export function trailing(values: readonly Figure[], count: number): Figure[] {
  return values.map((value, at) => {
    if (value === null) return null;
    const some = values.slice(Math.max(0, at - count + 1), at + 1).filter((each) => each !== null);
    return some.reduce((sum, each) => sum + each, 0) / some.length;
  });
}
