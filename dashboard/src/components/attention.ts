// What needs attention: what it is, since when, and the next step as a button or a command.
import { html, nothing, type TemplateResult } from 'lit';
import type { Attention } from '../api/store';
import type { App } from '../app';
import { pasteable } from '../commands';
import { glyph, type GlyphName } from './icons';
import { ago, button, viewLink } from './parts';
import { isPage, pageOf, run } from '../next-step';

const GLYPHS: Record<string, GlyphName> = { error: 'failed', warning: 'degraded', hint: 'hint' };

export function attentionRows(app: App, items: Attention[]): TemplateResult | typeof nothing {
  if (!items.length) return nothing;
  return html`<section class="panel attention" aria-label=${app.text.overview.attention}>
    <ul class="lines">
      ${items.map((item) => row(app, item))}
    </ul>
  </section>`;
}

function row(app: App, item: Attention): TemplateResult {
  const { vocabulary } = app.text;
  const { action } = item;
  return html`<li>
    ${glyph(GLYPHS[item.severity] ?? 'hint', vocabulary.severity[item.severity] ?? item.severity)}
    <div class="grow">
      <p class="title">${item.miner ? html`<b>${item.miner}</b>: ` : nothing}${app.say(item)}</p>
      <p class="hint">${vocabulary.since(app.numbers.time(item.since))} (${ago(app, item.since)})${action?.command ? html` · <code>${pasteable(action.command, app.store.info?.commandLine)}</code>` : nothing}</p>
    </div>
    <div class="row">
      ${item.severity === 'hint'
        ? button(app, vocabulary.verbs.dismiss, () => app.prefer({ dismissed: [...app.preferences.dismissed, item.id] }), { classes: 'ghost' })
        : nothing}
      ${item.miner && app.place.rest[0] !== item.miner ? viewLink(app, `miners/${encodeURIComponent(item.miner)}`, vocabulary.verbs.open, 'button') : nothing}
      ${action?.path
        ? button(app, nextLabel(app, action), () => void run(app, item), { changes: true })
        : action && isPage(action.code)
          ? viewLink(app, pageOf(app, item), nextLabel(app, action), 'button')
          : nothing}
    </div>
  </li>`;
}

function nextLabel(app: App, action: NonNullable<Attention['action']>): string {
  return app.say({ text: action.label, message: `action.${action.code}`, params: {} });
}

/** All that is to be shown: dismissed hints stay away. */
export function openAttention(app: App, miner?: string): Attention[] {
  const { dismissed } = app.preferences;
  return app.store.attention.filter(
    (each) => (miner === undefined || each.miner === miner) && (each.severity !== 'hint' || !dismissed.includes(each.id)),
  );
}
