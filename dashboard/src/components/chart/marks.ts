// What is drawn on a track beside its lines: what is usual, gaps with their words, limits, and what happened.
import type uPlot from 'uplot';
import type { App } from '../../app';
import type { ChartData, Gap, Mark, Track } from './data';
import type { Look } from './plot';

const MOST_LINES = 24; // more would hide the curve; then marks stand at the axis alone

const fonts = new WeakMap<CanvasRenderingContext2D, { wanted: string; read: string }>();

/** A pen whose measures are px of the page, whatever the canvas has. */
function pen(chart: uPlot, look: Look): { ctx: CanvasRenderingContext2D; px: number } {
  const px = devicePixelRatio;
  const wanted = look.font.replace(`${look.pixels}px`, `${look.pixels * px}px`);
  const set = fonts.get(chart.ctx);
  if (set?.wanted !== wanted || set.read !== chart.ctx.font) {
    chart.ctx.font = wanted; // which takes a browser milliseconds
    fonts.set(chart.ctx, { wanted, read: chart.ctx.font });
  }
  chart.ctx.textBaseline = 'alphabetic';
  chart.ctx.textAlign = 'left';
  return { ctx: chart.ctx, px };
}

function inside(chart: uPlot, work: () => void): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, 0, bbox.width, ctx.canvas.height);
  ctx.clip();
  work();
  ctx.restore();
}

export function drawBand(chart: uPlot, { low, high }: { low: number; high: number }, look: Look): void {
  inside(chart, () => {
    const { ctx, px } = pen(chart, look);
    const top = Math.max(chart.valToPos(high, 'y', true), chart.bbox.top);
    const bottom = chart.valToPos(low, 'y', true);
    ctx.fillStyle = look.colour('ctrl');
    ctx.globalAlpha = 0.3;
    ctx.fillRect(chart.bbox.left, top, chart.bbox.width, Math.max(2 * px, bottom - top));
  });
}

/** What a gap means, in words. */
export function gapText({ from, to, kind, note }: Gap, data: ChartData, app: App): string {
  const { chart } = app.text;
  const far = data.to - data.from > 90_000;
  const { day, clock } = app.numbers;
  const moment = (time: number) => (far ? `${day(time * 1000)}, ${clock(time * 1000)}` : clock(time * 1000));
  const begins = from <= data.from;
  const text = kind === 'idle' ? chart.idle(moment(from), moment(to)) : begins && to < data.to ? chart.noDataUntil(moment(to)) : chart.noData(moment(from), moment(to));
  return note ? `${text} (${note})` : text;
}

export function drawGaps(chart: uPlot, gaps: readonly Gap[], step: number, data: ChartData, look: Look, app: App): void {
  const { bbox } = chart;
  inside(chart, () => {
    const { ctx, px } = pen(chart, look);
    let free = bbox.left; // where the next words may begin
    for (const gap of gaps) {
      // The lines end in the middle of a bucket.
      const left = Math.max(bbox.left, chart.valToPos(gap.from - (gap.from > data.from ? step / 2 : 0), 'x', true));
      const right = Math.min(bbox.left + bbox.width, chart.valToPos(gap.to + (gap.to < data.to ? step / 2 : 0), 'x', true));
      if (right <= left) continue;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, bbox.top, Math.max(2 * px, right - left), bbox.height);
      ctx.clip();
      ctx.strokeStyle = look.colour('line-2');
      ctx.lineWidth = px;
      ctx.beginPath();
      for (let x = left - bbox.height; x < right; x += 6 * px) {
        ctx.moveTo(x, bbox.top + bbox.height);
        ctx.lineTo(x + bbox.height, bbox.top);
      }
      ctx.stroke();
      ctx.restore();
      const words = gapText({ from: gap.from, to: gap.to, kind: gap.kind }, data, app);
      const width = ctx.measureText(words).width;
      const beside = right + 5 * px + width <= bbox.left + bbox.width ? right + 5 * px : left - 5 * px - width;
      const begin = width + 10 * px < right - left ? left + 5 * px : beside;
      if (begin < free || (begin === beside && gaps.length > 12)) continue;
      ctx.fillStyle = look.colour('text-3');
      ctx.fillText(words, begin, bbox.top - 3 * px);
      free = begin + width + 8 * px;
    }
  });
}

