// Wie eine Messung steht, warum sie misslang, und warum eine abgelehnt wird.
export const benchmarks: Record<string, string> = {
  'benchmark.not_computed': 'rechnet {program} nicht; möglich ist eines von {names}',
  'benchmark.needs_config':
    'ist nötig: {program} hat keine eigene Messung für {algorithm}, darum schürft es so lange und braucht einen Pool und eine Wallet',
  'benchmark.threads_twice': 'gehört in config, wo es eine gibt',
  'benchmark.watched': '{program} liest nur, was anderswo schürft; auf dieser Maschine ist dabei nichts zu messen.',
  'benchmark.unknown': 'Eine solche Messung gibt es nicht; GET /benchmarks nennt die vorhandenen.',
  'benchmark.under_way': 'Eine Messung von {type} läuft schon; eine zweite würde beide verfälschen.',
  'benchmark.under_way.way_out': 'Warten Sie ihr Ende ab, oder brechen Sie sie ab.',
  'benchmark.devices_in_use': '{miners:and} nutzen, was zu messen wäre, darum wäre beides falsch.',
  'benchmark.devices_in_use_by_one': '{miner} nutzt, was zu messen wäre, darum wäre beides falsch.',
  'benchmark.devices_in_use.way_out': 'Stoppen Sie zuerst {miners:and}, oder messen Sie andere Geräte.',
  'benchmark.prepares': '{program} bereitet vor, {algorithm} zu rechnen.',
  'benchmark.measured': 'Es wird gemessen: {done} von {seconds} s.',
  'benchmark.defect': 'Ein Fehler der Plattform hat sie beendet ({name}). Im Protokoll des Dienstes steht mehr.',
  'benchmark.interrupted': 'Immer wieder endete inzwischen der Dienst; beginnen Sie sie neu.',
  'benchmark.not_started': 'Das Programm ließ sich nicht starten: {words}',
  'benchmark.program_ended': 'Das Programm endete, bevor es gemessen war. {words}',
  'benchmark.nothing': 'In {seconds} s hat es nichts gerechnet.',
  'benchmark.nothing_saying': 'In {seconds} s hat es nichts gerechnet. Sein letztes Wort: {words}',
  'benchmark.gaps': 'Es hat nur in {computed} von {seconds} s gerechnet, darum ist nicht bekannt, wie schnell es ist.',
};
