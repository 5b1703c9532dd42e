"""Which logins name nobody, because an example or a script was not filled in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining.domain.config import Config, placeholder_errors, read_config
from mining.domain.payout.coins import COINS
from mining.domain.payout.placeholder import is_placeholder
from tests.costs import cpu_seconds

XMR = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAGw6hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"
NOTHING = [
    ".rig1",
    "+5000",
    "=5000",
    "/rig1",
    "#ref",
    "solo:",
    "solo:.rig1",
    "XMR:",
    "XMR:.rig1",
    "kaspa:",
    "@example.org",
]
UNFILLED = ["%WAL%", "%WAL%.%RIG%", "$WALLET", "$WALLET.rig1", "${X}", "${X:-y}.rig", "$(wallet)", "<wallet>",
            "{wallet}", "(wallet)", "(null)", "{{wallet}}", "[WALLET]", "XMR:$WALLET", "kaspa:<address>",
            "@WALLET@"]  # fmt: skip
WORDS = ["undefined", "null", "None", "NULL.rig1", "NaN", "nil+5000", "XMR:undefined", "n/a", "N/A", "changeme",
         "change_me", "CHANGE-ME.rig1", "replace-me", "ChangeThis", "not_set",
         "FIXME", "to-do", "false", "True"]  # fmt: skip
SHORTENED = ["...", "4...", "44AF...", "44AF...1234.rig1", "0x...", "XMR:48ed…icoD", "48ed…icoD"]
BLANK = [
    "0",
    "0000",
    "0" * 95,
    "0x",
    "0x0000000000000000000000000000000000000000",
    "ETC:0x00",
    "kaspa:000",
    "xxxx",
    "XXXX.rig1",
]
EXAMPLES = [
    "YOUR_WALLET_ADDRESS", "YOUR_WALLET", "your-monero-address", "YOUR_BTC_ADDRESS", "kaspa:YOUR_KASPA_WALLET",
    "DOGE:YOUR_WALLET.rig", "YourEthAddress", "PUT_YOUR_WALLET_HERE", "put-your-address-here", "INSERT_WALLET_HERE",
    "ENTER_YOUR_XMR_ADDRESS", "WALLET", "wallet_address", "WALLETADDRESS", "Wallet.rig1", "MY_WALLET", "address",
    "paste_address_here", "YOUR_NICKNAME", "YOUR_WALLET_1", "wallet_placeholder", "example_wallet", "YOURXMRWALLET",
    "your_payout_id", "REPLACE_WITH_YOUR_WALLET", "monero_wallet",
]  # fmt: skip


@pytest.mark.parametrize("login", NOTHING + UNFILLED + WORDS + SHORTENED + BLANK + EXAMPLES)
def test_a_login_without_an_address_is_a_placeholder_on_every_host(login: str) -> None:
    assert is_placeholder(login, "pool.example.org")
    assert is_placeholder(login, "127.0.0.1")


@pytest.mark.parametrize(
    "login",
    [XMR, f"solo:{XMR}.rig1", "yourself.rig1", "anybody", "me", "alice.rig1", "me@example.org/rig1",
     "krxX2P79Q4.worker", "rig1", "a", "0xdead", "nobody", "somebody", "worker", "Nullarbor", "zero00",
     "xavier", "herewego", "change", "me-too", "falsetto", "a..rig", f"{XMR}..rig1",
     "NHbDTWt9.rig", f"{XMR}.%RIG%", f"{XMR}.YOUR_RIG_NAME"],
)  # fmt: skip
def test_an_account_is_none(login: str) -> None:
    assert not is_placeholder(login, "pool.example.org")


@pytest.mark.parametrize("login", ["x", "X", "x+5000", "x.rig1"])
def test_the_word_of_programs_for_no_login_is_taken_by_private_hosts_alone(login: str) -> None:
    assert is_placeholder(login, "pool.example.org")
    assert is_placeholder(login)
    assert not is_placeholder(login, "192.168.1.9")
    assert not is_placeholder(login, "proxy.lan")


def test_a_pool_that_declines_the_wallet_needs_a_private_host() -> None:
    def errors(host: str) -> list[str]:
        body = {"pool": "pool.example:1", "wallet": XMR, "pools": [{"pool": f"{host}:3333", "wallet": None}]}
        config = read_config(json.dumps(body), lambda _: ())
        return [error.field for error in placeholder_errors(config)]

    assert errors("10.0.0.9") == []
    assert errors("spare.example") == ["pools[0].wallet"]


def test_a_placeholder_is_named_where_it_counts() -> None:
    def named(top: str, wallet: str) -> list[str]:
        config = Config(pool=top, wallet=wallet, pools=({"pool": "b.example:1"}, {"pool": "c:1", "wallet": XMR}))
        return [error.field for error in placeholder_errors(config)]

    assert named("a.example:1", "%WAL%") == ["wallet"]
    assert named("10.0.0.1:1", "x") == ["pools[0].wallet"], (
        "what is taken at home is not taken by the pool that inherits it"
    )


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz_-", max_size=256) | st.text(max_size=256))
def test_no_text_makes_it_raise(login: str) -> None:
    assert is_placeholder(login) in (True, False)


def test_a_long_login_costs_no_more_than_its_length() -> None:
    words = ["username", "address", "wallets", "your-", "an", "0", "x", "_", *(name.lower() for name in COINS)]

    def judge(length: int) -> None:
        for word in words:
            is_placeholder((word * length)[: length - 1] + "~")

    assert cpu_seconds(lambda: judge(256)) < 40 * cpu_seconds(lambda: judge(64))
