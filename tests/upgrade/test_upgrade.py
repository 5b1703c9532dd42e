"""From 0.1.0 to this version and back, with both running: nothing is lost, and miners go on."""

import hashlib
import json
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import mining
from mining.storage.upgrade import COPY, copy_of_0_1_0
from tests.daemons import wait_for
from tests.upgrade.releases import (
    POOL,
    SETTINGS,
    Layout,
    OldDaemon,
    Release,
    granted,
    running,
    shown_by,
    state,
)

OURS = Release(mining.__version__, Path(mining.__file__).parents[2], Path(sys.executable))
KEPT = state("0.1.0")
SHOWN = json.loads((KEPT / "shown.json").read_text())
NOBODY = "127.0.0.1:9"  # no pool listens there
LIVING = ("simulated-running", "simulated-paused", "demo-running", "two-pools")
GUIDE = Path(__file__).parents[2] / "docs/guides/upgrading.md"
GOING_BACK = GUIDE.read_text().partition("## Back to 0.1.0\n")[2]
BACK, WHOLE = re.findall(r"(?ms)^```console\n(.*?)^```$", GOING_BACK)
NEW = {
    "name": "Since", "description": "", "minerType": "simulated", "config": {"pool": "a.example:1", "wallet": "me"},
}  # fmt: skip


def assert_within(shown: Any, expected: Any, where: str = "") -> None:
    """All that is expected is shown; keys may have been added, times of events may be others."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert_within(shown[key], value, f"{where}/{key}")
    elif isinstance(expected, list):
        assert len(shown) >= len(expected), where
        for index, value in enumerate(expected):
            assert_within(shown[index], value, f"{where}[{index}]")
    else:
        assert shown == expected, where


def as_0_1_0_shows_it(event: dict[str, Any]) -> dict[str, Any]:
    """An event of ours: of the nearest kind that it knows, and what it does not know among the details."""
    rest = {key: value for key, value in event.items() if key not in ("message", "params", "parts", "more")}
    nearest = dict.fromkeys(("profile", "settings", "autostart", "payout"), "config") | {"pool": "algorithm"}
    sentence = {"code": event["message"], "params": event["params"]}
    sentence |= {key: event[key] for key in ("parts", "more") if event[key]}
    return rest | {
        "kind": nearest.get(event["kind"], event["kind"]),
        "details": event["details"] | ({"message": sentence} if event["message"] else {}),
    }


def without_times(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events without their moments, which are moved to the present when the state is laid out."""
    names = {"event": "kind"}  # as 0.1.0 called it
    return [
        {names.get(key, key): value for key, value in event.items() if key not in ("at", "timestamp")}
        for event in events
    ]


def measured(daemon: OldDaemon, miner: str, duration: str, resolution: str, more: str = "") -> int:
    """How many buckets of the past hold something."""
    path = f"/miners/{miner}/hashrate-history?duration={duration}&resolution={resolution}{more}"
    return sum(point["hashrate"] is not None for point in granted(daemon, "GET", path)["points"])


def newest(daemon: OldDaemon, miner: str) -> str:
    """The last bucket of the past that holds something."""
    points = granted(daemon, "GET", f"/miners/{miner}/hashrate-history?duration=1h&resolution=10s")["points"]
    return max(point["timestamp"] for point in points if point["hashrate"] is not None)


