"""A rig for the pictures: simulated miners with eight days of made-up history, so that the charts have a past."""

import math
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mining.domain.metrics import CardSample, Sample
from mining.domain.retention import Retention
from mining.storage import samples
from mining.storage.database import open_database, transaction
from tests.daemons import Daemon, wait_for

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
MINERS: dict[str, dict[str, Any]] = {
    "rvn-gpu": {
        "algo": "kawpow", "hashrate": 118.3e6, "gpus": 4, "pool": "rvn.2miners.com:6060", "ping": 41, "coin": "RVN",
        "wallet": "RKBLGRvYqunBtpueEPuXzQQmoVsQQTvd3a",
    },
    "xmr-cpu": {
        "algo": "rx/0", "hashrate": 19620.0, "gpus": 0, "pool": "pool.supportxmr.com:3333", "ping": 38, "coin": "XMR",
        "wallet": WALLET,
    },
    "xmr-nas": {
        "algo": "rx/0", "hashrate": 6120.0, "gpus": 0, "pool": "pool.supportxmr.com:3333", "ping": 36, "coin": "XMR",
        "wallet": WALLET,
    },
}  # fmt: skip
NIGHT = {  # a profile that never ran
    "coin": "XMR", "algo": "rx/0", "wallet": WALLET, "threads": 28, "hugePages": True, "tls": True,
    "pool": "pool.hashvault.pro:443", "pools": [{"pool": "pool.supportxmr.com:443"}, {"pool": "xmr.example.net:3333"}],
}  # fmt: skip
SLOW = ("rvn-gpu", timedelta(minutes=40), 0.84)  # since then it computes so much of what is usual
FINE = timedelta(hours=3)  # before now, for which there is a figure every ten seconds
DAYS = 8
GAP = (timedelta(hours=9), timedelta(hours=9, minutes=19))  # before now, when nothing was measured


def remember(path: Path) -> None:
    """Write the past of each miner, one figure a minute, and lately one every ten seconds."""
    database = open_database(path, print)
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    chance = random.Random(1)
    for name, how in MINERS.items():
        with transaction(database):
            begin = now - timedelta(days=DAYS)
            for at in moments(begin, now):
                if not GAP[0] <= now - at < GAP[1]:
                    some = SLOW[2] if name == SLOW[0] and now - at < SLOW[1] else 1.0
                    minute = (at - begin) // timedelta(minutes=1)
                    samples.add_sample(database, name, sample(how, at, minute, chance, some))
    samples.prune(database, now.timestamp(), Retention())
    database.close()


def moments(begin: datetime, end: datetime) -> Iterator[datetime]:
    """When something was measured."""
    at = begin
    while at < end:
        yield at
        at += timedelta(seconds=10 if end - at <= FINE else 60)


def sample(how: dict[str, Any], at: datetime, minute: int, chance: random.Random, some: float) -> Sample:
    """What a miner measured at that time: steady, with a daily wave of heat; `some` of its usual hashrate."""
    wave = math.sin(minute / 1440 * 2 * math.pi)
    gpus = how["gpus"]
    rate = how["hashrate"] * some * (1 + chance.gauss(0, 0.006))
    return Sample(
        at=at,
        hashrate=rate,
        accepted=minute * 2,
        rejected=minute // 150,
        temperature=64 + 4 * wave + chance.gauss(0, 0.7) if gpus else None,
        power=198 * gpus + chance.gauss(0, 4) if gpus else None,
        ping=how["ping"] + round(abs(chance.gauss(0, 2))),
        algorithm=how["algo"],
        pool=how["pool"],
        cards=tuple(CardSample(card=str(card), hashrate=rate / gpus) for card in range(gpus)),
    )


def start(running: Daemon) -> dict[str, str]:
    """All miners from profiles, one of them slow, and one that ends again and again; the profiles' ids by name."""
    profiles: dict[str, str] = {}
    for name, how in MINERS.items():
        options = {"hashrate": how["hashrate"] * (SLOW[2] if name == SLOW[0] else 1)}
        options |= {"gpus": how["gpus"]} if how["gpus"] else {}
        config = {key: how[key] for key in ("pool", "wallet", "coin", "algo")} | {"options": options}
        status, answer = running.call("POST", "/profiles", {"name": name, "minerType": "simulated", "config": config})
        assert status == 201, answer
        profiles[name] = answer["data"]["id"]
        status, answer = running.call("POST", f"/profiles/{profiles[name]}/start?force=true")
        assert status == 201, answer
    body = {"name": "xmr-night", "minerType": "xmrig", "config": NIGHT}
    status, answer = running.call("POST", "/profiles", body)
    assert status == 201, answer
    profiles["xmr-night"] = answer["data"]["id"]
    crashing = {"pool": "pool.example:3333", "wallet": "anybody", "options": {"mode": "crash", "after": 5}}
    running.call("POST", "/miners/simulated?name=erg-test&force=true", crashing)
    stopped = {"pool": "pool.example:3333", "wallet": "anybody"}
    running.call("POST", "/miners/simulated?name=xmr-laptop&force=true", stopped)
    running.call("POST", "/miners/xmr-laptop/pause")
    events = lambda: running.call("GET", "/events?event=crash")[1]["data"]["items"]  # noqa: E731 - it is asked again
    wait_for(events, 60, "the crash")
    slow = lambda: "low_hashrate" in [each["code"] for each in attention(running)]  # noqa: E731 - it is asked again
    wait_for(slow, 60, "the slow miner to need attention")
    time.sleep(30)  # shares, and figures of ten seconds
    return profiles


def attention(running: Daemon) -> list[dict[str, Any]]:
    """What needs attention now."""
    items = running.call("GET", "/attention")[1]["data"]["items"]
    return list(items)
