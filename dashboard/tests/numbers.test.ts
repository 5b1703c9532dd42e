// Numbers as the table of the design has them.
import { describe, expect, test } from 'vitest';
import { numbers, shortAddress, type Quantity } from '../src/text/numbers';

const words = { never: 'never', justNow: 'just now', ago: (span: string) => `${span} ago` };
const british = numbers({ language: 'en-GB', timeZone: 'UTC', temperatureUnit: 'c', words });
const german = numbers({ language: 'de', timeZone: 'Europe/Berlin', temperatureUnit: 'f', words });
const text = ({ value, unit }: Quantity) => (unit ? `${value} ${unit}` : value);
const plain = (value: string) => value.replaceAll('\u202f', ' ');

describe('hashrates', () => {
  test.each([
    [842.1, '842.1 H/s'],
    [6120, '6.120 kH/s'],
    [118.3e6, '118.3 MH/s'],
    [7.72e9, '7.720 GH/s'],
    [999.94, '999.9 H/s'],
    [999.95, '1.000 kH/s'],
    [99.995, '100.0 H/s'],
    [9.9995, '10.00 H/s'],
    [999_950, '1.000 MH/s'],
    [0.5, '0.500 H/s'],
    [0, '0 H/s'],
    [null, '—'],
  ])('%s is %s', (value, shown) => expect(text(british.hashrate(value))).toBe(shown));

  test('are rounded as they are written, wherever in between they are', () => {
    const intl = new Intl.NumberFormat('en', { minimumSignificantDigits: 4, maximumSignificantDigits: 4, useGrouping: false });
    const values = Array.from({ length: 4000 }, (_, at) => (at * 997 + 100_005) / 10_000); // many of them are halves
    expect(values.map((each) => british.hashrate(each).value)).toEqual(values.map((each) => intl.format(each)));
  });

  test('have the language’s separators', () => expect(text(german.hashrate(6120))).toBe('6,120 kH/s'));
  test('share the unit of the greatest on an axis', () => expect(british.onOneUnit(26_200)).toEqual({ divisor: 1000, unit: 'kH/s' }));
});

describe('shares', () => {
  test('are grouped', () => expect(british.count(4118)).toBe('4\u202f118'));
  test.each([
    [4118, 20, '99.5 %'],
    [9999, 1, '99.9 %'], // 99.99 is cut, not rounded up
    [199, 1, '99.5 %'],
    [995, 5, '99.5 %'],
    [57, 43, '57.0 %'],
    [4118, 0, '100 %'],
    [0, 0, '—'],
  ])('%s accepted and %s rejected are %s', (accepted, rejected, shown) => expect(plain(british.acceptedShare(accepted, rejected))).toBe(shown));
  test.each([
    [9999, 1, '< 0.1 %'],
    [996, 4, '0.4 %'],
    [4118, 0, '0 %'],
    [0, 0, '—'],
  ])('of %s accepted and %s rejected, %s are rejected', (accepted, rejected, shown) => expect(plain(british.rejectedShare(accepted, rejected))).toBe(shown));
});

test.each([0, 1])('parts of a hundred with %s places are written as the language has them', (places) => {
  const intl = new Intl.NumberFormat('de', { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: false });
  const values = Array.from({ length: 4000 }, (_, at) => (at - 500) / 20); // many of them are halves
  expect(values.map((each) => german.percent(each, places))).toEqual(values.map((each) => `${intl.format(each)}\u202f%`));
});

describe('spans', () => {
  test.each([
    [42, '42 s'],
    [12 * 60 + 5, '12 min'],
    [4 * 3600 + 54 * 60, '4 h 54 min'],
    [2 * 86_400 + 6 * 3600, '2 d 6 h'],
    [132 * 86_400 + 5 * 3600, '132 d'],
    [null, '—'],
  ])('%s s are %s', (seconds, shown) => expect(plain(british.duration(seconds))).toBe(shown));

  const now = Date.parse('2026-11-23T14:32:00Z');
  test.each([
    [now - 2000, '2 s ago'],
    [now - 4 * 60_000, '4 min ago'],
    [now - 59 * 60_000 - 59_000, '59 min ago'],
    [now - 23 * 3_600_000, '23 h ago'],
    [Date.parse('2026-11-21T08:20:00Z'), '21 Nov, 08:20'],
    [null, 'never'],
  ])('%s was %s', (at, shown) => expect(plain(british.ago(at, now))).toBe(shown));
});

describe('other figures', () => {
  test.each([
    [british.temperature(87.6), '88 °C'],
    [german.temperature(88), '190 °F'],
    [british.power(792), '792 W'],
    [british.power(999.6), '1.00 kW'],
    [british.power(1190), '1.19 kW'],
    [british.power(9996), '10.0 kW'],
    [british.energy(195_000), '195 kWh'],
    [british.efficiency(118.3e6, 792), '149 kH/W'],
    [british.efficiency(118.3e6, null), '—'],
    [british.temperature(null), '—'],
  ])('%o is %s', (quantity, shown) => expect(text(quantity)).toBe(shown));

  test('difficulties have four digits', () => expect(plain(british.difficulty(4_295_000_000))).toBe('4.295 G'));
  test('pings are whole, and never 0', () => expect([british.ping(41.4), british.ping(0), british.ping(null)].map(plain)).toEqual(['41 ms', '< 1 ms', '—']));
  test('addresses keep their ends', () => expect(shortAddress('4SampLeAddressOfSomebodyV4QVcB')).toBe('4SampL…V4QVcB'));
});

test('a zone is ahead of UTC by its summer time too', () => {
  expect(german.zone(Date.parse('2026-07-01T12:00:00Z'))).toBe(7200);
  expect(german.zone(Date.parse('2026-12-01T12:00:00Z'))).toBe(3600);
});
