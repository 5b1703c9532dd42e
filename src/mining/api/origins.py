"""Hosts and origins as headers spell them: which of them can only be this machine, and which are no host at all."""

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9_])?)(?::([0-9]{1,5}))?")
_ORIGIN = re.compile(r"(https?)://(.+)")
_LOCAL_NAME = re.compile(r"(?:[a-z0-9_-]+\.)*localhost")
_NUMERIC = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")  # what a resolver may take for an IPv4 address


def host_name(host: str) -> str | None:
    """The name in a Host header, in lower case and without its port; None when it is none."""
    match = _HOST.fullmatch(host)
    return match[1].lower() if match is not None and _port_fits(match[2]) else None


def is_address(name: str) -> bool:
    """Whether a name is, or could be taken for, an IP address."""
    return name.startswith("[") or _NUMERIC.fullmatch(name) is not None


def address_in(name: str) -> IPv4Address | IPv6Address | None:
    """The address that a name spells in full; None for the tricks that only some resolvers understand."""
    try:
        return IPv6Address(name[1:-1]) if name.startswith("[") else IPv4Address(name)
    except ValueError:
        return None


def is_local_name(name: str) -> bool:
    """Whether a name is `localhost` or ends in it."""
    return _LOCAL_NAME.fullmatch(name) is not None


def is_loopback(host: str) -> bool:
    """Whether a host, bracketed or not, can only be this machine."""
    name = host.strip("[]").lower()
    if is_local_name(name):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def normal_origin(text: str) -> str | None:
    """`scheme://host:port`, lower case and with the port always told; None for everything else, `null` included."""
    match = _ORIGIN.fullmatch(text.lower())
    host = _HOST.fullmatch(match[2]) if match else None
    if match is None or host is None or not _port_fits(host[2]):
        return None
    return f"{match[1]}://{host[1]}:{int(host[2] or (443 if match[1] == 'https' else 80))}"


def listed_origins(texts: Iterable[str]) -> list[str]:
    """The origins that an operator names, without `*`; a slash at the end is forgiven. ValueError for what is none."""
    listed = []
    for text in texts:
        origin = normal_origin(text.removesuffix("/"))
        if origin is not None:
            listed.append(origin)
        elif text != "*":
            raise ValueError(
                f"--cors-origin {text!r} is no origin; write https://pool.example or http://localhost:3000"
            )
    return listed


def _port_fits(port: str | None) -> bool:
    return port is None or 1 <= int(port) <= 65535
