import { describe, expect, it } from 'vitest';
import { cut, plain, spans } from '../src/components/console/ansi';
import { isShown, lineOf, searched } from '../src/components/console/line';
import { beginnings, columnsOf, linesOf, rowAt, rowsIn } from '../src/components/console/rows';

const ESC = '\x1b';

describe('colours of a line', () => {
  it('become spans whose texts together are the line', () => {
    const parts = spans(`${ESC}[1;32maccepted${ESC}[0m (274/${ESC}[31m0${ESC}[39m)`);
    expect(parts).toEqual([
      { text: 'accepted', colour: 'green', bold: true },
      { text: ' (274/', colour: null, bold: false },
      { text: '0', colour: 'red', bold: false },
      { text: ')', colour: null, bold: false },
    ]);
  });

  it('lose their background and their blinking, and keep the text', () => {
    expect(spans(`${ESC}[5;41;97m net ${ESC}[0mjob`)).toEqual([
      { text: ' net ', colour: 'white', bold: false },
      { text: 'job', colour: null, bold: false },
    ]);
    expect(spans(`${ESC}[41mred behind it`)).toEqual([{ text: 'red behind it', colour: null, bold: false }]);
    expect(spans(`${ESC}[48;5;196;38;2;250;20;10mhot`)).toEqual([{ text: 'hot', colour: 'red', bold: false }]);
    expect(spans(`${ESC}[38;5;46mgo`)[0]!.colour).toBe('green');
    expect(spans(`${ESC}[30mblack on black is still read`)[0]!.colour).toBe('grey');
  });

  it('let hostile text through as text alone', () => {
    const hostile = `<img src=x onerror=alert(1)>${ESC}]0;title\x07${ESC}[2J${ESC}[Hhi\u202egnp.exe\u0000\r${ESC}`;
    expect(plain(spans(hostile))).toBe('<img src=x onerror=alert(1)>hignp.exe');
    expect(spans(`${ESC}[38m${ESC}[38;5m${ESC}[;;;m${ESC}[999mx`)).toEqual([{ text: 'x', colour: null, bold: false }]);
    expect(spans('')).toEqual([]);
  });

  it('hold where the beginning is cut off', () => {
    expect(cut(spans(`ab${ESC}[31mcd`), 3)).toEqual([{ text: 'd', colour: 'red', bold: false }]);
    expect(cut(spans('ab'), 9)).toEqual([]);
  });
});

describe('a line', () => {
  it('is taken apart: source and message, without the clock of the program', () => {
    const line = lineOf({ time: '2026-11-26T19:50:47Z', text: '[2026-11-26 19:50:47.526]  net      use pool pool.example:3333' });
    expect([line.source, line.text]).toEqual(['net', 'use pool pool.example:3333']);
    expect([...line.kinds]).toEqual(['network']);
  });

  it('of any other form stays whole', () => {
    expect(lineOf({ time: null, text: ' * POOL #1      a:1' }).text).toBe(' * POOL #1      a:1');
    expect(lineOf({ time: null, text: '' }).text).toBe('');
  });

  it('shows its key word where it has no colours of its own', () => {
    const { parts, kinds } = lineOf({ time: null, text: 'miner    rejected (1/1) "job not found"' });
    expect(parts[0]).toEqual({ text: 'rejected', colour: 'red', bold: false });
    expect(kinds).toEqual(new Set(['shares', 'problems']));
  });

  it('is filtered by its kind', () => {
    const share = lineOf({ time: null, text: 'cpu      accepted (1/0)' });
    expect([isShown(share, 'all'), isShown(share, 'shares'), isShown(share, 'network'), isShown(share, 'problems')]).toEqual([true, true, false, false]);
  });

  it('marks what is sought, over the borders of its colours and whatever its capitals', () => {
    const parts = searched(spans(`new ${ESC}[31mJo${ESC}[0mb, job`), 'job');
    expect(parts.filter((each) => each.hit).map((each) => each.text)).toEqual(['Jo', 'b', 'job']);
    expect(parts.map((each) => each.text).join('')).toBe('new Job, job');
    expect(searched(spans('a.b'), '.').filter((each) => each.hit)).toHaveLength(1);
    expect(searched(spans('abc'), '').some((each) => each.hit)).toBe(false);
  });
});

describe('the rows in view', () => {
  it('take as many lines as their columns need', () => {
    expect([linesOf('', 10), linesOf('1234567890', 10), linesOf('12345678901', 10), linesOf('x'.repeat(99), 0)]).toEqual([1, 1, 2, 1]);
    expect([columnsOf('日本'), columnsOf('e\u0301'), columnsOf('🔥')]).toEqual([4, 1, 2]);
  });

  it('are those between the edges, and some beyond', () => {
    const begins = beginnings([1, 3, 1, 2]); // begin at 0 1 4 5, end at 7
    expect(begins).toEqual([0, 1, 4, 5, 7]);
    expect([0, 0.9, 1, 3.9, 4, 6, 99].map((each) => rowAt(begins, each))).toEqual([0, 0, 1, 1, 2, 3, 3]);
    expect(rowsIn(begins, 1, 3, 0)).toEqual({ from: 1, to: 2 });
    expect(rowsIn(begins, 1, 4, 1)).toEqual({ from: 0, to: 4 });
    expect(rowsIn(beginnings([]), 0, 100, 5)).toEqual({ from: 0, to: 0 });
  });
});
