// What is asked of the API for a profile: save, run, stop, delete.
import { asked, type Schemas } from '../../api/client';
import type { App } from '../../app';
import { configOf, type Draft } from '../../components/config-editor/draft';
import { confirmed } from '../../components/payee-dialog';
import { isLive } from '../../state';
import { minersOf, type Profile } from './list';

type Named = Pick<Profile, 'id' | 'name'>;

export function liveMiners(app: App, id: string): string[] {
  return minersOf(app, id).filter(isLive).map((each) => each.name);
}

/** Save as a new profile, or in the place of one. Undefined where the page around forbids it; throws what the API refused. */
export async function saveProfile(app: App, draft: Draft, id: string | null): Promise<Schemas['SavedProfile'] | undefined> {
  const body = { name: draft.name.trim(), description: draft.description, minerType: draft.minerType, config: configOf(draft) } as never;
  return app.act({ action: 'profile.save', targets: [draft.name.trim()], quiet: true }, () =>
    confirmed(app, (confirm) => {
      const query = confirm ? { confirm } : {};
      return id
        ? asked(app.http.PUT('/profiles/{id}', { params: { path: { id }, query }, body }))
        : asked(app.http.POST('/profiles', { params: { query }, body }));
    }),
  );
}

/** Restart these miners with the profile. */
export async function restartWith(app: App, { id, name }: Named, miners: string[]): Promise<void> {
  const done = app.text.profiles.savedRestarted(name, miners.length);
  await app.act({ action: 'restart', targets: miners, done, failed: app.text.vocabulary.failed.restart(miners.join(', ')) }, async () => {
    for (const miner of miners) {
      await confirmed(app, (confirm) =>
        asked(app.http.POST('/miners/{miner}/restart', { params: { path: { miner }, query: { profile: id, ...(confirm ? { confirm } : {}) } } })),
      );
    }
    return true;
  });
}

export async function startProfile(app: App, { id, name }: Named): Promise<void> {
  const { done, failed } = app.text.vocabulary;
  await app.act({ action: 'start', targets: [name], done: done.start(name), failed: failed.start(name) }, () =>
    confirmed(app, (confirm) => asked(app.http.POST('/profiles/{id}/start', { params: { path: { id }, query: confirm ? { confirm } : {} } }))),
  );
}

/** Stop all miners that run with it; asks where there are several. */
export async function stopProfile(app: App, { id, name }: Named): Promise<void> {
  const { done, failed, confirm } = app.text.vocabulary;
  const live = liveMiners(app, id);
  const several = { title: confirm.stopAll(live.length), text: confirm.stopAllText(live.join(', ')), verb: confirm.stopAllVerb(live.length), danger: true };
  if (live.length > 1 && !(await app.ask(several))) return;
  await app.act({ action: 'stop', targets: live, done: done.stop(name), failed: failed.stop(name) }, () =>
    Promise.all(live.map((miner) => asked(app.http.DELETE('/miners/{miner}', { params: { path: { miner } } })))),
  );
}

/** Delete it after a question; whether it is gone. */
export async function deleteProfile(app: App, { id, name }: Named): Promise<boolean> {
  const words = app.text.profiles;
  const sure = await app.ask({ title: words.deleteAsk(name), text: words.deleteText, verb: app.text.vocabulary.verbs.delete, danger: true });
  if (!sure) return false;
  const act = { action: 'profile.delete', targets: [name], done: words.deleted(name), failed: words.notDeleted(name) };
  return (await app.act(act, () => asked(app.http.DELETE('/profiles/{id}', { params: { path: { id } } })))) !== undefined;
}
