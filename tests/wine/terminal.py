"""Windows' side of a terminal: starts the Python programs that its input names, one after the other, in its own group.

Wine sends a Ctrl-C to a console only within the sender's process group, which is a terminal's on Windows too.
"""

import json
import subprocess
import sys

ENDED = "ended with "


def main() -> None:
    """A line of JSON for each program: its arguments."""
    for line in sys.stdin:
        child = subprocess.Popen(
            [sys.executable, *json.loads(line)], stdin=subprocess.DEVNULL, stdout=sys.stdout, stderr=subprocess.STDOUT
        )
        code = child.wait()
        print(f"{ENDED}{code}", flush=True)


if __name__ == "__main__":
    main()
