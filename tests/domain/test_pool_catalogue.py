"""The pool catalogue: what it knows, how a pool is found, and which pages it links."""

import pytest

from mining.domain.config import Config
from mining.domain.payout.coins import COINS, coin_of
from mining.domain.payout.pool_catalogue import dashboard_url, dead, entries, find, of_coin
from mining.domain.payout.pool_table import DEAD, FAMILIES, HOUSES, POOLS
from mining.domain.pool import Pool, parse_pool
from mining.domain.pools import page_of, payees_at

LISTED = "XMR ETC RVN ZANO ZEPH ERG CFX ALPH KAS KLS NEXA IRON XEL RTM DNX QRL BEAM FIRO DCR BTC LTC XNA CLORE"
XMR = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAGw6hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"
KAS = "kaspa:qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqkx9awp4e"


def test_every_entry_can_be_written_into_a_configuration():
    for entry in entries():
        for port in entry.ports:
            assert parse_pool(f"{entry.host}:{port}").host == entry.host
        assert entry.fee is None or 0 <= entry.fee <= 5
        assert entry.coin is None or coin_of(entry.coin) is COINS[entry.coin]


def test_no_two_entries_claim_the_same_address():
    places = [(entry.host, port) for entry in entries() for port in entry.ports]
    assert len(places) == len(set(places))


def test_every_operator_is_described_and_used():
    assert {row[0] for row in POOLS} | {name for name, _ in FAMILIES.values()} == set(HOUSES)


@pytest.mark.parametrize("coin", LISTED.split())
def test_every_coin_has_a_pool(coin):
    assert of_coin(coin)
    assert of_coin(coin.lower()) == of_coin(coin)


def test_dogecoin_is_mined_along_with_litecoin():
    assert of_coin("DOGE") == of_coin("LTC")


def test_no_dead_pool_is_listed():
    assert not {entry.host for entry in entries()} & set(DEAD)
    assert not [entry for entry in entries() if entry.coin and COINS[entry.coin].gone]


@pytest.mark.parametrize(
    ("host", "port", "name", "coin"),
    [
        ("pool.supportxmr.com", 3333, "SupportXMR", "XMR"),
        ("POOL.SupportXMR.com.", 443, "SupportXMR", "XMR"),
        ("pool.supportxmr.com", 7777, "SupportXMR", "XMR"),
        ("de.monero.herominers.com", 1111, "HeroMiners", "XMR"),
        ("monero.herominers.com", 1112, "HeroMiners", "XMR"),
        ("au.zephyr.herominers.com", 9999, "HeroMiners", "ZEPH"),
        ("xmr-us-east1.nanopool.org", 10343, "Nanopool", "XMR"),
        ("pool.woolypooly.com", 35000, "WoolyPooly", "ETC"),
        ("pool.woolypooly.com", 3112, "WoolyPooly", "KAS"),
        ("stratum-us.suprnova.cc", 9336, "Suprnova", "DCR"),
        ("stratum-us.suprnova.cc", 3333, "Suprnova", "XEL"),
        ("eu.stratum.braiins.com", 3333, "Braiins Pool", "BTC"),
        ("gulf.moneroocean.stream", 10032, "MoneroOcean", "XMR"),
        ("kawpow.auto.nicehash.com", 443, "NiceHash", "BTC"),
        ("randomxmonero.eu.nicehash.com", 3380, "NiceHash", "BTC"),
        ("rx-us.unmineable.com", 443, "unMineable", None),
        ("xmr-sg.kryptex.network", 7029, "Kryptex", None),
    ],
)
def test_a_pool_is_found_by_its_host_and_port(host, port, name, coin):
    found = find(host, port)
    assert found is not None
    assert (found.name, found.coin) == (name, coin)


@pytest.mark.parametrize(
    ("host", "port"),
    [
        ("pool.supportxmr.com", 3334), ("pool.woolypooly.com", 1), ("example.org", 3333), ("127.0.0.1", 3333),
        ("evilnicehash.com", 3333), ("supportxmr.com", 3333), ("", 0),
    ],
)  # fmt: skip
def test_an_address_that_is_not_listed_is_not_guessed(host, port):
    assert find(host, port) is None


def test_regions_are_hosts_of_their_own():
    assert {entry.region for entry in of_coin("RVN") if entry.name == "Ravenminer"} == {"us", "eu", "asia"}
    assert len([entry for entry in of_coin("XMR") if entry.name == "HeroMiners"]) == 15
    assert {entry.region for entry in of_coin("XMR") if entry.name == "SupportXMR"} == {None}


