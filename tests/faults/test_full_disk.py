"""F10: a full disk costs memory, never mining, and everything heals by itself when there is room again."""

import http.client
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import pytest

from tests.daemons import SCRIPT, Daemon, daemon, wait_for

pytestmark = pytest.mark.slow
BODY: dict[str, Any] = {"pool": "pool.example:3333", "wallet": "anybody"}


class Disk(Protocol):
    """A place for a data folder that can be made full and freed again."""

    data: Path

    def fill(self, running: Daemon) -> None: ...

    def free(self, running: Daemon) -> None: ...


class WriteLimit:
    """The kernel refuses the daemon every write to a file; needs no privilege."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]

    def fill(self, running: Daemon) -> None:
        assert running.process is not None
        resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (0, self._hard))

    def free(self, running: Daemon) -> None:
        assert running.process is not None
        resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (self._hard, self._hard))


class SmallDisk:
    """A real file system of 40 MiB, filled to the last byte."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def fill(self, running: Daemon) -> None:
        with (self.data / "ballast").open("wb", buffering=0) as file:
            for size in (1 << 20, 4096):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue
        assert os.statvfs(self.data).f_bavail == 0

    def free(self, running: Daemon) -> None:
        (self.data / "ballast").unlink()


@contextmanager
def write_limit(place: Path) -> Iterator[Disk]:
    yield WriteLimit(place)


@contextmanager
def small_disk(place: Path) -> Iterator[Disk]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m,mode=0700", "tmpfs", place], check=True)
    try:
        yield SmallDisk(place)
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def can_mount() -> bool:
    """Whether this machine lets us mount a small disk."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    with TemporaryDirectory() as place:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True)
        return mounted.returncode == 0 and subprocess.run(["umount", place]).returncode == 0


WAYS = {"write-limit": write_limit} | ({"small-disk": small_disk} if can_mount() else {})


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seconds", [4, pytest.param(60, marks=pytest.mark.long)])
def test_a_full_disk_costs_memory_but_no_mining_and_heals_by_itself(data_dir: Path, way: str, seconds: int) -> None:
    with WAYS[way](data_dir) as disk, daemon(data_dir) as running:
        pids = {name: running.simulate(name)["pid"] for name in ("one", "two")}
        wait_for(lambda: newest_sample(data_dir, "one"), 5, "the first sample")
        known = [event["seq"] for event in running.events()]
        disk.fill(running)
        status, answer = running.call("POST", "/miners/simulated?name=three", BODY)
        assert (status, answer["error"]["code"]) == (507, "STORAGE_FULL"), "the disk was not full"
        assert running.call("GET", "/miners/three")[0] == 404
        status, answer = running.call("POST", "/miners/one/restart", BODY | {"threads": 3})
        assert (status, answer["error"]["code"]) == (507, "STORAGE_FULL")
        before = running.miner("one")["stats"]["sampledAt"]
        assert running.call("DELETE", "/miners/two")[1]["data"]["status"] == "stopped"
        assert not running.alive("two")
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert running.alive("one") == [pids["one"]]
            time.sleep(0.2)
        miner = running.miner("one")
        assert (miner["status"], miner["health"]) == ("running", "ok")
        wait_for(lambda: running.miner("one")["stats"]["sampledAt"] > before, 5, "figures without a disk")
        assert any(problem["code"] == "STORAGE" for problem in health(running)["problems"])
        assert {record["name"] for record in json.loads((data_dir / "miners.json").read_text())["miners"]} == set(pids)

        disk.free(running)
        freed = time.time()
        wait_for(lambda: newest_sample(data_dir, "one") > freed, 5, "samples to be kept again")
        wait_for(lambda: health(running)["status"] == "ok", 5, "the trouble to be over")
        wait_for(lambda: ("recovered", None) in kinds(running), 5, "the end of the trouble to be told")
        wait_for(lambda: wanted(data_dir, "two") == "stopped", 5, "the stop to be remembered")
        assert running.simulate("three")["status"] == "running"
        assert [event["seq"] for event in running.events()][: len(known)] == known
        running.kill()
        running.start()
        assert running.miner("two")["status"] == "stopped"
        assert running.miner("one")["pid"] == pids["one"]
        assert list(data_dir.rglob("*.corrupt-*")) == []


def test_a_daemon_that_finds_a_full_disk_says_so_in_one_line_and_leaves_the_miners_alone(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        pid = running.simulate("one")["pid"]
        running.kill()
        limited = f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); \
sys.argv = {[str(SCRIPT), str(data_dir), '0']!r}; runpy.run_path(sys.argv[0], run_name='__main__')"
        refused = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, timeout=60)
        assert refused.returncode == 1
        assert refused.stderr.startswith("error: ")
        assert refused.stderr.count("\n") == 1, refused.stderr
        running.start()
        assert running.miner("one")["pid"] == pid


def newest_sample(data: Path, name: str) -> float:
    with sqlite3.connect(f"file:{data / 'history.db'}?mode=ro", uri=True, timeout=60) as database:
        query = "SELECT MAX(ts) FROM samples JOIN series ON miner_id = id WHERE name = ?"
        found = database.execute(query, (name,)).fetchone()[0] or 0
    database.close()
    return float(found)


def kinds(running: Daemon) -> list[tuple[str, str | None]]:
    return [(event["event"], event["miner"]) for event in running.events()]


def health(running: Daemon) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
    connection.request("GET", "/healthz")
    found = json.loads(connection.getresponse().read())["data"]
    connection.close()
    return dict(found)


def wanted(data: Path, name: str) -> str:
    records = json.loads((data / "miners.json").read_text())["miners"]
    return str(next(record["wanted"] for record in records if record["name"] == name))
