// How many shares were accepted in the last hour, from a counter that begins anew with each process. Pure.

export interface ShareRate {
  count: number; // in that hour
  perHour: number;
}

const FEW = 3; // fewer say nothing

/** Null: too few to say. `began`: in which step the process began; what was counted since then counts whole. Below 0: before. */
export function shareRate(counter: readonly (number | null)[], step: number, began: number): ShareRate | null {
  const first = counter.findIndex((each) => each !== null);
  const last = counter.findLastIndex((each) => each !== null);
  if (first < 0) return null;
  let before = began >= 0 && began <= first ? 0 : counter[first]!;
  let count = 0;
  for (const value of counter.slice(first)) {
    if (value === null) continue;
    count += value >= before ? value - before : value;
    before = value;
  }
  return count < FEW ? null : { count, perHour: (count * 3600) / ((last - first + 1) * step) };
}
