"""Which logins can be an account, which are a mistake, and in which coin each is paid."""

import json

import base58
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining.domain.config import Config, payees, read_config
from mining.domain.errors import InvalidConfig, InvalidWallet
from mining.domain.payout.login import address_of, mask
from mining.domain.payout.placeholder import is_placeholder
from mining.domain.payout.private_host import is_private
from mining.domain.payout.wallet import (
    Payee,
    coin_errors,
    payout,
    wallet_errors,
    wallet_warnings,
)

PRIMARY = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAGw6hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"
SUB = "89qpYgfAZzp8VYKaPbAh1V2vSW9RHCMyHVQxe2oFxZvpK9dF1UMpZSxJK9jikW4QCRGgVni8BJjvTQpJQtHJzYyw8Uz18An"
ZEPHYR = "ZEPHYR2efUaEbchEZGVhgW63veURr9s4BTQJEpCUCvKfSFgqfV4mrb4cKwL2JxkufffAZ5LfgVE7sfpoSX79wYueZryzpNNdPCx2A"
WRONG = [
    "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAG26hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc",
    "89qpYgfAZzp8VYKaPbAh1V2vSW9RHCMyHVQxe2oFxZvpK9d21UMpZSxJK9jikW4QCRGgVni8BJjvTQpJQtHJzYyw8Uz18An",
    PRIMARY[:50] + "0" + PRIMARY[51:],
    "0x4EEB2D6Ec9cd842a13a224c013b7a7A66F6AC2B4",
    "bc1qw508d6qejxtdg4y5r2zarvary0c5xw7kv8f3t4",
    "LhreQGewLdoGFiqq822Am6i644Qc1h28Wh",
]
BTC = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
ETC = "0x4EEB2D6Ec9cd842a13ab24c013b7a7A66F6AC2B4"
LTC = "LhreQGewLdoGFiqq882Am6i644Qc1h28Wh"
KAS = "kaspa:qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqkx9awp4e"
CFX = "CFX:TYPE.USER:AARC9ABYCUE0HHZGYRR53M6CXEDGCCRMMYYBJGH4XG"
XEL = "xel:7zfts4pm0tjk8p753xgk8cxjh82cqzf7dxa0lyu9kj8vfshjgg8qq64p89f"
ALPH = "1DrDyTr9RpRsQnDnXo2YRiPzPW4ooHX5LLoqXrqfMrpQH"
NANO = "nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr3"


def issue(login, coin=None, node=False, check=True, at=":0"):
    host, _, port = at.partition(":")
    errors = wallet_errors([Payee("wallet", login, coin, node, host, int(port))], check)
    return errors[0].issue if errors else None


def warnings(login, coin=None, at="pool.example.org:3333"):
    host, _, port = at.partition(":")
    return wallet_warnings([Payee("wallet", login, coin, host=host, port=int(port))])


@pytest.mark.parametrize("text", [PRIMARY, SUB])
def test_real_addresses_are_accepted_with_and_without_the_coin(text):
    assert issue(text) is issue(text, "XMR") is issue(text, "monero") is None


@pytest.mark.parametrize("text", WRONG)
def test_a_typing_mistake_is_refused_even_where_the_coin_is_not_known(text):
    assert issue(text).startswith("looks like an address of")
    assert issue(f"{text}.rig1", at="127.0.0.1:3333") is not None
    assert issue(text, at="btc.viabtc.io:3333") is not None


def test_every_single_wrong_letter_is_found():
    for place in range(1, 95):
        other = "2" if PRIMARY[place] != "2" else "3"
        assert issue(PRIMARY[:place] + other + PRIMARY[place + 1 :]) is not None


@pytest.mark.parametrize(
    ("login", "coin", "why"),
    [
        (BTC, "xmr", "has 42 characters"), (PRIMARY, "BTC", "characters"), (WRONG[0], "monero", "typing mistake"),
        ("alice", "XMR", "characters"), (LTC, "BTC", "another coin"), (PRIMARY, "ZEPH", "95 characters"),
        ("RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV", "RVN", "burn"),
        ("tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", "BTC", "test"),
    ],
)  # fmt: skip
def test_where_the_coin_is_given_the_address_is_checked_in_full(login, coin, why):
    assert why in issue(login, coin)
    assert why in issue(login, coin, at="pool.example.org:3333")


