// The bar that floats over the table while miners are chosen: what can be done with them, and what came of it for each.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import type { MinerVerb, Result } from '../../actions';
import type { Miner } from '../../api/client';
import { glyph, icon } from '../../components/icons';
import { verbsOf } from '../../components/miners-table';
import { button } from '../../components/parts';

export type BulkVerb = Exclude<MinerVerb, 'forget'>;

export interface Bulk {
  miners: Miner[]; // those that are chosen
  results: { verb: BulkVerb; list: Result[] } | null;
  busy: boolean;
  act(verb: BulkVerb, names: string[]): void;
  clear(): void;
}

const VERBS: BulkVerb[] = ['start', 'resume', 'pause', 'restart', 'stop'];

export function bulkBar(app: App, bulk: Bulk): TemplateResult | typeof nothing {
  const words = app.text.miners.bulk;
  if (!bulk.miners.length && !bulk.results) return nothing;
  return html`<section class="bulk" aria-label=${words.label}>
    ${bulk.results ? outcome(app, bulk, bulk.results) : nothing}
    ${bulk.miners.length
      ? html`<div class="row">
          <b class="grow" role="status">${bulk.busy ? words.working : words.selected(bulk.miners.length)}</b>
          ${VERBS.map((verb) => {
            const names = bulk.miners.filter((each) => verbsOf(each).includes(verb)).map((each) => each.name);
            if (!names.length) return nothing;
            return button(app, words[verb](names.length), () => bulk.act(verb, names), { changes: true, classes: verb === 'stop' ? 'danger' : '', busy: bulk.busy ? words[verb](names.length) : null });
          })}
          ${button(app, icon('close'), bulk.clear, { classes: 'ghost icon-only', label: words.clear })}
        </div>`
      : nothing}
  </section>`;
}

function outcome(app: App, bulk: Bulk, { verb, list }: NonNullable<Bulk['results']>): TemplateResult {
  const words = app.text.miners.bulk;
  const { vocabulary } = app.text;
  const failed = list.filter((each) => each.error !== null);
  return html`<div class="outcome">
    <div class="row">
      <b class="grow" role="status">${words.result(list.length - failed.length, list.length)}</b>
      ${failed.length ? button(app, words.retry(failed.length), () => bulk.act(verb, failed.map((each) => each.name)), { changes: true }) : nothing}
      ${bulk.miners.length ? nothing : button(app, icon('close'), bulk.clear, { classes: 'ghost icon-only', label: vocabulary.verbs.close })}
    </div>
    <ul>
      ${list.map(
        ({ name, error }) => html`<li>
          ${glyph(error === null ? 'ok' : 'failed')}<span class="wrap">${error === null ? vocabulary.done[verb](name) : `${vocabulary.failed[verb](name)}: ${error}`}</span>
        </li>`,
      )}
    </ul>
  </div>`;
}

export const bulkSheet = css`
  .bulk {
    position: sticky;
    bottom: 16px;
    z-index: 5;
    display: grid;
    gap: 12px;
    padding: 10px 16px;
    border: 1px solid var(--c-line-2);
    border-radius: 10px;
    background: var(--c-raised);
    box-shadow: var(--c-shadow);
  }
  .bulk .outcome ul {
    max-height: 160px;
    overflow: auto;
    display: grid;
    gap: 4px;
    margin-top: 8px;
  }
  .bulk .outcome li {
    display: flex;
    gap: 8px;
    align-items: baseline;
    font-size: 0.8125rem;
  }
  @container dashboard (max-width: 44.9937rem) {
    .bulk {
      bottom: 72px;
    }
  }
`;
