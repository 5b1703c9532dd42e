// The WebSocket: tells frames as they come, tries again when it is lost, and polls over HTTP while only that works.
import { ApiError, asked, type Http } from './client.js';
import type { Frame, SnapshotFrame } from './frames.js';

export type ConnectionState = 'connecting' | 'live' | 'polling' | 'reconnecting' | 'offline' | 'unauthorized';

export interface Connection {
  state: ConnectionState;
  lastData: number | null; // ms since the epoch
  nextTry: number | null; // ms since the epoch
  attempt: number;
  issue: ApiError | null; // what the server said, where it refused us
}

export interface LiveOptions {
  http: Http;
  eventsUrl: string; // ws:// or wss://
  getToken?: () => Promise<string>; // an access key; '' for none
  request?: object; // what to be told, as the WebSocket takes it; else everything, and of figures what is different
  heard(frame: Frame): void;
  changed?(connection: Connection): void;
}

const TOGETHER = { every: 1, delta: true }; // s; the figures of all miners in one frame, and only what is different in them
const FIRST_WAIT = 1000; // ms
const LONGEST_WAIT = 30_000;
const SILENCE = 45_000; // the server pings every 20 s
const POLL_EVERY = 5000;
const BRIEF = 10_000; // ms that a connection may be away before we call it lost

/** Listens from `start` to `end`, in a page or in Node. */
export class Live {
  connection: Connection = { state: 'connecting', lastData: null, nextTry: null, attempt: 0, issue: null };
  #socket: WebSocket | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #heardAt = 0; // ms since the epoch
  #watch: ReturnType<typeof setInterval> | undefined;
  #ended = false;
  #lostAt: number | null = null;
  readonly #soon = () => {
    if (globalThis.document?.visibilityState !== 'hidden' && this.connection.nextTry !== null) this.tryNow();
  };

  constructor(private readonly options: LiveOptions) {}

  start(): void {
    globalThis.addEventListener?.('online', this.#soon);
    globalThis.document?.addEventListener('visibilitychange', this.#soon);
    this.#watch = setInterval(() => this.#listen(), 5000);
    void this.#open();
  }

  end(): void {
    this.#ended = true;
    globalThis.removeEventListener?.('online', this.#soon);
    globalThis.document?.removeEventListener('visibilitychange', this.#soon);
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    this.#socket?.close();
  }

  /** Do not wait for the next try. */
  tryNow(): void {
    clearTimeout(this.#retry);
    void this.#open();
  }

  async #open(): Promise<void> {
    this.#drop();
    let protocols: string[];
    try {
      const token = await this.options.getToken?.();
      protocols = token ? ['mining.v1', `mining.key.${token}`] : [];
    } catch {
      protocols = [];
    }
    if (this.#ended) return;
    let opened = false;
    const socket = (this.#socket = new WebSocket(this.options.eventsUrl, protocols));
    socket.onopen = () => socket.send(JSON.stringify(this.options.request ?? TOGETHER)); // a server that does not know it says so, and tells each figure as it comes
    socket.onmessage = ({ data }) => {
      if (this.#socket !== socket) return;
      opened = true;
      this.#lostAt = null;
      this.#heardAt = Date.now();
      this.#set({ state: 'live', lastData: this.#heardAt, nextTry: null, attempt: 0, issue: null });
      this.options.heard(JSON.parse(data as string) as Frame);
    };
    socket.onclose = () => {
      if (this.#socket !== socket || this.#ended) return;
      void this.#lost(opened);
    };
    this.#heardAt = Date.now();
  }

  /** A socket that says nothing for so long is dead, whatever it claims. */
  #listen(): void {
    if (this.#socket && Date.now() - this.#heardAt > SILENCE) void this.#open();
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  async #lost(opened: boolean): Promise<void> {
    this.#lostAt ??= Date.now();
    const attempt = opened ? 1 : this.connection.attempt + 1;
    const back = Math.min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT);
    let state: ConnectionState;
    let issue: ApiError | null = null;
    let wait = back;
    try {
      const page = await asked(this.options.http.GET('/miners', { params: { query: { limit: 1000 } } }));
      // HTTP answers, so only the socket is lost: the figures come by polling.
      const frame = { type: 'snapshot', seq: 0, timestamp: new Date().toISOString(), data: { miners: page.items } };
      this.options.heard(frame as SnapshotFrame);
      state = opened ? 'reconnecting' : 'polling';
      this.connection = { ...this.connection, lastData: Date.now() };
      wait = opened ? back : POLL_EVERY;
    } catch (error) {
      const refused = error instanceof ApiError && (error.status === 401 || error.status === 403);
      if (refused) issue = error;
      const brief = Date.now() - this.#lostAt < BRIEF && this.connection.lastData !== null;
      state = refused ? 'unauthorized' : brief ? 'reconnecting' : 'offline';
    }
    if (this.#ended) return;
    this.#set({ state, nextTry: Date.now() + wait, attempt, issue });
    this.#retry = setTimeout(() => void this.#open(), wait);
  }

  #set(change: Partial<Connection>): void {
    const before = this.connection;
    this.connection = { ...before, ...change };
    const seconds = (time: number | null) => (time === null ? null : Math.floor(time / 1000));
    const same =
      before.state === this.connection.state &&
      before.nextTry === this.connection.nextTry &&
      before.attempt === this.connection.attempt &&
      seconds(before.lastData) === seconds(this.connection.lastData);
    if (!same) this.options.changed?.(this.connection);
  }
}
