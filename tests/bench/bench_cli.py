"""What a command costs, as a multiple of `python -c pass`."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.cli.daemon_standin import standin
from tests.cli.recorded import MINER, page

RUNS = 15
HELP, STATUS = 5.0, 8.0  # limits


def seconds(argv: Sequence[str]) -> float:
    """The usual time of a command."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        subprocess.run(argv, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - begun)
    return median(times)


def main() -> int:
    """Print both ratios; 1 when one is beyond its limit."""
    command = str(Path(sys.executable).with_name("miner-ctrl"))
    with standin() as daemon:
        daemon.data("GET", "/miners?page=1&limit=1000", page(MINER))
        daemon.data("GET", "/healthz", {"status": "ok", "version": "0.1.0", "problems": []})
        nothing = seconds([sys.executable, "-c", "pass"])
        helping = seconds([command, "--help"]) / nothing
        asking = seconds([command, "--url", daemon.url, "status"]) / nothing
    print(f"cli.help: {helping:.2f} × python -c pass (limit {HELP})")
    print(f"cli.status: {asking:.2f} × python -c pass (limit {STATUS})")
    return int(helping > HELP or asking > STATUS)


if __name__ == "__main__":
    sys.exit(main())
