"""The command `wallet check`: what the daemon says of an address, and the exit code."""

from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin

VERDICT = {"valid": True, "checked": True, "coin": "XMR", "kind": "a subaddress", "issue": None, "warnings": []}


def test_it_asks_with_what_was_given_alone(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/wallets/check", VERDICT)
    assert call("wallet", "check", "48abc").stdout == "✓ The checksum is right: a subaddress of XMR.\n"
    call("wallet", "check", "48abc", "--coin", "XMR", "--pool", "a:1")
    assert [body for _, _, body in daemon.asked] == [
        {"wallet": "48abc"},
        {"wallet": "48abc", "coin": "XMR", "pool": "a:1"},
    ]


@pytest.mark.parametrize(
    ("changes", "shown", "code"),
    [
        ({"valid": False, "issue": "the checksum is wrong"}, "✗ the checksum is wrong", 5),
        ({"checked": False, "coin": None}, "? Nothing speaks against it", 0),
        ({"warnings": ["It is an exchange's."]}, "! It is an exchange's.", 0),
    ],
)
def test_a_verdict_is_a_sentence_and_an_exit_code(
    daemon: Standin, call: Call, changes: dict[str, Any], shown: str, code: int
) -> None:
    daemon.data("POST", "/wallets/check", VERDICT | changes)
    done = call("wallet", "check", "48abc")
    assert (done.exit_code, shown in done.stdout) == (code, True)
