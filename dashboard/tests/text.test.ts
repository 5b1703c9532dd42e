// The catalogues: whatever English says, German says too, with the same parameters.
import { describe, expect, it } from 'vitest';
import sentences from '../../docs/reference/messages.json';
import { fill, language, say, type Language } from '../src/text';
import { de, messages } from '../src/text/de';
import { en } from '../src/text/en';
import { numbers } from '../src/text/numbers';

const api: { messages: Record<string, { text: string; params: string[] }> } = sentences;
const german: Language = { tag: 'de', catalogue: de, messages };
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

  it('never runs what a parameter holds', () => {
    expect(fill('{who}', { who: '{evil} <b>' }, spoken)).toBe('{evil} <b>');
  });

  it('comes in English for a language that there is not', async () => {
    expect((await language('fr-CA')).tag).toBe('en');
    expect((await language('de-AT')).tag).toBe('de');
  });
});
