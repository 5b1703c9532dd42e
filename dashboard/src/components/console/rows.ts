// Which of many rows are in view: only those are drawn. Pure.

/** The columns that a text takes in a font of even width: wide signs take two, combining ones none. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const sign of text) columns += /\p{M}/u.test(sign) ? 0 : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(sign) ? 2 : 1;
  return columns;
}

/** How many lines on the screen a text takes, cut wherever a line is full; 0 columns: it is not cut. */
export function linesOf(text: string, columns: number): number {
  return columns > 0 ? Math.max(1, Math.ceil(columnsOf(text) / columns)) : 1;
}

/** Where each row begins, in lines on the screen; one more for the end of the last. */
export function beginnings(heights: readonly number[]): number[] {
  const made = new Array<number>(heights.length + 1);
  let sum = (made[0] = 0);
  for (let at = 0; at < heights.length; at++) made[at + 1] = sum += heights[at]!;
  return made;
}

/** The row at a place: the last that begins there or before. */
export function rowAt(begins: readonly number[], place: number): number {
  let low = 0;
  let high = begins.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (begins[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Window {
  from: number; // the first row to draw
  to: number; // the row after the last
}

/** The rows between two places, and some beyond each end. */
export function rowsIn(begins: readonly number[], top: number, bottom: number, beyond: number): Window {
  const rows = begins.length - 1;
  if (rows < 1) return { from: 0, to: 0 };
  return { from: Math.max(0, rowAt(begins, top) - beyond), to: Math.min(rows, rowAt(begins, Math.max(top, bottom)) + 1 + beyond) };
}
