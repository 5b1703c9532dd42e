// The figures of a stretch of time as a file: UTC times, raw units, and a header that says what it is.
import type { App } from './app';
import { awaited } from './history';
import { rangeNamed, type RangeName } from './history/range';
import { METRICS, STATISTICS_RANGES, sheetOf, type Column, type Sheet } from './pages/statistics/tracks';

export interface ExportOptions {
  format?: 'csv' | 'json' | undefined;
  range?: string | undefined;
  scope?: string | undefined; // `all`, or `miner:` and a name
}

const HOT = 85; // °C; it is drawn, not exported

/** What the statistics show of that time. */
export async function exportHistory(app: App, { format = 'csv', range, scope = 'all' }: ExportOptions): Promise<Blob> {
  const stretch = rangeNamed(range ?? app.range ?? app.preferences.range, [...STATISTICS_RANGES, '5m', '1h', '6h'], '24h');
  const miner = scope.startsWith('miner:') ? scope.slice('miner:'.length) : '';
  const all = await awaited(app, { range: stretch, metrics: METRICS, ...(miner ? { miner } : {}) });
  const sheet = sheetOf(app, stretch, all, null, HOT, app.store.usual);
  const text = format === 'json' ? asJson(sheet, stretch, scope) : asCsv(sheet, stretch, scope);
  return new Blob([text], { type: format === 'json' ? 'application/json' : 'text/csv;charset=utf-8' });
}

const utc = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(3)));
const columnsOf = ({ panels }: Sheet): Column[] => [...panels.values()].flatMap(({ columns }) => columns);

function asJson(sheet: Sheet, range: RangeName, scope: string): string {
  const { from, to, step, times, marks } = sheet.chart;
  return JSON.stringify(
    {
      range,
      scope,
      from: utc(from),
      to: utc(to),
      resolution: { value: step, unit: 's' },
      timestamps: times.map(utc),
      series: columnsOf(sheet).map(({ name, unit, values }) => ({ name, unit, values: values.map(rounded) })),
      events: marks.map(({ at, text, detail }) => ({ timestamp: utc(at), text: detail ?? text })),
    },
    null,
    1,
  );
}

function asCsv(sheet: Sheet, range: RangeName, scope: string): string {
  const { from, to, step, times } = sheet.chart;
  const columns = columnsOf(sheet);
  const rows = times.map((time, at) => [utc(time), ...columns.map(({ values }) => String(rounded(values[at] ?? null) ?? ''))]);
  const head = ['timestamp', ...columns.map(({ name, unit }) => (unit ? `${name} (${unit})` : name))];
  return [`# range ${range}, from ${utc(from)} to ${utc(to)}, each ${step} s, scope ${scope}`, ...[head, ...rows].map((cells) => cells.map(cell).join(','))].join('\r\n') + '\r\n';
}

/** Quoted where it must be; never what a spreadsheet would compute. */
function cell(text: string): string {
  const inert = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Hand a file to the browser. */
export function download(beside: HTMLElement, file: Blob, name: string): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name, hidden: true });
  beside.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
