"""What texts must not tell: to strangers no wallet and no path, and to nobody what a miner says only to its pool."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mining.domain.config import Config
from mining.domain.payout.credentials import NO_PASSWORD
from mining.domain.payout.login import address_of, mask

HIDDEN = "…"
_PATH = re.compile(r"(?<![\w/.])/(?!/)[\w.+@~-]+(?:/[\w.+@~-]*)*|\b[A-Za-z]:\\\S+")
_ADDRESS = re.compile(r"[A-Za-z0-9]{26,}")  # as long as the shortest address of any coin
_IN_URL = re.compile(r"(?<=://)[^\s/@\"]+(?=@)")  # user and password
_TARGET = re.compile(  # of notifications
    r"\b(?!https?:|stratum|socks5:|ssl:|daemon|solo|tcp:|tls:)([a-z][a-z0-9+]*)://[^\s\"]+"
)
_NAMED_SECRET = re.compile(r"(?i)\b(password|passwd|token|secret|authorization|bearer)(\W{1,3})(?:bearer )?[^\s\"',}]+")
_LONG = 8  # characters from which a secret is hidden inside other words too
_LEAST = 2
# Words of nearly every line that mining programs print: as a worker or a password they hide nothing.
_USUAL = {
    "accepted", "algo", "block", "connect", "connected", "cpu", "cuda", "config", "dataset", "diff",
    "donate", "error", "from", "gpu", "hash", "http", "https", "invalid", "job", "light", "login", "miner",
    "mining", "msr", "net", "new", "none", "opencl", "paused", "password", "pool", "proxy", "randomx",
    "ready", "rejected", "resumed", "rig", "rx", "share", "speed", "ssl", "stratum", "tcp", "tls", "use",
    "user", "worker",
}  # fmt: skip


def public_text(text: str, secrets: Iterable[str] = ()) -> str:
    """A sentence without these secrets, without paths, and without anything as long as an address."""
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, mask(secret))
    return _ADDRESS.sub(lambda match: mask(match[0]), _PATH.sub(HIDDEN, text))


def log_text(text: str) -> str:
    """A line of the daemon's own log without what signs in somewhere, and without whole addresses."""
    text = _NAMED_SECRET.sub(rf"\1\2{HIDDEN}", _TARGET.sub(rf"\1://{HIDDEN}", _IN_URL.sub(HIDDEN, text)))
    return _ADDRESS.sub(_shortened, text)


def _shortened(match: re.Match[str]) -> str:
    return mask(match[0]) if any(sign.isdigit() for sign in match[0]) else match[0]


def secrets_of(config: Mapping[str, Any]) -> set[str]:
    """The logins of a configuration, and the addresses and workers in them."""
    rows = [config, *config.get("pools", ()), config.get("second") or {}]
    wallets = {row["wallet"] for row in rows if row.get("wallet")}
    return wallets | {address_of(wallet) for wallet in wallets} | {row["worker"] for row in rows if row.get("worker")}


def pool_secrets(config: Config) -> list[str]:
    """What a configuration says to its pools and to nobody else: passwords, and workers, which pools take for one.

    A worker that stands in a pool's own name is no secret.
    """
    pools = [pool for _, pool in config.places()]
    hosts = " ".join(pool.address.host for pool in pools)
    workers = [pool.worker for pool in pools if pool.worker and not _forms([pool.worker], hosts)]
    return list(dict.fromkeys([*(pool.password for pool in pools if pool.password), *workers]))


def redaction(secrets: Iterable[str]) -> Callable[[str], str]:
    """What takes these secrets out of a text, however they are quoted there.

    A short one is hidden only where it stands as a word of its own, and what is no secret by its form stays: one
    letter, or a word that every program prints.
    """
    forms = _pattern(secrets)
    if forms is None:
        return lambda text: text
    return lambda text: forms.sub(HIDDEN, text)


def _forms(secrets: Iterable[str], text: str) -> bool:
    forms = _pattern(secrets)
    return forms is not None and forms.search(text) is not None


def _pattern(secrets: Iterable[str]) -> re.Pattern[str] | None:
    parts = []
    for secret in sorted({form for each in secrets for form in _spellings(each)}, key=len, reverse=True):
        if len(secret) < _LEAST or secret.lower() in _USUAL or secret == NO_PASSWORD:
            continue
        bare = re.escape(secret)
        parts.append(bare if len(secret) >= _LONG else rf"(?<![^\W_]){bare}(?![^\W_])")
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def _spellings(secret: str) -> set[str]:
    """As it is, as some write it in JSON, and as it stands in a URL."""
    from urllib.parse import quote

    escaped = re.sub("[<>&]", lambda sign: f"\\u{ord(sign[0]):04x}", secret)
    return {secret, secret.replace("/", "\\/"), escaped, quote(secret, safe="")}
