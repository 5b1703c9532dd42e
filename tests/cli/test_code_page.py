"""Output into a pipe of one code page, as Windows makes it: every command answers, and JSON loses no sign."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
import yaml

from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import served
from tests.cli.daemon_standin import Standin
from tests.cli.recorded import MINER

READ = (
    "--help", "available", "available xmrig", "benchmarks", "daemon-logs", "doctor", "events", "history", "info",
    "keys list", "list", "logs xmrig", "pools list", "profile list", "settings show", "stats xmrig", "status",
    "status xmrig", "status nobody", "version",
)  # fmt: skip
SIGNS = "鉱山 ● – é"  # of which the code page has but some


@pytest.fixture(scope="module")
def rig() -> Iterator[str]:
    """The address of a rig with a miner."""
    with served(PaperRig(a_miner())) as running:
        yield f"{running.root}/api/v1/mining"


def answer(encoding: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "mining.cli.main", *words]
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run(command, capture_output=True, env=environment, timeout=300)


@pytest.mark.slow
@pytest.mark.parametrize("command", READ)
def test_every_command_that_reads_answers_in_a_code_page(rig: str, command: str) -> None:
    done = answer("cp1252", "--url", rig, *command.split())
    code = {"doctor": 1, "status nobody": 3}.get(command, 0)  # it has found something; there is none
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False), done.stderr
    assert (done.stdout + done.stderr).decode("cp1252").strip()


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "utf-8"])
def test_json_loses_no_sign_in_a_code_page(daemon: Standin, encoding: str) -> None:
    miner = MINER | {"name": SIGNS}
    daemon.data("GET", "/miners/xmrig", miner)
    done = answer(encoding, "--url", daemon.url, "--json", "status", "xmrig")
    assert json.loads(done.stdout.decode(encoding)) == miner


@pytest.mark.parametrize("words", [(), ("--yaml",)])
def test_profiles_on_the_screen_lose_no_sign_in_a_code_page(daemon: Standin, words: tuple[str, ...]) -> None:
    profiles = {"profiles": [{"name": SIGNS, "minerType": "xmrig", "config": {}}]}
    daemon.data("GET", "/profiles/export", profiles)
    done = answer("cp1252", "--url", daemon.url, "profile", "export", *words)
    assert yaml.safe_load(done.stdout.decode("cp1252")) == profiles  # which JSON is too
