// Rows that nobody can see cost little: while they are away from the window they are drawn anew only now and then.
import { noChange, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';

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

/** Watch a row whose `data-miner` says its name. */
export function watch(row: Element | undefined): void {
  if (row) observer?.observe(row);
}

class UnlessUnseen extends Directive {
  #key = '';
  #next = 0; // ms since the epoch

  render(name: string, key: string, draw: () => TemplateResult): TemplateResult | typeof noChange {
    const now = Date.now();
    if (this.#key === key && away.has(name) && now < this.#next) return noChange;
    this.#key = key;
    this.#next = now + UNSEEN_EVERY * (0.5 + Math.random() / 2); // not all in one second
    return draw();
  }
}

/** What `draw` makes; while the row is unseen and `key` stays the same, what it made some seconds ago. */
export const unlessUnseen = directive(UnlessUnseen);
