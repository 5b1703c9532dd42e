// Die Übersicht eines Rechners, auf dem noch nichts schürft.
import type { Catalogue } from '../en';

export const empty: Catalogue['empty'] = {
  cores: (cores, cache) => `${cores} Kerne${cache ? `, ${cache} L3` : ''}`,
  suits: (what) => `passt zu ${what}`,
  cards: (memory, driver) => [memory ? `je ${memory}` : '', driver ? `Treiber ${driver}` : ''].filter(Boolean).join(', '),
  noCards: 'Keine Grafikkarte',
  noCardsText: 'Keine gefunden; Münzen für Prozessoren brauchen keine',
  memory: 'Arbeitsspeicher',
  memoryText: (available, total) => `${available} von ${total} frei`,
  hugePages: 'Große Speicherseiten',
  hugePagesOk: (count) => `${count} sind reserviert`,
  looking: 'Sieht sich diesen Rechner an …',
  showHow: 'Zeigen, wie',
  suitsCpu: 'passt zu Ihrer CPU',
  suitsGpu: 'passt zu Ihren GPUs',
  installed: 'installiert',
  some: (names, more) => (more > 0 ? `${names} und ${more} weitere` : names),
  own: 'tut nur so, verdient nichts',
  installing: 'Installiert …',
  done: (title) => `${title} ist installiert`,
  failed: (title) => `${title} wurde nicht installiert`,
  tryOut: 'Ohne Verdienst ausprobieren',
};
