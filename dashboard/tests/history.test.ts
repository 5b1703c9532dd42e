// Sums over miners: never across algorithms, and silence is a gap, not a drop.
import { describe, expect, test } from 'vitest';
import { algorithmColours, coloursOf } from '../src/algorithm';
import { advanced, counted, pooled, readPast, type Figure, type Metric, type Past } from '../src/history/past';
import { isDue, presence, WARM_UP } from '../src/history/presence';
import { rangeNamed, RANGES, STEPS, MOST_POINTS } from '../src/history/range';
import { gapsOfSum, sums, timeMining } from '../src/history/sums';
import { bars, median, pings, shares, sumReported } from '../src/history/figures';
import { marksOf } from '../src/history/happenings';
import { trailing } from '../src/history/hashrate';
import { poolsOf } from '../src/history/pools';
import { sparkPath } from '../src/components/sparkline';

const STEP = 300;

function past(miners: Record<string, Record<string, Figure[]>>): Past {
  const length = Object.values(Object.values(miners)[0]!)[0]!.length;
  const times = Array.from({ length }, (_, at) => at * STEP);
  return {
    from: 0,
    to: length * STEP,
    step: STEP,
    times,
    miners: Object.entries(miners).map(([name, rates]) => ({ name, rates: new Map(Object.entries(rates)), figures: new Map() })),
  };
}

const always = (...names: string[]) => new Map(names.map((name) => [name, [[0, 1e9]] as [number, number][]]));
const words = (names: readonly string[], others: Figure) => `${names.join()} silent, others ${others}`;

