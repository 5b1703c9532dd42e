"""Who is paid by a login, what two configurations change about it, and how wallets that look alike are told apart."""

from datetime import UTC, datetime, timedelta

import pytest

from mining.domain.config import Config
from mining.domain.message import Sentence
from mining.domain.payees import (
    MOST,
    MOST_LINES,
    AcceptedPayee,
    RigPayee,
    acceptance,
    apart,
    judge,
    payees_of,
    payout_changes,
    seeds,
    surplus,
    wallet_of,
)
from mining.domain.pool import Pool, SecondWork

A = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
B = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
ID = "ab" * 32
AT = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "login", [A, f"solo:{A}", f"{A}.rig1", f"{A}/rig1", f"{A}+5000", f"{A}=5000", f"{A}+5000.rig1", f"solo:{A}.rig1+25"]
)
def test_decorations_of_a_login_are_no_payee(login: str) -> None:
    assert wallet_of(login) == A


@pytest.mark.parametrize(
    "login",
    [
        B,
        f"{A}.{B}",
        f"{A}/{B}",
        f"{A}.{ID}",
        f"{A}.{ID}.rig1",
        f"ETC:{A}",
        f"{A}.rig1#ref",
        f"{A}/me@mail.example",
        "me",
    ],
)
def test_a_second_wallet_a_payment_id_a_coin_and_a_referral_are(login: str) -> None:
    assert wallet_of(login) != A


def test_a_payment_id_with_a_difficulty_is_the_one_without() -> None:
    assert wallet_of(f"{A}.{ID}+5000.rig1") == wallet_of(f"{A}.{ID}") != wallet_of(f"{A}.{'cd' * 32}")


def test_an_address_in_the_place_of_the_worker_is_a_second_wallet() -> None:
    config = Config(pool="a.example:1", wallet=A, worker="rig7")
    assert payees_of(config) == payees_of(config.but(worker="rig8")) == (RigPayee(A, "a.example:1"),)
    second = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"
    assert payees_of(config.but(worker=second)) == (RigPayee(f"{A}/{second}", "a.example:1"),)


def test_a_payee_is_a_wallet_at_a_pool_by_a_way() -> None:
    spare = (
        Pool(pool="stratum+ssl://B.example.:2"), Pool(pool="c.example:3", wallet=B, proxy=None),
        Pool(pool="a.example:1"),
    )  # fmt: skip
    config = Config(pool="stratum+tcp://a.example:1", wallet=A, proxy="socks5://Proxy.example:9050", pools=spare)
    assert payees_of(config) == (
        RigPayee(A, "a.example:1", "proxy.example:9050"),
        RigPayee(A, "b.example:2", "proxy.example:9050"),
        RigPayee(B, "c.example:3"),
    )


def test_a_placeholder_is_nobody_and_a_proxy_of_ones_own_is_somebody() -> None:
    assert payees_of(Config(pool="a.example:1", wallet="YOUR_WALLET_ADDRESS")) == ()
    assert payees_of(Config(pool="127.0.0.1:1", wallet="x")) == (RigPayee("x", "127.0.0.1:1"),)


def test_what_changes_about_who_is_paid_is_told_by_codes() -> None:
    second = SecondWork(pool="s.example:1", wallet=B, algo="kheavyhash")
    old = Config(pool="a.example:1", wallet=A)
    new = Config(
        pool="b.example:1", wallet=B, proxy="socks5://p.example:2", second=second, pools=(Pool(pool="c.example:1"),)
    )
    for one, other in ((old, new), (new, old), (new, new.but(second=second.but(wallet=A, pool="t.example:1")))):
        lines = payout_changes(one, other)
        assert lines
        assert all(isinstance(each, Sentence) for each in lines)
    (line,) = payout_changes(old, old.but(wallet=B))
    assert isinstance(line, Sentence)
    assert line.message.code == "payees.wallet"


