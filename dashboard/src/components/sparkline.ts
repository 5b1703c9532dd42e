// A day in 60 pixels: from 0, gaps stay gaps. Made once for each list of figures, so that fifty of them cost nothing.
import { html, type TemplateResult } from 'lit';
import type { App } from '../app';
import type { Colour, Figure } from './chart/data';
import { sightOf } from './chart/data';
import { none } from './parts';

const WIDTH = 60; // px
const HEIGHT = 18;
const POINTS = 48;

const paths = new WeakMap<readonly Figure[], string>();

/** The path of these figures; empty where there are none. */
export function sparkPath(values: readonly Figure[]): string {
  const before = paths.get(values);
  if (before !== undefined) return before;
  const size = Math.max(1, Math.ceil(values.length / POINTS));
  const means: Figure[] = [];
  for (let end = values.length; end > 0; end -= size) {
    const some = values.slice(Math.max(0, end - size), end).filter((each) => each !== null);
    means.unshift(some.length ? some.reduce((sum, each) => sum + each, 0) / some.length : null);
  }
  const most = Math.max(0, ...means.filter((each) => each !== null)) || 1;
  const step = WIDTH / Math.max(1, means.length - 1);
  let path = '';
  means.forEach((value, at) => {
    if (value === null) return;
    const place = `${(at * step).toFixed(1)} ${(HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1)}`;
    const alone = (means[at - 1] ?? null) === null && (means[at + 1] ?? null) === null;
    path += (means[at - 1] ?? null) === null ? `M${place}` : `L${place}`;
    if (alone) path += 'h1';
  });
  paths.set(values, path);
  return path;
}

export function sparkline(app: App, values: readonly Figure[] | undefined, colour: Colour): TemplateResult {
  const path = values ? sparkPath(values) : '';
  if (!path) return none(app);
  return html`<svg class="spark" width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${extremes(app, values!)}>
    <path d=${path} fill="none" stroke="var(--c-${app.stale ? 'text-3' : colour})" stroke-width="1.5" stroke-linejoin="round" />
  </svg>`;
}

const labels = new WeakMap<readonly Figure[], { by: unknown; label: string }>();

function extremes(app: App, values: readonly Figure[]): string {
  const before = labels.get(values);
  if (before?.by === app.numbers) return before.label;
  const sight = sightOf(values, values.map((_, at) => at)); // prettier-ignore
  const text = (value: number) => Object.values(app.numbers.hashrate(value)).join('\u202f');
  const label = sight ? app.text.chart.extremes(text(sight.least), text(sight.most)) : app.text.vocabulary.noData;
  labels.set(values, { by: app.numbers, label });
  return label;
}
