"""What the API costs: hot reads against a bare application on the same server, and a thousand WebSockets."""

import argparse
import asyncio
import resource
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import uvicorn
import uvloop

sys.path.insert(0, str(Path(__file__).parents[2]))

from starlette.types import ASGIApp

from mining.api.app import create_app
from mining.api.encode import HotAnswers
from mining.api.server import Server, serving
from mining.api.settings import ApiSettings
from tests.api.paper_installations import PaperInstallations
from tests.api.paper_notifications import PaperNotifications
from tests.api.paper_rig import PaperRig, a_miner
from tests.api.paper_settings import PaperSettings

NS = "/api/v1/mining"
PATHS = {"miners": f"{NS}/miners", "stats": f"{NS}/miners/miner-3/stats"}
CONNECTIONS = 16
UPGRADE = (
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)


def paper_app(rig: PaperRig) -> ASGIApp:
    return create_app(rig, ApiSettings(), PaperInstallations(rig), PaperSettings(), PaperNotifications(rig))


def ten_miners() -> PaperRig:
    return PaperRig(*(a_miner(f"miner-{number}") for number in range(10)))


def bare_app() -> Any:
    """The least that answers with the same bytes."""
    hot = HotAnswers(ten_miners(), NS)
    bodies = {path: hot.body(path) or b"" for path in PATHS.values()}

    async def app(scope: Any, receive: Any, send: Any) -> None:
        body = bodies[scope["path"]]
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


async def serve_bare(listening: socket.socket) -> None:
    quiet = {"log_config": None, "log_level": "error", "access_log": False, "server_header": False, "lifespan": "off"}
    await uvicorn.Server(uvicorn.Config(bare_app(), http="httptools", ws="none", **quiet)).serve([listening])


async def serve_ours(listening: socket.socket) -> None:
    await Server(paper_app(ten_miners())).serve([listening])


async def serve_live(listening: socket.socket) -> None:
    """One sample a second; its hashrate is the moment it was told, on the clock that all processes share."""
    rig = PaperRig(a_miner())
    async with serving(paper_app(rig), [listening]):
        while True:
            await asyncio.sleep(1)
            rig.sample("xmrig", time.monotonic())


SERVERS = {"bare": serve_bare, "ours": serve_ours, "live": serve_live}


@contextmanager
def child(kind: str) -> Iterator[tuple[int, psutil.Process]]:
    """A server in a process of its own, and its port."""
    process = subprocess.Popen([sys.executable, __file__, "--serve", kind], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline()), psutil.Process(process.pid)
    finally:
        process.kill()
        process.wait()


class Asker(asyncio.Protocol):
    """Sends the same request again as soon as it is answered."""

    def __init__(self, path: str) -> None:
        self.sent = f"GET {path} HTTP/1.1\r\nHost: localhost:8080\r\nUser-Agent: bench\r\nAccept: */*\r\n\r\n".encode()
        self.got, self.answers = b"", 0

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.write(self.sent)

    def data_received(self, data: bytes) -> None:
        self.got = self.got + data if self.got else data
        end = self.got.find(b"\r\n\r\n")
        if end < 0:
            return
        assert self.got.startswith(b"HTTP/1.1 200"), self.got[:200]
        start = self.got.index(b"content-length: ") + 16
        if len(self.got) >= end + 4 + int(self.got[start : self.got.index(b"\r", start)]):
            self.got = b""
            self.answers += 1
            self.transport.write(self.sent)


async def hot_round(port: int, process: psutil.Process, path: str, seconds: float) -> tuple[float, float]:
    """Requests per second, and µs of the server's CPU for each."""
    loop = asyncio.get_running_loop()
    askers = [(await loop.create_connection(lambda: Asker(path), "127.0.0.1", port))[1] for _ in range(CONNECTIONS)]
    begun, before = time.perf_counter(), sum(process.cpu_times()[:2])
    await asyncio.sleep(seconds)
    took, cpu = time.perf_counter() - begun, sum(process.cpu_times()[:2]) - before
    answers = sum(asker.answers for asker in askers)
    for asker in askers:
        asker.transport.close()
    return answers / took, cpu / answers * 1e6


