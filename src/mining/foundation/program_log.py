"""What our own small programs print for the owner of a miner."""

import time
from contextlib import suppress


def log(part: str, text: str) -> None:
    """One line for the owner, with the local time."""
    now = time.time()
    stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(now))
    with suppress(OSError):  # a full disk costs text, not mining
        print(f"[{stamp}.{int(now * 1000) % 1000:03d}] {part:<7} {text}", flush=True)
