// Sums over miners, by algorithm and never across them.
import { byAlgorithm } from './algorithm';
import type { Store } from './api/store';
import { isLive } from './state';

export interface Total {
  algorithm: string;
  hashrate: number | null; // H/s of the miners that report one; null: none does
  usual: { low: number; high: number; median: number } | null; // null: not known of each miner
  miners: number;
  accepted: number;
  rejected: number;
  recentAccepted: number;
  recentRejected: number;
}

const made = new WeakMap<Store, { miners: unknown; usual: unknown; sums: Total[] }>();

/** RandomX first, then by name. */
export function totals(store: Store): Total[] {
  const before = made.get(store);
  if (before?.miners === store.miners && before.usual === store.usual) return before.sums; // several ask in one redraw
  const sums = totalsOf(store);
  made.set(store, { miners: store.miners, usual: store.usual, sums });
  return sums;
}

function totalsOf(store: Store): Total[] {
  const sums = new Map<string, Total & { unknown: boolean }>();
  for (const miner of store.miners ?? []) {
    if (!isLive(miner)) continue;
    for (const work of miner.stats.work) {
      if (!work.algorithm) continue;
      let sum = sums.get(work.algorithm);
      if (!sum) {
        sum = { algorithm: work.algorithm, hashrate: null, usual: { low: 0, high: 0, median: 0 }, unknown: false, miners: 0, accepted: 0, rejected: 0, recentAccepted: 0, recentRejected: 0 }; // prettier-ignore
        sums.set(work.algorithm, sum);
      }
      sum.miners++;
      if (work.hashrate !== null) sum.hashrate = (sum.hashrate ?? 0) + work.hashrate;
      sum.accepted += work.shares.accepted ?? 0;
      sum.rejected += work.shares.rejected ?? 0;
      if (work === miner.stats.work[0]) {
        sum.recentAccepted += miner.stats.sharesRecent.accepted ?? 0;
        sum.recentRejected += miner.stats.sharesRecent.rejected ?? 0;
      }
      if (miner.status !== 'running') continue; // it does not add to the sum, nor to what is usual for it
      const usual = store.usual.get(miner.name);
      if (usual?.algorithm === work.algorithm && usual.median !== null && usual.low !== null && usual.high !== null) {
        sum.usual!.low += usual.low;
        sum.usual!.high += usual.high;
        sum.usual!.median += usual.median;
      } else sum.unknown = true;
    }
  }
  return [...sums.values()]
    .map(({ unknown, ...sum }) => ({ ...sum, usual: unknown ? null : sum.usual }))
    .sort((a, b) => byAlgorithm(a.algorithm, b.algorithm));
}
