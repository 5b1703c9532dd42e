// Spans of time as people say them.
import type { App } from '../app';

/** A round span, such as 10 s, 5 min or 3 h. */
export function spanText(app: App, seconds: number): string {
  const [value, unit] = seconds < 60 ? [seconds, 's'] : seconds < 3600 ? [seconds / 60, 'min'] : seconds < 86_400 ? [seconds / 3600, 'h'] : [seconds / 86_400, 'd'];
  return `${app.numbers.decimal(value, 0)}\u202f${unit}`;
}
