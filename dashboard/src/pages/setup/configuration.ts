// The configuration that the answers make, for one program.
import type { Schemas } from '../../api/client';
import type { Answers } from './answers';

const IDLE = 300; // s without input until it goes on

/** `threads` of the processor; null: it mines on graphics cards. */
export function configurationOf(answers: Answers, program: Schemas['Available'] | undefined, threads: number | null): Schemas['Config'] {
  const supports = program?.supports;
  const can = (name: string) => supports?.fields?.includes(name) || supports?.ignored?.includes(name);
  const worker = answers.worker.trim();
  const second = answers.second.trim();
  const card = threads === null ? program?.gpu.find(can) : undefined;
  return {
    pool: answers.pool.trim(),
    wallet: answers.wallet.trim(),
    ...(answers.coin && can('coin') ? { coin: answers.coin } : { algo: answers.algorithm }),
    ...(worker && can('worker') ? { worker } : {}),
    ...(threads !== null && can('threads') ? { threads } : {}),
    ...(answers.hugePages && can('hugePages') ? { hugePages: true } : {}),
    ...(answers.pauseOnBattery && can('pauseOnBattery') ? { pauseOnBattery: true } : {}),
    ...(answers.pauseOnActive && can('pauseOnActive') ? { pauseOnActive: IDLE } : {}),
    ...(second ? { pools: [{ pool: second }] } : {}),
    ...(card ? { [card]: { enabled: true } } : {}),
  };
}
