// Rows cost little: those away from the window are drawn anew only now and then, and of many each one in every second round.
import { noChange, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

const UNSEEN_EVERY = 30_000; // ms; who reads the page without seeing it finds no older figures
const MARGIN = '64px'; // around the window

const away = new Set<string>();
const observer =
  'IntersectionObserver' in globalThis
    ? new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            const name = (target as HTMLElement).dataset['miner'] ?? '';
            if (isIntersecting || !target.isConnected) away.delete(name);
            else away.add(name);
          }
        },
        { rootMargin: MARGIN },
      )
    : null;

class Watched extends Directive {
  #row: Element | undefined;

  render(): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart): typeof noChange {
    if (element !== this.#row) observer?.observe(element);
    this.#row = element;
    return noChange;
  }
}

/** Watches a row whose `data-miner` says its name. */
export const watched = directive(Watched);

/** Whether a row of many is due in this turn, which is its place in the table and the round of figures, added up: every second one. */
export function isDue(turn: number, drawn: number): boolean {
  return turn % 2 === 0 || drawn !== turn - 1;
}

class WhenDue extends Directive {
  #key = '';
  #next = 0; // ms since the epoch
  #drawn = NaN; // the turn

  render(name: string, key: string, turn: number | null, draw: () => TemplateResult): TemplateResult | typeof noChange {
    const now = Date.now();
    if (this.#key === key && ((away.has(name) && now < this.#next) || (turn !== null && !isDue(turn, this.#drawn)))) return noChange;
    this.#key = key;
    this.#next = now + UNSEEN_EVERY * (0.5 + Math.random() / 2); // not all in one second
    this.#drawn = turn ?? NaN;
    return draw();
  }
}

class UnlessSame extends Directive {
  #of: unknown = this; // nothing equals it
  #on: unknown;

  render(of: unknown, on: unknown, draw: () => unknown): unknown {
    if (this.#of === of && this.#on === on) return noChange;
    this.#of = of;
    this.#on = on;
    return draw();
  }
}

/** What `draw` makes of one value on one ground, and anew only where either is another. */
export const unlessSame = directive(UnlessSame);

/** What `draw` makes; what it made before, while `key` stays the same and the row is unseen or has no turn (null: always). */
export const whenDue = directive(WhenDue);
