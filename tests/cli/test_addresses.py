"""The first thing that a daemon and the demo say is where the dashboard is."""

from pathlib import Path

import pytest
import requests

from mining.cli.demo import banner
from mining.storage.folder import data_folder
from tests.daemons import daemon


def test_the_demo_names_the_dashboard_before_all_else() -> None:
    said = banner("1", "http://127.0.0.1:8081/api/v1/mining", "127.0.0.1:3333", Path("/data"), 1).splitlines()
    assert said[1].split() == ["Dashboard", "http://127.0.0.1:8081/"]
    assert any(line.split() == ["API", "http://127.0.0.1:8081/api/v1/mining"] for line in said)


def test_the_command_that_the_demo_names_asks_the_demo_also_beside_a_daemon(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mining.cli.demo.usual_folder", lambda: data_dir)
    url = "http://127.0.0.1:8080/api/v1/mining"
    assert "miner-ctrl status\n" in banner("1", url, "127.0.0.1:3333", Path("/data"), 1)
    with data_folder(data_dir):
        assert f"miner-ctrl --url {url} status\n" in banner("1", url, "127.0.0.1:3333", Path("/data"), 1)


@pytest.mark.slow
def test_a_daemon_names_the_dashboard_before_all_else(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        first = next(line for line in running.log.splitlines() if "http://" in line)
        assert first == f"Dashboard: http://127.0.0.1:{running.port}/"
        assert "<mining-dashboard" in requests.get(first.removeprefix("Dashboard: "), timeout=60).text
