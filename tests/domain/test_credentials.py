"""What a pool is told at the login: the worker where it reads it, and never another payee or password."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining.domain.payout.credentials import Credentials, credentials
from mining.domain.payout.login import address_of, parts_of
from mining.domain.payout.pool_catalogue import entries
from mining.domain.pool import Pool, PoolAddress

XMR = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAGw6hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"
CFX = "CFX:TYPE.USER:AARC9ABYCUE0HHZGYRR53M6CXEDGCCRMMYYBJGH4XG"
ID = "0123456789abcdef" * 4  # a payment id


def said(at: str, **fields: Any) -> Credentials:
    return credentials(Pool(**{"pool": at, "wallet": XMR, "worker": "rig1", **fields}))


@pytest.mark.parametrize(
    ("at", "wallet", "login", "password"),
    [
        ("etc.2miners.com:1010", "W", "W.rig1", "x"),
        ("de.monero.herominers.com:1111", "solo:W+5000", "solo:W+5000.rig1", "x"),
        ("zano.luckypool.io:8877", "W=5000", "W=5000.rig1", "x"),
        ("xmr-eu1.nanopool.org:10300", "W/me@example.org", "W.rig1/me@example.org", "x"),
        ("xmr-eu1.nanopool.org:10300", f"W.{ID}", f"W.{ID}.rig1", "x"),
        ("rx.unmineable.com:3333", "DOGE:W#ab-cd", "DOGE:W.rig1#ab-cd", "x"),
        ("de.conflux.herominers.com:1170", CFX, f"{CFX}.rig1", "x"),
        ("btc.f2pool.com:3333", "alice", "alice.rig1", "x"),
        ("xmr.kryptex.network:7777", "W", "W/rig1", "x"),
        ("xmr.kryptex.network:7777", "me@example.org", "me@example.org/rig1", "x"),
        ("pool.supportxmr.com:3333", "W+5000", "W+5000", "rig1"),
        ("pool.hashvault.pro:443", "W", "W", "rig1"),
        ("gulf.moneroocean.stream:10128", "W", "W", "rig1"),
        ("kawpow.auto.nicehash.com:9200", "W", "W.rig1", "x"),
    ],
)  # fmt: skip
def test_the_worker_goes_where_the_pool_reads_it_and_beside_it_as_rig_id(
    at: str, wallet: str, login: str, password: str
) -> None:
    assert said(at, wallet=wallet) == Credentials(login, password, "rig1", None)


@pytest.mark.parametrize("login", [f"{XMR}.other", f"{XMR}/other", f"{XMR}+5000.other", f"{XMR}.{ID}.other/me@x.org"])
def test_a_login_that_names_a_worker_stays_as_it_is(login: str) -> None:
    sent = said("xmr-eu1.nanopool.org:10300", wallet=login)
    assert (sent.login, sent.password, sent.rig_id) == (login, "x", "rig1")
    assert "'other' already" in (sent.doubt or "")
    assert said("xmr-eu1.nanopool.org:10300", wallet=login, worker="other").doubt is None


@pytest.mark.parametrize("password", ["secret", "x", "rig2:me@example.org~rx/0"])
def test_a_password_that_a_person_gave_is_never_replaced(password: str) -> None:
    sent = said("gulf.moneroocean.stream:10128", password=password)
    assert (sent.login, sent.password, sent.rig_id) == (XMR, password, "rig1")
    assert "leave the password out" in (sent.doubt or "")


def test_a_password_that_names_the_worker_itself_is_no_cause_for_doubt() -> None:
    for password in ("rig1", "rig1:me@example.org", "rig1~rx/0"):
        assert said("gulf.moneroocean.stream:10128", password=password).doubt is None
    assert said("etc.2miners.com:1010", password="secret") == Credentials(f"{XMR}.rig1", "secret", "rig1", None)


@pytest.mark.parametrize("at", ["pool.example:3333", "127.0.0.1:3333", "pool.supportxmr.com:9999"])
def test_a_pool_that_is_not_known_gets_the_worker_as_rig_id_alone_and_a_warning(at: str) -> None:
    sent = said(at)
    assert (sent.login, sent.password, sent.rig_id) == (XMR, "x", "rig1")
    assert "rig id alone" in (sent.doubt or "")


def test_a_node_gets_the_address_alone() -> None:
    sent = said("daemon+http://127.0.0.1:18081")
    assert (sent.login, sent.doubt) == (XMR, "a node knows no workers")


@pytest.mark.parametrize("worker", ["a#ref", "a/b@c", "a:b~rx", "a+5", "a=5", "a@b"])
def test_a_worker_never_says_more_than_a_name(worker: str) -> None:
    for at in ("rx.unmineable.com:3333", "gulf.moneroocean.stream:10128", "xmr-eu1.nanopool.org:10300"):
        sent = said(at, worker=worker)
        assert (sent.login, sent.password, sent.rig_id) == (XMR, "x", worker)
        assert "letters" in (sent.doubt or "")


def test_an_account_whose_dots_are_those_of_an_e_mail_address_is_left_alone() -> None:
    assert said("btc.f2pool.com:3333", wallet="me@example.org").login == "me@example.org"


def test_without_a_worker_nothing_is_added() -> None:
    assert said("etc.2miners.com:1010", worker=None) == Credentials(XMR, "x", None, None)
    assert said("pool.example:1", worker=None, wallet=None) == Credentials("x", "x", None, None)


def test_every_pool_of_the_catalogue_gets_the_worker_without_a_doubt() -> None:
    for entry in entries():
        sent = said(PoolAddress(entry.host, entry.port).endpoint)
        assert sent.login.startswith(XMR)
        assert "rig1" in (sent.password, sent.login.removeprefix(XMR)[1:])
        assert sent.doubt is None, entry


@given(st.text(alphabet="ab1.+=/#@:", max_size=24), st.sampled_from("./"))
def test_a_login_is_the_sum_of_its_parts_and_a_worker_changes_no_payee(login: str, sign: str) -> None:
    parts = parts_of(login)
    worker = f"{login[len(''.join((parts.prefix, parts.address, parts.fixed)))]}{parts.worker}" if parts.worker else ""
    assert f"{parts.prefix}{parts.address}{parts.fixed}{worker}{parts.rest}" == login
    placed = parts.with_worker(sign, "rig1")
    if placed is not None:
        assert address_of(placed) == address_of(login)
        assert parts_of(placed).payee == parts.payee
        assert parts_of(placed).worker == "rig1"
