// What the store makes of frames.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, type Miner } from '../src/api/client';
import type { Frame } from '../src/api/frames';
import { Store } from '../src/api/store';
import { totals } from '../src/totals';
import { miner } from './miner';

let asked: string[];
let events: { seq: number }[];
let jobs: { id: string; state: string }[];
let attention: { name: string }[];

function store(): Store {
  const answer = (url: URL) => {
    if (url.pathname.endsWith('/events')) {
      const since = Number(url.searchParams.get('since') ?? 0);
      return { items: events.filter((each) => each.seq > since) };
    }
    return { items: url.pathname.endsWith('/jobs') ? jobs : url.pathname.endsWith('/attention') ? attention : [] };
  };
  const fetch = async (input: RequestInfo | URL) => {
    const url = new URL((input as Request).url);
    asked.push(url.pathname + url.search);
    return Response.json({ success: true, data: answer(url) });
  };
  return new Store(connect({ baseUrl: 'http://rig.example/api', getToken: async () => '', fetch }));
}

const frame = (type: string, seq: number, data: unknown) => ({ type, seq, timestamp: '2026-11-26T12:00:00Z', data }) as Frame;

describe('the store', () => {
  beforeEach(() => {
    asked = [];
    events = [];
    jobs = [];
    attention = [];
  });

  it('takes the miners of a snapshot, by name', () => {
    const rig = store();
    rig.heard(frame('snapshot', 1, { miners: [miner('b'), miner('a')] }));
    expect(rig.miners!.map((each) => each.name)).toEqual(['a', 'b']);
  });

  it('changes one miner by its figures and leaves the others the same objects', () => {
    const rig = store();
    rig.heard(frame('snapshot', 1, { miners: [miner('a'), miner('b')] }));
    const [, second] = rig.miners!;
    rig.heard(frame('miner.stats', 1, { ...miner('a'), stats: { ...miner('a').stats, hashrate: 5, uptime: 90 } }));
    expect([rig.miner('a')!.hashrate, rig.miner('a')!.uptime]).toEqual([5, 90]);
    expect(rig.miner('b')).toBe(second);
  });

  it('takes the figures of all miners in one frame and tells them at once', () => {
    const rig = store();
    rig.heard(frame('snapshot', 1, { miners: [miner('a'), miner('b'), miner('c')] }));
    const [, , third] = rig.miners!;
    let changes = 0;
    rig.addEventListener('change', () => changes++);
    const items = ['a', 'b', 'gone'].map((name, at) => ({ ...miner(name), stats: { ...miner(name).stats, hashrate: at } }));
    rig.heard(frame('miners.stats', 1, { items }));
    expect(changes).toBe(1);
    expect(rig.miners!.map((each) => [each.name, each.hashrate])).toEqual([['a', 0], ['b', 1], ['c', third!.hashrate]]); // prettier-ignore
    expect(rig.miner('c')).toBe(third);
  });

  it('merges what is different into the figures before, and leaves the rest the same objects', () => {
    const rig = store();
    rig.heard(frame('snapshot', 1, { miners: [miner('a'), miner('b')] }));
    const [before, other] = rig.miners!;
    let changes = 0;
    rig.addEventListener('change', () => changes++);
    const stats = { hashrate: 5, uptime: 90, lastShareAt: null, connection: { ping: null }, work: [{ hashrate: 5 }] };
    rig.heard(frame('miners.delta', 1, { miners: { a: { stats }, gone: { stats } } }));
    expect(changes).toBe(1);
    const after = rig.miner('a')!;
    expect(after).toEqual({
      ...before,
      hashrate: 5,
      uptime: 90,
      stats: { ...before!.stats, ...stats, connection: { ...before!.stats.connection, ping: null }, work: [{ ...before!.stats.work[0], hashrate: 5 }] },
    });
    expect([before!.hashrate, before!.stats.connection.ping]).toEqual([1000, 41]);
    expect(after.stats.shares).toBe(before!.stats.shares);
    expect(rig.miner('b')).toBe(other);
  });

  it('takes whole figures as they are, also where something is no longer in them', () => {
    const rig = store();
    const reason = (params: object) => ({ code: 'a', text: '', params });
    rig.heard(frame('snapshot', 1, { miners: [{ ...miner('a'), reason: reason({ pool: 'x' }) }] }));
    rig.heard(frame('miners.stats', 1, { items: [{ ...miner('a'), reason: reason({}) }] }));
    expect(rig.miner('a')!.reason).toEqual(reason({}));
  });

  it('says nothing anew for a ping', () => {
    const rig = store();
    rig.heard(frame('snapshot', 1, { miners: [miner('a')] }));
    vi.useFakeTimers();
    let changes = 0;
    rig.addEventListener('change', () => changes++);
    rig.setConnection({ ...rig.connection, lastData: 5 });
    vi.advanceTimersByTime(5000);
    expect([changes, rig.connection.lastData]).toEqual([0, 5]);
    vi.useRealTimers();
  });

  it('tells figures at most once a second, and what happened at once', () => {
    vi.useFakeTimers();
    const rig = store();
    rig.heard(frame('snapshot', 1, { miners: [miner('a')] }));
    let changes = 0;
    rig.addEventListener('change', () => changes++);
    for (let at = 0; at < 50; at++) rig.heard(frame('miner.stats', 1, miner('a')));
    expect(changes).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(changes).toBe(1);
    rig.heard(frame('miner.status', 2, { ...miner('a'), event: 'crash', text: '', who: null }));
    expect(changes).toBe(2);
    vi.useRealTimers();
  });

  it('forgets a miner that is forgotten, and takes in a new one', () => {
    const rig = store();
    rig.heard(frame('snapshot', 1, { miners: [miner('a')] }));
    rig.heard(frame('miner.status', 2, { ...miner('c'), event: 'start', text: '', who: null }));
    rig.heard(frame('miner.status', 3, { ...miner('a'), event: 'forget', text: '', who: null }));
    expect(rig.miners!.map((each) => each.name)).toEqual(['c']);
  });

  it('fills the gap of a lost connection with the events that came meanwhile', async () => {
    const rig = store();
    events = [{ seq: 1 }, { seq: 2 }];
    rig.heard(frame('snapshot', 2, { miners: [] }));
    await vi.waitFor(() => expect(rig.events.map((each) => each.seq)).toEqual([2, 1]));
    events = [...events, { seq: 3 }, { seq: 4 }];
    rig.heard(frame('snapshot', 4, { miners: [] }));
    await vi.waitFor(() => expect(rig.events.map((each) => each.seq)).toEqual([4, 3, 2, 1]));
    expect(asked.some((each) => each.includes('since=2'))).toBe(true);
  });

  it.each([['a connection', 3], ['a poll', 0]])('lets pages ask again for what no frame told before %s', (_, seq) => {
    const rig = store();
    const counts = () => [rig.profilesChanged, rig.poolsChanged, rig.settingsChanged];
    const before = counts();
    rig.heard(frame('snapshot', seq, { miners: [] }));
    expect(counts()).toEqual(before.map((each) => each + 1));
  });

  it('learns while it polls what needs attention, and how an installation ended', async () => {
    const rig = store();
    rig.heard(frame('install.progress', 1, { id: 'a', state: 'running' }));
    [jobs, attention] = [[{ id: 'a', state: 'done' }, { id: 'older', state: 'done' }], [{ name: 'rig' }]];
    rig.heard(frame('snapshot', 0, { miners: [] }));
    await vi.waitFor(() => expect([rig.jobs.get('a')!.state, rig.attention]).toEqual(['done', attention]));
    expect(rig.jobs.size).toBe(1);
    asked = [];
    rig.heard(frame('snapshot', 0, { miners: [] }));
    await vi.waitFor(() => expect(asked.some((each) => each.includes('/attention'))).toBe(true));
    expect(asked.some((each) => each.includes('/jobs'))).toBe(false);
  });

  it('begins the timeline anew where the data folder is another', async () => {
    const rig = store();
    events = [{ seq: 7 }];
    rig.heard(frame('snapshot', 7, { miners: [] }));
    await vi.waitFor(() => expect(rig.events).toHaveLength(1));
    events = [{ seq: 2 }];
    rig.heard(frame('snapshot', 2, { miners: [] }));
    await vi.waitFor(() => expect(rig.events.map((each) => each.seq)).toEqual([2]));
  });
});

describe('totals', () => {
  const summed = (...miners: Miner[]) => {
    const rig = store();
    rig.heard(frame('snapshot', 1, { miners }));
    return totals(rig);
  };

  it('never adds different algorithms', () => {
    const sums = summed(miner('a', { algorithm: 'kawpow', hashrate: 3 }), miner('b', { hashrate: 1 }), miner('c', { hashrate: 2 }));
    expect(sums.map((each) => [each.algorithm, each.hashrate, each.miners])).toEqual([['rx/0', 3, 2], ['kawpow', 3, 1]]);
  });

  it('has no hashrate where no miner reports one, and keeps a true zero', () => {
    expect(summed(miner('a', { hashrate: null }))[0]!.hashrate).toBeNull();
    expect(summed(miner('a', { hashrate: 0 }))[0]!.hashrate).toBe(0);
  });

  it('leaves out what does not run', () => {
    expect(summed({ ...miner('a'), pid: null })).toEqual([]);
  });
});
