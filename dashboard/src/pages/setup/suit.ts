// Which coins suit a machine, and why the others do not.
import type { Schemas } from '../../api/client';
import { inOrder } from '../../programs';

type Coin = Schemas['ListedCoin'];
type Program = Schemas['Available'];
type Pool = Pick<Schemas['ListedPool'], 'coin' | 'name'>;

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

const BEST_KNOWN = ['XMR']; // first among equals: most pools, most programs
const OF_EACH = 4; // coins for processors and for cards that are shown at first
const ORDER: Fit[] = ['cpu', 'gpu', 'needs-gpu', 'no-program', 'asic', 'gone'];

/** A program that earns something: not one that only pretends or demonstrates. */
export function earns(program: Program): boolean {
  return !program.simulated && !program.watched && !program.broken && program.type !== 'demo' && (program.installed || program.installable);
}

/** A program that computes this here and for a pool, which is what the setup asks for; not only a watch over another machine. */
function computes(program: Program, algorithm: string): boolean {
  const here = program.cpu || program.gpu.length > 0;
  return !program.broken && here && program.algorithms.includes(algorithm) && program.supports?.pooled !== false;
}

export function programsFor(algorithm: string, programs: Program[]): Program[] {
  const able = inOrder(programs.filter((each) => computes(each, algorithm)));
  return able.sort((a, b) => Number(earns(b)) - Number(earns(a)));
}

/** Those that suit the machine first; among them those that more pools pay. */
export function suits(coins: Coin[], programs: Program[], machine: Machine, pools: readonly Pool[] = []): Suit[] {
  const known = new Map<string, Set<string>>();
  for (const { coin, name } of pools) if (coin) known.set(coin, (known.get(coin) ?? new Set()).add(name));
  const choice = ({ coin: { ticker } }: Suit) => known.get(ticker)?.size ?? 0;
  return coins
    .map((coin) => suit(coin, programs, machine))
    .sort((a, b) => ORDER.indexOf(a.fit) - ORDER.indexOf(b.fit) || best(a) - best(b) || choice(b) - choice(a) || a.coin.name.localeCompare(b.coin.name));
}

/** Some for processors and some for cards, and the one that is chosen. */
export function firstOfEach(fitting: readonly Suit[], chosen: string): Suit[] {
  const of = (fit: Fit) => fitting.filter((each) => each.fit === fit).slice(0, OF_EACH);
  const first = new Set([...of('cpu'), ...of('gpu')]);
  return fitting.filter((each) => first.has(each) || each.coin.ticker === chosen);
}

function best({ coin }: Suit): number {
  return BEST_KNOWN.includes(coin.ticker) ? 0 : 1;
}

function suit(coin: Coin, programs: Program[], machine: Machine): Suit {
  const algorithm = coin.algorithms[0] ?? '';
  const is = (fit: Fit): Suit => ({ coin, fit, algorithm });
  if (coin.gone || !algorithm) return is('gone');
  if (coin.asic) return is('asic');
  const able = programs.filter((each) => earns(each) && computes(each, algorithm));
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
