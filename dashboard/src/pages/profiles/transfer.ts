// Profiles as files: out of the browser, and in from a file, with what came of each.
import { html, nothing, type TemplateResult } from 'lit';
import { asked, type Schemas } from '../../api/client';
import type { App } from '../../app';
import { pasteable } from '../../commands';
import { glyph } from '../../components/icons';
import { confirmed } from '../../components/payee-dialog';

/** What a file holds, as far as it can be seen without the server. */
export function kindOf(text: string): 'profiles' | 'xmrig' | 'other' {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return /"?(pools|randomx|donate-level)"?\s*:/.test(text) && /"?url"?\s*:/.test(text) ? 'xmrig' : 'other';
  }
  const whole = (read as { data?: unknown })?.data ?? read;
  if (Array.isArray((whole as { profiles?: unknown })?.profiles)) return 'profiles';
  const pools = (whole as { pools?: { url?: unknown }[] })?.pools;
  return Array.isArray(pools) && pools.some((each) => typeof each?.url === 'string') ? 'xmrig' : 'other';
}

export async function exportProfiles(app: App, id?: string): Promise<void> {
  const query = id ? { id } : {};
  const data = await asked(app.http.GET('/profiles/export', { params: { query: query as never } }));
  const name = id ? data.profiles[0]?.name.replace(/[^\w.-]+/g, '-') : 'profiles';
  save(`${name || 'profile'}.json`, JSON.stringify(data, null, 1));
  app.toast({ kind: 'ok', text: app.text.profiles.secretsLeftOut });
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Import a file; what is no export is explained, with the command that reads it where there is one. */
export async function importFile(app: App, file: File, existing: string[]): Promise<Schemas['Imported'][]> {
  const words = app.text.profiles;
  const text = await file.text();
  const kind = kindOf(text);
  if (kind !== 'profiles') {
    const command = kind === 'xmrig' ? `miner-ctrl import ${file.name}` : `miner-ctrl profile import ${file.name}`;
    const shown = pasteable(command, app.store.info?.commandLine);
    const why = kind === 'xmrig' ? words.xmrigFile : words.notAFile;
    await app.ask({ title: words.notImported, text: html`${why} <code>${shown}</code>`, verb: app.text.vocabulary.verbs.close });
    return [];
  }
  const body = JSON.parse(text.replace(/^\uFEFF/, '')) as { profiles?: { name: string }[]; data?: { profiles: { name: string }[] } };
  const lower = new Set(existing.map((each) => each.toLowerCase()));
  const clash = (body.data ?? body).profiles?.map((each) => each.name).filter((each) => lower.has(String(each).toLowerCase())) ?? [];
  const replace = clash.length > 0 && (await app.ask({ title: words.import, text: words.exists(clash.join(', ')), verb: words.replaceVerb }));
  const act = { action: 'profile.import', targets: [file.name], failed: words.notImported };
  const done = await app.act(act, () =>
    confirmed(app, (confirm) =>
      asked(app.http.POST('/profiles/import', { params: { query: { replace, ...(confirm ? { confirm } : {}) } }, body: body as never })),
    ),
  );
  if (!done) return [];
  const count = (result: string) => done.results.filter((each) => each.result === result).length;
  app.toast({ kind: 'ok', text: words.imported(count('created'), count('replaced')) });
  return done.results;
}

/** Why a profile was skipped, in the page's language. */
function reasonOf(app: App, { reason, wordings }: Schemas['Imported']): string | null {
  return wordings.length ? wordings.map((each) => app.say(each)).join('; ') : reason;
}

/** What came of each profile of a file. */
export function importedPanel(app: App, imported: Schemas['Imported'][], close: () => void): TemplateResult | typeof nothing {
  if (!imported.length) return nothing;
  const words = app.text.profiles;
  return html`<section class="panel" aria-labelledby="imported-title">
    <header>
      <h2 id="imported-title">${words.importTitle}</h2>
      <button class="ghost" @click=${close}>${app.text.vocabulary.verbs.close}</button>
    </header>
    <ul class="lines">
      ${imported.map(
        (each) => html`<li>
          ${glyph(each.result === 'skipped' ? 'degraded' : 'ok')}
          <div class="grow">
            <b>${each.name}</b> ${words.result[each.result] ?? each.result}
            ${[reasonOf(app, each), ...each.payoutWordings.map((change) => app.say(change)), ...each.warningWordings.map((warning) => app.say(warning))].filter(Boolean).map((text) => html`<p class="hint">${text}</p>`)}
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}
