// The wizard: which coins and pools come first, how much is used, and that its answers are kept.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '../src/api/client';
import { loadAnswers, NO_ANSWERS, saveAnswers, stepFor } from '../src/pages/setup/answers';
import { configurationOf } from '../src/pages/setup/configuration';
import { addressOf, byAnswerTime, type Test } from '../src/pages/setup/measuring';
import { programsFor, suits, threadsOf } from '../src/pages/setup/suit';
import { kindOf } from '../src/pages/profiles/transfer';

const program = (type: string, more: Partial<Schemas['Available']>) =>
  ({ type, title: type, algorithms: [], cpu: true, gpu: [], installed: false, installable: true, simulated: false, broken: null, supports: { fields: ['coin', 'threads'], gpuAlgorithms: [] }, ...more }) as unknown as Schemas['Available'];
const coin = (ticker: string, algorithm: string, gone: string | null = null) => ({ ticker, name: ticker, algorithms: algorithm ? [algorithm] : [], checked: true, gone });

const xmrig = program('xmrig', { algorithms: ['rx/0', 'kawpow'], gpu: ['cuda'], supports: { fields: ['coin', 'threads', 'cuda'], gpuAlgorithms: ['kawpow'] } as never });
const simulated = program('simulated', { algorithms: ['rx/0', 'etchash'], simulated: true, installed: true });
const COINS = [coin('BTC', 'sha256d'), coin('FLUX', '', 'gone'), coin('RVN', 'kawpow'), coin('ETC', 'etchash'), coin('QRL', 'rx/0'), coin('XMR', 'rx/0')];

describe('coins', () => {
  const fits = (gpus: number) => suits(COINS, [simulated, xmrig], { cpus: 8, gpus }).map(({ coin: { ticker }, fit }) => `${ticker} ${fit}`);

  it('that suit the machine come first, the others say why', () => {
    expect(fits(0)).toEqual(['XMR cpu', 'QRL cpu', 'RVN needs-gpu', 'ETC no-program', 'BTC asic', 'FLUX gone']);
    expect(fits(2).slice(0, 3)).toEqual(['XMR cpu', 'QRL cpu', 'RVN gpu']);
  });

  it('are mined by a program that earns before one that pretends', () => {
    expect(programsFor('rx/0', [simulated, xmrig]).map((each) => each.type)).toEqual(['xmrig', 'simulated']);
  });
});

describe('pools', () => {
  const pool = (id: string, tlsPort: number | null = null) => ({ id, name: id, host: `${id}.example`, port: 3333, pool: `stratum+tcp://${id}.example:3333`, tlsPort }) as Schemas['ListedPool'];
  const test = (result: string, connectMs: number | null) => ({ result, connectMs }) as Test;

  it('are sorted by their answer time, silent ones last', () => {
    const tests = new Map([['a', test('timeout', null)], ['b', test('reachable', 90)], ['c', test('reachable', 20)]]); // prettier-ignore
    expect(byAnswerTime(['a', 'b', 'c', 'd'].map((each) => pool(each)), tests).map((each) => each.id)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('are reached by TLS where they offer it', () => {
    expect(addressOf(pool('a', 443))).toBe('stratum+ssl://a.example:443');
    expect(addressOf(pool('a'))).toBe('stratum+tcp://a.example:3333');
  });
});

describe('the levels of use', () => {
  it('leave something free but for the last, and no more threads than RandomX has cache for', () => {
    expect((['light', 'balanced', 'all'] as const).map((level) => threadsOf(level, 32, 64 * 2 ** 20, 'rx/0'))).toEqual([16, 28, 32]);
    expect((['light', 'balanced', 'all'] as const).map((level) => threadsOf(level, 1, null, 'rx/0'))).toEqual([1, 1, 1]);
    expect(threadsOf('all', 32, 16 * 2 ** 20, 'rx/0')).toBe(8);
    expect(threadsOf('all', 32, 16 * 2 ** 20, 'ghostrider')).toBe(32);
  });
});

describe('answers', () => {
  beforeEach(() => localStorage.clear());

  it('are kept in the browser until they are done', () => {
    saveAnswers(localStorage, { ...NO_ANSWERS, coin: 'XMR', wallet: 'W' });
    expect(loadAnswers(localStorage)).toEqual({ ...NO_ANSWERS, coin: 'XMR', wallet: 'W' });
    saveAnswers(localStorage, null);
    expect(loadAnswers(localStorage)).toEqual(NO_ANSWERS);
  });

  it('of an older version, or damaged, do no harm', () => {
    localStorage.setItem('mining-dashboard.setup', '{"coin": 7, "pool": "p", "other": 1}');
    expect(loadAnswers(localStorage)).toEqual({ ...NO_ANSWERS, pool: 'p' });
    localStorage.setItem('mining-dashboard.setup', 'not JSON');
    expect(loadAnswers(localStorage)).toEqual(NO_ANSWERS);
  });

  it('decide how far one may go', () => {
    expect(stepFor('review', NO_ANSWERS)).toBe('coin');
    expect(stepFor('review', { ...NO_ANSWERS, coin: 'XMR', pool: 'p' })).toBe('wallet');
    expect(stepFor('pool', { ...NO_ANSWERS, coin: 'XMR', pool: 'p', wallet: 'w' })).toBe('pool');
    expect(stepFor(undefined, { ...NO_ANSWERS, coin: 'XMR' })).toBe('coin');
  });

  it('make a configuration of what the program can do', () => {
    const answers = { ...NO_ANSWERS, coin: 'RVN', algorithm: 'kawpow', pool: ' p:1 ', wallet: 'w', worker: 'rig', second: 'q:2', hugePages: true };
    expect(configurationOf(answers, xmrig, null)).toEqual({ pool: 'p:1', wallet: 'w', coin: 'RVN', pools: [{ pool: 'q:2' }], cuda: { enabled: true } });
    expect(configurationOf({ ...answers, coin: '' }, xmrig, 4)).toEqual({ pool: 'p:1', wallet: 'w', algo: 'kawpow', threads: 4, pools: [{ pool: 'q:2' }] });
  });
});

describe('a file to import', () => {
  it('is an export, XMRig’s own, or neither', () => {
    expect(kindOf('{"format": "mining-profiles", "profiles": []}')).toBe('profiles');
    expect(kindOf('{"success": true, "data": {"profiles": []}}')).toBe('profiles');
    expect(kindOf('{"pools": [{"url": "pool.example:3333", "user": "w"}]}')).toBe('xmrig');
    expect(kindOf('{ // as XMRig ships it\n "pools": [{"url": "pool.example:3333",}],}')).toBe('xmrig');
    expect(kindOf('profiles:\n- name: a')).toBe('other');
  });
});
