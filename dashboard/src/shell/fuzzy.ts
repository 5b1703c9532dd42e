// How well a text fits what was typed: all letters in order, best at the beginnings of words. Pure.

/** Greater is better; null: it does not fit. Each word typed is looked for by itself. */
export function fit(typed: string, text: string): number | null {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const folded = fold(text);
  let sum = 0;
  for (const word of words) {
    const one = fitWord(word, folded);
    if (one === null) return null;
    sum += one;
  }
  return sum - folded.length / 100; // of two alike, the shorter
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function fitWord(word: string, text: string): number | null {
  const whole = text.indexOf(word);
  if (whole >= 0) {
    const starts = [...positions(word, text)].some((at) => isStart(text, at));
    return word.length * 10 + (starts ? 10 : 0) + (whole === 0 ? 5 : 0);
  }
  let at = -1;
  let score = 0;
  for (const letter of word) {
    const next = nextOf(letter, text, at + 1);
    if (next < 0) return null;
    score += next === at + 1 ? 4 : isStart(text, next) ? 3 : 0;
    at = next;
  }
  return score;
}

/** Rather at the beginning of a word than anywhere. */
function nextOf(letter: string, text: string, from: number): number {
  const first = text.indexOf(letter, from);
  if (first < 0 || first === from) return first;
  for (let at = first; at >= 0; at = text.indexOf(letter, at + 1)) if (isStart(text, at)) return at;
  return first;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
}

function* positions(word: string, text: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) yield at;
}

/** Those that fit, the best first; ties stay in order. Nothing typed: all. */
export function best<T>(typed: string, items: readonly T[], textOf: (item: T) => string): T[] {
  if (!typed.trim()) return [...items];
  return items
    .map((item) => ({ item, score: fit(typed, textOf(item)) }))
    .filter((each): each is { item: T; score: number } => each.score !== null)
    .sort((a, b) => b.score - a.score)
    .map((each) => each.item);
}
