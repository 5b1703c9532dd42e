"""What a driver is told, and where it may start a node."""

import json
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapter import LaunchContext
from mining.domain.config import Config
from mining.domain.shell import pasted
from mining.drivers.driver_options import read_options, unfit_folder
from mining.miners.monerod import FILE, MINER
from tests.miners.examples import MONERO
from tests.systems import POSIX


def written(**fields: Any) -> dict[str, Any]:
    """The driver's file as the adapter writes it."""
    context = LaunchContext(
        name="m",
        directory=Path("/run-folder/m"),
        program=Path("/usr/bin/monerod"),
        api_port=41234,
        api_token="ab" * 32,
        run_id="r",
        cpus=2,
    )
    config = Config(pool="127.0.0.1:18081", wallet=MONERO, **fields)
    return dict(json.loads(MINER.launch(config, context).files[FILE]))


@pytest.mark.parametrize("fields", [{}, {"options": {"dataDir": "/srv/monero", "mode": "light"}}, {"threads": 3}])
def test_the_adapter_and_the_driver_mean_the_same(fields: dict[str, Any]) -> None:
    options = read_options(json.dumps(written(**fields)).encode())
    assert options.wallet == MONERO
    assert options.threads == fields.get("threads", 0)
    assert bool(options.argv) == bool(options.data_dir) == ("options" in fields)
    assert options.env == ({"MONERO_RANDOMX_UMASK": "4"} if "options" in fields else {})


@pytest.mark.parametrize("spoiled", [{"wallet": None}, {"more": 1}])
def test_a_file_of_another_shape_is_refused(spoiled: dict[str, Any]) -> None:
    body = {key: value for key, value in {**written(), **spoiled}.items() if value is not None}
    with pytest.raises(TypeError):
        read_options(json.dumps(body).encode())


def test_another_machine_is_refused_unless_it_is_meant() -> None:
    there = {**written(), "host": "192.0.2.1", "pool": "192.0.2.1:18081"}
    with pytest.raises(ValueError, match="another machine"):
        read_options(json.dumps(there).encode())
    assert read_options(json.dumps({**there, "remote": True}).encode()).host == "192.0.2.1"


def test_a_node_is_started_only_where_a_chain_is_or_nothing(tmp_path: Path) -> None:
    assert unfit_folder(tmp_path) is None
    (tmp_path / "lmdb").mkdir()
    (tmp_path / "p2pstate.bin").write_bytes(b"")
    assert unfit_folder(tmp_path) is None
    (tmp_path / "lmdb").rmdir()
    assert "holds other things than a chain" in str(unfit_folder(tmp_path))
    assert pasted("mkdir -p '/no such/folder'", r'mkdir "\no such\folder"') in str(
        unfit_folder(Path("/no such/folder"))
    )


@POSIX
def test_a_node_is_not_started_in_the_folder_of_another_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: tmp_path.stat().st_uid + 1)
    assert "belongs to another user" in str(unfit_folder(tmp_path))
