"""The real XMRig for an hour, while its daemon is killed and held up and its pool goes away: each share counts once.

The long form takes MINING_XMRIG_SECONDS, an hour if nothing is said, and prints its figures. Without a way out of the
machine (`unshare --net`) there is no donation round, whose shares no pool here would count.
"""

import json
import os
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Literal

import pytest

from mining.miners import adapter
from mining.programs.local import register
from tests.daemons import Daemon, wait_for
from tests.pool_threads import PoolThread, a_pool
from tests.promise import ServedDaemon
from tests.xmrig_rig import TIMEOUT, start, until

pytestmark = [pytest.mark.live, pytest.mark.slow]
SECONDS = int(os.environ.get("MINING_XMRIG_SECONDS", "3600"))
KILLS = 11  # of the daemon: every five minutes of an hour
RESTART = 5.0  # s until it is started again, as the unit for systemd says
NEAR = 5.0  # s by which an answer may be older than the moment that is said of it
RECENT = 600.0  # s, of `sharesRecent`
QUIET = {"adopt", "degraded", "pause", "payout", "recovered", "resume", "start"}  # what the timeline may tell
_VERDICT = re.compile(r"\[([-\d]{10} [\d:.]{12})\].* (accepted|rejected) \((\d+)/(\d+)\)")


class DaemonOfTheSystem(ServedDaemon):
    """`miner-ctrl serve` with the settings of a new installation."""

    def argv(self) -> list[str]:
        """The command that becomes the daemon."""
        return [sys.executable, *self.command("serve"), "--port", str(self.port)]

    def fall(self) -> None:
        """kill -9, and what systemd does then."""
        self.kill()
        time.sleep(RESTART)
        self.start(30)


class Soak:
    """A daemon, its XMRig and their pool; every reading, and what was wrong in it."""

    def __init__(self, daemon: Daemon, pool: PoolThread, pace: float) -> None:
        self.daemon, self.pool, self._pace = daemon, pool, pace
        config = json.loads((daemon.data / "run" / "xmrig" / "config.json").read_text())
        self._port, self._token = config["http"]["port"], config["http"]["access-token"]
        self.states: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.readings: list[dict[str, Any]] = []
        self._pool_is: Literal["there", "away", "listening"] = "there"
        self._back = 0.0  # when XMRig was seen at the pool again; the figures that were asked before are right too

    def own(self) -> dict[str, Any]:
        """What XMRig says of itself."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            connection.request("GET", "/2/summary", headers={"Authorization": f"Bearer {self._token}"})
            return dict(json.loads(connection.getresponse().read()))
        finally:
            connection.close()

    def own_shares(self) -> tuple[int, int]:
        """Accepted and rejected shares, by XMRig."""
        results = self.own()["results"]
        return results["shares_good"], results["shares_total"] - results["shares_good"]

    def pools_shares(self) -> tuple[int, int]:
        """The same, by the pool."""
        return self.pool.pool.accepted, self.pool.pool.rejected

    def our_shares(self) -> tuple[int, int]:
        """The same, by the daemon."""
        shares = self.daemon.miner("xmrig")["stats"]["shares"]
        return shares["accepted"], shares["rejected"]

    def look(self) -> None:
        """One reading, compared with the pool's count and with the readings before."""
        miner = self.daemon.miner("xmrig")
        accepted, rejected = self.pools_shares()
        stats, code = miner["stats"], (miner["reason"] or {}).get("code")
        state = f"{miner['status']}, {miner['health']}, {code}"
        self.states[state] += 1
        if self._pool_is == "listening" and self.own()["connection"]["ip"] is not None:
            self._pool_is, self._back = "there", time.time()
        excused = self._pool_is != "there" or moment(stats["sampledAt"]) <= self._back
        excused = excused and code == "pool_unreachable"
        if (miner["health"] != "ok" and not excused) or miner["status"] not in ("running", "paused", "starting"):
            self.wrong.append(f"{datetime.now(UTC):%H:%M:%S} {state}: {miner['reason']}")
        if len(self.daemon.alive("xmrig")) != 1 or self.pool.pool.connected > 1:
            self.wrong.append(f"{self.daemon.alive('xmrig')} live, {self.pool.pool.connected} at the pool")
        if stats["shares"]["accepted"] is None:
            return  # it has not been asked since the daemon began
        ours = stats["shares"]["accepted"], stats["shares"]["rejected"]
        last = self.readings[-1]["shares"] if self.readings else {"accepted": 0, "rejected": 0}
        if ours[0] < last["accepted"] or ours[1] < last["rejected"] or ours[0] > accepted or ours[1] > rejected:
            self.wrong.append(f"{ours} shares after {last}, {(accepted, rejected)} at the pool")
        self.readings.append(stats)

    def until(self, end: float) -> None:
        """Look once, and again and again until that moment."""
        self.look()
        while (left := end - time.monotonic()) > 0:
            time.sleep(min(left, self._pace))
            self.look()

    def take_the_pool_away(self) -> None:
        """It hangs up and takes no connection."""
        self._pool_is = "away"
        self.pool.do("stop_listening")
        self.pool.do("disconnect_all")

    def bring_the_pool_back(self) -> None:
        """It takes connections again."""
        self.pool.do("listen_again")
        self._pool_is = "listening"

    def hold_up(self, seconds: float) -> None:
        """SIGSTOP of the daemon."""
        assert self.daemon.process is not None
        self.daemon.process.send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        self.daemon.process.send_signal(signal.SIGCONT)

    def ask(self, verb: str, status: str) -> None:
        """Pause or resume."""
        code, answer = self.daemon.call("POST", f"/miners/xmrig/{verb}")
        assert code == 200, answer
        assert answer["data"]["status"] == status


