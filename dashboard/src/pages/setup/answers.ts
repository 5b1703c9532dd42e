// What a person has answered so far: kept in this browser until it is done. A password is not asked here.
import type { Level } from './suit';

export interface Answers {
  coin: string; // ticker; '' with an algorithm: another coin
  algorithm: string;
  pool: string;
  second: string;
  wallet: string;
  worker: string;
  level: Level;
  hugePages: boolean;
  pauseOnBattery: boolean;
  pauseOnActive: boolean;
  program: string; // type; '' the best one
  name: string;
}

export const STEPS = ['coin', 'pool', 'wallet', 'hardware', 'review'] as const;
export type Step = (typeof STEPS)[number];

const KEY = 'mining-dashboard.setup';
export const NO_ANSWERS: Answers = {
  coin: '', algorithm: '', pool: '', second: '', wallet: '', worker: '', level: 'balanced', hugePages: false, pauseOnBattery: false,
  pauseOnActive: false, program: '', name: '',
}; // prettier-ignore

export function loadAnswers(storage: Pick<Storage, 'getItem'>): Answers {
  try {
    const read = JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Answers>;
    const usable = Object.entries(read).filter(([name, value]) => typeof value === typeof NO_ANSWERS[name as keyof Answers]);
    return { ...NO_ANSWERS, ...Object.fromEntries(usable) };
  } catch {
    return { ...NO_ANSWERS };
  }
}

export function saveAnswers(storage: Pick<Storage, 'setItem' | 'removeItem'>, answers: Answers | null): void {
  try {
    if (answers) storage.setItem(KEY, JSON.stringify(answers));
    else storage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing; they hold until the page is closed
  }
}

/** Whether a step has its answer. */
export function isAnswered(step: Step, { coin, algorithm, pool, wallet }: Answers): boolean {
  if (step === 'coin') return coin !== '' || algorithm !== '';
  if (step === 'pool') return pool.trim() !== '';
  if (step === 'wallet') return wallet.trim() !== '';
  return step === 'hardware';
}

/** The step to be at: no further than the first one without its answer. */
export function stepFor(wanted: string | undefined, answers: Answers): Step {
  const at = Math.max(0, STEPS.indexOf(wanted as Step));
  const first = STEPS.findIndex((step) => !isAnswered(step, answers));
  return STEPS[Math.min(at, first < 0 ? STEPS.length - 1 : first)]!;
}

/** This browser's storage, or one that keeps nothing where a page may not use it. */
export function localStorageOrNothing(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}
