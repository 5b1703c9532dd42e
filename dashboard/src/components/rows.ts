// Rows cost little: those away from the window are drawn anew only now and then, of many each one in every second round,
// and of a row the cells that show something else.
import { noChange, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { repeat } from 'lit/directives/repeat.js';

const UNSEEN_EVERY = 30_000; // ms; who reads the page without seeing it finds no older figures

/** What a row was drawn of, for as long as it stands in its table. */
export class Line {
  element: Element | null = null;
  turn = NaN; // in which it was drawn
  next = 0; // ms since the epoch; until then it is not drawn while it is unseen
  #state: readonly unknown[] = [];
  readonly #of = new Map<string, unknown>();

  /** Whether it was in this state before; from now on it is, and in another one each part of it is drawn anew. */
  isIn(state: readonly unknown[]): boolean {
    if (state.length === this.#state.length && state.every((each, at) => each === this.#state[at])) return true;
    this.#state = state;
    this.#of.clear();
    return false;
  }

  /** Whether this part of it was drawn of the same before; from now on it is. */
  still(part: string, of: unknown): boolean {
    if (this.#of.get(part) === of && (of !== undefined || this.#of.has(part))) return true;
    this.#of.set(part, of);
    return false;
  }
}

class ElementOf extends Directive {
  render(_: Line): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [line]: [Line]): typeof noChange {
    line.element = element;
    return noChange;
  }
}

/** Stands in the tag of a row's element. */
export const elementOf = directive(ElementOf);

/** Whether a row of many is due in this turn, which is its place in the table and the round of figures, added up: every second one. */
export function isDue(turn: number, drawn: number): boolean {
  return turn % 2 === 0 || drawn !== turn - 1;
}

interface Named {
  readonly name: string;
}

interface How<T> {
  ground: unknown; // what all rows are drawn with: of another one, each is drawn anew
  turn(place: number): number | null; // null: each round
  state(item: T): readonly unknown[]; // in another one it is drawn at once
  draw(line: Line, item: T): TemplateResult;
}

class Rows extends Directive {
  #lines = new Map<string, Line>(); // as they stand there
  #ground: unknown;

  render(items: readonly Named[], { ground, turn, state, draw }: How<Named>): unknown {
    const before = this.#lines;
    const seen = inSight([...before.values()]);
    const isElsewhere = ground !== this.#ground;
    this.#ground = ground;
    this.#lines = new Map();
    const now = Date.now();
    return repeat(items, nameOf, (item, place) => {
      const line = (isElsewhere ? undefined : before.get(item.name)) ?? new Line();
      this.#lines.set(item.name, line);
      const inTurn = turn(place);
      const isSame = line.isIn(state(item));
      if (isSame && (seen.has(line) ? inTurn !== null && !isDue(inTurn, line.turn) : now < line.next)) return noChange;
      line.next = now + UNSEEN_EVERY * (0.5 + Math.random() / 2); // not all in one second
      line.turn = inTurn ?? NaN;
      return draw(line, item);
    });
  }
}

/** Those in the window. They stand below each other, so few have to be asked. */
function inSight(lines: readonly Line[]): ReadonlySet<Line> {
  const from = firstOf(lines, (each) => each.bottom > 0);
  const to = firstOf(lines, (each) => each.top >= innerHeight);
  return new Set(lines.slice(from, to));
}

/** The place of the first line that is so far down, by halves. */
function firstOf(lines: readonly Line[], isThere: (place: DOMRect) => boolean): number {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const { element } = lines[middle]!;
    if (element && isThere(element.getBoundingClientRect())) to = middle;
    else from = middle + 1;
  }
  return from;
}

const rows = directive(Rows);

function nameOf({ name }: Named): string {
  return name;
}

/** A row for each of these, by name. */
export function eachRow<T extends Named>(items: readonly T[], how: How<T>): unknown {
  return rows(items, how as unknown as How<Named>);
}