export function drawLimit(chart: uPlot, { limit, scale }: Track, look: Look): void {
  if (!limit) return;
  const value = scale.plotted ? scale.plotted(limit.value) : limit.value;
  inside(chart, () => {
    const { ctx, px } = pen(chart, look);
    const y = chart.valToPos(value, 'y', true);
    ctx.strokeStyle = look.colour('warn-mark');
    ctx.fillStyle = look.colour('warn');
    ctx.lineWidth = px;
    ctx.setLineDash([3 * px, 3 * px]);
    ctx.beginPath();
    ctx.moveTo(chart.bbox.left, y);
    ctx.lineTo(chart.bbox.left + chart.bbox.width, y);
    ctx.stroke();
    ctx.fillText(limit.label, chart.bbox.left + 4 * px, y - 4 * px);
  });
}

/** A figure between two gaps has no line: it is a dot. */
export function drawSingles(chart: uPlot, track: Track, look: Look): void {
  const [times] = chart.data;
  inside(chart, () => {
    const { ctx, px } = pen(chart, look);
    track.series.forEach(({ colour }, number) => {
      const values = chart.data[number + 1]!;
      ctx.fillStyle = look.colour(colour);
      times.forEach((time, at) => {
        const value = values[at];
        if (value === null || value === undefined || (values[at - 1] ?? null) !== null || (values[at + 1] ?? null) !== null) return;
        ctx.beginPath();
        ctx.arc(chart.valToPos(time, 'x', true), chart.valToPos(value, 'y', true), 2.5 * px, 0, 2 * Math.PI);
        ctx.fill();
      });
    });
  });
}

export function drawMarks(chart: uPlot, marks: readonly Mark[], look: Look): void {
  const { bbox } = chart;
  inside(chart, () => {
    const { ctx, px } = pen(chart, look);
    const bottom = bbox.top + bbox.height;
    const lines = marks.length <= MOST_LINES;
    const rows: number[] = [bbox.left, bbox.left]; // where the words of two rows end
    let before = ''; // the words of the last mark
    for (const { at, text, warns } of marks) {
      const x = Math.round(chart.valToPos(at, 'x', true)) + 0.5;
      ctx.strokeStyle = look.colour('text-3');
      ctx.fillStyle = warns ? look.colour('warn-mark') : look.colour('text-3');
      if (lines) {
        ctx.lineWidth = px;
        ctx.setLineDash([1.5 * px, 2.5 * px]);
        ctx.beginPath();
        ctx.moveTo(x, bbox.top);
        ctx.lineTo(x, bottom);
        ctx.stroke();
        ctx.setLineDash([]);
      }
      glyph(ctx, x, bottom, px, warns);
      if (!lines || !text || text === before) continue;
      before = text;
      const width = ctx.measureText(text).width;
      const toLeft = x - 5 * px - width;
      const toRight = x + 5 * px;
      const row = rows.findIndex((end) => toLeft >= end || (toRight >= end && toRight + width <= bbox.left + bbox.width));
      if (row < 0) continue;
      const begin = toLeft >= rows[row]! ? toLeft : toRight;
      ctx.fillStyle = look.colour('text-2');
      ctx.strokeStyle = look.colour('surface'); // around the letters, so that they are read above a curve
      ctx.lineWidth = 3 * px;
      ctx.strokeText(text, begin, bottom - (12 + row * 15) * px);
      ctx.fillText(text, begin, bottom - (12 + row * 15) * px);
      rows[row] = Math.max(x, begin + width) + 6 * px;
    }
  });
}

function glyph(ctx: CanvasRenderingContext2D, x: number, y: number, px: number, warns = false): void {
  ctx.beginPath();
  if (warns) {
    ctx.moveTo(x, y - 4 * px);
    ctx.lineTo(x + 4.5 * px, y + 4 * px);
    ctx.lineTo(x - 4.5 * px, y + 4 * px);
    ctx.closePath();
  } else ctx.arc(x, y, 3 * px, 0, 2 * Math.PI);
  ctx.fill();
}
