// What a person does with miners, from wherever it is done.
import { asked } from './api/client';
import type { App } from './app';

export type MinerVerb = 'restart' | 'stop' | 'pause' | 'resume' | 'forget' | 'start';

/** What came of an action for one of several miners. */
export interface Result {
  name: string;
  error: string | null; // null: it was done
}

/** Do it to several miners at once; a result for each. Undefined where it was refused before it began, or not confirmed. */
export async function actOnAll(app: App, verb: Exclude<MinerVerb, 'forget'>, names: string[], begins = () => {}): Promise<Result[] | undefined> {
  const { confirm } = app.text.vocabulary;
  if (verb === 'stop' && names.length > 1) {
    const question = { title: confirm.stopAll(names.length), text: confirm.stopAllText(names.join(', ')), verb: confirm.stopAllVerb(names.length), danger: true };
    if (!(await app.ask(question))) return undefined;
  }
  begins();
  const one = async (name: string): Promise<Result> => {
    try {
      await request(app, verb, name);
      return { name, error: null };
    } catch (error) {
      return { name, error: app.explain(error) };
    }
  };
  return app.act(
    { action: verb, targets: names },
    () => Promise.all(names.map(one)),
    (results) => results.flatMap(({ name, error }) => (error === null ? [] : [{ target: name, error }])),
  );
}

/** Do it to one miner; whether it was done. A stopped miner is started by its restart. */
export async function actOn(app: App, verb: MinerVerb, name: string): Promise<boolean> {
  const { vocabulary } = app.text;
  if (verb === 'forget') {
    const sure = await app.ask({
      title: vocabulary.confirm.forget(name),
      text: vocabulary.confirm.forgetText,
      verb: vocabulary.verbs.forget,
      danger: true,
    });
    if (!sure) return false;
  }
  const act = { action: verb, targets: [name], done: vocabulary.done[verb](name), failed: vocabulary.failed[verb](name) };
  return (await app.act(act, () => request(app, verb, name))) !== undefined;
}

/** The request alone. */
export function request(app: App, verb: MinerVerb, name: string): Promise<unknown> {
  const params = { path: { miner: name } };
  switch (verb) {
    case 'stop':
      return asked(app.http.DELETE('/miners/{miner}', { params }));
    case 'forget':
      return asked(app.http.DELETE('/miners/{miner}', { params: { ...params, query: { forget: true } } }));
    case 'start':
    case 'restart':
      return asked(app.http.POST('/miners/{miner}/restart', { params }));
    case 'pause':
      return asked(app.http.POST('/miners/{miner}/pause', { params }));
    case 'resume':
      return asked(app.http.POST('/miners/{miner}/resume', { params }));
  }
}
