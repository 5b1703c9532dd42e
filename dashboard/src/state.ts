// A miner's state as a person sees it, from what the API says; nothing here judges anew.
import type { Miner } from './api/client';
import type { Attention, Store } from './api/store';
import type { GlyphName } from './components/icons';

export type State = Exclude<GlyphName, 'hint' | 'ok'>;

export function stateOf(miner: Pick<Miner, 'status' | 'health'>): State {
  switch (miner.status) {
    case 'running':
      return miner.health === 'ok' ? 'mining' : miner.health === 'unreachable' ? 'offline' : 'degraded';
    case 'error':
      return 'failed';
    case 'starting':
    case 'paused':
    case 'stopping':
    case 'stopped':
      return miner.status;
    default:
      return 'offline'; // a later version's word
  }
}

const troubled = new WeakMap<readonly Attention[], ReadonlySet<string>>();

/** The state with what the API says needs attention: one that mines far below its usual does not look well. */
export function shownState(store: Pick<Store, 'attention'>, miner: Pick<Miner, 'name' | 'status' | 'health'>): State {
  const state = stateOf(miner);
  if (state !== 'mining') return state;
  const { attention } = store;
  let names = troubled.get(attention);
  if (!names) {
    names = new Set(attention.flatMap((each) => (each.miner && each.severity !== 'hint' ? [each.miner] : [])));
    troubled.set(attention, names);
  }
  return names.has(miner.name) ? 'degraded' : state;
}

const ORDER: Record<State, number> = {
  failed: 0,
  offline: 1,
  degraded: 2,
  starting: 3,
  stopping: 4,
  mining: 5,
  paused: 6,
  stopped: 7,
};

/** Problems first, then by name. */
export function problemsFirst(store: Pick<Store, 'attention'>): (a: Miner, b: Miner) => number {
  return (a, b) => ORDER[shownState(store, a)] - ORDER[shownState(store, b)] || a.name.localeCompare(b.name);
}

export function isProblem(state: State): boolean {
  return ORDER[state] < 3;
}

export function isLive(miner: Miner): boolean {
  return miner.pid !== null;
}

/** °C of the hottest part that reports one, and which it is. */
export function hottest(miner: Miner): { celsius: number; part: string } | null {
  if (!isLive(miner)) return null;
  const { cpu, gpu } = miner.stats;
  let hot = cpu?.temperature != null ? { celsius: cpu.temperature, part: 'CPU' } : null;
  for (const { temperature, id } of gpu) if (temperature != null && (!hot || temperature > hot.celsius)) hot = { celsius: temperature, part: `GPU ${id}` };
  return hot;
}

/** W of all cards of these miners that report it, a card of two of them once, as far as its place is told; null: none does. */
export function powerOf(miners: readonly Miner[]): number | null {
  const drawn = new Map<string, number>();
  for (const miner of miners) {
    if (!isLive(miner)) continue;
    for (const { busId, backend, id, powerUsage } of miner.stats.gpu) {
      if (powerUsage == null) continue;
      const card = busId == null ? `${miner.name} ${backend} ${id}` : `${miner.simulated} ${busId}`;
      drawn.set(card, Math.max(powerUsage, drawn.get(card) ?? 0)); // they tell of different moments
    }
  }
  return drawn.size ? [...drawn.values()].reduce((sum, each) => sum + each, 0) : null;
}

/** The same of one. */
export function power(miner: Miner): number | null {
  return miner.stats.gpu.length ? powerOf([miner]) : null;
}
