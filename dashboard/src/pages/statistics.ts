// Statistics: one time axis, a track for each kind of figure, and the same as tables and as a file.
import { css, html, nothing, type TemplateResult } from 'lit';
import { asked } from '../api/client';
import { Piece } from '../app';
import '../components/chart';
import type { Track } from '../components/chart/data';
import { swatch } from '../components/chart/words';
import { icon } from '../components/icons';
import { menu } from '../components/menu';
import { pageHeader, quantity } from '../components/parts';
import { segment } from '../components/segment';
import { download, exportHistory } from '../export';
import { failure, known } from '../history';
import { rangeNamed, type RangeName } from '../history/range';
import { METRICS, STATISTICS_RANGES, sheetOf, type Panel, type Sheet } from './statistics/tracks';

export const TAG = 'mining-statistics-page';
const HOT = 85; // °C where the server does not say

class StatisticsPage extends Piece {
  static override sheet = css`
    .statistics-bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
    }
    .statistics-bar select {
      width: auto;
      max-width: 240px;
      min-height: 32px;
      padding: 4px 8px;
    }
    .statistics .chart-track {
      border-top: 1px solid var(--c-line);
      padding: 12px 16px;
    }
    .statistics .chart-track:first-child {
      border-top: 0;
    }
    .statistics .chart-foot {
      margin-top: 0;
    }
    .statistics .about, .statistics-legend {
      font-size: 0.78125rem;
      color: var(--c-text-2);
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 12px;
    }
    .statistics-legend span {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      overflow-wrap: anywhere;
    }
    .statistics-facts {
      margin-top: 8px;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      font-size: 0.8125rem;
    }
    .statistics-facts dt {
      color: var(--c-text-2);
    }
    .statistics-facts dd {
      text-align: right;
      white-space: nowrap;
    }
    .statistics-facts dd.hint {
      grid-column: 1 / -1;
      white-space: normal;
    }
    @container dashboard (max-width: 51.2437rem) {
      .statistics-facts {
        grid-template-columns: repeat(auto-fit, minmax(90px, 1fr));
        grid-auto-flow: row;
      }
      .statistics-facts div {
        display: grid;
      }
      .statistics-facts dd {
        text-align: left;
      }
    }
    @container dashboard (min-width: 51.25rem) {
      .statistics-facts div {
        display: contents;
      }
    }
    @container dashboard (max-width: 44.9937rem) {
      .statistics-bar select {
        width: 100%;
        max-width: none;
        min-height: 44px;
      }
      .statistics-bar .segment {
        width: 100%;
      }
      .statistics-bar .segment button {
        flex: 1;
      }
    }
  `;
  #hot = HOT;
  #hotAsked = -1;

  override render(): TemplateResult {
    const { app } = this;
    const { statistics, vocabulary, chart } = app.text;
    const range = rangeNamed(app.range ?? app.preferences.range, STATISTICS_RANGES, '24h');
    this.#askHot();
    return html`${pageHeader(vocabulary.pages.statistics, nothing, this.#export(range))}
      <div class="content">
        <div class="statistics-bar">
          ${segment(chart.range, STATISTICS_RANGES.map((each) => [each, chart.ranges[each]!] as const), range, (chosen) => app.setRange(chosen), 'ranges')}
          ${this.#scope()}
          <label class="choice">
            <input class="switch" type="checkbox" role="switch" .checked=${this.#compares} @change=${() => this.#ask({ compare: this.#compares ? '' : '1' })} />
            ${statistics.compare(statistics.before[range]!)}
          </label>
        </div>
        ${this.#panel(range)}
      </div>`;
  }

