// A miner as the API answers it.
import type { Miner } from '../src/api/client';

export function miner(name: string, work: { algorithm?: string; hashrate?: number | null } = {}): Miner {
  const { algorithm = 'rx/0', hashrate = 1000 } = work;
  const shares = { accepted: 10, rejected: 0, invalid: 0 };
  return {
    name,
    type: 'simulated',
    status: 'running',
    health: 'ok',
    reason: null,
    wanted: 'running',
    pid: 4127,
    startedAt: '2026-11-26T11:00:00Z',
    stoppedAt: null,
    uptime: 3600,
    hashrate,
    version: '1.0',
    nextVersion: null,
    programIssue: null,
    path: null,
    profileId: null,
    poolPage: null,
    payees: [],
    config: { pool: 'pool.example:3333', wallet: 'anybody' },
    payoutLock: null,
    restarts: 0,
    nextRestartAt: null,
    lastExit: null,
    simulated: true,
    stats: {
      hashrate,
      hashrateAvg: hashrate,
      shares,
      sharesRecent: { seconds: 600, accepted: 4, rejected: 0 },
      uptime: 3600,
      connection: { pool: 'pool.example:3333', uptime: 3600, ping: 41, failures: 0, connected: true, lastError: null, tls: false },
      cpu: { usage: 50, temperature: null },
      gpu: [],
      work: [{ algorithm, hashrate, shares, pool: 'pool.example:3333' }],
      algorithm,
      difficulty: 1000,
      paused: false,
      donating: false,
      lastShareAt: null,
      expectedShareSeconds: null,
      version: '1.0',
      sampledAt: '2026-11-26T12:00:00Z',
      quality: 'valid',
      simulated: true,
    },
  };
}
