"""The coins: their names, networks and kinds of addresses, and which mistakes each of them finds."""

import hashlib

import base58 as oracle
import pytest
from Crypto.Hash import keccak

from mining.domain.payout.address import BASE32, OtherCoin, TestNetwork, Typo
from mining.domain.payout.coins import COINS, account, almost, coin_of

WIDTH = {8: 11, 1: 2, 2: 3, 3: 5, 4: 6, 5: 7, 6: 9, 7: 10}
XMR = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAGw6hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"


def cryptonote(prefix: int, size: int = 64) -> str:
    """A CryptoNote address of made-up keys."""
    raw = bytearray()
    while prefix > 0x7F:
        raw.append(prefix & 0x7F | 0x80)
        prefix >>= 7
    raw = bytes(raw) + bytes([prefix]) + bytes(range(size))
    raw += keccak.new(digest_bits=256, data=raw).digest()[:4]
    blocks = [raw[start : start + 8] for start in range(0, len(raw), 8)]
    return "".join(
        oracle.b58encode_int(int.from_bytes(block, "big"), default_one=False).decode().rjust(WIDTH[len(block)], "1")
        for block in blocks
    )


def legacy(version: int, size: int = 20) -> str:
    return oracle.b58encode_check(
        version.to_bytes(1 if version < 256 else 2, "big") + bytes(range(1, size + 1))
    ).decode()


def ergo(head: int, size: int = 33) -> str:
    raw = bytes([head, *range(size)])
    return oracle.b58encode(raw + hashlib.blake2b(raw, digest_size=32).digest()[:4]).decode()


def cash(prefix: str, version: int, size: int) -> str:
    """A cashaddr of a made-up payload, by the textbook."""
    bits = "".join(f"{byte:08b}" for byte in [version, *range(size)])
    digits = [int(bits[at : at + 5].ljust(5, "0"), 2) for at in range(0, len(bits), 5)]
    check = 1
    for value in [*(ord(letter) & 31 for letter in prefix), 0, *digits, *[0] * 8]:
        top = check >> 35
        check = (check & 0x7FFFFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x98F2BC8E61, 0x79B76D99E2, 0xF33E5FB3C4, 0xAE2EABE2A8, 0x1E4F43E470)):
            check ^= generator if top >> bit & 1 else 0
    digits += [(check ^ 1) >> 5 * place & 31 for place in range(7, -1, -1)]
    return f"{prefix}:" + "".join(BASE32[digit] for digit in digits)


RIGHT = [
    ("XMR", cryptonote(18), "primary"),
    ("XMR", cryptonote(42), "subaddress"),
    ("XMR", cryptonote(19, 72), "integrated"),
    ("ZEPH", cryptonote(0x6241D18C0), "primary"),
    ("ZEPH", cryptonote(0x8DD58C0), "subaddress"),
    ("ZEPH", cryptonote(0xC4F7D18C0, 72), "integrated"),
    ("ZANO", cryptonote(0xC5), "standard"),
    ("ZANO", cryptonote(0x3678, 72), "integrated"),
    ("ZANO", cryptonote(0x36F8, 72), "integrated"),
    ("ZANO", cryptonote(0x98C8), "auditable"),
    ("ZANO", cryptonote(0x8A49, 72), "auditable integrated"),
    ("DNX", cryptonote(185), "primary"),
    ("RVN", legacy(60), "p2pkh"),
    ("RVN", legacy(122), "p2sh"),
    ("RTM", legacy(60), "p2pkh"),
    ("RTM", legacy(16), "p2sh"),
    ("FIRO", legacy(82), "p2pkh"),
    ("FIRO", legacy(7), "p2sh"),
    ("BTC", legacy(0), "p2pkh"),
    ("BTC", legacy(5), "p2sh"),
    ("LTC", legacy(48), "p2pkh"),
    ("LTC", legacy(50), "p2sh"),
    ("LTC", legacy(5), "p2sh"),
    ("LTC", "ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9", "witness 0"),
    ("DOGE", legacy(30), "p2pkh"),
    ("DOGE", legacy(22), "p2sh"),
    ("FLUX", legacy(0x1CBD), "p2sh"),
    ("ERG", ergo(1), "p2pk"),
    ("ERG", ergo(3, 60), "p2s"),
    ("KAS", cash("kaspa", 0, 32), "pubkey"),
    ("KAS", cash("kaspa", 1, 33), "pubkey (ECDSA)"),
    ("KAS", cash("kaspa", 8, 32), "script"),
    ("KAS", cash("kaspa", 0, 32).partition(":")[2], "pubkey"),
    ("KLS", cash("karlsen", 0, 32), "pubkey"),
    ("NEXA", cash("nexa", 0, 20), "p2pkh"),
    ("NEXA", cash("nexa", 152, 24), "script template"),
    ("CFX", "CFX:TYPE.USER:AARC9ABYCUE0HHZGYRR53M6CXEDGCCRMMYYBJGH4XG", "account"),
    ("CFX", "cfx:aajg4ygzhz88k47cwfg0cjzhu27v5sgp56510jfnyy", "account"),
    ("CFX", "aajg4ygzhz88k47cwfg0cjzhu27v5sgp56510jfnyy", "account"),
]


