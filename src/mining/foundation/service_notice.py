"""Tells systemd, where it has started the daemon, that it is ready, alive, and about to end (sd_notify)."""

import asyncio
import os
import socket
import sys
from contextlib import suppress

READY, STOPPING, ALIVE = "READY=1", "STOPPING=1", "WATCHDOG=1"
_PATIENCE = 2.0  # s for room in the queue of a busy systemd; a sign of life waits for none, since another comes soon


def notify_service(state: str) -> None:
    """Send one word, within two seconds; nothing where no systemd listens. That nobody hears us must not end us."""
    address = os.environ.get("NOTIFY_SOCKET")
    if sys.platform == "win32" or not address:
        return
    if address.startswith("@"):  # a name of Linux that is no file
        address = f"\0{address[1:]}"
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as speaker:
        speaker.connect(address)
        speaker.settimeout(0.0 if state == ALIVE else _PATIENCE)
        speaker.send(state.encode())


def watchdog_pause() -> float | None:
    """Seconds between two signs of life: half of what the unit's WatchdogSec allows; None when nobody waits for one."""
    limit, pid = os.environ.get("WATCHDOG_USEC", ""), os.environ.get("WATCHDOG_PID")
    if not limit.isdecimal() or int(limit) == 0 or pid not in (None, str(os.getpid())):
        return None
    return int(limit) / 2_000_000


async def feed_watchdog() -> None:
    """Give a sign of life again and again, from the event loop: when that hangs, so does this."""
    pause = watchdog_pause()
    while pause is not None:
        notify_service(ALIVE)
        await asyncio.sleep(pause)
