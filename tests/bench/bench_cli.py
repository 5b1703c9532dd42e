"""What a command costs, as a multiple of `python -c pass`."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from mining import __version__
from tests.cli.daemon_standin import standin
from tests.cli.recorded import MINER, page

RUNS = 15
HELP, STATUS = 5.0, 8.0  # limits


def seconds(argv: Sequence[str]) -> float:
    """The usual processor time of a command, which a busy machine does not change much."""
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(argv, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(times)


def main() -> int:
    """Print the ratios; 1 when one is beyond its limit."""
    command = str(Path(sys.executable).with_name("miner-ctrl"))
    with standin() as daemon, tempfile.TemporaryDirectory() as home:
        daemon.data("GET", "/miners?page=1&limit=1000", page(MINER))
        daemon.data("GET", "/healthz", {"status": "ok", "version": __version__, "problems": []})
        folder = Path(home, "lethean-desktop")
        folder.mkdir()
        (folder / "daemon.json").write_text(json.dumps({"pid": os.getpid(), "url": daemon.url}))
        os.environ["XDG_DATA_HOME"] = home
        nothing = seconds([sys.executable, "-c", "pass"])
        helping = seconds([command, "--help"]) / nothing
        asking = seconds([command, "--url", daemon.url, "status"]) / nothing
        finding = seconds([command, "status"]) / nothing
    print(f"cli.help: {helping:.2f} × python -c pass (limit {HELP})")
    print(f"cli.status: {asking:.2f} × python -c pass (limit {STATUS})")
    print(f"cli.status of the usual data folder: {finding:.2f} × python -c pass (limit {STATUS})")
    return int(helping > HELP or max(asking, finding) > STATUS)


if __name__ == "__main__":
    sys.exit(main())
