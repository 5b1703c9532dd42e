"""Releases of the past: the state that each left on disk, laid out anew, and the release itself, running beside us."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sysconfig
import tarfile
import time
import venv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.daemons import Daemon
from tests.standins.xmrig_standin import install_standin

COMMITS = {"0.1.0": "094ff9084296deb56c65724392841246b32917ea"}
# What of a miner outlasts both its process and the daemon, as the API spells it.
LASTING = ("name", "type", "wanted", "profileId", "config", "restarts", "lastExit")
HERE = Path(__file__).parent
POOL = "127.0.0.1:13333"  # where the miners of the state mine, until a test says where its own pool is
DOCUMENTS = ("miners.json", "profiles.json", "pools.json")
SETTINGS = {"config.yaml": Path(".config/lethean-desktop/config.yaml"), ".mining.yaml": Path(".mining.yaml")}


def state(version: str) -> Path:
    """What a release left on disk, as it is kept among the tests."""
    return HERE / version


def made_at(version: str) -> Path:
    """Where that state was made; the paths in it begin with this."""
    return Path(f"/tmp/mining-{version}")


@dataclass(frozen=True)
class Release:
    """A release that can be run: its source, and a Python that takes `mining` from there and all else from ours."""

    version: str
    source: Path
    python: Path

    def run(self, *arguments: str | Path, home: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run its Python to the end."""
        argv, variables = [self.python, *arguments], environment(home)
        return subprocess.run(argv, env=variables, check=check, capture_output=True, text=True, timeout=60)

    def control(self, *arguments: str | Path, home: Path) -> str:
        """Run its miner-ctrl; what that printed."""
        return self.run("-m", "mining.cli.main", *arguments, home=home).stdout


def unpacked(version: str, place: Path) -> Release:
    """A release in a folder of its own. Its miners are of that release too, for they start by the same Python."""
    with tarfile.open(state(version) / "source.tar.xz") as archive:
        archive.extractall(place / "source", filter="data")
    python = place / "python"
    venv.create(python, symlinks=True)
    packages = next(python.glob("lib/python*/site-packages"))
    ours = dict.fromkeys(sysconfig.get_paths()[key] for key in ("purelib", "platlib"))
    # A folder that is named in a .pth file does not have its own .pth files read, hence our `mining` stays away.
    (packages / "release.pth").write_text("\n".join([str(place / "source/src"), *ours, ""]))
    return Release(version, place / "source", python / "bin/python")


@dataclass(frozen=True)
class Layout:
    """A release's state in a folder of the test's own."""

    root: Path

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.root / "data"

    @property
    def home(self) -> Path:
        """The operator's home, with the settings in it."""
        return self.root / "home"

    @property
    def program(self) -> Path:
        """The registered XMRig."""
        return self.root / "bin/xmrig"


def lay_out(
    release: Release,
    root: Path,
    *,
    settings: Sequence[str] = ("config.yaml",),
    pool: str = POOL,
    now: float | None = None,
) -> Layout:
    """The state of a release as it would lie on this machine, had the release run in `root`.

    What differs from the kept state, since git and a fixed file cannot hold it:
    paths and the pool's address, and with them the checksums of the documents;
    XMRig's stand-in, made for this machine, and with it the SHA-256 in its record;
    modes (0700, 0600) and pipes, for which an empty file NAME.fifo stands;
    the history, moved by whole hours so that it ends within the last hour, and left in the write-ahead log of a
    daemon that was killed.
    """
    kept, layout = state(release.version), Layout(root)
    places = {
        str(made_at(release.version) / "python/bin/python"): str(release.python),
        str(made_at(release.version)): str(root),
        POOL: pool,
    }
    layout.program.parent.mkdir(parents=True)
    install_standin(layout.program.parent)
    for path in sorted((kept / "data").rglob("*")):
        target = layout.data / path.relative_to(kept / "data")
        if path.is_file() and path.name != "history.db":
            _put(target, _moved(path, places, layout.program))
    move_history(kept / "data/history.db", layout.data / "history.db", time.time() if now is None else now)
    layout.home.mkdir(mode=0o700)
    for name in settings:
        _put(layout.home / SETTINGS[name], (kept / "home" / SETTINGS[name]).read_bytes())
    for folder in (layout.data, *layout.data.rglob("*/")):
        folder.chmod(0o700)
    return layout


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.suffix == ".fifo":
        os.mkfifo(path, 0o600)
        return
    path.write_bytes(content)
    path.chmod(0o600)


