// One line of the console: when, from which part of the program, what it says, and of which kind it is. Pure.
import { cut, plain, spans, type Colour, type Span } from './ansi';

export type Kind = 'shares' | 'network' | 'problems';
export type Filter = 'all' | Kind;

export interface Line {
  at: string | null; // when it arrived
  source: string; // '' where the line names none
  parts: Span[]; // what it says, in its colours
  text: string; // the same, bare
  kinds: ReadonlySet<Kind>;
  mine: boolean; // typed here
}

const STAMP = /^\s*\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\] ?/; // its own clock; ours stands beside the line
const SOURCE = /^ ?([A-Za-z][\w-]{0,11}) {2,}(?=\S)/;
const SHARES = /\b(?:accepted|rejected|shares?)\b/i;
const NETWORK = /\b(?:pools?|stratum|connect(?:ed|ing|ion)?|disconnected|new job|dns|socket|tls|login)\b/i;
const PROBLEM = /\b(?:rejected|refused|refuses|errors?|fail(?:ed|ure)?|lost|cannot|unable|invalid|crash(?:ed)?|timed out|disabled|no active pools)\b/i;
const GOOD = /\b(?:accepted|ready|connected)\b/i;
const SOURCES: Record<string, Colour> = { net: 'cyan', pool: 'cyan', miner: 'magenta', cpu: 'blue', opencl: 'blue', nvidia: 'blue', cuda: 'blue' };

export function lineOf({ time, text: raw }: { time: string | null; text: string }): Line {
  let parts = spans(raw);
  const whole = plain(parts);
  const stamp = STAMP.exec(whole)?.[0].length ?? 0;
  const named = SOURCE.exec(whole.slice(stamp));
  parts = cut(parts, stamp + (named?.[0].length ?? 0));
  const source = named?.[1] ?? '';
  const text = plain(parts);
  const coloured = parts.some((each) => each.colour !== null);
  const kinds = kindsOf(source, text, parts);
  return { at: time, source, parts: coloured ? parts : marked(text, kinds), text, kinds, mine: false };
}

/** What a person typed. */
export function typedLine(at: string, source: string, text: string): Line {
  return { at, source, parts: [{ text, colour: null, bold: true }], text, kinds: new Set(), mine: true };
}

export function sourceColour(source: string): Colour {
  return SOURCES[source.toLowerCase()] ?? 'grey';
}

export function isShown(line: Line, filter: Filter): boolean {
  return filter === 'all' || line.mine || line.kinds.has(filter);
}

function kindsOf(source: string, text: string, parts: readonly Span[]): Set<Kind> {
  const kinds = new Set<Kind>();
  if (SHARES.test(text)) kinds.add('shares');
  if (['net', 'pool'].includes(source.toLowerCase()) || NETWORK.test(text)) kinds.add('network');
  if (PROBLEM.test(text) || parts.some((each) => each.colour === 'red' && /[a-z]{3}/i.test(each.text))) kinds.add('problems');
  return kinds;
}

/** The key word of a line without colours of its own. */
function marked(text: string, kinds: ReadonlySet<Kind>): Span[] {
  const word = (kinds.has('problems') ? PROBLEM : GOOD).exec(text);
  const bare = { colour: null, bold: false };
  if (!word) return text ? [{ text, ...bare }] : [];
  const colour: Colour = kinds.has('problems') ? 'red' : 'green';
  const [before, after] = [text.slice(0, word.index), text.slice(word.index + word[0].length)];
  return [{ text: before, ...bare }, { text: word[0], colour, bold: false }, { text: after, ...bare }].filter((each) => each.text);
}

/** The parts with every place of a searched text apart; those places are marked. */
export function searched(parts: readonly Span[], sought: string): (Span & { hit: boolean })[] {
  const whole = plain(parts).toLowerCase();
  const wanted = sought.toLowerCase();
  const edges: [number, number][] = [];
  for (let at = whole.indexOf(wanted); wanted && at >= 0; at = whole.indexOf(wanted, at + wanted.length)) edges.push([at, at + wanted.length]);
  if (!edges.length) return parts.map((each) => ({ ...each, hit: false }));
  const made: (Span & { hit: boolean })[] = [];
  let begin = 0;
  for (const part of parts) {
    const end = begin + part.text.length;
    const cuts = [begin, ...edges.flat().filter((each) => each > begin && each < end), end];
    for (let at = 0; at + 1 < cuts.length; at++) {
      const [from, to] = [cuts[at]!, cuts[at + 1]!];
      const hit = edges.some(([first, last]) => from >= first && to <= last);
      if (to > from) made.push({ ...part, text: part.text.slice(from - begin, to - begin), hit });
    }
    begin = end;
  }
  return made;
}
