"""Windows' side of a terminal: starts the Python programs that its input names, one after the other, in its own group.

Wine sends a Ctrl-C to a console only within the sender's process group, which is a terminal's on Windows too.
"""

import json
import subprocess
import sys

ENDED = "ended with "
_INTERNAL_ERROR = 1359
_TRIES = 3


def main() -> None:
    """A line of JSON for each program: its arguments."""
    for line in sys.stdin:
        code = _start([sys.executable, *json.loads(line)]).wait()
        print(f"{ENDED}{code}", flush=True)


def _start(argv: list[str]) -> "subprocess.Popen[bytes]":
    """Start a program; once more where Wine 8 loses a process before its first step, as it does once in hundreds."""
    for left in reversed(range(_TRIES)):
        try:
            return subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=sys.stdout, stderr=subprocess.STDOUT)
        except OSError as error:
            if getattr(error, "winerror", None) != _INTERNAL_ERROR or not left:
                raise
            print("Wine has lost a process at its birth; once more", flush=True)
    raise AssertionError("the last try returns or raises")


if __name__ == "__main__":
    main()