def test_an_issue_names_the_coin_and_the_pool_that_pays_it():
    assert issue("alice", at="pool.supportxmr.com:3333").startswith(
        "is not an address of Monero, which SupportXMR pays"
    )


def test_a_node_pays_only_to_a_primary_address():
    assert issue(PRIMARY, node=True) is issue(PRIMARY, "XMR", node=True) is issue(ZEPHYR, "ZEPH", node=True) is None
    assert "primary" in issue(SUB, node=True)
    assert "begins with 4" in issue(SUB, "XMR", node=True)
    assert "begins with 4" in issue(SUB, "XMR", node=True, at="127.0.0.1:18081")
    assert issue("alice", "XMR", node=True, at="127.0.0.1:18081") is not None


@pytest.mark.parametrize("address", [PRIMARY, KAS, CFX, XEL, ETC, BTC, NANO, ALPH])
@pytest.mark.parametrize(
    "form",
    [
        "{}", "{}.rig1", "{}+5000", "{}=5000", "{}/rig1", "{}/me@example.org", "{}#ref", "XMR:{}", "solo:{}",
        "solo:XMR:{}.w", "{}." + "0" * 64 + ".rig/me@example.org", "{}+5000.rig1", "{}.rig#ref-1",
    ],
)  # fmt: skip
def test_the_address_is_found_inside_a_login(form, address):
    assert address_of(form.format(address)) == address


def test_a_login_with_everything_is_still_checked():
    for form in ("{}.rig1", "solo:{}=5000", "XMR:{}/rig1", "{}." + "0" * 64 + "/me@example.org"):
        assert issue(form.format(PRIMARY), "XMR") is None
        assert issue(form.format(WRONG[0]), "XMR") is not None


@pytest.mark.parametrize("login", ["", "-o", "a b", "a\n", PRIMARY + "\n", "a\0", 'a"', "a'", "a\\", "ä", "x" * 257])
def test_odd_characters_are_refused_with_and_without_the_check(login):
    assert issue(login) is not None
    assert issue(login, check=False) is not None


def test_any_other_login_passes_where_the_coin_is_not_known():
    assert issue("anything") is issue("anything", "sumokoin") is issue("anything", "SAL") is None
    assert issue(WRONG[0], check=False) is None
    assert issue("9" * 95) is None


def test_an_address_of_a_coin_that_is_not_known_is_no_typing_mistake():
    other = base58.b58encode_check(bytes([61, *range(20)])).decode()
    assert other.startswith("R")  # like Ravencoin's, whose version is 60
    assert issue(other) is None
    assert issue(other, "RVN").endswith("it belongs to another coin")


