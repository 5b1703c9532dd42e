// What a difference makes of what was before.
import { expect, it } from 'vitest';
import { patched } from '../src/api/delta';

it.each([
  [{ a: 1, b: { c: 1, d: 1 } }, { b: { c: null } }, { a: 1, b: { c: null, d: 1 } }],
  [{ a: null }, { a: { b: 1 } }, { a: { b: 1 } }],
  [{ a: { b: 1 } }, { a: null }, { a: null }],
  [{ a: [{ b: 1, c: 1 }, { b: 2, c: 2 }] }, { a: [{}, { b: 3 }] }, { a: [{ b: 1, c: 1 }, { b: 3, c: 2 }] }], // prettier-ignore
  [{ a: [{ b: 1 }] }, { a: [] }, { a: [] }],
  [{ a: [] }, { a: [{ b: 1 }] }, { a: [{ b: 1 }] }],
  [{ a: [1, 2] }, { a: [1, 3] }, { a: [1, 3] }],
])('%j with %j is %j', (before, difference, after) => {
  const copy = structuredClone(before);
  expect(patched<object>(before, difference)).toEqual(after);
  expect(before).toEqual(copy);
});
