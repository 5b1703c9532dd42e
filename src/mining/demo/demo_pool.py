"""A small pool on loopback that checks every share, so that a fresh machine mines for real and nothing leaves it."""

import argparse
import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from mining.demo.stratum import LINE_LIMIT, Job, decode, encode, hash_of, meets, next_difficulty, target_of
from mining.foundation.platform import on_end
from mining.foundation.tasks import end, persistent

VERIFIED, UNVERIFIED = "sha256d", "rx/0"
_MOST_CLIENTS = 256
_MOST_UNREAD = 64 * 1024  # bytes a client may leave unread before it is cut off
_IDLE = 300.0  # s
_SEED = "11" * 32


class ShareRefused(Exception):
    """Why a request is answered with an error."""


@dataclass(eq=False)
class _Client:
    writer: asyncio.StreamWriter
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    algo: str | None = None  # None until it logged in
    difficulty: float = 1.0
    jobs: dict[str, Job] = field(default_factory=dict)  # of the present height
    past: set[str] = field(default_factory=set)  # ids of jobs of the height before
    submitted: set[tuple[str, bytes]] = field(default_factory=set)
    work: float = 0.0  # hashes proven since `since`
    shares: int = 0
    since: float = field(default_factory=time.monotonic)


class DemoPool:
    """The pool; a block that listens while it is open, with switches for everything that goes wrong with pools."""

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        difficulty: float = 1_000_000,
        share_seconds: float = 3.0,
        job_seconds: float = 30.0,
        unverified_rx0: bool = False,
        rx0_difficulty: float = 200,
    ) -> None:
        self.host, self.port = host, port
        self.accepted = self.rejected = self.logins = self.connections = 0
        self._start = {VERIFIED: difficulty} | ({UNVERIFIED: rx0_difficulty} if unverified_rx0 else {})
        self._share_seconds, self._job_seconds = share_seconds, job_seconds
        self._height = 1
        self._clients: set[_Client] = set()
        self._serving: set[asyncio.Task[Any]] = set()
        self._refusal: str | None = None
        self._silent = self._garbage = False
        self._server: asyncio.Server | None = None
        self._ticker: asyncio.Task[None] | None = None
        self._new_block()

    async def __aenter__(self) -> Self:
        await self.listen_again()
        self._ticker = persistent("pool-jobs", self._tick)
        return self

    async def __aexit__(self, *_: object) -> None:
        await end(self._ticker)
        await self.stop_listening()
        self.disconnect_all()
        if self._serving:
            await asyncio.wait(self._serving, timeout=5)

    @property
    def connected(self) -> int:
        """How many clients there are now; `connections` counts all there ever were."""
        return len(self._clients)

    def refuse_logins(self, message: str) -> None:
        """Answer every login with this error."""
        self._refusal = message

    def go_silent(self) -> None:
        """Take connections and lines, and say nothing."""
        self._silent = True

    def send_garbage(self) -> None:
        """Answer every line with noise, and make some at once."""
        self._garbage = True
        for client in self._clients:
            client.writer.write(b"\x00\xff{]] <html>\n")

    def behave(self) -> None:
        """Be a good pool again."""
        self._refusal, self._silent, self._garbage = None, False, False

    def disconnect_all(self) -> None:
        """Close every connection without a word."""
        for client in list(self._clients):
            client.writer.close()

    async def stop_listening(self) -> None:
        """Take no new connections."""
        if self._server:
            self._server.close()
            self._server = None
            await asyncio.sleep(0)

    async def listen_again(self) -> None:
        """Take connections, on the same port as before."""
        if self._server is None:
            self._server = await asyncio.start_server(self._serve, self.host, self.port, limit=LINE_LIMIT)
            self.port = self._server.sockets[0].getsockname()[1]

    def new_block(self) -> None:
        """Make all work so far stale and hand out new."""
        self._new_block()
        for client in self._clients:
            client.past, client.jobs = set(client.jobs), {}
            client.submitted.clear()
            self._send_job(client)

    def _new_block(self) -> None:
        self._height += 1
        moment, stamp = int(time.time()), b""
        while moment > 0x7F:
            stamp, moment = stamp + bytes([moment & 0x7F | 0x80]), moment >> 7
        stamp += bytes([moment])
        self._head = b"\x10\x10" + stamp.ljust(5, b"\0")[:5] + secrets.token_bytes(32)

    async def _tick(self) -> None:
        blocks = time.monotonic()
        while True:
            await asyncio.sleep(min(self._share_seconds, self._job_seconds))
            if time.monotonic() - blocks >= self._job_seconds:
                blocks = time.monotonic()
                self.new_block()
            for client in self._clients:
                self._retarget(client)

    def _retarget(self, client: _Client) -> None:
        seconds = time.monotonic() - client.since
        enough = client.shares >= 4 or seconds > 4 * self._share_seconds
        if client.algo is None or not enough or seconds <= 0:
            return
        wanted = next_difficulty(client.difficulty, client.work, seconds, self._share_seconds)
        client.work, client.shares, client.since = 0.0, 0, time.monotonic()
        if not 0.7 < wanted / client.difficulty < 1.4:
            client.difficulty = wanted
            self._send_job(client)

    def _job(self, client: _Client) -> Job:
        if client.algo is None:
            raise ShareRefused("Unauthenticated")
        blob = self._head + bytes(4) + secrets.token_bytes(32) + b"\x01"
        seed = _SEED if client.algo == UNVERIFIED else None
        job = Job(secrets.token_hex(6), blob, target_of(client.difficulty), client.algo, self._height, seed)
        client.jobs[job.id] = job
        return job

    def _send_job(self, client: _Client) -> None:
        if client.algo is not None and not self._silent and not self._garbage:
            self._write(client, {"jsonrpc": "2.0", "method": "job", "params": self._job(client).to_wire()})

    def _write(self, client: _Client, message: object) -> None:
        client.writer.write(encode(message))
        if client.writer.transport.get_write_buffer_size() > _MOST_UNREAD:
            client.writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client = _Client(writer)
        task = asyncio.current_task()
        if task is not None:
            self._serving.add(task)
            task.add_done_callback(self._serving.discard)
        self.connections += 1
        if len(self._clients) >= _MOST_CLIENTS:
            writer.close()
            return
        self._clients.add(client)
        try:
            while True:
                async with asyncio.timeout(_IDLE):
                    line = await reader.readuntil(b"\n")
                if self._garbage:
                    writer.write(b"]]}{ \xfe\xff not json\n")
                elif not self._silent:
                    self._answer(client, line)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError, TimeoutError):
            return  # gone, too long a line, or asleep: for a pool all the same
        finally:
            self._clients.discard(client)
            writer.close()

    def _answer(self, client: _Client, line: bytes) -> None:
        message = decode(line)
        if message is None:
            client.writer.close()
            return
        head = {"id": message.get("id"), "jsonrpc": "2.0"}
        methods: dict[object, Callable[[_Client, dict[str, Any]], Any]] = {
            "login": self._login,
            "submit": self._submit,
            "keepalived": lambda _client, _params: {"status": "KEEPALIVED"},
        }
        method, params = message.get("method"), message.get("params")
        try:
            handler = methods.get(method) if isinstance(method, str) else None
            if handler is None or not isinstance(params, dict):
                raise ShareRefused("Invalid method" if handler is None else "Invalid params")
            self._write(client, head | {"error": None, "result": handler(client, params)})
        except ShareRefused as refusal:
            self._write(client, head | {"error": {"code": -1, "message": str(refusal)}})
            if method == "login":  # as pools do: whoever is refused has to come again
                client.writer.close()

    def _login(self, client: _Client, params: dict[str, Any]) -> dict[str, Any]:
        if self._refusal is not None:
            raise ShareRefused(self._refusal)
        if not isinstance(params.get("login"), str) or not params["login"]:
            raise ShareRefused("Missing login")
        offered = params.get("algo", [VERIFIED])
        algo = next((a for a in self._start if isinstance(offered, list) and a in offered), None)
        if algo is None:
            raise ShareRefused("No algorithm in common")
        self.logins += 1
        client.algo, client.difficulty, client.since = algo, self._start[algo], time.monotonic()
        job = self._job(client).to_wire()
        return {"id": client.id, "job": job, "extensions": ["algo", "keepalive"], "status": "OK"}

    def _submit(self, client: _Client, params: dict[str, Any]) -> dict[str, Any]:
        try:
            job = self._checked(client, params)
        except ShareRefused:
            self.rejected += 1
            raise
        self.accepted += 1
        client.work += job.difficulty
        client.shares += 1
        return {"status": "OK"}

    def _checked(self, client: _Client, params: dict[str, Any]) -> Job:
        if client.algo is None or params.get("id") != client.id:
            raise ShareRefused("Unauthenticated")
        job_id = params.get("job_id")
        job = client.jobs.get(job_id) if isinstance(job_id, str) else None
        if job is None or not isinstance(job_id, str):
            raise ShareRefused(
                "Block expired" if isinstance(job_id, str) and job_id in client.past else "Invalid job id"
            )
        try:
            nonce, result = bytes.fromhex(params["nonce"]), bytes.fromhex(params["result"])
        except (KeyError, TypeError, ValueError):
            raise ShareRefused("Malformed share") from None
        if len(nonce) != 4 or len(result) != 32:
            raise ShareRefused("Malformed share")
        if (job.id, nonce) in client.submitted:
            raise ShareRefused("Duplicate share")
        if job.algo == VERIFIED and hash_of(job.blob, nonce) != result:
            raise ShareRefused("Invalid share")
        if not meets(result, job.target):
            raise ShareRefused("Low difficulty share")
        client.submitted.add((job.id, nonce))
        return job


async def _run(options: argparse.Namespace) -> None:
    ended = asyncio.Event()
    on_end(asyncio.get_running_loop(), ended.set)
    async with DemoPool(
        options.host,
        options.port,
        difficulty=options.difficulty,
        share_seconds=options.share_seconds,
        job_seconds=options.job_seconds,
        unverified_rx0=options.unverified_rx0,
    ) as pool:
        print(f"listening on {pool.host}:{pool.port}", flush=True)
        await ended.wait()


def main() -> None:
    """Run the pool until it is told to end."""
    parser = argparse.ArgumentParser(prog="demo-pool", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", choices=["127.0.0.1", "::1", "localhost"])
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--difficulty", type=float, default=1_000_000, help="of a client's first job")
    parser.add_argument("--share-seconds", type=float, default=3.0, help="what each client's difficulty aims at")
    parser.add_argument("--job-seconds", type=float, default=30.0, help="between blocks")
    parser.add_argument("--unverified-rx0", action="store_true", help="serve rx/0 too, believing the claimed hashes")
    asyncio.run(_run(parser.parse_args()))


if __name__ == "__main__":
    main()
