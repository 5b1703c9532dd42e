"""`notify-test`: what a person and a script are told of each target."""

import json

from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin

TAKEN = {"target": "tgram://…9x", "ok": True, "issue": None}
LOST = {"target": "json://…80", "ok": False, "issue": "It could not be reached."}


def test_what_arrived_is_shown_and_fine(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/notifications/test", {"results": [TAKEN]})
    done = call("notify-test")
    assert (done.exit_code, done.stdout.splitlines()[1].split()) == (0, ["tgram://…9x", "sent", "—"])
    assert json.loads(call("notify-test", "--json").stdout) == {"results": [TAKEN]}


def test_a_target_that_took_nothing_is_a_failure_with_its_reason(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/notifications/test", {"results": [TAKEN, LOST]})
    done = call("notify-test")
    assert done.exit_code == 1
    assert "json://…80   failed  It could not be reached." in done.stdout


def test_no_target_is_a_refusal_that_says_how_to_set_one(daemon: Standin, call: Call) -> None:
    way = "MINING_NOTIFY=ntfy://TOPIC miner-ctrl serve"
    daemon.error("POST", "/notifications/test", 409, "NOT_SUPPORTED", "No target is set.", suggestion=way)
    done = call("notify-test")
    assert done.exit_code == 5
    assert way in done.stderr
