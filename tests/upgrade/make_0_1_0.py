"""Makes tests/upgrade/0.1.0 anew from the commit of 0.1.0: `.venv/bin/python -m tests.upgrade.make_0_1_0`.

The data folder is a real one. Daemons of 0.1.0 write it below /tmp/mining-0.1.0, so that no path of this machine gets
into it; the last of them is killed while its miners live. Only the older past comes through its store by script
(history_0_1_0.py). What is changed afterwards: the boot's id, which tells machines apart, is made zero; pipes become
empty files; the history is one file, without its write-ahead log.
"""

import json
import lzma
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tests.daemons import wait_for
from tests.standins.xmrig_standin import install_standin
from tests.upgrade.releases import (
    POOL,
    SETTINGS,
    Layout,
    OldDaemon,
    Release,
    archived,
    granted,
    made_at,
    shown_by,
    state,
    unpacked,
)

VERSION = "0.1.0"
KEPT = state(VERSION)
NOTIFY = "json://operator:s3cret-of-the-target@127.0.0.1:9/mining"  # nothing listens there
# The example address of Monero's own documentation.
WALLET = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAGw6hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"
BASE: dict[str, Any] = {"pool": POOL, "wallet": WALLET}
TYPES: dict[str, dict[str, Any]] = {
    "demo": BASE | {"wallet": "anybody", "threads": 1, "password": "demo-passw0rd"},
    "simulated": BASE | {"wallet": "anybody", "options": {"hashrate": 1000, "gpus": 1}},
    "xmrig": BASE | {"coin": "XMR", "algo": "rx/0", "threads": 1, "options": {"mode": "light"}},
}
TWO_POOLS: dict[str, Any] = TYPES["xmrig"] | {
    "password": "first-passw0rd",
    "worker": "rig1",
    "pools": [{"pool": "127.0.0.1:13334", "wallet": WALLET, "password": "second-passw0rd", "worker": "spare"}],
}
EVERY_FIELD: dict[str, Any] = TWO_POOLS | {
    "cpuPriority": 1,
    "cuda": {"enabled": True, "devices": [0, 1]},
    "opencl": {"enabled": False},
    "cpu": {"enabled": True},
    "tls": True,
    "tlsFingerprint": "ab" * 32,
    "hugePages": False,
    "cpuAffinity": "0x3",
    "pauseOnBattery": True,
    "pauseOnActive": 60,
    "donateLevel": 2,
    "nicehash": False,
    "proxy": "socks5://127.0.0.1:9050",
}
PROFILES: dict[str, tuple[str, dict[str, Any]]] = {
    "Night": ("xmrig", TWO_POOLS),
    "Every field": ("xmrig", EVERY_FIELD),
    "Demo": ("demo", TYPES["demo"]),
    "Großes Rig ⛏": ("simulated", TYPES["simulated"] | {"password": "third-passw0rd"}),
}
WRITTEN_BY_HAND = {
    "config.yaml": "# In the cellar\npoll-interval: 1\nlive_poll_interval: 0.5\nautostartDelay: 0  # no network\n",
    ".mining.yaml": "poll_interval: 1\nautostart_delay: 0\nkeep_samples_hours: 72\n",
}
POOL_SCRIPT = """
import asyncio, sys
from mining.programs.demo_pool import DemoPool
async def serve():
    async with DemoPool(port=int(sys.argv[1]), unverified_rx0=True):
        await asyncio.Event().wait()
asyncio.run(serve())
"""


def main() -> None:
    """Make all of it."""
    root = made_at(VERSION)
    root.mkdir(mode=0o700)  # FileExistsError: another is being made, or its leftovers are to be removed by hand
    try:
        shutil.rmtree(KEPT, ignore_errors=True)
        KEPT.mkdir()
        (KEPT / "source.tar.xz").write_bytes(lzma.compress(archived(VERSION), preset=9 | lzma.PRESET_EXTREME))
        make(unpacked(VERSION, root), Layout(root))
    finally:
        shutil.rmtree(root)


