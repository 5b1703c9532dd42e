"""A pretended miner: believable numbers and every kind of misbehaviour on demand; it never opens a connection."""

import argparse
import asyncio
import json
import math
import os
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, NoReturn

from mining.foundation.loopback_api import Answer, answer_json, serve_loopback
from mining.foundation.platform import END_SIGNALS, on_end
from mining.foundation.tasks import owned

VERSION = "0.1.0"
BAD_CONFIG, PORT_TAKEN = 2, 3
MODES = (
    "ok", "crash", "hang", "hang-api", "garbage", "huge", "slow", "ignore-term", "fork-child", "flood-log", "zero",
    "config-exit",
)  # fmt: skip
_SHARE_SECONDS = 10.0  # between two shares, on average
_REJECTED = 0.01  # share of the shares
_FLOOD = 20_000  # lines a second


@dataclass(frozen=True)
class SimulatorOptions:
    """What the configuration file says."""

    id: str
    token: str
    port: int
    algo: str
    pool: str
    hashrate: float  # H/s
    gpus: tuple[int, ...]
    mode: str
    after: float  # s until the mode begins
    exit_code: int  # negative: the signal it ends by
    refuse_login: bool
    second: "SecondOptions | None" = None  # what it pretends to compute besides


@dataclass(frozen=True)
class SecondOptions:
    """A second algorithm on a pool of its own."""

    algo: str
    pool: str
    hashrate: float  # H/s


def read_settings(raw: bytes) -> SimulatorOptions:
    """The settings in a configuration file; ValueError, KeyError or TypeError when they are unusable."""
    body = json.loads(raw)
    body["gpus"] = tuple(body["gpus"])
    body["second"] = SecondOptions(**body["second"]) if body.get("second") else None
    settings = SimulatorOptions(**body)
    if settings.mode not in MODES:
        raise ValueError(f"mode: one of {', '.join(MODES)}")
    return settings


def log(text: str) -> None:
    """One line for the owner, with the local time."""
    now = time.time()
    stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(now))
    with suppress(OSError):  # a full disk costs text, not work
        os.write(1, f"[{stamp}.{int(now * 1000) % 1000:03d}] {text}\n".encode())


class Pretence:
    """The numbers: smooth in time, the same for the same seed, and standing still during a pause."""

    def __init__(self, settings: SimulatorOptions) -> None:
        self._settings = settings
        self._random = Random(settings.id)  # noqa: S311 - a pretence needs no secrets
        self._phase = self._random.uniform(0, 2 * math.pi)
        self._next_share = self._wait()
        self.accepted = self.rejected = 0
        self.worked = 0.0  # s of pretended work

    def _wait(self) -> float:
        return self._random.expovariate(1 / _SHARE_SECONDS)

    def rate(self, base: float, part: int = 0) -> float:
        """A rate in H/s that wobbles by a few percent around its base."""
        slow = math.sin(2 * math.pi * self.worked / 61 + self._phase + part)
        quick = math.sin(2 * math.pi * self.worked / 17 + 2 * self._phase + part)
        return round(base * (1 + 0.03 * slow + 0.02 * quick), 3)

    def work(self, seconds: float) -> list[str]:
        """Let time pass; what the shares found meanwhile are said to have met."""
        self.worked += seconds
        lines = []
        while self.worked >= self._next_share:
            self._next_share += self._wait()
            if self._random.random() < _REJECTED:
                self.rejected += 1
                lines.append(f'rejected ({self.accepted}/{self.rejected}) "Low difficulty share"')
            else:
                self.accepted += 1
                lines.append(f"accepted ({self.accepted}/{self.rejected})")
        return lines

    def gpus(self, rates: bool) -> list[dict[str, Any]]:
        """The devices it pretends to use."""
        share = self._settings.hashrate / max(1, len(self._settings.gpus))
        warmth = self.rate(1.0)
        return [
            {
                "id": number,
                "name": f"Simulated GPU {number}",
                "hashrate": self.rate(share, number) if rates else 0.0,
                "temperature": round((60 if rates else 38) * warmth + number, 1),
                "fan": round((55 if rates else 30) * warmth, 1),
                "power": round((120 if rates else 15) * warmth, 1),
            }
            for number in self._settings.gpus
        ]


