// <mining-chart>: small multiples on one time axis, with a crosshair for mouse and keys, and the same as tables.
import { css, html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import uplotSheet from 'uplot/dist/uPlot.min.css?inline';
import { Piece, type App } from '../app';
import { bucketAt, extentOf, isCarriedOn, timesOf, stepOf, type ChartData, type Track } from './chart/data';
import { chartSheet } from './chart/sheet';
import { Plot, lookOf, type Look, type PlotOptions } from './chart/plot';
import { pointText, summary, tables, tip } from './chart/words';

export type { ChartData, Track };

const DRAWN_WITHIN = 2000; // ms, where it is only carried on
const LOOK_EVERY = 60_000; // ms; a page around may change its colours in ways that tell nobody

export class Chart extends Piece {
  static override sheet = [css`${unsafeCSS(uplotSheet)}`, chartSheet];
  static override properties = {
    ...Piece.properties,
    data: { attribute: false },
    label: { attribute: false },
    heads: { attribute: false },
    legend: { attribute: false },
    layout: { reflect: true },
    fit: { attribute: false },
    asTable: { state: true },
    at: { state: true },
  };
  declare data: ChartData | null;
  declare label: string; // what it shows
  declare heads: ((track: Track) => unknown) | undefined; // what stands beside each track
  declare legend: unknown; // what stands below all
  declare layout: 'above' | 'beside'; // where the heads stand, in a wide host
  declare fit: boolean;
  declare asTable: boolean;
  declare at: number | null; // the bucket under the crosshair
  #plots: Plot[] = [];
  #drawn = '';
  #shown: ChartData | null = null;
  #numbers: unknown; // those of the words that are drawn
  #waits: ReturnType<typeof setTimeout> | undefined; // while data are to be drawn with the next update
  #width = 0;
  #track = 0; // under the pointer
  #spoken = '';
  #aimed: readonly Plot[] | null = null; // the plots on which the crosshair is hidden
  #last: { data: ChartData; label: string; heads: Chart['heads']; legend: unknown } | null = null; // stays while other data come
  #summary: { of: ChartData; by: unknown; text: string } | undefined;
  readonly #sizes = new ResizeObserver(() => this.#resized());
  #look: Look | null = null; // null: to be read again
  #lookStale = false;
  #glances: ReturnType<typeof setInterval> | undefined;
  readonly #looks = new MutationObserver(() => this.#again());
  readonly #forced = matchMedia('(forced-colors: active)');
  readonly #again = () => {
    this.#look = null;
    this.requestUpdate();
  };

  constructor() {
    super();
    Object.assign(this, { data: null, label: '', layout: 'above', fit: false, asTable: false, at: null });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    const root = this.getRootNode();
    const attributes = { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] };
    if (root instanceof ShadowRoot) this.#looks.observe(root.host, attributes);
    this.#looks.observe(document.documentElement, attributes);
    this.#forced.addEventListener('change', this.#again);
    this.#glances = setInterval(() => this.#glance(), LOOK_EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#looks.disconnect();
    this.#forced.removeEventListener('change', this.#again);
    clearInterval(this.#glances);
    this.#clear();
  }

  override willUpdate(changed: PropertyValues): void {
    if (this.data) this.#last = { data: this.data, label: this.label, heads: this.heads, legend: this.legend };
    if (changed.has('data') && this.at !== null && this.data) this.at = Math.min(this.at, this.data.times.length - 1);
  }

  override render(): TemplateResult {
    const { app } = this;
    const data = this.#last?.data;
    if (!data) return html`<div class="chart-waiting skeleton"></div>`;
    return html`<div class=${this.data ? '' : 'chart-busy'} aria-busy=${String(!this.data)}>
      ${this.asTable ? tables(app, data, this.#last!.label) : this.#picture(data)} ${this.#footer(data)}
    </div>`;
  }

  #picture(data: ChartData): TemplateResult {
    const { app, at } = this;
    const heads = this.#last?.heads;
    return html`<div
        class="chart-tracks"
        @pointermove=${(event: PointerEvent) => this.#point(event)}
        @pointerdown=${(event: PointerEvent) => this.#press(event)}
        @pointerleave=${() => (this.at = null)}
      >
        ${data.tracks.map(
          (track) => html`<div class="chart-track">
            ${heads ? html`<div class="chart-head">${heads(track)}</div>` : nothing}
            <div class="chart-plot"></div>
          </div>`,
        )}
        <div
          class="chart-keys"
          role="slider"
          tabindex="0"
          aria-valuemin="0"
          aria-valuemax=${Math.max(0, data.times.length - 1)}
          aria-valuenow=${at ?? Math.max(0, data.times.length - 1)}
          aria-valuetext=${at === null ? app.text.chart.noPoint : this.#spoken}
          aria-roledescription=${app.text.chart.kind}
          aria-label=${this.#says(data)}
          aria-description=${app.text.chart.howTo}
          @keydown=${(event: KeyboardEvent) => this.#key(event)}
          @blur=${() => (this.at = null)}
        ></div>
        ${at === null ? nothing : html`<div class="chart-tip">${tip(app, data, at)}</div>`}
      </div>`;
  }

  #footer(data: ChartData): TemplateResult {
    const { app } = this;
    const { chart, vocabulary } = app.text;
    const asTable = data.tracks.length > 1 ? chart.viewAsTables : vocabulary.verbs.viewAsTable;
    return html`<div class="chart-foot">
      <div class="row grow hint">${this.#last?.legend ?? nothing}</div>
      ${this.asTable ? nothing : html`<span class="hint">${axisNote(app, data, this.fit)}</span>`}
      <button class="link" aria-pressed=${String(this.asTable)} @click=${() => this.#turn()}>
        ${this.asTable ? vocabulary.verbs.viewAsChart : asTable}
      </button>
    </div>`;
  }

  #turn(): void {
    this.at = null;
    this.asTable = !this.asTable;
    this.#clear();
  }

  #says(data: ChartData): string {
    if (this.#summary?.of !== data || this.#summary.by !== this.app.numbers) {
      this.#summary = { of: data, by: this.app.numbers, text: summary(this.app, data, this.#last!.label) };
    }
    return this.#summary.text;
  }

  // ——— drawing

  override updated(): void {
    const data = this.#last?.data;
    if (!data || this.asTable) return this.#clear();
    this.#width ||= this.querySelector<HTMLElement>('.chart-plot')?.clientWidth ?? 0;
    if (this.#width < 40) return;
    if (data !== this.#shown && this.#mayWait(data)) return;
    const look = this.#lookNow();
    const kinds = data.tracks.map(({ id, kind, series, height }) => [id, kind, height, ...series.map((each) => `${each.colour}${each.dash}${each.area}`)]);
    const key = JSON.stringify([look.key, this.#width, this.fit, this.app.stale, kinds]);
    const options = (track: Track, at: number): PlotOptions => ({
      app: this.app, data, track, look, fit: this.fit, width: this.#width, first: at === 0, last: at === data.tracks.length - 1,
    }); // prettier-ignore
    if (key !== this.#drawn) {
      this.#clear();
      const hosts = this.querySelectorAll<HTMLElement>('.chart-plot');
      this.#plots = data.tracks.map((track, at) => new Plot(hosts[at]!, options(track, at)));
    } else if (data !== this.#shown) this.#plots.forEach((plot, at) => plot.update(options(data.tracks[at]!, at)));
    this.#drawn = key;
    this.#shown = data;
    this.#numbers = this.app.numbers;
    this.#stopWaiting();
    this.#aim(data);
  }

  /** What is only carried on is drawn with the update after the one that has made it: both in one would be felt. */
  #mayWait(data: ChartData): boolean {
    const isAsBefore = this.#look && this.#lookStale === this.app.stale && this.#numbers === this.app.numbers && this.at === null;
    if (!isAsBefore || this.#waits || !this.#shown || !isCarriedOn(this.#shown, data)) return false;
    this.#waits = setTimeout(() => this.requestUpdate(), DRAWN_WITHIN);
    return true;
  }

  #lookNow(): Look {
    if (!this.#look || this.#lookStale !== this.app.stale) this.#look = lookOf(this, this.app.stale);
    this.#lookStale = this.app.stale;
    return this.#look;
  }

  /** Whether it looks as it did; asked between two redraws, when the browser need not lay out the page for it. */
  #glance(): void {
    if (this.#look && this.#look.key !== lookOf(this, this.#lookStale).key) this.#again();
  }

  #stopWaiting(): void {
    clearTimeout(this.#waits);
    this.#waits = undefined;
  }

  #clear(): void {
    this.#stopWaiting();
    this.#plots.forEach((plot) => plot.end());
    this.#plots = [];
    this.#drawn = '';
  }

  #resized(): void {
    const width = this.querySelector<HTMLElement>('.chart-plot')?.clientWidth ?? 0;
    if (width === this.#width) return;
    this.#width = width;
    this.#look = null; // letters may have another size
    this.requestUpdate();
  }

  // ——— the crosshair

  /** Move line, dots and tip to the bucket. */
  #aim(data: ChartData): void {
    if (this.at === null && this.#aimed === this.#plots) return; // nothing is shown that could be elsewhere
    this.#aimed = this.at === null ? this.#plots : null;
    const middle = this.at === null ? null : data.times[this.at]! + data.step / 2;
    this.#plots.forEach((plot, at) => {
      const { over } = plot.chart;
      const line = over.querySelector<HTMLElement>('.chart-line') ?? over.appendChild(Object.assign(document.createElement('div'), { className: 'chart-line' }));
      line.hidden = middle === null;
      if (middle !== null) line.style.setProperty('left', `${plot.chart.valToPos(middle, 'x')}px`);
      dots(plot, data, data.tracks[at]!, middle);
    });
    const tip = this.querySelector<HTMLElement>('.chart-tip');
    const plot = this.#plots[this.#track] ?? this.#plots[0];
    if (!tip || !plot || middle === null) return;
    const around = tip.parentElement!.getBoundingClientRect();
    const host = plot.chart.root.getBoundingClientRect();
    const x = host.left - around.left + plot.left(middle);
    const left = x + 12 + tip.offsetWidth > around.width ? Math.max(0, x - 12 - tip.offsetWidth) : x + 12;
    tip.style.setProperty('left', `${left}px`);
    tip.style.setProperty('top', `${host.top - around.top + 8}px`);
  }

  #point(event: PointerEvent): void {
    const data = this.#last?.data;
    const over = this.#plots.findIndex((plot) => {
      const box = plot.chart.root.getBoundingClientRect();
      return event.clientY >= box.top && event.clientY <= box.bottom && event.clientX >= box.left && event.clientX <= box.right;
    });
    if (!data || over < 0) return;
    const plot = this.#plots[over]!;
    this.#track = over;
    this.#spoken = this.app.text.chart.noPoint; // who has a pointer sees it
    this.at = bucketAt(data.times, data.step, plot.time(event.clientX - plot.chart.root.getBoundingClientRect().left));
  }

  /** The keys go on from where the pointer was. */
  #press(event: PointerEvent): void {
    this.querySelector<HTMLElement>('.chart-keys')?.focus({ preventScroll: true });
    event.preventDefault(); // it would take the focus away again
    this.#point(event);
  }

  #key(event: KeyboardEvent): void {
    const data = this.#last?.data;
    if (!data?.times.length || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = data.times.length - 1;
    const by = event.shiftKey ? 10 : 1;
    const from = this.at ?? last + by;
    const to = { ArrowLeft: from - by, ArrowRight: this.at === null ? last : from + by, Home: 0, End: last }[event.key];
    if (event.key === 'Escape' && this.at !== null) this.at = null;
    else if (to === undefined) return;
    else {
      this.#track = 0;
      this.at = Math.max(0, Math.min(last, to));
      this.#spoken = pointText(this.app, data, this.at);
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function dots(plot: Plot, data: ChartData, track: Track, middle: number | null): void {
  const { chart } = plot;
  const times = timesOf(data, track);
  const at = middle === null ? -1 : bucketAt(times, stepOf(data, track), middle);
  track.series.forEach(({ values }, number) => {
    const dot = chart.over.querySelectorAll<HTMLElement>('.chart-dot')[number] ?? chart.over.appendChild(Object.assign(document.createElement('div'), { className: 'chart-dot' }));
    const value = values[at] ?? null;
    dot.hidden = value === null || track.kind === 'bars';
    if (dot.hidden) return;
    const plotted = track.scale.plotted?.(value!) ?? value!;
    dot.style.setProperty('left', `${chart.valToPos(times[at]! + stepOf(data, track) / 2, 'x')}px`);
    dot.style.setProperty('top', `${chart.valToPos(plotted, 'y')}px`);
    dot.style.setProperty('background', plot.options.look.colour(track.series[number]!.colour));
  });
}

/** Where an axis does not start at 0. */
function axisNote(app: App, data: ChartData, fit: boolean): string {
  const notes = data.tracks.flatMap((track) => {
    if (track.kind === 'bars' || !(fit || track.fit)) return [];
    const { low, high } = extentOf(track, true);
    if (!low) return [];
    const { divisor, unit } = track.scale.axis(high);
    const value = `${app.numbers.decimal(low / divisor, Number.isInteger(low / divisor) ? 0 : 1)}\u202f${unit}`;
    return [data.tracks.length > 1 ? app.text.chart.axisFromOf(track.title, value) : app.text.chart.axisFrom(value)];
  });
  return notes.join(' · ');
}

customElements.define('mining-chart', Chart);

declare global {
  interface HTMLElementTagNameMap {
    'mining-chart': Chart;
  }
}
