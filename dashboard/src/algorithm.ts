// How an algorithm is called, and its colour in every chart.
import type { Store } from './api/store';
import type { Colour } from './components/chart/data';

const NAMES: Record<string, string> = { 'rx/0': 'RandomX', kawpow: 'KawPow' };

export function algorithmName(algorithm: string): string {
  return NAMES[algorithm.toLowerCase()] ?? algorithm;
}

/** RandomX first, then KawPow, then by name. */
export function byAlgorithm(a: string, b: string): number {
  return rank(a) - rank(b) || a.localeCompare(b);
}

function rank(algorithm: string): number {
  return algorithm.toLowerCase() === 'rx/0' ? 0 : algorithm.startsWith('rx/') ? 1 : algorithm.toLowerCase() === 'kawpow' ? 2 : 3;
}

/** The first colour is always RandomX's and the second KawPow's; the others share the rest. Whoever had one before keeps it. */
export function algorithmColours(algorithms: Iterable<string>, before: ReadonlyMap<string, Colour> = new Map()): Map<string, Colour> {
  const colours = new Map(before);
  for (const algorithm of [...new Set(algorithms)].sort(byAlgorithm)) {
    if (colours.has(algorithm)) continue;
    const others = [...colours.keys()].filter((each) => ![0, 2].includes(rank(each))).length;
    const own = { 0: 1, 2: 2 }[rank(algorithm)] ?? 3 + (others % 4);
    colours.set(algorithm, `s${own}` as Colour);
  }
  return colours;
}

const given = new WeakMap<Store, Map<string, Colour>>();

/** The colour of an algorithm in this dashboard, which these are shown in; the same on each page. */
export function coloursOf(store: Store, algorithms: Iterable<string>): ReadonlyMap<string, Colour> {
  const before = given.get(store);
  const all = [...algorithms];
  if (before && all.every((each) => before.has(each))) return before;
  const colours = algorithmColours(all, before);
  given.set(store, colours);
  return colours;
}

/** The name with the word that programs use for it, where they differ: RandomX (rx/0). */
export function named(algorithm: string): string {
  const name = algorithmName(algorithm);
  return name === algorithm ? name : `${name} (${algorithm})`;
}
