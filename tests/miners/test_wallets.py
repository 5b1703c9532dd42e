"""Logins for what every program computes: those of a coin pass, and none is refused because its coin is not known."""

import json
import re
from typing import Any

import pytest

from mining.domain.adapter import MinerType
from mining.domain.algorithm import ALIASES
from mining.domain.config import Config, payees
from mining.domain.config_check import config_errors, requested_algorithm
from mining.domain.errors import ErrorDetail
from mining.domain.payout.coins import COINS
from mining.domain.payout.wallet import coin_errors, wallet_errors, wallet_warnings
from mining.domain.wording import wording_of
from mining.miners import adapter, all_types
from tests.domain.test_coins import RIGHT, legacy
from tests.miners.test_contract import a_context

OTHERS = [kind for kind in all_types().values() if kind.facts.checks_pool and kind.supports.pooled and not kind.module]
each_program = pytest.mark.parametrize("kind", OTHERS, ids=[kind.name for kind in OTHERS])
ADDRESSES = {ticker: address for ticker, address, _ in RIGHT}
SOME = (("RVN", "BTC", "LTC"), ("ERG", "ZANO", "KAS", "DNX"))
FORMS = (
    "0x52908400098527886E0F7030069857D2E4169EE7",  # Ubiq, EthereumPoW, Cortex, Callisto
    legacy(33),  # Evrmore
    legacy(50),  # Meowcoin
    legacy(71),  # Vertcoin
    legacy(102),  # an identity of Verus
    "verus-name@",
    "vtc1qw508d6qejxtdg4y5r3zarvary0c5xw7k9cfmfu",
    "prl1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqunc0xt",
    "EQCD39VS5jcptHL8vMjEXrzGaRcCVYto7HUn4bpAOg8xqB2N",  # TON
    "FjYWTFbaV3zZFSiBDPfZT7uR7q6dVbFh3p",
    "account.of.a.pool",
)


def configured(kind: MinerType, body: dict[str, Any]) -> Config:
    """With graphics cards where it has any and the algorithm is not of the processor."""
    plain = Config.model_validate_json(json.dumps({"pool": "pool.example.org:4444"} | body))
    computed = requested_algorithm(kind, plain)
    on_cards = {name: {"enabled": computed not in kind.supports.cpu_algorithms} for name in kind.facts.gpu}
    return Config.model_validate_json(json.dumps({"pool": "pool.example.org:4444"} | on_cards | body))


def faults(kind: MinerType, **body: Any) -> list[ErrorDetail]:
    config = configured(kind, body)
    return [*config_errors(kind, config), *wallet_errors(payees(config)), *coin_errors(payees(config))]


def cannot_be_sent(fault: ErrorDetail, login: str) -> bool:
    """Whether it says that the program's own way to name a pool has no place for a sign that stands in this login."""
    wording = wording_of(fault.issue)
    if wording is None or wording.message != "fault.sign_in_address":
        return False
    return any(sign in login for sign in str(wording.params["signs"]).split(", "))


@each_program
def test_an_address_of_a_coin_passes_for_each_algorithm_of_it(kind: MinerType) -> None:
    mined = [
        (ticker, name) for ticker in ADDRESSES for name in COINS[ticker].algorithms if name in kind.facts.algorithms
    ]
    for ticker, name in mined:
        login = ADDRESSES[ticker]
        assert not faults(kind, wallet=login, coin=ticker, algo=name), (ticker, name)
        assert not faults(kind, wallet=login, coin=ticker), ticker
        assert not faults(kind, wallet=login, algo=name), name


@each_program
def test_a_login_of_a_coin_that_is_not_known_passes_and_it_is_said_that_nobody_checked_it(kind: MinerType) -> None:
    for name in kind.facts.algorithms:
        for login in FORMS:
            body = {"wallet": login, "coin": "NEWCOIN", "algo": name}
            refused = [fault for fault in faults(kind, **body) if not cannot_be_sent(fault, login)]
            assert not refused, f"{kind.name} refuses {login!r} for {name}, where only `fault.sign_in_address` may"
    said = wallet_warnings(payees(configured(kind, body)))
    assert any("wallet was not checked" in line and "NEWCOIN is not known here" in line for line in said)


