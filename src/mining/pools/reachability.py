"""Whether a pool accepts a connection: only that, not one byte more, and only where a pool may be tested."""

import asyncio
import errno
from asyncio import StreamWriter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from ipaddress import ip_address

from python_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError
from python_socks.async_.asyncio import Proxy

from mining.domain.destination import forbidden_address, forbidden_port
from mining.domain.errors import PoolUnreachable
from mining.domain.message import enumerated, phrase
from mining.domain.pool import Pool, PoolAddress, parse_proxy
from mining.domain.units import figure
from mining.foundation.tasks import end, owned
from mining.pools.network import Internet, Network, NoWay, checked_addresses

TIMEOUT = 3.0  # seconds for all pools together
_LATE = phrase("reach.no_answer", seconds=figure(TIMEOUT))
ADDRESSES = 4  # of one name that are tried
_REFUSED = phrase("reach.refused")
_REPLIES = {  # of a proxy
    2: phrase("reach.proxy_forbids"),
    3: phrase("reach.proxy_no_network"),
    4: phrase("reach.proxy_no_host"),
    5: _REFUSED,
    6: phrase("reach.proxy_no_answer"),
}
_ERRORS = {  # of this system, which has words of its own for each
    errno.ENETUNREACH: phrase("reach.no_network"),
    errno.EHOSTUNREACH: phrase("reach.no_host"),
    errno.ETIMEDOUT: phrase("reach.timed_out"),
    errno.ECONNRESET: phrase("reach.reset"),
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
    issues = {pool.address.endpoint: problems.get(pool.address.endpoint, _LATE) for pool in pools}
    raise unreachable(issues, suggestion=phrase("reach.none.way_out"))


def unreachable(issues: Mapping[str, str], **details: str) -> PoolUnreachable:
    """That none of these pools accepts a connection, and why."""
    each = enumerated(phrase("doctor.pools.failing", endpoint=endpoint, why=why) for endpoint, why in issues.items())
    return PoolUnreachable(phrase("reach.none", issues=each), pools=dict(issues), **details)


async def reach_each(ways: Sequence[tuple[PoolAddress, str | None]], near: bool = True) -> list[str | None]:
    """What is wrong with each of these pools behind its proxy, None where it takes a connection; all tried at once."""

    async def tried(address: PoolAddress, proxy: str | None) -> str | None:
        try:
            async with asyncio.timeout(TIMEOUT):
                return (await _reach(address, proxy, Internet(), near))[1]
        except TimeoutError:
            return _LATE

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
        return at.endpoint, refused.text if proxy is None else phrase("reach.proxy", why=refused.text)
    except ProxyError as error:  # whose own text may hold what came from there
        why = _REPLIES.get(error.error_code or 0, phrase("reach.proxy_refuses"))
        return at.endpoint, phrase("reach.proxy", why=why)
    except (ProxyConnectionError, ProxyTimeoutError):
        return at.endpoint, phrase("reach.proxy", why=phrase("reach.proxy_gone"))
    except OSError as error:
        if isinstance(error, ConnectionRefusedError):
            return at.endpoint, _REFUSED
        return at.endpoint, _ERRORS.get(error.errno or 0, (error.strerror or str(error)).lower())
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
