// Warum eine Anfrage nicht durchkommt, was an der Einstellungsdatei falsch ist, und was auf der Platte beschädigt war.
export const gate: Record<string, string> = {
  'gate.host': 'Dieser Server hört nicht auf {host!r}. Ist das sein Name, starten Sie ihn mit --allowed-host NAME.',
  'gate.many_hosts': '{count} Host-Header',
  'gate.several_keys': 'In dieser Anfrage steht mehr als ein Schlüssel; schicken Sie einen.',
  'gate.unknown_key':
    'Der Schlüssel in dieser Anfrage ist hier nicht bekannt: Er ist vertippt, widerrufen oder abgelaufen, oder er gehört zu einem anderen Server. Falls ein Proxy davor den Authorization-Header hinzufügt oder weiterreicht, nehmen Sie ihn dort heraus.',
  'gate.none_needed': 'Von diesem Rechner aus ist keiner nötig: Lassen Sie ihn weg.',
  'gate.key':
    'Hier ist ein Schlüssel nötig. Erstellen Sie einen auf dem Rechner mit `miner-ctrl keys create NAME`, und schicken Sie ihn im Header Authorization: Bearer KEY.',
  'gate.another_site': 'einer anderen Website',
  'gate.listening': 'Eine Seite von {origin!r} darf hier nicht mithören: --cors-origin nennt andere.',
  'gate.changing':
    'Eine Seite von {origin!r} darf hier lesen, aber nichts ändern. Vertrauen Sie ihr, starten Sie den Dienst mit --cors-origin ORIGIN.',
  'gate.encoded': 'Schicken Sie den Inhalt, wie er ist: Content-Encoding wird nicht verstanden.',
  'gate.not_json': 'Schicken Sie den Inhalt als JSON, mit dem Header Content-Type: application/json.',
  'gate.body_size': 'Der Inhalt ist größer als {size}.',
  'gate.overhead': 'Der Kopf der Anfrage, oder was sonst nicht ihr Inhalt ist, ist größer als {size}.',
  'gate.cut_body': 'Die Verbindung endete vor dem Inhalt.',
  'gate.connections': 'Mehr als {most} Verbindungen sind offen.',
  'gate.connections_of': 'Mehr als {most} Verbindungen von {source} sind offen.',
  'gate.listeners': 'Höchstens {most} WebSockets für eine fremde Website.',
  'gate.no_path': 'Hier ist nichts; was es gibt, steht unter {path}.',
  'gate.no_method': '{method} ist hier nicht möglich.',
  'gate.websocket': 'Das ist ein WebSocket: Statt http:// gehört ws:// an den Anfang der Adresse.',
  'gate.websocket_at': 'Der WebSocket ist unter {path}.',
  'gate.no_swagger': 'Swagger UI ist hier nicht installiert.',
  'gate.no_swagger_file': 'Swagger UI hat keine Datei {name!r}.',
  'gate.no_dashboard_file': 'Die Oberfläche hat keine Datei {name!r}.',
  'gate.dashboard_at': 'Die Oberfläche ist unter /.',
  'gate.defect': 'Ein Fehler der Plattform ({kind}). Mehr steht im Protokoll des Dienstes.',
  'gate.ending': 'Der Dienst endet gerade, darum wurde nichts geändert; ändern Sie es, wenn er wieder läuft.',
  'audit.unwritable':
    'Das Prüfprotokoll kann nicht geschrieben werden; was jetzt geändert wird, wird aufgeschrieben, sobald es wieder geht.',
  'storage.set_aside': '{file} war beschädigt und heißt jetzt {aside}.',
  'storage.foreign_rows': '{file} enthält {rows} Einträge ({what}) in einer Form, die nur Version {version} zeigen kann.',
  'storage.restored': 'Die Einträge ({what}) wurden aus {file} wiederhergestellt; die letzte Änderung an ihnen kann fehlen.',
  'storage.put_back':
    'Eine Sicherung von {made_at} wurde um {at} zurückgespielt; was vorher da war, liegt in {aside} im Datenordner.',
  'storage.history_damaged': 'Der Verlauf war beschädigt ({words}); er heißt jetzt {aside}, und ein neuer hat begonnen.',
  'settings.file': '{path} {issue}',
  'settings.not_yaml': 'ist als YAML nicht lesbar: {words}',
  'settings.not_values': 'muss Namen und Werte enthalten, wie `port: 8080`',
  'settings.line_ends': 'hat Zeilenenden, die nur ein Mensch erhalten kann',
  'settings.by_hand': 'ist so geschrieben, dass nur ein Mensch es ändern kann',
  'settings.unreadable': 'ist nicht lesbar: {words}',
  'settings.foreign': 'gehört {user}, der damit ändern könnte, was der Dienst tut. So übernehmen Sie es: {command}',
  'settings.open_to_all':
    'kann von jedem auf diesem Rechner geändert werden. Sehen Sie nach, was darin steht, und beenden Sie das dann: {command}',
  'settings.open_to_others':
    'kann von anderen auf diesem Rechner geändert werden. Sehen Sie nach, was darin steht, und beenden Sie das dann: {command}',
  'settings.open_to_group':
    'kann von anderen geändert werden ({users}). Sehen Sie nach, was darin steht, und beenden Sie das dann: {command}',
  'gate.settings_file': '{what}. Die Datei blieb, wie sie ist; berichtigen Sie sie von Hand, und versuchen Sie es dann noch einmal.',
};
