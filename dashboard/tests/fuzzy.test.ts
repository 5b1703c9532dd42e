// What search finds first.
import { describe, expect, it } from 'vitest';
import { best, fit } from '../src/shell/fuzzy';

const order = (typed: string, ...texts: string[]) => best(typed, texts, (each) => each);

describe('search', () => {
  it('finds letters in their order and nothing else', () => {
    expect(fit('stb', 'Stop barn-b')).not.toBeNull();
    expect(fit('bts', 'Stop barn-b')).toBeNull();
  });

  it('takes each word by itself, in any order', () => {
    expect(order('b stop', 'Start b', 'Stop b', 'Stop a')).toEqual(['Stop b']);
  });

  it('puts whole words before letters here and there, and beginnings before middles', () => {
    expect(order('set', 'Onset', 'Some rest', 'Settings')).toEqual(['Settings', 'Onset', 'Some rest']);
    expect(order('set', 'Onset', 'Change all settings')).toEqual(['Change all settings', 'Onset']);
  });

  it('puts the shorter of two alike first, and leaves ties as they were', () => {
    expect(order('stop', 'Stop barn-b-03', 'Stop a')).toEqual(['Stop a', 'Stop barn-b-03']);
    expect(order('stop', 'Stop b', 'Stop a')).toEqual(['Stop b', 'Stop a']);
  });

  it('looks at neither case nor accents', () => {
    expect(fit('ubersicht', 'Übersicht')).not.toBeNull();
    expect(fit('ÜBER', 'Übersicht')).not.toBeNull();
  });

  it('shows everything while nothing is typed', () => {
    expect(order(' ', 'b', 'a')).toEqual(['b', 'a']);
  });
});
