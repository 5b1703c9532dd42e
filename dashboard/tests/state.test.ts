// A miner's state, its order, and the places of the dashboard.
import { describe, expect, it } from 'vitest';
import { parseView, viewText } from '../src/app';
import type { Attention } from '../src/api/store';
import { hottest, power, powerOf, problemsFirst, shownState, stateOf } from '../src/state';
import { miner } from './miner';

describe('the state of a miner', () => {
  it.each([
    ['running', 'ok', 'mining'],
    ['running', 'degraded', 'degraded'],
    ['running', 'unreachable', 'offline'],
    ['error', 'unreachable', 'failed'],
    ['paused', 'ok', 'paused'],
    ['stopped', 'ok', 'stopped'],
    ['of a later version', 'ok', 'offline'],
  ])('%s and %s is %s', (status, health, state) => {
    expect(stateOf({ status, health })).toBe(state);
  });

  it('puts problems first, then goes by name', () => {
    const miners = [miner('b'), { ...miner('z'), status: 'error' }, miner('a'), { ...miner('c'), status: 'stopped' }];
    const store = { attention: [] };
    expect(miners.sort(problemsFirst(store)).map((each) => each.name)).toEqual(['z', 'a', 'b', 'c']);
  });

  it('that mines is a problem where the API says that it needs attention, and not for a hint', () => {
    const attention = [
      { miner: 'slow', severity: 'warning' },
      { miner: 'fine', severity: 'hint' },
      { miner: 'gone', severity: 'error' },
    ] as unknown as Attention[];
    const running = (name: string) => ({ ...miner(name), status: 'running', health: 'ok' });
    const gone = { ...miner('gone'), status: 'stopped' };
    expect(['slow', 'fine'].map((name) => shownState({ attention }, running(name)))).toEqual(['degraded', 'mining']);
    expect(shownState({ attention }, gone)).toBe('stopped');
    expect([running('fine'), running('slow')].sort(problemsFirst({ attention })).map((each) => each.name)).toEqual(['slow', 'fine']);
  });

  it('has no heat and no power where nothing reports them', () => {
    expect(hottest(miner('a'))).toBeNull();
    expect(power(miner('a'))).toBeNull();
  });

  it('names the hottest part and adds the power of the cards that report it', () => {
    const card = { id: 0, backend: null, busId: null, name: null, hashrate: null, temperature: 70, fanSpeed: null, powerUsage: 120 };
    const one = miner('a');
    one.stats.gpu = [card, { ...card, id: 1, temperature: 88, powerUsage: null }];
    expect(hottest(one)).toEqual({ celsius: 88, part: 'GPU 1' });
    expect(power(one)).toBe(120);
  });

  it('adds the power of a card of two miners once, and of cards whose place is not told each', () => {
    const on = (name: string, busId: string | null, powerUsage: number) => {
      const one = miner(name);
      one.stats.gpu = [{ id: 0, backend: null, busId, name: null, hashrate: null, temperature: null, fanSpeed: null, powerUsage }];
      return one;
    };
    expect(powerOf([on('a', '0000:01:00.0', 200), on('b', '0000:01:00.0', 210), on('c', '0000:02:00.0', 100)])).toBe(310);
    expect(powerOf([on('a', null, 200), on('b', null, 200)])).toBe(400);
    expect(powerOf([])).toBeNull();
  });
});

describe('a place', () => {
  it.each(['overview', 'miners/xmr-cpu', 'miners/a%20b?range=1h', 'setup/pool'])('%s is read and written the same', (text) => {
    expect(viewText(parseView(text))).toBe(text);
  });

  it('is read from an address', () => {
    expect(parseView('#/miners/a')).toMatchObject({ page: 'miners', rest: ['a'] });
    expect(parseView('').page).toBe('overview');
  });
});
