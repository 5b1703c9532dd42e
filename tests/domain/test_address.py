"""How addresses are spelled, and that no misspelling gets past a checksum."""

import json
from pathlib import Path

import base58 as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining.domain.payout.address import (
    BASE58,
    CONFLUX,
    Typo,
    base58,
    base58check,
    bech32,
    cashaddr,
    cryptonote_base58,
    double_blake256,
    eip55,
    keccak256,
)
from mining.domain.payout.blake256 import LONGEST, blake256
from mining.domain.payout.coins import COINS, account

VECTORS = json.loads((Path(__file__).parent / "vectors" / "address-vectors.json").read_text("utf-8"))
EVERY_KIND = {row["coin"].split("/")[0]: row["address"] for row in VECTORS["valid"] if row["coin"] != "RVN"} | {
    "CFX": "cfx:aarc9abycue0hhzgyrr53m6cxedgccrmmyybjgh4xg",
    "ZEPH": "ZEPHYR2efUaEbchEZGVhgW63veURr9s4BTQJEpCUCvKfSFgqfV4mrb4cKwL2JxkufffAZ5LfgVE7sfpoSX79wYueZryzpNNdPCx2A",
    "KLS": "karlsen:qqe3p64wpjf5y27kxppxrgks298ge6lhu6ws7ndx4tswzj7c84qkjlrspcuxw",
    "NANO": "nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr3",
}


def test_keccak_is_the_original_one():
    assert keccak256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"


@pytest.mark.parametrize(
    ("message", "digest"),
    [
        (b"", "716f6e863f744b9ac22c97ec7b76ea5f5908bc5b2f67c61510bfc4751384ea7a"),
        (b"\0", "0ce8d4ef4dd7cd8d62dfded9d4edb0a774ae6a41929a74da23109e8f11139c87"),
    ],
)
def test_blake_gives_the_digests_of_its_submission(message, digest):
    assert blake256(message).hex() == digest


def test_blake_says_what_is_too_long_for_it():
    assert len(blake256(bytes(LONGEST))) == 32
    with pytest.raises(ValueError, match="at most 55"):
        blake256(bytes(LONGEST + 1))


@given(st.binary(max_size=80))
def test_base58_agrees_with_another_implementation(raw):
    text = oracle.b58encode(raw).decode()
    assert base58(text) == raw
    assert base58check(oracle.b58encode_check(raw + b"x").decode()) == raw + b"x"


@given(st.binary(min_size=8, max_size=8), st.binary(min_size=5, max_size=5))
def test_cryptonote_blocks_agree_with_another_implementation(whole, rest):
    text = oracle.b58encode_int(int.from_bytes(whole, "big")).decode().rjust(11, "1")
    text += oracle.b58encode_int(int.from_bytes(rest, "big")).decode().rjust(7, "1")
    assert cryptonote_base58(text[-18:]) == whole + rest


@pytest.mark.parametrize("text", ["z" * 11, "1" * 12, "0" * 11, "1" * 4, "1" * 8])
def test_what_no_cryptonote_block_can_hold_is_refused(text):
    with pytest.raises(ValueError):
        cryptonote_base58(text)


@pytest.mark.parametrize("row", VECTORS["valid"], ids=lambda row: f"{row['coin']}-{row['kind']}")
def test_every_public_address_is_accepted(row):
    for ticker in row["coin"].split("/"):
        if ticker == "ETH":
            continue  # the same account as ETC
        if "burn" in row["source"]:
            with pytest.raises(ValueError, match="burn"):
                account(COINS[ticker], row["address"])
        else:
            found = account(COINS[ticker], row["address"])
            assert found.proven
            assert (found.coin, found.kind[:3]) == (ticker, KINDS.get(row["kind"], row["kind"])[:3])


KINDS = {"p2wpkh": "witness", "t1": "p2pkh", "eip55": "account", "p2pkt": "script template"}


@pytest.mark.parametrize("row", VECTORS["invalid"], ids=lambda row: f"{row['coin']}-{row['kind']}")
def test_every_broken_address_is_seen_as_a_typing_mistake(row):
    with pytest.raises(Typo):
        account(COINS[row["coin"].split("/")[0]], row["address"])


