// What the steps of the wizard are given: the answers, what there is to choose from, and what they may ask for.
import type { Schemas } from '../../api/client';
import type { Choices } from '../../components/config-editor';
import type { WalletVerdict } from '../../components/wallet-field';
import type { Answers, Step } from './answers';
import type { Stage } from './launching';
import type { Test } from './measuring';

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

  readonly tests: ReadonlyMap<string, Test>;
  readonly measuring: boolean;
  readonly allPools: boolean;
  readonly ownPool: boolean;
  readonly ownTest: Test | null;

  readonly check: Schemas['StartCheck'] | null;
  readonly checkIssue: string | null;
  readonly anyway: boolean;
  readonly stage: Stage | null;
  readonly job: Schemas['InstallJob'] | null;
  readonly failure: { stage: Stage; text: string } | null;

  pools(): Schemas['ListedPool'][];
  answer(change: Partial<Answers>): void;
  judged(verdict: WalletVerdict | null): void;
  at(step: Step): void;
  tryOut(): Promise<void>;
  showAllPools(): void;
  typeOwnPool(): void;
  testOwn(): Promise<void>;
  measureAgain(): Promise<void>;
  goAnyway(anyway: boolean): void;
}
