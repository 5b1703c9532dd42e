"""The app's own sentences, in the languages of the dashboard; those of the daemon the dashboard says itself. Pure."""

from collections.abc import Mapping
from typing import Any

GERMAN: Mapping[str, str] = {  # by the English sentence
    # the tray's state
    "The daemon does not answer; miners go on by themselves": (
        "Der Daemon antwortet nicht; die Miner laufen von selbst weiter"
    ),
    "No miner yet": "Noch kein Miner",
    "1 miner": "1 Miner",
    "{working} miners": "{working} Miner",
    "{working} of {miners} miners": "{working} von {miners} Minern",
    "{rate} {algorithm} (simulated)": "{rate} {algorithm} (simuliert)",
    "All miners are paused": "Alle Miner sind pausiert",
    "Nothing mines": "Gerade schürft nichts",
    "{text}; one thing needs attention": "{text}; eine Sache braucht Aufmerksamkeit",
    "{text}; {count} things need attention": "{text}; {count} Dinge brauchen Aufmerksamkeit",
    "{count} more need attention. Open the dashboard.": (
        "{count} weitere brauchen Aufmerksamkeit. Öffnen Sie das Dashboard."
    ),
    # its menu
    "Open the dashboard": "Dashboard öffnen",
    "Start at login": "Beim Anmelden starten",
    "Quit; mining goes on": "Beenden; geschürft wird weiter",
    "Start the daemon": "Daemon starten",
    "Start a profile": "Profil starten",
    "Pause all": "Alle pausieren",
    "Resume all": "Alle fortsetzen",
    "Stop all …": "Alle stoppen …",
    "Stop all miners? Stopped miners stay stopped.": "Alle Miner stoppen? Gestoppte Miner bleiben gestoppt.",
    # the window
    "Looking for the daemon …": "Der Daemon wird gesucht …",
    "Waiting for the daemon. It answers within a few seconds …": (
        "Warten auf den Daemon. Er antwortet in wenigen Sekunden …"
    ),
    "The daemon did not start.\n\n{reason}\n\nIts log: {log}": (
        "Der Daemon ist nicht gestartet.\n\n{reason}\n\nSein Protokoll: {log}"
    ),
    "Try again": "Erneut versuchen",
    "Save": "Speichern",
    "Mining goes on when this window is closed: the daemon and your miners do not need it. "
    "The app stays in the tray.": (
        "Geschürft wird auch, wenn dieses Fenster geschlossen ist: Der Daemon und Ihre Miner brauchen es nicht. "
        "Die App bleibt im Infobereich."
    ),
    "Mining goes on when this window is closed: the daemon and your miners do not need it. "
    "This desktop shows no tray icons, so the app ends now. Start it again to see the dashboard.": (
        "Geschürft wird auch, wenn dieses Fenster geschlossen ist: Der Daemon und Ihre Miner brauchen es nicht. "
        "Dieser Desktop zeigt keine Symbole im Infobereich, also endet die App jetzt. Starten Sie sie wieder, um das "
        "Dashboard zu sehen."
    ),
    "Don't show this again": "Nicht mehr anzeigen",
    # what was not done
    "There is no profile {name!r}. Save one on the page Profiles.": (
        "Es gibt kein Profil {name!r}. Speichern Sie eines auf der Seite Profile."
    ),
    "The daemon does not answer. Start it in the menu of the tray.": (
        "Der Daemon antwortet nicht. Starten Sie ihn im Menü des Symbols."
    ),
}


class Speech:
    """The app's sentences in the language that was chosen last; English until then, and for all but German."""

    def __init__(self, language: str = "en") -> None:
        self.language = language

    def __call__(self, english: str, **values: Any) -> str:
        """A sentence with its values; its English is its key."""
        return (GERMAN.get(english, english) if self._is_german else english).format(**values)

    def figure(self, text: str) -> str:
        """A number with its unit, with the point of the language."""
        return text.replace(".", ",") if self._is_german else text

    @property
    def _is_german(self) -> bool:
        return self.language.split("-")[0] == "de"
