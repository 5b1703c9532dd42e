// What was changed in a configuration, and what goes to the API of it.
import { describe, expect, it } from 'vitest';
import { faultsAfter } from '../src/components/config-editor';
import { changes } from '../src/components/config-editor/changes';
import { configOf, draftOf, draftPool, isChanged, isSavedAnew, moved, type Draft } from '../src/components/config-editor/draft';
import { withPart } from '../src/components/config-editor/second';
import { secretIn } from '../src/components/secret-words';
import { editor } from '../src/text/en/editor';

const saved = draftOf({
  name: 'xmr-cpu',
  minerType: 'xmrig',
  config: { pool: 'a.example:1', wallet: '4AAAAA0000000000AAAAAA', coin: 'XMR', threads: 4, pools: [{ pool: 'b.example:2' }, { pool: 'c.example:3', wallet: 'other-wallet-of-c' }] },
});
const changed = (change: Partial<Draft>) => changes(saved, { ...saved, ...change }, editor);

describe('a profile that somebody else saves meanwhile', () => {
  const before = { name: 'xmr-cpu', minerType: 'xmrig', config: { pool: 'a.example:1', wallet: '4A' }, updatedAt: '2026-01-01T00:00:00Z' };

  it('is seen within the same second, and where only its hidden password changed', () => {
    expect(isSavedAnew(before, { ...before })).toBe(false);
    expect(isSavedAnew(before, { ...before, config: { ...before.config, threads: 2 } })).toBe(true);
    expect(isSavedAnew(before, { ...before, updatedAt: '2026-01-01T00:00:01Z' })).toBe(true);
  });
});

describe('the summary of changes', () => {
  it('names each field with its old and its new value', () => {
    expect(changed({ rest: { threads: 6 } })).toEqual(['threads 4 → 6']);
    expect(changed({ rest: {}, name: 'other' })).toEqual(['name xmr-cpu → other', 'threads 4 → —']);
    expect(changed({ rest: { threads: 4, pauseOnBattery: true, options: { mode: 'fast' } } })).toEqual(['pause on battery — → on', 'mode — → fast']);
  });

  it('names pools by their place', () => {
    expect(changed({ pools: [...saved.pools, draftPool('d.example:4')] })).toEqual(['fail-over 3 added']);
    expect(changed({ pools: saved.pools.toSpliced(1, 1) })).toEqual(['fail-over 1 removed']);
    expect(changed({ pools: saved.pools.with(0, { ...saved.pools[0]!, pool: 'z.example:1' }) })).toEqual(['primary pool a.example:1 → z.example:1']);
    expect(changed({ pools: moved(saved.pools, 1, 0) })).toEqual(['pools in another order']);
  });

  it('shortens wallets and never says a password', () => {
    expect(changed({ wallet: '4BBBBB0000000000BBBBBB' })).toEqual(['wallet 4AAAAA…AAAAAA → 4BBBBB…BBBBBB']);
    expect(changed({ password: 'secret' })).toEqual(['password changed']);
    expect(changed({ password: '' })).toEqual(['password removed']);
  });

  it('names what changes in the second work, its wallet shortened and never its password', () => {
    const second = { pool: 'k.example:1', wallet: '4CCCCC0000000000CCCCCC' };
    const both = { ...saved, rest: { ...saved.rest, second } };
    expect(changes(saved, both, editor)).toEqual(['second algorithm added']);
    expect(changes(both, saved, editor)).toEqual(['second algorithm removed']);
    const other = { ...both, rest: { ...both.rest, second: { ...second, wallet: '4DDDDD0000000000DDDDDD', tls: true, password: 'secret' } } };
    expect(changes(both, other, editor)).toEqual(['second work: tls to the second pool — → on', 'second work: second address 4CCCCC…CCCCCC → 4DDDDD…DDDDDD', 'second work: password changed']);
    expect(changes(both, both, editor)).toEqual([]);
  });

  it('leaves no second work where every part of it is empty', () => {
    expect(withPart(undefined, { pool: 'k.example:1' })).toEqual({ pool: 'k.example:1', wallet: '' });
    expect(withPart({ pool: 'k.example:1', wallet: '', tls: true }, { tls: null })).toEqual({ pool: 'k.example:1', wallet: '' });
    expect(withPart({ pool: 'k.example:1', wallet: '' }, { pool: '' })).toBeUndefined();
  });

  it('is empty for what was only looked at', () => {
    expect(changed({})).toEqual([]);
    expect(isChanged(saved, { ...saved, rest: { ...saved.rest, hugePages: undefined } })).toBe(false);
  });
});

describe('the configuration of a draft', () => {
  it('is what was read, without what is said by absence', () => {
    expect(configOf(saved)).toEqual({
      pool: 'a.example:1', wallet: '4AAAAA0000000000AAAAAA', coin: 'XMR', threads: 4,
      pools: [{ pool: 'b.example:2' }, { pool: 'c.example:3', wallet: 'other-wallet-of-c' }],
    }); // prettier-ignore
  });

  it('lets each pool pay whom it paid, wherever it is moved', () => {
    const config = configOf({ ...saved, pools: moved(saved.pools, 2, 0) });
    expect([config.pool, config.wallet]).toEqual(['c.example:3', 'other-wallet-of-c']);
    expect(config.pools).toEqual([
      { pool: 'a.example:1', wallet: '4AAAAA0000000000AAAAAA' },
      { pool: 'b.example:2', wallet: '4AAAAA0000000000AAAAAA' },
    ]);
  });

  it('leaves a password as it was unless one is typed', () => {
    expect('password' in configOf(saved)).toBe(false);
    expect(configOf({ ...saved, password: '' }).password).toBe('');
  });
});

describe('what a wallet field refuses', () => {
  it('are seed phrases in any language and private keys', () => {
    expect(secretIn('abandon '.repeat(12))).toBe('seed');
    expect(secretIn('àbaco, àbaco, '.repeat(12))).toBe('seed');
    expect(secretIn('legal winner thank year wave sausage worth useful legal winner thank')).toBe('seed'); // eleven of twelve
    expect(secretIn('a'.repeat(64), 'XMR')).toBe('key');
  });

  it('are no addresses', () => {
    expect(secretIn('44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A', 'XMR')).toBeNull();
    expect(secretIn('ab'.repeat(32), 'IRON')).toBeNull();
    expect(secretIn('my-account.rig1')).toBeNull();
  });
});

describe('a complaint of the API', () => {
  it('holds until its own field is edited', () => {
    const faults = { wallet: 'w', 'pools[0].pool': 'p', 'options.mode': 'm', threads: 't' };
    expect(faultsAfter(faults, saved, { ...saved, wallet: 'other' })).toEqual({ 'pools[0].pool': 'p', 'options.mode': 'm', threads: 't' });
    const edited = { ...saved, rest: { ...saved.rest, options: { mode: 'fast' } }, pools: saved.pools.with(1, { ...saved.pools[1]!, pool: 'x' }) };
    expect(faultsAfter(faults, saved, edited)).toEqual({ wallet: 'w', threads: 't' });
  });
});
