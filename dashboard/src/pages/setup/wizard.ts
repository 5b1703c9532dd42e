// What the steps of the wizard are given: the answers, what there is to choose from, and what they may ask for.
import type { Schemas } from '../../api/client';
import type { Choices } from '../../components/config-editor';
import type { PoolTests } from '../../pool-tests';
import type { WalletVerdict } from '../../components/wallet-field';
import type { Answers, Step } from './answers';
import type { Failure, Stage } from './launching';

/** What is chosen from a list that begins with a few. */
export type Offered = 'coin' | 'pool';

export interface Wizard {
  readonly answers: Answers;
  readonly choices: Choices;
  readonly coin: Schemas['ListedCoin'] | undefined;
  readonly program: Schemas['Available'] | undefined;
  readonly usesCpu: boolean;
  readonly needsInstall: boolean;
  readonly name: string;
  readonly faults: Record<string, string>;
  readonly busy: boolean;

  readonly tests: PoolTests; // by the address that would be mined at
  readonly all: ReadonlySet<Offered>; // of what all are shown, not a few
  readonly ownPool: boolean;

  readonly check: Schemas['StartCheck'] | null;
  readonly checkIssue: string | null;
  readonly anyway: boolean;
  readonly stage: Stage | null;
  readonly job: Schemas['InstallJob'] | null;
  readonly failure: Failure | null;

  pools(): Schemas['ListedPool'][];
  answer(change: Partial<Answers>): void;
  judged(verdict: WalletVerdict | null): void;
  at(step: Step): void;
  tryOut(): Promise<void>;
  showAll(name: Offered): void;
  typeOwnPool(): void;
  testOwn(): void;
  measureAgain(): void;
  lookAgain(): Promise<void>;
  goAnyway(anyway: boolean): void;
}
