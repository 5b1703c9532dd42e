"""The operator's settings with the daemon as people start it: changed over HTTP and by command, kept in their file."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from mining.domain.metrics import Sample
from mining.storage.store import open_stores
from tests.daemons import Daemon, wait_for

pytestmark = pytest.mark.slow
THEIRS = """# my rig
poll-interval:   60   # it is far away
live-poll-interval: 60
log-level: warning

# they are mine to start
autostart-except: []
autostart-delay: 0
"""


class Served(Daemon):
    """A daemon that `miner-ctrl serve` became, with a settings file of its own."""

    def __init__(self, data: Path, file: Path) -> None:
        super().__init__(data)
        self.file = file
        self.flags: list[str] = []

    def argv(self) -> list[str]:
        places = ["--data-dir", str(self.data), "--port", "0", "--settings", str(self.file)]
        return [sys.executable, "-m", "mining.cli.main", "serve", *places, *self.flags]

    def restart(self, *flags: str, **variables: str) -> None:
        """End it, and start it with these flags and variables."""
        self.end()
        self.flags, self.variables = list(flags), variables
        self.start()

    def put(self, status: int = 200, **values: Any) -> Any:
        """PUT /settings: its data, or its error."""
        answered, answer = self.call("PUT", "/settings", values)
        assert answered == status, answer
        return answer["data"] if answered == 200 else answer["error"]

    def settings(self) -> Any:
        return self.call("GET", "/settings")[1]["data"]

    def ctrl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """`miner-ctrl`, talking to it."""
        env = os.environ | {"MINING_URL": f"http://127.0.0.1:{self.port}/api/v1/mining"}
        command = [sys.executable, "-m", "mining.cli.main", *arguments]
        return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)


@pytest.fixture
def running(data_dir: Path, tmp_path: Path) -> Iterator[Served]:
    file = tmp_path / "config.yaml"
    file.write_text(THEIRS)
    daemon = Served(data_dir, file)
    try:
        daemon.start()
        yield daemon
    finally:
        daemon.clean_up()


def test_a_change_counts_at_once_outlasts_the_daemon_and_leaves_the_rest_of_the_file(running: Served) -> None:
    running.simulate("one")
    before = running.at_rest("one")  # the next poll would come in a minute
    running.put(pollInterval=0.5, livePollInterval=None)
    wait_for(lambda: running.miner("one")["stats"]["sampledAt"] > before, 3, "a poll at once")
    stamps = set()

    def polled_often() -> bool:
        stamps.add(running.miner("one")["stats"]["sampledAt"])
        return len(stamps) >= 4  # at the old pace, that would be three minutes

    wait_for(polled_often, 10, "polls at the new pace")
    expected = THEIRS.replace("60   #", "0.5   #").replace("live-poll-interval: 60\n", "")
    assert running.file.read_text() == expected
    (told,) = [event for event in running.events() if event["event"] == "settings"]
    assert (told["who"], told["text"].split(". ", 1)[1]) == (
        "API 127.0.0.1",
        "pollInterval: 60 → 0.5. livePollInterval: 60 → 2.",
    )
    running.kill()
    running.start()
    now = running.settings()
    assert (now["values"]["pollInterval"], now["sources"]["pollInterval"]) == (0.5, "file")
    assert (now["values"]["livePollInterval"], now["sources"]["livePollInterval"]) == (2.0, "default")


def test_the_command_line_changes_what_the_daemon_does_and_says_where_that_is_written(running: Served) -> None:
    done = running.ctrl("settings", "set", "log-level", "info")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "log-level: warning → info"), done.stderr
    assert str(running.file) in done.stdout
    running.simulate("one")
    assert "Started by" in running.log, "the log's level did not change at once"
    done = running.ctrl("settings", "set", "stopMinersOnExit", "true")
    assert done.returncode == 0, done.stderr
    pid = running.miner("one")["pid"]
    assert running.end() == 0
    assert not Path(f"/proc/{pid}").exists()
    assert yaml.safe_load(running.file.read_text())["stop-miners-on-exit"] is True
    running.start()
    assert running.ctrl("settings", "unset", "stop_miners_on_exit").returncode == 0
    assert running.settings()["values"]["stopMinersOnExit"] is False
    wrong = running.ctrl("settings", "set", "prot", "9000")
    assert (wrong.returncode, "did you mean port" in wrong.stderr) == (5, True), wrong.stderr


def test_what_a_variable_or_a_flag_says_is_refused_and_nothing_is_written(running: Served) -> None:
    running.restart("--no-autostart", "--poll-interval", "7", MINING_LOG_LEVEL="error", MINING_PORT="0")
    for values, winner in (
        ({"logLevel": "debug"}, "MINING_LOG_LEVEL"),
        ({"pollInterval": 5}, "--poll-interval"),
        ({"autostart": True, "livePollInterval": 5}, "--no-autostart"),
    ):
        error = running.put(409, **values)
        assert (error["code"], winner in error["message"]) == ("NOT_SUPPORTED", True)
    error = running.put(400, port=9000)
    assert str(running.file) in error["message"]
    assert running.file.read_text() == THEIRS
    assert running.put(**running.settings()["values"])["changes"] == []


def test_after_a_reboot_miners_wait_for_the_delay_and_start_only_where_nobody_says_otherwise(running: Served) -> None:
    for name in ("one", "two"):
        running.simulate(name)
    running.put(autostartDelay=3600, autostartExcept=["two"])

    def reboot(*flags: str) -> None:
        running.end()
        for name in ("one", "two"):
            for pid in running.alive(name):
                os.kill(pid, signal.SIGKILL)
        running.flags = list(flags)
        running.start()

    reboot()
    waiting = running.miner("one")
    assert (waiting["status"], waiting["reason"]["code"]) == ("error", "autostart_delay")
    left = datetime.fromisoformat(waiting["nextRestartAt"]) - datetime.now(UTC)
    assert timedelta(0) < left <= timedelta(hours=1)
    running.put(autostartDelay=8)  # s since the daemon's start
    wait_for(lambda: running.miner("one")["status"] == "running", 10, "one to start")
    held = running.miner("two")
    assert (held["status"], held["wanted"], held["reason"]["code"]) == ("error", "running", "autostart_off")
    assert "miner-ctrl restart two" in held["reason"]["text"]
    assert held["reason"]["text"] in " ".join(running.ctrl("list").stdout.split())

    running.put(autostartDelay=3600)
    reboot("--no-autostart", "--autostart-delay", "1")
    time.sleep(3)
    assert [running.miner(name)["reason"]["code"] for name in ("one", "two")] == ["autostart_off"] * 2
    assert running.ctrl("restart", "one").returncode == 0
    wait_for(lambda: running.miner("one")["status"] == "running", 10, "it to run")

    reboot("--autostart-delay", "0")
    wait_for(lambda: running.miner("one")["status"] == "running", 5, "one to start at once")
    assert running.miner("two")["status"] == "error"


async def test_less_is_kept_from_the_next_pruning_on_and_the_past_is_told_coarser(running: Served) -> None:
    running.simulate("one")
    running.end()
    now = datetime.now(UTC)
    async with open_stores(running.data / "history.db") as store:
        for minutes in range(170, 60, -1):
            await store.samples.add("one", Sample(at=now - timedelta(minutes=minutes), hashrate=500.0))

    def past(seconds: int) -> tuple[str, int]:
        query = f"duration={seconds}s&resolution=10s"
        found = running.call("GET", f"/miners/one/hashrate-history?{query}")[1]["data"]
        return found["resolution"], sum(point["hashrate"] == 500.0 for point in found["points"])

    running.start()
    assert past(3 * 3600) == ("10s", 110)
    error = running.put(400, keepSamplesHours=24, keepMinutesDays=0)
    assert error["details"]["field"] == "keepMinutesDays"
    running.put(keepSamplesHours=1, pollInterval=1, livePollInterval=None)
    assert past(3 * 3600) == ("1m", 110)
    running.restart()
    first = wait_for(lambda: running.miner("one")["stats"]["sampledAt"], 5, "a sample, which prunes")
    wait_for(
        lambda: running.miner("one")["stats"]["sampledAt"] != first, 5, "the next one: by then the first is stored"
    )
    running.put(keepSamplesHours=None)
    assert past(3 * 3600) == ("1m", 110), "what was dropped is told from the minutes"


def test_a_kill_in_the_midst_of_changes_never_tears_the_file(running: Served) -> None:
    for _ in range(4):
        done = threading.Event()

        def change(done: threading.Event = done) -> None:
            with suppress(OSError, ValueError):  # the daemon was killed
                for turn in range(1000):
                    running.call("PUT", "/settings", {"pollInterval": 1 + turn % 900})
            done.set()

        thread = threading.Thread(target=change)
        thread.start()
        before = running.file.read_text()
        wait_for(lambda before=before: running.file.read_text() != before, 10, "a change to be written")
        time.sleep(0.2)
        running.kill()
        assert done.wait(60)
        thread.join()
        text = running.file.read_text()
        value = yaml.safe_load(text)["poll-interval"]
        assert text == THEIRS.replace("60   #", f"{value}   #")
        running.start()
        assert running.settings()["values"]["pollInterval"] == value
    assert json.dumps(value) != "60"


def test_secrets_that_others_can_read_are_named_at_the_start_and_by_the_doctor_and_closed_by_a_change(
    running: Served,
) -> None:
    def finding() -> tuple[str, str | None]:
        checks = running.call("POST", "/doctor")[1]["data"]["checks"]
        (found,) = (each for each in checks if each["id"] == "settings-access")
        return found["status"], found["fix"]

    command = f"chmod 600 {running.file}"
    assert finding()[0] in ("ok", "info")
    assert command not in running.log
    running.end()
    running.file.write_text(THEIRS + "notify: ntfy://a-topic\n")
    running.file.chmod(0o644)
    running.start()
    assert command in running.log
    assert finding() == ("problem", command)
    running.put(pollInterval=5)
    assert running.file.stat().st_mode & 0o777 == 0o600
    assert finding()[0] == "ok"
    running.end()
    running.file.chmod(0o666)
    with pytest.raises(AssertionError, match="chmod o-w"):
        running.start()
