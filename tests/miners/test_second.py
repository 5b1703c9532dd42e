"""A second work of programs that cannot be had here: which pairs they take, how they are told, how both are read."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import pytest

from mining.dialects.program_adapter import ProgramAdapter
from mining.domain.adapter import ApiResponse, Reading
from mining.domain.config import Config
from mining.domain.config_check import config_errors
from mining.miners import adapter, all_types
from tests.miners.test_contract import POOL, TOKEN, a_config, a_context
from tests.standins.program_moves import Moment, computes_both, move
from tests.standins.program_standin import PEERS, understood
from tests.standins.recordings import recording

BOTH = [name for name in PEERS if "second" in recording(name)]
each_of_both = pytest.mark.parametrize("name", BOTH)
SECOND = {"pool": "second.example:5555", "wallet": "second-wallet", "password": "second-password"}


def of(name: str) -> ProgramAdapter:
    kind = adapter(name)
    assert isinstance(kind, ProgramAdapter)
    return kind


def both(name: str, **second: Any) -> Config:
    record, kind = recording(name)["second"], of(name)
    work = SECOND | {"algo": record["second"]} | second
    return a_config(kind, algo=record["algo"], second=work, **{kind.facts.gpu[0]: {"enabled": True}})


def said(name: str, config: Config, folder: Any) -> tuple[str, dict[str, list[str]]]:
    """All that it is told, and what its flags and keys are given."""
    launch = of(name).launch(config, a_context().but(directory=folder))
    for file, content in launch.files.items():
        (folder / file).write_bytes(content)
    text = "\n".join([*launch.argv, *(content.decode() for content in launch.files.values())])
    return text, understood(name, list(launch.argv[1:]))


def sent(bodies: Iterable[Any]) -> list[ApiResponse | None]:
    return [ApiResponse(200, json.dumps(body).encode()) for body in bodies]


def issues(kind: ProgramAdapter, config: Config) -> dict[str, str]:
    return {fault.field: fault.issue for fault in config_errors(kind, config)}


def test_every_program_that_takes_a_second_work_has_an_answer_with_both() -> None:
    able = {kind.name for kind in all_types().values() if isinstance(kind, ProgramAdapter) and kind.beside}
    lacking, odd = sorted(able - set(BOTH)), sorted(set(BOTH) - able)
    assert not lacking, f"{lacking} have `beside` in the adapter: their recordings need `second`"
    for name in able & set(BOTH):
        record, beside = recording(name)["second"], of(name).beside
        pair = record["second"] in beside.get(record["algo"], ())
        assert pair, f"`second` of {name}.contract.json is {record['algo']} with {record['second']}; `beside`: {beside}"
    assert not odd, f"{odd} have `second` in the recording: their adapters need `beside`"
    assert {name for name, kind in all_types().items() if "second" in kind.supports.fields} == able | {"simulated"}


@each_of_both
def test_both_works_are_read_the_main_one_first(name: str) -> None:
    record, kind = recording(name), of(name)
    replies = {ask: reply["body"] for ask, reply in zip(record["asks"], record["replies"], strict=True)}
    alone = kind.read(a_context(record["runId"]), sent(replies.values()))
    move(replies, record["second"]["moves"], Moment(0, False, {}))
    reading = kind.read(a_context(record["runId"]), sent(replies[ask] for ask in record["asks"]))
    assert isinstance(reading, Reading)
    assert isinstance(alone, Reading)
    assert [asdict(work) for work in reading.second] == [record["second"]["work"]]
    assert reading.hashrate
    assert reading.algorithm in (alone.algorithm, record["second"]["algo"])
    assert reading.pool == alone.pool
    assert len(reading.gpu) == len(alone.gpu)
    assert [asdict(work) for work in alone.second] == record["reading"].get("second", []), "what was recorded, or none"


@each_of_both
def test_an_answer_with_both_that_nobody_recorded_is_called_unconfirmed(name: str) -> None:
    facts = adapter(name).facts
    if recording(name)["second"]["source"].startswith("made from") and facts.evidence != "none":
        assert any("second work" in each for each in facts.unconfirmed)


@each_of_both
def test_its_program_is_told_of_it_by_flags_and_keys_that_it_knows(name: str, tmp_path: Any) -> None:
    record = recording(name)
    without, values = said(name, both(name).but(second=None), tmp_path)
    assert not computes_both(record, values)
    text, values = said(name, both(name), tmp_path)
    assert computes_both(record, values)
    for part in ("second.example:5555", "second-wallet", "second-password"):
        assert part in text
        assert part not in without
    assert POOL in text


@each_of_both
@pytest.mark.parametrize("field", ["pool", "wallet", "password", "worker", "tls", "algo"])
def test_each_of_its_fields_is_passed_on_or_refused(name: str, field: str) -> None:
    kind, plain = of(name), both(name, pool="etc.2miners.com:1010")
    others = [
        algo
        for algo in kind.beside.get(recording(name)["second"]["algo"], ())
        if algo != recording(name)["second"]["second"]
    ]
    value = {
        "pool": "other.example:1", "wallet": "other", "password": "other-one", "worker": "shed", "tls": True,
        "algo": next(iter(others), None),
    }[field]  # fmt: skip
    if value is None:
        return  # it takes one pair alone
    changed = both(name, **{"pool": "etc.2miners.com:1010"} | {field: value})
    assert not issues(kind, changed)
    assert kind.launch(changed, a_context()) != kind.launch(plain, a_context())


@each_of_both
def test_a_pair_that_nobody_documents_is_refused_with_those_that_are(name: str) -> None:
    kind = of(name)
    first, seconds = next(iter(kind.beside.items()))
    lonely = next(algo for algo in kind.names if algo not in kind.beside and algo not in seconds)
    cards = {kind.facts.gpu[0]: {"enabled": True}}
    alone = issues(kind, a_config(kind, algo=lonely, second=SECOND | {"algo": seconds[0]}, **cards))
    assert alone["second"].startswith(f"{kind.facts.title} computes nothing beside {lonely}; leave it out")
    assert ", ".join(sorted(kind.beside)) in alone["second"]
    wrong = issues(kind, a_config(kind, algo=first, second=SECOND | {"algo": "rx/wow"}, **cards))
    assert wrong["second.algo"].startswith("unknown algorithm")
    for main, able in kind.beside.items():
        for other in {name for names in kind.beside.values() for name in names} - {*able, main}:
            refused = issues(kind, a_config(kind, algo=main, second=SECOND | {"algo": other}, **cards))
            listed = ", ".join(sorted(able))
            assert (
                refused["second.algo"] == f"{kind.facts.title} does not compute it beside {main}; name one of {listed}"
            )


@each_of_both
def test_every_pair_is_of_algorithms_that_it_has_names_for_and_is_launched(name: str) -> None:
    kind = of(name)
    cards = {kind.facts.gpu[0]: {"enabled": True}}
    launched = set()
    for main, seconds in kind.beside.items():
        assert main in kind.names
        assert {*seconds} <= {*kind.names}
        assert main not in seconds
        for other in seconds:
            config = a_config(kind, algo=main, second=SECOND | {"algo": other}, **cards)
            assert not issues(kind, config), (main, other)
            launch = kind.launch(config, a_context())
            launched.add((launch.argv, tuple(launch.files.items())))
    assert len(launched) == sum(map(len, kind.beside.values()))


def test_what_its_coin_says_is_computed_and_what_nothing_says_is_asked_for() -> None:
    kind = of("lolminer")
    plain = a_config(kind, algo="etchash", second=SECOND)
    assert issues(kind, plain)["second.algo"].startswith(
        "lolMiner must be told what to compute; name one of alephium, kheavy"
    )
    by_coin = a_config(kind, algo="etchash", second=SECOND | {"coin": "KAS", "wallet": "me"})
    assert not issues(kind, by_coin)
    assert "KASPADUAL" in kind.launch(by_coin, a_context()).argv
    odd = issues(kind, a_config(kind, algo="etchash", second=SECOND | {"coin": "XMR", "wallet": "me"}))
    assert odd["second.coin"].startswith("lolMiner does not mine Monero")
    assert of("t-rex").launch(a_config(of("t-rex"), algo="etchash", second=SECOND), a_context()) == of("t-rex").launch(
        a_config(of("t-rex"), algo="etchash", second=SECOND | {"algo": "alephium"}), a_context()
    ), "where one algorithm alone goes beside it, that is meant"


@each_of_both
def test_its_secrets_stand_where_those_of_the_main_work_do(name: str) -> None:
    kind = of(name)
    launch = kind.launch(both(name), a_context())
    visible = " ".join((*launch.argv, *launch.env.values()))
    assert TOKEN not in visible
    assert ("second-wallet" in visible) == kind.facts.secrets_exposed
    assert ("second-password" in visible) == kind.facts.secrets_exposed


def test_a_worker_that_cannot_be_sent_there_is_refused_at_its_field() -> None:
    kind = of("teamredminer")
    assert issues(kind, both("teamredminer", worker="shed"))["second.worker"].startswith(
        "TeamRedMiner has no field for it"
    )


def test_a_comma_in_its_wallet_is_refused_where_commas_divide() -> None:
    assert (
        "must not hold a comma" in issues(of("srbminer-multi"), both("srbminer-multi", wallet="a,b"))["second.wallet"]
    )


@pytest.mark.parametrize(
    ("name", "plain"), [("t-rex", '"url2": "stratum+tcp://second'), ("srbminer-multi", "\nfalse\n")]
)
def test_that_the_main_pool_is_nicehash_says_nothing_of_the_second(name: str, plain: str, tmp_path: Any) -> None:
    text, values = said(name, both(name).but(nicehash=True), tmp_path)
    assert plain in text
    assert values.get("--nicehash", ["true", "false"]) == ["true", "false"]
