"""What may be shown to strangers: no full wallet, no path, nothing as long as an address."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from mining.domain.payout.login import address_of, mask

_PATH = re.compile(r"(?<![\w/.])/(?!/)[\w.+@~-]+(?:/[\w.+@~-]*)*|\b[A-Za-z]:\\\S+")
_ADDRESS = re.compile(r"[A-Za-z0-9]{26,}")  # as long as the shortest address of any coin


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
