// The same value for the same arguments, so that a chart sees whether there is something to draw.
import type { App } from '../app';

const MOST = 4; // stretches that are looked at in turn

export function memo<A extends readonly unknown[], T>(make: (app: App, ...given: A) => T): (app: App, ...given: A) => T {
  const held = new WeakMap<object, { given: readonly unknown[]; made: T }[]>();
  return (app, ...given) => {
    // Numbers are made anew with each language.
    const key: readonly unknown[] = [app.numbers, ...given];
    const some = held.get(app.store) ?? [];
    const same = some.find((each) => each.given.every((value, at) => value === key[at]));
    if (same) return same.made;
    const made = make(app, ...given);
    held.set(app.store, [{ given: key, made }, ...some].slice(0, MOST));
    return made;
  };
}
