"""What may be shown to strangers: no full wallet, no path, nothing as long as an address; and what a log may hold."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from mining.domain.payout.login import address_of, mask

_PATH = re.compile(r"(?<![\w/.])/(?!/)[\w.+@~-]+(?:/[\w.+@~-]*)*|\b[A-Za-z]:\\\S+")
_ADDRESS = re.compile(r"[A-Za-z0-9]{26,}")  # as long as the shortest address of any coin

_IN_URL = re.compile(r"(?<=://)[^\s/@\"]+@")  # user and password
_TARGET = re.compile(
    r"\b(?!https?:|stratum|socks5:|ssl:|daemon|solo|tcp:|tls:)([a-z][a-z0-9+]*)://[^\s\"]+"
)  # of notifications
_NAMED_SECRET = re.compile(r"(?i)\b(password|passwd|token|secret|authorization|bearer)(\W{1,3})(?:bearer )?[^\s\"',}]+")


def redacted(text: str) -> str:
    """A line of the daemon's log without what nobody but its owner may use: addresses, passwords, tokens, targets."""
    text = _NAMED_SECRET.sub(r"\1\2…", _TARGET.sub(r"\1://…", _IN_URL.sub("…@", text)))
    return _ADDRESS.sub(lambda match: mask(match[0]), text)


def public_text(text: str, secrets: Iterable[str] = ()) -> str:
    """A sentence without these secrets, without paths, and without anything as long as an address."""
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, mask(secret))
    return _ADDRESS.sub(lambda match: mask(match[0]), _PATH.sub("…", text))


def secrets_of(config: Mapping[str, Any]) -> set[str]:
    """The logins of a configuration, and the addresses and workers in them."""
    said = [config, *config.get("pools", ())]
    wallets = {row["wallet"] for row in said if row.get("wallet")}
    return wallets | {address_of(wallet) for wallet in wallets} | {row["worker"] for row in said if row.get("worker")}
