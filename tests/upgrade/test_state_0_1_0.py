"""The state that 0.1.0 left on disk: whole, free of other machines, and opened by 0.1.0 itself from its own source.

The state is laid out by `lay_out`, whose docstring says what differs from the kept files.
"""

import ast
import io
import json
import re
import sqlite3
import subprocess
import tarfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.daemons import wait_for
from tests.needs import need
from tests.upgrade.releases import (
    COMMITS,
    DOCUMENTS,
    SETTINGS,
    Layout,
    Release,
    archived,
    checksum,
    granted,
    made_at,
    running,
    shown_by,
    state,
)

VERSION = "0.1.0"
KEPT = state(VERSION)
NOBODY = "127.0.0.1:9"  # no pool listens there
TYPES = ("demo", "simulated", "xmrig")
SHOWN = json.loads((KEPT / "shown.json").read_text())
_PATH = re.compile(r"(?<![\w:/.%)-])/[A-Za-z][\w.-]*/[^\s\"',]*")


def members(archive: tarfile.TarFile) -> dict[str, tuple[bytes, int, bytes]]:
    """Type, mode and content of all that is in an archive, by name."""
    found = {}
    for member in archive:
        file = archive.extractfile(member)
        found[member.name] = (member.type, member.mode, file.read() if file is not None else b"")
    return found


def kinds_of_events() -> set[str]:
    """The kinds that 0.1.0 knows, from its source."""
    with tarfile.open(KEPT / "source.tar.xz") as archive:
        file = archive.extractfile("src/mining/domain/event.py")
        assert file is not None
        source = ast.parse(file.read())
    kinds = next(
        each for each in source.body if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == "EventKind"
    )
    return {str(each.value) for each in ast.walk(kinds) if isinstance(each, ast.Constant)}


