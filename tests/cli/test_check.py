"""A start that is only checked, on the screen."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin

CHECK: dict[str, Any] = {
    "name": "xmrig", "type": "xmrig", "ok": True, "errors": [], "warnings": ["TLS without a fingerprint"],
    "program": {"path": "/p/xmrig", "version": "6.26.0", "origin": "yours", "verified": None, "runs": True},
    "download": None,
    "pools": [
        {"pool": "a:1", "login": "44AF…EP3A.rig1", "worker": "rig1", "password": False, "tls": True, "issue": None},
    ],
    "files": ["config.json"], "memory": {"least": 1 << 28, "full": 1 << 31, "available": 1 << 32},
}  # fmt: skip


def test_what_would_be_run_is_shown_with_its_warnings_and_the_verdict(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/miners/xmrig/check?name=left", CHECK)
    done = call("check", "xmrig", "--pool", "a:1", "--wallet", "w", "--name", "left")
    assert done.exit_code == 0
    assert daemon.asked[0][2] == {"pool": "a:1", "wallet": "w"}
    for text in ("/p/xmrig 6.26.0", "a:1 as 44AF…EP3A.rig1, TLS: no objection", "2,048 MiB", "config.json"):
        assert text in done.stdout
    assert done.stdout.splitlines()[-2:] == ["! TLS without a fingerprint", "A start would go ahead."]


WRONG = {"code": "INVALID_CONFIG", "message": "must be at least 0", "field": "threads"}
MISSING = "XMRig is not installed. Install it with: miner-ctrl install xmrig"


def refused(daemon: Standin, *errors: dict[str, Any]) -> None:
    """Let the daemon answer so."""
    daemon.data("POST", "/miners/xmrig/check", CHECK | {"ok": False, "errors": list(errors), "pools": []})


def faults(text: str) -> list[str]:
    return [line.removeprefix("✗ ") for line in text.splitlines() if line.startswith("✗")]


def test_a_missing_program_is_told_once_before_what_else_is_wrong_and_a_fault_names_its_flag(
    daemon: Standin, call: Call
) -> None:
    errors = [WRONG, {"code": "MINER_NOT_INSTALLED", "message": MISSING, "field": None}]
    download = {"version": "6.26.0", "verification": "signature", "command": "miner-ctrl install xmrig"}
    answer = {
        "ok": False,
        "errors": errors,
        "program": None,
        "download": download,
        "pools": [],
        "memory": None,
        "files": [],
    }
    daemon.data("POST", "/miners/xmrig/check", CHECK | answer)
    done = call("check", "xmrig", "--pool", "a:1", "--wallet", "w")
    assert done.exit_code == 1
    assert faults(done.stdout) == [MISSING, "--threads NUMBER: must be at least 0"]
    assert done.stdout.count("install xmrig") == 1
    assert done.stdout.splitlines()[-1] == "A start would be refused."


def test_each_fault_is_told_once(daemon: Standin, call: Call) -> None:
    refused(daemon, WRONG, WRONG)
    assert faults(call("check", "xmrig", "--pool", "a:1").stdout) == ["--threads NUMBER: must be at least 0"]


@pytest.mark.parametrize("command", ["check", "start"])
def test_check_and_start_name_the_flags_of_a_second_work_alike(daemon: Standin, call: Call, command: str) -> None:
    fields = [("second.wallet", "must not be empty"), ("second", "TT-Miner cannot do this; leave it out")]
    refused(daemon, *({"code": "INVALID_CONFIG", "message": issue, "field": field} for field, issue in fields))
    rows = [{"field": field, "issue": issue} for field, issue in fields]
    daemon.error("POST", "/miners/xmrig", 400, "INVALID_CONFIG", "Two fields are wrong.", fields=rows)
    done = call(command, "xmrig", "--pool", "a:1", "--second-pool", "b:1", "--second-wallet", "")
    for text in ("--second-wallet ADDRESS: must not be empty", "--second-pool, --second-wallet: TT-Miner cannot do"):
        assert text in done.output


def test_a_field_of_a_file_is_called_as_in_the_file_unless_its_flag_was_given(
    daemon: Standin, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "c.json").write_text('{"threads": -1}')
    refused(daemon, WRONG, {"code": "INVALID_CONFIG", "message": "must be host:port", "field": "pool"})
    done = call("check", "xmrig", "--config", str(tmp_path / "c.json"), "--pool", "nowhere")
    assert faults(done.stdout) == ["threads: must be at least 0", "--pool HOST:PORT: must be host:port"]
