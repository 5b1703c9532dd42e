// The last button of the wizard: install the program, save the profile, start it. Each step is told as it comes.
import { ApiError, asked, type Schemas } from '../../api/client';
import type { App } from '../../app';
import { confirmed } from '../../components/payee-dialog';

type Config = Schemas['Config'];
type Job = Schemas['InstallJob'];

const LOOK_EVERY = 1000; // ms

export interface Wish {
  type: string;
  name: string;
  config: Config;
  install: boolean;
  start: boolean;
  force: boolean;
}

export type Stage = 'install' | 'save' | 'start';

export interface Failure {
  stage: Stage;
  text: string;
  unproven: boolean; // nothing proved the file, and nothing spoke against it
}

/** Do it all; the profile's id. Throws what the API refused, after `at` has named the stage. */
export async function launch(app: App, wish: Wish, at: (stage: Stage, job: Job | null) => void): Promise<string> {
  if (wish.install) {
    at('install', null);
    await install(app, wish.type, (job) => at('install', job));
  }
  at('save', null);
  const id = await save(app, wish);
  if (!wish.start) return id;
  at('start', null);
  const path = { id };
  await confirmed(app, (confirm) => asked(app.http.POST('/profiles/{id}/start', { params: { path, query: { restart: true, force: wish.force, ...(confirm ? { confirm } : {}) } } })));
  return id;
}

async function install(app: App, type: string, heard: (job: Job) => void): Promise<void> {
  let job = (await asked(app.http.POST('/miners/{type}/install', { params: { path: { type }, query: { wait: false } } }))) as Job;
  while (job.state === 'running') {
    heard(job);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    job = app.store.jobs.get(job.id) ?? (await asked(app.http.GET('/jobs/{id}', { params: { path: { id: job.id } } })));
  }
  if (job.state === 'failed') throw new ApiError(503, job.error?.code ?? 'DOWNLOAD_FAILED', job.error?.message ?? job.message, job.error?.details as Record<string, unknown>);
}

/** Save as a new profile; the wizard's own one of before is replaced, nobody else's is. */
async function save(app: App, { type, name, config }: Wish): Promise<string> {
  const body = { name, minerType: type, config } as never;
  try {
    return (await confirmed(app, (confirm) => asked(app.http.POST('/profiles', { params: { query: confirm ? { confirm } : {} }, body })))).id;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'PROFILE_ALREADY_EXISTS') throw error;
    const id = String(error.details['id']);
    const other = await asked(app.http.GET('/profiles/{id}', { params: { path: { id } } }));
    const same = other.minerType === type && other.config.pool === config.pool && other.config.wallet === config.wallet;
    if (!same) throw error;
    return (await confirmed(app, (confirm) => asked(app.http.PUT('/profiles/{id}', { params: { path: { id }, query: confirm ? { confirm } : {} }, body })))).id;
  }
}