describe('a sum', () => {
  test('adds the miners of one algorithm, never of two', () => {
    const found = sums(past({ a: { 'rx/0': [1, 2] }, b: { 'rx/0': [10, 20] }, c: { kawpow: [5, 5] } }), always('a', 'b', 'c'));
    expect(found.map(({ algorithm, values, miners }) => [algorithm, values, miners])).toEqual([
      ['rx/0', [11, 22], ['a', 'b']],
      ['kawpow', [5, 5], ['c']],
    ]);
  });

  test('has a gap, not a drop, where a miner that should mine is silent', () => {
    const all = past({ a: { 'rx/0': [1, 2, 3] }, b: { 'rx/0': [10, null, 30] } });
    const [sum] = sums(all, always('a', 'b'));
    expect(sum!.values).toEqual([11, null, 33]);
    expect(sum!.others).toEqual([11, 2, 33]);
    expect(gapsOfSum(all, always('a', 'b'), sum!, words)).toEqual([{ from: 300, to: 600, kind: 'silent', note: 'b silent, others 2' }]);
  });

  test('drops where a miner was stopped', () => {
    const all = past({ a: { 'rx/0': [1, 2, 3] }, b: { 'rx/0': [10, null, null] } });
    const there = new Map([...always('a'), ['b', [[0, 310]] as [number, number][]]]);
    const [sum] = sums(all, there);
    expect(sum!.values).toEqual([11, 2, 3]);
    expect(gapsOfSum(all, there, sum!, words)).toEqual([]);
  });

  test('says that nobody mined where all were stopped, which is neither 0 nor silence', () => {
    const all = past({ a: { 'rx/0': [1, null, null, 4] } });
    const there = new Map([['a', [[0, 299], [900, 1200]] as [number, number][]]]); // prettier-ignore
    const [sum] = sums(all, there);
    expect(sum!.values).toEqual([1, null, null, 4]);
    expect(gapsOfSum(all, there, sum!, words)).toEqual([{ from: 300, to: 900, kind: 'idle' }]);
  });

  test('does not call a bucket silent in which the last one stopped', () => {
    const all = past({ a: { 'rx/0': [1, null, null, 4] } });
    const there = new Map([['a', [[0, 450], [850, 1200]] as [number, number][]]]); // prettier-ignore
    expect(gapsOfSum(all, there, sums(all, there)[0]!, words)).toEqual([
      { from: 300, to: 600, kind: 'idle' },
      { from: 600, to: 900, kind: 'silent' }, // it had started, and had no figures yet
    ]);
  });

  test('does not claim to know what was before its first figure', () => {
    const all = past({ a: { 'rx/0': [null, null, 3] } });
    const [sum] = sums(all, new Map());
    expect(gapsOfSum(all, new Map(), sum!, words)).toEqual([{ from: 0, to: 600, kind: 'silent' }]);
  });

  test('misses nobody who mined another algorithm then', () => {
    const all = past({ a: { 'rx/0': [1, null, null], kawpow: [null, 7, null] }, b: { 'rx/0': [1, 1, 1] } });
    const [rx, kawpow] = sums(all, always('a', 'b'));
    expect(rx!.values).toEqual([2, 1, 1]);
    expect(kawpow!.silent.map((each) => each.length)).toEqual([0, 0, 1]); // silent in what it mined last
  });

  test('counts its time mining over the time that is known', () => {
    const all = past({ a: { 'rx/0': [null, 1, null, 1, null] } });
    const there = new Map([['a', [[0, 900], [900, 1200]] as [number, number][]]]); // prettier-ignore
    expect(timeMining(all, sums(all, there)[0]!)).toBeCloseTo(2 / 3); // 300 to 600 mined, 600 to 900 silent, 900 to 1200 mined, then stopped
  });

  const samples = (rates: Record<string, Figure>, algorithm = 'rx/0') =>
    new Map(Object.entries(rates).map(([name, rate]) => [name, { algorithm, rate, figures: {} }]));

  test('is the same where it is carried on from bucket to bucket, silence and other algorithms included', () => {
    const some = [1, 2, 4, null]; // whole numbers, so that no order of adding makes a difference
    let seed = 7;
    const any = () => some[(seed = (seed * 1103515245 + 12345) % 2 ** 31) % some.length]!;
    const row = () => Array.from({ length: 12 }, any);
    let over = past({ a: { 'rx/0': row(), kawpow: row() }, b: { 'rx/0': row() }, c: { kawpow: row() } });
    const there = new Map([...always('a', 'c'), ['b', [[0, 60 * STEP]] as [number, number][]]]); // b was stopped
    let before: { past: Past; sums: ReturnType<typeof sums> } | null = null;
    for (let round = 0; round < 200; round++) {
      const now = advanced(over, samples({ a: any(), b: any(), c: any() }, any() === 2 ? 'kawpow' : 'rx/0')); // with a bucket that is not over
      const carried: ReturnType<typeof sums> = sums(now, there, before);
      expect(carried).toEqual(sums(now, there));
      before = { past: now, sums: carried };
      if (round % 3) over = advanced(over, samples({ a: any(), b: any(), c: any() }));
    }
  });

  test('adds up its end alone where it is carried on', () => {
    const all = past({ a: { 'rx/0': [1, 1, 1, 1, 1] } });
    const before = { past: all, sums: sums(all, always('a')).map((sum) => ({ ...sum, others: [7, 7, 7, 7, 7] })) };
    expect(sums(all, always('a'), before)[0]!.values).toEqual([7, 7, 7, 1, 1]);
    expect(sums(advanced(all, samples({ a: 2 })), always('a'), before)[0]!.values).toEqual([7, 7, 1, 1, 2]);
  });

  test('is added up anew where miners, steps or the stretch are others', () => {
    const all = past({ a: { 'rx/0': [1, 1, 1, 1, 1] } });
    const before = { past: all, sums: sums(all, always('a')).map((sum) => ({ ...sum, others: [7, 7, 7, 7, 7] })) };
    const two = past({ a: { 'rx/0': [1, 1, 1, 1, 1] }, b: { 'rx/0': [1, 1, 1, 1, 1] } });
    expect(sums(two, always('a', 'b'), before)[0]!.values).toEqual([2, 2, 2, 2, 2]);
    expect(sums({ ...all, step: STEP * 2 }, always('a'), before)[0]!.values).toEqual([1, 1, 1, 1, 1]);
    expect(sums({ ...all, from: all.from + 9 * STEP }, always('a'), before)[0]!.values).toEqual([1, 1, 1, 1, 1]);
    expect(sums({ ...all, from: all.from - STEP }, always('a'), before)[0]!.values).toEqual([1, 1, 1, 1, 1]);
    expect(sums(past({ a: { kawpow: [1, 1, 1, 1, 1] } }), always('a'), before)[0]!.values).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('presence', () => {
  const runs = { now: true, since: null };
  test('is from the start to the stop', () => {
    const there = presence([{ at: 10, kind: 'start' }, { at: 50, kind: 'stop' }], 0, 100, { now: false, since: null }); // prettier-ignore
    expect(there).toEqual([[10, 50]]);
  });
  test('began before, where the first that happened is an end', () => {
    expect(presence([{ at: 50, kind: 'crash' }, { at: 60, kind: 'restart' }], 0, 100, runs)).toEqual([[0, 50], [60, 100]]); // prettier-ignore
  });
  test('goes on while no daemon runs: an adopted miner never stopped', () => {
    expect(presence([{ at: 50, kind: 'adopt' }], 0, 100, runs)).toEqual([[0, 100]]);
  });
  test('is that of now where nothing happened', () => {
    expect(presence([], 0, 100, runs)).toEqual([[0, 100]]);
    expect(presence([], 0, 100, { now: true, since: 40 })).toEqual([[40, 100]]);
    expect(presence([], 0, 100, { now: false, since: null })).toEqual([]);
  });
  test('makes figures due after a warm-up, and only where it lasts for the whole bucket', () => {
    const there = [[50, 1000]] as const;
    expect(isDue(there, 50, 350, 0)).toBe(false);
    expect(isDue(there, 50 + WARM_UP, 350, 0)).toBe(true);
    expect(isDue(there, 800, 1100, 0)).toBe(false);
    expect(isDue([[0, 1000]], 0, 300, 0)).toBe(true); // it ran before the beginning
  });
});

describe('ranges', () => {
  test('have no more points than a screen, once put together', () => {
    for (const { seconds, resolution } of Object.values(RANGES)) {
      const count = seconds / STEPS[resolution]!;
      const many = pooled(past({ a: { 'rx/0': Array.from({ length: count }, (_, at) => at) } }));
      expect(many.times.length).toBeLessThanOrEqual(MOST_POINTS);
    }
  });
  test('are put together by means of rates and the highest of counters', () => {
    const all = past({ a: { 'rx/0': [1, 3, null, null, 5, 9, 9] } });
    const miner = { ...all.miners[0]!, figures: new Map([['accepted' as const, [1, 2, 3, 4, 5, 6, 7]]]) };
    const many = pooled({ ...all, miners: [miner] }, 3);
    expect(many.step).toBe(900);
    expect(many.times).toEqual([300, 1200]);
    expect(many.miners[0]!.rates.get('rx/0')).toEqual([3, 23 / 3]);
    expect(many.miners[0]!.figures.get('accepted')).toEqual([4, 7]);
  });
  test('that are not offered give way', () => {
    expect(rangeNamed('90d', ['1h', '24h'], '24h')).toBe('24h');
    expect(rangeNamed('1h', ['1h', '24h'], '24h')).toBe('1h');
  });
});

test('a bucket that is over comes in at the right, and the oldest goes', () => {
  const before = past({ a: { 'rx/0': [1, 2, 3] }, b: { kawpow: [4, 5, 6] } });
  const after = advanced(before, new Map([['a', { algorithm: 'cn/r', rate: 9, figures: {} }]]));
  expect([after.from, after.to, after.times]).toEqual([300, 1200, [300, 600, 900]]);
  expect(Object.fromEntries(after.miners[0]!.rates)).toEqual({ 'rx/0': [2, 3, null], 'cn/r': [null, null, 9] });
  expect(after.miners[1]!.rates.get('kawpow')).toEqual([5, 6, null]);
});

test('counters that begin anew with a process count on', () => {
  expect(counted([10, 12, null, 15, 2, 4])).toEqual([null, 2, null, 3, 2, 2]);
});

test('answers about earlier algorithms join the first one', () => {
  const answer = (algorithm: string, algorithms: string[], values: Figure[]) => ({
    from: '1970-01-01T00:00:00Z', to: '1970-01-01T00:10:00Z', resolution: '5m', timestamps: ['1970-01-01T00:00:00Z', '1970-01-01T00:05:00Z'],
    miners: [{ name: 'a', algorithm, algorithms, second: [], series: [{ metric: 'hashrate', unit: 'H/s', values }] }],
  }); // prettier-ignore
  const read = readPast([answer('rx/0', ['rx/0', 'kawpow'], [null, 2]), answer('kawpow', ['rx/0', 'kawpow'], [1, null])], STEP);
  expect(Object.fromEntries(read.miners[0]!.rates)).toEqual({ 'rx/0': [null, 2], kawpow: [1, null] });
});

test('an average trails, and stays away where there is nothing now', () => expect(trailing([2, 4, null, 6], 2)).toEqual([2, 3, null, 6]));

test('RandomX and KawPow keep their colours, whoever else is there', () => {
  expect(Object.fromEntries(algorithmColours(['zil', 'kawpow', 'rx/0', 'cn/r']))).toEqual({ 'rx/0': 's1', kawpow: 's2', 'cn/r': 's3', zil: 's4' });
  expect(algorithmColours(['kawpow']).get('kawpow')).toBe('s2');
});

test('an algorithm keeps its colour when others come', () => {
  const store = {} as Parameters<typeof coloursOf>[0];
  coloursOf(store, ['cn/r']);
  expect(Object.fromEntries(coloursOf(store, ['argon', 'cn/r']))).toEqual({ 'cn/r': 's3', argon: 's4' });
});

describe('what miners report', () => {
  const times = [0, 300, 600, 900];
  const miner = (name: string, figures: Partial<Record<Metric, Figure[]>>) => ({ name, rates: new Map(), figures: new Map(Object.entries(figures)) as Map<Metric, Figure[]> });
  const all = (...miners: ReturnType<typeof miner>[]): Past => ({ from: 0, to: 1200, step: STEP, times, miners });

  test('is a sum of those who report, with a gap where one of them is silent', () => {
    const some = all(miner('a', { power: [100, 100, 100, 100] }), miner('b', { power: [50, null, 50, null] }), miner('c', { power: [null, null, null, null] }));
    const there = new Map([...always('a', 'c'), ['b', [[0, 900]] as [number, number][]]]);
    expect(sumReported(some, there, 'power')).toEqual({ values: [150, null, 150, 100], miners: ['a', 'b'] });
  });
  test('is counted in shares, whose bars begin at whole hours of the clock here', () => {
    const found = shares(all(miner('a', { accepted: [10, 12, 20, 21], rejected: [0, 0, 1, 1] }), miner('b', { accepted: [5, 5, 6, 1] })));
    expect(found).toEqual({ accepted: [null, 2, 9, 2], rejected: [null, 0, 1, 0] });
    expect(bars(all(), found, 600, 300)).toEqual([
      { from: -300, measured: false, accepted: 0, rejected: 0 },
      { from: 300, measured: true, accepted: 11, rejected: 1 },
      { from: 900, measured: true, accepted: 2, rejected: 0 },
    ]);
  });
  test('is the ping of the pool where a miner was then', () => {
    const some = all(miner('a', { ping: [10, 20, 30, 40] }), miner('b', { ping: [50, null, 50, null] }));
    const pools = poolsOf(
      [{ name: 'a', stats: { connection: { pool: 'new:1' } }, config: {} }, { name: 'b', stats: { connection: { pool: null } }, config: { pool: 'stratum+ssl://new:1' } }] as never,
      [{ miner: 'a', event: 'pool', timestamp: '1970-01-01T00:06:40Z', params: { before: 'old:1', after: 'new:1' } }] as never,
    ); // prettier-ignore
    expect(Object.fromEntries(pings(some, pools))).toEqual({ 'new:1': [50, null, 40, 40], 'old:1': [10, 20, null, null] });
  });
  test.each([[[3, 1, null, 2], 2], [[4, 1, 2, 3], 2.5], [[null], null]])('has a median: of %j it is %s', (values, middle) => expect(median(values)).toBe(middle)); // prettier-ignore
});

test('what happens to one miner in one bucket is one mark', () => {
  const app = { text: { chart: { happened: { crash: 'crashed', restart: 'restarted', stop: 'stopped' } } }, say: ({ text }: { text: string }) => text } as never;
  const event = (at: number, miner: string, kind: string) => ({ timestamp: new Date(at * 1000).toISOString(), miner, event: kind, text: `${kind}.` }) as never;
  const marks = marksOf(app, [event(10, 'a', 'crash'), event(20, 'a', 'restart'), event(30, 'b', 'stop'), event(400, 'a', 'stop'), event(410, 'a', 'adopt')], STEP, (name) => (name === 'b' ? 'kawpow' : undefined));
  expect(marks).toEqual([
    { at: 10, text: 'a crashed, restarted', warns: true, detail: 'a: crash. a: restart.' },
    { at: 30, text: 'b stopped', warns: false, track: 'kawpow', detail: 'b: stop.' },
    { at: 400, text: 'a stopped', warns: false, detail: 'a: stop.' },
  ]);
});

test('a sparkline is 48 points at most, and breaks at gaps', () => {
  const path = sparkPath(Array.from({ length: 288 }, (_, at) => (at > 100 && at < 140 ? null : at)));
  expect(path.match(/[ML]/g)!.length).toBeLessThanOrEqual(48);
  expect(path.match(/M/g)).toHaveLength(2);
  expect(sparkPath([null, null])).toBe('');
});
