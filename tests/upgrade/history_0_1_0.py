"""Fills the history of a new data folder with the past, through the store of 0.1.0 and run by its Python: DATA NOW."""

import asyncio
import math
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mining.domain.event import Event
from mining.domain.metrics import Sample
from mining.storage.store import SqliteStore, open_store

HOUR, DAY = 3600, 86400
MINERS = {"xmrig-running": 2400.0, "demo-running": 1.5e6, "simulated-running": 1000.0}  # H/s
# Seconds before now at which a stretch begins and ends, and between its samples. 0.1.0 prunes as it goes: of the
# first only hours are left, of the second also minutes, of the third the samples too.
STRETCHES = ((40 * DAY, 39 * DAY, 1800), (3 * DAY, 3 * DAY - HOUR, 20), (HOUR, HOUR // 2, 10))
WHO = "miner-ctrl/0.1.0"
EVENTS: tuple[tuple[str, str | None, str, str | None, dict[str, Any]], ...] = (
    ("install", None, "XMRig 6.25.0 is installed.", WHO, {"type": "xmrig", "verified": "pin"}),
    ("update", None, "XMRig 6.26.0 is installed in place of 6.25.0.", WHO, {"type": "xmrig", "verified": "signature"}),
    ("rollback", None, "XMRig 6.25.0 is in use again.", WHO, {"type": "xmrig"}),
    ("uninstall", None, "XMRig 6.25.0 is no longer installed.", WHO, {"type": "xmrig"}),
    ("start", "gone", "Started by miner-ctrl/0.1.0.", WHO, {"pid": 4711}),
    ("hang", "gone", "It hung: 0 H/s for 5 minutes.", None, {"code": -9, "ran": 4000.5, "tail": ["speed 0.00 H/s"]}),
    ("exit", "gone", "It ended without an error.", None, {"code": 0, "ran": 62.1, "tail": []}),
    ("crash", "gone", "It ended with code 1.", None, {"code": 1, "ran": 12.0, "tail": ["net  no active pools"]}),
    ("restart", "gone", "Started again by the rules.", None, {"pid": 4712}),
    ("degraded", "gone", "The pool does not answer.", None, {"reason": "pool_unreachable"}),
    ("recovered", "gone", "It is well again.", None, {}),
    ("algorithm", "gone", "The pool changed the algorithm: rx/0 → cn/r.", None, {"old": "rx/0", "new": "cn/r"}),
    ("log.gap", "gone", "Its text overflowed while no daemon read it; some lines are lost.", None, {}),
    ("error", "gone", "It cannot be started: there is no such file.", None, {}),
    ("forget", "gone", "Forgotten by miner-ctrl/0.1.0.", WHO, {}),
    ("clock", None, "The clock was set 3600 s back.", None, {"now": "2026-03-29T01:00:00Z"}),
    ("storage", None, "miners.json was damaged and is now miners.json.corrupt-20260329T010000Z.", None, {}),
)


async def samples(store: SqliteStore, now: int) -> None:
    """The measurements, oldest first."""
    for begin, end, step in STRETCHES:
        for at in range(now - begin, now - end, step):
            for miner, rate in MINERS.items():
                await store.add_sample(miner, _sample(at, rate, (at // step) % 20))


def _sample(at: int, rate: float, turn: int) -> Sample:
    """One measurement; some lack a hashrate, and some hold a true zero."""
    when = datetime.fromtimestamp(at, UTC)
    if turn == 7:
        return Sample(at=when)
    hashrate = 0.0 if turn == 8 else rate * (1 + 0.05 * math.sin(at / 600))
    return Sample(
        at=when, hashrate=hashrate, accepted=at % DAY // 30, rejected=turn // 10, invalid=None, temperature=61.5,
        power=85.2, ping=42, difficulty=120001.0,
    )  # fmt: skip


async def main(data: Path, now: int) -> None:
    """Write it all."""
    data.mkdir(mode=0o700)
    async with open_store(data / "history.db") as store:
        await samples(store, now)
        for index, (kind, miner, text, who, details) in enumerate(EVENTS):
            at = datetime.fromtimestamp(now - 3 * DAY + 60 * index, UTC)
            event = {"at": at, "kind": kind, "miner": miner, "text": text, "who": who, "details": details}
            await store.add_event(Event.model_validate(event))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
