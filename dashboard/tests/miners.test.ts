import { describe, expect, it } from 'vitest';
import type { Miner } from '../src/api/client';
import type { App } from '../src/app';
import { COLUMNS, filtered, shownBy, sorted } from '../src/components/miners-columns';
import { steady } from '../src/components/parts';
import { isDue, Line } from '../src/components/rows';
import { quoted, startCommand } from '../src/pages/miners/command';
import { shareRate } from '../src/pages/miners/share-rate';
import { isNewer } from '../src/pages/miners/version';
import { en } from '../src/text/en';
import { miner } from './miner';

const app = { text: en, store: { usual: new Map(), attention: [] }, preferences: { columns: {} } } as unknown as App;
const stopped = (name: string): Miner => ({ ...miner(name), status: 'stopped', health: 'ok', pid: null });
const names = (miners: Miner[]) => miners.map((each) => each.name);

describe('the table of miners', () => {
  const rig = [miner('slow', { hashrate: 100 }), stopped('away'), miner('quick', { hashrate: 9e6 }), miner('new', { hashrate: null })];

  it('shows problems first, then by name', () => {
    const failed = { ...miner('zz'), status: 'error' };
    expect(names(sorted(app, [...rig, failed], { by: null, down: false }))).toEqual(['zz', 'new', 'quick', 'slow', 'away']);
  });

  it('has last what is not known, whichever way it is sorted', () => {
    expect(names(sorted(app, rig, { by: 'hashrate', down: true }))).toEqual(['quick', 'slow', 'away', 'new']);
    expect(names(sorted(app, rig, { by: 'hashrate', down: false }))).toEqual(['slow', 'quick', 'away', 'new']);
  });

  it('sorts names by name', () => {
    expect(names(sorted(app, rig, { by: 'miner', down: true }))).toEqual(['slow', 'quick', 'new', 'away']);
  });

  it('is filtered by words of which every one stands somewhere', () => {
    expect(names(filtered(app, rig, 'Pool.Example STOPPED'))).toEqual(['away']);
    expect(names(filtered(app, rig, '  '))).toHaveLength(4);
    expect(filtered(app, rig, 'quick slow')).toEqual([]);
  });
});

describe('a cell', () => {
  const column = (id: string) => COLUMNS.find((each) => each.id === id)!;
  const by = (id: string, change: (miner: Miner) => void) => {
    const other = structuredClone(miner('rig'));
    change(other);
    return [shownBy(column(id), app, miner('rig')), shownBy(column(id), app, other)];
  };

  it.each<[string, (miner: Miner) => void]>([
    ['hashrate', (each) => (each.hashrate = 1001)],
    ['accepted', (each) => (each.stats.shares.accepted = 11)],
    ['rejected', (each) => (each.stats.shares.rejected = 1)],
    ['recent', (each) => (each.stats.sharesRecent.rejected = 1)],
    ['pool', (each) => (each.stats.connection.ping = 42)],
    ['pool', (each) => (each.stats.connection.connected = false)],
    ['hottest', (each) => (each.stats.cpu = { usage: 50, temperature: 61 })],
    ['uptime', (each) => (each.uptime = 3660)],
    ['uptime', (each) => (each.pid = null)],
  ])('is drawn anew where its %s is read otherwise', (id, change) => {
    const [before, after] = by(id, change);
    expect(after).not.toEqual(before);
  });

  it('is not drawn anew where it would be read the same', () => {
    for (const { id } of COLUMNS.filter((each) => each.id !== 'day')) {
      const [before, after] = by(id, (each) => {
        each.uptime += 30;
        each.stats.uptime += 30;
      });
      expect(after, id).toBe(before);
    }
  });
});

