"""Whom a program pays, as its arguments and the files in its run folder say, whatever of the two it is told by.

Its API is not asked for that: while a program mines for its authors, as most do, it may name them there.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mining.domain.adapter import ApiResponse, LaunchContext
from mining.domain.api_response import mapping, parse
from mining.domain.payees import RigPayee, wallet_of
from mining.domain.payout.placeholder import NO_LOGIN
from mining.domain.pool import parse_pool

_INDEX = re.compile(r"\[\d\]")  # before a value of one of several works, as Rigel has it
_HIDDEN = re.compile(r"[x*]{2,}")  # what a program leaves of an argument that it hides from other users
_CLOCKS = "-oc-"  # TT-Miner's flags for clocks, which begin as its flag for a pool does
_MOST = 256

Named = tuple[Sequence[str], Sequence[str], Sequence[str]]  # pools, logins, proxies, in their order


@dataclass(frozen=True)
class PayoutFlags:
    """The spellings of the flags that say who is paid, those of a second work among them.

    The values of a flag stand behind each other, or in one word, divided by commas.
    """

    pools: tuple[str, ...]
    logins: tuple[str, ...]
    proxies: tuple[str, ...] = ()
    both: tuple[str, ...] = ()  # whose value is login:password@host:port
    passed: tuple[str, ...] = ()  # whose value is login:password
    selectors: bool = False  # whether what stands glued to a short flag is no value but a name of the flag


@dataclass(frozen=True)
class ProgramPayout:
    """Fulfils `mining.domain.payout_lock.PayoutReader` for a program of others."""

    flags: PayoutFlags
    file: str | None = None  # of the launch, that names payees
    inside: Callable[[str], Named | None] = lambda text: None  # what that file says; None: it is another file

    @property
    def files(self) -> tuple[str, ...]:
        """The file, where the program has one."""
        return () if self.file is None else (self.file,)

    def in_arguments(self, arguments: Sequence[str], context: LaunchContext) -> Sequence[RigPayee] | None:
        """Whom flags name; nobody where the arguments name our file alone; None where they are no launch of ours."""
        flags = self.flags
        pools, logins, proxies = (
            _values(arguments, names, flags.selectors) for names in (flags.pools, flags.logins, flags.proxies)
        )
        logins += [word.rpartition(":")[0] for word in _values(arguments, flags.passed, flags.selectors)]
        for word in _values(arguments, flags.both, flags.selectors):
            login, _, pool = word.rpartition("://")[2].rpartition("@")
            pools, logins = [*pools, pool], [*logins, login.rpartition(":")[0] or login]
        if any(map(_HIDDEN.fullmatch, logins)):
            return None
        if pools or logins:
            return _payees((pools, logins, proxies))
        ours = str(context.directory / (self.file or ""))
        named = any(word == ours or word.endswith(f"={ours}") for word in arguments)
        return () if self.file is not None and named else None

    def in_file(self, content: bytes) -> Sequence[RigPayee] | None:
        """Whom the file names."""
        named = self.inside(content.decode("utf-8", "replace"))
        return None if named is None else _payees(named)

    def request(self, context: LaunchContext) -> None:
        """It is not asked."""

    def in_reply(self, reply: ApiResponse) -> None:
        """It is not asked."""


def of_json(text: str) -> Named | None:
    """A configuration whose keys are long options, with `pools` of its own keys, or without."""
    body = _body(text)
    if body is None:
        return None
    rows = [mapping(row) for row in _list(body.get("pools"))]
    rows += [{"url": body.get(f"url{which}"), "user": body.get(f"user{which}")} for which in ("", "2")]
    rows = [row for row in rows if row.get("url") or row.get("user")]
    proxies = [proxy] if isinstance(proxy := body.get("proxy"), str) else []
    return [str(row.get("url") or "") for row in rows], [str(row.get("user") or "") for row in rows], proxies


def of_pool_configs(text: str) -> Named | None:
    """BzMiner's: each work has a wallet and several addresses; what is overridden counts as named, too."""
    body = _body(text)
    if body is None or not isinstance(body.get("pool_configs"), list):
        return None
    rows = [mapping(row) for row in _list(body["pool_configs"])]
    pairs = [(str(url), str(row.get("wallet") or "")) for row in rows for url in _list(row.get("url"))]
    over = [(str(url), str(wallet)) for url, wallet in zip(*_overridden(body), strict=True)]
    return [url for url, _ in (*pairs, *over)], [wallet for _, wallet in (*pairs, *over)], []


def _overridden(body: Mapping[str, Any]) -> tuple[list[Any], list[Any]]:
    urls, wallets = (_list(body.get(key)) for key in ("url_override", "wallet_override"))
    most = max(len(urls), len(wallets))
    return urls + [""] * (most - len(urls)), wallets + [""] * (most - len(wallets))


def of_sections(text: str) -> Named | None:
    """nanominer's: a section for each algorithm, with a wallet and pools that are numbered."""
    pools: list[str] = []
    logins: list[str] = []
    for section in re.split(r"(?m)^[ \t]*\[\w+\]", text)[1:]:
        rows = [line.partition("=") for line in section.splitlines()]
        values = [(key.strip().lower(), value.strip()) for key, _, value in rows]
        wallet = next((value for key, value in values if key == "wallet"), "")
        places = [value for key, value in values if re.fullmatch(r"pool\d+", key)] or [""]  # none: its authors' own
        pools += places
        logins += [wallet] * len(places)
    return (pools, logins, []) if pools else None


def _payees(named: Named) -> list[RigPayee]:
    pools, logins, proxies = named
    proxy = _endpoint(proxies[0]) if proxies else ""
    most = min(_MOST, max(len(pools), len(logins)))
    padded = [[*each, *[each[-1] if each else ""] * (most - len(each))] for each in (pools, logins)]
    return [
        RigPayee(wallet_of(login) if login else NO_LOGIN, _endpoint(pool), proxy)
        for pool, login in zip(*padded, strict=True)
    ][:most]


def _values(arguments: Sequence[str], names: Sequence[str], selectors: bool) -> list[str]:
    """What these flags are given: `--user=x`, `--user x`, `-u x` and `-ux`; several where they stand in one word."""
    words: list[str] = []
    for place, word in enumerate(arguments):
        flag, equals, value = word.partition("=")
        selected = selectors and not word.startswith(_CLOCKS) and any(word.startswith(name) for name in names)
        if word in names or selected:
            words += arguments[place + 1 : place + 2]
        elif equals and flag in names:
            words.append(value)
        elif len(word) > 2 and word[1] != "-" and word[:2] in names:
            words.append(word[2:])
    return [part for each in words for part in _INDEX.sub("", each, count=1).split(",")]


def _endpoint(text: str) -> str:
    """host:port, however it is written."""
    plain = text.rpartition("://")[2].rpartition("@")[2].rstrip("/")
    try:
        return parse_pool(plain).endpoint if plain else ""
    except ValueError:
        return plain.lower()


def _body(text: str) -> Mapping[str, Any] | None:
    body = parse(text.encode())
    return body if isinstance(body, dict) else None


def _list(raw: object) -> list[Any]:
    if isinstance(raw, str) and raw.startswith("["):  # BzMiner takes a list in quotes, too
        try:
            raw = json.loads(raw)
        except (ValueError, RecursionError):
            return [raw]
    return list(raw[:_MOST]) if isinstance(raw, list) else [raw] if isinstance(raw, str) and raw else []
