// The past of the miners: asked for once, and carried on from the live figures with each bucket that is over.
import { byAlgorithm } from './algorithm';
import { asked, type Miner, type MiningEvent, type Schemas } from './api/client';
import type { paths } from './api/openapi';
import type { Store } from './api/store';
import type { App } from './app';
import { cardNamed } from './card';
import { HAPPENINGS } from './history/happenings';
import { advanced, readPast, type Figure, type Metric, type Past, type Sample } from './history/past';
import { presence } from './history/presence';
import { RANGES, STEPS, type RangeName } from './history/range';
import { sums, type Presence, type Sum, type Summed } from './history/sums';
import { hottest, isLive, power } from './state';

const PATIENCE = 10_000; // ms until a failed question is asked again
const RUNNING = 10; // s between two looks at the bucket that is not over, at least
const AGAIN = 500; // ms between two looks at the same figures
const MOST_EVENTS = 1000;

export interface Wanted {
  range: RangeName;
  metrics: readonly Metric[];
  miner?: string; // absent: all of them
  card?: string; // of this miner: the hashrate of one graphics card
  before?: boolean; // the stretch before
}

/** A stretch of the past as it is known now; another value whenever something has come to it. */
export class Known {
  #sums: readonly Sum[] | null = null;

  constructor(
    readonly past: Past,
    readonly events: readonly MiningEvent[], // oldest first
    readonly presence: Presence,
    private before: Summed | null, // what to carry on, where nothing has happened since
  ) {}

  /** The sum of each algorithm, added up when somebody asks. */
  get sums(): readonly Sum[] {
    this.#sums ??= sums(this.past, this.presence, this.before).sort((a, b) => byAlgorithm(a.algorithm, b.algorithm));
    this.before = null;
    return this.#sums;
  }

  /** For what comes next; null where nobody has asked. */
  get summed(): Summed | null {
    return this.#sums && { past: this.past, sums: this.#sums };
  }
}

type Query = NonNullable<paths['/history']['get']['parameters']['query']>;

const histories = new WeakMap<Store, Map<string, Stretch>>();

/** What is known of that stretch; null while the first answer is under way. It is shown from the store's `change` on. */
export function known(app: App, wanted: Wanted): Known | null {
  return stretchOf(app, wanted).now();
}

/** Why the past could not be had; null where it could. */
export function failure(app: App, wanted: Wanted): unknown {
  return stretchOf(app, wanted).failed;
}

/** What is known of that stretch, once it is. */
export async function awaited(app: App, wanted: Wanted): Promise<Known> {
  for (;;) {
    const now = known(app, wanted);
    if (now) return now;
    const failed = failure(app, wanted);
    if (failed) throw failed;
    await new Promise((resolve) => app.store.addEventListener('change', resolve, { once: true }));
  }
}

function stretchOf(app: App, wanted: Wanted): Stretch {
  const stretches = histories.get(app.store) ?? new Map<string, Stretch>();
  histories.set(app.store, stretches);
  const key = [wanted.range, wanted.metrics.join(), wanted.miner ?? '*', wanted.card, wanted.before].join('|');
  const stretch = stretches.get(key) ?? new Stretch(app, wanted);
  stretches.set(key, stretch);
  return stretch;
}

class Stretch {
  failed: unknown = null;
  #past: Past | null = null; // buckets that are over
  #events: MiningEvent[] = [];
  #known: Known | null = null;
  #next: Known | null = null; // carried on in one redraw and shown with the next: both in one would be felt
  #asking = false;
  #askedAt = 0; // ms
  #seenAt = 0; // s, when the running bucket was looked at last
  #seenEvent = 0;
  #seen = new Map<string, Seen>();
  #looked: { miners: unknown; events: unknown; at: number } | null = null; // what `now` saw last, and when (ms)

  constructor(
    private readonly app: App,
    private readonly wanted: Wanted,
  ) {}

