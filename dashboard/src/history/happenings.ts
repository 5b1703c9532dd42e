// What happened, as marks on a time axis: what touches one miner in one bucket is one mark.
import type { MiningEvent } from '../api/client';
import type { App } from '../app';
import type { Mark } from '../components/chart/data';

export const HAPPENINGS: string[] = ['start', 'stop', 'restart', 'pause', 'resume', 'adopt', 'crash', 'exit', 'hang', 'error', 'forget', 'degraded', 'pool', 'algorithm', 'daemon.start']; // prettier-ignore
const SILENT = new Set(['adopt', 'forget']);
const WARNS = new Set(['crash', 'hang', 'error', 'degraded']);

/** Marks of events, oldest first; `track` says which track a miner concerns, and undefined that it is all of them. */
export function marksOf(app: App, events: readonly MiningEvent[], step: number, track: (miner: string | null) => string | undefined, alone = false): Mark[] {
  const words = app.text.chart.happened;
  const marks: (Mark & { about: string; words: string[]; sentences: string[] })[] = [];
  for (const event of events) {
    const word = words[event.event];
    if (!word || SILENT.has(event.event)) continue;
    const at = Date.parse(event.timestamp) / 1000;
    const about = event.miner ?? '';
    const sentence = `${event.miner && !alone ? `${event.miner}: ` : ''}${app.say(event)}`;
    const last = marks.findLast((each) => each.about === about);
    if (last && Math.floor(last.at / step) === Math.floor(at / step)) {
      if (last.words.at(-1) !== word) last.words.push(word);
      last.sentences.push(sentence);
      last.warns ||= WARNS.has(event.event);
    } else {
      const of = track(event.miner);
      marks.push({ at, text: '', warns: WARNS.has(event.event), about, words: [word], sentences: [sentence], ...(of === undefined ? {} : { track: of }) });
    }
  }
  return marks.map(({ about, words: all, sentences, ...mark }) => ({
    ...mark,
    text: `${about && !alone ? `${about} ` : ''}${all.slice(-3).join(', ')}`,
    detail: sentences.slice(-5).join(' '),
  }));
}
