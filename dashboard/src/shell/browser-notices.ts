// Tells the person by the browser of what happens, while the tab is open: each event once, many together.
import type { MiningEvent } from '../api/client';
import type { App } from '../app';

/** What may be chosen, each standing for some kinds of events. */
export const NOTICE_KINDS: Record<string, string[]> = {
  problems: ['crash', 'error', 'hang', 'exit', 'degraded'],
  recovered: ['recovered'],
  payouts: ['payout'],
  runs: ['start', 'stop', 'restart', 'pause', 'resume', 'adopt'],
  programs: ['install', 'update', 'rollback', 'uninstall'],
  server: ['daemon.start', 'daemon.stop', 'settings', 'key'],
};

const SINGLE = 3; // more at once become one

export interface Choice {
  newest: number; // the seq up to which all are dealt with
  events: MiningEvent[]; // the oldest first
}

/** Which events are news; where nothing was dealt with yet, none is. */
export function news(events: readonly MiningEvent[], dealtWith: number | null, kinds: readonly string[]): Choice {
  const newest = events[0]?.seq ?? 0;
  if (dealtWith === null) return { newest, events: [] }; // the first look
  const fresh = events.filter((each) => each.seq > dealtWith && kinds.includes(each.event));
  return { newest, events: fresh.reverse() };
}

export class BrowserNotices {
  #dealtWith: number | null = null;

  constructor(private readonly app: App) {}

  /** Look at the timeline, and tell what is new. */
  look(): void {
    const { store, preferences } = this.app;
    if (!store.events.length && this.#dealtWith === null) return;
    const { newest, events } = news(store.events, this.#dealtWith, preferences.notifyAbout);
    this.#dealtWith = newest;
    if (!events.length || !('Notification' in globalThis) || Notification.permission !== 'granted') return;
    if (events.length <= SINGLE) events.forEach((event) => this.#tell(event));
    else this.#tellAll(events);
  }

  #tell(event: MiningEvent): void {
    const { app } = this;
    const kind = app.text.vocabulary.events[event.event] ?? event.event;
    this.#show(event.miner ? `${event.miner}: ${kind}` : kind, app.say(event), event.seq, event.miner ? `miners/${encodeURIComponent(event.miner)}` : 'admin/timeline');
  }

  #tellAll(events: MiningEvent[]): void {
    const { app } = this;
    const lines = events.slice(-SINGLE).map((event) => `${event.miner ? `${event.miner}: ` : ''}${app.say(event)}`);
    this.#show(app.text.vocabulary.manyEvents(events.length), lines.join('\n'), events.at(-1)!.seq, 'admin/timeline');
  }

  /** Tabs beside each other show the same tag once. */
  #show(title: string, body: string, seq: number, view: string): void {
    const notification = new Notification(title, { body, tag: `mining-${seq}`, lang: document.documentElement.lang });
    notification.onclick = () => {
      focus();
      this.app.go(view);
      notification.close();
    };
  }
}
