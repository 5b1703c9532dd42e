"""A start that is only checked, on the screen."""

from typing import Any

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


def test_what_stands_in_the_way_is_a_failure_and_names_its_field(daemon: Standin, call: Call) -> None:
    errors = [
        {"code": "INVALID_CONFIG", "message": "must be at least 0", "field": "threads"},
        {"code": "MINER_NOT_INSTALLED", "message": "XMRig is not installed.", "field": None},
    ]
    download = {"version": "6.26.0", "verification": "signature", "command": "miner-ctrl install xmrig"}
    refused = {
        "ok": False,
        "errors": errors,
        "program": None,
        "download": download,
        "pools": [],
        "memory": None,
        "files": [],
    }
    daemon.data("POST", "/miners/xmrig/check", CHECK | refused)
    done = call("check", "xmrig", "--pool", "a:1", "--wallet", "w")
    assert done.exit_code == 1
    assert "not installed; 6.26.0 with: miner-ctrl install xmrig" in done.stdout
    assert done.stdout.splitlines()[-3:] == [
        "✗ threads: must be at least 0",
        "✗ XMRig is not installed.",
        "A start would be refused.",
    ]