def make(old: Release, layout: Layout) -> None:
    """Live through some time with 0.1.0."""
    layout.program.parent.mkdir()
    install_standin(layout.program.parent)
    layout.home.mkdir()
    script = Path(__file__).with_name("history_0_1_0.py")
    old.run(script, layout.data, str(int(time.time())), home=layout.home)
    old.control("adopt-binary", "xmrig", layout.program, "--data-dir", layout.data, home=layout.home)
    daemon = OldDaemon(old, layout.data, layout.home)
    try:
        with pool(old):
            change_settings(daemon, layout, ".mining.yaml", {"logLevel": "warning", "autostartExcept": ["gone"]})
            write_settings(layout, "config.yaml")
            daemon.start()
            save_documents(daemon)
            start_miners(daemon)
            daemon.kill()
            daemon.start()  # which adopts them
            let_things_happen(daemon)
            changed = {"notify": [NOTIFY], "notifyAbout": ["trouble"], "quietHours": "22:00-07:00", "logLevel": "error"}
            granted(daemon, "PUT", "/settings", changed)
            shown = shown_by(daemon)
            daemon.kill()  # its miners live on
            keep(layout)
            (KEPT / "shown.json").write_text(json.dumps(shown, indent=1, ensure_ascii=False) + "\n")
    finally:
        daemon.clean_up()


@contextmanager
def pool(old: Release) -> Iterator[None]:
    """The demo pool of 0.1.0 where the miners look for it."""
    with subprocess.Popen([old.python, "-c", POOL_SCRIPT, POOL.rpartition(":")[2]]) as process:
        try:
            yield
        finally:
            process.terminate()


def write_settings(layout: Layout, name: str) -> None:
    """The operator's file, written by hand."""
    path = layout.home / SETTINGS[name]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(WRITTEN_BY_HAND[name])


def change_settings(daemon: OldDaemon, layout: Layout, name: str, changes: dict[str, Any]) -> None:
    """One life of a daemon, in which it writes into a settings file."""
    write_settings(layout, name)
    daemon.start()
    granted(daemon, "PUT", "/settings", changes)
    assert daemon.end() == 0


def save_documents(daemon: OldDaemon) -> None:
    """Profiles and a pool of one's own."""
    for name, (type, config) in PROFILES.items():
        granted(daemon, "POST", "/profiles", {"name": name, "description": "", "minerType": type, "config": config})
    own = {"pool": "stratum+tcp://pool.example:3333", "name": "The neighbour's", "coin": "XMR"}
    granted(daemon, "POST", "/pools", own)


def start_miners(daemon: OldDaemon) -> None:
    """Of each type one to run, one to rest and one to be stopped; two with more pools; a crash of one."""
    for type, config in TYPES.items():
        for wish in ("running", "paused", "stopped"):
            granted(daemon, "POST", f"/miners/{type}?name={type}-{wish}", config)
    granted(daemon, "POST", "/miners/xmrig?name=two-pools", TWO_POOLS)
    profiles = granted(daemon, "GET", "/profiles")["items"]
    night = next(profile["id"] for profile in profiles if profile["name"] == "Night")
    granted(daemon, "POST", f"/profiles/{night}/start?name=of-profile")
    for type in TYPES:
        wait_for(lambda type=type: daemon.miner(f"{type}-running")["stats"]["hashrate"], 60, f"{type} to mine")
    os.kill(daemon.miner("simulated-running")["pid"], 9)
    wait_for(lambda: daemon.miner("simulated-running")["restarts"] == 1, 60, "the restart")


def let_things_happen(daemon: OldDaemon) -> None:
    """Pauses, stops, a resumption, a restart with another password."""
    for type in TYPES:
        granted(daemon, "POST", f"/miners/{type}-paused/pause")
        granted(daemon, "DELETE", f"/miners/{type}-stopped")
    granted(daemon, "POST", "/miners/two-pools/pause")
    granted(daemon, "POST", "/miners/two-pools/resume")
    granted(daemon, "POST", "/miners/demo-running/restart", TYPES["demo"] | {"password": "changed-passw0rd"})
    for name in ("demo-running", "simulated-running", "two-pools"):
        wait_for(lambda name=name: daemon.miner(name)["stats"]["hashrate"], 60, f"{name} to mine")


def keep(layout: Layout) -> None:
    """Copy it to where it is kept."""
    shutil.copytree(layout.home, KEPT / "home", ignore=shutil.ignore_patterns(".cache"))
    for path in sorted(layout.data.rglob("*")):
        target = KEPT / "data" / path.relative_to(layout.data)
        target.parent.mkdir(parents=True, exist_ok=True)
        if stat.S_ISFIFO(path.stat().st_mode):
            target.touch()
        elif path.is_file() and path.name != "daemon.log":
            content = path.read_bytes()
            if path.name == "process.json":
                boot = b'"bootId":"00000000-0000-0000-0000-000000000000"'
                content = re.sub(rb'"bootId":"[0-9a-f-]{36}"', boot, content)
            target.write_bytes(content)
    with closing(sqlite3.connect(KEPT / "data/history.db")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for path in (KEPT / "data").glob("history.db-*"):
        path.unlink()


if __name__ == "__main__":
    main()
