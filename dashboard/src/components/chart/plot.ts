// One track on a canvas: uPlot draws axes and lines; bands, gaps and marks are drawn here.
import uPlot from 'uplot';
import type { App } from '../../app';
import { extentOf, gapsOf, marksIn, roundTimes, stepOf, timesOf, type ChartData, type Colour, type Extent, type Track } from './data';
import { drawBand, drawGaps, drawLimit, drawMarks, drawSingles } from './marks';

export const DASHES: (number[] | undefined)[] = [undefined, [6, 4], [2, 3], [10, 3, 2, 3], [12, 4], [4, 2, 1, 2]];
const WIDEST_BAR = 22; // px

/** Colours and sizes as they are just now. */
export interface Look {
  colour(name: Colour | 'line' | 'line-2' | 'ctrl' | 'raised' | 'surface' | 'warn' | 'warn-mark'): string;
  pixels: number; // of an axis' letters
  font: string;
  key: string; // differs where a look differs
}

const TOKENS = ['s1', 's2', 's3', 's4', 's5', 's6', 'quiet', 'text-2', 'text-3', 'line', 'line-2', 'ctrl', 'raised', 'surface', 'warn', 'warn-mark'];

/** Read the tokens: a theme, a page's own colours, a system's forced ones, the size of its letters; all grey where figures are old. */
export function lookOf(element: HTMLElement, stale: boolean): Look {
  const style = getComputedStyle(element);
  const forced = matchMedia('(forced-colors: active)').matches;
  const figures = new Set(['s1', 's2', 's3', 's4', 's5', 's6', 'quiet']);
  const colours = new Map(
    TOKENS.map((name) => {
      if (forced) return [name, name.startsWith('line') || name === 'raised' ? 'GrayText' : name === 'surface' ? 'Canvas' : 'CanvasText'];
      return [name, style.getPropertyValue(`--c-${stale && figures.has(name) ? 'text-3' : name}`).trim() || '#888'];
    }),
  );
  const pixels = 0.6875 * parseFloat(getComputedStyle(document.documentElement).fontSize);
  const font = `${pixels}px ${style.fontFamily}`;
  return { colour: (name) => colours.get(name)!, pixels, font, key: [...colours.values(), font, devicePixelRatio].join() };
}

export interface PlotOptions {
  app: App;
  data: ChartData;
  track: Track;
  look: Look;
  fit: boolean;
  width: number; // px
  first: boolean; // what concerns all is in words at the first one
  last: boolean; // whether the time axis has its words below it
}

export class Plot {
  extent: Extent;
  readonly chart: uPlot;

  constructor(
    private readonly host: HTMLElement,
    public options: PlotOptions,
  ) {
    this.extent = this.#extent();
    this.chart = new uPlot(this.#uplot(), this.#figures(), this.host);
    this.chart.root.setAttribute('aria-hidden', 'true');
  }

  /** Show other figures of the same kind. */
  update(options: PlotOptions): void {
    this.options = options;
    this.extent = this.#extent();
    const { from, to } = options.data;
    this.chart.batch(() => {
      this.chart.setData(this.#figures(), false);
      this.chart.setScale('x', { min: from, max: to });
    });
    this.chart.redraw(true, true);
  }

  end(): void {
    this.chart.destroy();
  }

  /** Where a time is, in px from the left of the host. */
  left(time: number): number {
    return this.chart.valToPos(time, 'x') + this.chart.bbox.left / devicePixelRatio;
  }

  /** Which time is so far from the left of the host. */
  time(left: number): number {
    return this.chart.posToVal(left - this.chart.bbox.left / devicePixelRatio, 'x');
  }

  #extent(): Extent {
    const { track, fit } = this.options;
    return extentOf(track, track.kind !== 'bars' && (fit || !!track.fit));
  }

  #figures(): uPlot.AlignedData {
    const { data, track } = this.options;
    const half = stepOf(data, track) / 2;
    const bars = track.kind === 'bars';
    const times = timesOf(data, track).map((time) => (bars ? time : time + half));
    const plotted = track.scale.plotted ?? ((value: number) => value);
    const columns = track.series.map(({ values }) => times.map((_, at) => (values[at] === null || values[at] === undefined ? null : plotted(values[at]))));
    if (!bars) return [times, ...columns];
    const most = track.warnAbove ?? Infinity;
    const figures = columns[0] ?? [];
    return [times, figures.map((each) => (each !== null && each > most ? null : each)), figures.map((each) => (each !== null && each > most ? each : null))];
  }

