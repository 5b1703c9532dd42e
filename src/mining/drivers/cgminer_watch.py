"""Reads a machine that speaks cgminer's API, an ASIC or a cgminer of others, and never tells it anything.

It asks what only reads, at its own pace and one question after the other, since some firmware is slow and takes one
connection at a time; the engine gets the last answers with their age.
"""

import argparse
import asyncio
import hmac
import json
import os
import socket
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from mining.foundation.platform import on_end

VERSION = "0.1.0"
BAD_CONFIG, PORT_TAKEN = 2, 3
QUESTIONS = ("version", "summary", "pools", "stats")  # privileged ones, which change something, are never asked
_PACE = 5.0  # s between two rounds
_PATIENCE = 5.0  # s for one answer
_MOST = 64 * 1024  # bytes of an answer
_SHORT = 1024


@dataclass(frozen=True)
class WatchOptions:
    """What the configuration file says."""

    id: str
    token: str
    port: int  # of our own, on loopback
    host: str  # of the machine that is watched
    api_port: int
    algo: str


def watch_options(raw: bytes) -> WatchOptions:
    """The options in a configuration file; ValueError or TypeError say what is wrong with them."""
    options = WatchOptions(**json.loads(raw))
    ports = all(isinstance(port, int) and 0 < port < 65536 for port in (options.port, options.api_port))
    if not ports or not all(isinstance(text, str) and text for text in (options.id, options.token, options.host)):
        raise ValueError("it lacks an id, a token, a host or a port")
    return options


@dataclass
class Watched:
    """What the machine last answered."""

    id: str
    age: float | None = None  # s since the round that has these answers began; None: there was none
    answers: dict[str, str] = field(default_factory=dict)
    issue: str | None = None  # why the last round failed
    reason: str | None = None  # the same as a word of the adapter, where it has one


class CgminerWatch:
    """Asks round after round; whoever has the token is told the last answers."""

    def __init__(self, options: WatchOptions) -> None:
        self._options = options
        self._watched = Watched(options.id)
        self._asked_at: float | None = None
        self._place = f"{options.host}:{options.api_port}"

    async def run(self) -> int:
        """Watch until told to end; the exit code."""
        ended = asyncio.Event()
        on_end(asyncio.get_running_loop(), ended.set)
        try:
            server = await asyncio.start_server(self._connection, "127.0.0.1", self._options.port, limit=_SHORT)
        except OSError:
            _log("api", f"port {self._options.port} is taken, ending")
            return PORT_TAKEN
        _log("watch", f"starting, {self._options.algo} at {self._place}")
        while not ended.is_set():
            await self._round()
            with suppress(TimeoutError):
                async with asyncio.timeout(_PACE):
                    await ended.wait()
        server.close()
        _log("watch", "ended; the machine goes on")
        return 0

    async def _round(self) -> None:
        begun, before = time.monotonic(), self._watched.issue
        try:
            answers = {question: await self._ask(question) for question in QUESTIONS}
        except (OSError, TimeoutError) as error:
            self._watched.issue, self._watched.reason = _reason(error)
            if self._watched.issue != before:
                _log("watch", f"lost {self._place}: {self._watched.issue}")
            return
        if before is not None or self._asked_at is None:
            _log("watch", f"connected to {self._place}")
        self._watched.answers, self._asked_at = answers, begun
        self._watched.issue = self._watched.reason = None

    async def _ask(self, question: str) -> str:
        async with asyncio.timeout(_PATIENCE):
            reader, writer = await asyncio.open_connection(self._options.host, self._options.api_port)
            try:
                writer.write(json.dumps({"command": question}).encode() + b"\n")
                await writer.drain()
                raw = b""
                while b"\0" not in raw and len(raw) < _MOST and (part := await reader.read(_MOST)):
                    raw += part
            finally:
                writer.close()
        return raw.partition(b"\0")[0].decode("utf-8", "replace")

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                line = await reader.readline()
            if hmac.compare_digest(line.strip(), self._options.token.encode()):
                if self._asked_at is not None:
                    self._watched.age = round(time.monotonic() - self._asked_at, 1)
                writer.write(json.dumps(asdict(self._watched)).encode() + b"\n")
                await writer.drain()
        except (OSError, TimeoutError, ValueError):
            return  # whoever asked has gone, or never finished the question
        finally:
            writer.close()


def _reason(error: OSError | TimeoutError) -> tuple[str, str | None]:
    """Why a round failed, in words, and as a word of the adapter where it is not the system that says it."""
    if isinstance(error, socket.gaierror):
        return "its name is not known", "no_name"
    return (os.strerror(error.errno), None) if error.errno else ("it does not answer in time", "late")


def _log(part: str, text: str) -> None:
    now = time.time()
    stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(now))
    with suppress(OSError):  # a full disk costs text, not the watch
        os.write(1, f"[{stamp}.{int(now * 1000) % 1000:03d}] {part:<7} {text}\n".encode())


def main(arguments: list[str]) -> int:
    """Read the configuration file, then watch; the exit code."""
    parser = argparse.ArgumentParser(prog="cgminer-watch")
    parser.add_argument("--version", action="version", version=f"cgminer-watch {VERSION}")
    parser.add_argument("--config", required=True, type=Path)
    options = parser.parse_args(arguments)
    try:
        settings = watch_options(options.config.read_bytes())
    except (OSError, ValueError, TypeError) as error:
        _log("config", f"the configuration cannot be used: {error}")
        return BAD_CONFIG
    return asyncio.run(CgminerWatch(settings).run())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