class Simulator:
    """The process: keeps time, answers its API, and begins to misbehave when its hour has come."""

    def __init__(self, settings: SimulatorOptions) -> None:
        self._settings, self._pretence = settings, Pretence(settings)
        second = settings.second
        self._second = Pretence(replace(settings, id=f"{settings.id} second", **vars(second))) if second else None
        self._born = self._seen = time.monotonic()
        self._paused = self._silent = False

    @property
    def _mode(self) -> str:
        begun = time.monotonic() - self._born >= self._settings.after
        return self._settings.mode if begun else "ok"

    async def run(self) -> int:
        """Pretend until told to end; the exit code."""
        ended = asyncio.Event()

        def obey() -> None:
            if self._mode != "ignore-term":
                ended.set()

        on_end(asyncio.get_running_loop(), obey)
        try:
            server = await serve_loopback(self._settings.port, self._settings.token, self._answer)
        except OSError:
            log(f"api      port {self._settings.port} is taken, ending")
            return PORT_TAKEN
        log("miner    ready, simulated")
        pool = self._settings.pool
        log(
            f"pool     {pool} refused the login: simulated"
            if self._settings.refuse_login
            else f"pool     connected to {pool}"
        )
        living = owned("life", self._live())
        ending = owned("ended", ended.wait())
        await asyncio.wait((living, ending), return_when=asyncio.FIRST_COMPLETED)
        if living.done():
            return living.result()
        living.cancel()
        server.close()
        log("miner    told to end")
        return 0

    async def _live(self) -> int:
        """Work, in small steps, until the mode says to end; the exit code."""
        forked = False
        while True:
            self._pass_time()
            match self._mode:
                case "crash":
                    log("miner    a simulated crash")
                    if self._settings.exit_code < 0:
                        _end_by_signal(-self._settings.exit_code)
                    return self._settings.exit_code
                case "config-exit":
                    log("config   unusable configuration: simulated")
                    return BAD_CONFIG
                case "flood-log":
                    line = "flood    a line of no interest, one of very many\n"
                    sys.stdout.write(line * (_FLOOD // 10))
                    sys.stdout.flush()
                case "fork-child" if not forked:
                    forked = True
                    await self._leave_child()
            rest = self._settings.after - (time.monotonic() - self._born)
            await asyncio.sleep(min(1.0, rest) if rest > 0 else 0.1 if self._mode == "flood-log" else 1.0)

    async def _leave_child(self) -> None:
        """Leave a process behind that outlives this one, with every inheritable descriptor this one was given."""
        program = "import time; time.sleep(3600)"
        child = await asyncio.create_subprocess_exec(sys.executable, "-I", "-S", "-c", program, close_fds=False)
        log(f"miner    left a child, {child.pid}")

    def _pass_time(self) -> None:
        now = time.monotonic()
        passed, self._seen = now - self._seen, now
        if self._paused or self._settings.refuse_login or self._mode in ("zero", "hang"):
            return
        for line in self._pretence.work(passed):
            log(f"miner    {line}")
        for line in self._second.work(passed) if self._second is not None else ():
            log(f"second   {line}")

    async def _answer(self, method: str, path: str) -> Answer:
        match self._mode:
            case "hang" | "hang-api":
                await asyncio.sleep(3600)
            case "garbage":
                return 200, b"<html>\xff\xfe{{{ not what you asked for"
            case "huge":
                return 200, b'{"id":"' + b"x" * 10_000_000 + b'"}'
            case "slow":
                await asyncio.sleep(30)
        routes = {"/summary": "GET", "/pause": "POST", "/resume": "POST"}
        if path not in routes:
            return answer_json({}, 404)
        if method != routes[path]:
            return answer_json({}, 405)
        self._pass_time()
        if path != "/summary" and self._paused != (path == "/pause"):
            self._paused = path == "/pause"
            log("miner    paused" if self._paused else "miner    resumed")
        return answer_json(self._summary())

    def _summary(self) -> dict[str, Any]:
        settings, pretence = self._settings, self._pretence
        connected = not settings.refuse_login
        works = connected and not self._paused and self._mode != "zero"
        uptime = int(time.monotonic() - self._born)
        return {
            "id": settings.id,
            "simulated": True,
            "version": VERSION,
            "algo": settings.algo,
            "uptime": uptime,
            "hashrate": pretence.rate(settings.hashrate) if works else 0.0,
            "shares": {"accepted": pretence.accepted, "rejected": pretence.rejected, "invalid": 0},
            "difficulty": max(1, round(settings.hashrate * _SHARE_SECONDS)) if connected else None,
            "connection": {
                "pool": settings.pool,
                "connected": connected,
                "uptime": uptime if connected else 0,
                "ping": 20 + len(settings.id) % 30 if pretence.accepted else None,
                "failures": 0,
            },
            "paused": self._paused,
            "gpus": pretence.gpus(works),
            "second": self._beside(works),
        }

    def _beside(self, works: bool) -> dict[str, Any] | None:
        """What it computes besides."""
        pretence, second = self._second, self._settings.second
        if pretence is None or second is None:
            return None
        return {
            "algo": second.algo,
            "pool": second.pool,
            "hashrate": pretence.rate(second.hashrate) if works else 0.0,
            "shares": {"accepted": pretence.accepted, "rejected": pretence.rejected, "invalid": 0},
        }


def _end_by_signal(number: int) -> NoReturn:
    if sys.platform != "win32":  # where there are none
        if number in END_SIGNALS:  # the only ones that are caught
            signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
    os._exit(number)


def main() -> int:
    """Run the simulator; the exit code."""
    parser = argparse.ArgumentParser(prog="simulator", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--version", action="version", version=f"simulator {VERSION}")
    try:
        settings = read_settings(parser.parse_args().config.read_bytes())
    except (OSError, KeyError, TypeError, ValueError) as error:
        log(f"config   unusable configuration: {error}")
        return BAD_CONFIG
    return asyncio.run(Simulator(settings).run())


if __name__ == "__main__":
    sys.exit(main())
