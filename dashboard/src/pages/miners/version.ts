// Which of two versions of a program is newer. Pure.

/** Whether it is newer than the one here; where that is not known, nothing is. */
export function isNewer(version: string, here: string | null): boolean {
  if (here === null) return false;
  const [one, other] = [numbersOf(version), numbersOf(here)];
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference) return difference > 0;
  }
  return false;
}

function numbersOf(version: string): number[] {
  return (/\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);
}
