"""F11: kills in the midst of saving, and state files that became something else."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from mining.miners.simulated import Simulated
from mining.processes.run_folder import RunFolder
from mining.programs.registered import register
from mining.storage.disk import write_whole
from mining.storage.restore import restore
from tests.daemons import SCRIPT, Daemon, daemon, wait_for
from tests.faults.test_full_disk import BODY, health

pytestmark = pytest.mark.slow


class Saver(threading.Thread):
    """Restarts a miner with one new configuration after the other, until told to end."""

    def __init__(self, running: Daemon, asked: int, kept: int) -> None:
        super().__init__(daemon=True)
        self.asked, self.promised = asked, kept
        self._running = running
        self._done = threading.Event()

    def run(self) -> None:
        while not self._done.is_set():
            self.asked += 1
            try:
                status, _ = self._running.call("POST", "/miners/one/restart", BODY | {"worker": f"w{self.asked}"})
            except (OSError, ValueError):  # the daemon was killed
                return
            if status == 201:
                self.promised = self.asked

    def finish(self) -> None:
        self._done.set()
        self.join()


@pytest.mark.parametrize("rounds", [15, pytest.param(300, marks=pytest.mark.long)])
def test_a_kill_in_the_midst_of_saving_keeps_the_old_or_the_new_configuration(data_dir: Path, rounds: int) -> None:
    chance = random.Random(11)
    in_the_midst = asked = kept = 0
    with daemon(data_dir) as running:
        assert running.call("POST", "/miners/simulated?name=one", BODY | {"worker": "w0"})[0] == 201
        for _ in range(rounds):
            saver = Saver(running, asked, kept)
            saver.start()
            time.sleep(chance.random() / 2)
            running.kill()
            saver.finish()
            in_the_midst += saver.asked > saver.promised
            running.start()
            kept = int(running.miner("one")["config"]["worker"].removeprefix("w"))
            assert saver.promised <= kept <= saver.asked
            assert health(running)["problems"] == []
            wait_for(lambda: running.miner("one")["status"] == "running", 5, "the miner to run")
            assert len(running.alive("one")) == 1
            asked = saver.asked
    assert in_the_midst >= rounds // 2, "the daemon was seldom killed in the midst of a save"


FILES = (
    "miners.json", "miners.json.bak", "history.db", "history.db-wal", "history.db-shm", "programs/xmrig.json",
    "run/one/process.json", "run/one/record.json", "run/one/lock", 
    "run/one/stdout.position", "run/stopped/process.json",
)  # fmt: skip
MUTATIONS: dict[str, Callable[[bytes, int], bytes | None]] = {
    "truncated": lambda content, spot: content[:spot],
    "flipped": lambda content, spot: content[:spot] + bytes([content[spot] ^ 16]) + content[spot + 1 :],
    "zeroed": lambda content, spot: content[:spot] + bytes(len(content) - spot),
    "another type": lambda content, spot: b"[-1, 2]",
    "a negative number": lambda content, spot: b"-77",
    "huge": lambda content, spot: b"[" * 2_000_000,
    "all zero": lambda content, spot: bytes(max(1, len(content))),
    "deleted": lambda content, spot: None,
}
SUBTLE = {"deleted", "flipped"}  # these may leave a record that can be read, or one that is made up for


def damage(path: Path, mutation: str, chance: random.Random) -> bool:
    """Change a file as the mutation says; whether it has changed."""
    before = path.read_bytes() if path.exists() else b""
    if not before and mutation in ("truncated", "flipped", "zeroed"):
        return False
    after = MUTATIONS[mutation](before, chance.randrange(len(before)) if before else 0)
    if after is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(after)
    return after != before


@pytest.mark.parametrize("rounds", [25, pytest.param(200, marks=pytest.mark.long)])
def test_the_daemon_starts_and_adopts_whatever_became_of_its_files(data_dir: Path, rounds: int) -> None:
    chance = random.Random(rounds)
    pairs = [(file, mutation) for file in FILES for mutation in MUTATIONS]
    chance.shuffle(pairs)
    # The short form takes each file and each mutation at least twice; the long one takes every pair, and again.
    pairs = sorted(pairs, key=lambda pair: turn(pairs, pair)) if rounds < len(pairs) else pairs * 3
    changed = 0
    with nothing_left(data_dir), daemon(data_dir, unproven=600, silence=600) as running:
        pids = {name: running.simulate(name)["pid"] for name in ("one", "two", "stopped")}
        running.call("DELETE", "/miners/stopped")
        for verb in ("pause", "resume", "pause", "resume"):  # so that the copy holds the last stop too
            assert running.call("POST", f"/miners/two/{verb}")[0] == 200
        programs = data_dir / "programs" / "xmrig.json"
        programs.parent.mkdir(exist_ok=True)
        for file, mutation in pairs[:rounds]:
            program = {"type": "xmrig", "path": "/bin/true", "sha256": "0" * 64, "version": "1", "origin": "yours"}
            programs.write_text(json.dumps(program))
            events = len(running.events())
            running.kill()
            path = data_dir / file
            good = path.read_bytes() if path.is_file() else b""
            changed += damage(path, mutation, chance)
            what = f"{file} {mutation}"
            assert running.start() <= 5, what
            assert {miner["name"] for miner in running.call("GET", "/miners")[1]["data"]["items"]} == set(pids), what
            assert [running.miner(name)["pid"] for name in ("one", "two")] == [pids["one"], pids["two"]], what
            assert len(simulators(data_dir)) == 2, what
            assert running.miner("stopped")["status"] == "stopped", what
            problems = [problem["text"] for problem in health(running)["problems"]]
            told = any("was damaged" in text or "was gone" in text for text in problems)
            if file == "miners.json":
                assert told or path.read_bytes() == good or mutation == "deleted", (what, problems)
            if file == "history.db":  # SQLite may restore it from its log
                assert told or len(running.events()) > events, (what, problems)
            if file in ("run/one/process.json", "run/one/record.json"):
                if mutation not in SUBTLE:  # the other one holds the same
                    text = running.events("one")[-1]["text"]
                    assert text == "Adopted by the daemon; it never stopped.", (what, text)
                path.write_bytes(good)
            if file == "run/one/stdout.position":
                note = wait_for(
                    lambda path=path: path.exists() and path.read_bytes().isdigit(), 5, f"notes after {what}"
                )
                assert note
    assert changed >= rounds * 0.6, "too few files were really changed"


def simulators(data: Path) -> list[int]:
    """The pids of all simulated miners with a configuration below this folder, whatever became of their locks."""
    marked = f"--config={data}".encode()
    found = []
    for process in Path("/proc").iterdir():
        with suppress(OSError):
            if process.name.isdigit() and marked in (process / "cmdline").read_bytes():
                found.append(int(process.name))
    return found


@contextmanager
def nothing_left(data: Path) -> Iterator[None]:
    """At the end no miner lives, not even one whose lock was removed."""
    try:
        yield
    finally:
        for pid in simulators(data):
            os.kill(pid, signal.SIGKILL)


def turn(pairs: list[tuple[str, str]], pair: tuple[str, str]) -> int:
    """How many pairs of the same file come before this one."""
    return [mutation for file, mutation in pairs if file == pair[0]].index(pair[1])


def test_what_is_promised_was_flushed_with_its_folder_before_it_took_its_place(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    flush = os.fsync

    def note(descriptor: int) -> None:
        flushed.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()).removeprefix(str(data_dir)))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    write_whole(data_dir / "miners.json", b"{}")
    assert flushed == ["/miners.json.tmp", ""]
    RunFolder(data_dir, "").write("process.json", b"{}")
    assert flushed[2:] == ["/process.json.tmp", ""]
    register(Own(), Path("/bin/true").resolve(), data_dir)
    assert re.fullmatch(r"/own\.json\.[0-9a-f]{8}\.tmp", flushed[4])
    assert flushed[5:] == [""]


def test_who_reads_a_state_file_while_it_is_replaced_sees_the_old_one_whole(data_dir: Path) -> None:
    def write_program(path: Path, content: bytes) -> None:
        register(Own(), Path("/bin/true").resolve(), data_dir)

    ways = {
        "miners.json": write_whole,
        "process.json": lambda path, content: RunFolder(data_dir, "").write(path.name, content),
        "own.json": write_program,
    }
    for name, write in ways.items():
        path = data_dir / name
        path.write_bytes(b"old")
        with path.open("rb", buffering=0) as reader:
            write(path, b"new and longer")
            assert reader.read() == b"old"
        assert path.read_bytes() != b"old"


class Own(Simulated):
    """A program on disk that any command passes for."""

    name = "own"
    module = None

    def version_argv(self, program: str) -> tuple[str, ...]:
        return ("echo", "simulator 1.0")


def test_a_second_daemon_understands_that_it_is_second_though_the_notice_is_garbled(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        for garbage in (b"", b"[" * 4096, b"\0" * 100, b'["pid"]'):
            (data_dir / "daemon.json").write_bytes(garbage)
            second = subprocess.run(
                [sys.executable, str(SCRIPT), str(data_dir), "0"], capture_output=True, text=True, timeout=120
            )
            assert (second.returncode, second.stderr.count("\n")) == (1, 1), second.stderr
            assert "already uses" in second.stderr
        assert running.call("GET", "/info")[0] == 200


def test_miners_are_found_again_by_their_processes_when_the_whole_store_is_lost(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        pid = running.simulate("one")["pid"]
        running.kill()
        for path in [*data_dir.glob("miners.json*"), *data_dir.glob("history.db*")]:
            path.unlink()
        running.start()
        assert running.miner("one")["pid"] == pid
        assert running.alive("one") == [pid]
        running.kill()
        running.start()
        assert running.miner("one")["pid"] == pid, "what was found was not kept"


def test_the_next_daemon_tells_that_a_backup_was_put_back(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        running.simulate("one")
        miners = (data_dir / "miners.json").read_bytes()
        assert running.call("DELETE", "/miners/one?forget=true")[0] == 200
        assert running.end() == 0
        restore(data_dir, data_dir / "settings.yaml", {"miners.json": miners}, "2030-01-02T03:04:05Z")
        running.start()
        assert running.miner("one")["wanted"] == "running"
        running.kill()
        running.start()
        (event,) = [event for event in running.events() if event["event"] == "settings"]
        assert (event["message"], event["who"]) == ("storage.put_back", None)
        assert "A backup of 2030-01-02T03:04:05Z was put back" in event["text"]
