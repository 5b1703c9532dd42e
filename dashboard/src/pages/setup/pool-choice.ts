// Which pools the wizard offers, and in which order. Pure.
import type { Schemas } from '../../api/client';
import { answerTime, type Tested } from '../../pool-tests';

type Pool = Schemas['ListedPool'];
type Results = ReadonlyMap<string, Tested>;

/** Where to connect: by TLS where the pool offers it. */
export function addressOf(pool: Pool): string {
  return pool.tlsPort ? `stratum+ssl://${pool.host}:${pool.tlsPort}` : pool.pool;
}

/** The fastest first, then those that were not measured, at the end those that do not answer. */
export function byAnswerTime(pools: Pool[], results: Results): Pool[] {
  const rank = (pool: Pool) => {
    const tested = results.get(addressOf(pool));
    return answerTime(tested) ?? (tested?.at ? Infinity : Number.MAX_SAFE_INTEGER);
  };
  return [...pools].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** Of each pool its first place; one's own all. */
export function firstPlaces(ordered: Pool[]): Pool[] {
  const names = new Set<string>();
  return ordered.filter(({ name, origin }) => origin === 'yours' || (!names.has(name) && names.add(name)));
}

/** How many further places the same pool has. */
export function furtherPlaces(pool: Pool, pools: Pool[]): number {
  return pool.origin === 'yours' ? 0 : pools.filter(({ name, origin }) => name === pool.name && origin !== 'yours').length - 1;
}
