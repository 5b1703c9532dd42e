// Tests of pools: a few at a time, as fast as the server allows, until they are done or stopped.
import { ApiError, asked, type Schemas } from './api/client';
import type { App } from './app';

export type PoolTest = Schemas['PoolTest'];

export interface Tested {
  test: PoolTest | null; // null: under way, or it failed
  issue: string | null; // why there is no result
  at: number | null; // ms since the epoch; null: under way
}

export interface Progress {
  done: number;
  all: number;
  waitsUntil: number | null; // ms since the epoch; the server takes no more before
}

const AT_ONCE = 3;

/** How long it took to answer, ms; null: not measured, or it did not answer. */
export function answerTime(tested: Tested | undefined): number | null {
  return tested?.test?.result === 'reachable' ? tested.test.connectMs : null;
}

/** Tests by the server that the dashboard speaks to. */
export function poolTests(app: App): PoolTests {
  return new PoolTests((pool) => asked(app.http.POST('/pools/test', { body: { pool } })), (error) => app.explain(error));
}

export class PoolTests extends EventTarget {
  readonly results = new Map<string, Tested>(); // by pool, as a configuration takes it
  progress: Progress | null = null;
  #stop: AbortController | null = null;

  constructor(
    private readonly ask: (pool: string) => Promise<PoolTest>,
    private readonly explain: (error: unknown) => string,
  ) {
    super();
  }

  /** Test one; seconds to wait where the server has had enough for now. */
  async one(pool: string): Promise<number> {
    const before = this.results.get(pool);
    this.#set(pool, { test: null, issue: null, at: null });
    try {
      this.#set(pool, { test: await this.ask(pool), issue: null, at: Date.now() });
    } catch (error) {
      const wait = error instanceof ApiError && error.code === 'RATE_LIMITED' ? Number(error.details['retryAfter'] ?? 10) : 0;
      if (wait && this.progress) {
        if (before) this.#set(pool, before);
        else this.results.delete(pool);
        return wait;
      }
      this.#set(pool, { test: null, issue: this.explain(error), at: Date.now() });
    }
    return 0;
  }

  /** Test them all; a test that is under way when it is stopped still ends. */
  async all(pools: readonly string[]): Promise<void> {
    if (this.#stop) return;
    const stop = (this.#stop = new AbortController());
    const left = [...pools];
    this.progress = { done: 0, all: pools.length, waitsUntil: null };
    const work = async (): Promise<void> => {
      while (left.length && !stop.signal.aborted) {
        const pool = left.shift()!;
        const wait = await this.one(pool);
        if (wait) {
          left.unshift(pool);
          this.#advance({ waitsUntil: Date.now() + wait * 1000 });
          await pause(wait * 1000, stop.signal);
        } else this.#advance({ done: this.progress!.done + 1, waitsUntil: null });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.#stop = null;
    this.progress = null;
    this.dispatchEvent(new Event('change'));
  }

  stop(): void {
    this.#stop?.abort();
  }

  #advance(change: Partial<Progress>): void {
    this.progress = { ...this.progress!, ...change };
    this.dispatchEvent(new Event('change'));
  }

  #set(pool: string, tested: Tested): void {
    this.results.set(pool, tested);
    this.dispatchEvent(new Event('change'));
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
