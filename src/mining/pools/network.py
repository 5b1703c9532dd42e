"""The only way out to pools: a name is resolved once, every address of it is checked, and connected to as checked."""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import Sequence
from typing import Literal, Protocol

from mining.domain.destination import forbidden_address, forbidden_port
from mining.domain.message import phrase
from mining.domain.pool import PoolAddress


class Network(Protocol):
    """The only way out."""

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a host, best first; OSError when there are none."""

    async def connect(self, address: str, port: int) -> tuple[StreamReader, StreamWriter]:
        """A connection to an address; OSError otherwise."""


class Internet:
    """This machine's network (fulfils Network)."""

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a host, best first."""
        import socket

        addresses = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(row[4][0]) for row in addresses))

    async def connect(self, address: str, port: int) -> tuple[StreamReader, StreamWriter]:
        """A connection to an address."""
        return await asyncio.open_connection(address, port)


class NoWay(Exception):
    """Nobody may be, or can be, connected to there; the text says why."""

    def __init__(self, result: Literal["forbidden", "unresolved"], text: str) -> None:
        super().__init__(text)
        self.text = text
        self.result: Literal["forbidden", "unresolved"] = result


async def checked_addresses(at: PoolAddress, network: Network, near: bool = True) -> Sequence[str]:
    """Where a pool may be connected to; NoWay otherwise. A name with one forbidden address is refused as a whole.

    `near`: also on this machine and its private network.
    """
    refusal = forbidden_port(at.port)
    if refusal is not None:
        raise NoWay("forbidden", refusal)
    try:
        addresses = await network.resolve(at.host, at.port)
    except (OSError, UnicodeError) as error:
        raise NoWay("unresolved", phrase("reach.no_name")) from error
    for address in addresses:
        refusal = forbidden_address(address, near)
        if refusal is not None:
            raise NoWay("forbidden", refusal)
    if not addresses:
        raise NoWay("unresolved", phrase("reach.no_name"))
    return addresses
