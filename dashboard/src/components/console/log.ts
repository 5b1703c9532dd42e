// What the console holds: the newest lines, those that its filter shows, and how high each of them is. No DOM.
import { isShown, lineOf, typedLine, type Filter, type Line } from './line';
import { beginnings, linesOf, rowAt } from './rows';

export const MOST_LINES = 10_000;
export const PREFIX = 20; // columns of time and source
const TIME = 10; // columns of the time and the space after it

export interface Shape {
  columns: number; // that a line has room for; 0: lines are not wrapped
  hanging: boolean; // whether what is wrapped begins below the message, not below the time
}

export class Log {
  lines: Line[] = [];
  shown: Line[] = [];
  begins: number[] = [0];
  #filter: Filter = 'all';
  #shape: Shape = { columns: 0, hanging: true };
  #heights: number[] = [];

  get filter(): Filter {
    return this.#filter;
  }

  /** How many lines on the screen it takes. */
  get height(): number {
    return this.begins.at(-1)!;
  }

  /** Add what has come; answers how many lines on the screen left at the front, and which of the new ones are shown. */
  add(items: readonly { time: string | null; text: string }[]): { left: number; fresh: Line[] } {
    return this.#add(items.map(lineOf));
  }

  type(at: string, source: string, text: string): void {
    this.#add([typedLine(at, source, text)]);
  }

  clear(): void {
    this.lines = [];
    this.#rebuild();
  }

  choose(filter: Filter): void {
    this.#filter = filter;
    this.#rebuild();
  }

  /** Whether that was another shape than before. */
  reshape(shape: Shape): boolean {
    if (shape.columns === this.#shape.columns && shape.hanging === this.#shape.hanging) return false;
    this.#shape = shape;
    this.#rebuild();
    return true;
  }

  /** The shown line at a place, in lines on the screen. */
  at(place: number): Line | undefined {
    return this.shown[rowAt(this.begins, place)];
  }

  /** Where a line begins; where it is not shown, the next one that is. */
  placeOf(line: Line): number {
    const index = this.lines.indexOf(line);
    const after = new Set(this.lines.slice(Math.max(0, index)));
    const row = this.shown.findIndex((each) => after.has(each));
    return this.begins[row < 0 ? this.shown.length : row]!;
  }

  /** The rows in which a text stands. */
  rowsWith(sought: string): number[] {
    const wanted = sought.toLowerCase();
    return wanted ? this.shown.flatMap((line, row) => (line.text.toLowerCase().includes(wanted) ? [row] : [])) : [];
  }

  #add(lines: Line[]): { left: number; fresh: Line[] } {
    this.lines.push(...lines);
    const fresh = lines.filter((line) => isShown(line, this.#filter));
    this.shown.push(...fresh);
    this.#heights.push(...fresh.map((line) => this.#height(line)));
    const gone = new Set(this.lines.splice(0, Math.max(0, this.lines.length - MOST_LINES)));
    const rows = gone.size ? this.shown.findIndex((line) => !gone.has(line)) : 0;
    const removed = rows < 0 ? this.shown.length : rows;
    this.shown.splice(0, removed);
    const left = this.#heights.splice(0, removed).reduce((sum, each) => sum + each, 0);
    this.begins = beginnings(this.#heights);
    return { left, fresh };
  }

  #rebuild(): void {
    this.shown = this.lines.filter((line) => isShown(line, this.#filter));
    this.#heights = this.shown.map((line) => this.#height(line));
    this.begins = beginnings(this.#heights);
  }

  #height(line: Line): number {
    const { columns, hanging } = this.#shape;
    if (!columns) return 1;
    const before = hanging ? Math.max(0, TIME + line.source.length + 1 - PREFIX) : TIME + line.source.length;
    return linesOf(' '.repeat(before) + line.text, hanging ? Math.max(8, columns - PREFIX) : columns);
  }
}
