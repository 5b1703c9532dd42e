"""What is imported from XMRig's config.json in all the shapes that people have, and what is said about the rest."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mining.cli.xmrig.importer import import_config
from mining.cli.xmrig.layout import UnreadableConfig, is_xmrig
from mining.domain.config import Config, read_config
from mining.domain.config_check import config_errors
from mining.domain.syntax import decode, parse_json
from mining.miners.xmrig import MINER
from tests.miners.test_xmrig_config import a_context

FILES = Path(__file__).parent / "xmrig_configs"
EXPECTED: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "xmrig_imports.json").read_text("utf-8"))
SHIPPED = json.loads((FILES / "shipped_6.26.json").read_text("utf-8"))
WALLET = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAGw6hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"


def text_of(name: str) -> str:
    return decode((FILES / f"{name}.json").read_bytes(), lenient=True)


def imported(**body: Any) -> tuple[dict[str, Any], list[str]]:
    return import_config(json.dumps({"pools": [{"url": "a.example:1", "user": "w"}]} | body))


def result_of(text: str) -> dict[str, Any]:
    """What comes of a text, in the form of the file of expectations."""
    try:
        config, notes = import_config(text)
    except UnreadableConfig as error:
        return {"refused": str(error)}
    return {"config": config, "notes": notes}


def daemons(config: dict[str, Any]) -> Config:
    """The configuration as the daemon takes it, with all its rules for XMRig."""
    return read_config(json.dumps(config), partial(config_errors, MINER))


def test_there_is_a_file_for_each_expectation() -> None:
    assert sorted(file.stem for file in FILES.iterdir()) == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_file_is_imported_as_it_was_meant(name: str) -> None:
    assert result_of(text_of(name)) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(name for name, what in EXPECTED.items() if "config" in what))
def test_what_is_imported_is_taken_by_the_daemon(name: str) -> None:
    assert daemons(import_config(text_of(name))[0])


def test_every_pool_that_can_be_said_has_the_login_of_its_own_line() -> None:
    rows = json.loads(text_of("two_coins"))["pools"]
    pools = import_config(text_of("two_coins"))[0]
    assert [pool["wallet"] for pool in (pools, *pools["pools"])] == [row["user"] for row in rows]
    assert [pool.get("password", "x") for pool in (pools, *pools["pools"])] == [row["pass"] for row in rows]
    assert pools["pools"][0]["worker"] is None, "the first one's worker must not be inherited"


@pytest.mark.parametrize("name", ["two_coins", "everything", "no_user", "xmrig_2.14_variants"])
def test_xmrig_is_handed_the_logins_that_it_had(name: str) -> None:
    body = json.loads(text_of(name))
    config = daemons(import_config(text_of(name))[0])
    files = MINER.launch(config, a_context()).files
    handed = {row["url"]: row for row in json.loads(files["config.json"])["pools"]}
    had = {row["url"].rpartition("://")[2]: row for row in body["pools"]}
    for url, row in handed.items():
        before = {key: had[url].get(key) or usual for key, usual in (("user", "x"), ("pass", "x"), ("rig-id", None))}
        assert {key: row[key] for key in before} == before


@pytest.mark.parametrize("name", ["backup_behind_tor", "socks5_unusable", "first_behind_tor"])
def test_no_pool_behind_a_proxy_is_contacted_in_another_way(name: str) -> None:
    config, notes = import_config(text_of(name))
    ways = {row["url"]: row.get("socks5") or None for row in json.loads(text_of(name))["pools"]}
    for pool in daemons(config).all_pools():
        way = ways[pool.pool]
        assert pool.proxy == (f"socks5://{way}" if way else None)
    for url in ways.keys() - {pool["pool"] for pool in (config, *config.get("pools", []))}:
        assert any(f"the pool {url} is left out" in note for note in notes), f"{url} vanished without a word"


@pytest.mark.parametrize(
    ("wallet", "coin", "expected"),
    [
        (WALLET, "monero", {"coin": "monero"}),
        (f"{WALLET}.rig+5000", "XMR", {"coin": "XMR"}),
        ("rig7", "monero", {"algo": "rx/0"}),
        (None, "monero", {"algo": "rx/0"}),
        ("YOUR_WALLET_ADDRESS", "monero", {"coin": "monero"}),
    ],
)
def test_a_coin_is_the_payouts_only_where_the_user_is_an_address_of_it(
    wallet: str | None, coin: str, expected: dict[str, str]
) -> None:
    config, notes = imported(pools=[{"url": "a.example:1", "user": wallet, "coin": coin}])
    assert {key: config[key] for key in ("coin", "algo") if key in config} == expected
    assert notes == []


def test_what_cannot_be_imported_is_named_without_its_value() -> None:
    pools = [
        {"url": "a:1", "user": "w", "spend-secret-key": "topsecret", "pass": "top secret", "rig-id": "$ {topsecret"},
        {"url": "topsecret@a:1", "user": "w"},
    ]
    _, notes = imported(pools=pools, **{"http": {"enabled": True, "access-token": "topsecret"}})
    assert len(notes) == 5
    assert "secret" not in str(notes).replace("spend-secret-key", "")


def test_more_pools_than_a_miner_can_have_are_cut_and_named() -> None:
    config, notes = imported(pools=[{"url": f"p{place}.example:1", "user": "w"} for place in range(100)])
    most = 1 + len(config["pools"])
    assert daemons(config)
    assert notes == [
        f"the pool p{place}.example:1 is left out: a miner has at most {most}" for place in range(most, 100)
    ]


def test_a_note_cannot_write_to_the_terminal() -> None:
    _, notes = imported(pools=[{"url": "a.example:1", "user": "w", "algo": "\x1b[2J", "\x1b]0;x\x07": 1}])
    assert len(notes) == 2
    assert "".join(notes).isprintable()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "{}", '{"pools": []}', '{"pools": 5}', '{"pools": [{}]}', "[" * 9999]
)
def test_what_is_no_xmrig_configuration_is_refused(text: str) -> None:
    with pytest.raises(UnreadableConfig):
        import_config(text)


def test_xmrigs_files_are_told_from_ours() -> None:
    ours = {"exported_profiles", "our_configuration", "cut_off", "missing_comma"}
    for name in EXPECTED.keys() - ours:
        assert is_xmrig(parse_json(text_of(name), relaxed=True)), name
    for name in ("exported_profiles", "our_configuration"):
        assert not is_xmrig(parse_json(text_of(name))), name
    for value in ([], None, {}, {"cpu": {"enabled": True}, "pools": [{"pool": "a:1"}]}, {"pools": [1]}):
        assert not is_xmrig(value)


_JSON = some.recursive(
    some.none() | some.booleans() | some.integers(-5, 10**20) | some.floats(allow_nan=False, allow_infinity=False)
    | some.text(max_size=5)
    | some.sampled_from(["x", "rx/0", "monero", "kawpow", "a.example:1", "127.0.0.1:9050", "${HOME}", "light"]),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
_PLACES = [
    *((key,) for key in [*SHIPPED, "algo", "threads", "cpu-affinity", "cpu-priority", "max-cpu-usage"]),
    *(("pools", 0, key) for key in [*SHIPPED["pools"][0], "variant", "spend-secret-key", "daemon-zmq-port"]),
    *(("cpu", key) for key in [*SHIPPED["cpu"], "rx", "*", "rx/0"]),
    *((name, key) for name in ("opencl", "cuda") for key in [*SHIPPED[name], "devices-hint", "rx"]),
    *(("randomx", key) for key in SHIPPED["randomx"]),
]  # fmt: skip


@given(some.dictionaries(some.sampled_from(_PLACES), _JSON, min_size=1, max_size=4))
def test_no_value_loses_the_file(changes: dict[tuple[Any, ...], Any]) -> None:
    body = json.loads(json.dumps(SHIPPED))
    body["pools"].append({"url": "second.example:1", "user": "w"})
    for path, value in changes.items():
        place = body
        for key in path[:-1]:
            if not isinstance(place, dict | list) or (
                key not in place if isinstance(place, dict) else len(place) <= key
            ):
                break
            place = place[key]
        else:
            if isinstance(place, dict):
                place[path[-1]] = value
    result = result_of(json.dumps(body))
    if "refused" in result:
        assert result["refused"].startswith(
            ("it turns off", "it names no pool", "no pool in it can be used", "it is of xmrig-proxy")
        )
    else:
        assert daemons(result["config"])
