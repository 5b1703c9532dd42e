// How an algorithm is called, and its colour in every chart.
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

/** The first colour is always RandomX's and the second KawPow's; the others share the rest. */
export function algorithmColours(algorithms: Iterable<string>): Map<string, Colour> {
  const found = new Map<string, Colour>();
  let next = 3;
  for (const algorithm of [...new Set(algorithms)].sort(byAlgorithm)) {
    const own = rank(algorithm) === 0 ? 1 : rank(algorithm) === 2 ? 2 : next;
    if (own === next) next = next === 6 ? 3 : next + 1;
    found.set(algorithm, `s${own}` as Colour);
  }
  return found;
}
