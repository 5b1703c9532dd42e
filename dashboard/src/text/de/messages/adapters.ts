// Was einzelne Programme nicht können, was man über sie wissen sollte, und wie man sie bekommt.
export const adapters: Record<string, string> = {
  'fault.not_mined': '{program} schürft kein {coin}; nennen Sie den Algorithmus, wenn nur darin ausgezahlt wird, eines von {names}',
  'fault.names_no_work': '{program} braucht die Angabe, was zu rechnen ist; nennen Sie eines von {names}',
  'fault.not_beside': '{program} rechnet es nicht neben {algorithm}; nennen Sie eines von {names}',
  'fault.nothing_beside':
    '{program} rechnet nichts neben {algorithm}; lassen Sie es weg, oder nehmen Sie als Hauptarbeit eines von {names}',
  'fault.no_worker_field':
    '{program} hat dafür kein Feld, und es ist nicht bekannt, wo {pool} es liest; schreiben Sie es so in die Wallet, wie der Pool es verlangt',
  'fault.comma_in_wallet': 'darf kein Komma enthalten, denn daran trennt {program} Wallets',
  'fault.only_on_cards': 'gilt für Grafikkarten; schalten Sie {ways:or} ein',
  'fault.sign_in_address': '{program} kann keine Angabe mit {signs:or} nehmen',
  'fault.no_node_rpc': 'muss die RPC eines Monero-Knotens sein; schreiben Sie daemon+http://{endpoint}',
  'fault.own_node_elsewhere':
    'muss ein Knoten auf diesem Rechner sein, wie daemon+http://127.0.0.1:18081; für einen anderen lassen Sie dataDir weg',
  'fault.node_elsewhere':
    'muss ein Knoten auf diesem Rechner sein, wie daemon+http://127.0.0.1:18081; für einen anderen setzen Sie options.remoteNode auf true',
  'fault.of_own_node': 'braucht dataDir, denn ein Knoten, der schon läuft, ist so, wie sein Besitzer ihn gestartet hat; lassen Sie es weg',
  'fault.no_chain_folder': 'ist kein Ordner; hängen Sie ihn ein, oder legen Sie ihn an: {command}',
  'fault.foreign_chain_folder': 'gehört einem anderen Benutzer; nennen Sie einen Ordner des Benutzers, unter dem der Dienst läuft',
  'fault.chain_folder_unreadable': 'ist nicht lesbar: {error}',
  'fault.crowded_chain_folder':
    'enthält anderes als eine Kette; nennen Sie einen leeren Ordner oder einen mit der Kette eines Monero-Knotens',
  'fault.node_login': 'muss user:password sein, wie es --rpc-login des Knotens sagt',
  'fault.coin_of_node': 'muss XMR sein oder fehlen, denn {program} schürft nichts anderes',
  'warning.regtest': 'regtest ist eine eigene Kette: Was dort geschürft wird, ist nichts wert.',
  'warning.solo':
    'Allein findet man einen Block so selten, wie der eigene Teil der Rechenleistung des Netzes klein ist: vielleicht nie.',
  'warning.whole_chain':
    'Der Knoten muss die ganze Kette haben, bevor er schürft: Das dauert Stunden bis Tage und braucht mehr als 200 GB.',
  'warning.mines_elsewhere': 'Es schürft auf dem Rechner des Knotens, nicht auf diesem.',
  'warning.tls_gives_way': 'Wo TLS misslingt, verbindet sich {program} ohne TLS mit dem Pool und sagt nichts davon.',
  'warning.steered_api':
    'Jeder Benutzer dieses Rechners und eine hier geöffnete Webseite, die seinen Port trifft, kann die Arbeit von {program} anhalten und starten: Seine API hat kein Passwort, von dem bekannt ist, dass es geprüft wird.',
  'warning.only_watched': '{endpoint} wird nur gelesen: Start und Stopp beginnen und beenden das Zusehen und ändern dort nichts.',
  'getting.watcher': 'Es gehört zur Plattform und braucht keine Installation: Es liest, was schon schürft.',
  'getting.build':
    'Sein Autor veröffentlicht kein Programm für Linux: Bauen Sie es aus {url}, und melden Sie dann das selbst gebaute an.',
  'getting.build_or_windows':
    'Sein Autor veröffentlicht kein Programm für Linux: Bauen Sie es aus {url}, und melden Sie dann das selbst gebaute an. Für Windows gibt es eines; was davon installiert wird, läuft auf jedem Prozessor, und ein schnelleres für Ihren liegt zum Anmelden daneben.',
  'getting.monerod':
    'Installieren Sie das Paket Ihrer Distribution (bei Debian und Ubuntu: monero), oder holen Sie es von {url} und prüfen Sie es, wie jene Seite sagt; melden Sie es dann an mit: miner-ctrl register monerod /path/to/monerod. Ein Knoten, der schon läuft, braucht nichts: Lassen Sie dataDir weg.',
};
