// The command that starts the same miner from a terminal. Pure.
import type { Miner } from '../../api/client';

const FLAGS = ['pool', 'wallet', 'algo', 'coin', 'threads', 'worker'] as const;

/** What no flag says comes as JSON on stdin. */
export function startCommand({ name, type, config }: Pick<Miner, 'name' | 'type' | 'config'>): string {
  const words = ['miner-ctrl', 'start', type, '--name', quoted(name)];
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(config)) {
    if (value === null || value === undefined) continue;
    if ((FLAGS as readonly string[]).includes(key)) words.push(`--${key}`, quoted(String(value)));
    else if (key === 'tls') words.push(value ? '--tls' : '--no-tls');
    else if (key === 'options') {
      for (const [option, chosen] of Object.entries(value as object)) words.push('--option', quoted(`${option}=${JSON.stringify(chosen)}`));
    } else rest[key] = value;
  }
  if (!Object.keys(rest).length) return words.join(' ');
  return `${[...words, '--config', '-'].join(' ')} <<'END'\n${JSON.stringify(rest)}\nEND`;
}

/** As a shell reads it: what it could misread stands in quotes. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
