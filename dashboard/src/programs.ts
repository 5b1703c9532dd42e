// How a program comes to this machine, whether this machine has use for it, and which one comes first. Pure.
import type { Schemas } from './api/client';

type Program = Schemas['Available'];
type Card = Pick<Schemas['GraphicsCard'], 'vendor'>;

/** What a person can do to have it here. */
export type Way = 'here' | 'install' | 'unproven' | 'register';

const WAYS: Way[] = ['here', 'install', 'unproven', 'register'];
const PROOFS = ['pin', 'signature', 'digest', 'none', ''];
const EVIDENCE = ['driven', 'answer', 'none'];

export function wayTo(program: Program): Way {
  if (program.installed) return 'here';
  if (!program.installable) return 'register';
  return program.verification?.how === 'none' ? 'unproven' : 'install';
}

/** Whether no click installs it, but its owner can bring it here in a terminal. */
export function isByHand(program: Program, refused: boolean): boolean {
  return refused || wayTo(program) === 'unproven' || wayTo(program) === 'register';
}

/** Whether an installation was refused because nothing proves the file; one that a proof contradicts is another matter. */
export function isUnproven(code: string, details: Record<string, unknown>): boolean {
  return code === 'VERIFICATION_FAILED' && ['unverified', 'unsigned'].includes(String(details['reason']));
}

/** Whether this machine has what it computes with; one that pretends or watches needs nothing. */
export function fits(program: Program, cards: readonly Card[]): boolean {
  return program.cpu || program.watched || program.simulated || program.makers.some((maker) => cards.some((card) => card.vendor === maker));
}

/** What earns and is the easiest to trust comes first: by its way here, its proof, and how far it was tried. */
export function inOrder(programs: readonly Program[]): Program[] {
  const rank = (program: Program): number[] => [
    Number(program.simulated || program.watched || program.type === 'demo'),
    WAYS.indexOf(wayTo(program)),
    PROOFS.indexOf((program.verified ?? program.verification)?.how ?? ''),
    EVIDENCE.indexOf(program.evidence),
    Number(!program.cpu),
  ];
  const ranked = programs.map((program) => ({ program, rank: rank(program) }));
  const first = (a: number[], b: number[]) => a.map((each, at) => each - b[at]!).find((difference) => difference !== 0) ?? 0;
  return ranked.sort((a, b) => first(a.rank, b.rank) || a.program.title.localeCompare(b.program.title)).map(({ program }) => program);
}