@pytest.mark.parametrize(("ticker", "address", "kind"), RIGHT)
def test_every_kind_of_address_is_known(ticker, address, kind):
    assert account(COINS[ticker], address) == (ticker, kind, True)


@pytest.mark.parametrize(
    ("ticker", "address"),
    [
        ("ALPH", "1DrDyTr9RpRsQnDnXo2YRiPzPW4ooHX5LLoqXrqfMrpQH"),
        ("BEAM", "1a" * 33 + "b"),
        ("BEAM", "z" * 120),
        ("IRON", "0a88574634e8eba1bc90e6b4e6c381b65de2660d72e1dfe0c5ed6c2aba3826d6"),
        ("ETC", "0x4eeb2d6ec9cd842a13ab24c013b7a7a66f6ac2b4"),
        ("ETC", "0x" + "4EEB2D6EC9CD842A13AB24C013B7A7A66F6AC2B4"),
    ],
)
def test_what_has_no_checksum_is_accepted_by_its_form_and_called_unproven(ticker, address):
    assert not account(COINS[ticker], address).proven


@pytest.mark.parametrize(
    ("ticker", "address"),
    [
        *(("XMR", cryptonote(prefix)) for prefix in (53, 63, 24, 36)),
        ("XMR", cryptonote(54, 72)),
        ("XMR", cryptonote(25, 72)),
        ("BTC", legacy(111)),
        ("BTC", legacy(196)),
        ("BTC", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"),
        ("LTC", legacy(58)),
        ("DOGE", legacy(113)),
        ("ERG", ergo(0x11)),
        ("KAS", cash("kaspatest", 0, 32)),
        ("KAS", cash("kaspadev", 0, 32)),
        ("CFX", "cfxtest:aajf5re6v0kaz4bcurc8j1sz5znrpynj212bbypm6"),
        ("CFX", "NET1029:TYPE.USER:AAJG4WT2MBMBB44SP6SZD783RY0JTAD5BEA80XDY7P"),
        ("XEL", "xet:62wnkswt0rmrdd9d2lawgpnuh87fkpmp4gx9j3g4u24yrdkdxgksqnuuucf"),
    ],
)
def test_addresses_of_test_networks_are_refused(ticker, address):
    with pytest.raises(TestNetwork):
        account(COINS[ticker], address)


@pytest.mark.parametrize(
    ("ticker", "address"),
    [
        ("XMR", cryptonote(17)),
        ("XMR", cryptonote(19, 64)),
        ("XMR", cryptonote(18, 72)),
        ("ZANO", cryptonote(18, 65)),
        ("DNX", cryptonote(0xC5)),
        ("RVN", legacy(16)),
        ("RTM", legacy(122)),
        ("BTC", legacy(48)),
        ("LTC", legacy(0)),
        ("DOGE", legacy(48)),
        ("FIRO", legacy(60)),
        ("DOGE", legacy(30, 19)),
        ("ERG", ergo(4)),
        ("ERG", ergo(1, 34)),
        ("KAS", cash("karlsen", 0, 32)),
        ("KAS", cash("kaspa", 2, 32)),
        ("KAS", cash("kaspa", 0, 31)),
        ("NEXA", cash("nexa", 152, 25)),
    ],
)
def test_addresses_of_another_coin_or_size_are_refused(ticker, address):
    with pytest.raises(OtherCoin):
        account(COINS[ticker], address)


@pytest.mark.parametrize(
    ("ticker", "address", "why"),
    [
        ("LTC", "ltcmweb1qqw508d6qejxtdg4y5r3zarvary0c5xw7kqqw508d6qejxtdg4y5r3zarvary0c5xw7k", "MWEB"),
        ("RVN", "RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV", "burn"),
        ("BTC", "1111111111111111111114oLvT2", "burn"),
        ("BTC", "1BitcoinEaterAddressDontSendf59kuE", "burn"),
        ("ETC", "0x" + "0" * 40, "burn"),
        ("ETC", "0x000000000000000000000000000000000000dEaD", "burn"),
        ("ETC", "4EEB2D6Ec9cd842a13ab24c013b7a7A66F6AC2B4", "0x and 40"),
        ("ETC", "0x4EEB2D6Ec9cd842a13ab24c013b7a7A66F6AC2", "40 characters"),
        ("ALPH", oracle.b58encode(b"\x03" + bytes(range(32))).decode(), "contract"),
        ("ALPH", oracle.b58encode(b"\x00" + bytes(range(31))).decode(), "length"),
        ("IRON", "0a88", "64 hexadecimal"),
        ("XMR", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "has 42 characters"),
    ],
)
def test_what_no_pool_should_pay_to_is_refused(ticker, address, why):
    with pytest.raises(ValueError, match=why):
        account(COINS[ticker], address)


@pytest.mark.parametrize("name", ["XMR", "xmr", "monero", "Monero"])
def test_a_coin_answers_to_its_ticker_and_its_name(name):
    assert coin_of(name) is COINS["XMR"]


@pytest.mark.parametrize("name", [None, "", "rx/0", "randomx", "nothing"])
def test_an_algorithm_or_nonsense_is_no_coin(name):
    assert coin_of(name) is None


def test_a_coin_whose_addresses_are_not_described_takes_anything():
    assert account(COINS["SAL"], "anything") == ("SAL", "unknown", False)


@pytest.mark.parametrize(
    ("address", "tickers"),
    [
        (XMR, ["XMR"]), (legacy(60), ["RVN", "RTM"]), (legacy(48), ["LTC"]), ("0x" + "g" * 40, ["ETC"]),
        ("t1dbQvbohSUAGE6dZpUYru7e18SCNVipVXY", ["FLUX", "ZEC"]), ("alice", []), ("1234567890", []),
        ("a.very.long.account.name.at.a.pool", []), (XMR[:-1], []),
    ],
)  # fmt: skip
def test_beginning_and_length_tell_which_coin_is_meant(address, tickers):
    assert [coin.ticker for coin in almost(address)] == tickers


@pytest.mark.parametrize("ticker", sorted(t for t, coin in COINS.items() if coin.shape))
def test_a_typing_mistake_in_what_is_meant_as_an_address_is_called_one(ticker):
    address = ({coin: address for coin, address, _ in RIGHT} | OTHERS)[ticker]
    assert COINS[ticker] in almost(address)
    with pytest.raises(Typo):
        account(COINS[ticker], address[:-1] + ("2" if address[-1] != "2" else "3"))


OTHERS = {
    "KAS": cash("kaspa", 0, 32),
    "CFX": "cfx:aajg4ygzhz88k47cwfg0cjzhu27v5sgp56510jfnyy",
    "ETC": "0x4EEB2D6Ec9cd842a13ab24c013b7a7A66F6AC2B4",
    "FLUX": "t1dbQvbohSUAGE6dZpUYru7e18SCNVipVXY",
    "ZEC": "t1dbQvbohSUAGE6dZpUYru7e18SCNVipVXY",
    "FIRO": legacy(82),
    "LTC": legacy(48),
    "DOGE": legacy(30),
    "RVN": legacy(60),
    "RTM": legacy(60),
    "BTC": "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "DCR": "Dcur2mcGjmENx4DhNqDctW5wJCVyT3Qeqkx",
    "ERG": "9gpNWA3LVic14cMmWHmKGZyiGqrxPaSEvGsdyt7jt2DDAWDQyc9",
    "XEL": "xel:7zfts4pm0tjk8p753xgk8cxjh82cqzf7dxa0lyu9kj8vfshjgg8qq64p89f",
    "QRL": "Q01070050d31c7f123995f097bc98209e9231d663dc26e06085df55dc2f6afe3c2cd62e8271a6bd",
    "NANO": "nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr3",
}
