// Which of the server's settings are sent, and how.
import { describe, expect, it } from 'vitest';
import { changes, textOf, valueOf, variableOf, type View } from '../src/pages/settings/change';

const view = {
  values: { pollInterval: 10, keepHoursDays: null, autostartExcept: ['a'], quietHours: '22:00-07:00', logLevel: 'info' },
  sources: { pollInterval: 'default', keepHoursDays: 'default', autostartExcept: 'file', quietHours: 'file', logLevel: 'default' },
} as unknown as View;

describe('the changes of settings', () => {
  it('are only what differs', () => {
    expect(changes(view, { pollInterval: 10, logLevel: 'debug', autostartExcept: ['a'] })).toEqual({ logLevel: 'debug' });
  });

  it('are no return to the default where the default counts', () => {
    expect(changes(view, { pollInterval: null, keepHoursDays: null, quietHours: null })).toEqual({ quietHours: null });
  });

  it.each([
    ['seconds', ' 2,5 ', 2.5],
    ['seconds', '5m', '5m'],
    ['seconds', '', null],
    ['forever', '', null],
    ['names', 'a, b  c', ['a', 'b', 'c']],
    ['names', '', []],
    ['text', ' https://hc-ping.com/1 ', 'https://hc-ping.com/1'],
    ['text', '', null],
  ] as const)('%s typed as %j are %j', (kind, text, value) => {
    expect(valueOf(kind, text)).toEqual(value);
  });

  it('are shown as they are typed', () => {
    expect([textOf(['a', 'b']), textOf(null), textOf(0.5)]).toEqual(['a, b', '', '0.5']);
  });

  it('know the variable that stands above them', () => {
    expect(variableOf('livePollInterval')).toBe('MINING_LIVE_POLL_INTERVAL');
  });
});
