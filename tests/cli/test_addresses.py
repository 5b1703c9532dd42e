"""The first thing that a daemon and the demo say is where the dashboard is."""

from pathlib import Path

import pytest
import requests

from mining.cli.demo import banner
from tests.daemons import daemon


def test_the_demo_names_the_dashboard_before_all_else() -> None:
    said = banner("1", "http://127.0.0.1:8081/api/v1/mining", "127.0.0.1:3333", Path("/data"), 1).splitlines()
    assert said[1].split() == ["Dashboard", "http://127.0.0.1:8081/"]
    assert any(line.split() == ["API", "http://127.0.0.1:8081/api/v1/mining"] for line in said)


@pytest.mark.slow
def test_a_daemon_names_the_dashboard_before_all_else(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        first = next(line for line in running.log.splitlines() if "http://" in line)
        assert first == f"Dashboard: http://127.0.0.1:{running.port}/"
        assert "<mining-dashboard" in requests.get(first.removeprefix("Dashboard: "), timeout=60).text