@pytest.mark.parametrize(
    ("login", "coin", "at", "paid"),
    [
        (PRIMARY, None, "pool.supportxmr.com:3333", "XMR"),
        (PRIMARY, None, "pool.supportxmr.com:3334", ""),
        (PRIMARY, "monero", "pool.example.org:1", "XMR"),
        (PRIMARY, "RVN", "gulf.moneroocean.stream:10128", "XMR"),
        (PRIMARY, None, "gulf.moneroocean.stream:10001", "XMR"),
        (BTC, "XMR", "randomxmonero.auto.nicehash.com:9200", "BTC"),
        (BTC, None, "kawpow.auto.nicehash.com:443", "BTC"),
        ("NHbDTWt9VPeq8RJDabJUzY9y1DPnry5dgRGq.rig", None, "kawpow.auto.nicehash.com:443", ""),
        ("DOGE:DQA5h46vHNFTTTvEaGrFUCWdZWZ8VqqLKS.rig#ref", "XMR", "rx.unmineable.com:3333", "DOGE ETC"),
        ("SHIB:0x4EEB2D6Ec9cd842a13ab24c013b7a7A66F6AC2B4", None, "rx.unmineable.com:3333", ""),
        (PRIMARY, None, "xmr.kryptex.network:7777", "XMR"),
        ("me@example.org/rig", "XMR", "xmr.kryptex.network:7777", ""),
        ("krxX2P79Q4.worker", "monero", "xmr-sg.kryptex.network:7029", ""),
        ("alice.rig", "BTC", "btc.viabtc.io:3333", ""),
        (ETC, None, "etc.2miners.com:1010", "ETC BTC NANO"),
        ("XMR:" + PRIMARY, None, "pool.example.org:1", "XMR"),
        ("kaspa:qq", "KAS", "pool.example.org:1", "KAS"),
        (ETC, "ETC", "pool.supportxmr.com:3333", "XMR"),
        ("ETC:" + ETC, None, "pool.supportxmr.com:3333", "XMR"),
        ("rig1", "XMR", "127.0.0.1:3333", "XMR"),
        ("rig1", None, "127.0.0.1:3333", ""),
        ("XMR:rig1", None, "proxy:3333", "XMR"),
    ],
)
def test_the_payout_coin_comes_from_the_pool_or_from_what_is_said(login, coin, at, paid):
    host, _, port = at.partition(":")
    due = payout(Payee("wallet", login, coin, host=host, port=int(port)))
    assert " ".join(coin.ticker for coin in due.coins) == paid


@pytest.mark.parametrize(
    ("login", "at"),
    [
        (BTC, "pool.supportxmr.com:3333"), ("alice", "de.monero.herominers.com:1111"),
        (PRIMARY, "randomxmonero.auto.nicehash.com:9200"), (BTC, "gulf.moneroocean.stream:10128"),
        ("DOGE:" + LTC, "rx.unmineable.com:3333"), (PRIMARY, "pool.woolypooly.com:3112"),
        (ZEPHYR, "pool.hashvault.pro:3333"), (LTC, "etc.2miners.com:1010"),
    ],
)  # fmt: skip
def test_a_wallet_that_the_pool_cannot_pay_to_is_refused(login, at):
    assert issue(login, at=at).startswith("is not an address of")


@pytest.mark.parametrize(
    ("login", "at"),
    [
        (SUB + "+50000", "pool.supportxmr.com:443"), (BTC + ".rig", "randomxmonero.auto.nicehash.com:9200"),
        (KAS + ".rig", "pool.woolypooly.com:3112"), (XEL + ".rig", "us.vipor.net:5177"), (BTC, "etc.2miners.com:1010"),
        ("LTC:" + ETC + ".rig#a-b", "rx.unmineable.com:3333"), ("KAS:" + KAS, "kp.unmineable.com:3333"),
        (CFX + ".rig", "de.conflux.herominers.com:1170"), (ZEPHYR, "zeph.kryptex.network:7777"),
    ],
)  # fmt: skip
def test_a_wallet_that_the_pool_pays_to_is_accepted(login, at):
    assert issue(login, at=at) is None


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.9",
        "172.16.0.1",
        "172.31.9.9",
        "100.64.0.1",
        "100.127.255.254",
        "169.254.7.7",
        "rig.local",
        "rig.lan",
        "proxy.home.arpa",
        "node.svc.internal",
        "abcdefghijklmnop.onion",
        "RIG.LAN.",
        "proxy",
        "localhost",
        "::1",
        "fd00::1",
        "fe80::1",
        "::ffff:192.168.0.9",
    ],
)
def test_private_hosts_take_any_login_but_a_typing_mistake_unless_a_coin_is_named(host):
    assert is_private(host)
    assert not wallet_errors([Payee("wallet", "rig1", None, host=host, port=3333)])
    assert wallet_errors([Payee("wallet", WRONG[0], None, host=host, port=3333)])
    (error,) = wallet_errors([Payee("wallet", "rig1", "XMR", host=host, port=3333)])
    assert error.issue.endswith("if it is only a name on a host of your own, leave the coin out")
    for login in ("x", "x+5000", "X.rig1"):
        assert not wallet_errors([Payee("wallet", login, "XMR", host=host, port=3333)])
        assert not is_placeholder(login, host)
    assert not wallet_errors([Payee("wallet", f"{PRIMARY}.rig1", "XMR", host=host, port=3333)])


