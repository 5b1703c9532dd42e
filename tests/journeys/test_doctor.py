"""The doctor on this very machine: a real daemon, a real miner, and the command that a person types."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mining.domain.doctor.checks import RULES
from tests.daemons import Daemon, daemon

pytestmark = pytest.mark.slow


def doctor(running: Daemon, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mining.cli.main", "doctor", *arguments]
    env = os.environ | {"MINING_URL": f"http://127.0.0.1:{running.port}/api/v1/mining"}
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)


def test_examines_this_machine_without_changing_it(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        running.simulate("pretended")
        info = running.call("GET", "/info")[1]["data"]
        before = {path: path.stat().st_mode for path in data_dir.rglob("*")}
        events = running.call("GET", "/events")[1]["data"]["pagination"]["total"]
        status, answer = running.call("POST", "/doctor")
        assert status == 200
        checks = {each["id"]: each for each in answer["data"]["checks"]}
        assert checks.keys() == {rule.id for rule in RULES if sys.platform in rule.systems}
        assert checks["privacy"]["status"] == "ok", checks["privacy"]
        assert checks["pools"]["status"] == "ok"  # a simulated miner's pool is none that anybody should ask
        assert checks["memory"]["status"] == "ok"
        assert running.call("GET", "/events")[1]["data"]["pagination"]["total"] == events
        assert {path: path.stat().st_mode for path in before if path.exists()} == before
        assert info["cpu"]["threads"] == info["cpus"]
        assert info["memory"]["total"] // 1024 == info["totalMemory"]
        assert info["folders"]["data"] == str(data_dir)
        assert running.miner("pretended")["status"] == "running"


def test_a_person_and_a_script_are_told_the_same(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        for_script = doctor(running, "--json")
        report = json.loads(for_script.stdout)
        bad = [each for each in report["checks"] if each["status"] in ("problem", "warning")]
        assert for_script.returncode == int(bool(bad))
        for_person = doctor(running)
        assert for_person.returncode == for_script.returncode
        assert all(each["title"] in for_person.stdout for each in report["checks"])
        print(for_person.stdout)


def test_a_program_that_was_changed_is_found(data_dir: Path, tmp_path: Path) -> None:
    program = tmp_path / "xmrig"
    program.write_text("#!/bin/sh\necho XMRig 6.26.0\n")
    program.chmod(0o755)
    adopt = [sys.executable, "-m", "mining.cli.main", "register", "xmrig", str(program)]
    with daemon(data_dir) as running:
        subprocess.run([*adopt, "--data-dir", str(data_dir)], check=True, timeout=60)
        first = running.call("POST", "/doctor")[1]["data"]
        assert [(each["type"], each["usable"]) for each in first["miners"]] == [("xmrig", True)]
        program.write_text("#!/bin/sh\necho XMRig 6.26.0 and something else\n")
        second = running.call("POST", "/doctor")[1]["data"]
        assert second["checks"][0]["id"] == "programs"
        assert second["checks"][0]["fix"] == f"miner-ctrl register xmrig {program}"
        assert second["miners"][0]["usable"] is False
