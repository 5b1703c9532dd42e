// Commands that can be pasted as they stand.
import { expect, test } from 'vitest';
import { pasteable } from '../src/commands';

const LINE = "/opt/mine/bin/miner-ctrl --data-dir '/srv/my $& data'";

test('a command begins as the daemon is called, wherever it stands in a sentence', () => {
  expect(pasteable('miner-ctrl install xmrig', LINE)).toBe(`${LINE} install xmrig`);
  expect(pasteable('See: miner-ctrl logs a; or miner-ctrl doctor', LINE)).toBe(`See: ${LINE} logs a; or ${LINE} doctor`);
});

test('where it is called by its name alone, or is not known, a text stays as it is', () => {
  for (const line of ['miner-ctrl', null, undefined]) expect(pasteable('miner-ctrl doctor', line)).toBe('miner-ctrl doctor');
});

test('what only names the program, or is a path already, stays as it is', () => {
  for (const text of ['by miner-ctrl/0.2.0', '/usr/bin/miner-ctrl doctor', 'miner-ctrl']) expect(pasteable(text, LINE)).toBe(text);
});