def test_another_wallet_pool_proxy_or_fail_over_is_told_old_to_new() -> None:
    old = Config(pool="a.example:1", wallet=A)
    assert payout_changes(old, old.but(wallet=B)) == ("old wallet 44AF…EP3A → new wallet 48ed…icoD.",)
    assert payout_changes(old, old.but(pool="b.example:1", proxy="socks5://p.example:2")) == (
        "old pool a.example:1 → new pool b.example:1.",
        "old proxy none → new proxy p.example:2.",
    )
    spared = old.but(pools=(Pool(pool="b.example:1", wallet=B),))
    assert payout_changes(old, spared) == ("new fail-over: wallet 48ed…icoD at pool b.example:1.",)
    assert payout_changes(spared, old) == ("no fail-over any more: wallet 48ed…icoD at pool b.example:1.",)
    assert payout_changes(old, old.but(wallet=f"{A}.rig1+5000")) == payout_changes(None, old) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [(A, f"{A[:40]}zzz{A[43:]}"), ("mine", "thine"), ("anybody", "anybodY"), ("me", "me2"), (A, f"{A[:50]}{A[51:]}")],
)
def test_two_wallets_never_look_the_same_and_none_is_shown_whole(old: str, new: str) -> None:
    shown = apart(old, new), apart(new, old)
    assert shown[0] != shown[1]
    for whole, part in zip((old, new), shown, strict=True):
        assert whole not in part
        assert len(part.replace("…", "")) <= max(1, 14 if len(whole) > 12 else len(whole) // 2)
    (line, *_) = payout_changes(Config(pool="a.example:1", wallet=old), Config(pool="a.example:1", wallet=new))
    assert line == f"old wallet {shown[0]} → new wallet {shown[1]}."


def known(*payees: RigPayee, primary: bool = True) -> dict[RigPayee, AcceptedPayee]:
    return {each: AcceptedPayee(**each._asdict(), primary=primary, accepted_at=AT) for each in payees}


def test_whoever_was_only_a_fail_over_and_becomes_the_first_is_news_once() -> None:
    first, second = RigPayee(A, "a.example:1"), RigPayee(B, "a.example:1")
    config = Config(pool="a.example:1", wallet=B, pools=(Pool(pool="a.example:1", wallet=A),))
    accepted = known(first) | known(second, primary=False)
    news = judge(accepted, config, None)
    assert (news.new, news.promoted, news.worth_telling) == ((), True, True)
    (kept,) = acceptance(accepted, news, AT, "me")
    assert (kept.payee, kept.primary) == (second, True)
    assert not judge(accepted | {second: kept}, config, None).worth_telling


def test_a_seed_is_everybody_each_as_if_it_had_been_the_first() -> None:
    config = Config(pool="a.example:1", wallet=A, pools=(Pool(pool="a.example:1", wallet=B),))
    seeded = {each.payee: each for each in seeds([config, config], AT)}
    assert len(seeded) == 2
    for payee in seeded:
        assert not judge(seeded, Config(pool="a.example:1", wallet=payee.wallet), None).worth_telling


def test_of_too_many_those_go_that_were_never_the_first_and_then_the_oldest() -> None:
    many = known(*(RigPayee(f"spare{place}", "a.example:1") for place in range(MOST)), primary=False)
    mine = RigPayee(A, "a.example:1")
    accepted = known(mine) | many
    (gone,) = surplus(accepted)
    assert gone != mine
    later = {RigPayee("later", "a:1"): AcceptedPayee(wallet="later", pool="a:1", accepted_at=AT + timedelta(1))}
    assert RigPayee("later", "a:1") not in surplus(accepted | later)
    assert surplus(known(mine)) == []


def test_of_many_fail_overs_a_few_are_told_and_how_many_more() -> None:
    old = Config(pool="a.example:1", wallet=A)
    many = tuple(Pool(pool=f"p{place}.example:1") for place in range(64))
    lines = payout_changes(old, old.but(wallet=B, pools=many))
    assert len(lines) == MOST_LINES + 1
    assert lines[0] == "old wallet 44AF…EP3A → new wallet 48ed…icoD."
    assert lines[-1] == "55 more changes of fail-overs."
