// At which pool a miner was, from where it is now and the changes of the timeline. Pure.
import type { Miner, MiningEvent } from '../api/client';

/** Its pool at a time, in s since the epoch; null where it is not known. */
export function poolsOf(miners: readonly Miner[], events: readonly MiningEvent[]): (miner: string, time: number) => string | null {
  const now = new Map(miners.map(({ name, stats, config }) => [name, stats.connection.pool ?? configured(config.pool)]));
  const changes = new Map<string, { at: number; before: string }[]>();
  for (const { miner, event, params, timestamp } of events) {
    if (!miner || event !== 'pool' || !params['before']) continue;
    changes.set(miner, [...(changes.get(miner) ?? []), { at: Date.parse(timestamp) / 1000, before: String(params['before']) }]);
  }
  return (miner, time) => changes.get(miner)?.find(({ at }) => time < at)?.before ?? now.get(miner) ?? null;
}

/** Without the scheme, as programs name it. */
function configured(pool: unknown): string | null {
  return typeof pool === 'string' ? pool.replace(/^[a-z0-9+]+:\/\//, '') : null;
}
