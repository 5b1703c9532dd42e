"""The values of one pool in XMRig's config.json: what each means here, and what follows where one cannot be used."""

import re
from collections.abc import Callable

from mining.cli.xmrig.layout import LeftOut, Section, text
from mining.domain import algorithm
from mining.domain.payout.coins import account, almost, coin_of
from mining.domain.payout.login import address_of
from mining.domain.payout.placeholder import NO_LOGIN, is_placeholder
from mining.domain.pool import PoolAddress, parse_pool, parse_proxy, plain
from mining.miners.xmrig import ALGORITHMS

Tell = Callable[[str, str], None]  # a key of the pool, and what follows from what it says
NOBODY = NO_LOGIN  # which XMRig sends for a password that is not there, too
_COINS = {  # as XMRig calls them, and what it computes for them
    "xmr": "rx/0", "monero": "rx/0", "sumo": "cn/r", "sumokoin": "cn/r", "arq": "rx/arq", "arqma": "rx/arq",
    "grft": "rx/graft", "graft": "rx/graft", "rvn": "kawpow", "ravencoin": "kawpow", "wow": "rx/wow",
    "wownero": "rx/wow", "zeph": "rx/0", "zephyr": "rx/0", "townforge": "rx/0", "yda": "rx/yada",
    "yadacoin": "rx/yada",
}  # fmt: skip
_FAMILIES = ("cryptonight", "cryptonight-lite", "cryptonight-light", "cryptonight-heavy", "cn", "cn-lite", "cn-heavy")
_SCHEMES = ("", "stratum+tcp", "stratum+ssl", "daemon+http", "daemon+https")
_URL = re.compile(r"(?:([A-Za-z0-9+.-]*)://)?(\[[0-9A-Fa-f:.]+\]|[^:/#?\[\]\s]+)(?::([0-9]+)(?:[^0-9].*)?|[/#?].*)?")
_VARIABLE = re.compile(r"\$\{[^}]*\}")


def location(row: Section) -> tuple[str, PoolAddress]:
    """The scheme of its url, and where that leads."""
    url = text(row.get("url"))
    if url is None:
        raise LeftOut("it has no url, so XMRig leaves it out too")
    if "@" in url:
        raise LeftOut("its url holds a user, so XMRig finds no pool there; user and pass have places of their own")
    match = _URL.fullmatch(url)
    if match is None or (match[2].startswith("[") and match[3] is None):
        raise LeftOut("its url is not host:port")
    scheme = (match[1] or "").lower()
    if scheme not in _SCHEMES:
        raise LeftOut(f"XMRig does not know {scheme}:// and leaves it out too; stratum+ssl:// stands for TLS")
    try:
        address = parse_pool(f"{match[2]}:{match[3] or 3333}")  # XMRig's own default
    except ValueError as error:
        raise LeftOut(f"its url is not host:port ({error})") from error
    daemon = scheme.startswith("daemon") or (row.get("daemon") is True and text(row.get("self-select")) is None)
    tls = row.get("tls") is True or scheme in ("stratum+ssl", "daemon+https")
    if daemon:
        scheme = "daemon+https" if tls else "daemon+http"
    elif scheme and tls:
        scheme = "stratum+ssl"
    return scheme, address._replace(tls=tls, daemon=daemon)


def wallet(raw: object, tell: Tell) -> str:
    """Its user."""
    if raw is not None and not isinstance(raw, str):
        tell("user", f"it is not text, so XMRig itself sends {NOBODY!r}")
    login = text(raw)
    variable = _VARIABLE.search(login or "")
    if login is None or variable is None:
        return login or NOBODY
    address = re.match(r"([^.+/=@#$]{20,})[.+/]", login)
    if address is not None:
        tell("user", f"{variable[0]} is not expanded here, so what follows the address is left out")
        return address[1]
    tell("user", f"{variable[0]} is not expanded here; put the address itself there before you start it")
    return login


