// The past that a page shows: one question, then carried on from the live figures.
import { beforeEach, expect, test, vi } from 'vitest';
import type { App } from '../src/app';
import { Store } from '../src/api/store';
import type { Miner, MiningEvent } from '../src/api/client';
import { failure, known, type Wanted } from '../src/history';

const START = Date.parse('2026-11-23T10:00:00Z');
const WANTED: Wanted = { range: '1h', metrics: ['hashrate', 'power'] };

/** Answers for the API from memory, and counts what it is asked. */
class FakeHttp {
  asked: string[] = [];
  queries: Record<string, unknown>[] = [];
  down = false;
  end = START;
  algorithms = ['rx/0'];
  rate = 1000; // H/s

  async GET(path: string, options?: { params: { query: Record<string, unknown> } }): Promise<unknown> {
    this.asked.push(path);
    this.queries.push(options?.params.query ?? {});
    if (this.down) throw new Error('down');
    const timestamps = Array.from({ length: 360 }, (_, at) => new Date(this.end - (360 - at) * 10_000).toISOString());
    const algorithm = (options?.params.query['algorithm'] as string | undefined) ?? this.algorithms[0]!;
    const series = [
      { metric: 'hashrate', unit: 'H/s', values: timestamps.map(() => this.rate) },
      { metric: 'power', unit: 'W', values: timestamps.map(() => 50) },
    ];
    const miners = [{ name: 'a', algorithm, algorithms: this.algorithms, series }];
    const page = { items: [] as MiningEvent[] };
    const about = { from: timestamps[0], to: new Date(this.end).toISOString(), resolution: '10s' };
    const points = timestamps.map((timestamp) => ({ timestamp, hashrate: algorithm === 'rx/0' ? 600 : 5, resolution: '10s' }));
    const ofCard = path.endsWith('/hashrate-history') ? { ...about, points, algorithm, algorithms: this.algorithms } : page;
    const data = path === '/history' ? { ...about, timestamps, miners } : ofCard;
    return { data: { data }, response: new Response() };
  }
}

let http: FakeHttp;
let store: Store;
let app: App;

/** The live figures at so many s after the start. */
function live(second: number, hashrate: number | null, quality = 'valid', ofCard: number | null = null): void {
  const sampledAt = new Date(START + second * 1000).toISOString();
  const stats = { algorithm: 'rx/0', quality, sampledAt, shares: { accepted: 1, rejected: 0 }, connection: { connected: true, ping: 30 }, gpu: [{ id: 0, busId: '0000:01:00.0', powerUsage: 60, hashrate: ofCard }], cpu: null };
  store.miners = [{ name: 'a', pid: 1, status: 'running', hashrate, startedAt: new Date(START - 86_400_000).toISOString(), stats } as unknown as Miner];
}

const settled = async () => vi.waitFor(() => expect(known(app, WANTED)).not.toBeNull());
const rates = () => known(app, WANTED)!.past.miners[0]!.rates.get('rx/0')!;

beforeEach(() => {
  http = new FakeHttp();
  store = new Store(http as never);
  app = { store, http, stale: false } as unknown as App;
});

test('nothing is asked before there are miners', () => {
  expect(known(app, WANTED)).toBeNull();
  expect(http.asked).toEqual([]);
});

test('buckets that are over come from the live figures, without another question', async () => {
  live(1, 1100);
  await settled();
  expect(http.asked).toEqual(['/history', '/events']);
  expect(rates().at(-1)).toBe(1100); // of the bucket that is not over
  expect(rates().at(-2)).toBe(1000);
  for (const [second, hashrate] of [[3, 1300], [5, 1200], [5, 1200], [11, 2000], [21, 3000], [22, 3000]] as const) {
    live(second, hashrate);
    known(app, WANTED);
  } // prettier-ignore
  expect(rates().slice(-3)).toEqual([1200, 2000, 3000]);
  expect(rates()).toHaveLength(360);
  expect(known(app, WANTED)!.past.miners[0]!.figures.get('power')!.slice(-3)).toEqual([60, 60, 60]);
  expect(http.asked).toHaveLength(2);
});