@pytest.mark.parametrize(
    "host",
    ["172.32.0.1", "11.0.0.1", "10.pool.org", "pool.org", "2001:db8::1", "notlocal.com", "100.128.0.1", "100.63.0.1",
     "8.8.8.8", "xlan.org", "::ffff:8.8.8.8", ""],
)  # fmt: skip
def test_public_hosts_are_not_taken_for_private_ones(host):
    assert not is_private(host)


def test_an_address_without_a_checksum_is_accepted_with_a_warning():
    assert issue(ALPH, "ALPH") is issue(ETC.lower(), "ETC") is None
    assert "letter by letter" in warnings(ALPH, "ALPH")[0]
    assert "letter by letter" in warnings(ETC.lower(), "ETC")[0]
    assert warnings(ETC, "ETC") == warnings(PRIMARY, "XMR") == warnings(PRIMARY) == []


@pytest.mark.parametrize(
    ("login", "coin", "at", "word"),
    [
        ("anything", None, "pool.example.org:3333", "name its coin to have it checked"),
        (ALPH, None, "pool.example.org:3333", "name its coin to have it checked"),
        ("anything", "sumokoin", "pool.example.org:3333", "the coin sumokoin is not known here"),
        ("anything", "SAL", "pool.example.org:3333", "the addresses of Salvium are not known here"),
        ("alice", None, "btc.f2pool.com:3333", "pools test btc.f2pool.com:3333 --wallet"),
        ("krxX2P79Q4", None, "xmr.kryptex.network:7777", "Kryptex takes names of its own"),
        ("SHIB:" + ETC.lower(), None, "rx.unmineable.com:3333", "the coin before it is not known here"),
    ],
)
def test_a_wallet_that_could_not_be_checked_is_accepted_with_a_warning_that_says_how(login, coin, at, word):
    assert issue(login, coin, at=at) is None
    (told,) = warnings(login, coin, at)
    assert told.startswith("wallet was not checked, for ")
    assert word in told


@pytest.mark.parametrize(
    ("login", "at"),
    [("rig1", "127.0.0.1:3333"), (PRIMARY, "pool.example.org:3333"), ("YOUR_WALLET", "pool.example.org:3333"),
     (ETC, "pool.example.org:3333"), (BTC, "etc.2miners.com:1010")],
)  # fmt: skip
def test_of_what_was_checked_or_is_ones_own_business_nothing_is_said(login, at):
    assert not any("was not checked" in text for text in warnings(login, at=at))


@pytest.mark.parametrize(
    ("coin", "at", "contradicts"),
    [
        ("ETC", "pool.supportxmr.com:3333", True), ("sumokoin", "pool.supportxmr.com:3333", True),
        ("LTC", "btc.f2pool.com:3333", True), ("XMR", "pool.supportxmr.com:3333", False),
        ("monero", "pool.supportxmr.com:3333", False), ("RVN", "gulf.moneroocean.stream:10128", False),
        ("XMR", "kawpow.auto.nicehash.com:9200", False), ("BTC", "etc.2miners.com:1010", False),
        ("DOGE", "ltc.viabtc.io:3333", False), ("ETC", "xmr-sg.kryptex.network:7029", False),
        ("ETC", "rx.unmineable.com:3333", False), ("ETC", "127.0.0.1:3333", False),
        (None, "xmr.kryptex.network:7777", False),
        ("ETC", "pool.supportxmr.com.:3333", True),
    ],
)  # fmt: skip
def test_a_coin_that_contradicts_the_pools_is_an_error_of_the_coin(coin, at, contradicts):
    host, _, port = at.rpartition(":")
    errors = coin_errors([Payee("pools[1].wallet", PRIMARY, coin, host=host, port=int(port))])
    assert [error.field for error in errors] == ["pools[1].coin"] * contradicts
    assert not contradicts or "contradicts the pool" in errors[0].issue


