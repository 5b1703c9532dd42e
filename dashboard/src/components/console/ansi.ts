// A miner's colours made into spans: text stays text, backgrounds and blinking are dropped, every colour has a readable one of ours. Pure.

export type Colour = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'white' | 'grey';

export interface Span {
  text: string;
  colour: Colour | null; // null: as all text
  bold: boolean;
}

const COLOURS: Colour[] = ['grey', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const SGR = /\x1b\[([0-9;]*)m/g;
// What no line may bring: other escapes, controls, and signs that turn the direction of the text around.
const OTHERS = /\x1b\[[0-?]*[ -/]*[@-~]?|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?|[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The parts of a line; together they are its whole text. */
export function spans(line: string): Span[] {
  const made: Span[] = [];
  let colour: Colour | null = null;
  let bold = false;
  let from = 0;
  const add = (raw: string) => {
    const text = raw.replace(OTHERS, '').replaceAll('\t', ' ');
    const last = made.at(-1);
    if (last && last.colour === colour && last.bold === bold) last.text += text;
    else if (text) made.push({ text, colour, bold });
  };
  for (const match of line.matchAll(SGR)) {
    add(line.slice(from, match.index));
    from = match.index + match[0].length;
    [colour, bold] = styled(match[1] ?? '', colour, bold);
  }
  add(line.slice(from));
  return made;
}

export function plain(parts: readonly Span[]): string {
  return parts.map((each) => each.text).join('');
}

/** What is left of the parts from a sign on. */
export function cut(parts: readonly Span[], from: number): Span[] {
  let left = from;
  const rest: Span[] = [];
  for (const part of parts) {
    const text = part.text.slice(Math.min(left, part.text.length));
    left -= part.text.length - text.length;
    if (text) rest.push({ ...part, text });
  }
  return rest;
}

function styled(codes: string, before: Colour | null, boldBefore: boolean): [Colour | null, boolean] {
  let colour = before;
  let bold = boldBefore;
  const rest = codes.split(';').map(Number);
  while (rest.length) {
    const code = rest.shift()!;
    if (code === 0) [colour, bold] = [null, false];
    else if (code === 1) bold = true;
    else if (code === 22) bold = false;
    else if (code === 39) colour = null;
    else if (code >= 30 && code <= 37) colour = COLOURS[code - 30]!;
    else if (code >= 90 && code <= 97) colour = COLOURS[code - 90]!;
    else if (code === 38) colour = wide(rest);
    else if (code === 48) wide(rest); // a background
  }
  return [colour, bold];
}

/** One of 256 colours, or of all: the nearest of ours. */
function wide(rest: number[]): Colour | null {
  const kind = rest.shift();
  if (kind === 2) return nearest(rest.shift() ?? 0, rest.shift() ?? 0, rest.shift() ?? 0);
  if (kind !== 5) return null;
  const index = rest.shift() ?? 7;
  if (index < 16) return COLOURS[index % 8]!;
  if (index >= 232) return index < 244 ? 'grey' : 'white';
  const cube = index - 16;
  const level = (value: number) => (value ? 55 + 40 * value : 0);
  return nearest(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

function nearest(red: number, green: number, blue: number): Colour {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  if (most - least < 40) return most < 140 ? 'grey' : 'white';
  const strong = (value: number) => value > (most + least) / 2;
  return COLOURS[(strong(red) ? 1 : 0) + (strong(green) ? 2 : 0) + (strong(blue) ? 4 : 0)]!;
}
