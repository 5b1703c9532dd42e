// The hashrate of one miner over a stretch of time, beside its mean of ten minutes, with what happened.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import '../../components/chart';
import { swatch } from '../../components/chart/words';
import { segment } from '../../components/segment';
import { failure } from '../../history';
import { minerChart } from '../../history/hashrate';
import { rangeNamed, type RangeName } from '../../history/range';
import { bandText } from '../overview/hashrate';

const RANGES: readonly RangeName[] = ['5m', '1h', '6h', '24h', '7d'];

export interface HashrateView {
  range: string | null;
  fit: boolean;
  setRange(range: string): void;
  setFit(fit: boolean): void;
}

export function hashratePanel(app: App, miner: string, view: HashrateView): TemplateResult {
  const { chart, miners, overview } = app.text;
  const range = rangeNamed(view.range, RANGES, '1h');
  const data = minerChart(app, miner, range);
  const failed = failure(app, { range, metrics: ['hashrate'], miner });
  const band = data?.tracks.find((each) => each.band)?.band;
  const lines = data?.tracks[0]?.series ?? [];
  return html`<section class="panel hashrate" aria-labelledby="hashrate-title" id="hashrate">
    <header>
      <h2 id="hashrate-title">${miners.one.hashrate}</h2>
      ${segment(chart.scale, [['zero', chart.from0], ['fit', chart.fit]], view.fit ? 'fit' : 'zero', (chosen) => view.setFit(chosen === 'fit'))}
      ${segment(chart.range, RANGES.map((each) => [each, chart.ranges[each]!] as const), range, view.setRange, 'ranges')}
    </header>
    ${failed && !data ? html`<p class="hint body">${app.explain(failed)}</p>` : nothing}
    ${data && !data.tracks.length
      ? html`<p class="nothing">${chart.nothing}</p>`
      : html`<mining-chart
          .app=${app}
          .data=${data}
          .fit=${view.fit}
          .label=${`${miner}, ${overview.hashrate}, ${chart.ranges[range]}`}
          .legend=${html`${lines.map((each) => html`<span>${swatch(each)}${each.label}</span>`)}${band ? html`<span class="band-sign"></span>${bandText(app, band)}` : nothing}`}
        ></mining-chart>`}
  </section>`;
}
