// The hashrate of each algorithm over a stretch of time, with what is usual and what happened.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import '../../components/chart';
import { swatch } from '../../components/chart/words';
import type { Track } from '../../components/chart/data';
import { quantity } from '../../components/parts';
import { segment } from '../../components/segment';
import { failure } from '../../history';
import { hashrateChart } from '../../history/hashrate';
import { rangeNamed, type RangeName } from '../../history/range';
import { totals } from '../../totals';

export const OVERVIEW_RANGES: readonly RangeName[] = ['1h', '6h', '24h', '7d', '30d'];

export function hashratePanel(app: App): TemplateResult {
  const { overview, chart } = app.text;
  const range = rangeNamed(app.range ?? app.preferences.range, OVERVIEW_RANGES, '24h');
  const data = hashrateChart(app, range);
  const failed = failure(app, { range, metrics: ['hashrate'] });
  return html`<section class="panel hashrate" aria-labelledby="overview-hashrate">
    <header>
      <h2 id="overview-hashrate">${overview.hashrate}</h2>
      ${segment(chart.range, OVERVIEW_RANGES.map((each) => [each, chart.ranges[each]!] as const), range, (chosen) => app.setRange(chosen), 'ranges')}
    </header>
    ${failed && !data ? html`<p class="hint body">${app.explain(failed)}</p>` : nothing}
    ${data && !data.tracks.length
      ? html`<p class="nothing">${chart.nothing}</p>`
      : html`<mining-chart
          .app=${app}
          .data=${data}
          .label=${`${overview.hashrate}, ${chart.ranges[range]}`}
          .heads=${(track: Track) => head(app, track)}
          .legend=${data?.tracks.some(({ band }) => band) ? html`<span class="band-sign"></span>${overview.usualLegend}` : nothing}
        ></mining-chart>`}
  </section>`;
}

function head(app: App, track: Track): TemplateResult {
  const { numbers } = app;
  const now = totals(app.store).find(({ algorithm }) => algorithm === track.id)?.hashrate;
  const { band } = track;
  return html`<h3 class="row">
    ${swatch(track.series[0]!)}${track.title} <span class="now"><span>${quantity(app, numbers.hashrate(now))}</span></span>
    ${band ? html`<span class="hint">${bandText(app, band)}</span>` : nothing}
  </h3>`;
}

/** What is usual, in one unit. */
export function bandText(app: App, { low, high }: { low: number; high: number }): string {
  const { divisor, unit } = app.numbers.onOneUnit(high);
  const places = high / divisor >= 100 ? 0 : 1;
  return app.text.overview.usualRange(app.numbers.decimal(low / divisor, places), `${app.numbers.decimal(high / divisor, places)}\u202f${unit}`);
}

export const hashratePanelSheet = css`
  .hashrate h3 {
    padding-top: 4px;
  }
  .hashrate h3 .now, .hashrate h3 .hint {
    font-weight: 400;
  }
  /* As wide as any of its figures, so that another one is laid out in it alone, and not in the page. */
  .hashrate h3 .now > span {
    contain: size layout;
    display: block;
    width: 6.25em;
    height: 1lh;
    white-space: nowrap;
  }
  .band-sign {
    width: 14px;
    height: 8px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--c-ctrl) 40%, transparent);
    display: inline-block;
    border: 1px solid var(--c-ctrl);
  }
`;