def _moved(path: Path, places: Mapping[str, str], program: Path) -> bytes:
    """The content of a file as it would be at these places."""
    content = path.read_bytes()
    for old, new in places.items():
        content = content.replace(old.encode(), new.encode())
    if path.parent.name == "programs" and path.suffix == ".json":
        digest = hashlib.sha256(program.read_bytes()).hexdigest()
        return json.dumps(json.loads(content) | {"sha256": digest}, indent=1).encode()
    if path.name.removesuffix(".bak") in DOCUMENTS:
        return checked(json.loads(content))
    return content


def checked(document: dict[str, Any]) -> bytes:
    """A document of 0.1.0 with the checksum of its rows, as 0.1.0 writes it."""
    (what,) = document.keys() - {"sha256"}
    return json.dumps({what: document[what], "sha256": checksum(document[what])}, indent=1).encode()


def checksum(rows: Any) -> str:
    """What 0.1.0 writes beside rows, and believes."""
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def move_history(source: Path, target: Path, now: float) -> None:
    """Copy a history, moved to end within the hour before `now`, as a daemon leaves it that is killed."""
    with TemporaryDirectory(dir=target.parent) as scratch:
        copy = Path(shutil.copy(source, scratch))
        with closing(sqlite3.connect(copy, isolation_level=None)) as database:
            database.execute("PRAGMA wal_autocheckpoint=0")
            newest = database.execute("SELECT MAX(ts) FROM samples").fetchone()[0]
            hours = int(now - newest) // 3600 * 3600
            database.execute("BEGIN")
            for table in ("samples", "minutes", "hours"):  # by way of negative times, which are never taken
                database.execute(f"UPDATE {table} SET ts = -ts - ?", (hours,))
                database.execute(f"UPDATE {table} SET ts = -ts")
            database.execute("UPDATE events SET at = at + ?", (hours,))
            database.execute("COMMIT")
            for name in ("history.db", "history.db-wal"):
                _put(target.with_name(name), (copy.parent / name).read_bytes())


class OldDaemon(Daemon):
    """A daemon of a release, with the operator's home of its own."""

    def __init__(self, release: Release, data: Path, home: Path, *flags: str) -> None:
        super().__init__(data)
        self.release = release
        self.flags = flags
        self.variables = environment(home)

    def argv(self) -> list[str]:
        """The command that becomes the daemon."""
        serve = [str(self.release.python), "-m", "mining.cli.main", "serve", "--data-dir", str(self.data)]
        return [*serve, "--port", str(self.wanted_port), *self.flags]


def environment(home: Path) -> dict[str, str]:
    """Variables that lead to this home alone, and to nothing of ours."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith(("MINING_", "XDG_", "PYTHON"))}
    return ours | {"HOME": str(home)}


@contextmanager
def running(release: Release, layout: Layout, *flags: str) -> Iterator[OldDaemon]:
    """A release's daemon on a state; at the end it and its miners are gone."""
    daemon = OldDaemon(release, layout.data, layout.home, *flags)
    try:
        daemon.start(30)
        yield daemon
    finally:
        daemon.clean_up()


def granted(daemon: Daemon, method: str, path: str, body: Any = None) -> Any:
    """One request that must be granted; its data."""
    status, answer = daemon.call(method, path, body)
    assert status in (200, 201), (method, path, answer)
    return answer["data"]


def shown_by(daemon: Daemon) -> dict[str, Any]:
    """What a daemon shows of a state: of its own, 0.1.0 showed what lies in shown.json."""
    settings = granted(daemon, "GET", "/settings")["values"]
    settings["notify"] = [shown.partition("…")[0] for shown in settings["notify"]]  # each daemon masks otherwise
    return {
        "miners": [{key: miner[key] for key in LASTING} for miner in granted(daemon, "GET", "/miners")["items"]],
        "profiles": granted(daemon, "GET", "/profiles")["items"],
        "pools": [each for each in granted(daemon, "GET", "/pools?limit=1000")["items"] if each["origin"] == "yours"],
        "settings": {key: value for key, value in settings.items() if key not in ("dataDir", "port")},
        "events": daemon.events(),
    }


def archived(version: str) -> bytes:
    """The source of a release as git archives it; CalledProcessError where the history lacks its commit."""
    command = ["git", "-c", "tar.umask=0022", "archive", "--format=tar", COMMITS[version], "src"]
    root = HERE.parents[1]
    return subprocess.run(command, cwd=root, check=True, capture_output=True).stdout
