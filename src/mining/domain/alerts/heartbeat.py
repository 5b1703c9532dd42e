"""The sign of life that somebody outside waits for: where it may go, and what it says."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from mining.domain.alerts.target_rules import Place, here, place_issue
from mining.domain.attention.item import AttentionItem
from mining.domain.message import phrase
from mining.domain.payout.private_host import is_private

LASTS = timedelta(seconds=60)  # what is over sooner is no failure
MOST = 10  # lines of what is wrong


class Beat(NamedTuple):
    """One request: a GET while all is well, a POST with what is wrong."""

    url: str
    body: str | None = None


def heartbeat_issue(url: str, *, by_hand: bool, own_ports: Collection[int] = ()) -> str | None:
    """Why no sign of life may go there, in words without the address; `by_hand`: it stands in the operator's file."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return phrase("fault.heartbeat_url", example="https://hc-ping.com/UUID")
    host = (parts.hostname or "").rstrip(".")
    usable = parts.scheme in ("http", "https") and host and not parts.fragment
    if not usable or not url.isascii() or any(sign <= " " for sign in url):
        return phrase("fault.heartbeat_url", example="https://hc-ping.com/UUID")
    if parts.username is not None:
        return phrase("fault.heartbeat_login")
    if issue := place_issue(Place(host, port), own_ports):
        return issue
    if by_hand:
        return None
    if parts.scheme != "https":
        return phrase("fault.target_plain", scheme="https")
    return phrase("fault.target_near") if here(host) or _near(host) else None


def beat_of(url: str, items: Sequence[AttentionItem], now: datetime) -> Beat | None:
    """What to send: `…/fail` with what is wrong, where something is that does not work.

    An address with a query takes no `/fail`: nothing is sent then, so that the silence tells it.
    """
    wrong = [each for each in items if each.severity == "error" and now - each.since >= LASTS]
    if not wrong:
        return Beat(url)
    if "?" in url:
        return None
    lines = [f"{each.miner}: {each.text}" if each.miner else each.text for each in wrong[:MOST]]
    return Beat(f"{url.rstrip('/')}/fail", "\n".join(lines))


def _near(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return is_private(host)
