"""The same for programs with asyncio: each request in a thread of its own client, and the WebSocket's frames."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial, wraps
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from mining.client.answers import Frame
from mining.client.client import Client
from mining.client.error import ApiError
from mining.client.json_client import unreachable, unwrapped
from mining.client.values import read

Parameters = ParamSpec("Parameters")
Answered = TypeVar("Answered")
LARGEST = 64 << 20  # bytes of a frame; the first holds all miners


def _awaited(
    method: Callable[Concatenate[Client, Parameters], Answered],
) -> Callable[Concatenate["AsyncClient", Parameters], Awaitable[Answered]]:
    """A method of `Client` that is awaited."""

    @wraps(method)
    async def ask(self: "AsyncClient", /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Answered:
        call = partial(method, self.client, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self.thread, call)

    return ask


class AsyncClient:
    """A daemon, by a client that is used nowhere else: its methods, to be awaited."""

    def __init__(self, client: Client | None = None) -> None:
        self.client = client or Client()
        self.thread = ThreadPoolExecutor(1, "mining-client")  # one connection, one request at a time

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.close)

    def close(self) -> None:
        """Wait for the request under way, then close the connection."""
        self.thread.shutdown()
        self.client.close()

    get = _awaited(Client.get)
    post = _awaited(Client.post)
    put = _awaited(Client.put)
    delete = _awaited(Client.delete)
    health = _awaited(Client.health)
    miners = _awaited(Client.miners)
    miner = _awaited(Client.miner)
    stats = _awaited(Client.stats)
    start = _awaited(Client.start)
    stop = _awaited(Client.stop)
    restart = _awaited(Client.restart)
    pause = _awaited(Client.pause)
    resume = _awaited(Client.resume)
    profiles = _awaited(Client.profiles)
    start_profile = _awaited(Client.start_profile)
    pools = _awaited(Client.pools)
    programs = _awaited(Client.programs)
    events = _awaited(Client.events)

    async def frames(
        self, *topics: str, miners: Iterable[str] = (), every: float | None = None
    ) -> AsyncIterator[Frame]:
        """What the WebSocket says: the snapshot, then each change, or those of some topics and miners.

        With `every` the figures of all miners come together, once in so many seconds. ApiError when the daemon goes.
        """
        from websockets.asyncio.client import connect
        from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

        keys = {"subscribe": topics, "miners": tuple(miners), "every": every}
        wish = {key: value for key, value in keys.items() if value}
        try:
            way = await asyncio.get_running_loop().run_in_executor(self.thread, self.client.live_way)
            async with connect(
                way.url, sock=way.socket, ssl=way.tls, additional_headers=way.headers, max_size=LARGEST, proxy=None
            ) as socket:
                if wish:
                    await socket.send(json.dumps(wish))
                async for message in socket:
                    yield read(Frame, json.loads(message))
        except ConnectionClosed as error:
            raise ApiError("CLOSED", str(error)) from error
        except InvalidStatus as error:
            refused = error.response
            unwrapped(refused.status_code, refused.body, refused.headers.get("X-Request-ID"), self.client.url)
        except (OSError, InvalidHandshake) as error:
            raise unreachable(self.client.url, error) from error
