// What a chart decides before it draws: gaps, axes, round times, the bucket under the crosshair.
import { describe, expect, test } from 'vitest';
import { bucketAt, extentOf, gapsOf, isCarriedOn, roundAbove, roundTimes, scales, sightOf, type ChartData, type Track } from '../src/components/chart/data';
import { numbers } from '../src/text/numbers';

const words = { never: 'never', justNow: 'just now', ago: (span: string) => span };
const berlin = numbers({ language: 'en-GB', timeZone: 'Europe/Berlin', temperatureUnit: 'f', words });

function track(values: (number | null)[], more: Partial<Track> = {}): Track {
  return { id: 'a', title: 'A', scale: scales(berlin).hashrate, series: [{ label: 'A', colour: 's1', values }], ...more };
}

function chart(...tracks: Track[]): ChartData {
  const times = [0, 60, 120, 180, 240];
  return { from: 0, to: 300, step: 60, times, tracks, marks: [] };
}

test('a picture is carried on by a bucket at most, and by nothing of another stretch', () => {
  const before = chart(track([1, 2, 3, 4, 5]));
  const later = (seconds: number, more: Partial<ChartData> = {}) => ({ ...before, from: seconds, to: 300 + seconds, ...more });
  expect([0, 60].map((each) => isCarriedOn(before, later(each)))).toEqual([true, true]);
  expect([later(61), later(-60), later(0, { step: 10 }), later(0, { times: [0] })].map((each) => isCarriedOn(before, each))).toEqual([false, false, false, false]);
});

describe('gaps', () => {
  test('are where no series has a figure', () => {
    const one = track([1, null, null, 0, 1]);
    expect(gapsOf(chart(one), one)).toEqual([{ from: 60, to: 180, kind: 'silent' }]);
  });
  test('are none where another series has one', () => {
    const one = track([1, null, 1, 1, 1]);
    const both = { ...one, series: [...one.series, { label: 'B', colour: 's2' as const, values: [null, 1, 1, 1, 1] }] };
    expect(gapsOf(chart(both), both)).toEqual([]);
  });
});

describe('axes', () => {
  test('begin at 0', () => expect(extentOf(track([120, 140]), false)).toEqual({ low: 0, high: 150, splits: [0, 75, 150] }));
  test('begin near the figures where they are to fit', () => {
    const { low, high, splits } = extentOf(track([118, 139]), true);
    expect([low, high]).toEqual([112, 144]);
    expect(splits[1]).toBe(120);
  });
  test('hold what is usual, and a limit', () => {
    expect(extentOf(track([10], { band: { low: 90, high: 100 } }), false).high).toBe(120);
    expect(extentOf(track([40], { limit: { value: 85, label: '85 °C' } }), false).high).toBeGreaterThan(85);
  });
  test('never begin below 0 for figures that are not', () => expect(extentOf(track([0.1, 3]), true).low).toBe(0));
  test('have something to show for one figure alone', () => {
    const { low, high } = extentOf(track([100]), true);
    expect(low).toBeLessThan(100);
    expect(high).toBeGreaterThan(100);
  });
  test('are drawn in the unit of the person', () => expect(extentOf(track([0, 100], { scale: scales(berlin).temperature }), false).high).toBe(250));
  test.each([[1, 1], [1.1, 1.2], [26, 30], [181, 200], [999, 1000]])('round %s up to %s', (value, round) => expect(roundAbove(value)).toBe(round)); // prettier-ignore
});

describe('times', () => {
  const utc = (text: string) => Date.parse(`${text}Z`) / 1000;
  test('are round by the clock here', () => {
    const found = roundTimes(utc('2026-11-23T10:10'), utc('2026-11-24T10:10'), 6, berlin);
    expect(found.map((time) => berlin.clock(time * 1000))).toEqual(['12:00', '16:00', '20:00', '00:00', '04:00', '08:00']);
  });
  test('stay midnights when the clocks change', () => {
    const found = roundTimes(utc('2026-10-23T00:00'), utc('2026-10-28T00:00'), 7, berlin);
    expect(new Set(found.map((time) => berlin.clock(time * 1000)))).toEqual(new Set(['00:00']));
    expect(found).toHaveLength(5);
  });
  test('lead to the bucket that holds them', () => {
    const times = [0, 60, 120, 600];
    expect([-50, 0, 59, 60, 130, 250, 580, 9999].map((time) => bucketAt(times, 60, time))).toEqual([0, 0, 0, 1, 2, 2, 3, 3]);
    expect(bucketAt([], 60, 5)).toBe(-1);
  });
});

test('a series is seen in five figures, and gaps count for nothing', () => {
  expect(sightOf([2, null, 1, 3, null], [0, 60, 120, 180, 240])).toEqual({ count: 3, mean: 2, least: 1, leastAt: 120, most: 3, last: 3 });
  expect(sightOf([null], [0])).toBeNull();
});
