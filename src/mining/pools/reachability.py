"""Whether a pool accepts a connection: only that, not one byte more, and only where a pool may be tested."""

import asyncio
from asyncio import StreamWriter
from collections.abc import Sequence
from contextlib import suppress
from ipaddress import ip_address

from python_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError
from python_socks.async_.asyncio import Proxy

from mining.domain.destination import forbidden_address, forbidden_port
from mining.domain.errors import PoolUnreachable
from mining.domain.pool import Pool, PoolAddress, parse_proxy
from mining.foundation.tasks import end, owned
from mining.pools.network import Internet, Network, NoWay, checked_addresses

TIMEOUT = 3.0  # seconds for all pools together
ADDRESSES = 4  # of one name that are tried
_REPLIES = {
    2: "it may not connect there",
    3: "it does not reach that network",
    4: "it does not reach that host",
    5: "connection refused",
    6: "no answer",
}


async def reach_any(pools: Sequence[Pool], network: Network | None = None, near: bool = True) -> None:
    """Return as soon as one pool accepts a connection, through its proxy; PoolUnreachable says what each one did."""
    out = network or Internet()
    attempts = [owned(f"reach {pool.pool}", _reach(pool.address, pool.proxy, out, near)) for pool in pools]
    problems: dict[str, str] = {}
    try:
        async with asyncio.timeout(TIMEOUT):
            for attempt in asyncio.as_completed(attempts):
                endpoint, problem = await attempt
                if problem is None:
                    return
                problems[endpoint] = problem
    except TimeoutError:
        pass
    finally:
        await end(*attempts)
    told = {pool.address.endpoint: problems.get(pool.address.endpoint, "no answer within 3 s") for pool in pools}
    raise PoolUnreachable(
        "No pool accepts a connection: " + "; ".join(f"{endpoint}: {problem}" for endpoint, problem in told.items()),
        pools=told,
        suggestion="Check the pool's address and your network, or start with ?force=true to let the miner keep trying.",
    )


async def reach_each(ways: Sequence[tuple[PoolAddress, str | None]], near: bool = True) -> list[str | None]:
    """What is wrong with each of these pools behind its proxy, None where it takes a connection; all tried at once."""

    async def tried(address: PoolAddress, proxy: str | None) -> str | None:
        try:
            async with asyncio.timeout(TIMEOUT):
                return (await _reach(address, proxy, Internet(), near))[1]
        except TimeoutError:
            return "no answer within 3 s"

    different = list(dict.fromkeys(ways))
    problems = dict(zip(different, await asyncio.gather(*(tried(*way) for way in different)), strict=True))
    return [problems[way] for way in ways]


async def _reach(at: PoolAddress, proxy: str | None, network: Network, near: bool) -> tuple[str, str | None]:
    try:
        if proxy is None:
            await _connect(at, await checked_addresses(at, network, near), network)
        else:
            _refuse_beyond(at, near)
            way = parse_proxy(proxy)
            await _through(at, (await checked_addresses(way, network, near))[0], way.port)
    except NoWay as refused:
        return at.endpoint, str(refused) if proxy is None else f"through the proxy: {refused}"
    except ProxyError as error:  # whose own text may hold what came from there
        return at.endpoint, f"through the proxy: {_REPLIES.get(error.error_code or 0, 'it does not let us through')}"
    except (ProxyConnectionError, ProxyTimeoutError):
        return at.endpoint, "through the proxy: it cannot be reached"
    except OSError as error:
        if isinstance(error, ConnectionRefusedError):
            return at.endpoint, "connection refused"
        return at.endpoint, (error.strerror or str(error)).lower()
    return at.endpoint, None


async def _connect(at: PoolAddress, addresses: Sequence[str], network: Network) -> None:
    """Connect to one of the addresses, tried at once: a name's first may be of a network that is not here."""
    tries = [owned(f"connect {address}", _once(network, address, at.port)) for address in addresses[:ADDRESSES]]
    failure: OSError = ConnectionRefusedError()
    try:
        for attempt in asyncio.as_completed(tries):
            try:
                return await attempt
            except OSError as error:
                failure = error
    finally:
        await end(*tries)
    raise failure


async def _once(network: Network, address: str, port: int) -> None:
    writer: StreamWriter = (await network.connect(address, port))[1]
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()


def _refuse_beyond(at: PoolAddress, near: bool) -> None:
    """What a proxy is not asked for; names it resolves itself."""
    refusal = forbidden_port(at.port)
    with suppress(ValueError):
        refusal = refusal or forbidden_address(str(ip_address(at.host)), near)
    if refusal is not None:
        raise NoWay("forbidden", refusal)


async def _through(at: PoolAddress, address: str, port: int) -> None:
    shown = f"[{address}]" if ":" in address else address
    way = Proxy.from_url(f"socks5://{shown}:{port}")
    (await way.connect(dest_host=at.host, dest_port=at.port, timeout=TIMEOUT)).close()
