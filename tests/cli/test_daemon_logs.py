"""The daemon's own log on the screen."""

from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin

LINE = {"time": "2025-12-31T23:59:59Z", "level": "error", "text": "event=api.crash request_id=1-2"}


def test_lines_stand_with_time_and_level(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/daemon/logs?lines=200&level=warning", {"items": [LINE], "cursor": "9"})
    done = call("daemon-logs", "--level", "warning")
    assert done.stdout == "2025-12-31 23:59:59 UTC  error    event=api.crash request_id=1-2\n"
    assert call("daemon-logs", "--level", "loud").exit_code == 2
    daemon.data("GET", "/daemon/logs?lines=200&level=error", {"items": [], "cursor": "9"})
    assert call("daemon-logs", "--level", "error").stdout == "Nothing of that was logged.\n"
