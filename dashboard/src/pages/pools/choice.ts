// Which pools are shown, in which order, and who uses them. Pure.
import type { Miner, Schemas } from '../../api/client';
import { answerTime, type Tested } from '../../pool-tests';

export type Pool = Schemas['ListedPool'];
type Profile = Schemas['MiningProfile'];

export interface Wanted {
  coin: string; // '': every
  words: string;
  mine: boolean; // only the person's own
  sort: string;
}

export const PER_PAGE = 50;

/** The places at which a configuration mines, as host:port. */
function addresses(config: Record<string, unknown>): string[] {
  const further = Array.isArray(config['pools']) ? (config['pools'] as { pool?: unknown }[]) : [];
  return [config['pool'], ...further.map((each) => each?.pool)].filter((each) => typeof each === 'string').map(address);
}

function address(pool: string): string {
  return pool
    .toLowerCase()
    .replace(/^[a-z0-9+]+:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/\.(?=:\d+$)/, '');
}

export interface Users {
  miners: string[];
  profiles: { id: string; name: string }[];
}

/** Who mines there, or would. */
export function usersOf(pool: Pool, miners: readonly Miner[], profiles: readonly Profile[]): Users {
  const places = new Set([pool.port, pool.tlsPort, ...pool.morePorts].map((port) => `${pool.host}:${port}`));
  const uses = ({ config }: { config: unknown }) => addresses(config as Record<string, unknown>).some((each) => places.has(each));
  return {
    miners: miners.filter(uses).map((each) => each.name),
    profiles: profiles.filter(uses).map(({ id, name }) => ({ id, name })),
  };
}

/** Coins of the pools, with how many each has. */
export function coinsOf(pools: readonly Pool[]): [coin: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { coin } of pools) if (coin) counts.set(coin, (counts.get(coin) ?? 0) + 1);
  return [...counts].sort((a, b) => a[0].localeCompare(b[0]));
}

export function chosen(pools: readonly Pool[], wanted: Wanted, results: ReadonlyMap<string, Tested>, isUsed: (pool: Pool) => boolean): Pool[] {
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (pool: Pool) => {
    const text = `${pool.name} ${pool.id} ${pool.region ?? ''} ${pool.coin ?? ''} ${pool.tlsPort ? 'tls' : ''}`.toLowerCase();
    return (!wanted.coin || pool.coin === wanted.coin) && (!wanted.mine || pool.origin === 'yours') && words.every((word) => text.includes(word));
  };
  const rank = (pool: Pool) => (isUsed(pool) ? 0 : pool.origin === 'yours' ? 1 : 2);
  const time = (pool: Pool) => answerTime(results.get(pool.pool)) ?? Infinity;
  const orders: Record<string, (a: Pool, b: Pool) => number> = {
    name: (a, b) => a.name.localeCompare(b.name),
    fee: (a, b) => (a.fee ?? Infinity) - (b.fee ?? Infinity) || 0,
    answer: (a, b) => time(a) - time(b) || 0,
  };
  const order = orders[wanted.sort] ?? ((a: Pool, b: Pool) => rank(a) - rank(b));
  return pools.filter(fits).sort((a, b) => order(a, b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}
