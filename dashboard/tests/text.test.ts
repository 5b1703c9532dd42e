// The catalogues: whatever English says, German says too, with the same parameters.
import { describe, expect, it } from 'vitest';
import sentences from '../../docs/reference/messages.json';
import document from '../../docs/reference/openapi.json';
import { KIND_GROUPS } from '../src/pages/admin/kinds';
import { fill, language, say, type Language } from '../src/text';
import { de, joined, messages } from '../src/text/de';
import { en } from '../src/text/en';
import { numbers } from '../src/text/numbers';

const api: { messages: Record<string, { text: string; params: string[] }> } = sentences;
const german: Language = { tag: 'de', catalogue: de, joined, messages };
const spoken = numbers({ language: 'de', temperatureUnit: 'c', words: de.vocabulary });

function leaves(value: unknown, path = ''): Map<string, unknown> {
  if (value === null || typeof value !== 'object') return new Map([[path, value]]);
  return new Map(Object.entries(value).flatMap(([key, each]) => [...leaves(each, `${path}.${key}`)]));
}

describe('the German catalogue', () => {
  it('has every sentence of the API, with the same parameters', () => {
    const parameters = (template: string) => [...new Set([...template.matchAll(/\{(\w+)/g)].map(([, name]) => name!))].sort();
    expect(Object.keys(messages).sort()).toEqual(Object.keys(api.messages).sort());
    for (const [code, { params }] of Object.entries(api.messages)) expect([code, parameters(messages[code]!)]).toEqual([code, [...params].sort()]);
  });

  it('says nothing in English that is a whole sentence', () => {
    const english = leaves(en);
    const same = [...leaves(de)].filter(([path, text]) => typeof text === 'string' && text === english.get(path) && text.split(' ').length > 3);
    expect(same).toEqual([]);
  });
});

describe('a kind of event', () => {
  const kinds = [...document.components.schemas.EventKindChoice.enum].sort();

  it('has a name in both languages', () => {
    for (const { vocabulary } of [en, de]) expect(Object.keys(vocabulary.events).sort()).toEqual(kinds);
  });

  it('stands in one group of the timeline', () => {
    expect(Object.values(KIND_GROUPS).flat().sort()).toEqual(kinds);
  });
});

describe('a sentence of the API', () => {
  it('is said by its code and its parameters', () => {
    const sentence = { text: 'It starts again in 2 min.', message: 'health.waiting_to_restart', params: { ending: 'Ende.', delay: 120 } };
    expect(say(german, spoken, sentence)).toBe('Ende. Er startet wieder in 2\u202fmin.');
  });

  it('keeps the changes that follow it, and stays as it is where its code is not known', () => {
    const started = { text: 'x', message: 'miner.started', params: { who: 'Ada' }, details: { changes: ['threads 4 → 6'] } };
    expect(say(german, spoken, started)).toBe('Von Ada gestartet. threads 4 → 6');
    expect(say(german, spoken, { text: 'From a later version.', message: 'later.thing', params: {} })).toBe('From a later version.');
  });

  it('holds sentences of its own, which are said in the same language', () => {
    const why = { text: 'its length does not fit', message: 'address.length', params: {} };
    const wrong = { text: 'x', message: 'wallet.other_coin', params: { coin: 'Monero', why: why.text }, parts: { why } };
    expect(say(german, spoken, wrong)).toBe('ist keine Adresse von Monero: ihre Länge passt nicht');
    const theirs = { text: 'x', message: 'wallet.other_coin', params: { coin: 'Monero', why: 'their words' }, parts: { why: { text: 'their words' } } };
    expect(say(german, spoken, theirs)).toBe('ist keine Adresse von Monero: their words');
  });

  it('says what follows it in the same language', () => {
    const more = [{ text: 'its length does not fit', message: 'address.length', params: {} }, { text: 'threads 4 → 6' }];
    const started = { text: 'x', message: 'miner.started', params: { who: 'Ada' }, more, details: { changes: ['threads 4 → 6'] } };
    expect(say(german, spoken, started)).toBe('Von Ada gestartet. ihre Länge passt nicht threads 4 → 6');
  });

  it('joins names and writes numbers as the language does', () => {
    expect(fill('{near:or}, {miners:and}', { near: 'a, b', miners: 'c, d' }, spoken, joined)).toBe('a oder b, c und d');
    expect(fill('{least} {most} {port} {values:,}', { least: 1.5, most: 40, port: 41000, values: 4096 }, spoken, joined)).toBe('1,5 40 41000 4\u202f096');
  });

  it('never runs what a parameter holds', () => {
    expect(fill('{who}', { who: '{evil} <b>' }, spoken)).toBe('{evil} <b>');
  });

  it('comes in English for a language that there is not', async () => {
    expect((await language('fr-CA')).tag).toBe('en');
    expect((await language('de-AT')).tag).toBe('de');
  });
});
