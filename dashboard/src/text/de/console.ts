// Die Konsole eines Miners.
import type { Catalogue } from '../en';

export const console: Catalogue['console'] = {
  title: 'Konsole',
  show: 'Welche Zeilen',
  filters: { all: 'Alle', shares: 'Shares', network: 'Netz', problems: 'Probleme' },
  find: 'Im Protokoll suchen',
  findKeys: 'Eingabe geht zur vorigen Stelle, Umschalt-Eingabe zur nächsten',
  matches: (count) => (count === 1 ? '1 Zeile' : `${count} Zeilen`),
  follow: 'Folgen',
  wrap: 'Lange Zeilen umbrechen',
  newer: (count) => (count === 1 ? '1 neue Zeile' : `${count} neue Zeilen`),
  summary: (lines, problems) =>
    `${lines === 1 ? '1 neue Zeile' : `${lines} neue Zeilen`}${problems ? `, davon ${problems} mit einem Problem` : ''}`,
  nothingYet: 'Es wurde noch nichts ausgegeben.',
  noneOfThese: 'Keine Zeile ist von dieser Art.',
  you: 'Sie',
  input: 'Dem Miner eine Taste senden',
  known: 'Tasten, die dieses Programm versteht',
  send: 'Senden',
  noKeys: 'Dieses Programm nimmt keine Tasten an.',
  notLive: 'Tasten kann man senden, während es läuft.',
  keys: {
    'print the hashrate': 'Hashrate',
    pause: 'Pausieren',
    resume: 'Fortsetzen',
    'print the results': 'Ergebnisse',
    'print the connection': 'Verbindung',
    'print the sensors': 'Sensoren',
  },
};
