// The wizard: which coins and pools come first, how much is used, and that its answers are kept.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '../src/api/client';
import { loadAnswers, NO_ANSWERS, saveAnswers, stepFor } from '../src/pages/setup/answers';
import { configurationOf } from '../src/pages/setup/configuration';
import { addressOf, byAnswerTime, firstPlaces, furtherPlaces } from '../src/pages/setup/pool-choice';
import type { PoolTest } from '../src/pool-tests';
import { firstOfEach, programsFor, suits, threadsOf } from '../src/pages/setup/suit';
import { fits, inOrder, isByHand, isUnproven, wayTo } from '../src/programs';
import { kindOf } from '../src/pages/profiles/transfer';

const program = (type: string, more: Partial<Schemas['Available']>) =>
  ({ type, title: type, algorithms: [], cpu: true, gpu: [], makers: [], installed: false, installable: true, simulated: false, broken: null, supports: { fields: ['coin', 'threads'], gpuAlgorithms: [] }, ...more }) as unknown as Schemas['Available'];
const coin = (ticker: string, algorithm: string, gone: string | null = null) => ({ ticker, name: ticker, algorithms: algorithm ? [algorithm] : [], checked: true, gone, wording: null, asic: algorithm === 'sha256d' });

const xmrig = program('xmrig', { algorithms: ['rx/0', 'kawpow'], gpu: ['cuda'], supports: { fields: ['coin', 'threads', 'cuda'], gpuAlgorithms: ['kawpow'] } as never });
const simulated = program('simulated', { algorithms: ['rx/0', 'etchash'], simulated: true, installed: true });
const COINS = [coin('BTC', 'sha256d'), coin('FLUX', '', 'gone'), coin('RVN', 'kawpow'), coin('ETC', 'etchash'), coin('QRL', 'rx/0'), coin('XMR', 'rx/0')];

