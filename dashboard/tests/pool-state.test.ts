// Whether miners are connected to their pool: what no program tells is neither yes nor no.
import { expect, test } from 'vitest';
import { poolState, poolStateOf } from '../src/components/pool-state';
import { miner } from './miner';

function connected(told: boolean | null) {
  const one = miner('one');
  return { ...one, stats: { ...one.stats, connection: { ...one.stats.connection, connected: told } } };
}

test('a program that does not tell it is not said to be disconnected', () => {
  expect([true, false, null].map((told) => poolState(connected(told)))).toEqual(['up', 'down', 'untold']);
});

test('one that is connected shows that the pool can be reached, whatever others do not tell', () => {
  expect(poolStateOf([connected(null), connected(false), connected(true)])).toBe('up');
  expect(poolStateOf([connected(null), connected(false)])).toBe('down');
  expect(poolStateOf([connected(null)])).toBe('untold');
});
