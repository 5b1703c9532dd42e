// How far back is looked, and in which steps: never more points than a screen has.
import type { Schemas } from '../api/client';

export type Resolution = Exclude<Schemas['ResolutionChoice'], undefined>;

export interface Range {
  seconds: number;
  resolution: '10s' | '1m' | '5m' | '1h'; // what is asked for; the API may answer coarser ones
  bars: number; // s: the steps of what is counted
}

export const RANGES = {
  '5m': { seconds: 300, resolution: '10s', bars: 60 },
  '1h': { seconds: 3600, resolution: '10s', bars: 300 },
  '6h': { seconds: 21_600, resolution: '1m', bars: 900 },
  '24h': { seconds: 86_400, resolution: '5m', bars: 3600 },
  '7d': { seconds: 604_800, resolution: '1h', bars: 10_800 },
  '30d': { seconds: 2_592_000, resolution: '1h', bars: 43_200 },
  '90d': { seconds: 7_776_000, resolution: '1h', bars: 86_400 },
} as const satisfies Record<string, Range>;

export type RangeName = keyof typeof RANGES;

export const MOST_POINTS = 1000;
export const STEPS: Record<string, number> = { '10s': 10, '1m': 60, '5m': 300, '1h': 3600 }; // s

/** The range of that name, where it is one of those; else another one. */
export function rangeNamed(name: string | null | undefined, offered: readonly RangeName[], otherwise: RangeName): RangeName {
  return offered.includes(name as RangeName) ? (name as RangeName) : otherwise;
}