  #uplot(): uPlot.Options {
    const { look, width, last, track } = this.options;
    const small = look.pixels;
    const axis = {
      font: look.font,
      stroke: look.colour('text-3'),
      grid: { stroke: look.colour('line'), width: 1 },
      ticks: { show: false },
      border: { show: false },
    };
    return {
      width,
      height: (track.height ?? 146) + (last ? Math.round(small * 1.6) : 0),
      padding: [Math.round(small * 1.3), 16, 4, 0],
      legend: { show: false },
      cursor: { show: false },
      pxAlign: true,
      scales: {
        x: { time: false, range: () => [this.options.data.from, this.options.data.to] },
        y: { range: () => [this.extent.low, this.extent.high] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: last ? Math.round(small * 2.2) : 4,
          gap: 4,
          splits: (chart, __, low, high) => this.#times(chart.bbox.width / devicePixelRatio, low, high),
          values: (_, splits) => splits.map((time) => (last ? this.#timeText(time) : '')),
        },
        { ...axis, size: Math.round(small * 4.6), gap: 8, splits: () => this.extent.splits, values: (_, splits) => this.#axisTexts(splits) },
      ],
      series: [{}, ...this.#series()],
      hooks: {
        drawClear: [(chart) => this.#behind(chart)],
        draw: [(chart) => this.#above(chart)],
      },
    };
  }

  #series(): uPlot.Series[] {
    const { track, look } = this.options;
    if (track.kind === 'bars') {
      const bar = (fill: string): uPlot.Series => ({
        fill,
        width: 0,
        points: { show: false },
        ...(uPlot.paths.bars ? { paths: uPlot.paths.bars({ size: [0.78, WIDEST_BAR], align: 1 }) } : {}),
      });
      return [bar(look.colour(track.series[0]?.colour ?? 'quiet')), bar(look.colour('warn-mark'))];
    }
    return track.series.map(({ colour, dash, area }) => {
      const line = look.colour(colour);
      const pattern = DASHES[(dash ?? 0) % DASHES.length];
      return {
        stroke: line,
        width: 1.5,
        points: { show: false },
        ...(pattern ? { dash: pattern } : {}),
        ...(area ? { fill: (chart: uPlot) => (this.extent.low === 0 ? fade(chart, line) : 'transparent') } : {}),
      };
    });
  }

  /** Round times, and at the right end now; words must not touch. */
  #times(width: number, low: number, high: number): number[] {
    const words = this.options.look.pixels * 5;
    const most = Math.max(2, Math.floor(width / words));
    const second = (high - low) / width;
    return [...roundTimes(low, high, most, this.options.app.numbers).filter((time) => high - time > words * 0.75 * second), high];
  }

  #timeText(time: number): string {
    const { numbers, stale, store, text } = this.options.app;
    const { from, to } = this.options.data;
    if (time === to) return stale ? numbers.clock(store.connection.lastData ?? to * 1000) : text.chart.now;
    const midnight = (time + numbers.zone(time * 1000)) % 86_400 === 0;
    return midnight && to - from > 90_000 ? numbers.day(time * 1000) : numbers.clock(time * 1000);
  }

  /** One unit for the axis, which stands at its highest number. */
  #axisTexts(splits: number[]): string[] {
    const { app, track } = this.options;
    const { divisor, unit } = track.scale.axis(this.extent.high);
    const short = unit.length > 3 ? unit.replace(/H\/s$/, '') : unit;
    const gap = Math.abs((splits[1] ?? 1) - (splits[0] ?? 0)) / divisor;
    const places = (value: number) => [0, 1, 2].find((each) => Math.abs(value - Number(value.toFixed(each))) < gap / 100) ?? 3;
    return splits.map((value, at) => `${app.numbers.decimal(value / divisor, places(value / divisor))}${at === splits.length - 1 ? `\u202f${short}` : ''}`);
  }

  #behind(chart: uPlot): void {
    const { data, track, look, app } = this.options;
    if (track.band) drawBand(chart, track.band, look);
    drawGaps(chart, gapsOf(data, track), track.kind === 'bars' ? 0 : stepOf(data, track), data, look, app);
  }

  #above(chart: uPlot): void {
    const { data, track, look, first } = this.options;
    if (track.kind !== 'bars') drawSingles(chart, track, look);
    if (track.limit) drawLimit(chart, track, look);
    const marks = marksIn(data, track, data.from, data.to);
    drawMarks(chart, first ? marks : marks.map((mark) => (mark.track === undefined ? { ...mark, text: '' } : mark)), look);
  }
}

/** From the colour to nothing, downwards; nothing where a browser cannot mix colours. */
function fade(chart: uPlot, colour: string): CanvasGradient | string {
  const { top, height } = chart.bbox;
  const gradient = chart.ctx.createLinearGradient(0, top, 0, top + height);
  try {
    gradient.addColorStop(0, `color-mix(in srgb, ${colour} 26%, transparent)`);
    gradient.addColorStop(1, `color-mix(in srgb, ${colour} 4%, transparent)`);
  } catch {
    return 'transparent';
  }
  return gradient;
}