def test_a_contradiction_is_named_where_the_coin_was_inherited_and_null_undoes_it():
    body = {
        "pool": "etc.2miners.com:1010",
        "wallet": ETC,
        "coin": "ETC",
        "pools": [{"pool": "pool.supportxmr.com:3333", "wallet": PRIMARY}],
    }
    with pytest.raises(InvalidConfig) as caught:
        read_config(json.dumps(body), lambda _: ())
    assert [error.field for error in caught.value.errors] == ["pools[0].coin"]
    assert not isinstance(caught.value, InvalidWallet)
    body["pools"][0]["coin"] = None
    assert read_config(json.dumps(body), lambda _: ()).all_pools()[1].coin is None


@pytest.mark.parametrize("form", ["{}.rig1", "{}+5000", "{}/rig1", "solo:{}", "XMR:{}", "{}#ref"])
def test_solo_mining_takes_the_address_alone(form):
    for coin in ("XMR", None):
        assert "the address alone" in issue(form.format(PRIMARY), coin, node=True, at="127.0.0.1:18081")


def test_a_pool_that_is_gone_is_warned_of():
    assert "closed" in warnings(PRIMARY, at="pool.minexmr.com:4444")[0]
    assert warnings("YOUR_WALLET", at="pool.minexmr.com:4444")


def test_another_coin_than_the_pool_mines_is_warned_of():
    assert "pays out Bitcoin" in warnings(BTC, at="etc.2miners.com:1010")[0]
    assert warnings(ETC, at="etc.2miners.com:1010") == []


def test_a_coin_that_cannot_be_mined_any_more_is_warned_of():
    assert "proof of work" in warnings("t1dbQvbohSUAGE6dZpUYru7e18SCNVipVXY", "FLUX")[0]


def test_the_same_doubt_is_said_once():
    rows = [Payee("wallet", ALPH, "ALPH"), Payee("pools[0].wallet", ALPH, "ALPH")]
    assert len(wallet_warnings(rows)) == 1


def test_every_login_of_a_configuration_is_judged_by_its_own_pool():
    config = Config(
        pool="stratum+tcp://pool.supportxmr.com:3333",
        wallet=PRIMARY,
        pools=({"pool": "etc.2miners.com:1010", "wallet": ETC}, {"pool": "daemon+http://127.0.0.1:18081"}),
    )
    assert [(row.field, row.host, row.port, row.node) for row in payees(config)] == [
        ("wallet", "pool.supportxmr.com", 3333, False),
        ("pools[0].wallet", "etc.2miners.com", 1010, False),
        ("pools[1].wallet", "127.0.0.1", 18081, True),
    ]
    assert wallet_errors(payees(config)) == []


def test_a_configuration_is_refused_for_a_wallet_of_another_coin():
    body = '{"pool": "pool.supportxmr.com:3333", "wallet": "%s"}'
    with pytest.raises(InvalidWallet, match="Monero"):
        read_config(body % BTC, lambda _: ())
    assert read_config(body % BTC, lambda _: (), check_wallet=False).wallet == BTC
    assert read_config(body % "YOUR_WALLET_ADDRESS", lambda _: ()).wallet == "YOUR_WALLET_ADDRESS"


ANY_LOGIN = st.text(max_size=260) | st.text(alphabet="48:.+=/#@solXMRbc1x0_", max_size=120)


@given(ANY_LOGIN, st.sampled_from([None, "XMR", "BTC", "KAS", "ALPH", "?"]), st.booleans())
def test_no_login_makes_the_checks_raise(login, coin, node):
    for host, port in (("", 0), ("pool.supportxmr.com", 3333), ("rx.unmineable.com", 3333), ("10.0.0.1", 1)):
        payee = Payee("wallet", login, coin, node, host, port)
        assert all(fault.issue for fault in wallet_errors([payee]))
        assert all(wallet_warnings([payee]))


def test_a_masked_wallet_says_enough_and_no_more():
    assert mask(PRIMARY) == "47xu…ndHc"
    assert mask("short-name12") == "…"
