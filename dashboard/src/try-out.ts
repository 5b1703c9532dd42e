// A simulated miner, to see it all without a pool, a wallet or earnings.
import { asked } from './api/client';
import type { App } from './app';

export const TRY_OUT = 'try-out';
const HASHRATE = 4500; // H/s that it pretends

/** Start it and show it; whether it runs. */
export async function tryOut(app: App): Promise<boolean> {
  const words = app.text.setup.coin;
  const params = { path: { miner: 'simulated' }, query: { name: TRY_OUT } };
  const body = { pool: '127.0.0.1:3333', wallet: 'nobody', options: { hashrate: HASHRATE } };
  const act = { action: 'start', targets: [TRY_OUT], done: words.trying, failed: words.notTried };
  const started = await app.act(act, () => asked(app.http.POST('/miners/{miner}', { params, body: body as never })));
  if (started) app.go('overview');
  return started !== undefined;
}
