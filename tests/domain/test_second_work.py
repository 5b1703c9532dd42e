"""A second work is under every rule of pool and wallet: read, checked, hidden, and told when it pays somebody else."""

import json
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from mining.domain.config import Config, payees, placeholder_errors, read_config
from mining.domain.config_check import config_errors, config_warnings
from mining.domain.errors import InsufficientRole, InvalidConfig, InvalidWallet
from mining.domain.payees import acceptance, judge, payees_of, payout_changes
from mining.domain.pool import SecondWork
from mining.domain.pool_passwords import changed_passwords, keep_passwords
from mining.domain.pools import payees_at
from mining.domain.principal import Principal
from mining.domain.redaction import pool_secrets, secrets_of
from mining.domain.rights import require_destinations
from mining.engine.config_changes import changes
from mining.miners.demo import Demo
from tests.miners.dual import Dual

XMR = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
KAS = "kaspa:qqkqkzjvr7zwxxmjxjkmxxdwju9kjs6e9u82uh59z07vgaks6gg62v8707g73"
SECOND = {"pool": "kas.example:5555", "wallet": "alice", "algo": "kheavyhash"}
AT = datetime(2026, 11, 2, tzinfo=UTC)


def read(second: Any, kind: Demo | None = None, **more: Any) -> Config:
    body = {"pool": "a.example:1", "wallet": "me", "second": second} | more
    return read_config(json.dumps(body), partial(config_errors, kind or Dual()))


def faults(second: Any, kind: Demo | None = None, **more: Any) -> dict[str, str]:
    with pytest.raises((InvalidConfig, InvalidWallet)) as refused:
        read(second, kind, **more)
    return dict(refused.value.errors)


def a_config(**second: Any) -> Config:
    return Config(pool="a.example:1", wallet=XMR, worker="rig", second=SecondWork(**(SECOND | second)))


def test_it_is_read_where_the_program_can_do_it_and_refused_in_one_sentence_elsewhere() -> None:
    config = read(SECOND)
    assert config.second is not None
    assert config.second.settled.address.endpoint == "kas.example:5555"
    assert faults(SECOND | {"tls": True}, Demo()) == {"second": "Demo miner cannot do this; leave it out"}


@pytest.mark.parametrize("second", [{}, {"pool": "nowhere", "wallet": ""}, {"walet": "x"}, 5])
def test_what_a_program_cannot_do_at_all_is_said_once_and_none_of_its_parts_besides(second: Any) -> None:
    assert faults(second, Demo()) == {"second": "Demo miner cannot do this; leave it out"}
    found = faults(second, Demo(), threads=-1)
    assert list(found) == ["second", "threads"], "the root of it stands first"


def test_a_part_of_what_a_program_can_do_is_named_alone() -> None:
    assert set(faults({"pool": "nowhere", "wallet": "alice"})) == {"second.pool"}


@pytest.mark.parametrize("wrong", [{"enabled": "maybe"}, {"devices": [-1]}])
def test_so_it_is_with_graphics_cards_of_a_program_that_mines_on_none(wrong: dict[str, Any]) -> None:
    body = {"pool": "a.example:1", "wallet": "me", "cuda": wrong}
    with pytest.raises(InvalidConfig) as refused:
        read_config(json.dumps(body), partial(config_errors, Demo()))
    assert dict(refused.value.errors) == {"cuda": "Demo miner cannot do this; leave it out"}


@pytest.mark.parametrize(
    ("second", "field", "issue"),
    [
        ({"pool": "kas.example:5555"}, "second.wallet", "is required"),
        ({"wallet": "alice"}, "second.pool", "is required"),
        (SECOND | {"pool": "nowhere"}, "second.pool", "must be host:port"),
        (SECOND | {"wallet": "a b"}, "second.wallet", "must be 1 to 256 printable"),
        (SECOND | {"wallet": "44AF…EP3A"}, "second.wallet", "is only the masked form"),
        (SECOND | {"wallet": f"{XMR[:-1]}B", "coin": "monero"}, "second.wallet", "is not an address of Monero"),
        (
            SECOND | {"pool": "pool.supportxmr.com:3333", "coin": "ravencoin", "wallet": XMR},
            "second.coin",
            "contradicts",
        ),
        (SECOND | {"algo": "sha256d"}, "second.algo", "is that of the main work"),
        (SECOND | {"algo": "rx/0"}, "second.algo", "unknown algorithm"),
        (SECOND | {"pool": "stratum+tcp://kas.example:5555", "tls": True}, "second.tls", "contradicts"),
        (SECOND | {"pool": "daemon+http://kas.example:5555"}, "second.pool", "cannot mine for a node"),
        (SECOND | {"pool": "stratum+ssl://kas.example:5555"}, "second.pool", "cannot speak TLS"),
        (SECOND | {"tls": True}, "second.tls", "cannot do this"),
        (SECOND | {"walet": "x"}, "second.walet", "did you mean wallet"),
    ],
)
def test_each_of_its_faults_is_named_at_its_own_field(second: dict[str, Any], field: str, issue: str) -> None:
    found = faults(second, algo="sha256d")
    assert issue in found.get(field, ""), found


