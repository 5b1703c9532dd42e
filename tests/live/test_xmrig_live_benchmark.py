"""The real XMRig's own benchmark, through a real daemon: measured without a pool, and gone afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.daemons import daemon, wait_for

pytestmark = pytest.mark.live


def test_it_is_measured_and_leaves_nothing_behind(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        register(data_dir, Path(os.environ["MINING_XMRIG"]))
        order = {"algo": "rx/0", "seconds": 10, "config": {"threads": 1, "options": {"mode": "light"}}}
        status, answer = running.call("POST", "/miners/xmrig/benchmark", order)
        assert status == 201, answer
        id = answer["data"]["id"]
        wait_for(lambda: running.alive(".benchmark"), 20, "its process")

        def ended() -> dict[str, object] | None:
            job = running.call("GET", f"/benchmarks/{id}")[1]["data"]
            return job if job["state"] != "running" else None

        done = wait_for(ended, 60, "its end")
        assert (done["state"], done["method"], done["threads"]) == ("done", "own", 1), done
        assert done["hashrate"] > 0
        assert (running.alive(".benchmark"), (data_dir / "run" / ".benchmark").exists()) == ([], False)


def register(data: Path, program: Path) -> None:
    """Register the real program, as the command does."""
    script = "from mining.cli.main import main; main()"
    argv = [sys.executable, "-c", script, "--data-dir", str(data), "register", "xmrig", str(program)]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
