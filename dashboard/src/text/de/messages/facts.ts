// Was über Schürfprogramme überall gilt: Spende, Lizenz, wer sie fragen und lesen kann, was niemand bestätigen konnte.
export const facts: Record<string, string> = {
  'licence.proprietary': 'proprietär',
  'licence.eula': 'proprietär (EULA)',
  'licence.unstated': 'proprietär; es ist keine angegeben',
  'licence.firmware': 'die seiner Firmware',
  'fee.none': 'keine',
  'fee.firmware': 'die seiner Firmware',
  'fee.between': '{least} bis {most} % der Zeit, je nach Algorithmus',
  'fee.between_mostly': '{least} bis {most} % der Zeit, je nach Algorithmus ({usual} % bei den meisten)',
  'fee.between_such_as': '{least} bis {most} % der Zeit, je nach Algorithmus ({some} % bei {algorithm})',
  'fee.other_for': '{percent} % der Zeit ({other} % bei {algorithms:and})',
  'fee.least': '{percent} % der Zeit (weniger geht nicht; donateLevel erhöht es)',
  'exposure.read': '{protocol} auf 127.0.0.1, nur zum Lesen und ohne Passwort',
  'exposure.no_password': '{protocol} auf 127.0.0.1, ohne Passwort',
  'exposure.steered': '{protocol} auf 127.0.0.1, ohne Passwort: Jeder Benutzer dieses Rechners kann seine Arbeit anhalten und starten',
  'exposure.tells_logins': '{protocol} auf 127.0.0.1, ohne Passwort; wer fragt, liest Ihre Logins und Passwörter bei Pools',
  'exposure.token': '{protocol} auf 127.0.0.1, hinter einem Token, das für jeden Start neu gemacht wird',
  'exposure.watch':
    'TCP auf 127.0.0.1, hinter einem Token, das für jeden Start neu gemacht wird; die Maschine selbst antwortet jedem, den sie einlässt',
  'exposure.node':
    'Die RPC eines Knotens, der hier gestartet wird: nur auf 127.0.0.1, hinter einer neuen Anmeldung für jeden Start. Die eines Knotens, der schon läuft: wie sein Besitzer sie eingestellt hat',
  'exposure.every_address': '{protocol} auf jeder Adresse dieses Rechners, nur zum Lesen und ohne Passwort',
  'exposure.unbound': '{protocol} auf jeder Adresse dieses Rechners (keine Option bindet es), nur zum Lesen und ohne Passwort',
  'exposure.perhaps': '{protocol}, vielleicht auf jeder Adresse dieses Rechners (keine Option bindet es), nur zum Lesen und ohne Passwort',
  'secrets.file': 'In einer Datei, die nur ihr Besitzer lesen kann, nie auf der Befehlszeile.',
  'secrets.arguments':
    'Auf der Befehlszeile, die jeder Benutzer dieses Rechners lesen kann: Das Programm nimmt sie weder aus einer Datei noch aus der Umgebung.',
  'secrets.undocumented_file':
    'Auf der Befehlszeile, die jeder Benutzer dieses Rechners lesen kann: Die Form seiner Konfigurationsdatei ist nicht dokumentiert.',
  'secrets.arguments_and_api':
    'Auf der Befehlszeile und in den Antworten seiner API, die jeder Benutzer dieses Rechners lesen kann: Das Programm nimmt sie weder aus einer Datei noch aus der Umgebung.',
  'secrets.none': 'Es gibt keine: Keine Anmeldung und kein Passwort geht irgendwohin.',
  'tried.driven': 'Ausprobiert mit {version}.',
  'tried.recorded': 'Gelesen, wie es eine echte Antwort von {version} zeigt; das Programm selbst wurde nicht ausprobiert.',
  'tried.not':
    'Nicht ausprobiert: Es wird gelesen, wie seine Dokumente es beschreiben; eine echte Antwort war nicht zu sehen.',
  'version.every': 'jeder Version, denn es gehört zur Plattform',
  'version.debian': '{version} aus Debian',
  'version.fork': 'einem Ableger, {fork},',
  'version.antminer': 'cgminer {first} und {second} auf einem Antminer L3',
  'version.year': '{year}, deren Version nicht bekannt ist,',
  'version.and_part': '{version} und ein Teil einer Antwort von {other}',
  'unconfirmed.signals': 'Wie es auf Signale hört, ist nicht dokumentiert; zum Beenden bekommt es SIGTERM.',
  'unconfirmed.no_answer':
    'Eine vollständige Antwort seiner API war nicht zu sehen; sie wird gelesen, wie die Programme seiner Benutzer sie lesen.',
  'unconfirmed.old_answer': 'Die Antwort von {version} war nicht zu sehen; sie wird gelesen wie die von {other}.',
  'unconfirmed.listening': 'Auf welchen Adressen seine API erreichbar ist, ist nicht dokumentiert; angenommen wird: auf jeder.',
  'unconfirmed.version_named':
    'Was --version ausgibt, ist nicht dokumentiert; es wird verstanden, wenn {name} und eine Zahl darin stehen.',
  'unconfirmed.version_alone':
    'Was --version ausgibt, ist nicht dokumentiert; es wird verstanden, wenn {name} und eine Zahl darin stehen oder eine Zahl allein.',
  'unconfirmed.version_line': 'Wie aussieht, was --version ausgibt, stammt aus seiner ersten Zeile in Berichten seiner Benutzer.',
  'unconfirmed.version_flag':
    'Wie man es nach seiner Version fragt, ist nicht dokumentiert; seine Benutzer rufen --version auf und lesen eine Zahl hinter seinem Namen.',
  'unconfirmed.no_version_flag':
    'Es hat keinen Schalter für seine Version; sie wird aus dem gelesen, was es ausgibt, wenn es seine Geräte auflistet.',
  'unconfirmed.names': 'Seine Namen {names} stehen in Programmen seiner Benutzer, nicht in seinen Dokumenten.',
  'unconfirmed.names_from': 'Wie seine Dateien ab Version {version} heißen, war nicht zu sehen.',
  'unconfirmed.second_names':
    'Seine Antwort mit einer zweiten Arbeit war nicht zu sehen; die Programme seiner Benutzer lesen beide nach ihren Namen.',
  'unconfirmed.second_list':
    'Seine Antwort mit einer zweiten Arbeit war nicht zu sehen; die Programme seiner Benutzer lesen beide aus seiner Liste der Algorithmen.',
  'unconfirmed.second_dual':
    'Seine Antwort mit einer zweiten Arbeit war nicht zu sehen; die Programme seiner Benutzer lesen daraus {field}.',
  'unconfirmed.second_joined':
    'Seine Antwort mit einer zweiten Arbeit war nicht zu sehen; seine eigene Seite und die Programme seiner Benutzer lesen daraus {first} und {other} und zwei Namen mit + dazwischen.',
  'unconfirmed.second_answers':
    'Seine Antwort mit einer zweiten Arbeit war nicht zu sehen; sein Autor dokumentiert die Fragen, nicht die Antworten.',
  'unconfirmed.second_flags':
    'Seine Schalter für eine zweite Arbeit, und was zusammengeht, stehen in Programmen seiner Benutzer, nicht in seinen Dokumenten.',
  'unconfirmed.beside': 'Was es neben {algorithms:and} rechnen kann, ist nicht dokumentiert, darum wird nichts angeboten.',
  'unconfirmed.second_on_cards':
    'Seine Antwort mit einer zweiten Arbeit auf Karten war nicht zu sehen, nur eine mit einer zweiten auf dem Prozessor.',
  'unconfirmed.cards_of_both':
    'Wo Karten genannt sind, stehen sie in den Abschnitten beider Arbeiten; seine Beispiele zeigen das für eine.',
  'unconfirmed.joined':
    'Sein Autor dokumentiert mehrere Coins nacheinander auf denselben Karten; zugleich nur durch einen Schalter, der sie verbindet und von dem kein Beispiel mit seiner Antwort zu sehen war, darum wird es nicht angeboten.',
  'unconfirmed.randomx_v2': 'Ob es RandomX v2 rechnet, ist nicht bekannt.',
  'unconfirmed.cpu_alone_answer':
    'Seine Antwort, während es nur auf dem Prozessor rechnet, war nicht zu sehen, nur eine mit Prozessor und Karten.',
  'unconfirmed.cpu_too': 'Seine Dokumente nennen {algorithms} auch für den Prozessor; hier rechnen es nur Karten.',
  'unconfirmed.cpu_untold':
    'Es rechnet {algorithms} auch auf dem Prozessor; wie seine API das nennt, war nicht zu sehen, darum wird es nicht angeboten.',
  'unconfirmed.layout':
    'Wie seine Archive aufgebaut sind, war nicht zu sehen; das Programm wird darin nach seinem Namen gesucht.',
  'unconfirmed.zip_files':
    'Was seine Zip-Datei für Windows neben dem Programm enthält, war nicht zu sehen; das Programm wird nach seinem Namen gesucht.',
  'unconfirmed.older_flag': '{flag} steht nur in den Dokumenten einer älteren Version, darum wird es nicht verwendet.',
  'unconfirmed.ended_by_all':
    'Programme seiner Benutzer beenden es über seine API ohne Schlüssel, was seine Dokumente nicht erlauben; vielleicht kann es also jeder Benutzer dieses Rechners.',
  'unconfirmed.other_address':
    'Seine API antwortet auch unter {path}, in einer Form, die nicht zu sehen war; gefragt wird {asked}.',
  'unconfirmed.password':
    'Wie seiner API ein Passwort geschickt würde, ist nicht dokumentiert, und sein Autor sagt zweierlei darüber, was eines braucht; darum hat sie keines.',
  'unconfirmed.cut_cards':
    'Bei mehr als {count} Karten schneiden manche Versionen ihre Antworten ab; dann werden keine Zahlen gezeigt.',
  'unconfirmed.taken_for_third':
    'Welche Version von XelisHash sein Name {name} meint, ist nicht dokumentiert; er wird für die dritte genommen.',
  'unconfirmed.threads': 'Die Antwort auf threads wurde nicht aufgezeichnet; sie wird gelesen, wie der Quelltext sie schreibt.',
  'unconfirmed.other_makers':
    'Whatsminer und Avalon antworten in eigenen Formen, die nicht zu sehen waren; was nicht bekannt ist, wird weggelassen.',
  'unconfirmed.newer_firmware':
    'Neuere Firmware von Bitmain beantwortet einige der Fragen nicht; was sie nicht sagt, wird weggelassen.',
  'unconfirmed.mined': 'Was gerechnet wird, steht in keiner Antwort; gezeigt wird es, wie die Konfiguration es sagt.',
  'unconfirmed.sensors': 'Temperaturen und Lüfter werden nicht gezeigt.',
  'unconfirmed.keys_of':
    'Die Antwort von {version} war nicht zu sehen; {between} hatte die Schlüssel von {other} und wird ebenso gelesen.',
  'unconfirmed.other_form': 'Versionen bis {version} antworten in einer anderen Form, die nicht gelesen wird.',
  'unconfirmed.power_told': 'Ob seine API die Leistung einer Karte nennt, ist nicht bekannt.',
  'unconfirmed.power_unseen': 'Wie viel Leistung eine Karte aufnimmt, steht in keiner Antwort, die zu sehen war.',
  'unconfirmed.every_maker': 'Es schürft auf den Karten aller Hersteller, wenn Sie keine Nummern nennen.',
  'unconfirmed.decimal_places': 'Die Plätze der Karten in seinen Antworten gelten als dezimale Zahlen.',
  'unconfirmed.chosen_by_place':
    'Wo es nur OpenCL nutzt und seine Nummern der Karten von Intel wegen der Grafik im Prozessor nicht bekannt sein können, bekommt es die Plätze der Karten als dezimale Zahlen ({flag}), was niemand ausprobiert hat.',
  'unconfirmed.card_order': 'Die Nummern seiner Karten gelten als die Reihenfolge ihrer Plätze am Bus.',
  'unconfirmed.intel': 'Mit Karten von Intel hat es niemand ausprobiert.',
  'unconfirmed.pausing':
    'Zum Pausieren braucht es einen Schlüssel, den nur das Programm selbst machen kann, darum wird es nicht angeboten.',
  'unconfirmed.rejected': 'Wie es einen abgelehnten Share ausgibt, war nicht zu sehen.',
  'unconfirmed.commands':
    'Ob seine API Befehle von sgminer nimmt, die etwas ändern, ist nicht bekannt; es wird keiner geschickt.',
  'unconfirmed.zero':
    'Seine API kann eine Weile 0 H/s nennen, obwohl es rechnet; in den ersten {minutes} Minuten gilt das als unbekannt.',
  'unconfirmed.new_answer': 'Eine vollständige Antwort einer heutigen Version war nicht zu sehen.',
  'unconfirmed.firo':
    'Firo hat {year} seinen Algorithmus gewechselt; dass {version} und spätere Versionen ihn rechnen, sagen die Benutzer.',
  'option.randomx_mode': 'RandomX mit 2,3 GiB Speicher (fast) oder mit 0,3 GiB und einem Achtel der Geschwindigkeit (light).',
  'option.1gb_pages': 'Große Speicherseiten von 1 GiB für RandomX verwenden.',
  'option.msr': 'Register des Prozessors für mehr Geschwindigkeit ändern; braucht root.',
  'option.asm': 'Welcher von Hand geschriebene Code verwendet wird; true und auto wählen nach dem Prozessor.',
  'option.yield': 'Anderen Programmen den Vortritt lassen; das kostet ein wenig Geschwindigkeit.',
  'option.threads_hint': 'Wie viel vom Prozessor es verwenden darf, wenn keine Threads genannt sind.',
  'option.print_time': 'Wie oft es seine Hashrate ausgibt; 0 heißt nie.',
  'option.data_dir':
    'Startet einen Knoten mit seiner Blockchain in diesem Ordner, den es geben muss, wenn nicht schon einer unter der Adresse antwortet; ohne diese Angabe muss dort ein Knoten laufen.',
  'option.node_mode':
    'Wie viel Speicher ein hier gestarteter Knoten zum Schürfen nimmt: 2,3 GiB (fast) oder 256 MiB (light), was um ein Vielfaches langsamer ist.',
  'option.network':
    'regtest ist eine eigene Kette ohne andere Teilnehmer, um alles auszuprobieren: Ihre Münzen sind nichts wert.',
  'option.remote_node':
    'Erlaubt einen Knoten unter einer anderen Adresse als der dieses Rechners; geschürft wird dann auf jenem Rechner, und nichts verschlüsselt, was ihm gesagt wird.',
  'option.behaviour': 'Wie er sich verhält.',
  'option.pretended_rate': 'Was er zu rechnen vorgibt.',
  'option.pretended_cards': 'Wie viele Grafikkarten er zu haben vorgibt.',
  'option.after': 'Wann sein Verhalten (mode) beginnt.',
  'option.exit_code': 'Wie er endet; unter 0: durch dieses Signal.',
  'option.refuse_login': 'Ob sein Pool die Anmeldung ablehnt.',
  'opinion.collected': '{file} vom {date}, für die Dateien des eigenen Spiegels',
  'waits.node_starting': 'Der Knoten startet',
  'waits.node_silent': 'Der Knoten antwortet nicht',
  'waits.node_behind': 'Der Knoten ist mit seinem Netz noch nicht gleichauf: Block {height} von {target}',
  'waits.node_not_in_step': 'Der Knoten ist mit seinem Netz noch nicht gleichauf',
  'watch.silent': 'Die Maschine antwortet nicht: {why}.',
  'watch.not_yet': 'noch nicht',
  'watch.no_name': 'Ihr Name ist nicht bekannt',
  'watch.late': 'Sie antwortet nicht rechtzeitig',
  'unit.seconds': 'Sekunden',
  'unit.percent': 'Prozent',
};