def word(raw: object, key: str, most: int, consequence: str, tell: Tell) -> str | None:
    """A text that is sent to the pool as it stands."""
    value, issue = text(raw), None
    if raw is not None and not isinstance(raw, str):
        issue = "it is not text, so XMRig takes it for absent too"
    elif value is None:
        return None
    elif variable := _VARIABLE.search(value):
        issue = f"{variable[0]} is not expanded here"
    elif len(value) > most:
        issue = f"it is longer than {most} characters"
    else:
        try:
            return plain(value)
        except ValueError as error:
            issue = f"it {error}"
    tell(key, f"{issue}; {consequence}")
    return None


def fingerprint(raw: object, tls: bool, tell: Tell) -> str | None:
    """Of the pool's certificate."""
    value = re.sub(r"[:\s]", "", text(raw) or "")
    if not value:
        return None
    if tls and re.fullmatch(r"[0-9A-Fa-f]{64}", value):
        return value
    issue = "it is not 64 hexadecimal digits, so TLS hides the traffic but does not prove who the pool is"
    tell("tls-fingerprint", issue if tls else "TLS is off there, so there is no certificate to compare")
    return None


def proxy(raw: object) -> str | None:
    """Its socks5: host:port, a URL, or a port of this machine."""
    if raw in (None, False, "", 0):
        return None
    value = str(raw).strip() if isinstance(raw, int | str) and raw is not True else ""
    if value.isdecimal():
        value = f"127.0.0.1:{value}"
    url = "socks5://" + re.sub(r"^socks5h?://|[/#].*$", "", value, flags=re.IGNORECASE)
    try:
        parse_proxy(url)
    except ValueError:
        raise LeftOut("its socks5 is not host:port, and without a proxy the pool would see your address") from None
    return url


def algorithm_of(row: Section, top: Section, tell: Tell, tell_all: Tell) -> str | None:
    """Its own algorithm, or the one for all pools of XMRig 2, beside which stood the `variant` of a pool."""
    value, variant = text(row.get("algo")), row.get("variant")
    if value is None:
        value = text(top.get("algo")) or ("cryptonight" if variant is not None else None)
        if value is not None and value.lower() in _FAMILIES:
            if variant in (None, -1, "-1", "auto", ""):
                tell_all("algo", f"XMRig 2 chose the variant of {value} by the block; here the pool says the algorithm")
                return None
            value = f"{value}/{'r' if variant in (4, '4') else variant}"
    if value is None:
        return None
    name = algorithm.canonical(value)
    if name in ALGORITHMS:
        return name
    tell("algo", f"XMRig does not compute {value[:40]}, or no longer; the pool says the algorithm")
    return None


def coin_and_algorithm(
    raw: object, algo: str | None, login: str, solo: bool, tell: Tell
) -> tuple[str | None, str | None]:
    """The coin that is paid and the algorithm. XMRig's coin chooses the algorithm alone, whatever the pool pays."""
    coin = text(raw.get("coin") if isinstance(raw, dict) else raw)
    chosen = _COINS.get((coin or "").lower())
    if coin is not None and chosen is None:
        rest = "" if algo else "; the pool says the algorithm"
        tell("coin", f"XMRig knows no {coin[:40]} and ignores it{rest}")
        coin = None
    if coin is None:
        return (_coin_of_wallet(login, algo) if solo else None), algo
    if solo or (is_placeholder(login) and login != NOBODY) or _is_account(coin, login):
        return coin, algo
    return None, algo or chosen


def algorithm_of_coin(coin: str | None) -> str | None:
    """What XMRig computes for a coin; None for one that it does not know."""
    return _COINS.get((coin or "").lower())


def _is_account(coin: str, login: str) -> bool:
    listed = coin_of(coin)
    try:
        return listed is not None and account(listed, address_of(login)).proven
    except ValueError:
        return False


def _coin_of_wallet(login: str, algo: str | None) -> str | None:
    """What XMRig does without a coin: it looks at the address."""
    names = [coin.name.lower() for coin in almost(address_of(login)) if coin.name.lower() in _COINS]
    if not names and algo is None:
        raise LeftOut("solo mining needs a coin, and its user is no address of one that XMRig knows")
    return names[0] if names else None