def test_an_entry_tells_where_it_comes_from_in_the_apis_spelling():
    shown = of_coin("XMR")[0].to_json()
    assert shown["host"] == "pool.supportxmr.com"
    assert (shown["tlsPort"], shown["morePorts"], shown["checkedAt"]) == (443, [5555, 7777], "2026-11-23")
    assert "RainbowMiner" in shown["source"]


@pytest.mark.parametrize("host", ["pool.minexmr.com", "xmr.2miners.com", "XMR.WoolyPooly.com", "p2pool.io"])
def test_pools_that_are_gone_are_known_with_the_reason(host):
    assert dead(host)
    assert dead("pool.supportxmr.com") is None


@pytest.mark.parametrize(
    ("host", "port", "address", "url"),
    [
        ("etc.2miners.com", 1010, "0x4EEB2D6Ec9cd842a13ab24c013b7a7A66F6AC2B4",
         "https://etc.2miners.com/account/0x4EEB2D6Ec9cd842a13ab24c013b7a7A66F6AC2B4"),
        ("kas.2miners.com", 2020, KAS, f"https://kas.2miners.com/account/{KAS}"),
        ("xmr-eu1.nanopool.org", 10300, XMR, f"https://xmr.nanopool.org/account/{XMR}"),
        ("ergo-eu1.nanopool.org", 10600, XMR, f"https://ergo.nanopool.org/account/{XMR}"),
        ("us2.monero.herominers.com", 1111, XMR, f"https://monero.herominers.com/?mining_address={XMR}"),
        ("xmr.kryptex.network", 7777, XMR, f"https://pool.kryptex.com/xmr/miner/stats/{XMR}"),
        ("gulf.moneroocean.stream", 10128, XMR, f"https://moneroocean.stream/#/dashboard?addr={XMR}"),
        ("pool.supportxmr.com", 3333, XMR, None),
        ("etc.2miners.com", 1010, "alice", None),
        ("etc.2miners.com", 1010, "x" * 40 + "/../?a=b", None),
    ],
)  # fmt: skip
def test_the_pools_own_page_of_a_wallet_is_linked_where_it_is_documented(host, port, address, url):
    assert dashboard_url(find(host, port), address) == url


def test_no_page_is_left_with_a_gap():
    pages = [entry.page for entry in entries() if entry.page]
    assert len(pages) > 100
    for page in pages:
        assert page.startswith("https://")
        assert page.replace("{address}", "").count("{") == 0


def test_a_configuration_is_linked_to_the_page_of_its_wallet_at_the_pool_in_use():
    config = Config(
        pool="pool.moneroocean.stream:10001", wallet=f"{XMR}.rig", pools=(Pool(pool="xmr-eu1.nanopool.org:10300"),)
    )
    assert page_of(config) == f"https://moneroocean.stream/#/dashboard?addr={XMR}"
    assert page_of(config, "xmr-eu1.nanopool.org:10300") == f"https://xmr.nanopool.org/account/{XMR}"
    assert page_of(config, "unknown.example:1") == page_of(config)


@pytest.mark.parametrize(
    ("pool", "wallet"),
    [("pool.example:3333", XMR), ("pool.moneroocean.stream:10001", "YOUR_WALLET_ADDRESS"), ("127.0.0.1:3333", XMR)],
)
def test_no_page_is_made_up(pool, wallet):
    assert page_of(Config(pool=pool, wallet=wallet)) is None


def test_who_is_paid_at_each_pool_is_told_masked_with_the_pools_page():
    config = Config(
        pool="gulf.moneroocean.stream:10128", wallet=f"{XMR}.rig1",
        pools=(Pool(pool="friends.example:3333", wallet="alice", coin="monero", worker="shed"),),
    )  # fmt: skip
    first, second = payees_at(config, False)
    assert first.to_json() == {
        "pool": "gulf.moneroocean.stream:10128", "payee": "47xu…ndHc", "worker": "rig1",
        "coin": first.coin, "page": f"https://moneroocean.stream/#/dashboard?addr={XMR}", "second": False,
    }  # fmt: skip
    assert (second.payee, second.worker, second.coin, second.page) == ("…", "shed", "XMR", None)
    assert [each.page for each in payees_at(config, True)] == [None, None]
