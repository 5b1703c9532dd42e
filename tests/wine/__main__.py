"""`python -m tests.wine ARGS` runs Windows' own Python under Wine with these arguments, and makes it first."""

import sys
import threading

from tests.wine.making import CannotPrepare, prepare
from tests.wine.windows_python import read, start


def main() -> int:
    """Make it, and run what the command line says."""
    try:
        prepare(lambda line: print(line, file=sys.stderr, flush=True))
    except CannotPrepare as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    if not sys.argv[1:]:
        return 0
    process = start(*sys.argv[1:])
    reading = threading.Thread(target=read, args=(process, lambda line: print(line, flush=True)), daemon=True)
    reading.start()
    code = process.wait()
    reading.join(1)  # what it has started may hold the pipe as long as it likes
    return code


if __name__ == "__main__":
    sys.exit(main())
