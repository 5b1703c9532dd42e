// A chart in words: its summary, the figures of one moment, and all of them as tables.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import { bucketAt, gapsOf, marksIn, sightOf, stepOf, timesOf, type ChartData, type Figure, type Gap, type Series, type Track } from './data';
import { gapText } from './marks';
import { DASHES } from './plot';
import { none, quantity } from '../parts';

const spoken = ({ value, unit }: { value: string; unit: string }) => (unit ? `${value}\u202f${unit}` : value);

const MOST_EVENTS = 3; // that are read out of one moment

/** The title and each series, where there is more than one, or where it says more. */
function seriesName(track: Track, series: Series): string {
  return series.label === track.title ? track.title : `${track.title}, ${series.label}`;
}

/** What a person would say who has looked at it. */
export function summary(app: App, data: ChartData, label: string): string {
  const { chart, vocabulary } = app.text;
  const { numbers } = app;
  const moment = (time: number) => numbers.moment(time * 1000);
  const tracks = data.tracks.flatMap((track) => {
    const lines = track.series.map((series) => {
      const name = seriesName(track, series);
      const sight = sightOf(series.values, timesOf(data, track));
      const figure = (value: number) => spoken(track.scale.say(value));
      return sight
        ? chart.series(name, figure(sight.mean), figure(sight.least), moment(sight.leastAt), figure(sight.most), figure(sight.last))
        : chart.seriesEmpty(name);
    });
    const gaps = gapsOf(data, track);
    const brief = gaps.length > 3 ? [chart.gaps(gaps.length)] : gaps.map((gap) => `${gapText(gap, data, app)}.`);
    return track.series.some(({ values }) => values.some((each) => each !== null)) ? [...lines, ...brief] : lines;
  });
  return [chart.summary(label, moment(data.from), moment(data.to)), ...(tracks.length ? tracks : [`${vocabulary.noData}.`]), ...(data.marks.length ? [chart.marks(data.marks.length)] : [])].join(' ');
}

interface Point {
  series: Series;
  track: Track;
  value: Figure;
}

function pointsAt(data: ChartData, at: number): { points: Point[]; gaps: [Track, Gap][]; events: string[]; time: number } {
  const time = data.times[at]!;
  const middle = time + data.step / 2;
  const points = data.tracks.flatMap((track) => {
    const place = bucketAt(timesOf(data, track), stepOf(data, track), middle);
    return track.series.map((series) => ({ series, track, value: series.values[place] ?? null }));
  });
  const gaps = data.tracks.flatMap((track) => gapsOf(data, track).filter(({ from, to }) => middle >= from && middle < to).map((gap): [Track, Gap] => [track, gap]));
  return { points, gaps, events: [...new Set(marksIn(data, null, time, time + data.step).map(({ text, detail }) => detail ?? text))], time };
}

function momentOf(app: App, data: ChartData, time: number): string {
  return app.numbers.moment(time * 1000, data.step < 60);
}

/** The figures of one moment, to be read out. */
export function pointText(app: App, data: ChartData, at: number): string {
  const { points, gaps, events, time } = pointsAt(data, at);
  const figures = points.map(({ series, track, value }) => {
    const gap = gaps.find(([of]) => of === track)?.[1];
    const empty = gap?.kind === 'idle' ? app.text.chart.idleShort : [app.text.vocabulary.noData, gap?.note].filter(Boolean).join(', ');
    return `${seriesName(track, series)}: ${value === null ? empty : spoken(track.scale.say(value))}`;
  });
  const brief = events.length > MOST_EVENTS ? [...events.slice(0, MOST_EVENTS), app.text.chart.moreEvents(events.length - MOST_EVENTS)] : events;
  return [momentOf(app, data, time), ...figures, ...brief].map((each) => each.replace(/\.$/, '')).join('. ');
}

/** The sign of a series: its colour and its dash. */
export function swatch({ colour, dash }: Pick<Series, 'colour' | 'dash'>): TemplateResult {
  return html`<svg class="chart-swatch" width="18" height="4" viewBox="0 0 18 4" aria-hidden="true">
    <line x1="0" y1="2" x2="18" y2="2" stroke="var(--c-${colour})" stroke-width="2" stroke-dasharray=${DASHES[(dash ?? 0) % DASHES.length]?.join(' ') ?? nothing} />
  </svg>`;
}

/** The figures of one moment, beside the crosshair. */
export function tip(app: App, data: ChartData, at: number): TemplateResult {
  const { points, gaps, events, time } = pointsAt(data, at);
  return html`<div class="label">${momentOf(app, data, time)}</div>
    ${points.map(
      ({ series, track, value }) => html`<div class="row">
        ${swatch(series)}<span class="grow">${series.label}</span><b>${value === null ? none(app) : quantity(app, track.scale.say(value))}</b>
      </div>`,
    )}
    ${gaps.filter(([, gap]) => gap.note || gap.kind === 'idle').map(([track, gap]) => html`<div class="hint">${track.title}: ${gap.kind === 'idle' ? app.text.chart.idleShort : gap.note}</div>`)}
    ${events.map((text) => html`<div class="hint">${text}</div>`)}`;
}

/** All that the chart shows, as tables: one for each track. */
export function tables(app: App, data: ChartData, label: string): TemplateResult {
  return html`<div class="chart-tables">${data.tracks.map((track) => table(app, data, track, label))}</div>`;
}

function table(app: App, data: ChartData, track: Track, label: string): TemplateResult {
  const { chart, vocabulary } = app.text;
  const times = timesOf(data, track);
  const step = stepOf(data, track);
  const gaps = gapsOf(data, track);
  const empty = (time: number) => {
    const gap = gaps.find(({ from, to }) => time >= from && time < to);
    if (gap?.kind === 'idle') return chart.idleShort;
    return gap?.note ? `${vocabulary.noData} (${gap.note})` : vocabulary.noData;
  };
  return html`<div class="scroll chart-table" tabindex="0" role="region" aria-label=${`${label}: ${track.title}`}>
    <table>
      <caption>
        ${track.title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${chart.time}</th>
          ${track.series.map((series) => html`<th scope="col" class="number">${series.label}</th>`)}
          <th scope="col">${chart.events}</th>
        </tr>
      </thead>
      <tbody>
        ${times.map((time, at) => {
          const events = marksIn(data, track, time, time + step).map(({ text, detail }) => detail ?? text);
          return html`<tr>
            <th scope="row"><time datetime=${new Date(time * 1000).toISOString()}>${app.numbers.moment(time * 1000, step < 60)}</time></th>
            ${track.series.map(({ values }) => {
              const value = values[at] ?? null;
              return html`<td class="number">${value === null ? html`<span class="hint">${empty(time)}</span>` : quantity(app, track.scale.say(value))}</td>`;
            })}
            <td class="wrap">${events.join('; ')}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
