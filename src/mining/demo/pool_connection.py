"""The demo miner's way to its pools: one connection, and which pool it goes to when one fails."""

import asyncio
import itertools
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, Self

from mining.demo.stratum import LINE_LIMIT, Job, decode, encode, read_job
from mining.foundation.tasks import end, owned

_CONNECT = 5.0  # s to connect, and again to log in


@dataclass(frozen=True)
class DemoPoolEntry:
    """One pool and how to log in there."""

    host: str
    port: int
    login: str
    password: str
    rig: str

    @property
    def endpoint(self) -> str:
        """host:port, with brackets around an IPv6 host."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True)
class Pace:
    """How patient the miner is, in seconds."""

    pause: float = 2.0  # between two rounds through all pools
    keepalive: float = 30.0  # of silence before it asks whether the pool is there
    answer: float = 10.0  # for the pool to answer anything
    recheck: float = 10.0  # between two looks whether a pool that is preferred answers again


class Unusable(Exception):
    """Why there is no working with a pool; `refused` when it answered and did not want us."""

    def __init__(self, text: str, refused: bool = False) -> None:
        super().__init__(text)
        self.refused = refused


class PoolWatcher(Protocol):
    """Who is told what happens on the way to the pools."""

    def connected(self, pool: DemoPoolEntry) -> None:
        """A pool took the login."""

    def failed(self, pool: DemoPoolEntry, problem: Unusable) -> None:
        """A pool could not be reached, or refused."""

    def lost(self, pool: DemoPoolEntry, why: str) -> None:
        """An established connection ended."""

    def job(self, pool: DemoPoolEntry, job: Job) -> None:
        """There is new work."""


class PoolConnection:
    """A login at one pool."""

    def __init__(self, pool: DemoPoolEntry, pace: Pace) -> None:
        self.pool, self._pace = pool, pace
        self._ids = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._session: str | None = None
        self.first_job: Job | None = None

    async def open(self, agent: str) -> Self:
        """Connect and log in; Unusable says why not."""
        pool = self.pool
        try:
            async with asyncio.timeout(_CONNECT):
                self._reader, self._writer = await asyncio.open_connection(pool.host, pool.port, limit=LINE_LIMIT)
        except TimeoutError:
            raise Unusable("no answer") from None
        except OSError as error:
            raise Unusable((error.strerror or str(error)).lower()) from None
        try:
            await self._login(agent)
        except BaseException:
            self.close()
            raise
        return self

    async def _login(self, agent: str) -> None:
        pool = self.pool
        params = {"login": pool.login, "pass": pool.password, "agent": agent, "rigid": pool.rig, "algo": ["sha256d"]}
        try:
            async with asyncio.timeout(_CONNECT):
                self._writer.write(
                    encode({"id": next(self._ids), "jsonrpc": "2.0", "method": "login", "params": params})
                )
                message = decode(await self._reader.readuntil(b"\n"))
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            raise Unusable("it did not answer the login") from None
        if message is None:
            raise Unusable("it does not speak stratum")
        if message.get("error"):
            raise Unusable(self._plain(message["error"]), refused=True)
        result = message.get("result")
        if not isinstance(result, dict) or not isinstance(result.get("id"), str):
            raise Unusable("it does not speak stratum")
        self._session, self.first_job = result["id"], read_job(result.get("job"))
        if self.first_job is None or self.first_job.algo not in ("", "sha256d"):
            raise Unusable("it has no sha256d job", refused=True)

    def _plain(self, error: object) -> str:
        """A pool's error as one harmless line without the login in it."""
        reason = error.get("message") if isinstance(error, dict) else error
        text = str(reason)[:200].replace(self.pool.login, "…")
        return "".join(character for character in text if character.isprintable()) or "no reason given"

    def close(self) -> None:
        """Hang up."""
        self._writer.close()
        for waiting in self._waiting.values():
            waiting.cancel()

    async def submit(self, job: str, nonce: str, result: str) -> str | None:
        """Hand in a share; why it was refused, or None when it was accepted. Unusable when no answer came."""
        params = {"id": self._session, "job_id": job, "nonce": nonce, "result": result, "algo": "sha256d"}
        error = (await self._request("submit", params)).get("error")
        return self._plain(error) if error else None

    async def _request(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        number = next(self._ids)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            self._writer.write(encode({"id": number, "jsonrpc": "2.0", "method": method, "params": params}))
            async with asyncio.timeout(self._pace.answer):
                return await answer
        except (OSError, TimeoutError):
            self.close()
            raise Unusable("it does not answer") from None
        finally:
            self._waiting.pop(number, None)

    async def listen(self, new_job: Callable[[Job], None]) -> str:
        """Take what the pool says until the connection ends; why it ended."""
        while True:
            try:
                line = await self._line()
            except TimeoutError:
                return "it does not answer"
            except (OSError, asyncio.IncompleteReadError):
                return "the connection was closed"
            except asyncio.LimitOverrunError:
                return "it sent too long a line"
            if (message := decode(line)) is None:
                return "it sent garbage"
            self._take(message, new_job)

    async def _line(self) -> bytes:
        """The next line; whoever is quiet for long is asked for one. TimeoutError when none comes."""
        try:
            async with asyncio.timeout(self._pace.keepalive):
                return await self._reader.readuntil(b"\n")
        except TimeoutError:
            keepalive = {
                "id": next(self._ids),
                "jsonrpc": "2.0",
                "method": "keepalived",
                "params": {"id": self._session},
            }
            self._writer.write(encode(keepalive))
            async with asyncio.timeout(self._pace.answer):
                return await self._reader.readuntil(b"\n")

    def _take(self, message: dict[str, Any], new_job: Callable[[Job], None]) -> None:
        number = message.get("id")
        if message.get("method") == "job":
            if (job := read_job(message.get("params"))) is not None:
                new_job(job)
        elif isinstance(number, int) and (waiting := self._waiting.get(number)) and not waiting.done():
            waiting.set_result(message)


class Failover:
    """Keeps to the first pool that works, and goes back to an earlier one when that works again."""

    def __init__(self, pools: Sequence[DemoPoolEntry], pace: Pace, agent: str, watcher: PoolWatcher) -> None:
        self._pools, self._pace, self._agent, self._watcher = pools, pace, agent, watcher
        self.connection: PoolConnection | None = None

    async def keep_connected(self) -> None:
        """Be connected whenever that is possible; never ends by itself."""
        while True:
            connection = await self._first_of(self._pools)
            while connection is not None:
                connection = await self._stay(connection)
            await asyncio.sleep(self._pace.pause)

    async def _first_of(self, pools: Sequence[DemoPoolEntry], quiet: bool = False) -> PoolConnection | None:
        for pool in pools:
            try:
                return await PoolConnection(pool, self._pace).open(self._agent)
            except Unusable as problem:
                if not quiet:
                    self._watcher.failed(pool, problem)
        return None

    async def _stay(self, connection: PoolConnection) -> PoolConnection | None:
        """Work with one pool; ends with a connection to a better one, or None when this one is lost."""
        pool = connection.pool
        self.connection = connection
        self._watcher.connected(pool)
        if connection.first_job is not None:
            self._watcher.job(pool, connection.first_job)
        serve = owned("pool", connection.listen(lambda job: self._watcher.job(pool, job)))
        scout = owned("pool-scout", self._better_than(pool))
        try:
            await asyncio.wait((serve, scout), return_when=asyncio.FIRST_COMPLETED)
            if scout.done():
                return scout.result()
            self._watcher.lost(pool, serve.result())
            return None
        finally:
            self.connection = None
            connection.close()
            with suppress(asyncio.CancelledError):
                await end(serve, scout)

    async def _better_than(self, pool: DemoPoolEntry) -> PoolConnection | None:
        preferred = self._pools[: self._pools.index(pool)]
        if not preferred:
            await asyncio.Event().wait()
        while True:
            await asyncio.sleep(self._pace.recheck)
            if (better := await self._first_of(preferred, quiet=True)) is not None:
                return better