@pytest.mark.parametrize("ticker", sorted(EVERY_KIND))
def test_a_wrong_character_is_found_wherever_it_is(ticker):
    right = EVERY_KIND[ticker]
    assert account(COINS[ticker], right).proven
    for place, character in enumerate(right):
        for other in "2z9":
            if other in (character, character.lower()) or (ticker == "NANO" and place < 4):
                continue
            with pytest.raises(ValueError):
                account(COINS[ticker], right[:place] + other + right[place + 1 :])


@pytest.mark.parametrize("ticker", sorted(EVERY_KIND))
def test_swapped_and_lost_characters_are_found(ticker):
    right = EVERY_KIND[ticker]
    for place in range(len(right) - 1):
        left, after = right[place], right[place + 1]
        if left != after and not (ticker == "ETC" and left.lower() == after.lower()):
            with pytest.raises(ValueError):
                account(COINS[ticker], right[:place] + after + left + right[place + 2 :])
    for broken in (right[:-1], right[1:], right + right[-1], ""):
        with pytest.raises(ValueError):
            account(COINS[ticker], broken)


@pytest.mark.parametrize(
    "text",
    [
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
        "BC1SW50QGDZ25J",
        "bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3",
    ],
)
def test_the_valid_segwit_addresses_of_bip_350_are_accepted(text):
    assert account(COINS["BTC"], text).proven


@pytest.mark.parametrize(
    "text",
    [
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",  # bech32 where bech32m is due
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",  # bech32m where bech32 is due
        "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",  # a character that is none
        "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",  # witness version 17
        "bc1pw5dgrnzv",  # too short
        "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",  # a size that version 0 does not have
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4",  # both cases
    ],
)
def test_the_invalid_segwit_addresses_of_bip_350_are_refused(text):
    with pytest.raises(ValueError):
        account(COINS["BTC"], text)


@pytest.mark.parametrize(
    "text",
    [
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",  # a digit too many
        "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j",  # bits that are not zero
    ],
)
def test_digits_that_are_not_whole_bytes_are_refused(text):
    with pytest.raises(ValueError, match="padding"):
        bech32(text)


def test_capitals_of_an_ethereum_address_are_a_checksum_only_when_they_are_mixed():
    right = "4EEB2D6Ec9cd842a13ab24c013b7a7A66F6AC2B4"
    assert eip55(right)
    assert not eip55(right.lower())
    assert not eip55(right.upper())
    with pytest.raises(Typo):
        eip55(right.swapcase())


def test_conflux_has_an_alphabet_of_its_own():
    assert cashaddr("aarc9abycue0hhzgyrr53m6cxedgccrmmyybjgh4xg", "cfx", CONFLUX)[0] == 0
    with pytest.raises(Typo):
        cashaddr("aarc9abycue0hhzgyrr53m6cxedgccrmmyybjgh4xg", "cfx")


def test_the_prefix_is_part_of_the_checksum():
    with pytest.raises(Typo):
        cashaddr("qqe3p64wpjf5y27kxppxrgks298ge6lhu6ws7ndx4tswzj7c84qkjlrspcuxw", "kaspa")


def test_decreds_checksum_is_no_other_coins():
    text = EVERY_KIND["DCR"]
    assert base58check(text, double_blake256)[:2].hex() == "071a"
    with pytest.raises(Typo):
        base58check(text)


def refusal(check, *given):
    """Why a check refuses; any exception but a ValueError fails the test."""
    try:
        check(*given)
    except ValueError as error:
        return str(error)
    return None


@given(st.text(max_size=300) | st.text(alphabet=BASE58 + ":_+=./@0", max_size=120))
def test_no_text_makes_a_check_fail_in_another_way(text):
    for coin in COINS.values():
        assert refusal(account, coin, text) != ""


@given(st.sampled_from(sorted(EVERY_KIND)), st.data())
def test_no_damaged_address_makes_a_check_fail_in_another_way(ticker, data):
    right = EVERY_KIND[ticker]
    cut = data.draw(st.integers(0, len(right)))
    text = right[:cut] + data.draw(st.text(max_size=3)) + right[data.draw(st.integers(cut, len(right))) :]
    for coin in COINS.values():
        assert refusal(account, coin, text) != ""


@given(st.text(max_size=120), st.sampled_from("1:"))
def test_bech32_never_raises_anything_but_a_value_error(text, separator):
    assert refusal(bech32, text, separator) != ""
