// The kinds of events, in groups as people look for them.
export const KIND_GROUPS: Record<string, string[]> = {
  problems: ['crash', 'error', 'hang', 'exit', 'degraded', 'recovered'],
  runs: ['start', 'stop', 'restart', 'pause', 'resume', 'adopt', 'autostart', 'forget'],
  payouts: ['payout', 'pool', 'algorithm'],
  programs: ['install', 'update', 'rollback', 'uninstall', 'benchmark'],
  server: ['daemon.start', 'daemon.stop', 'settings', 'profile', 'config', 'key', 'certificate', 'storage', 'clock', 'log.gap'],
};
