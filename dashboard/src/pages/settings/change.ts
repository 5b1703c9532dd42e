// What of the server's settings is changed: from fields to values, and only what differs. Pure.
import type { Schemas } from '../../api/client';

export type View = Schemas['SettingsView'];
export type Values = Record<string, unknown>;
export type Kind = 'seconds' | 'hours' | 'days' | 'forever' | 'names' | 'text' | 'switch' | 'level';

export interface Setting {
  name: string;
  kind: Kind;
}

export const GROUPS: Record<string, Setting[]> = {
  polling: [
    { name: 'pollInterval', kind: 'seconds' },
    { name: 'livePollInterval', kind: 'seconds' },
  ],
  starting: [
    { name: 'autostart', kind: 'switch' },
    { name: 'stopMinersOnExit', kind: 'switch' },
    { name: 'autostartDelay', kind: 'seconds' },
    { name: 'autostartExcept', kind: 'names' },
  ],
  history: [
    { name: 'keepSamplesHours', kind: 'hours' },
    { name: 'keepMinutesDays', kind: 'days' },
    { name: 'keepHoursDays', kind: 'forever' },
  ],
  heartbeat: [
    { name: 'heartbeatUrl', kind: 'text' },
    { name: 'heartbeatInterval', kind: 'seconds' },
  ],
  other: [
    { name: 'logLevel', kind: 'level' },
    { name: 'walletLock', kind: 'switch' },
  ],
};

/** What a field holds, as the API takes it: a number, a duration such as `5m`, names; empty is the default. */
export function valueOf(kind: Kind, text: string): unknown {
  const trimmed = text.trim();
  if (kind === 'names') return trimmed.split(/[\s,]+/).filter(Boolean);
  if (!trimmed) return null;
  if (kind === 'text') return trimmed;
  const number = Number(trimmed.replace(',', '.'));
  return Number.isNaN(number) ? trimmed : number;
}

/** A value as a field holds it. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Only what differs from what counts now; null is no change of a default. */
export function changes({ values, sources }: Pick<View, 'values' | 'sources'>, draft: Values): Values {
  const now = values as Values;
  const differs = ([name, value]: [string, unknown]) => !(value === null && (sources[name] === 'default' || now[name] === null)) && !isSame(value, now[name]);
  return Object.fromEntries(Object.entries(draft).filter(differs));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The variable that sets it: MINING_POLL_INTERVAL. */
export function variableOf(name: string): string {
  return `MINING_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
