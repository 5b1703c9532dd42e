// When a miner's process ran and was to mine, from the timeline: only then is silence a gap. Pure.

export interface Happening {
  at: number; // s since the epoch
  kind: string;
}

const BEGINS = new Set(['start', 'resume', 'restart']);
const ENDS = new Set(['stop', 'pause', 'crash', 'exit', 'error', 'hang', 'forget']);
const RAN_BEFORE = new Set(['stop', 'pause', 'crash', 'exit', 'error', 'hang', 'restart', 'adopt']);
export const WARM_UP = 120; // s in which a miner need not have computed anything

/** Stretches in which it ran, oldest first; `runs` says whether it runs now, and since when where that is known. */
export function presence(happenings: readonly Happening[], from: number, to: number, runs: { now: boolean; since: number | null }): [number, number][] {
  const relevant = happenings.filter(({ kind }) => BEGINS.has(kind) || ENDS.has(kind) || kind === 'adopt').sort((a, b) => a.at - b.at);
  const first = relevant[0];
  if (!first) return runs.now ? [[Math.max(from, runs.since ?? from), to]] : [];
  const stretches: [number, number][] = [];
  let begun: number | null = RAN_BEFORE.has(first.kind) ? from : null;
  const end = (at: number) => {
    if (begun !== null && at > begun) stretches.push([begun, at]);
    begun = null;
  };
  for (const { at, kind } of relevant) {
    if (ENDS.has(kind)) end(at);
    else if (kind === 'adopt') begun ??= at;
    else {
      end(at); // a restart begins anew
      begun = at;
    }
  }
  if (runs.now) end(to);
  else if (begun !== null) stretches.push([begun, to]);
  return stretches;
}

/** Whether it ran up to that time. */
export function wasThere(stretches: readonly (readonly [number, number])[], at: number): boolean {
  return stretches.some(([start, stop]) => start < at && stop >= at);
}

/** Whether figures of a bucket are due: it ran all the time, and had time to warm up unless it was there from the beginning. */
export function isDue(stretches: readonly (readonly [number, number])[], begin: number, end: number, from: number): boolean {
  for (const [start, stop] of stretches) if ((start <= from ? start : start + WARM_UP) <= begin && stop >= end) return true;
  return false;
}
