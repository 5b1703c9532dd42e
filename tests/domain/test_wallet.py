"""Which wallets can be an account, and which are a mistake."""

import pytest
from Crypto.Hash import keccak

from mining.domain.wallet import address_of, is_placeholder, mask, monero, wallet_faults

PRIMARY = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAGw6hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"
SUB = "89qpYgfAZzp8VYKaPbAh1V2vSW9RHCMyHVQxe2oFxZvpK9dF1UMpZSxJK9jikW4QCRGgVni8BJjvTQpJQtHJzYyw8Uz18An"
WRONG = [
    "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAG26hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc",
    "89qpYgfAZzp8VYKaPbAh1V2vSW9RHCMyHVQxe2oFxZvpK9d21UMpZSxJK9jikW4QCRGgVni8BJjvTQpJQtHJzYyw8Uz18An",
]
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
WIDTH = {8: 11, 5: 7, 7: 10, 1: 2, 6: 9}


def address(prefix: int, size: int = 64) -> str:
    raw = bytes([prefix]) + bytes(range(size))
    raw += keccak.new(digest_bits=256, data=raw).digest()[:4]
    text = ""
    for start in range(0, len(raw), 8):
        block = raw[start : start + 8]
        value, letters = int.from_bytes(block, "big"), ""
        for _ in range(WIDTH[len(block)]):
            value, digit = divmod(value, 58)
            letters = ALPHABET[digit] + letters
        text += letters
    return text


def issue(login, coin=None, node=False, check=True):
    faults = wallet_faults([("wallet", login, coin, node)], check)
    return faults[0].issue if faults else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [(PRIMARY, "primary"), (SUB, "subaddress"), (address(18), "primary"), (address(19, 72), "integrated")],
)
def test_real_addresses_are_accepted_and_their_kind_is_known(text, kind):
    assert monero(text) == ("XMR", kind)
    assert issue(text) is issue(text, "XMR") is issue(text, "monero") is None


@pytest.mark.parametrize("text", WRONG)
def test_a_typing_mistake_is_refused_even_where_the_coin_is_not_known(text):
    assert "typing mistake" in issue(text)


def test_every_single_wrong_letter_is_found():
    for place in range(1, 95):
        other = "2" if PRIMARY[place] != "2" else "3"
        assert issue(PRIMARY[:place] + other + PRIMARY[place + 1 :]) is not None


@pytest.mark.parametrize(("prefix", "size"), [(53, 64), (63, 64), (24, 64), (36, 64), (54, 72), (25, 72)])
def test_addresses_of_test_networks_are_refused(prefix, size):
    assert "test network" in issue(address(prefix, size), "XMR")


def test_an_address_of_another_coin_is_refused_where_the_coin_is_known():
    assert "another coin" in issue(address(17), "xmr")
    assert "another coin" in issue(address(19, 64), "xmr")
    assert "characters" in issue("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "xmr")


def test_a_node_pays_only_to_a_primary_address():
    assert issue(PRIMARY, node=True) is None
    assert "primary" in issue(SUB, node=True)
    assert "primary" in issue(address(19, 72), node=True)


@pytest.mark.parametrize(
    "form",
    ["{}.rig1", "{}+5000", "{}=5000", "{}/rig1", "{}/me@example.org", "{}#ref", "XMR:{}", "solo:{}", "solo:XMR:{}.w"],
)
def test_the_address_is_found_inside_a_login(form):
    assert address_of(form.format(PRIMARY)) == PRIMARY
    assert issue(form.format(PRIMARY)) is None
    assert issue(form.format(WRONG[0])) is not None


@pytest.mark.parametrize("login", ["", "-o", "a b", "a\n", PRIMARY + "\n", "a\0", 'a"', "a'", "a\\", "ä", "x" * 257])
def test_odd_characters_are_refused_with_and_without_the_check(login):
    assert issue(login) is not None
    assert issue(login, check=False) is not None


def test_any_other_login_passes_where_the_coin_is_not_known():
    assert issue("anything") is None
    assert issue(WRONG[0], check=False) is None


@pytest.mark.parametrize("text", ["YOUR_WALLET_ADDRESS", "YOUR_WALLET", "<your wallet>", "your-monero-address"])
def test_placeholders_are_known(text):
    assert is_placeholder(text)
    assert not is_placeholder(PRIMARY)


def test_a_masked_wallet_says_enough_and_no_more():
    assert mask(PRIMARY) == "47xu…ndHc"
    assert mask("short-name12") == "…"
