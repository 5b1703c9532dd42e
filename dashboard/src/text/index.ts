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
  details?: unknown; // of an event: `changes` are sentences that follow
}

export interface Language {
  tag: string;
  catalogue: Catalogue;
  messages: Record<string, string>; // templates by the API's code; what is missing is said in English
}

const LANGUAGES: Record<string, () => Promise<Language>> = {
  de: () => import('./de').then(({ de, messages }) => ({ tag: 'de', catalogue: de, messages })),
};

export const english: Language = { tag: 'en', catalogue: en, messages: {} };
export const languages = ['en', ...Object.keys(LANGUAGES)];

/** The language of a tag such as `de-AT`; English where there is none. */
export async function language(tag: string): Promise<Language> {
  return (await LANGUAGES[tag.split('-')[0]!.toLowerCase()]?.()) ?? english;
}

/** Fill `{name}`, `{name:duration}` (seconds) and `{name!r}` (in quotes), as the API's own templates are filled. */
export function fill(template: string, params: Record<string, unknown>, numbers: Pick<Numbers, 'duration'>): string {
  return template.replace(/\{(\w+)(:duration|!r)?\}/g, (whole, name: string, how?: string) => {
    const value = params[name];
    if (value === undefined || value === null) return whole;
    if (how === ':duration') return numbers.duration(Number(value));
    return how === '!r' ? `„${String(value)}“` : String(value);
  });
}

export function say({ messages }: Language, numbers: Pick<Numbers, 'duration'>, sentence: Sentence): string {
  const template = messages[sentence.message ?? sentence.code ?? ''];
  if (template === undefined) return sentence.text;
  const { changes } = (sentence.details ?? {}) as { changes?: unknown };
  return [fill(template, sentence.params ?? {}, numbers), ...(Array.isArray(changes) ? changes.map(String) : [])].join(' ');
}
