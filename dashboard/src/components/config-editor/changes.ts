// What was changed in a configuration, named one by one.
import type { Catalogue } from '../../text';
import { shortAddress } from '../../text/numbers';
import { configOf, type Config, type Draft } from './draft';

type Words = Catalogue['editor'];
type Second = Config['second'];

const APART = new Set(['pool', 'pools', 'wallet', 'password', 'options', 'tls', 'tlsFingerprint', 'second']);

export function changes(before: Draft, after: Draft, words: Words): string[] {
  const sentences: string[] = [];
  const arrow = (what: string, from: unknown, to: unknown) => {
    if (shown(from, words) !== shown(to, words)) sentences.push(words.change(what, shown(from, words), shown(to, words)));
  };
  arrow(words.name, before.name, after.name);
  arrow(words.program, before.minerType, after.minerType);
  sentences.push(...poolChanges(before, after, words));
  const [old, now] = [configOf(before), configOf(after)];
  if (old.wallet !== now.wallet) sentences.push(words.change(words.wallet, shortAddress(old.wallet) || '—', shortAddress(now.wallet) || '—'));
  for (const field of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (APART.has(field)) continue;
    const label = words.fields[field as keyof Words['fields']] ?? field;
    arrow(label, old[field as keyof typeof old], now[field as keyof typeof now]);
  }
  if (after.password !== null && after.password !== before.password) sentences.push(after.password ? words.passwordChanged : words.passwordRemoved);
  sentences.push(...secondChanges(old.second, now.second, words));
  const options = { ...old.options, ...now.options };
  for (const name of Object.keys(options)) arrow(name, old.options?.[name], now.options?.[name]);
  return sentences;
}

function secondChanges(before: Second, after: Second, words: Words): string[] {
  if (!before && !after) return [];
  if (!before || !after) return [after ? words.secondAdded : words.secondRemoved];
  const sentences: string[] = [];
  for (const name of ['pool', 'tls', 'coin', 'algo', 'wallet', 'worker'] as const) {
    const [from, to] = [before, after].map((each) => (name === 'wallet' ? shortAddress(each[name]) : shown(each[name], words)));
    if ((before[name] ?? '') !== (after[name] ?? '')) sentences.push(words.change(words.secondChange(words.secondLabels[name]), from!, to!));
  }
  if (after.password !== undefined && after.password !== before.password) sentences.push(words.secondChange(words.passwordChanged));
  return sentences;
}

function poolChanges(before: Draft, after: Draft, words: Words): string[] {
  const old = new Map(before.pools.map((each, at) => [each.key, { ...each, at }]));
  const now = new Set(after.pools.map((each) => each.key));
  const sentences = [...old.values()].filter((each) => !now.has(each.key)).map((each) => words.poolRemoved(words.place(each.at)));
  for (const [at, each] of after.pools.entries()) {
    const was = old.get(each.key);
    if (!was) sentences.push(words.poolAdded(words.place(at)));
    else if (was.pool !== each.pool) sentences.push(words.change(words.place(at), was.pool || '—', each.pool || '—'));
    else if (JSON.stringify([was.tls, was.tlsFingerprint, was.own]) !== JSON.stringify([each.tls, each.tlsFingerprint, each.own])) sentences.push(words.poolChanged(words.place(at)));
  }
  const order = (keys: number[]) => keys.filter((key) => old.has(key) && now.has(key)).join();
  if (order([...old.keys()]) !== order(after.pools.map((each) => each.key))) sentences.push(words.poolsMoved);
  return sentences;
}

function shown(value: unknown, words: Words): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (typeof value === 'object') return 'enabled' in value ? shown(value.enabled, words) : JSON.stringify(value);
  return String(value);
}