def rows(database: Path, query: str) -> list[Any]:
    """What a query yields."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def test_the_source_is_what_git_holds_under_the_commit_of_the_release() -> None:
    need("git")
    try:
        wanted = archived(VERSION)
    except subprocess.CalledProcessError:  # a shallow clone, or a source archive
        need(f"commit {COMMITS[VERSION][:7]} in git's history")
        raise
    with tarfile.open(KEPT / "source.tar.xz") as kept, tarfile.open(fileobj=io.BytesIO(wanted)) as ours:
        assert members(kept) == members(ours)


def test_no_file_of_the_state_names_a_place_of_the_machine_that_it_was_made_on() -> None:
    files = [path for path in KEPT.rglob("*") if path.is_file() and path.name != "source.tar.xz"]
    named = {found for path in files for found in _PATH.findall(path.read_bytes().decode(errors="replace"))}
    assert any(path.startswith(f"{made_at(VERSION)}/") for path in named), "nothing was looked at"
    assert {path for path in named if not path.startswith(f"{made_at(VERSION)}/")} == {"/api/v1/mining"}


def test_every_document_has_its_right_checksum_and_no_path_of_where_it_was_made(
    laid_out: Callable[..., Layout],
) -> None:
    layout = laid_out(pool="127.0.0.1:4567")
    places = [data / name for data in (KEPT / "data", layout.data) for name in DOCUMENTS]  # 0.1.0's own sums, and ours
    for path in (*places, *(path.with_name(f"{path.name}.bak") for path in places)):
        document = json.loads(path.read_bytes())
        assert document["sha256"] == checksum(document[path.name.split(".")[0]])
    pools = {miner["config"]["pool"] for miner in json.loads((layout.data / "miners.json").read_text())["miners"]}
    assert pools == {"127.0.0.1:4567"}
    texts = [path.read_text() for path in layout.data.rglob("*.json")]
    assert [text for text in texts if str(made_at(VERSION)) in text] == []


def test_the_history_holds_an_event_of_every_kind_and_samples_of_three_resolutions(
    laid_out: Callable[..., Layout],
) -> None:
    history = laid_out(now=2_000_000_000).data / "history.db"
    assert {kind for (kind,) in rows(history, "SELECT kind FROM events")} == kinds_of_events()
    spans = {
        table: rows(history, f"SELECT MIN(ts), MAX(ts), COUNT(*) FROM {table}")[0]
        for table in ("samples", "minutes", "hours")
    }
    ages = {table: (2_000_000_000 - first) / 3600 for table, (first, _, _) in spans.items()}
    assert 1 < ages["samples"] < 48 < ages["minutes"] < 30 * 24 < ages["hours"]
    assert all(2_000_000_000 - 2 * 3600 < last <= 2_000_000_000 for _, last, _ in spans.values())
    assert min(count for _, _, count in spans.values()) > 50


@pytest.mark.slow
def test_the_release_runs_from_its_own_source_and_not_from_ours(old: Release, tmp_path: Path) -> None:
    told = old.run("-c", "import mining; print(mining.__version__, mining.__file__)", home=tmp_path).stdout
    assert told == f"0.1.0 {old.source}/src/mining/__init__.py\n"


@pytest.mark.slow
def test_0_1_0_shows_of_the_state_what_it_showed_when_it_was_made(
    old: Release, laid_out: Callable[..., Layout]
) -> None:
    layout = laid_out()
    with running(old, layout, "--no-autostart") as daemon:  # a start counts as one restart more
        shown = shown_by(daemon)
        events, since = shown["events"][: len(SHOWN["events"])], shown["events"][len(SHOWN["events"]) :]
        for key in ("miners", "profiles", "pools"):
            assert shown[key] == SHOWN[key]
        assert shown["settings"] | {"autostart": True} == SHOWN["settings"]
        assert [event | {"at": None} for event in events] == [event | {"at": None} for event in SHOWN["events"]]
        assert {event["kind"] for event in since} == {"daemon.start", "config"}, "it found something wrong"
        for duration, resolution in (("2h", "10s"), ("4d", "1m"), ("41d", "1h")):
            for type in TYPES:
                path = f"/miners/{type}-running/hashrate-history?duration={duration}&resolution={resolution}"
                points = granted(daemon, "GET", path)["points"]
                assert sum(point["hashrate"] is not None for point in points) > 20, path
    assert list(layout.data.rglob("*corrupt*")) == []
    passwords = re.findall(r'"password": "(.*?)"', (layout.data / "miners.json").read_text())
    assert set(passwords) == {"demo-passw0rd", "changed-passw0rd", "first-passw0rd", "second-passw0rd"}


@pytest.mark.slow
@pytest.mark.parametrize("settings", SETTINGS)
def test_0_1_0_finds_its_settings_and_goes_on_with_its_miners_itself(
    old: Release, laid_out: Callable[..., Layout], settings: str
) -> None:
    with running(old, laid_out(settings=[settings], pool=NOBODY)) as daemon:
        for type in TYPES:
            wait_for(lambda type=type: daemon.miner(f"{type}-running")["status"] == "running", 30, f"{type} to run")
            wait_for(lambda type=type: daemon.miner(f"{type}-paused")["status"] == "paused", 30, f"{type} to rest")
            assert daemon.miner(f"{type}-stopped")["status"] == "stopped"
        (pid,) = daemon.alive("demo-running")
        assert Path(f"/proc/{pid}/cmdline").read_bytes().startswith(f"{old.python}\0".encode())
        values = granted(daemon, "GET", "/settings")["values"]
        wanted = {"config.yaml": (48, "22:00-07:00"), ".mining.yaml": (72, None)}
        assert (values["keepSamplesHours"], values["quietHours"]) == wanted[settings]


@pytest.mark.slow
def test_0_1_0_takes_over_the_living_miners_of_a_0_1_0_that_was_killed(
    old: Release, laid_out: Callable[..., Layout]
) -> None:
    with running(old, laid_out(pool=NOBODY)) as daemon:
        names = ("simulated-running", "simulated-paused", "two-pools")
        before = {name: wait_for(lambda name=name: daemon.alive(name), 30, f"{name} to live") for name in names}
        daemon.kill()
        daemon.start(30)
        assert {name: [daemon.miner(name)["pid"]] for name in names} == before