def digests(folder: Path) -> dict[str, str]:
    """What every file below a folder is; pipes, and SQLite's own lock beside the history, left out."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }


@contextmanager
def one_after_the_other(layout: Layout, *releases: Release, flags: tuple[str, ...] = ()) -> Iterator[list[OldDaemon]]:
    """A daemon of each release on one folder, none started yet; at the end all of them and the miners are gone."""
    daemons = [OldDaemon(release, layout.data, layout.home, *flags) for release in releases]
    try:
        yield daemons
    finally:
        for each in daemons:
            each.clean_up()


def follow(guide: str, layout: Layout) -> None:
    """Do what the guide says, to the letter."""
    commands = "\n".join(line[2:] for line in guide.splitlines() if line.startswith("$ "))
    settings = layout.home / SETTINGS["config.yaml"].parent
    variables = {"DATA": str(layout.data), "SETTINGS": str(settings), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["sh", "-e", "-c", commands], env=variables, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_copy_holds_what_0_1_0_left_and_belongs_to_its_owner_alone(laid_out: Callable[..., Layout]) -> None:
    layout = laid_out()
    before = digests(layout.root)
    settings = layout.home / SETTINGS["config.yaml"]
    copy = copy_of_0_1_0(layout.data, settings)
    assert copy == layout.data / COPY
    wanted = {
        f"data/{COPY}/{name}": before[f"data/{name}"]
        for name in (
            *(f"{each}.json{end}" for each in ("miners", "profiles", "pools") for end in ("", ".bak")),
            "programs/xmrig.json",
        )
    } | {f"data/{COPY}/settings/config.yaml": before[f"home/{SETTINGS['config.yaml']}"]}
    assert digests(layout.root) == before | wanted, "and nothing else is changed"
    for path in (copy, *copy.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_an_interrupted_copy_is_made_anew_and_one_of_another_time_is_left(laid_out: Callable[..., Layout]) -> None:
    layout = laid_out()
    settings = layout.home / SETTINGS["config.yaml"]
    (layout.data / f"{COPY}.tmp").mkdir()
    (layout.data / f"{COPY}.tmp" / "half").touch()
    assert copy_of_0_1_0(layout.data, settings) == layout.data / COPY
    assert not (layout.data / COPY / "half").exists()
    assert copy_of_0_1_0(layout.data, settings) == layout.data / f"{COPY}-2"


def test_a_new_folder_needs_no_copy(tmp_path: Path) -> None:
    assert copy_of_0_1_0(tmp_path, tmp_path / "settings.yaml") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_this_version_shows_what_0_1_0_showed_and_leaves_a_copy_of_what_it_left(
    laid_out: Callable[..., Layout],
) -> None:
    layout = laid_out()
    miners = (layout.data / "miners.json").read_bytes()
    with running(OURS, layout, "--no-autostart") as daemon:
        shown = shown_by(daemon)
        assert_within(shown["settings"] | {"autostart": True}, SHOWN["settings"])
        ended = {miner["name"]: miner.pop("lastExit") for miner in shown["miners"] if miner["wanted"] != "stopped"}
        assert {end["cause"] for end in ended.values() if end["at"]} <= {"unknown", "crash", "exit", "signal"}
        miners_then = [{**miner} for miner in SHOWN["miners"]]
        for miner in miners_then:
            if miner["name"] in ended:
                del miner["lastExit"]  # whose process was gone was not noticed by 0.1.0
        for key, before in (("miners", miners_then), ("profiles", SHOWN["profiles"]), ("pools", SHOWN["pools"])):
            assert len(shown[key]) == len(before)
            assert_within(shown[key], before)
        begun = len(SHOWN["events"])
        assert_within(without_times(shown["events"][:begun]), without_times(SHOWN["events"]))
        assert {event["event"] for event in shown["events"][begun:]} == {"daemon.start", "crash", "autostart"}
        for duration, resolution in (("2h", "10s"), ("4d", "1m"), ("41d", "1h")):
            for type in ("demo", "simulated", "xmrig"):
                assert measured(daemon, f"{type}-running", duration, resolution) > 20, (type, resolution)
        past = granted(daemon, "GET", "/miners/demo-running/hashrate-history?duration=2h&algorithm=sha256d")
        assert {point["hashrate"] for point in past["points"]} == {None}, "what nobody wrote down was guessed"
        assert daemon.end() == 0
        daemon.start(30)
    assert list(layout.data.rglob("*corrupt*")) == []
    assert (layout.data / COPY / "miners.json").read_bytes() == miners
    assert not (layout.data / f"{COPY}-2").exists(), "the second start was taken for a first one"
    passwords = re.findall(r'"password": "(.*?)"', (layout.data / "miners.json").read_text())
    assert set(passwords) == {"demo-passw0rd", "changed-passw0rd", "first-passw0rd", "second-passw0rd"}


@pytest.mark.slow
def test_the_way_back_as_the_guide_says_it_and_forth_again(old: Release, laid_out: Callable[..., Layout]) -> None:
    layout, wanted = laid_out(pool=NOBODY), json.loads(json.dumps(SHOWN).replace(POOL, NOBODY))
    with one_after_the_other(layout, OURS, old, OURS) as (new, back, again):
        new.start(30)
        pids = {name: wait_for(lambda name=name: new.alive(name), 60, f"{name} to live") for name in LIVING}
        wait_for(lambda: measured(new, "simulated-running", "5m", "10s", "&card=0") > 3, 60, "some samples of its card")
        wait_for(lambda: new.miner("simulated-paused")["status"] == "paused", 60, "it to rest")
        granted(new, "POST", "/profiles", NEW)
        granted(new, "PUT", "/settings", {"keepSamplesHours": 50})
        granted(new, "DELETE", "/miners/demo-paused")
        upgraded = shown_by(new)
        assert {"profile", "settings"} <= {event["event"] for event in upgraded["events"]}
        assert new.end() == 0

        follow(BACK, layout)
        back.start(30)
        assert {name: [back.miner(name)["pid"]] for name in LIVING} == pids
        shown = shown_by(back)
        assert list(layout.data.glob("*corrupt*")) == []
        assert [profile for profile in shown["profiles"] if profile["name"] != "Since"] == wanted["profiles"]
        assert len(shown["profiles"]) == len(wanted["profiles"]) + 1
        assert {miner["name"]: miner["wanted"] for miner in shown["miners"]} == {
            miner["name"]: miner["wanted"] for miner in wanted["miners"]
        } | {"demo-paused": "stopped"}
        assert {miner["name"]: miner["config"] for miner in shown["miners"]} == {
            miner["name"]: miner["config"] for miner in wanted["miners"]
        }
        assert shown["settings"]["keepSamplesHours"] == SHOWN["settings"]["keepSamplesHours"], "put back by the guide"
        seen = without_times(shown["events"][: len(upgraded["events"])])
        assert seen == [as_0_1_0_shows_it(event) for event in without_times(upgraded["events"])]
        assert measured(back, "simulated-running", "1h", "10s") > 3, "the history went on with our samples"
        before = newest(back, "simulated-running")
        wait_for(lambda: newest(back, "simulated-running") > before, 60, "its own samples")
        granted(back, "POST", "/profiles", NEW | {"name": "Back there"})
        granted(back, "DELETE", "/miners/demo-running")
        assert back.end() == 0

        again.start(30)
        living = [name for name in LIVING if name != "demo-running"]
        assert {name: [again.miner(name)["pid"]] for name in living} == {name: pids[name] for name in living}
        shown = shown_by(again)
        assert {"Since", "Back there"} <= {profile["name"] for profile in shown["profiles"]}
        assert (again.miner("demo-running")["wanted"], again.miner("demo-running")["status"]) == ("stopped", "stopped")
        assert {"profile", "settings"} <= {event["event"] for event in shown["events"]}
        assert newest(again, "simulated-running") >= before
        assert measured(again, "simulated-running", "1h", "10s", "&card=0") > 3, "its card has the past of before"
        assert (layout.data / f"{COPY}-2" / "profiles.json").exists(), "0.1.0 has written since"
    assert list(layout.data.glob("*corrupt*")) == []


@pytest.mark.slow
def test_where_0_1_0_cannot_read_a_row_the_whole_file_of_before_can_be_put_back(
    old: Release, laid_out: Callable[..., Layout]
) -> None:
    layout = laid_out()
    with running(OURS, layout, "--no-autostart") as daemon:
        assert daemon.end() == 0
    for name in ("miners.json", "profiles.json", "pools.json"):
        (layout.data / name).write_text('{"of": "a later version"}')
        (layout.data / f"{name}.bak").unlink()
    follow(BACK, layout)
    follow(WHOLE, layout)
    with running(old, layout, "--no-autostart") as daemon:
        shown = shown_by(daemon)
        for key in ("miners", "profiles", "pools"):
            assert shown[key] == SHOWN[key]
    assert list(layout.data.glob("*corrupt*")) == []
