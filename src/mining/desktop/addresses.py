"""Addresses of the dashboard, and which ones are the daemon's own. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

_INSIDE = ("blob", "data", "devtools", "qrc", "about")  # schemes that ask no server
_WEB = ("http", "https")


def page_of(url: str) -> str:
    """The dashboard beside an API."""
    return f"{origin_of(url)}/"


def profile_page(page: str, profiles: Sequence[Mapping[str, Any]], name: str) -> str:
    """The dashboard's page of a profile; the list where there is none of that name or id."""
    profile_id = id_of(profiles, name)
    return f"{page}#/profiles/{quote(profile_id, safe='')}" if profile_id else f"{page}#/profiles"


def id_of(profiles: Sequence[Mapping[str, Any]], name: str) -> str | None:
    """The id of a profile that is called by its name or id."""
    return next((each["id"] for each in profiles if name in (each["id"], each["name"])), None)


def stays(url: str, origin: str) -> bool:
    """Whether an address is of the daemon, or asks no server."""
    return urlsplit(url).scheme in _INSIDE or origin_of(url) == origin


def opens_outside(url: str) -> bool:
    """Whether a page may hand an address to the system: a browser's alone, for others start other programs."""
    return urlsplit(url).scheme in _WEB


def origin_of(url: str) -> str:
    """Scheme, host and port; a WebSocket is of its page's origin."""
    parts = urlsplit(url)
    scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
    return f"{scheme}://{parts.netloc}"
