"""Whether a pool accepts a connection: only that, and not one byte more."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from python_socks import ProxyError, ProxyTimeoutError
from python_socks.async_.asyncio import Proxy

from mining.domain.errors import PoolUnreachable
from mining.domain.pool import Pool, PoolAddress, parse_proxy
from mining.foundation.tasks import end, owned

TIMEOUT = 3.0  # seconds for all pools together


async def reach_any(pools: Sequence[Pool]) -> None:
    """Return as soon as one pool accepts a connection, through its proxy; PoolUnreachable says what each one did."""
    attempts = [owned(f"reach {pool.pool}", _reach(pool.address, pool.proxy)) for pool in pools]
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


async def reach_each(ways: Sequence[tuple[PoolAddress, str | None]]) -> list[str | None]:
    """What is wrong with each of these pools behind its proxy, None where it takes a connection; all tried at once."""

    async def tried(address: PoolAddress, proxy: str | None) -> str | None:
        try:
            async with asyncio.timeout(TIMEOUT):
                return (await _reach(address, proxy))[1]
        except TimeoutError:
            return "no answer within 3 s"

    different = list(dict.fromkeys(ways))
    problems = dict(zip(different, await asyncio.gather(*(tried(*way) for way in different)), strict=True))
    return [problems[way] for way in ways]


async def _reach(address: PoolAddress, proxy: str | None) -> tuple[str, str | None]:
    try:
        if proxy is not None:
            way = parse_proxy(proxy)
            through = Proxy.from_url(f"socks5://{way.endpoint}")
            (await through.connect(dest_host=address.host, dest_port=address.port, timeout=TIMEOUT)).close()
            return address.endpoint, None
        _, writer = await asyncio.open_connection(address.host, address.port)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
        return address.endpoint, None
    except (ProxyError, ProxyTimeoutError) as error:
        return address.endpoint, f"through the proxy: {error}"
    except ConnectionRefusedError:
        return address.endpoint, "connection refused"
    except OSError as error:
        return address.endpoint, (error.strerror or str(error)).lower()
