"""What the daemon costs: its start, its processor and memory with ten miners, and what it promises in seconds."""

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
START, PROCESSOR, MEMORY, BACK, GONE = 2, 0.5, 90, 5, 12  # limits: s, % of a core, MiB, s, s

SERVE = """
import sys
from pathlib import Path
from mining.daemon import serve
from mining.settings import SettingInputs, resolve
flags = {"port": 0, "log_level": "warning"}
sys.exit(serve(resolve(SettingInputs(Path(sys.argv[1]) / "config.yaml", Path(sys.argv[1]), flags=flags))))
"""


def main() -> int:
    """Print the figures, one `name: value unit (limit)` a line; 1 when one is beyond its limit."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        running = Daemon(data)
        try:
            first = seconds_to_answer(running)
            print(f"start to first answer: {first:.2f} s (limit {START})")
            for number in range(MINERS):
                running.simulate(f"m{number}")
            time.sleep(8)  # the early polls of a start are over
            watched = psutil.Process(running.process.pid)
            before, begun = sum(watched.cpu_times()[:2]), time.monotonic()
            time.sleep(WATCHED)
            used = (sum(watched.cpu_times()[:2]) - before) / (time.monotonic() - begun) * 100
            print(f"processor with {MINERS} miners polled every 10 s: {used:.2f} % of a core (limit {PROCESSOR})")
            memory = watched.memory_info().rss / 2**20
            print(f"memory with {MINERS} miners: {memory:.0f} MiB (limit {MEMORY})")
            running.kill()
            back = seconds_to_answer(running)
            print(f"kill -9 beside {MINERS} miners to the next answer: {back:.2f} s (limit {BACK})")
            gone = seconds_to_end_a_stubborn_miner(running)
            print(f"end of a miner that ignores SIGTERM: {gone:.2f} s (limit {GONE})")
        finally:
            running.clean_up()
    return int(first > START or used > PROCESSOR or memory > MEMORY or back > BACK or gone > GONE)


def seconds_to_answer(running: Daemon) -> float:
    """Start the daemon; how long until its API answers."""
    (running.data / "daemon.json").unlink(missing_ok=True)
    begun = time.monotonic()
    command = [sys.executable, "-c", SERVE, str(running.data)]
    running.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while not answers(running):
        time.sleep(0.01)
    return time.monotonic() - begun


def seconds_to_end_a_stubborn_miner(running: Daemon) -> float:
    """How long a stop takes when the program does not listen."""
    running.simulate("stubborn", mode="ignore-term", after=0)
    time.sleep(2)
    begun = time.monotonic()
    running.call("DELETE", "/miners/stubborn")
    while running.miner("stubborn")["pid"] is not None:
        time.sleep(0.01)
    return time.monotonic() - begun


def answers(running: Daemon) -> bool:
    """Whether the API is up."""
    with suppress(OSError, ValueError, KeyError, http.client.HTTPException):
        running.port = int(json.loads((running.data / "daemon.json").read_text())["url"].split(":")[2].split("/")[0])
        return running.call("GET", "/info")[0] == 200
    return False


if __name__ == "__main__":
    sys.exit(main())
