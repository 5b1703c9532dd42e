"""Our own programs as real processes, started as their adapters say, for the tests that watch them."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Self

from mining.domain.adapter import ApiResponse, LaunchContext, MinerType, Reading, Unreadable
from mining.domain.config import Config

TOKEN = "5" * 64


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def a_context(directory: Path, port: int = 0) -> LaunchContext:
    """A place for one run."""
    return LaunchContext(
        name="test",
        directory=directory,
        program=Path(sys.executable),
        api_port=port or free_port(),
        api_token=TOKEN,
        run_id="run-1",
        cpus=2,
    )


def a_config(pool: str = "127.0.0.1:3333", **fields: Any) -> Config:
    """A configuration; fields as JSON spells them."""
    return Config.model_validate_json(json.dumps({"pool": pool, "wallet": "a-wallet", **fields}))


async def until(true: Callable[[], object | Awaitable[object]], seconds: float = 60.0) -> None:
    """Wait until something is true; fail when that takes too long."""
    end = time.monotonic() + seconds
    while True:
        result = true()
        if await result if isinstance(result, Awaitable) else result:
            return
        assert time.monotonic() < end, f"still not true after {seconds} s"
        await asyncio.sleep(0.05)


def alive(pid: int) -> bool:
    """Whether a process runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


class Program:
    """One process; a block at whose end it is dead."""

    def __init__(self, kind: MinerType, config: Config, directory: Path, **more: Any) -> None:
        self.kind, self.context = kind, a_context(directory)
        self._launch, self._log = kind.launch(config, self.context), directory / "console.log"
        for name, content in self._launch.files.items():
            body = json.loads(content) | more
            (directory / name).write_text(json.dumps(body))

    async def __aenter__(self) -> Self:
        descriptor = os.open(self._log, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        self.lock = os.open(self.context.directory / "lock", os.O_CREAT | os.O_RDWR, 0o600)
        self.process = subprocess.Popen(
            self._launch.argv,
            cwd=self.context.directory,
            stdin=subprocess.DEVNULL,
            stdout=descriptor,
            stderr=descriptor,
            start_new_session=True,
            pass_fds=(self.lock,),
        )
        os.close(descriptor)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.lock)

    @property
    def text(self) -> str:
        """All it has said."""
        return self._log.read_text()

    def signs(self) -> list[str]:
        """The kinds of the signs in all it has said."""
        return [sign.kind for line in self.text.splitlines() if (sign := self.kind.log_signal(line))]

    async def ended(self, seconds: float = 60.0) -> int:
        """Its exit code, once it has ended."""
        await until(lambda: self.process.poll() is not None, seconds)
        return int(self.process.returncode)

    async def request(
        self, method: str = "GET", path: str = "/summary", token: str = TOKEN, timeout: float = 30.0
    ) -> ApiResponse | None:
        """What its API answers; None when it does not."""
        try:
            async with asyncio.timeout(timeout):
                reader, writer = await asyncio.open_connection("127.0.0.1", self.context.api_port)
                writer.write(f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
                raw = await reader.read(-1)
                writer.close()
        except (OSError, TimeoutError):
            return None
        head, _, body = raw.partition(b"\r\n\r\n")
        return ApiResponse(int(head.split()[1]), body)

    async def read(self) -> Reading | Unreadable:
        """What its adapter makes of its answer."""
        return self.kind.read(self.context, [await self.request()])

    async def reading(self) -> Reading:
        """What its adapter understands, once it does."""
        found: list[Reading] = []

        async def readable() -> bool:
            got = await self.read()
            if isinstance(got, Reading):
                found.append(got)
            return bool(found)

        await until(readable)
        return found[0]
