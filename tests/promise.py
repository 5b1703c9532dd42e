"""What is promised on every system, tried with `miner-ctrl serve`: in tests/systems here, in tests/wine on Windows."""

import json
import random
import re
import subprocess
import time
from pathlib import Path

from tests.daemons import Daemon, wait_for
from tests.demo.processes import free_port
from tests.pool_threads import PoolThread, a_pool

EASY = {"difficulty": 20_000, "share_seconds": 0.5}  # of the pool: a share or two a second
_SHARE = re.compile(r"accepted \((\d+)/")
_REFUSED = re.compile(r'rejected \(\d+/\d+\) "(.+?)"')


class ServedDaemon(Daemon):
    """A daemon that a user starts, on a port and a data folder of its own."""

    def __init__(self, data: Path) -> None:
        super().__init__(data)
        self.port = free_port()

    def command(self, *words: str) -> list[str]:
        """What Python runs for a command of `miner-ctrl`."""
        return ["-m", "mining.cli.main", "--data-dir", self.named(self.data), *words]

    def named(self, path: Path) -> str:
        """A path as the daemon's system writes it."""
        return str(path)

    def ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run such a command to its end."""
        raise NotImplementedError

    def press_ctrl_c(self) -> int:
        """End the daemon as a user does; its exit code."""
        raise NotImplementedError

    def birth(self, name: str) -> tuple[int, str]:
        """Which process a miner is, by its record: pid and birth."""
        record = json.loads((self.data / "run" / name / "process.json").read_text())
        return record["pid"], str(record["startTicks"])

    def mine(self, pool: PoolThread) -> None:
        """Start the demo miner for a pool, with one thread."""
        status, answer = self.call("POST", "/miners/demo", {"pool": pool.address, "wallet": "anybody", "threads": 1})
        assert status == 201, answer

    def runs(self, name: str) -> bool:
        """Whether a miner does."""
        return bool(self.miner(name)["status"] == "running")

    def shares(self, name: str) -> list[int]:
        """How many shares a miner had been paid for, by each line of its text that says so, oldest first."""
        items = self.call("GET", f"/miners/{name}/logs?lines=1000")[1]["data"]["items"]
        return [int(match[1]) for each in items if (match := _SHARE.search(each["text"]))]

    def refusals(self, name: str) -> set[str]:
        """Why shares of a miner were refused, by all of its text; a busy machine sends some after the next job came."""
        texts = [path.read_text("utf-8") for path in (self.data / "logs" / name).glob("*.log")]
        return {reason for text in texts for reason in _REFUSED.findall(text)}


def paid(pool: PoolThread, more: int = 1) -> int:
    """Wait until the pool has accepted so many more shares; how many it has accepted then."""
    before = pool.pool.accepted
    wait_for(lambda: pool.pool.accepted >= before + more, 30, f"{more} shares")
    return pool.pool.accepted


def ctrl_c_ends_the_daemon_while_its_miner_goes_on_until_it_is_stopped(daemon: ServedDaemon, system: str) -> None:
    """It answers and mines; Ctrl-C; its miner mines on, is adopted, and ends by itself when it is asked."""
    with a_pool(**EASY) as pool:
        assert daemon.call("GET", "/info")[1]["data"]["os"] == system
        daemon.mine(pool)
        paid(pool, 3)
        wait_for(lambda: daemon.miner("demo")["stats"]["shares"]["accepted"] >= 3, 30, "its shares in the API")
        status = daemon.ask("status")
        assert (status.returncode, "demo" in status.stdout) == (0, True), status.stdout
        first = daemon.birth("demo")

        assert daemon.press_ctrl_c() == 0, daemon.log
        paid(pool, 2)
        assert pool.pool.logins == 1, "the miner went on; it did not come anew"

        daemon.start()
        wait_for(lambda: daemon.runs("demo"), 30, "the adoption")
        assert daemon.birth("demo") == first
        assert daemon.call("DELETE", "/miners/demo")[0] == 200
        wait_for(lambda: daemon.miner("demo")["status"] == "stopped", 30, "the end of the miner")
        assert daemon.miner("demo")["lastExit"]["cause"] != "crash", "it was asked, and ended by itself"
        wait_for(lambda: pool.pool.connected == 0, 10, "the miner to leave the pool")
        assert daemon.press_ctrl_c() == 0, daemon.log


def no_miner_is_lost_or_doubled_by_kills(daemon: ServedDaemon, rounds: int) -> None:
    """`kill -9` of the daemon, again and again: the same processes, by their births and by what the pool saw."""
    chance = random.Random(11)
    names = ("demo", "one")
    with a_pool(**EASY) as pool:
        daemon.mine(pool)
        daemon.simulate("one", hashrate=1000)
        for name in names:
            wait_for(lambda name=name: daemon.runs(name), 30, f"{name} to run")
        first = {name: daemon.birth(name) for name in names}
        connections = pool.pool.connections  # the miner's, and that of the test before its start
        for _ in range(rounds):
            time.sleep(chance.random())
            paid(pool)
            daemon.kill()
            paid(pool)
            daemon.start()
            for name in names:
                wait_for(lambda name=name: daemon.runs(name), 30, f"the adoption of {name}")
            assert {name: daemon.birth(name) for name in names} == first
        assert (pool.pool.connections, pool.pool.logins, pool.pool.connected) == (connections, 1, 1), "lost or doubled"
        events = [event["event"] for event in daemon.events("demo")]
        assert (events.count("start"), events.count("adopt")) == (1, rounds)
        counted = paid(pool)
        wait_for(lambda: daemon.shares("demo")[-1:] >= [counted], 30, "the share in the text")
        shares = daemon.shares("demo")
        assert shares == list(range(shares[0], shares[0] + len(shares))), "a line was lost or came twice"
        assert shares[0] == 1 or len(shares) > 500, "its text begins with its first share"
        assert daemon.refusals("demo") <= {"Block expired"}, "a share was sent twice, or to the wrong job"
