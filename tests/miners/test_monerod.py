"""What is true of monerod's adapter alone."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapter import ApiResponse, Reading
from mining.domain.config import Config, read_config
from mining.domain.config_check import config_errors, config_warnings
from mining.domain.errors import InvalidConfig, InvalidWallet
from mining.domain.message import Sentence
from mining.domain.node_starter import starts_node
from mining.domain.payees import RigPayee
from mining.miners import adapter
from mining.miners.monerod import FILE, MINER, NODE_FILE
from tests.miners.examples import ANOTHER_MONERO, MONERO
from tests.miners.test_contract import TOKEN, a_context

VECTORS = json.loads((Path(__file__).parents[1] / "domain/vectors/address-vectors.json").read_text())["valid"]
CHAIN = "D:/monero chain" if sys.platform == "win32" else "/srv/monero chain"
OWN = {"dataDir": CHAIN}


def config(**fields: Any) -> Config:
    return Config(**{"pool": "127.0.0.1:18081", "wallet": MONERO, **fields})


def faults(**fields: Any) -> dict[str, str]:
    return {fault.field: fault.issue for fault in config_errors(MINER, config(**fields))}


@pytest.mark.parametrize("pool", ["127.0.0.1:18081", "daemon+http://localhost:18081", "solo+tcp://[::1]:18081"])
def test_takes_a_node_of_this_machine(pool: str) -> None:
    assert faults(pool=pool) == {}
    assert faults(pool=pool, options=OWN) == {}


def test_says_what_to_write_for_what_is_no_node_of_this_machine() -> None:
    assert "write daemon+http://127.0.0.1:3333" in faults(pool="stratum+tcp://127.0.0.1:3333")["pool"]
    assert "set options.remoteNode to true" in faults(pool="192.0.2.1:18081")["pool"]
    assert faults(pool="192.0.2.1:18081", options={"remoteNode": True}) == {}
    assert "leave dataDir out" in faults(pool="192.0.2.1:18081", options={"remoteNode": True, **OWN})["pool"]
    assert "TLS" in faults(pool="daemon+https://127.0.0.1:18081")["pool"]
    assert "user:password" in faults(password="s3cret")["password"]
    assert set(faults(options={"mode": "light", "network": "regtest"})) == {"options.mode", "options.network"}
    assert "must be XMR" in faults(coin="ZEPH")["coin"]
    assert faults(coin="Monero") == {}


@pytest.mark.parametrize("pool", ["127.0.0.1:18081", "daemon+http://127.0.0.1:18081"])
@pytest.mark.parametrize(
    ("wallet", "words"),
    [
        (MONERO[:-1] + "E", "looks like an address of Monero"),
        (f"{MONERO}+5000", "more than an address"),
        ("0x2a65Aca4D5fC5B5C859090a6c34d164135398226", "is not an address of Monero"),
    ],
)
def test_pays_a_primary_address_of_monero_alone(pool: str, wallet: str, words: str) -> None:
    body = json.dumps({"pool": pool, "wallet": wallet})
    with pytest.raises((InvalidWallet, InvalidConfig)) as refused:
        read_config(body, lambda config: config_errors(MINER, config))
    told = [fault for fault in refused.value.errors if fault.field == "wallet"]
    assert len(told) == 1
    assert words in told[0].issue


def test_tells_a_subaddress_the_way_out() -> None:
    others = [row["address"] for row in VECTORS if row["coin"] == "XMR" and row["kind"] != "primary"]
    assert others
    for address in others:
        assert "needs a primary address, which begins with 4" in faults(wallet=address)["wallet"]


def test_a_folder_decides_whether_a_node_is_started() -> None:
    assert starts_node(MINER, config()) is False
    assert starts_node(MINER, config(options=OWN)) is True
    assert starts_node(adapter("xmrig"), config(options=OWN)) is None


def test_a_node_of_ours_hears_this_machine_alone_and_a_login_of_this_start() -> None:
    files = MINER.launch(config(options=OWN), a_context()).files
    lines = files[NODE_FILE].decode().splitlines()
    assert {f"data-dir={CHAIN}", "rpc-bind-ip=127.0.0.1", f"rpc-login=mining:{TOKEN}"} <= {*lines}
    assert {"p2p-bind-ip=127.0.0.1", "hide-my-port=1", "no-igd=1", "no-zmq=1"} <= {*lines}
    assert not any(line.startswith(("regtest", "offline", "restricted")) for line in lines)
    assert json.loads(files[FILE])["argv"] == [
        str(a_context().program),
        f"--config-file={a_context().directory / NODE_FILE}",
        "--non-interactive",
    ]
    assert NODE_FILE not in MINER.launch(config(), a_context()).files
    regtest = MINER.launch(config(options={**OWN, "network": "regtest"}), a_context()).files[NODE_FILE].decode()
    assert {"regtest=1", "offline=1", "keep-fakechain=1"} <= {*regtest.splitlines()}


@pytest.mark.parametrize(
    "path",
    ["srv/monero", "/srv/a\nrpc-bind-ip=0.0.0.0", "/srv/a#b", '/srv/"a"', "/srv/\\a", "", "/", 7, "/" + "a" * 2000],
)
def test_no_folder_can_say_more_than_a_path(path: object) -> None:
    assert "must be a path" in faults(options={"dataDir": path})["options.dataDir"]


def test_who_must_not_see_paths_sees_none() -> None:
    shown = config(options={**OWN, "mode": "light"}).masked().public_json()
    assert shown["options"] == {"mode": "light"}


def test_asks_for_memory_where_the_mining_is() -> None:
    fast, light, running, remote = (
        MINER.needs(config(**fields), 2)
        for fields in (
            {"options": OWN},
            {"options": {**OWN, "mode": "light"}},
            {},
            {"pool": "192.0.2.1:18081", "options": {"remoteNode": True}},
        )
    )
    assert fast.full > 2800 << 20
    assert light.full < 1 << 30
    assert fast.least == light.least == running.least + (512 << 20)
    assert remote.full < running.least


def test_warns_of_what_solo_mining_means() -> None:
    assert any("perhaps never" in text for text in config_warnings(MINER, config()))
    assert any("more than 200 GB" in text for text in config_warnings(MINER, config(options=OWN)))
    regtest = config_warnings(MINER, config(options={**OWN, "network": "regtest"}))
    assert [text for text in regtest if "worth nothing" in text]
    assert not [text for text in regtest if "perhaps never" in text or "200 GB" in text]


def test_reads_whom_the_node_pays() -> None:
    payout, at = MINER.payout, "127.0.0.1:18081"
    mine, theirs = RigPayee(MONERO, at), RigPayee(ANOTHER_MONERO, at)
    assert payout.in_file(MINER.launch(config(), a_context()).files[FILE]) == [mine]
    assert payout.in_arguments(("python", f"--config={a_context().directory / FILE}"), a_context()) == ()
    assert payout.in_arguments(("python", "--config=/elsewhere.json"), a_context()) is None
    reply = json.dumps({"pool": at, "wallets": [MONERO, ANOTHER_MONERO]}).encode()
    assert payout.in_reply(ApiResponse(200, reply)) == [mine, theirs]
    for silent in (ApiResponse(503, reply), ApiResponse(200, b"[]"), ApiResponse(200, b'{"wallets": 7}')):
        assert payout.in_reply(silent) is None


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("[2026-11-27 00:16:51.430] node    connected to 127.0.0.1:18081, monerod 0.18.0.0-unknown", "connected", None),
        ("[2026-11-27 00:16:51.430] node    lost 127.0.0.1:18081: connection refused", "disconnected", None),
        ("[2026-11-27 00:16:51.430] node    127.0.0.1:18081 refuses: Failed, wrong address", "login_refused", None),
        ("[2026-11-27 00:16:51.430] node    127.0.0.1:18081 cannot be used: timed out", "connect_error", None),
        (
            f"2026-11-27 00:03:55.603\tI Found block <{'1e' * 32}> at height 14 for difficulty: 20",
            "accepted",
            "block 14",
        ),
        ("2026-11-27 00:03:54.203\tI Miner thread was started [0]", None, None),
    ],
)
def test_understands_the_lines_of_driver_and_node(line: str, kind: str | None, words: str | None) -> None:
    sign = MINER.log_signal(line)
    assert (sign.kind if sign else None) == kind
    assert words is None or (sign is not None and sign.text == words)


@pytest.mark.parametrize(
    ("output", "version"),
    [
        ("Monero 'Fluorine Fermi' (v0.18.0.0-unknown)\n", "0.18.0.0"),
        ("Monero 'Oxygen Orion' (v0.17.1.8-release)\n", "0.17.1.8"),
        ("Monero wallet 'Fluorine Fermi' (v0.18.0.0)", None),
    ],
)
def test_reads_its_version(output: str, version: str | None) -> None:
    assert MINER.read_version(output) == version


def test_tells_why_the_node_ended_in_its_own_words() -> None:
    tail = [
        "[2026-11-27 00:16:51.430] node    started, pid 13755",
        '2026-11-27 00:16:52.469\tE Exception in main! boost::filesystem::create_directory: Not a directory: "/srv/x"',
        "[2026-11-27 00:16:52.474] node    ended with code 1",
    ]
    cause, why = MINER.explain_exit(4, tail)
    assert cause == "crash"
    assert "node ended with code 1; 2026-11-27 00:16:52.469 E Exception in main!" in why
    assert isinstance(why, Sentence)
    assert MINER.explain_exit(0, tail) == ("exit", "It ended without an error.")


def test_says_what_it_waits_for() -> None:
    body = {"id": "run-c0ffee", "preparing": True, "waitsFor": "the node is starting", "connection": {}}
    reading = MINER.read(a_context(), [ApiResponse(200, json.dumps(body).encode())])
    assert isinstance(reading, Reading)
    assert (reading.preparing, reading.waits_for, reading.connected) == (True, "the node is starting", None)


@pytest.mark.parametrize(
    ("said", "code", "text"),
    [
        ({"waits": "starting"}, "waits.node_starting", "the node is starting"),
        ({"waits": "silent"}, "waits.node_silent", "the node does not answer"),
        ({"waits": "not_in_step"}, "waits.node_not_in_step", "the node is not in step with its network yet"),
        (
            {"waits": "behind", "height": 5, "targetHeight": 9},
            "waits.node_behind",
            "the node is not in step with its network yet: block 5 of 9",
        ),
    ],
)
def test_what_it_waits_for_is_told_by_a_code(said: dict[str, object], code: str, text: str) -> None:
    body = {"id": "run-c0ffee", "connection": {}, "waitsFor": "as an earlier version says it"} | said
    reading = MINER.read(a_context(), [ApiResponse(200, json.dumps(body).encode())])
    assert isinstance(reading, Reading)
    assert isinstance(reading.waits_for, Sentence)
    assert (reading.waits_for, reading.waits_for.message.code) == (text, code)
