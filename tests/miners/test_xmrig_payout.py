"""Whom XMRig pays, read from its arguments, its file and its live configuration, as it was recorded."""

import json
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapter import ApiResponse
from mining.domain.config import Config
from mining.domain.payees import RigPayee, payees_of
from mining.domain.payout_lock import payout_reader
from mining.domain.pool import Pool
from mining.miners.demo import MINER as DEMO
from mining.miners.simulated import MINER as SIMULATED
from mining.miners.xmrig import MINER
from tests.demo.processes import a_context

RECORDED: dict[str, Any] = json.loads(
    (Path(__file__).parent / "recordings" / "xmrig" / "live-config.json").read_text("utf-8")
)
A = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
READER = MINER.payout
CONFIG = Config(
    pool="stratum+ssl://A.example:1", wallet=A, worker="rig7", proxy="socks5://127.0.0.1:9050", password="pass",
    pools=(
        Pool(pool="[::1]:2", wallet=f"{A}+5000.rig8", proxy=None),
        Pool(pool="daemon+http://c.example:3", coin="xmr"),
    ),
)  # fmt: skip


def reply(config: Any, status: int = 200) -> ApiResponse:
    return ApiResponse(status, json.dumps(config).encode())


def test_the_recorded_live_configuration_names_its_one_payee() -> None:
    assert READER.in_reply(reply(RECORDED)) == [RigPayee(A, "127.0.0.1:3333")]
    assert READER.in_file(json.dumps(RECORDED).encode()) == [RigPayee(A, "127.0.0.1:3333")]


@pytest.mark.parametrize("kind", [MINER, DEMO])
def test_what_a_launch_writes_is_read_as_what_the_configuration_names(kind: Any, tmp_path: Path) -> None:
    config = CONFIG if kind is MINER else Config(pool="a.example:1", wallet=A, worker="w", pools=(Pool(pool="b:2"),))
    context = a_context(tmp_path)
    launch = kind.launch(config, context)
    assert tuple(kind.payout.in_file(launch.files["config.json"])) == payees_of(config)
    assert kind.payout.in_arguments(launch.argv, context) == ()
    assert kind.payout.in_arguments(("/bin/other", *launch.argv[-1:], "-v"), context) == ()
    assert kind.payout.in_arguments(("/bin/other",), context) is None


def test_what_is_switched_off_is_not_paid_and_a_port_alone_is_a_proxy_of_this_machine() -> None:
    pools = [{**RECORDED["pools"][0], "enabled": False}, {**RECORDED["pools"][0], "user": None, "socks5": 9050}]
    assert READER.in_reply(reply({"pools": pools})) == [RigPayee("x", "127.0.0.1:3333", "127.0.0.1:9050")]


@pytest.mark.parametrize(
    "spelled",
    [
        "--url=evil.example:1 -u thief",
        "-oevil.example:1 --user thief",
        "-o evil.example:1 -uthief",
        "--url stratum+tcp://evil.example:1 --userpass=thief:x",
    ],
)
def test_whoever_is_named_by_flags_is_seen(spelled: str, tmp_path: Path) -> None:
    context = a_context(tmp_path)
    ours = f"--config={context.directory}/config.json"
    assert READER.in_arguments(("/bin/xmrig", ours, *spelled.split()), context) == [RigPayee("thief", "evil.example:1")]
    proxied = READER.in_arguments(("xmrig", *spelled.split(), "--proxy=p.example:2"), context)
    assert proxied == [RigPayee("thief", "evil.example:1", "p.example:2")]


@pytest.mark.parametrize(
    "answer",
    [ApiResponse(403, b"{}"), ApiResponse(200, b""), ApiResponse(200, b"[]"), reply({"pools": "none"}), reply({})],
)
def test_what_cannot_be_understood_says_nothing(answer: ApiResponse) -> None:
    assert READER.in_reply(answer) is None


@pytest.mark.parametrize("pools", [[None], [[]], [{}], [{"url": 7, "user": {}, "socks5": True}], [{"url": "x" * 999}]])
def test_nonsense_is_somebody_or_nobody_and_never_an_error(pools: Any) -> None:
    READER.in_reply(reply({"pools": pools}))
    DEMO.payout.in_file(json.dumps({"pools": pools}).encode())


def test_only_an_adapter_that_has_one_is_asked() -> None:
    assert payout_reader(SIMULATED) is None
    assert payout_reader(MINER) is READER
    request = READER.request(a_context(Path("/run")))
    assert request.path == "/2/config"
    assert request.headers["Authorization"].startswith("Bearer ")