@each_program
def test_what_is_paid_out_need_not_be_what_is_mined(kind: MinerType) -> None:
    name = kind.facts.algorithms[-1]
    exchanged: dict[str, Any] = {"pool": "kawpow.auto.nicehash.com:443", "wallet": legacy(0), "coin": "BTC"}
    assert not faults(kind, algo=name, wallet=legacy(0), coin="BTC")
    assert not faults(kind, algo=name, **exchanged)
    refused = faults(kind, algo=name, wallet=ADDRESSES["RVN"], coin="RVN", pools=[exchanged])
    assert {fault.field for fault in refused} <= {"pools", "pools[0].wallet"}, "some have one pool or one wallet"


@each_program
def test_pools_of_other_coins_are_refused_where_the_coin_alone_says_what_to_compute(kind: MinerType) -> None:
    one, other = (next((t for t in ts if set(COINS[t].algorithms) & set(kind.facts.algorithms)), None) for ts in SOME)
    if "coin" in kind.supports.shared and one and other:
        pools = [{"pool": "pool.example.com:1", "wallet": ADDRESSES[other], "coin": other}]
        fields = [fault.field for fault in faults(kind, coin=one, wallet=ADDRESSES[one], pools=pools)]
        assert "pools[0].coin" in fields


@pytest.mark.parametrize("name", ["t-rex", "tt-miner", "rigel"])
def test_a_program_is_told_of_a_coin_that_all_its_pools_pay_and_that_it_mines(name: str) -> None:
    kind = adapter(name)

    def written(**body: Any) -> str:
        launch = kind.launch(configured(kind, {"wallet": "x"} | body), a_context())
        return " ".join([*launch.argv, *(content.decode() for content in launch.files.values())]).lower()

    spare = {"pool": "pool.example.com:1", "wallet": "y"}
    assert re.search(r"\brvn\b", written(algo="kawpow", coin="RVN"))
    assert re.search(r"\brvn\b", written(coin="Ravencoin", pools=[spare]))
    assert not re.search(r"\brvn\b", written(algo="etchash", coin="RVN")), "it is only paid out"
    both = written(algo="kawpow", coin="RVN", pools=[spare | {"coin": "XNA"}])
    assert not re.search(r"\b(rvn|xna)\b", both), "it would keep the dataset of one of them"


def test_a_coin_that_a_program_does_not_mine_is_refused_with_the_way_out() -> None:
    (refused,) = faults(adapter("t-rex"), wallet=ADDRESSES["KAS"], coin="KAS")
    assert refused.field == "coin"
    assert "T-Rex does not mine Kaspa" in refused.issue
    assert "name the algorithm if it is only what is paid out, one of" in refused.issue
    (refused,) = faults(adapter("t-rex"), wallet="x", coin="NEWCOIN")
    assert (refused.field, "must be told what to compute" in refused.issue) == ("algo", True)


def test_an_address_of_groestlcoin_is_no_misspelt_one_of_bitcoin_once_its_coin_is_named() -> None:
    login = "3" + "9" * 33  # such checksums are not known here
    assert not faults(adapter("ccminer"), algo="groestl", wallet=login, coin="GRS")
    assert faults(adapter("ccminer"), algo="groestl", wallet=login)[0].field == "wallet"


def test_every_other_name_of_an_algorithm_is_one_for_what_some_program_computes() -> None:
    computed = {name for kind in all_types().values() for name in kind.facts.algorithms}
    assert not set(ALIASES.values()) - computed
    aliases = {name: ALIASES[name] for name in ALIASES.keys() & computed}
    assert not aliases, f"an adapter names an algorithm as domain/algorithm.py does: {aliases}"
