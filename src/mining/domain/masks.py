"""Masks of secrets such as a URL with a token: they say its scheme, and differ where the secrets do."""

import hmac
import re
from secrets import token_bytes

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,20}://")
OWN_KEY = token_bytes(32)  # of this process, so that nobody can try out guesses; the same secret looks the same in it


def masked(secret: str, mark: str = "") -> str:
    """`discord://…`, and a mark behind it."""
    scheme = _SCHEME.match(secret)
    return f"{scheme[0] if scheme else ''}…{mark}"


def marked(secret: str, key: bytes = OWN_KEY) -> str:
    """`discord://…1a2b3c4d`."""
    return masked(secret, hmac.digest(key, secret.encode("utf-8", "replace"), "sha256").hex()[:8])
