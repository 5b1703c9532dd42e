// Which pools are shown, who uses them, and how they are tested.
import { describe, expect, it } from 'vitest';
import { ApiError } from '../src/api/client';
import { chosen, coinsOf, usersOf, type Pool } from '../src/pages/pools/choice';
import { PoolTests, type PoolTest, type Tested } from '../src/pool-tests';
import { miner } from './miner';

function pool(host: string, more: Partial<Pool> = {}): Pool {
  const id = `${host}:3333`;
  return { id, origin: 'catalogue', pool: `stratum+tcp://${id}`, name: host, coin: 'XMR', host, port: 3333, morePorts: [], tlsPort: null, region: null, fee: null, ...more } as Pool;
}

const reachable = (connectMs: number) => ({ result: 'reachable', connectMs }) as PoolTest;
const everything = { coin: '', words: '', mine: false, sort: '' };
const names = (pools: Pool[]) => pools.map((each) => each.name);
const none = new Map<string, Tested>();

describe('the list of pools', () => {
  const pools = [pool('b.example', { region: 'eu', tlsPort: 443, fee: 1 }), pool('a.example', { coin: 'RVN' }), pool('z.example', { origin: 'yours', fee: 0 })];

  it('begins with those in use, then one’s own, then goes by name', () => {
    expect(names(chosen(pools, everything, none, (each) => each.name === 'b.example'))).toEqual(['b.example', 'z.example', 'a.example']);
  });

  it('is filtered by coin, words and whose they are', () => {
    expect(names(chosen(pools, { ...everything, coin: 'RVN' }, none, () => false))).toEqual(['a.example']);
    expect(names(chosen(pools, { ...everything, words: 'TLS eu' }, none, () => false))).toEqual(['b.example']);
    expect(names(chosen(pools, { ...everything, mine: true }, none, () => false))).toEqual(['z.example']);
  });

  it('goes by fee and answer time, with what is not known last', () => {
    const results = new Map([['stratum+tcp://a.example:3333', { test: reachable(9), issue: null, at: 1 }]]);
    expect(names(chosen(pools, { ...everything, sort: 'fee' }, none, () => false))).toEqual(['z.example', 'b.example', 'a.example']);
    expect(names(chosen(pools, { ...everything, sort: 'answer' }, results, () => false))[0]).toBe('a.example');
  });

  it('counts coins', () => {
    expect(coinsOf(pools)).toEqual([['RVN', 1], ['XMR', 2]]); // prettier-ignore
  });

  it('names who mines there, however the address is spelled, also at its port for TLS', () => {
    const [first] = pools;
    const users = [miner('first'), miner('second'), miner('elsewhere')];
    users[0]!.config = { pool: 'stratum+ssl://B.Example.:443' } as never;
    users[1]!.config = { pool: 'x.example:1', pools: [{ pool: 'b.example:3333' }] } as never;
    expect(usersOf(first!, users, [])).toEqual({ miners: ['first', 'second'], profiles: [] });
  });
});

describe('tests of pools', () => {
  it('run a few at a time, and end with all', async () => {
    let now = 0;
    let most = 0;
    const tests = new PoolTests(
      async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now--;
        return reachable(5);
      },
      () => '',
    );
    await tests.all(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(most).toBe(3);
    expect(tests.results.size).toBe(7);
    expect(tests.progress).toBeNull();
  });

  it('can be stopped; those under way end', async () => {
    const waiting: (() => void)[] = [];
    const tests = new PoolTests(() => new Promise((resolve) => waiting.push(() => resolve(reachable(5)))), () => '');
    const done = tests.all(['a', 'b', 'c', 'd', 'e']);
    tests.stop();
    waiting.forEach((each) => each());
    await done;
    expect([...tests.results.keys()]).toEqual(['a', 'b', 'c']);
  });

  it('wait where the server wants no more, and lose none', async () => {
    let refusals = 1;
    const tests = new PoolTests(
      async () => {
        if (refusals-- > 0) throw new ApiError(429, 'RATE_LIMITED', 'At most 10.', { retryAfter: 0.01 });
        return reachable(5);
      },
      () => 'refused',
    );
    await tests.all(['a', 'b', 'c', 'd']);
    expect([...tests.results.values()].every((each) => each.test?.connectMs === 5)).toBe(true);
    expect(tests.results.size).toBe(4);
  });

  it('say why there is no result', async () => {
    const tests = new PoolTests(() => Promise.reject(new Error('no')), (error) => String(error));
    await tests.one('a');
    expect(tests.results.get('a')?.issue).toBe('Error: no');
  });
});
