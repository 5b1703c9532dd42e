// A miner's state as a person sees it, from what the API says; nothing here judges anew.
import type { Miner } from './api/client';
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
export function problemsFirst(a: Miner, b: Miner): number {
  return ORDER[stateOf(a)] - ORDER[stateOf(b)] || a.name.localeCompare(b.name);
}

export function isProblem(state: State): boolean {
  return ORDER[state] < 3;
}

export function isLive(miner: Miner): boolean {
  return miner.pid !== null;
}

/** °C of the hottest part that reports one, and which it is. */
export function hottest(miner: Miner): { celsius: number; part: string } | null {
  const parts: { celsius: number; part: string }[] = [];
  if (!isLive(miner)) return null;
  const { cpu, gpu } = miner.stats;
  if (cpu?.temperature != null) parts.push({ celsius: cpu.temperature, part: 'CPU' });
  for (const each of gpu) if (each.temperature != null) parts.push({ celsius: each.temperature, part: `GPU ${each.id}` });
  return parts.sort((a, b) => b.celsius - a.celsius)[0] ?? null;
}

/** W of all cards that report it; null: none does. */
export function power(miner: Miner): number | null {
  if (!isLive(miner)) return null;
  const watts = miner.stats.gpu.map((each) => each.powerUsage).filter((each) => each != null);
  return watts.length ? watts.reduce((sum, each) => sum + each, 0) : null;
}