describe('the rate of shares', () => {
  it('goes on over a counter that begins anew', () => {
    expect(shareRate([10, 14, null, 2, 6], 720, -1)).toEqual({ count: 10, perHour: 10 });
  });

  it('counts the first figure whole only of a process that began in this stretch', () => {
    expect(shareRate([null, 5, 6], 1800, 1)).toEqual({ count: 6, perHour: 6 });
    expect(shareRate([5, 6], 1800, -1)).toBeNull();
    expect(shareRate([500, 500, 4], 1200, 2)).toEqual({ count: 4, perHour: 4 }); // 500 are of the process before
  });

  it('says nothing of fewer than three shares', () => {
    expect(shareRate([0, 1, 2], 60, -1)).toBeNull();
    expect(shareRate([0, 1, 3], 60, -1)).not.toBeNull();
    expect(shareRate([null, null], 60, -1)).toBeNull();
  });
});

describe('the command for a terminal', () => {
  const made = (config: object) => startCommand({ name: 'rig', type: 'xmrig', config: config as Miner['config'] });

  it('names what has a flag', () => {
    expect(made({ pool: 'stratum+ssl://pool.example:443', wallet: 'anybody', tls: false, threads: 4, options: { mode: 'light' } })).toBe(
      `miner-ctrl start xmrig --name rig --pool stratum+ssl://pool.example:443 --wallet anybody --no-tls --threads 4 --option 'mode="light"'`,
    );
  });

  it('gives the rest on stdin', () => {
    expect(made({ pool: 'p:1', wallet: 'w', cuda: { enabled: true } })).toBe(
      `miner-ctrl start xmrig --name rig --pool p:1 --wallet w --config - <<'END'\n{"cuda":{"enabled":true}}\nEND`,
    );
  });

  it('lets a shell misread nothing', () => {
    expect(quoted(`a'b; rm -rf "$HOME"`)).toBe(`'a'\\''b; rm -rf "$HOME"'`);
    expect([quoted('rig-1'), quoted(''), quoted('-x'), quoted('~')]).toEqual(['rig-1', "''", "'-x'", "'~'"]);
  });
});

describe('versions', () => {
  it('are compared number by number', () => {
    expect([isNewer('6.26.0', '6.9.1'), isNewer('v6.2', '6.2.0'), isNewer('6.1', '6.2'), isNewer('1.0', null)]).toEqual([true, false, false, false]);
  });
});

describe('a row of many', () => {
  it('is drawn in every second round, its neighbour in the other', () => {
    const drawn = [NaN, NaN];
    const rounds = [0, 1, 2, 3, 4].map((round) =>
      drawn.map((before, place) => {
        const due = isDue(round + place, before);
        if (due) drawn[place] = round + place;
        return due;
      }),
    );
    expect(rounds).toEqual([[true, true], [false, true], [true, false], [false, true], [true, false]]);
  });

  it('waits for no third round where its place is another one', () => {
    expect(isDue(5, 2)).toBe(true);
  });
});

describe('what a row was drawn of', () => {
  it('is another one where a part is, also where it was nothing', () => {
    const line = new Line();
    expect([line.still('day', undefined), line.still('day', undefined), line.still('day', null), line.still('day', null)]).toEqual([false, true, false, true]);
  });

  it('is forgotten in another state, so that each part is drawn anew', () => {
    const line = new Line();
    expect([line.isIn(['running', 'ok']), line.still('pool', 'a'), line.isIn(['running', 'ok']), line.still('pool', 'a')]).toEqual([false, false, true, true]);
    expect([line.isIn(['running', 'unreachable']), line.still('pool', 'a')]).toEqual([false, false]);
  });
});

describe('a text of figures that change each second', () => {
  it('has the room of as many noughts, so that another figure needs no other one', () => {
    const room = (text: string) => steady(text).values[0];
    expect(room('1 rejected · last 10 min 199 / 1')).toBe('0 rejected · last 00 min 000 / 0');
    expect(room('2 rejected · last 10 min 240 / 3')).toBe(room('1 rejected · last 10 min 199 / 1'));
  });
});