describe('coins', () => {
  const fits = (gpus: number) => suits(COINS, [simulated, xmrig], { cpus: 8, gpus }).map(({ coin: { ticker }, fit }) => `${ticker} ${fit}`);

  it('that suit the machine come first, the others say why', () => {
    expect(fits(0)).toEqual(['XMR cpu', 'QRL cpu', 'RVN needs-gpu', 'ETC no-program', 'BTC asic', 'FLUX gone']);
    expect(fits(2).slice(0, 3)).toEqual(['XMR cpu', 'QRL cpu', 'RVN gpu']);
  });

  it('that more pools pay come first, and some of each kind are shown with the one that is chosen', () => {
    const pools = ['a', 'b', 'b'].map((name) => ({ coin: 'QRL', name }));
    const many = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'QRL'].map((ticker) => coin(ticker, 'rx/0'));
    const all = suits([...many, coin('RVN', 'kawpow')], [xmrig], { cpus: 8, gpus: 1 }, pools);
    expect(all.map((each) => each.coin.ticker)).toEqual(['QRL', 'AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'RVN']);
    expect(firstOfEach(all, 'EEE').map((each) => each.coin.ticker)).toEqual(['QRL', 'AAA', 'BBB', 'CCC', 'EEE', 'RVN']);
  });

  it('are mined by a program that earns before one that pretends', () => {
    expect(programsFor('rx/0', [simulated, xmrig]).map((each) => each.type)).toEqual(['xmrig', 'simulated']);
  });

  it('are not mined at a pool by a program that mines at a node alone', () => {
    const node = program('monerod', { algorithms: ['rx/0'], installed: true, supports: { fields: ['threads'], gpuAlgorithms: [], pooled: false } as never });
    expect(programsFor('rx/0', [node, xmrig]).map((each) => each.type)).toEqual(['xmrig']);
    expect(suits([coin('XMR', 'rx/0')], [node], { cpus: 8, gpus: 0 })[0]?.fit).toBe('no-program');
  });

  it('are mined by no program that only watches another machine', () => {
    const watch = program('cgminer', { algorithms: ['rx/0'], cpu: false, installed: true });
    expect(programsFor('rx/0', [watch, xmrig]).map((each) => each.type)).toEqual(['xmrig']);
  });
});

describe('programs', () => {
  const proof = (how: string) => ({ how, text: how }) as never;
  const signed = program('xmrig', { verification: proof('signature'), evidence: 'driven' });
  const digest = program('aaa', { verification: proof('digest'), evidence: 'answer' });
  const untried = program('aab', { verification: proof('digest'), evidence: 'none' });
  const bare = program('bare', { verification: proof('none') });
  const build = program('build', { installable: false, verification: proof('digest') });
  const watch = program('cgminer', { cpu: false, watched: true, installed: true });

  it('that are the easiest to trust come first, what earns nothing here last', () => {
    expect(inOrder([build, simulated, watch, bare, untried, digest, signed]).map((each) => each.type)).toEqual(['xmrig', 'aaa', 'aab', 'bare', 'build', 'simulated', 'cgminer']);
    expect(inOrder([signed, { ...build, installed: true }])[0]!.type).toBe('build');
    expect(programsFor('rx/0', [{ ...digest, algorithms: ['rx/0'] }, { ...signed, algorithms: ['rx/0'] }])[0]!.type).toBe('xmrig');
  });

  it('come here by a click only where something proves them and their author publishes them', () => {
    expect([signed, digest, bare, build, watch].map(wayTo)).toEqual(['install', 'install', 'unproven', 'register', 'here']);
    expect([signed, digest, bare, build, watch].map((each) => isByHand(each, false))).toEqual([false, false, true, true, false]);
    expect(isByHand(signed, true)).toBe(true);
  });

  it('that a proof contradicts are never offered all the same', () => {
    expect(['unverified', 'unsigned', 'mismatch', 'signature', 'key'].map((reason) => isUnproven('VERIFICATION_FAILED', { reason }))).toEqual([true, true, false, false, false]);
    expect(isUnproven('DOWNLOAD_FAILED', { reason: 'unsigned' })).toBe(false);
  });

  it('suit a machine by its processor and the makers of its cards', () => {
    const cuda = program('cuda', { cpu: false, gpu: ['cuda'], makers: ['NVIDIA'] });
    expect([fits(cuda, []), fits(cuda, [{ vendor: 'AMD' }]), fits(cuda, [{ vendor: 'NVIDIA' }])]).toEqual([false, false, true]);
    expect([fits(signed, []), fits(watch, [])]).toEqual([true, true]);
  });
});

describe('pools', () => {
  const pool = (id: string, more: Partial<Schemas['ListedPool']> = {}) =>
    ({ id, origin: 'catalogue', name: id, host: `${id}.example`, port: 3333, pool: `stratum+tcp://${id}.example:3333`, tlsPort: null, ...more }) as Schemas['ListedPool'];
  const tested = (result: string, connectMs: number | null) => ({ test: { result, connectMs } as PoolTest, issue: null, at: 1 });

  it('are sorted by their answer time, silent ones last', () => {
    const [a, b, c, d] = [pool('a'), pool('b', { tlsPort: 443 }), pool('c'), pool('d')];
    const results = new Map([[a!.pool, tested('timeout', null)], ['stratum+ssl://b.example:443', tested('reachable', 90)], [c!.pool, tested('reachable', 20)]]); // prettier-ignore
    expect(byAnswerTime([a!, b!, c!, d!], results).map((each) => each.id)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('are reached by TLS where they offer it', () => {
    expect(addressOf(pool('a', { tlsPort: 443 }))).toBe('stratum+ssl://a.example:443');
    expect(addressOf(pool('a'))).toBe('stratum+tcp://a.example:3333');
  });

  it('are offered once each, with how many more places they have; one’s own all', () => {
    const all = [pool('de', { name: 'One' }), pool('x', { name: 'Mine', origin: 'yours' }), pool('fi', { name: 'One' }), pool('y', { name: 'Mine', origin: 'yours' }), pool('us', { name: 'One' })]; // prettier-ignore
    expect(firstPlaces(all).map((each) => each.id)).toEqual(['de', 'x', 'y']);
    expect(all.slice(0, 2).map((each) => furtherPlaces(each, all))).toEqual([2, 0]);
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
