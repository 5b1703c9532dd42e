// What the dashboard knows of the rig: kept by the live feed, told to whoever listens to `change`.
import { asked, type Http, type Miner, type MiningEvent, type Schemas } from './client';
import { patched } from './delta';
import type { Frame } from './frames';
import type { Connection } from './live';

const MOST_EVENTS = 200;
const USUAL_EVERY = 600_000; // ms; it changes once an hour
const TELL_EVERY = 1000; // ms between two tellings of mere figures

export type Info = Schemas['SystemInfo'];
export type Job = Schemas['InstallJob'];
export type Attention = Schemas['AttentionItem'];
export type Usual = Schemas['Usual'];

/** Dispatches `change` at once for what happened and for the figures of all miners, at most once a second for those of one. */
export class Store extends EventTarget {
  connection: Connection = { state: 'connecting', lastData: null, nextTry: null, attempt: 0, issue: null };
  miners: Miner[] | null = null; // null: not heard yet
  events: MiningEvent[] = []; // the newest first
  attention: Attention[] = [];
  attentionLoaded = false;
  usual = new Map<string, Usual>(); // by miner
  jobs = new Map<string, Job>();
  info: Info | null = null;
  serverVersion: string | null = null;
  profilesChanged = 0; // grows with each change, also one that may have been missed, so that pages know to ask again
  poolsChanged = 0;
  settingsChanged = 0;
  rounds = 0; // of figures that came as differences, one each second
  #seq = 0;
  #usualAt = 0; // ms since the epoch
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly http: Http) {
    super();
  }

  miner(name: string): Miner | undefined {
    return this.miners?.find((each) => each.name === name);
  }

  setConnection(connection: Connection): void {
    const other = connection.state !== this.connection.state || connection.nextTry !== this.connection.nextTry;
    this.connection = connection;
    if (other) this.tell(); // that something was heard is told with what it is
  }

  /** Take in one frame. */
  heard(frame: Frame): void {
    switch (frame.type) {
      case 'snapshot':
        this.#snapshot(frame.data.miners as Miner[], frame.seq);
        break;
      case 'miner.stats':
        this.#take({ [frame.data.name]: frame.data }, replaced);
        this.#tellSoon();
        break;
      case 'miners.stats':
        this.#take(Object.fromEntries(frame.data.items.map((each) => [each.name, each])), replaced);
        this.tell();
        break;
      case 'miners.delta':
        this.#take(frame.data.miners, patched);
        this.rounds++;
        this.tell();
        break;
      case 'miner.status': {
        const { event, text: _text, who: _who, ...miner } = frame.data;
        if (event === 'forget') this.miners = this.miners?.filter((each) => each.name !== miner.name) ?? null;
        else this.#replace(miner.name, () => miner as Miner);
        void this.#fill();
        this.tell();
        break;
      }
      case 'attention':
        this.attention = frame.data.items as Attention[];
        this.attentionLoaded = true;
        this.tell();
        break;
      case 'ping':
        if (Date.now() - this.#usualAt > USUAL_EVERY) void this.#loadUsual().catch(() => undefined);
        break;
      case 'install.progress':
        this.jobs.set(frame.data.id, frame.data as Job);
        this.tell();
        break;
      case 'profile.changed':
        this.profilesChanged++;
        this.tell();
        break;
      case 'pools.changed':
        this.poolsChanged++;
        this.tell();
        break;
      case 'settings.changed':
        this.settingsChanged++;
        this.tell();
        break;
    }
  }

  /** Ask for all that a list of miners does not bring. */
  async refresh(): Promise<void> {
    await Promise.allSettled([this.#catchUp(), this.loadInfo(), this.#loadUsual()]);
  }

  /** Ask for what frames would have told meanwhile. */
  async #catchUp(): Promise<void> {
    await Promise.allSettled([this.#fill(), this.#loadAttention(), this.#loadJobs()]);
  }

  /** Those that have gone on unheard. */
  async #loadJobs(): Promise<void> {
    if (![...this.jobs.values()].some((each) => each.state === 'running')) return;
    const { items } = await asked(this.http.GET('/jobs', { params: { query: { limit: 50 } } }));
    for (const job of items) if (this.jobs.get(job.id)?.state === 'running') this.jobs.set(job.id, job);
    this.tell();
  }

  async #loadAttention(): Promise<void> {
    this.attention = (await asked(this.http.GET('/attention', { params: { query: { limit: 1000 } } }))).items;
    this.attentionLoaded = true;
    this.tell();
  }

  async #loadUsual(): Promise<void> {
    this.#usualAt = Date.now();
    const page = await asked(this.http.GET('/usual', { params: { query: { limit: 1000 } } }));
    this.usual = new Map(page.items.map((each) => [each.name, each]));
    this.tell();
  }

  async loadInfo(): Promise<void> {
    this.info = await asked(this.http.GET('/info'));
    this.tell();
  }

  tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.dispatchEvent(new Event('change'));
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => this.tell(), TELL_EVERY);
  }

  #snapshot(miners: Miner[], seq: number): void {
    const polled = seq === 0;
    if (!polled && seq < this.#seq) {
      this.events = []; // another data folder: its timeline begins anew
      this.#seq = 0;
    }
    this.miners = [...miners].sort((a, b) => a.name.localeCompare(b.name));
    this.profilesChanged++; // perhaps, and nobody will tell
    this.poolsChanged++;
    this.settingsChanged++;
    void (polled ? this.#catchUp() : this.refresh());
    this.tell();
  }

  /** Take in the figures of these miners. */
  #take(fresh: Record<string, object>, merge: (miner: Miner, figures: object) => Miner): void {
    this.miners = (this.miners ?? []).map((miner) => {
      if (!Object.hasOwn(fresh, miner.name)) return miner;
      const taken = merge(miner, fresh[miner.name]!);
      taken.hashrate = taken.stats.hashrate;
      taken.uptime = taken.stats.uptime;
      return taken;
    });
  }

  #replace(name: string, change: (miner: Miner) => Miner): void {
    const miners = this.miners ?? [];
    const at = miners.findIndex((each) => each.name === name);
    if (at >= 0) this.miners = miners.with(at, change(miners[at]!));
    else {
      const added = change({} as Miner);
      if (added.config) this.miners = [...miners, added].sort((a, b) => a.name.localeCompare(b.name));
    }
  }

  /** Fetch the events that came since the last one that we hold; asked for meanwhile, once more. */
  #filling: Promise<void> | null = null;
  #again = false;
  #fill(): Promise<void> {
    this.#again = this.#filling !== null;
    this.#filling ??= this.#fillNow()
      .catch(() => undefined) // the next frame tries again
      .finally(() => {
        this.#filling = null;
        if (this.#again) void this.#fill();
      });
    return this.#filling;
  }

  async #fillNow(): Promise<void> {
    const query = this.#seq ? { since: this.#seq, limit: 1000 } : { limit: MOST_EVENTS };
    const page = await asked(this.http.GET('/events', { params: { query } }));
    const fresh = page.items.filter((each) => each.seq > this.#seq).sort((a, b) => b.seq - a.seq);
    if (!fresh.length) return;
    this.#seq = fresh[0]!.seq;
    this.events = [...fresh, ...this.events].slice(0, MOST_EVENTS);
    this.tell();
  }
}

/** With whole figures instead of those before. */
function replaced(miner: Miner, figures: object): Miner {
  return { ...miner, ...figures };
}
