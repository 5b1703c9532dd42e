// Die Sätze der API auf Deutsch: nach ihrem Code, mit denselben Parametern wie in docs/reference/messages.json.
import { adapters } from './messages/adapters';
import { benchmarks } from './messages/benchmarks';
import { deliveries } from './messages/deliveries';
import { doctor } from './messages/doctor';
import { doctorElsewhere } from './messages/doctor_elsewhere';
import { facts } from './messages/facts';
import { faults } from './messages/faults';
import { gate } from './messages/gate';
import { payout } from './messages/payout';
import { pools } from './messages/pools';
import { programs } from './messages/programs';
import { warnings } from './messages/warnings';

export const messages: Record<string, string> = {
  ...adapters,
  ...benchmarks,
  ...deliveries,
  ...doctor,
  ...doctorElsewhere,
  ...facts,
  ...faults,
  ...gate,
  ...payout,
  ...pools,
  ...programs,
  ...warnings,
  'access.open_to_all':
    'Jeder, der diesen Rechner über das Netz erreicht, darf ohne Schlüssel alles, auch ändern, wohin das Geld geht: --auth off. Starten Sie den Dienst ohne das.',
  'action.edit_config': 'Konfiguration bearbeiten',
  'action.edit_settings': 'Einstellungen bearbeiten',
  'action.examine': 'Alles prüfen',
  'action.forget_miner': 'Anhalten und vergessen',
  'action.install_program': 'Installieren',
  'action.restart_miner': 'Neu starten',
  'action.see_logs': 'Protokoll ansehen',
  'action.see_timeline': 'Ansehen, was geschah',
  'action.settle_program': 'Programm neu anmelden',
  'action.start_miner': 'Starten',
  'action.test_notifications': 'Benachrichtigungen testen',
  'action.update_program': 'Aktualisieren',
  'attention.advisory': '{program} {version}: {advisory}',
  'attention.failover': 'Er schürft bei {pool}, weil {first} nicht antwortet.',
  'attention.gpus_missing': '{mining} von {wanted} Grafikkarten schürfen.',
  'attention.hot': '{device} ist {temperature} °C heiß; ab {limit} °C wird es gemeldet (hot_temperature).',
  'attention.low_hashrate': 'Er rechnet {percent} % von dem, was für ihn üblich ist.',
  'attention.restart_for_version': 'Version {version} ist installiert; bis zum Neustart läuft {running}.',
  'attention.unsent': 'Nachrichten erreichen {target} nicht: {issue}',
  'attention.update': '{program} {version} ist da; in Gebrauch ist {installed}.',
  'autostart.boot_loop':
    'Dieser Rechner fiel {boots}-mal in Folge innerhalb von {soon:duration} nach dem ersten Hash aus. Darum startet nichts von selbst, bis er {wait:duration} lang läuft. Prüfen Sie Netzteil und Kühlung. Wenn Sie selbst einen Miner starten, endet das Warten.',
  'autostart.delayed': 'Der Dienst startet ihn {seconds:duration} nach seinem eigenen Start.',
  'autostart.left_alone':
    'Der Dienst hat ihn nicht gestartet, weil autostart_except ihn nennt. So starten Sie ihn: miner-ctrl restart {miner}',
  'autostart.off': 'Der Dienst hat ihn nicht gestartet, weil autostart aus ist. So starten Sie ihn: miner-ctrl restart {miner}',
  'certificate.expires':
    'Das Zertifikat von --tls-cert läuft am {until} ab. Erneuern Sie es an seiner Stelle: Das neue wird ohne Neustart verwendet.',
  'certificate.expired':
    'Das Zertifikat von --tls-cert ist am {until} abgelaufen, deshalb lehnen andere es ab. Erneuern Sie es an seiner Stelle: Das neue wird ohne Neustart verwendet.',
  'certificate.refused': 'Das neue Zertifikat wird nicht verwendet, sondern das bisherige: {issue}',
  'certificate.renewed': 'Ab jetzt wird ein neues Zertifikat verwendet; es läuft am {until} ab.',
  'daemon.ended': 'Der Dienst ist beendet; laufende Miner laufen weiter.',
  'daemon.ended_with_miners': 'Der Dienst ist beendet und hat seine Miner angehalten.',
  'daemon.started': 'Der Dienst ist gestartet.',
  'foreign.ended': 'Der Miner ist beendet.',
  'foreign.record':
    'Der Dienst kennt von diesem Miner nur den Prozess und kann ihn nur anhalten. Um den Namen wieder zu verwenden: miner-ctrl stop {miner} --forget',
  'foreign.runs': 'Der Miner läuft. {why}',
  'foreign.stopped_with_daemon': 'Mit dem Dienst angehalten.',
  'foreign.type':
    'Diese Version ({version}) kennt den Typ {type!r} nicht und kann den Miner nur anhalten. Um den Namen wieder zu verwenden: miner-ctrl stop {miner} --forget',
  'health.api_silent': 'Der Prozess läuft, aber seine API antwortet nicht.',
  'health.bad_config': '{ending} Berichtigen Sie die Konfiguration, und starten Sie ihn dann wieder.',
  'health.banned': 'Der Pool lehnt die Anmeldung ab: „{words}“. Eine Sperre endet von selbst; ihre Ursache kennt der Pool.',
  'health.connecting': 'Er verbindet sich mit dem Pool.',
  'health.crash_loop':
    'Er endete {times}-mal in Folge innerhalb von {quick:duration}. {ending} Er startet wieder in {delay:duration}.',
  'health.donating': 'Er schürft eine Weile für die Autoren von {program}, wie donateLevel es sagt; danach wieder für Sie.',
  'health.ends_at_once':
    'Er endet sofort: {times}-mal in Folge, und mit dieser Konfiguration hat er noch nie gearbeitet. {ending} In {delay:duration} wird es wieder versucht.',
  'health.ends_at_once_saying':
    'Er endet sofort: {times}-mal in Folge, und mit dieser Konfiguration hat er noch nie gearbeitet. {ending} Seine letzten Worte: {words}. In {delay:duration} wird es wieder versucht.',
  'health.gpu_memory_full':
    'Auf {cards} ist kein Platz, darum liegt die Arbeit im Hauptspeicher und ist langsam. Beenden Sie, was jenen Speicher sonst belegt, und starten Sie ihn neu.',
  'health.gpu_unavailable': 'Er kann seine Grafikkarten nicht nutzen ({words}); das Übrige schürft weiter.',
  'health.gpu_unavailable_alone':
    'Er kann seine Grafikkarten nicht nutzen ({words}), und sonst soll nichts schürfen.',
  'health.gpu_waits':
    'Er kann seine Grafikkarten nicht nutzen ({words}), und sonst soll nichts schürfen, darum bleibt der Pool in Ruhe. In {delay:duration} wird es wieder versucht.',
  'health.just_started': 'Er hat noch nicht geantwortet.',
  'health.login_refused': 'Der Pool lehnt die Anmeldung ab: „{words}“. Prüfen Sie die Wallet.',
  'health.no_backend':
    'Der Pool schickt Arbeit, die kein Teil dieses Miners rechnen kann. Wählen Sie einen Pool für seinen Algorithmus.',
  'health.no_backend_for':
    'Der Pool schickt Arbeit für {algorithm}, die kein Teil dieses Miners rechnen kann. Wählen Sie einen Pool für seinen Algorithmus.',
  'health.no_hashrate': 'Er ist verbunden, hat aber seit {seconds:duration} nichts gerechnet.',
  'health.no_pool': 'Er hat keine Verbindung zu einem Pool. Er versucht es weiter.',
  'health.not_understood':
    'Version {version} hat ihn mit {what} gespeichert, was diese Version ({own}) nicht versteht. Darum wird er hier nicht gestartet. Starten Sie jene Version, oder löschen Sie ihn und legen ihn neu an.',
  'health.other_algorithm': 'Er schürft {mined}, obwohl {configured} eingestellt ist: Sein Pool schickt diese Arbeit.',
  'health.paused': 'Er ist pausiert; setzen Sie ihn fort.',
  'health.paused_unasked':
    'Er ist pausiert; setzen Sie ihn fort. Niemand hat ihn hier pausiert: Vielleicht ruht er von selbst, etwa im Akkubetrieb.',
  'health.pool_lost': 'Er hat keine Verbindung zu einem Pool: „{words}“. Er versucht es weiter.',
  'health.pool_silent':
    'Seit {seconds:duration} wurde kein Share angenommen, wo alle {expected:duration} einer zu erwarten ist. Vielleicht antwortet der Pool nicht mehr.',
  'health.preparing': 'Er bereitet seine Arbeit vor; das kann Minuten dauern.',
  'health.preparing_long': 'Er bereitet seit {seconds:duration} seine Arbeit vor und rechnet währenddessen nichts.',
  'health.refused': 'Der Pool lehnt die Anmeldung ab: „{words}“.',
  'health.rejected': 'Der Pool hat innerhalb von zehn Minuten {rejected} der letzten {count} Shares abgelehnt.',
  'health.rejected_in_a_row': 'Der Pool hat die letzten {count} Shares abgelehnt.',
  'health.rejected_in_a_row_saying': 'Der Pool hat die letzten {count} Shares abgelehnt und sagt: „{words}“.',
  'health.rejected_saying':
    'Der Pool hat innerhalb von zehn Minuten {rejected} der letzten {count} Shares abgelehnt und sagt: „{words}“.',
  'health.unusable_work':
    'Der Pool nimmt die Anmeldung an, aber dieser Miner kann seine Arbeit nicht verwenden: {words}. Wählen Sie einen Pool, dessen Arbeit er rechnen kann, oder nennen Sie Algorithmus oder Münze.',
  'health.waiting_to_restart': '{ending} Er startet wieder in {delay:duration}.',
  'health.waits_for': 'Er rechnet noch nichts: {words}.',
  'health.work_refused':
    'Der Pool lehnt die Anmeldung ab: „{words}“. Wählen Sie einen Pool, dessen Arbeit dieser Miner rechnen kann, oder nennen Sie Algorithmus oder Münze.',
  'key.created': 'Der Schlüssel {name} mit der Rolle {role} wurde von {who} erstellt.',
  'key.revoked': 'Der Schlüssel {name} wurde von {who} widerrufen.',
  'miner.adopted': 'Vom Dienst übernommen; er lief die ganze Zeit.',
  'miner.adopted_otherwise':
    'Vom Dienst übernommen; er lief die ganze Zeit. Er schürft mit einer anderen Konfiguration als der gemerkten; ein Neustart wendet sie an.',
  'miner.adopted_unseen':
    'Vom Dienst übernommen; er lief die ganze Zeit. Der Eintrag seiner API war beschädigt; bis zum Neustart sind seine Zahlen unbekannt.',
  'miner.ended_unseen': 'Er endete nach {since}, als kein Dienst lief; die Ursache ist unbekannt.',
  'miner.ended_with_machine': 'Er endete nach {since}, als kein Dienst lief: Der Rechner wurde neu gestartet.',
  'miner.forgotten': 'Von {who} vergessen.',
  'miner.not_adopted': 'Er läuft, aber der Dienst konnte ihn nicht übernehmen: {error}',
  'miner.paused': 'Von {who} pausiert.',
  'miner.paused_by_key': 'Durch eine Taste von {who} pausiert.',
  'miner.pool_changed': 'Der Pool hat gewechselt: {before} → {after}.',
  'miner.pool_not_configured':
    'Der Pool hat gewechselt: {before} → {after}. {after} ist nicht eingestellt: Ein Pool hat den Miner dorthin geschickt.',
  'miner.recovered': 'Der Miner hat sich erholt.',
  'miner.restarted': 'Von {who} neu gestartet.',
  'miner.restarted_by_rule': 'Von selbst neu gestartet.',
  'miner.resumed': 'Von {who} fortgesetzt.',
  'miner.resumed_by_key': 'Durch eine Taste von {who} fortgesetzt.',
  'miner.started': 'Von {who} gestartet.',
  'miner.stopped': 'Von {who} angehalten.',
  'miner.stopped_late': 'Angehalten, wie vor dem Ende des Dienstes verlangt.',
  'miner.stopped_with_daemon': 'Angehalten, weil der Dienst endet; der nächste startet ihn wieder.',
  'miner.text_lost': 'Das Programm hat mehr ausgegeben, als Platz hat, während kein Dienst mitlas; einige Zeilen fehlen.',
  'payee.new': 'Bezahlt jemand Neuen, durch {who}.',
  'payee.promoted': 'Bezahlt zuerst, wen er bisher nur im Notfall bezahlte, durch {who}.',
  'payee.unasked': 'Bezahlt jemand Neuen, den niemand nannte, während dieser Dienst lief.',
  'benchmark.begun': 'Eine Messung von {program} mit {algorithm} wurde von {who} begonnen.',
  'benchmark.cancelled': 'Die Messung von {program} mit {algorithm} wurde von {who} abgebrochen.',
  'benchmark.done': '{program} rechnet {algorithm} hier mit {rate}.',
  'benchmark.failed': 'Die Messung von {program} mit {algorithm} ist fehlgeschlagen. {error}',
  'benchmark.resumed': 'Die Messung von {algorithm} geht weiter: Der Dienst war inzwischen beendet.',
  'payout.differs': 'Er hat einmal jemand anderen bezahlt; geschieht es noch einmal, wird er angehalten.',
  'payout.holds': 'Er bezahlt, wen seine Konfiguration nennt, und sonst niemanden.',
  'payout.never_checked': 'Noch nicht geprüft: {what} ist nicht lesbar.',
  'payout.stopped':
    'Er bezahlte jemanden, den seine Konfiguration nicht nennt, und wurde angehalten. Sehen Sie sich {evidence} an, bevor Sie ihn wieder starten, und prüfen Sie, wer diesen Rechner erreichen kann.',
  'payout.stray':
    'Er bezahlte jemanden, den seine Konfiguration nicht nennt, und wurde angehalten: {found}. Was zu sehen war, steht in {evidence}.',
  'payout.unchecked': 'Seit {since} nicht geprüft: {what} ist nicht lesbar.',
  'profile.changed': 'Profil {profile!r} wurde von {who} geändert.',
  'profile.deleted': 'Profil {profile!r} wurde von {who} gelöscht.',
  'profile.imported': 'Profil {profile!r} wurde von {who} importiert.',
  'profile.made': 'Profil {profile!r} wurde von {who} angelegt.',
  'profile.payee_new': 'Profil {profile!r} nennt jemand Neuen, der bezahlt wird, durch {who}.',
  'profile.payee_promoted': 'Profil {profile!r} bezahlt zuerst, wen dieser Rechner bisher nur im Notfall bezahlte, durch {who}.',
  'profile.payee_unasked': 'Profil {profile!r} bezahlt jemand Neuen, den niemand nannte, während dieser Dienst lief.',
  'program.changed':
    'Seine Programmdatei wurde geändert; bis das geklärt ist, würde er nicht wieder gestartet. War es Ihre Änderung: miner-ctrl register {type} PATH',
  'program.gone':
    'Seine Programmdatei ist verschwunden; er könnte nicht wieder gestartet werden. Installieren Sie das Programm, oder legen Sie die Datei zurück und dann: miner-ctrl register {type} PATH',
  'program.installed': '{program} {version} ist installiert.',
  'program.installed_again': '{program} {version} ist noch einmal installiert.',
  'program.not_installed': '{program} wurde nicht installiert. {error}',
  'program.plugin_changed':
    'Seine CUDA-Erweiterung wurde geändert; bis das geklärt ist, würde er nicht wieder gestartet. War es Ihre Änderung: miner-ctrl register {type} --cuda-plugin FILE',
  'program.without_cards':
    'Diese Fassung von {program} wurde ohne {backends} gebaut, darum nutzt sie die Grafikkarten nicht, die hier sind.',
  'program.plugin_installed': 'Die CUDA-Erweiterung von {program} ist als {path} installiert.',
  'program.plugin_gone':
    'Seine CUDA-Erweiterung ist verschwunden; er könnte nicht wieder gestartet werden. Legen Sie sie zurück, oder melden Sie eine andere an: miner-ctrl register {type} --cuda-plugin FILE',
  'program.replaced': '{program} {version} ist installiert, anstelle von {replaced}.',
  'program.rolled_back': '{program} {version} ist wieder in Gebrauch.',
  'program.unchanged': '{program} {version} ist schon installiert.',
  'program.uninstalled': '{program} ist nicht mehr installiert.',
  'settings.changed': 'Einstellungen wurden von {who} geändert.',
  'storage.full': 'Die Platte ist voll, darum wird nichts mehr gemerkt; es wird weiter geschürft. Schaffen Sie Platz: Der Dienst erholt sich von selbst.',
  'storage.room_again': 'Die Platte hat wieder Platz; alles wird wieder gespeichert.',
  'storage.text_lost': 'Der Text dieses Miners kann nicht auf die Platte geschrieben werden.',
  'storage.folder_again': 'Der Datenordner ist wieder da; alles wird wieder gespeichert.',
  'storage.folder_replaced':
    'Wo der Datenordner {folder} war, steht ein anderer Ordner, darum wird nichts gemerkt. Legen Sie ihn zurück, oder starten Sie den Dienst neu.',
  'storage.vanished': 'Der Datenordner {folder} ist verschwunden, darum wird nichts gemerkt. Legen Sie ihn zurück, oder starten Sie den Dienst neu.',
};