async def hot_reads(rounds: int, seconds: float) -> None:
    with child("bare") as bare, child("ours") as ours:
        for what, path in PATHS.items():
            rows: dict[str, list[tuple[float, float]]] = {"bare": [], "ours": []}
            for _ in range(rounds):
                for kind, server in (("bare", bare), ("ours", ours)):
                    rows[kind].append(await hot_round(*server, path, seconds))
            rate = {kind: statistics.median(row[0] for row in its) for kind, its in rows.items()}
            cpu = {kind: statistics.median(row[1] for row in its) for kind, its in rows.items()}
            for kind in rows:
                print(f"api_{what}_{kind}_rate: {rate[kind]:.0f} requests/s")
                print(f"api_{what}_{kind}_cpu: {cpu[kind]:.1f} us/request")
            print(f"api_{what}_ratio: {rate['ours'] / rate['bare'] * 100:.0f} % of bare")
            print(f"api_{what}_cpu_ratio: {cpu['bare'] / cpu['ours'] * 100:.0f} % of bare")


class Ear(asyncio.Protocol):
    """Listens to a WebSocket and notes how late each sample comes."""

    def __init__(self, late: list[float]) -> None:
        self.got, self.late, self.heard, self.open = b"", late, [], False

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.write(f"GET {NS}/ws HTTP/1.1\r\nHost: localhost\r\n{UPGRADE}\r\n".encode())

    def data_received(self, data: bytes) -> None:
        now = time.monotonic()
        self.got += data
        if not self.open:
            end = self.got.find(b"\r\n\r\n")
            if end < 0:
                return
            assert self.got.startswith(b"HTTP/1.1 101"), self.got[:200]
            self.open, self.got = True, self.got[end + 4 :]
        while len(self.got) >= 4:
            size, start = self.got[1], 2
            if size == 126:
                size, start = int.from_bytes(self.got[2:4], "big"), 4
            if len(self.got) < start + size:
                return
            frame, self.got = self.got[start : start + size], self.got[start + size :]
            if b'"miner.stats"' in frame:
                at = frame.index(b'"hashrate":') + 11
                told = float(frame[at : frame.index(b",", at)])
                self.heard.append(told)
                self.late.append(now - told)


async def websockets(clients: int, seconds: int) -> None:
    loop = asyncio.get_running_loop()
    late: list[float] = []
    with child("live") as (port, process):
        ears = [(await loop.create_connection(lambda: Ear(late), "127.0.0.1", port))[1] for _ in range(clients)]
        while not all(ear.open for ear in ears):
            await asyncio.sleep(0.05)
        await asyncio.sleep(1.5)
        begun, before = time.monotonic(), sum(process.cpu_times()[:2])
        late.clear()
        await asyncio.sleep(seconds)
        ended, cpu = time.monotonic() - 0.5, sum(process.cpu_times()[:2]) - before
        heard = [[told for told in ear.heard if begun <= told <= ended] for ear in ears]
        all_told = {told for its in heard for told in its}
        memory = process.memory_info().rss / 2**20
    print(f"ws_clients: {clients} sockets")
    print(f"ws_messages: {sum(map(len, heard))} messages")
    print(f"ws_lost: {sum(len(all_told) - len(its) for its in heard)} messages")
    print(f"ws_p50: {statistics.median(late) * 1000:.1f} ms")
    print(f"ws_p99: {statistics.quantiles(late, n=100)[98] * 1000:.1f} ms")
    print(f"ws_cpu: {cpu / seconds * 100:.1f} % of a core")
    print(f"ws_memory: {memory:.0f} MiB")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--serve", choices=SERVERS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.5)
    parser.add_argument("--clients", type=int, default=1000)
    said = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4096 if hard == resource.RLIM_INFINITY else min(4096, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    if said.serve:
        listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
        print(listening.getsockname()[1], flush=True)
        uvloop.run(SERVERS[said.serve](listening))
        return
    uvloop.run(hot_reads(said.rounds, said.seconds))
    uvloop.run(websockets(said.clients, 10))


if __name__ == "__main__":
    main()
