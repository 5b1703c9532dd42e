"""Placeholders: logins that hold no account, because an example or a script was not filled in."""

import re

from mining.domain.payout.coins import COINS
from mining.domain.payout.login import parts_of
from mining.domain.payout.private_host import is_private

NO_LOGIN = "x"  # what programs say where a configuration names nobody; proxies and P2Pool take it
_NOTHING = {  # without their separators
    "undefined", "unset", "notset", "null", "none", "nil", "nan", "true", "false", "tbd", "todo", "fixme", "changeme",
    "replaceme", "changethis", "replacethis",
}  # fmt: skip
_SHORTENED = re.compile(r"\.{3}|…")  # `44AF...1234`, as pages and masks show an address
_UNFILLED = re.compile(r"[%$<>{}()\[\]]")  # a variable or an example's brackets; no address has any of them
_BLANK = re.compile(r"(?:0x)?0+|0x|x{2,}|[*?_-]+")
_YOURS = re.compile(r"(?:[a-z]+[_-])*your[_-]|your(?:[a-z]{2,12}[_-]?)?(?:wallet|address|account|xmr)")
_ORDERS = "put insert enter add paste type fill replace change set use with in this the a an your my own me here"
_NOUNS = (
    "wallet wallets address adress addr user username account payout payment mining miner pool coin crypto public "
    "receiving deposit example sample dummy placeholder id name string ethereum eth"
)
_NAMES = [name.lower() for coin in COINS.values() for name in (coin.ticker, coin.name)]
_LONGEST_FIRST = sorted({*_ORDERS.split(), *_NOUNS.split(), *_NAMES}, key=len, reverse=True)
_WORDS = re.compile(rf"(?:(?>{'|'.join(_LONGEST_FIRST)})[_-]*+)++")  # each read in one way alone, so never for long
_KEY = re.compile(r"wallet|add?ress|addr|your|placeholder|here")


def is_placeholder(login: str, host: str = "") -> bool:
    """Whether a login at that host names nobody."""
    if login.lower() == "n/a" or _SHORTENED.search(login):
        return True
    address = parts_of(login).address
    name = address.rpartition(":")[2].lower()
    if name == NO_LOGIN:
        return not (host and is_private(host))
    word = name.replace("_", "").replace("-", "")
    if not name or word in _NOTHING or _UNFILLED.search(address) or _BLANK.fullmatch(name) or _YOURS.match(name):
        return True
    return _WORDS.fullmatch(name) is not None and _KEY.search(name) is not None
