// How fast pools answer this machine: a few at a time, by the server.
import { ApiError, asked, type Schemas } from '../../api/client';
import type { App } from '../../app';

type Pool = Schemas['ListedPool'];
export type Test = Schemas['PoolTest'];

const AT_ONCE = 4;

/** Where to connect: by TLS where the pool offers it. */
export function addressOf(pool: Pool): string {
  return pool.tlsPort ? `stratum+ssl://${pool.host}:${pool.tlsPort}` : pool.pool;
}

/** The fastest first, then those without a figure, at the end those that do not answer. */
export function byAnswerTime(pools: Pool[], tests: ReadonlyMap<string, Test>): Pool[] {
  const rank = (pool: Pool) => {
    const test = tests.get(pool.id);
    if (!test) return Number.MAX_SAFE_INTEGER - 1;
    return test.result === 'reachable' ? (test.connectMs ?? Number.MAX_SAFE_INTEGER - 2) : Number.MAX_SAFE_INTEGER;
  };
  return [...pools].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** Test them; `heard` after each. Ends early where the server wants no more tests now. */
export async function measure(app: App, pools: Pool[], heard: (id: string, test: Test) => void): Promise<void> {
  const left = [...pools];
  const work = async (): Promise<void> => {
    for (let pool = left.shift(); pool; pool = left.shift()) {
      try {
        heard(pool.id, await asked(app.http.POST('/pools/test', { body: { pool: addressOf(pool) } })));
      } catch (error) {
        if (error instanceof ApiError && (error.status === 429 || error.status === 0 || error.status === 403)) left.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