def moment(text: str | None) -> float:
    return datetime.fromisoformat(text).timestamp() if text else 0.0


def local_moment(text: str) -> float:
    return datetime.fromisoformat(text).astimezone().timestamp()


def verdicts(data: Path) -> list[tuple[float, str, int, int]]:
    """When XMRig printed each verdict of the pool, what it was, and both counters then, the oldest first."""
    texts = [path.read_text("utf-8") for path in (data / "logs" / "xmrig").glob("*.log*")]
    found = (match for text in texts for match in _VERDICT.finditer(text))
    each = ((local_moment(match[1]), match[2], int(match[3]), int(match[4])) for match in found)
    return sorted(each, key=lambda verdict: verdict[2] + verdict[3])


@pytest.fixture
def pool() -> Iterator[PoolThread]:
    with a_pool(unverified_rx0=True, rx0_difficulty=20, share_seconds=2.0) as pool:
        yield pool


@pytest.fixture
def running(data_dir: Path) -> Iterator[DaemonOfTheSystem]:
    register(adapter("xmrig"), Path(os.environ["MINING_XMRIG"]), data_dir)
    running = DaemonOfTheSystem(data_dir)
    try:
        running.start(30)
        yield running
    finally:
        running.clean_up()


@pytest.mark.parametrize("seconds", [60, pytest.param(SECONDS, marks=pytest.mark.long)], ids=["short", "long"])
def test_no_share_is_lost_or_doubled_and_no_verdict_is_false(
    running: DaemonOfTheSystem, pool: PoolThread, seconds: int
) -> None:
    pid = start(running, pool)["pid"]
    until(running, "the first shares", accepted=lambda count: count)
    soak = Soak(running, pool, min(5.0, seconds / 60))
    kills = min(KILLS, seconds // 20)
    plan: list[tuple[float, Callable[[], None]]] = [
        *((seconds * (index + 1) / (kills + 1), running.fall) for index in range(kills)),
        (0.19 * seconds, lambda: soak.ask("pause", "paused")),
        (0.22 * seconds, lambda: soak.ask("resume", "running")),
        (0.36 * seconds, soak.take_the_pool_away),
        (0.36 * seconds + max(10, seconds / 60), soak.bring_the_pool_back),
        (0.53 * seconds, lambda: soak.hold_up(max(5, seconds / 120))),
        (0.72 * seconds, lambda: soak.ask("pause", "paused")),  # across a kill
        (0.78 * seconds, lambda: soak.ask("resume", "running")),
        (seconds, lambda: None),
    ]
    begun = time.monotonic()
    for due, act in sorted(plan, key=lambda step: step[0]):
        soak.until(begun + due)
        act()

    soak.ask("pause", "paused")  # so that no share is under way
    counts = lambda: (soak.pools_shares(), soak.own_shares(), soak.our_shares())  # noqa: E731 - it is asked again
    with suppress(AssertionError):
        wait_for(lambda: len({*counts(), verdicts(running.data)[-1][2:]}) == 1, TIMEOUT, "the same shares from all")
    pools, own, ours = counts()
    print(
        f"{time.monotonic() - begun:.0f} s, {kills} kills: {pools} shares accepted and rejected by the pool, "
        f"{own} by XMRig, {ours} by the daemon; {len(soak.readings)} readings: {dict(soak.states)}"
    )
    assert pools == own == ours
    (accepted, rejected), lines = pools, verdicts(running.data)
    assert soak.wrong == []
    assert [both[2] + both[3] for both in lines] == list(range(1, accepted + rejected + 1)), "a line is lost or doubled"
    assert (lines[-1][2], lines[-1][3]) == (accepted, rejected)
    assert list(disagreements(soak.readings, lines)) == []
    miner, events = running.miner("xmrig"), Counter(event["event"] for event in running.events("xmrig"))
    assert (miner["pid"], miner["restarts"]) == (pid, 0)
    assert pool.pool.logins == 2, "one login, and one after the pool came back"
    assert events.keys() <= QUIET
    assert (events["start"], events["adopt"], events["pause"], events["resume"]) == (1, kills, 3, 2)
    assert events["degraded"] == events["recovered"] <= 1, "the loss of the pool"


def disagreements(readings: list[dict[str, Any]], lines: list[tuple[float, str, int, int]]) -> Iterator[str]:
    """Readings whose counters are not those that XMRig printed by then, or within the last ten minutes."""
    for stats in readings:
        at = moment(stats["sampledAt"])
        for kind in ("accepted", "rejected"):
            times = [when for when, verdict, _, _ in lines if verdict == kind]
            least, most = (sum(when <= at + near for when in times) for near in (-NEAR, NEAR))
            if not least <= stats["shares"][kind] <= most:
                yield f"{at}: {stats['shares'][kind]} {kind}, {least} to {most} by its text"
            least = sum(at - RECENT + NEAR < when <= at - NEAR for when in times)
            most = sum(at - RECENT - NEAR < when <= at + NEAR for when in times)
            if not least <= stats["sharesRecent"][kind] <= most:
                yield f"{at}: {stats['sharesRecent'][kind]} {kind} lately, {least} to {most} by its text"
