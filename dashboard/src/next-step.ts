// The next step of something that needs attention: a request that one button makes, or a page of the dashboard.
import { ApiError } from './api/client';
import type { Attention } from './api/store';
import type { App } from './app';

const PAGES: Record<string, string> = {
  see_timeline: 'admin/timeline',
  edit_settings: 'settings',
  examine: 'admin',
  install_program: 'miners?tab=available',
  update_program: 'miners?tab=installed',
};

export function isPage(code: string): boolean {
  return code in PAGES || code === 'edit_config' || code === 'see_logs';
}

export function pageOf(app: App, { action, miner }: Attention): string {
  if (action?.code === 'edit_config' && miner) {
    const profile = app.store.miner(miner)?.profileId;
    return profile ? `profiles/${profile}` : `miners/${encodeURIComponent(miner)}?edit`;
  }
  if (action?.code === 'see_logs' && miner) return `miners/${encodeURIComponent(miner)}`;
  return PAGES[action?.code ?? ''] ?? 'overview';
}

export async function run(app: App, { action, miner }: Attention): Promise<void> {
  if (!action?.path || !action.method) return;
  const { path, method } = action;
  const act = { action: action.code, targets: miner ? [miner] : [], done: action.label };
  await app.act(act, async () => {
    const token = await app.token();
    const headers: HeadersInit = token ? { Authorization: `Bearer ${token}` } : {};
    const response = await app.fetcher(`${app.baseUrl}${path}`, { method, headers });
    if (response.ok) return true;
    const body = (await response.json()) as { error: { code: string; message: string; details: Record<string, unknown> } };
    throw new ApiError(response.status, body.error.code, body.error.message, body.error.details);
  });
}
