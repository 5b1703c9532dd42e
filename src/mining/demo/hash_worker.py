"""One worker process of the demo miner: hashes the job it was given last, and ends when its owner does.

It runs alone (`python -I -S hash_worker.py INDEX COUNT`) and imports nothing of ours, so it starts in milliseconds.
In, one JSON line each: a job `{"job","blob","target"}`, or null for rest.
Out, one JSON line each: `{"hashes"}`, done since the last one, and shares, `{"job","nonce","result"}`.
"""

import json
import os
import sys
import threading
import time
from hashlib import sha256
from typing import Any

_BATCH = 4096
_NONCE_AT = 39
_REPORT = 0.5  # s


class Commands:
    """The latest order, taken from stdin by a thread of its own."""

    def __init__(self) -> None:
        self.latest: dict[str, Any] | None = None
        self.changed = threading.Event()

    def listen(self) -> None:
        """Take commands until the owner is gone, then end the process at once."""
        for line in sys.stdin.buffer:
            self.latest = json.loads(line)
            self.changed.set()
        os._exit(0)


def say(message: dict[str, Any]) -> None:
    """Tell the owner; end when there is none any more."""
    try:
        os.write(1, json.dumps(message).encode() + b"\n")
    except OSError:
        os._exit(0)


def hash_job(commands: Commands, job: dict[str, Any], first: int, last: int) -> None:
    """Hash from nonce `first` to `last` until another order comes."""
    blob, target = bytes.fromhex(job["blob"]), int(job["target"])
    head, tail = blob[:_NONCE_AT], blob[_NONCE_AT + 4 :]
    done, reported = 0, time.monotonic()
    for start in range(first, last, _BATCH):
        for nonce in range(start, min(start + _BATCH, last)):
            raw = nonce.to_bytes(4, "little")
            digest = sha256(sha256(head + raw + tail).digest()).digest()
            if int.from_bytes(digest[24:], "little") < target:
                say({"job": job["job"], "nonce": raw.hex(), "result": digest.hex()})
        done += _BATCH
        if (now := time.monotonic()) - reported >= _REPORT or commands.changed.is_set():
            say({"hashes": done})
            done, reported = 0, now
        if commands.changed.is_set():
            return


def main() -> None:
    """Work until the owner is gone."""
    index, count = int(sys.argv[1]), int(sys.argv[2])
    share = 2**32 // count
    commands = Commands()
    threading.Thread(target=commands.listen, name="commands", daemon=True).start()
    while True:
        commands.changed.wait()
        commands.changed.clear()
        if (job := commands.latest) is not None:
            hash_job(commands, job, index * share, (index + 1) * share)


if __name__ == "__main__":
    main()
