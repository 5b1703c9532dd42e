"""A daemon with an XMRig, for tests that drive it from outside."""

from typing import Any

from tests.daemons import Daemon, wait_for
from tests.pool_threads import PoolThread
from tests.standins.scripted_pool import ScriptedPool

WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
TIMEOUT = 60.0


def start(running: Daemon, pool: PoolThread | ScriptedPool, **more: Any) -> dict[str, Any]:
    body = {"pool": pool.address, "wallet": WALLET, "algo": "rx/0", "threads": 1, "options": {"mode": "light"}} | more
    status, answer = running.call("POST", "/miners/xmrig", body)
    assert status == 201, answer
    return dict(answer["data"])


def until(running: Daemon, what: str, **expected: Any) -> dict[str, Any]:
    """Wait until the miner's stats or fields have these values; a callable value judges instead."""

    def matches() -> dict[str, Any] | None:
        miner = running.miner("xmrig")
        shown = (
            miner
            | miner["stats"]
            | miner["stats"]["shares"]
            | miner["stats"]["connection"]
            | {"uptime": miner["uptime"]}
        )
        shown["reason"] = (miner["reason"] or {}).get("code")
        agrees = all(want(shown[key]) if callable(want) else shown[key] == want for key, want in expected.items())
        return miner if agrees else None

    return dict(wait_for(matches, TIMEOUT, f"{what}; it is {running.miner('xmrig')}"))


def logged(running: Daemon) -> str:
    items = running.call("GET", "/miners/xmrig/logs?lines=1000")[1]["data"]["items"]
    return "\n".join(item["text"] for item in items)
