// Of which events the browser tells.
import { describe, expect, it } from 'vitest';
import type { MiningEvent } from '../src/api/client';
import { news } from '../src/shell/browser-notices';

const timeline = (...kinds: string[]) => kinds.map((event, at) => ({ seq: kinds.length - at, event }) as MiningEvent); // the newest first

describe('news for the browser', () => {
  it('are none of what was there at the first look', () => {
    expect(news(timeline('crash', 'start'), null, ['crash'])).toEqual({ newest: 2, events: [] });
  });

  it('are the chosen kinds since then, the oldest first', () => {
    const { newest, events } = news(timeline('crash', 'pool', 'start', 'crash'), 1, ['crash', 'start']);
    expect(newest).toBe(4);
    expect(events.map((each) => [each.seq, each.event])).toEqual([[2, 'start'], [4, 'crash']]); // prettier-ignore
  });

  it('are each told once', () => {
    const events = timeline('crash', 'start');
    const { newest } = news(events, 1, ['crash']);
    expect(news(events, newest, ['crash']).events).toEqual([]);
  });

  it('are none of a timeline that has begun anew', () => {
    expect(news(timeline('crash'), 90, ['crash'])).toEqual({ newest: 1, events: [] });
  });
});
