// A configuration while it is edited: its pools as one list, each with what it says apart from the others.
import type { Schemas } from '../../api/client';

export type Config = Schemas['Config'];
type Pool = NonNullable<Config['pools']>[number];

const INHERITED = ['wallet', 'worker', 'coin', 'algo', 'proxy'] as const;
type Inherited = (typeof INHERITED)[number];

export interface DraftPool {
  key: number; // stays with the row while it moves
  pool: string;
  tls?: boolean | null | undefined;
  tlsFingerprint?: string | null | undefined;
  own: Partial<Record<Inherited, string | null>>; // what differs from the configuration's
}

export interface Draft {
  name: string;
  description: string;
  minerType: string;
  wallet: string;
  coin: string;
  algo: string;
  worker: string;
  proxy: string;
  password: string | null; // null: as it was
  pools: DraftPool[]; // the first is the primary one
  rest: Partial<Config>; // fields that stand for themselves
}

let lastKey = 0;

export function draftPool(pool = ''): DraftPool {
  return { key: ++lastKey, pool, own: {} };
}

export function emptyDraft(minerType: string): Draft {
  return {
    name: '', description: '', minerType, wallet: '', coin: '', algo: '', worker: '', proxy: '', password: null, pools: [draftPool()], rest: {},
  }; // prettier-ignore
}

/** What a profile says, and when it last became so, to the second. */
interface Saved {
  name: string;
  description?: string;
  minerType: string;
  config: Config;
  updatedAt?: string;
}

export function draftOf({ name, description, minerType, config }: Saved): Draft {
  const { pool, wallet, coin, algo, worker, proxy, pools, tls, tlsFingerprint, password: _password, ...rest } = config;
  return {
    name,
    description: description ?? '',
    minerType,
    wallet,
    coin: coin ?? '',
    algo: algo ?? '',
    worker: worker ?? '',
    proxy: proxy ?? '',
    password: null,
    pools: [{ ...draftPool(pool), tls, tlsFingerprint }, ...(pools ?? []).map(fromPool)],
    rest,
  };
}

function fromPool({ pool, tls, tlsFingerprint, password: _password, ...own }: Pool): DraftPool {
  return { ...draftPool(pool), tls, tlsFingerprint, own: own as DraftPool['own'] };
}

/** The configuration as the API takes it. What a pool said of itself goes with it to its new place. */
export function configOf(draft: Draft): Config {
  const top = { wallet: draft.wallet, worker: draft.worker, coin: draft.coin, algo: draft.algo, proxy: draft.proxy };
  const whole = draft.pools.map((each) => ({ ...top, ...each.own }));
  const first = whole[0] ?? top;
  const [primary, ...others] = draft.pools;
  const pools = others.map((each, at) => {
    const differing = INHERITED.filter((name) => (whole[at + 1]![name] || '') !== (first[name] || ''));
    const own = Object.fromEntries(differing.map((name) => [name, whole[at + 1]![name] || null]));
    return { pool: each.pool.trim(), ...secure(each), ...own };
  });
  const filled = INHERITED.filter((name) => name !== 'wallet' && first[name]).map((name) => [name, first[name]!.trim()]);
  const { second } = draft.rest;
  return {
    ...draft.rest,
    ...(second ? { second: { ...second, pool: second.pool.trim(), wallet: second.wallet.trim() } } : {}),
    ...Object.fromEntries(filled),
    ...(primary ? secure(primary) : {}),
    pool: primary?.pool.trim() ?? '',
    wallet: (first.wallet ?? '').trim(),
    ...(draft.password === null ? {} : { password: draft.password }),
    ...(pools.length ? { pools } : {}),
  };
}

function secure({ tls, tlsFingerprint }: DraftPool): Pick<Pool, 'tls' | 'tlsFingerprint'> {
  return { ...(tls === undefined || tls === null ? {} : { tls }), ...(tlsFingerprint ? { tlsFingerprint } : {}) };
}

export function moved(pools: DraftPool[], from: number, to: number): DraftPool[] {
  if (to < 0 || to >= pools.length || from === to) return pools;
  const rest = pools.toSpliced(from, 1);
  return rest.toSpliced(to, 0, pools[from]!);
}

export function isChanged(before: Draft, after: Draft): boolean {
  const shape = (draft: Draft) => JSON.stringify([draft.name, draft.description, draft.minerType, sorted(configOf(draft)), draft.password]);
  return shape(before) !== shape(after);
}

/** Whether it was saved in between; two within one second are told apart by what they say. */
export function isSavedAnew(before: Saved, now: Saved): boolean {
  return before.updatedAt !== now.updatedAt || isChanged(draftOf(before), draftOf(now));
}

function sorted(config: Config): [string, unknown][] {
  const filled = Object.entries(config).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return filled.sort(([a], [b]) => a.localeCompare(b));
}