  now(): Known | null {
    const { store, stale } = this.app;
    if (store.miners === null) return null;
    const { miners, events } = store;
    if (this.#looked?.miners === miners && this.#looked.events === events && Date.now() - this.#looked.at < AGAIN) return this.#known; // several ask in one redraw
    this.#looked = { miners, events, at: Date.now() };
    const at = clock(store);
    this.#known = this.#next ?? this.#known;
    this.#next = null;
    if (this.#past && !this.wanted.before) this.#carryOn(at);
    const { seconds } = RANGES[this.wanted.range];
    const patience = this.wanted.before ? seconds * 1.02 : 2 * (this.#past?.step ?? 0) + 2;
    const late = !this.#past || at > this.#past.to + patience || this.#lacksMiner();
    if (late && !stale && !this.#asking && (!this.failed || Date.now() - this.#askedAt > PATIENCE)) void this.#ask(at);
    return this.#known;
  }

  /** A miner that came after the question. */
  #lacksMiner(): boolean {
    if (this.wanted.miner || this.wanted.before || Date.now() - this.#askedAt < PATIENCE) return false;
    const names = new Set(this.#past?.miners.map(({ name }) => name));
    return (this.app.store.miners ?? []).some(({ name }) => !names.has(name));
  }

  /** Look at the live figures; whatever bucket is over meanwhile is added. */
  #carryOn(at: number): void {
    const past = this.#past!;
    const { store } = this.app;
    if (at >= past.to + past.step) {
      if (at < past.to + 2 * past.step) this.#past = advanced(past, samples(this.#seen));
      this.#seen.clear();
    }
    this.#look();
    const newest = store.events[0]?.seq ?? 0;
    const grew = this.#past !== past;
    const first = !this.#known || this.#known.past.miners.every(({ rates }) => ![...rates.values()].some((values) => values.some((each) => each !== null)));
    const due = at - this.#seenAt >= (first ? 1 : Math.max(RUNNING, past.step / 5));
    const before = this.#known?.summed ?? null;
    if ((first && due) || newest !== this.#seenEvent) this.#known = this.#make(at, before);
    else if (grew || due) this.#next = this.#make(at, before);
  }

  #look(): void {
    const { card } = this.wanted;
    for (const miner of this.app.store.miners ?? []) look(this.#seen, miner, card ? (cardNamed(miner, card)?.hashrate ?? null) : miner.hashrate);
  }

  /** What is known at that time; `before` is carried on where nothing has happened since. */
  #make(at: number, before: Summed | null): Known {
    const { store } = this.app;
    const past = this.wanted.before ? this.#past! : advanced(this.#past!, samples(this.#seen));
    const last = Math.max(0, ...this.#events.map(({ seq }) => seq));
    const fresh = store.events.filter((each) => each.seq > last && HAPPENINGS.includes(each.event) && this.#concerns(each)).reverse();
    if (!this.wanted.before && fresh.length) this.#events.push(...fresh);
    this.#events = this.#events.filter((each) => Date.parse(each.timestamp) / 1000 >= past.from);
    this.#seenAt = at;
    this.#seenEvent = store.events[0]?.seq ?? 0;
    return new Known(past, [...this.#events], presences(past, this.#events, store, Math.min(at, past.to)), fresh.length ? null : before);
  }

  #concerns({ miner }: MiningEvent): boolean {
    return !this.wanted.miner || miner === null || miner === this.wanted.miner;
  }

  async #ask(at: number): Promise<void> {
    this.#asking = true;
    this.#askedAt = Date.now();
    try {
      this.#past = await this.#read(at);
      this.#events = await this.#readEvents(this.#past);
      this.#seen.clear();
      this.#look();
      this.failed = null;
      this.#known = this.#make(at, null); // the answer may know better
      this.#next = null;
    } catch (error) {
      this.failed = error;
    }
    this.#asking = false;
    this.app.store.tell();
  }

  async #read(at: number): Promise<Past> {
    const { range, metrics, miner, before } = this.wanted;
    const { seconds, resolution } = RANGES[range];
    const stretch = before ? { from: time(at - 2 * seconds), to: time(at - seconds) } : { duration: `${seconds}s` };
    const about = { ...(miner ? { miners: miner } : {}), resolution };
    const first = await this.#history({ ...about, ...stretch, metrics: [...metrics] });
    const others = [];
    if (metrics.includes('hashrate')) {
      // Each figure is of one algorithm: what was mined before asks for its own.
      const earlier = new Map<string, string[]>();
      for (const { name, algorithm, algorithms } of first.miners) {
        for (const each of algorithms) if (each !== algorithm) earlier.set(each, [...(earlier.get(each) ?? []), name]);
      }
      for (const [algorithm, miners] of earlier) {
        const query = { ...about, miners: miners.join(), from: first.from, to: first.to, resolution: first.resolution as typeof resolution, algorithm, metrics: ['hashrate' as const] };
        const answer = await this.#history(query);
        if (answer.from === first.from && answer.timestamps.length === first.timestamps.length) others.push(answer);
      }
    }
    return readPast([first, ...others], STEPS[first.resolution] ?? 3600);
  }

  async #history(query: Query): Promise<Schemas['History']> {
    const { miner, card } = this.wanted;
    if (miner && card) return this.#ofCard(miner, card, query);
    return (await asked(this.app.http.GET('/history', { params: { query } }) as Promise<{ data?: { data: Schemas['History'] }; response: Response }>)) as Schemas['History'];
  }

  /** One card, as a history of its miner. */
  async #ofCard(miner: string, card: string, { resolution, algorithm }: Query): Promise<Schemas['History']> {
    const query = { card, duration: `${RANGES[this.wanted.range].seconds}s`, ...(resolution ? { resolution } : {}), ...(algorithm ? { algorithm } : {}) };
    const { points, ...about } = await asked(this.app.http.GET('/miners/{miner}/hashrate-history', { params: { path: { miner }, query } }));
    const series = [{ metric: 'hashrate' as const, unit: 'H/s', values: points.map((each) => each.hashrate) }];
    return { ...about, timestamps: points.map((each) => each.timestamp), miners: [{ name: miner, algorithm: about.algorithm, algorithms: about.algorithms, series, second: [] }] };
  }

  async #readEvents({ from, to }: Past): Promise<MiningEvent[]> {
    const { miner, before } = this.wanted;
    const query = { from: time(from), ...(before ? { to: time(to) } : {}), ...(miner ? { miner } : {}), event: HAPPENINGS as never, limit: MOST_EVENTS };
    const page = await asked(this.app.http.GET('/events', { params: { query } }));
    return page.items.sort((a, b) => a.timestamp.localeCompare(b.timestamp) || a.seq - b.seq);
  }
}

const time = (seconds: number) => new Date(Math.floor(seconds) * 1000).toISOString().replace('.000', '');

/** The server's time as far as live figures tell it, in s; ours where nothing mines. */
function clock(store: Store): number {
  let latest = ''; // as they are written, the later is the greater
  for (const miner of store.miners ?? []) if (isLive(miner) && miner.stats.sampledAt && miner.stats.sampledAt > latest) latest = miner.stats.sampledAt;
  return (latest ? Date.parse(latest) : Date.now()) / 1000;
}

function presences(past: Past, events: readonly MiningEvent[], store: Store, until: number): Presence {
  const byMiner = new Map<string, { at: number; kind: string }[]>();
  for (const { miner, timestamp, event } of events) {
    if (miner) byMiner.set(miner, [...(byMiner.get(miner) ?? []), { at: Date.parse(timestamp) / 1000, kind: event }]);
  }
  const miners = new Map(store.miners?.map((each) => [each.name, each]));
  return new Map(
    past.miners.map(({ name }) => {
      const miner = miners.get(name);
      const now = miner !== undefined && isLive(miner) && miner.status !== 'paused';
      const since = miner?.startedAt ? Date.parse(miner.startedAt) / 1000 : null;
      return [name, presence(byMiner.get(name) ?? [], past.from, until, { now, since })];
    }),
  );
}

// ——— the bucket that is not over

interface Seen {
  sampledAt: string | null;
  algorithm: string | null;
  count: number;
  rate: number; // the mean
  figures: Partial<Record<Metric, Figure>>;
}

/** Take in a miner's figures, where they are new. */
function look(seen: Map<string, Seen>, miner: Miner, hashrate: number | null): void {
  const { stats } = miner;
  const before = seen.get(miner.name);
  if (!isLive(miner) || !['valid', 'zero'].includes(stats.quality) || before?.sampledAt === stats.sampledAt) return;
  const same = before?.algorithm === stats.algorithm ? before : undefined;
  const count = (same?.count ?? 0) + (hashrate === null ? 0 : 1);
  const rate = hashrate === null ? (same?.rate ?? 0) : (same?.rate ?? 0) + (hashrate - (same?.rate ?? 0)) / count;
  const now = before ?? { sampledAt: null, algorithm: null, count: 0, rate: 0, figures: {} };
  const { figures } = now;
  const celsius = hottest(miner)?.celsius ?? null;
  const warmest = figures.temperature ?? null;
  Object.assign(now, { sampledAt: stats.sampledAt, algorithm: stats.algorithm, count, rate });
  figures.accepted = stats.shares.accepted ?? null;
  figures.rejected = stats.shares.rejected ?? null;
  figures.temperature = celsius === null || warmest === null ? (celsius ?? warmest) : Math.max(celsius, warmest);
  figures.power = power(miner);
  figures.ping = stats.connection.connected === false ? null : (stats.connection.ping ?? null);
  if (!before) seen.set(miner.name, now);
}

function samples(seen: ReadonlyMap<string, Seen>): Map<string, Sample> {
  return new Map([...seen].map(([name, { algorithm, count, rate, figures }]) => [name, { algorithm, rate: count ? rate : null, figures }]));
}
