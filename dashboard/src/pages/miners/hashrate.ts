// The hashrate of one miner, or of one of its cards, over a stretch of time, beside its mean of ten minutes, with what happened.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import { cardName, cardNamed, cardOf } from '../../card';
import '../../components/chart';
import { swatch } from '../../components/chart/words';
import { segment } from '../../components/segment';
import { failure } from '../../history';
import { hashrateOf, minerChart } from '../../history/hashrate';
import { rangeNamed, type RangeName } from '../../history/range';
import { bandText } from '../overview/hashrate';

const RANGES: readonly RangeName[] = ['5m', '1h', '6h', '24h', '7d'];

export interface HashrateView {
  range: string | null;
  card: string | null; // the whole miner where there is none
  fit: boolean;
  set(change: { range?: string; card?: string }): void;
  setFit(fit: boolean): void;
}

export function hashratePanel(app: App, miner: string, view: HashrateView): TemplateResult {
  const { chart, miners, overview } = app.text;
  const range = rangeNamed(view.range, RANGES, '1h');
  const data = minerChart(app, miner, range, view.card);
  const failed = failure(app, hashrateOf(miner, range, view.card));
  const band = data?.tracks.find((each) => each.band)?.band;
  const cards = cardsOf(app, miner, view.card);
  const card = cards.find(([id]) => id === view.card)?.[1];
  const lines = data?.tracks[0]?.series ?? [];
  return html`<section class="panel hashrate" aria-labelledby="hashrate-title" id="hashrate">
    <header>
      <h2 id="hashrate-title">${miners.one.hashrate}</h2>
      ${cards.length > 1 || view.card ? cardChoice(app, cards, view) : nothing}
      ${segment(chart.scale, [['zero', chart.from0], ['fit', chart.fit]], view.fit ? 'fit' : 'zero', (chosen) => view.setFit(chosen === 'fit'))}
      ${segment(chart.range, RANGES.map((each) => [each, chart.ranges[each]!] as const), range, (chosen) => view.set({ range: chosen }), 'ranges')}
    </header>
    ${failed && !data ? html`<p class="hint body">${app.explain(failed)}</p>` : nothing}
    ${data && !data.tracks.length
      ? html`<p class="nothing">${chart.nothing}</p>`
      : html`<mining-chart
          .app=${app}
          .data=${data}
          .fit=${view.fit}
          .label=${[miner, card, overview.hashrate, chart.ranges[range]].filter(Boolean).join(', ')}
          .legend=${html`${lines.map((each) => html`<span>${swatch(each)} ${each.label}</span>`)}${band ? html`<span><span class="band-sign"></span> ${bandText(app, band)}</span>` : nothing}`}
        ></mining-chart>`}
  </section>`;
}

/** The cards whose hashrate can be drawn, each with its name: those in use, and the chosen one. */
function cardsOf(app: App, name: string, chosen: string | null): [string, string][] {
  const miner = app.store.miner(name);
  const cards = (miner?.stats.gpu ?? []).map((each): [string, string] => [cardOf(each), `${each.id} ${cardName(each)}`]);
  return chosen && !cardNamed(miner, chosen) ? [...cards, [chosen, chosen]] : cards;
}

function cardChoice(app: App, cards: [string, string][], { card, set }: HashrateView): TemplateResult {
  const words = app.text.miners.one.gpus;
  return html`<select aria-label=${words.whose} @change=${(event: Event) => set({ card: (event.target as HTMLSelectElement).value })}>
    <option value="" .selected=${!card}>${words.all}</option>
    ${cards.map(([id, label]) => html`<option value=${id} .selected=${id === card}>${label}</option>`)}
  </select>`;
}