  get #miner(): string {
    return this.app.place.query.get('miner') ?? '';
  }

  get #compares(): boolean {
    return this.app.place.query.get('compare') === '1';
  }

  /** Change what the address asks for. */
  #ask(change: Record<string, string>): void {
    const query = new URLSearchParams(this.app.place.query);
    for (const [name, value] of Object.entries(change)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const tail = query.toString();
    this.app.go(`statistics${tail ? `?${tail}` : ''}`);
  }

  #scope(): TemplateResult {
    const { statistics } = this.app.text;
    const names = (this.app.store.miners ?? []).map(({ name }) => name);
    const chosen = this.#miner;
    if (chosen && !names.includes(chosen)) names.push(chosen);
    return html`<select aria-label=${statistics.scope} @change=${(event: Event) => this.#ask({ miner: (event.target as HTMLSelectElement).value })}>
      <option value="" ?selected=${!chosen}>${statistics.all} (${this.app.store.miners?.length ?? 0})</option>
      ${names.map((name) => html`<option value=${name} ?selected=${name === chosen}>${name}</option>`)}
    </select>`;
  }

  #sheet(range: RangeName): Sheet | null {
    const wanted = { range, metrics: METRICS, ...(this.#miner ? { miner: this.#miner } : {}) };
    const all = known(this.app, wanted);
    const before = this.#compares ? known(this.app, { ...wanted, before: true }) : null;
    return all && sheetOf(this.app, range, all, before, this.#hot, this.app.store.usual);
  }

  #panel(range: RangeName): TemplateResult {
    const { app } = this;
    const { statistics, chart } = app.text;
    const wanted = { range, metrics: METRICS, ...(this.#miner ? { miner: this.#miner } : {}) };
    const sheet = this.#sheet(range);
    const failed = failure(app, wanted);
    if (failed && !sheet) return html`<div class="panel nothing" role="alert">${app.explain(failed)}</div>`;
    if (sheet && !sheet.panels.size) return html`<div class="panel nothing"><p>${statistics.nothing}</p><p class="hint">${statistics.shortly}</p></div>`;
    return html`<section class="panel statistics" aria-label=${app.text.vocabulary.pages.statistics}>
      <mining-chart
        layout="beside"
        .app=${app}
        .data=${sheet?.chart ?? null}
        .label=${`${app.text.vocabulary.pages.statistics}, ${chart.ranges[range]}${this.#miner ? `, ${this.#miner}` : ''}`}
        .heads=${(track: Track) => this.#head(sheet!.panels.get(track.id)!)}
        .legend=${chart.gapsMean}
      ></mining-chart>
    </section>`;
  }

  #head({ track, about, facts }: Panel): TemplateResult {
    const { app } = this;
    const alone = track.series.length === 1;
    return html`<h2>${track.title}</h2>
      ${about ? html`<div class="about">${alone && track.kind !== 'bars' ? swatch(track.series[0]!) : nothing}${about}</div>` : nothing}
      ${alone ? nothing : html`<div class="statistics-legend">${track.series.map((series) => html`<span>${swatch(series)}${series.label}</span>`)}</div>`}
      <dl class="statistics-facts">
        ${facts.map(
          ({ label, value, hint }) => html`<div>
            <dt>${label}</dt>
            <dd>${quantity(app, value)}</dd>
            ${hint ? html`<dd class="hint">${hint}</dd>` : nothing}
          </div>`,
        )}
      </dl>`;
  }

  #export(range: RangeName): TemplateResult {
    const { app } = this;
    const { statistics } = app.text;
    const face = html`${icon('download')}${statistics.export} <span class="hint">${statistics.exportKinds}</span>${icon('down')}`;
    const items = (['csv', 'json'] as const).map((format) => ({ label: statistics[format], run: () => void this.#download(format, range) }));
    return menu(app, statistics.export, items, { face, reads: true });
  }

  async #download(format: 'csv' | 'json', range: RangeName): Promise<void> {
    const { app } = this;
    const { statistics } = app.text;
    try {
      const file = await exportHistory(app, { format, range, scope: this.#miner ? `miner:${this.#miner}` : 'all' });
      const name = `mining-${this.#miner ? `${this.#miner}-` : ''}${range}-${new Date().toISOString().slice(0, 10)}.${format}`;
      download(this, file, name);
      app.toast({ kind: 'ok', text: statistics.exported(name) });
    } catch (error) {
      app.toast({ kind: 'error', text: `${statistics.exportFailed}: ${app.explain(error)}` });
    }
  }

  /** From which temperature on the server finds something hot. */
  #askHot(): void {
    const { store, http } = this.app;
    if (this.#hotAsked === store.settingsChanged || store.miners === null) return;
    this.#hotAsked = store.settingsChanged;
    asked(http.GET('/settings')).then(
      ({ values }) => {
        this.#hot = (values as { hotTemperature?: number }).hotTemperature ?? HOT;
        this.requestUpdate();
      },
      () => undefined, // who may not read settings sees the usual limit
    );
  }
}

customElements.define(TAG, StatisticsPage);
