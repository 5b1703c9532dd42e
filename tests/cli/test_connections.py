"""The daemon of a data folder is reached by its socket, if it is its owner's and somebody listens there."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from mining.api.unix_socket import listening_at
from mining.cli import main
from mining.client.address import DaemonAddress, LocalSocket, local_socket
from mining.client.json_client import JsonClient
from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import served
from tests.systems import POSIX

NOWHERE = "http://127.0.0.1:9/api/v1/mining"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """The socket of a daemon, whose data folder says that it is at another port too."""
    path = tmp_path / "daemon.sock"
    with listening_at(path) as listening, served(PaperRig(a_miner()), also=[listening]):
        (tmp_path / "daemon.json").write_text(json.dumps({"pid": 1, "url": NOWHERE, "socket": str(path)}))
        yield path


@POSIX
def test_the_socket_comes_first(place: Path) -> None:
    done = CliRunner().invoke(main.cli, ["--data-dir", str(place.parent), "status", "xmrig"])
    assert done.exit_code == 0, done.output


@POSIX
def test_who_names_a_daemon_means_that_one(place: Path) -> None:
    done = CliRunner().invoke(main.cli, ["--data-dir", str(place.parent), "--url", NOWHERE, "status", "xmrig"])
    assert done.exit_code == 4


@POSIX
def test_without_a_listener_the_address_counts(place: Path, tmp_path: Path) -> None:
    with served(PaperRig(a_miner())) as here:
        told = {"pid": 1, "url": f"{here.root}/api/v1/mining", "socket": str(tmp_path / "absent")}
        (tmp_path / "daemon.json").write_text(json.dumps(told))
        done = CliRunner().invoke(main.cli, ["--data-dir", str(tmp_path), "status", "xmrig"])
    assert done.exit_code == 0, done.output


@POSIX
def test_another_users_socket_is_not_talked_to(place: Path) -> None:
    with served(PaperRig(a_miner(), a_miner("b"))) as here:
        address = DaemonAddress(f"{here.root}/api/v1/mining")
        address.socket = LocalSocket(place, os.getuid() + 1)
        assert len(JsonClient(address).get("/miners")["items"]) == 2
        address.socket = LocalSocket(place, os.getuid())
        assert len(JsonClient(address).get("/miners")["items"]) == 1


@pytest.mark.parametrize("notice", ["", "[]", '{"url": "http://x"}', '{"socket": 5}', '{"socket": null}'])
def test_a_data_folder_without_a_socket_has_none(tmp_path: Path, notice: str) -> None:
    assert local_socket(tmp_path) is None
    (tmp_path / "daemon.json").write_text(notice)
    assert local_socket(tmp_path) is None


@POSIX
def test_a_path_longer_than_an_address_is_reached_too(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 90)
    deep.mkdir()
    with listening_at(deep / "daemon.sock") as listening, served(PaperRig(a_miner()), also=[listening]):
        address = DaemonAddress(NOWHERE)
        address.socket = LocalSocket(deep / "daemon.sock", os.getuid())
        assert JsonClient(address).get("/miners")["items"]
