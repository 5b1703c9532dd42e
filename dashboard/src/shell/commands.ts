// Where search leads, and what it can do: each a word, a kind, and an act.
import { actOn } from '../actions';
import { asked, type Schemas } from '../api/client';
import type { App } from '../app';
import type { IconName } from '../components/icons';
import { verbsOf } from '../components/miners-table';

export interface Command {
  kind: 'page' | 'miner' | 'profile' | 'action';
  icon: IconName;
  text: string;
  hint?: string;
  run(): void;
}

const PAGES: IconName[] = ['overview', 'statistics', 'miners', 'profiles', 'pools', 'admin', 'settings'];
const VERB_ICONS: Record<string, IconName> = { start: 'start', stop: 'stop', restart: 'restart', pause: 'pause', resume: 'start' };

export function commands(app: App, profiles: readonly Schemas['MiningProfile'][]): Command[] {
  const words = app.text.search;
  const { pages } = app.text.vocabulary;
  const go = (view: string) => () => app.go(view);
  const miners = app.store.miners ?? [];
  const all: Command[] = [
    ...PAGES.map((page): Command => ({ kind: 'page', icon: page, text: pages[page as keyof typeof pages], run: go(page) })),
    { kind: 'page', icon: 'clock', text: words.timeline, run: go('admin/timeline') },
    ...miners.map((miner): Command => ({ kind: 'miner', icon: 'miners', text: words.open(miner.name), hint: miner.type, run: go(`miners/${encodeURIComponent(miner.name)}`) })),
    ...profiles.map((profile): Command => ({ kind: 'profile', icon: 'profiles', text: words.open(profile.name), hint: profile.minerType, run: go(`profiles/${profile.id}`) })),
  ];
  const themes = (['dark', 'light', 'auto'] as const).map((theme): Command => ({ kind: 'action', icon: 'settings', text: words.themes[theme], run: () => app.prefer({ theme }) }));
  if (app.locked || app.stale) return [...all, ...themes];
  return [
    ...all,
    ...miners.flatMap((miner) =>
      verbsOf(miner)
        .filter((verb) => verb !== 'forget')
        .map((verb): Command => ({ kind: 'action', icon: VERB_ICONS[verb]!, text: words.verbs[verb](miner.name), hint: miner.type, run: () => void actOn(app, verb, miner.name) })),
    ),
    ...profiles.map((profile): Command => ({ kind: 'action', icon: 'start', text: words.startProfile(profile.name), hint: profile.minerType, run: () => void startProfile(app, profile) })),
    { kind: 'action', icon: 'admin', text: words.doctor, run: go('admin?look=now') },
    { kind: 'action', icon: 'settings', text: words.testNotifications, run: () => void testNotifications(app) },
    ...themes,
  ];
}

async function startProfile(app: App, { id, name }: Schemas['MiningProfile']): Promise<void> {
  const words = app.text.search;
  const act = { action: 'profile.start', targets: [id], done: words.started(name), failed: words.notStarted };
  await app.act(act, () => asked(app.http.POST('/profiles/{id}/start', { params: { path: { id } } })));
}

/** Each target's result as a message of its own. */
async function testNotifications(app: App): Promise<void> {
  const act = { action: 'notifications.test', targets: [] };
  const answer = await app.act(act, () => asked(app.http.POST('/notifications/test')));
  const { taken } = app.text.settings.targets;
  for (const { target, ok, issue, wording } of answer?.results ?? []) {
    app.toast({ kind: ok ? 'ok' : 'error', text: `${target}: ${ok ? taken : app.say({ text: issue ?? '', ...wording })}` });
  }
}