def test_an_algorithm_that_is_not_computed_beside_another_is_refused_with_those_that_are() -> None:
    assert faults(SECOND | {"algo": "rx/0"}) == {"second.algo": "unknown algorithm 'rx/0'; one of alephium, kheavyhash"}
    assert read(SECOND | {"algo": "blake3"}, algo="sha256d").second is not None


def test_a_wallet_that_is_wrong_there_alone_is_an_invalid_wallet_and_a_placeholder_is_nobody() -> None:
    with pytest.raises(InvalidWallet):
        read(SECOND | {"wallet": f"{XMR[:-1]}B", "coin": "monero"})
    (fault,) = placeholder_errors(a_config(wallet="YOUR_WALLET_ADDRESS"))
    assert fault.field == "second.wallet"
    assert [row.field for row in payees(a_config())] == ["wallet", "second.wallet"]


def test_nobody_is_shown_its_password_and_a_stranger_neither_wallet_nor_worker() -> None:
    config = a_config(password="hunter2hunter2", worker="garden-shed", wallet=KAS)
    assert "hunter2" not in json.dumps(config.public_json())
    hidden = json.dumps(config.masked().public_json())
    assert not [secret for secret in ("hunter2", "garden-shed", KAS) if secret in hidden]
    assert {"hunter2hunter2", "garden-shed"} <= set(pool_secrets(config))
    assert {KAS, "garden-shed"} <= secrets_of(config.public_json())


def test_its_password_stays_with_its_pool_and_login_when_the_rest_is_edited() -> None:
    old = a_config(password="old-password")
    kept = keep_passwords(a_config(algo="blake3"), old)
    assert kept.second is not None
    assert kept.second.password == "old-password"
    moved = keep_passwords(a_config(pool="other.example:1"), old)
    assert moved.second is not None
    assert moved.second.password is None
    assert changed_passwords(old, a_config(password="new-password")) == ["second.password"]
    assert keep_passwords(a_config().but(second=None), old).second is None


def test_whom_it_pays_is_news_once_and_told_old_to_new() -> None:
    plain = a_config().but(second=None)
    accepted = {each.payee: each for each in acceptance({}, judge({}, plain, None), AT, "me")}
    news = judge(accepted, a_config(), plain)
    assert (len(news.new), news.worth_telling) == (1, True)
    assert news.lines == ("new second work's wallet …a… at pool kas.example:5555.",)
    accepted |= {each.payee: each for each in acceptance(accepted, news, AT, "me")}
    assert not judge(accepted, a_config(), plain).worth_telling
    assert judge(accepted, a_config(), None).lines == ()
    assert payout_changes(a_config(), a_config(wallet=KAS, pool="b.example:2")) == (
        "old second work's wallet … → new second work's wallet kasp…7g73.",
        "old second work's pool kas.example:5555 → new second work's pool b.example:2.",
    )
    assert payout_changes(a_config(), plain) == ("no second work any more: wallet …a… at pool kas.example:5555.",)


def test_a_fail_over_that_becomes_the_second_works_payee_is_told() -> None:
    plain = Config(pool="a.example:1", wallet=XMR, pools=(a_config().second.settled,))  # type: ignore[union-attr]  # it has one
    accepted = {each.payee: each for each in acceptance({}, judge({}, plain, None), AT, "me")}
    news = judge(accepted, a_config(), plain)
    assert (news.new, news.promoted) == ((), True)
    first_there = judge(
        accepted | {each.payee: each for each in acceptance(accepted, news, AT, "me")},
        Config(pool="kas.example:5555", wallet="alice"),
        None,
    )
    assert first_there.promoted, "who was paid by a second work was never the first"


def test_only_an_admin_sends_it_somewhere_else() -> None:
    operator = Principal("op", "key", role="operator")
    require_destinations(operator, a_config(algo="blake3"), [a_config()])
    for other in (a_config(wallet="bob"), a_config(pool="b.example:2"), a_config(worker="other")):
        with pytest.raises(InsufficientRole):
            require_destinations(operator, other, [a_config()])


def test_a_change_of_it_is_told_without_its_whole_wallet() -> None:
    (line,) = changes(a_config().but(second=None), a_config(wallet=KAS))
    assert line == "second: — → kheavyhash kas.example:5555 (kasp…7g73)."
    assert changes(a_config(), a_config(worker="other")) == ["worker: another one in second."]
    assert changes(a_config(password="a-password"), a_config(password="b-password")) == ["second: another password."]


def test_who_is_paid_by_it_is_listed_and_its_doubts_are_warned_of() -> None:
    listed = payees_at(a_config(), False)
    assert [(each.pool, each.second) for each in listed] == [("a.example:1", False), ("kas.example:5555", True)]
    assert payees_of(a_config())[1].pool == "kas.example:5555"
    warned = config_warnings(Dual(), a_config(worker="shed"))
    assert any(text.startswith("second.worker: it is sent as rig id alone") for text in warned)
