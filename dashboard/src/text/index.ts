// Which catalogue speaks, and how a sentence of the API is said in its language.
import { en, type Catalogue } from './en';
import type { Numbers } from './numbers';

export type { Catalogue };

/** A sentence as the API gives it: a text, and the code and parameters to say it in another language. */
export interface Sentence {
  text: string;
  message?: string | null;
  code?: string | null;
  params?: Record<string, unknown> | null;
  parts?: Record<string, Sentence> | null; // parameters that are sentences themselves
  more?: readonly Sentence[] | null; // sentences that follow
  details?: unknown; // of an event: `changes` are sentences that follow
}

/** How the last two of several names are joined. */
export type Joined = Record<'or' | 'and', string>;

type Said = Pick<Numbers, 'duration' | 'decimal' | 'count'>;

export interface Language {
  tag: string;
  catalogue: Catalogue;
  messages: Record<string, string>; // templates by the API's code; what is missing is said in English
  joined: Joined;
}

const LANGUAGES: Record<string, () => Promise<Language>> = {
  de: () => import('./de').then(({ de, joined, messages }) => ({ tag: 'de', catalogue: de, joined, messages })),
};

export const english: Language = { tag: 'en', catalogue: en, messages: {}, joined: { or: 'or', and: 'and' } };
export const languages = ['en', ...Object.keys(LANGUAGES)];

/** The language of a tag such as `de-AT`; English where there is none. */
export async function language(tag: string): Promise<Language> {
  return (await LANGUAGES[tag.split('-')[0]!.toLowerCase()]?.()) ?? english;
}

/** Fill `{name}`, `{name:duration}` (seconds), `{name!r}` (in quotes), `{name:or}` and `{name:and}` (names with commas), as the API's own templates are filled. */
export function fill(template: string, params: Record<string, unknown>, numbers: Said, joined: Joined = english.joined): string {
  return template.replace(/\{(\w+)(:duration|:or|:and|:,|!r)?\}/g, (whole, name: string, how?: string) => {
    const value = params[name];
    if (value === undefined || value === null) return whole;
    if (how === ':duration') return numbers.duration(Number(value));
    if (how === ':,') return numbers.count(Number(value));
    if (how === ':or' || how === ':and') return String(value).replaceAll(', ', ` ${joined[how.slice(1) as keyof Joined]} `);
    if (how === '!r') return `„${String(value)}“`;
    return typeof value === 'number' && !Number.isInteger(value) ? numbers.decimal(value, places(value)) : String(value);
  });
}

function places(value: number): number {
  return Math.min(3, (String(value).split('.')[1] ?? '').length);
}

export function say(language: Language, numbers: Said, sentence: Sentence): string {
  const template = language.messages[sentence.message ?? sentence.code ?? ''];
  if (template === undefined) return sentence.text;
  const parts = Object.entries(sentence.parts ?? {}).map(([name, part]) => [name, say(language, numbers, part)]);
  const params = { ...sentence.params, ...Object.fromEntries(parts) } as Record<string, unknown>;
  const { changes } = (sentence.details ?? {}) as { changes?: unknown };
  const more = sentence.more?.length ? sentence.more.map((each) => say(language, numbers, each)) : Array.isArray(changes) ? changes.map(String) : [];
  return [fill(template, params, numbers, language.joined), ...more].join(' ');
}
