// Which coins suit a machine, and why the others do not.
import type { Schemas } from '../../api/client';

type Coin = Schemas['ListedCoin'];
type Program = Schemas['Available'];

export interface Machine {
  cpus: number;
  gpus: number;
}

export type Fit = 'cpu' | 'gpu' | 'needs-gpu' | 'no-program' | 'asic' | 'gone';

export interface Suit {
  coin: Coin;
  fit: Fit;
  algorithm: string;
}

// Machines built for these compute them a million times faster than any processor or card.
const ASIC = new Set(['sha256d', 'scrypt', 'kheavyhash', 'blake3_decred', 'equihash', 'x11', 'eaglesong']);
const ORDER: Fit[] = ['cpu', 'gpu', 'needs-gpu', 'no-program', 'asic', 'gone'];
const BEST_KNOWN = ['XMR']; // first among equals: most pools, most programs

/** A program that earns something: not one that only pretends or demonstrates. */
export function earns(program: Program): boolean {
  return !program.simulated && !program.broken && program.type !== 'demo' && (program.installed || program.installable);
}

export function programsFor(algorithm: string, programs: Program[]): Program[] {
  const able = programs.filter((each) => !each.broken && each.algorithms.includes(algorithm));
  return able.sort((a, b) => Number(earns(b)) - Number(earns(a)) || Number(b.installed) - Number(a.installed) || a.type.localeCompare(b.type));
}

export function suits(coins: Coin[], programs: Program[], machine: Machine): Suit[] {
  return coins
    .map((coin) => suit(coin, programs, machine))
    .sort((a, b) => ORDER.indexOf(a.fit) - ORDER.indexOf(b.fit) || best(a) - best(b) || a.coin.name.localeCompare(b.coin.name));
}

function best({ coin }: Suit): number {
  return BEST_KNOWN.includes(coin.ticker) ? 0 : 1;
}

function suit(coin: Coin, programs: Program[], machine: Machine): Suit {
  const algorithm = coin.algorithms[0] ?? '';
  const is = (fit: Fit): Suit => ({ coin, fit, algorithm });
  if (coin.gone || !algorithm) return is('gone');
  if (ASIC.has(algorithm)) return is('asic');
  const able = programs.filter((each) => earns(each) && each.algorithms.includes(algorithm));
  if (able.some((each) => each.cpu && !each.supports?.gpuAlgorithms?.includes(algorithm))) return is('cpu');
  if (able.some((each) => each.gpu.length)) return is(machine.gpus ? 'gpu' : 'needs-gpu');
  return is('no-program');
}

export function isSuitable({ fit }: Suit): boolean {
  return fit === 'cpu' || fit === 'gpu';
}

export type Level = 'light' | 'balanced' | 'all';

/** Threads by how much a person wants to give; RandomX has use for one thread per 2 MiB of the cache. */
export function threadsOf(level: Level, cpus: number, cache: number | null, algorithm: string): number {
  const room = algorithm.startsWith('rx/') && cache ? Math.max(1, Math.floor(cache / 2 ** 21)) : cpus;
  const most = Math.min(cpus, room);
  if (level === 'all') return most;
  if (level === 'light') return Math.max(1, Math.floor(most / 2));
  return Math.max(1, Math.min(most, cpus - Math.max(1, Math.round(cpus / 8))));
}
