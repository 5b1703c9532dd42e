"""Looks at every connection of the sender as it is made: whatever a name stood for, here it is an address."""

import socket
import threading
from contextlib import suppress
from ipaddress import IPv6Address, ip_address
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from mining.domain.alerts.target_rules import here
from mining.domain.destination import forbidden_address
from mining.domain.message import phrase


class Forbidden(OSError):
    """A message may not go there."""


class Guard:
    """Hears of what this process does (`sys.addaudithook`), and ends what it must not.

    `proxied`: the operator has named a proxy on this machine for everything.
    """

    def __init__(self, own_ports: frozenset[int], *, proxied: bool = False) -> None:
        self._own_ports = own_ports
        self._proxied = proxied
        self._thread = threading.local()

    def begin(self, here: bool) -> None:
        """From now on this thread sends to a target that is `here`, on this machine by its very name, or not."""
        self._thread.here, self._thread.refusal = here, None

    def refusal(self) -> str | None:
        """Why a connection of this thread was not made."""
        refusal: str | None = self._thread.refusal
        return refusal

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Python tells of everything; what is no connection is none of ours."""
        if event not in ("socket.connect", "socket.sendto"):
            return
        refusal = self._issue(arguments[1])
        if refusal is not None:
            self._thread.refusal = phrase("delivery.not_connected", why=refusal)
            raise Forbidden(refusal)

    def _issue(self, address: Any) -> str | None:
        if not isinstance(address, tuple):
            return phrase("destination.socket")
        host, port = str(address[0]), address[1]
        refusal = forbidden_address(host)
        if refusal is not None:
            return refusal
        if port in self._own_ports and is_own(host):
            return phrase("destination.daemon")
        if is_loopback(host) and not (getattr(self._thread, "here", False) or self._proxied):
            return phrase("destination.unsaid")
        return None


def is_loopback(host: str) -> bool:
    """Whether an address is this machine for itself."""
    address = ip_address(host.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback


def is_own(host: str) -> bool:
    """Whether an address is one of this machine: only then can something of it be bound there."""
    if is_loopback(host):
        return True
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with suppress(OSError), socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.bind((host, 0))
        return True
    return False


def proxied_here() -> bool:
    """Whether the operator has named a proxy on this machine for everything."""
    return any(map(_is_here, getproxies().values()))


def _is_here(proxy: str) -> bool:
    with suppress(ValueError):
        return here((urlsplit(proxy if "://" in proxy else f"http://{proxy}").hostname or "").lower())
    return False


def issue_of(status: int) -> str:
    """What an HTTP status means to the owner of a target."""
    if status in (401, 403):
        return phrase("delivery.refused", status=status)
    if status == 404:
        return phrase("delivery.nobody", status=status)
    if status == 429:
        return phrase("delivery.too_many", status=status)
    if 300 <= status < 400:
        return phrase("delivery.moved", status=status)
    if status >= 500:
        return phrase("delivery.own_problem", status=status)
    return phrase("delivery.not_taken_status", status=status)