test('figures that the API calls old are none', async () => {
  live(1, 1100);
  await settled();
  live(11, 1100, 'stale');
  known(app, WANTED);
  live(21, 3000);
  known(app, WANTED);
  live(22, 3000);
  expect(rates().slice(-3)).toEqual([1100, null, 3000]);
});

test('a bucket that is over is shown with the next figures, and what happened at once', async () => {
  live(1, 1100);
  await settled();
  const before = known(app, WANTED);
  live(11, 2000);
  expect(known(app, WANTED)).toBe(before);
  live(12, 2000);
  expect(rates().slice(-2)).toEqual([1100, 2000]);
  live(21, 3000);
  store.events = [{ seq: 7, event: 'crash', miner: 'a', timestamp: new Date(START + 20_500).toISOString() } as unknown as MiningEvent];
  expect(known(app, WANTED)!.events.map(({ seq }) => seq)).toEqual([7]);
  expect(rates().slice(-2)).toEqual([2000, 3000]);
});

test('after a silence of more than a bucket it is asked again', async () => {
  live(1, 1100);
  await settled();
  http.end = START + 60_000;
  live(61, 1500);
  known(app, WANTED);
  await vi.waitFor(() => expect(known(app, WANTED)!.past.to).toBe(START / 1000 + 70));
  expect(http.asked.filter((path) => path === '/history')).toHaveLength(2);
});

test('the same past is another value only when something has come', async () => {
  live(1, 1100);
  await settled();
  expect(known(app, WANTED)).toBe(known(app, WANTED));
});

test('an earlier algorithm is asked for by its name', async () => {
  http.algorithms = ['rx/0', 'kawpow'];
  live(1, 1100);
  await settled();
  expect(http.queries.map((query) => query['algorithm'])).toEqual([undefined, 'kawpow', undefined]);
  expect([...known(app, WANTED)!.past.miners[0]!.rates.keys()]).toEqual(['rx/0', 'kawpow']);
});

test('a refusal is told, and not repeated at once', async () => {
  http.down = true;
  live(1, 1100);
  known(app, WANTED);
  await vi.waitFor(() => expect(failure(app, WANTED)).toBeInstanceOf(Error));
  known(app, WANTED);
  expect(http.asked).toEqual(['/history']);
});

test('the past of one card is asked for by its name, and carried on from its own figures', async () => {
  const wanted: Wanted = { range: '1h', metrics: ['hashrate'], miner: 'a', card: '0000:01:00.0' };
  http.algorithms = ['rx/0', 'cn/r'];
  live(1, 1100, 'valid', 700);
  await vi.waitFor(() => expect(known(app, wanted)).not.toBeNull());
  expect(http.asked).toEqual(['/miners/{miner}/hashrate-history', '/miners/{miner}/hashrate-history', '/events']);
  expect(http.queries.slice(0, 2)).toEqual([
    { card: '0000:01:00.0', duration: '3600s', resolution: '10s' },
    { card: '0000:01:00.0', duration: '3600s', resolution: '10s', algorithm: 'cn/r' },
  ]);
  const { rates } = known(app, wanted)!.past.miners[0]!;
  expect(rates.get('rx/0')!.slice(-2)).toEqual([600, 700]);
  expect(rates.get('cn/r')!.slice(-2)).toEqual([5, null]);
});

test('what is asked for anew is added up anew', async () => {
  live(1, 1000);
  await settled();
  expect(known(app, WANTED)!.sums[0]!.values[0]).toBe(1000);
  http.rate = 500;
  http.end = START + 40_000;
  live(41, 1000);
  await vi.waitFor(() => expect(known(app, WANTED)!.past.to).toBeGreaterThan(START / 1000 + 40));
  expect(known(app, WANTED)!.sums[0]!.values[0]).toBe(500);
});
