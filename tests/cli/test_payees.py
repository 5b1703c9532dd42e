"""Old → new of who is paid on the command line, and the confirmation that wallet_lock asks for."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin
from tests.cli.recorded import STARTED, page

LINE = "old wallet 44AF…EP3A → new wallet 48ed…icoD."
CONFIG = {"pool": "a.example:1", "wallet": "w"}
SAVED: dict[str, Any] = {
    "id": "p1", "name": "Night", "description": "", "minerType": "xmrig", "config": CONFIG,
    "createdAt": "2025-12-31T10:00:00Z", "updatedAt": "2025-12-31T10:00:00Z", "warnings": [], "payout": [LINE],
}  # fmt: skip
RESULTS = {"results": [{"name": "Night", "result": "replaced", "reason": None, "warnings": [], "payout": [LINE]}]}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Files to import."""
    profiles, xmrig = tmp_path / "profiles.json", tmp_path / "config.json"
    profiles.write_text(json.dumps({"profiles": [SAVED]}))
    xmrig.write_text(json.dumps({"pools": [{"url": "a.example:1", "user": "w"}]}))
    return {"PROFILES": str(profiles), "XMRIG": str(xmrig)}


@pytest.mark.parametrize(
    ("command", "method", "target", "answer"),
    [
        ("start xmrig --pool a.example:1 --wallet w", "POST", "/miners/xmrig", STARTED | {"payout": [LINE]}),
        ("restart xmrig --profile Night", "POST", "/miners/xmrig/restart?profile=p1", STARTED | {"payout": [LINE]}),
        ("profile create Night --type xmrig --pool a.example:1 --wallet w", "POST", "/profiles", SAVED),
        ("profile edit Night --wallet v", "PUT", "/profiles/p1", SAVED | {"config": CONFIG | {"wallet": "v"}}),
        ("profile start Night", "POST", "/profiles/p1/start", STARTED | {"payout": [LINE]}),
        ("profile import PROFILES", "POST", "/profiles/import", RESULTS),
        ("import XMRIG", "POST", "/profiles", SAVED),
    ],
)
def test_every_command_confirms_and_shows_old_to_new(
    daemon: Standin, call: Call, files: dict[str, str], command: str, method: str, target: str, answer: Any
) -> None:
    daemon.data("GET", "/profiles?page=1&limit=1000", page(SAVED))
    daemon.data(method, f"{target}{'&' if '?' in target else '?'}confirm=c0ffee", answer)
    done = call(*(files.get(word, word) for word in command.split()), "--confirm", "c0ffee")
    assert done.exit_code == 0, done.output
    assert f"→ {LINE}" in done.output


def test_a_refusal_says_how_to_confirm(daemon: Standin, call: Call) -> None:
    daemon.error(
        "POST", "/miners/xmrig", 409, "PAYEE_NOT_CONFIRMED", f"This would pay somebody new: {LINE}", confirm="c0ffee"
    )
    done = call("start", "xmrig", "--pool", "a.example:1", "--wallet", "w")
    assert done.exit_code == 5
    assert LINE in done.stderr
    assert "--confirm c0ffee" in done.stderr


def test_an_older_daemon_says_nothing_of_it(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/miners/xmrig", {key: value for key, value in STARTED.items() if key != "payout"})
    assert call("start", "xmrig", "--pool", "a.example:1", "--wallet", "w").exit_code == 0
