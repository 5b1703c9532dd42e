"""What the daemon costs: its start, and its processor and memory with ten miners polled every 10 s."""

import http.client
import json
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

from tests.daemons import Daemon

MINERS = 10
WATCHED = 40.0  # s

SERVE = """
import sys
from pathlib import Path
from mining.daemon import serve
from mining.settings import Said, resolve
flags = {"port": 0, "log_level": "warning"}
sys.exit(serve(resolve(SettingInputs(Path(sys.argv[1]) / "config.yaml", Path(sys.argv[1]), flags=flags))))
"""


def main() -> None:
    """Print the figures, one `name: value unit (limit)` a line."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        running = Daemon(data)
        try:
            begun = time.monotonic()
            running.process = subprocess.Popen([sys.executable, "-c", SERVE, folder], stdout=subprocess.DEVNULL)
            while not answers(running):
                time.sleep(0.01)
            print(f"start to first answer: {time.monotonic() - begun:.2f} s (limit 2)")
            for number in range(MINERS):
                running.simulate(f"m{number}")
            time.sleep(8)  # the early polls of a start are over
            watched = psutil.Process(running.process.pid)
            before, begun = sum(watched.cpu_times()[:2]), time.monotonic()
            time.sleep(WATCHED)
            used = (sum(watched.cpu_times()[:2]) - before) / (time.monotonic() - begun) * 100
            print(f"processor with {MINERS} miners polled every 10 s: {used:.2f} % of a core (limit 1)")
            print(f"memory with {MINERS} miners: {watched.memory_info().rss / 2**20:.0f} MiB (limit 90)")
        finally:
            running.clean_up()


def answers(running: Daemon) -> bool:
    """Whether the API is up."""
    with suppress(OSError, ValueError, KeyError, http.client.HTTPException):
        running.port = int(json.loads((running.data / "daemon.json").read_text())["url"].split(":")[2].split("/")[0])
        return running.call("GET", "/info")[0] == 200
    return False


if __name__ == "__main__":
    main()
