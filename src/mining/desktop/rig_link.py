"""The way to the daemon of a data folder: which one runs there, what it answers, and how one is started."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from mining.client.address import DaemonAddress, daemon_url
from mining.client.error import NO_DAEMON, ApiError
from mining.client.json_client import JsonClient
from mining.client.key_text import admin_key
from mining.desktop.addresses import id_of, page_of
from mining.desktop.rig_state import RigReading
from mining.desktop.texts import Speech
from mining.foundation.command_line import usual_folder
from mining.foundation.platform import OWN_SESSION, is_ours, private_folder

LOG = "desktop-daemon.log"  # what the daemon prints that was started from here
LOOK = 10.0  # s until a daemon that does not answer counts as unreachable
CHANGE = 120.0  # s; a start waits for its pool, a stop up to a minute for its program


class DesktopClient(JsonClient):
    """The daemon's API, as the app asks it."""

    agent = "mining-dashboard"


class RigLink:
    """One data folder and the daemon that runs on it, which may be another one at each call."""

    def __init__(self, folder: Path, speak: Speech | None = None) -> None:
        self.folder, self._speak = folder, speak or Speech()

    @property
    def url(self) -> str | None:
        """The API of the daemon that runs on the folder; None while none does."""
        return daemon_url(self.folder) if is_running(self.folder) else None

    @property
    def key(self) -> str | None:
        """The admin's key, where the daemon made one."""
        return admin_key(self.folder)

    def read(self) -> RigReading:
        """How the rig is now; an empty reading where nobody answers."""
        url = self.url
        if url is None:
            return RigReading()
        try:
            api = self._api(LOOK)
            summary = api.get("/summary")
            attention, profiles = (tuple(api.all(path)["items"]) for path in ("/attention", "/profiles"))
        except ApiError:
            return RigReading()
        return RigReading(page_of(url), summary, attention, profiles)

    def for_all(self, verb: str) -> list[str]:
        """Do the same with every miner; a sentence for each that refused."""
        results = self._changing().post(f"/miners/{verb}")["results"]
        return [f"{each['name']}: {each['message']}" for each in results if not each["ok"]]

    def start_profile(self, name: str) -> str:
        """Start the miner of a profile, called by its name or id; what the daemon says of it."""
        api = self._changing()
        profile_id = id_of(api.all("/profiles")["items"], name)
        if profile_id is None:
            text = self._speak("There is no profile {name!r}. Save one on the page Profiles.", name=name)
            raise ApiError("PROFILE_NOT_FOUND", text)
        return str(api.post(f"/profiles/{quote(profile_id, safe='')}/start")["message"])

    def start_daemon(self) -> "subprocess.Popen[bytes]":
        """Start a daemon that outlives us; what it prints is in its log, which begins anew."""
        private_folder(self.folder, parents=True)
        with (self.folder / LOG).open("wb") as log:
            return subprocess.Popen(
                serve_command(self.folder), stdin=subprocess.DEVNULL, stdout=log, stderr=log, **OWN_SESSION
            )

    def last_words(self) -> str:
        """The last error that the daemon printed, which says what to do."""
        try:
            lines = (self.folder / LOG).read_text("utf-8", errors="replace").splitlines()
        except OSError:
            return ""
        errors = [line.removeprefix("error: ") for line in lines if line.startswith("error: ")]
        return "\n".join(errors[-1:] or lines[-4:])

    def _changing(self) -> JsonClient:
        if self.url is None:
            text = self._speak("The daemon does not answer. Start it in the menu of the tray.")
            raise ApiError(NO_DAEMON, text)
        return self._api(CHANGE)

    def _api(self, timeout: float) -> JsonClient:
        return DesktopClient(DaemonAddress(data_dir=self.folder), timeout)


def is_running(folder: Path) -> bool:
    """Whether the daemon that a folder's notice names still lives."""
    try:
        pid = json.loads((folder / "daemon.json").read_bytes())["pid"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
    return isinstance(pid, int) and is_ours(pid)


def serve_command(folder: Path) -> Sequence[str]:
    """What becomes a daemon on a folder."""
    where = [] if folder == usual_folder() else ["--data-dir", str(folder)]
    return [_console_python(sys.executable), "-m", "mining.cli.main", "serve", *where]


def _console_python(python: str) -> str:
    """The Python that has streams: on Windows a program without a console runs in `pythonw.exe`."""
    return python.replace("pythonw.exe", "python.exe")
