// The algorithms that a miner computes at once, each with its own figures; never one sum of them.
import { html, nothing, type TemplateResult } from 'lit';
import { named } from '../../algorithm';
import type { App } from '../../app';
import type { Miner, Schemas } from '../../api/client';
import { orNone, quantity } from '../../components/parts';
import { isLive } from '../../state';
import { NONE } from '../../text/numbers';

export function worksPanel(app: App, miner: Miner): TemplateResult | typeof nothing {
  const words = app.text.miners.one.works;
  const works = isLive(miner) ? miner.stats.work : [];
  if (works.length < 2) return nothing;
  return html`<section class="panel" aria-labelledby="works-title" id="works">
    <header><h2 id="works-title">${words.title}</h2></header>
    <ul class="lines">
      ${works.map(
        (work) => html`<li>
          <div class="grow">
            <div class="row"><b>${orNone(app, work.algorithm === null ? NONE : named(work.algorithm))}</b><span class="grow"></span><b>${quantity(app, app.numbers.hashrate(work.hashrate))}</b></div>
            <div class="hint">${shares(app, work)} · ${orNone(app, work.pool ?? NONE)}</div>
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}

function shares(app: App, { shares: { accepted, rejected } }: Schemas['WorkMetrics']): unknown {
  if (accepted === null) return orNone(app, NONE);
  return app.text.miners.one.works.shares(app.numbers.count(accepted), app.numbers.count(rejected ?? 0));
}
