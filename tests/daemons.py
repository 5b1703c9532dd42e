"""A real daemon as a child process on a free port, its HTTP API, and the miners it has started, ended by pid."""

import http.client
import json
import os
import signal
import ssl
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

SLACK = 6  # a busy machine may be so many times slower than the seconds that a test names
QUICK = {"first": 0.1, "longest": 1.0, "quick": 0.05}  # a restart policy for impatient tests
SCRIPT = Path(__file__).with_name("quick_daemon.py")


class Daemon:
    """One data folder and, most of the time, one daemon on it."""

    def __init__(self, data: Path, **policy: Any) -> None:
        self.data = data
        self.script = SCRIPT
        self.said: dict[str, Any] = QUICK | policy  # what the script is told
        self.process: subprocess.Popen[bytes] | None = None
        self.port = 0
        self.wanted_port = 0  # 0: any free one
        self.certificates: Path | None = None  # to trust, where it speaks TLS
        self.variables: dict[str, str] = {}  # further ones of its environment

    def start(self, limit: float = 10.0) -> float:
        """Start it; returns the seconds until its API answered."""
        begun = time.monotonic()
        with suppress(FileNotFoundError):
            (self.data / "daemon.json").write_bytes(b"")
        with (self.data / "daemon.log").open("ab") as output:
            self.process = subprocess.Popen(self.argv(), stdout=output, stderr=output, env=os.environ | self.variables)
        wait_for(self._answers, limit, "the daemon to answer\n" + self.log)
        return time.monotonic() - begun

    def argv(self) -> list[str]:
        """The command that becomes the daemon."""
        return [sys.executable, str(self.script), str(self.data), str(self.wanted_port), json.dumps(self.said)]

    @property
    def log(self) -> str:
        """What it has printed."""
        return (self.data / "daemon.log").read_text(errors="replace")[-4000:]

    def _answers(self) -> bool:
        assert self.process is not None
        if self.process.poll() is not None:
            raise AssertionError(f"the daemon ended with {self.process.returncode}:\n{self.log}")
        try:
            notice = json.loads((self.data / "daemon.json").read_text())
            self.port = int(notice["url"].split(":")[2].split("/")[0])
            return notice["pid"] == self.process.pid and self.call("GET", "/info")[0] == 200
        except (OSError, ValueError, KeyError, http.client.HTTPException):
            return False

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        """One request below the namespace: status and parsed body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        if self.certificates is not None:
            trusting = ssl.create_default_context(cafile=self.certificates)
            connection = http.client.HTTPSConnection("localhost", self.port, timeout=60, context=trusting)
        try:
            data = json.dumps(body).encode() if body is not None else None
            sent = {"Content-Type": "application/json"} if data is not None else {}
            token = self.data / "admin.token"  # which is there where the settings ask for keys
            if token.exists():
                sent["Authorization"] = f"Bearer {token.read_text().strip()}"
            connection.request(method, f"/api/v1/mining{path}", body=data, headers=sent | headers)
            response = connection.getresponse()
            return response.status, json.loads(response.read() or b"null")
        finally:
            connection.close()

    def simulate(self, name: str, **options: Any) -> dict[str, Any]:
        """Start a simulated miner, and wait until it answers, unless a mode is to keep it from that; what was answered.

        The daemon itself waits two seconds, which are not enough for a program of Python on a busy machine.
        """
        body = {"pool": "pool.example:3333", "wallet": "anybody", "options": options}
        status, answer = self.call("POST", f"/miners/simulated?name={name}", body)
        assert status == 201, answer
        if "mode" in options:
            return dict(answer["data"])
        begun = wait_for(lambda: (m := self.miner(name))["status"] != "starting" and m, 10, f"{name} to answer")
        return dict(answer["data"]) | {"status": begun["status"]}

    def miner(self, name: str) -> dict[str, Any]:
        """A miner as the API shows it."""
        status, answer = self.call("GET", f"/miners/{name}")
        assert status == 200, answer
        return dict(answer["data"])

    def at_rest(self, name: str, pause: float = 4.0) -> str:
        """When a miner was last polled, once the early polls of its start are over: for a `pause` (s) none came."""
        last: str | None = None
        since = time.monotonic()

        def rested() -> str | None:
            nonlocal last, since
            if (newest := self.miner(name)["stats"]["sampledAt"]) != last:
                last, since = newest, time.monotonic()
            return last if time.monotonic() - since > pause else None

        return str(wait_for(rested, 20, f"the early polls of {name} to be over"))

    def events(self, name: str | None = None) -> list[dict[str, Any]]:
        """The whole timeline, oldest first."""
        query = f"&miner={name}" if name else ""
        items: list[dict[str, Any]] = []
        while True:
            since = items[-1]["seq"] if items else 0
            page = self.call("GET", f"/events?since={since}&limit=1000{query}")[1]["data"]["items"]
            items += page
            if len(page) < 1000:
                return items

    def kill(self) -> None:
        """kill -9, and bury it."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(60)

    def end(self) -> int:
        """Ask it to end; its exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def alive(self, name: str) -> list[int]:
        """The pids that hold a miner's lock and lead a session: its processes, children left out."""
        return self.alive_of(name)[name]

    def alive_of(self, *names: str) -> dict[str, list[int]]:
        """The same of several miners, in one look at the processes of this machine."""
        found = _holders([self.data / "run" / name / "lock" for name in names], _leads)
        return dict(zip(names, found, strict=True))

    def clean_up(self) -> None:
        """End the daemon, then every process that holds the lock of one of its miners."""
        if self.process is not None and self.process.poll() is None:
            self.kill()
        for lock in self.data.glob("run/*/lock"):
            for pid in holders(lock):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


@contextmanager
def daemon(data: Path, **policy: Any) -> Iterator[Daemon]:
    """A running daemon; at the end it and its miners are gone. Beside a policy, `settings` and `timing` are said."""
    running = Daemon(data, **policy)
    try:
        running.start()
        yield running
    finally:
        running.clean_up()


def wait_for(condition: Callable[[], Any], seconds: float, what: str) -> Any:
    """Wait until a condition holds, and return its value; AssertionError names what never came.

    `seconds` are those of a quiet machine. They only bound a wait in vain; no test may pass or fail by them.
    """
    end = time.monotonic() + SLACK * seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"waited {SLACK * seconds} s in vain for {what}")


def holders(lock: Path) -> list[int]:
    """The pids that have this file open."""
    return _holders([lock], lambda _: True)[0]


def _holders(locks: Sequence[Path], which: Callable[[int], bool]) -> list[list[int]]:
    """For each file the pids that have it open, of those processes `which` says."""
    wanted, found = [_identity(lock) for lock in locks], defaultdict[tuple[int, int] | None, list[int]](list)
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and which(pid := int(process.name)):
            with suppress(OSError), os.scandir(process / "fd") as entries:
                for file in {_identity(entry) for entry in entries}.intersection(wanted):
                    found[file].append(pid)
    return [sorted(found[file]) if file is not None else [] for file in wanted]


def _identity(file: Path | os.DirEntry[str]) -> tuple[int, int] | None:
    """Which file that is; None where it is gone."""
    with suppress(OSError):
        stat = file.stat()
        return stat.st_dev, stat.st_ino
    return None


def _leads(pid: int) -> bool:
    with suppress(ProcessLookupError):
        return os.getsid(pid) == pid
    return False
