// Was die Prüfung nur unter Windows oder macOS findet.
export const doctorElsewhere: Record<string, string> = {
  'doctor.root.elevated': 'Der Dienst läuft mit Administratorrechten',
  'doctor.root.elevated.meaning':
    'Dann laufen auch die Miner so, und ein böser könnte mit diesem Rechner alles machen. Schürfen braucht keinen Administrator. Starten Sie den Dienst ohne „Als Administrator ausführen“.',
  'doctor.terminal.unknown': 'Ob Miner dieses Terminal überdauern, ist nicht bekannt',
  'doctor.terminal.ends': 'Miner enden mit diesem Terminal',
  'doctor.terminal.ends.meaning':
    'Der Dienst wurde in einem Terminal gestartet, das beim Schließen seines Fensters alles beendet, was darin gestartet wurde, auch die Miner, und nichts darf es verlassen. Starten Sie den Dienst aus der Aufgabenplanung: Dann überdauern sie es.',
  'doctor.terminal.ok': 'Miner überdauern das Terminal und den Dienst',
  'doctor.terminal.ok.meaning': 'Sie enden, wenn Sie sich abmelden, wie unter Windows alles.',
  'doctor.temperatures.none': 'Die Temperatur des Prozessors ist hier nicht bekannt',
  'doctor.temperatures.none.meaning':
    'Dieses System verrät ohne einen Treiber keinem Programm die Temperatur des Prozessors. Niemand erfährt, wenn er heiß ist; er bremst sich dann selbst. Grafikkarten verraten ihre.',
  'doctor.lock_pages.ok': 'Große Speicherseiten können verwendet werden',
  'doctor.lock_pages.ok.meaning':
    'Der Benutzer des Dienstes darf Seiten im Speicher sperren. Windows macht große Seiten aus Speicher, der am Stück frei ist; nach einem Neustart gibt es also die meisten.',
  'doctor.lock_pages.missing': 'Großen Speicherseiten fehlt ein Recht',
  'doctor.lock_pages.missing.meaning':
    'RandomX springt in 2,3 GB Speicher umher, was in großen Seiten viel schneller geht. Windows gibt sie dem, der das Recht „Sperren von Seiten im Speicher“ hat: Geben Sie es Ihrem Benutzer in secpol.msc, Lokale Richtlinien, Zuweisen von Benutzerrechten. Windows Home hat kein secpol.msc: Führen Sie XMRig dort einmal als Administrator aus, das holt sich das Recht. Melden Sie sich dann ab und wieder an.',
  'doctor.msr.windows': 'MSR wird unter Windows nicht angeboten',
  'doctor.msr.windows.meaning':
    'Es bräuchte einen Treiber, den Virenscanner mit gutem Grund entfernen, und einen Dienst, der den ganzen Rechner ändern darf. Schürfen geht auch ohne.',
  'doctor.owners.windows.meaning': 'Sie gehören den Administratoren oder dem Benutzer des Dienstes.',
  'doctor.exposure.macos.meaning':
    'Wer im selben Netz ist, kann seine Zahlen lesen und mit ihnen Ihre Wallet. Schließen Sie die Ports {first} bis {last} für andere Rechner in Ihrem Router oder einer Firewall; die von macOS geht nach Programmen.',
  'doctor.exposure.windows.meaning':
    'Wer im selben Netz ist, kann seine Zahlen lesen und mit ihnen Ihre Wallet. Der Befehl schließt die Ports der Miner der Plattform für andere Rechner. Geben Sie ihn in einer PowerShell ein, die als Administrator gestartet ist.',
  'doctor.graphics.windows.meaning':
    'Keine NVIDIA-Karte mit ihrem Treiber wurde gefunden; nach Karten von AMD wird hier nicht gesucht. Programme finden sie selbst.',
};
