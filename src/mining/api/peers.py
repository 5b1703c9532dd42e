"""Who is at the other end of a connection, and how many connections may be open."""

from asyncio import BaseTransport
from collections import Counter
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple

from mining.api import limits
from mining.api.envelope import RateLimited
from mining.api.origins import is_loopback
from mining.domain.message import phrase
from mining.foundation.platform import peer_user, user_name
from mining.foundation.sockets import is_unix

Address = tuple[str, int]
_UNIX = "unix:"  # what the peer of a Unix socket begins with; no address on a network does


def unix_peer(transport: BaseTransport) -> Address | None:
    """The user at the other end of a Unix socket, `unix:1000:alice`, as the kernel tells it; None on other sockets."""
    connected = transport.get_extra_info("socket")
    if connected is None or not is_unix(connected):
        return None
    uid = peer_user(connected)
    return f"{_UNIX}{uid}:{user_name(uid)}", 0


class LocalUser(NamedTuple):
    """A user of this machine."""

    uid: int
    name: str


def user_of(peer: str | None) -> LocalUser | None:
    """The user that a peer on a Unix socket is; None for a peer on a network."""
    if peer is None or not peer.startswith(_UNIX):
        return None
    uid, _, name = peer.removeprefix(_UNIX).partition(":")
    return LocalUser(int(uid), name)


def source_of(peer: str | None) -> str | None:
    """Under what an address is counted: of IPv6 its network, which one person has to herself; None: this machine."""
    if peer is None or is_loopback(peer) or user_of(peer) is not None:
        return None
    try:
        address = ip_address(peer.partition("%")[0])
    except ValueError:
        return peer
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return None if address.ipv4_mapped.is_loopback else str(address.ipv4_mapped)
    return f"{IPv6Address(int(address) >> 64 << 64)}/64"


@dataclass
class Peers:
    """The open connections. Those on the Unix socket do not count, so that the owner always gets in."""

    total: int = 0
    _each: Counter[str] = field(default_factory=Counter)  # of other machines, by source

    def enter(self, peer: str) -> RateLimited | None:
        """Count one more connection, or say why it cannot be had."""
        if peer.startswith(_UNIX):
            return None
        if self.total >= limits.MOST_CONNECTIONS:
            return RateLimited(phrase("gate.connections", most=limits.MOST_CONNECTIONS))
        source = source_of(peer)
        if source is not None:
            if self._each[source] >= limits.MOST_OF_A_PEER:
                return RateLimited(phrase("gate.connections_of", most=limits.MOST_OF_A_PEER, source=source))
            self._each[source] += 1
        self.total += 1
        return None

    def leave(self, peer: str) -> None:
        """One that was counted is over."""
        if peer.startswith(_UNIX):
            return
        self.total -= 1
        source = source_of(peer)
        if source is not None:
            self._each[source] -= 1
            if self._each[source] <= 0:
                del self._each[source]
