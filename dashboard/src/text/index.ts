// Which catalogue speaks, and how a sentence of the API is said in its language.
import { en, type Catalogue } from './en';

export type { Catalogue };

/** A sentence as the API gives it: a text, and the code and parameters to say it in another language. */
export interface Sentence {
  text: string;
  message?: string | null;
  code?: string | null;
  params?: Record<string, unknown> | null;
}

export type Messages = Record<string, (params: Record<string, string>) => string>;

export interface Language {
  tag: string;
  catalogue: Catalogue;
  messages: Messages; // by the API's code; what is missing is said in English
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

export function say({ messages }: Language, sentence: Sentence): string {
  const made = messages[sentence.message ?? sentence.code ?? ''];
  if (!made) return sentence.text;
  const params = Object.fromEntries(Object.entries(sentence.params ?? {}).map(([key, value]) => [key, String(value)]));
  return made(params);
}
