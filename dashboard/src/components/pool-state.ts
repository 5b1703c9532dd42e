// Whether a miner is connected to its pool, as far as its program tells that: many never do, and mine all the same. Pure.
import type { Miner } from '../api/client';

export type PoolState = 'up' | 'down' | 'untold';

export const POOL_GLYPHS = { up: 'ok', down: 'failed', untold: 'hint' } as const;

export function poolState(miner: Pick<Miner, 'stats'>): PoolState {
  const { connected } = miner.stats.connection;
  return connected === true ? 'up' : connected === false ? 'down' : 'untold';
}

/** That of all who use a pool: one that is connected shows that it can be reached; one that is not, that it may be gone. */
export function poolStateOf(miners: readonly Pick<Miner, 'stats'>[]): PoolState {
  const states = new Set(miners.map(poolState));
  return states.has('up') ? 'up' : states.has('down') ? 'down' : 'untold';
}
