"""Every example of the guide of client libraries that is a program is run, in front of a daemon."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.daemons import Daemon, daemon
from tests.journeys.test_seed_examples import GO_MAIN, said
from tests.needs import need

pytestmark = pytest.mark.slow
GUIDE = (Path(__file__).parents[2] / "docs/guides/python.md").read_text("utf-8")
CONFIG = '{"pool": "pool.example:3333", "wallet": "anybody"}'


def blocks(language: str, running: Daemon) -> list[str]:
    """The guide's programs of a language, for a daemon on another port and a program that every machine has."""
    here = GUIDE.replace("localhost:8080", f"127.0.0.1:{running.port}").replace("/miners/xmrig", "/miners/simulated")
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", here)


def test_the_programs_in_python_run_as_they_stand(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        package, errors, asynchronous, requests = blocks("python", running)
        running.simulate("watched")
        use = f"print(start_miner({CONFIG})['data']['name'], len(get_miners()['data']['items']))"
        script = "\n".join((package, errors, asynchronous, requests, use))
        env = os.environ | {"MINING_DATA_DIR": str(data_dir)}
        printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=env, timeout=120)
    assert printed.returncode == 0, printed.stderr
    lines = printed.stdout.splitlines()
    assert any(line.startswith("first running") or line.startswith("first starting") for line in lines), lines
    assert any(line.startswith("MINER_NOT_FOUND 404 There is no miner 'nobody'.") for line in lines), lines
    assert any(line.startswith("HealthView(status='ok'") for line in lines), lines
    assert lines[-1] == "simulated 3"


def test_the_program_in_go_runs_as_it_stands(data_dir: Path, tmp_path: Path) -> None:
    go = os.environ | {"GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": ""}
    with daemon(data_dir) as running:
        (program,) = blocks("go", running)
        (tmp_path / "client.go").write_text(f"package main\n\n{program}")
        (tmp_path / "main.go").write_text(GO_MAIN)
        said(str(need("go")), "run", "client.go", "main.go", CONFIG, cwd=tmp_path, env=go)
        assert running.miner("simulated")["type"] == "simulated"
