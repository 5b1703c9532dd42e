// What a screen reader says at once: a problem that was not there before. What one finds on opening the page is read with it.
import type { Attention } from '../api/store';

export class Alerts {
  #seen: Set<string> | null = null; // ids; null: the list has not been loaded yet

  /** The problems that are new; hints are none. */
  added(attention: readonly Attention[], isLoaded: boolean): Attention[] {
    if (!isLoaded) return [];
    const problems = attention.filter((each) => each.severity !== 'hint');
    const fresh = this.#seen ? problems.filter((each) => !this.#seen!.has(each.id)) : [];
    this.#seen = new Set(problems.map((each) => each.id));
    return fresh;
  }
}

/** What needs attention, for the page around: by code and miner. */
export class Needs {
  #open = new Set<string>();

  /** What came and went since the last call; null: nothing. */
  changed(attention: readonly Attention[]): { added: string[]; resolved: string[]; open: string[] } | null {
    const open = new Set(attention.map((each) => `${each.code} ${each.miner ?? ''}`));
    const added = [...open].filter((each) => !this.#open.has(each));
    const resolved = [...this.#open].filter((each) => !open.has(each));
    this.#open = open;
    return added.length || resolved.length ? { added, resolved, open: [...open] } : null;
  }
}
