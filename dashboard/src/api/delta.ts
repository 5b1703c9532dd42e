// What is different, as `miners.delta` tells it, merged into what was before. Pure.

/** A copy with other values where the difference names them; what it does not name is the same object. */
export function patched<T>(before: T, difference: unknown): T {
  if (Array.isArray(before) && Array.isArray(difference) && before.length === difference.length) {
    return before.map((each, at) => patched(each, difference[at])) as T;
  }
  if (!isObject(before) || !isObject(difference)) return difference as T;
  const copy: Record<string, unknown> = { ...before };
  for (const key in difference) {
    const value = difference[key];
    copy[key] = typeof value === 'object' ? patched(before[key], value) : value; // a number before is not read: that alone makes rubbish
  }
  return copy as T;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
