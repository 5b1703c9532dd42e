"""A real daemon and somebody outside who waits for its sign of life."""

from pathlib import Path
from typing import Any

import pytest

from tests.daemons import Daemon, daemon, wait_for
from tests.notifications.test_heartbeat import Ear
from tests.notifications.test_heartbeat import ear as ear

pytestmark = pytest.mark.slow


def attention(running: Daemon) -> dict[str, Any]:
    return {each["code"]: each for each in running.call("GET", "/attention")[1]["data"]["items"]}


def test_a_sign_of_life_is_sent_masked_everywhere_and_missed_where_nobody_takes_it(data_dir: Path, ear: Ear) -> None:
    with daemon(data_dir, settings={"heartbeat_url": ear.url}) as running:
        wait_for(lambda: ear.heard, 20, "a sign of life")
        assert ear.heard[0] == ("GET", "/ping/s3cret", "")
        shown = running.call("GET", "/settings")[1]["data"]
        assert shown["values"]["heartbeatUrl"].startswith("http://…")
        assert "heartbeatUrl" in shown["secret"]
        ear.status = 404
        running.call("PUT", "/settings", {"heartbeatInterval": 60})  # which counts at once
        unsent = wait_for(lambda: attention(running).get("heartbeat"), 20, "what needs attention")
        assert "HTTP 404" in unsent["text"]
        assert "s3cret" not in str(unsent)
        assert unsent["action"]["code"] == "edit_settings"
        assert "s3cret" not in running.log


@pytest.mark.parametrize(
    ("url", "issue"),
    [
        ("http://hc-ping.com/x", "without TLS"),
        ("https://127.0.0.1/x", "its network"),
        ("https://169.254.169.254/x", "cloud machine"),
        ("nonsense", "must be an address"),
    ],
)
def test_a_request_may_not_lead_it_where_a_message_may_not_go(data_dir: Path, url: str, issue: str) -> None:
    with daemon(data_dir) as running:
        status, answer = running.call("PUT", "/settings", {"heartbeatUrl": url})
        assert (status, issue in str(answer["error"]["details"])) == (400, True), answer
        assert running.call("GET", "/settings")[1]["data"]["values"]["heartbeatUrl"] is None
