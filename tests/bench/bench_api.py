"""What the API costs: every read as a ratio to a bare application with the same bytes, and a thousand WebSockets."""

import argparse
import asyncio
import gc
import http.client
import json
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import uvicorn
import uvloop

from mining.api.app import create_app
from mining.api.asgi import ASGIApp
from mining.api.server import Server, serving
from mining.api.settings import ApiSettings
from mining.domain.metrics import Sample
from mining.storage import samples
from mining.storage.database import open_database, transaction
from tests.api.paper_access import PaperAccess
from tests.api.paper_installations import PaperInstallations
from tests.api.paper_log import PaperLog
from tests.api.paper_notifications import PaperNotifications
from tests.api.paper_rig import BODY, PaperRig, a_miner
from tests.api.paper_settings import PaperSettings
from tests.daemons import Daemon

NS = "/api/v1/mining"
MINERS = 10
READS = {  # what a rig of ten miners is asked, and how many times the bare exchange it may cost
    "list of ten, filtered and sorted": ("/miners?status=running&sort=hashrate&order=desc", 12),
    "info": ("/info", 7),
    "profiles": ("/profiles", 6),
    "one profile": ("/profiles/{profile}", 6),
    "export of profiles": ("/profiles/export", 25),
    "hashrate-history of 360 points": ("/miners/m3/hashrate-history", 20),
    "available": ("/miners/available", 20),
    "logs": ("/miners/m3/logs?lines=50", 30),
    "events": ("/events?limit=20", 22),
    "pools": ("/pools", 20),
    "settings": ("/settings", 12),
    "health": ("//healthz", 6),
    "metrics": ("//metrics", 150),
    "stats": ("/miners/m3/stats", 1.3),
    "list of ten": ("/miners", 1.3),
    "one miner": ("/miners/m3", 1.3),
}
THOUSAND = 4.0  # ms of processor for a list of 1,000 miners
LOST, LATE, SHARE, MEMORY = 0, 250.0, 10.0, 150.0  # of a thousand WebSockets: messages, ms, % of a core, MiB
CONNECTIONS = 16
UPGRADE = (
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)


class Answering(NamedTuple):
    """A server that is measured."""

    port: int
    process: psutil.Process


def paper_app(rig: PaperRig) -> ASGIApp:
    rooms = (PaperInstallations(rig), PaperSettings(), PaperNotifications(rig), PaperLog(), PaperAccess().rooms)
    return create_app(rig, ApiSettings(), *rooms)


def bare_app(bodies: dict[str, bytes]) -> Any:
    """The least that answers with the same bytes."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        body = bodies[scope["path"] + ("?" + scope["query_string"].decode() if scope["query_string"] else "")]
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


async def serve_bare(listening: socket.socket, folder: str) -> None:
    bodies = {target: (Path(folder) / name).read_bytes() for target, name in read_json(Path(folder) / "names").items()}
    quiet = {"log_config": None, "log_level": "error", "access_log": False, "server_header": False, "lifespan": "off"}
    await uvicorn.Server(uvicorn.Config(bare_app(bodies), http="httptools", ws="none", **quiet)).serve([listening])


async def serve_thousand(listening: socket.socket, folder: str) -> None:
    await Server(paper_app(PaperRig(*(a_miner(f"m{number}") for number in range(1000))))).serve([listening])


async def serve_live(listening: socket.socket, folder: str) -> None:
    """One sample a second; its hashrate is the moment it was told, on the clock that all processes share."""
    rig = PaperRig(a_miner())
    async with serving(paper_app(rig), [listening]):
        while True:
            await asyncio.sleep(1)
            rig.sample("xmrig", time.monotonic())


SERVERS = {"bare": serve_bare, "thousand": serve_thousand, "live": serve_live}


@contextmanager
def child(kind: str, folder: str = "") -> Iterator[Answering]:
    """A server in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.bench_api", "--serve", kind, "--folder", folder]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        yield Answering(int(process.stdout.readline()), psutil.Process(process.pid))
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


async def cost(server: Answering, target: str, seconds: float) -> float:
    """Seconds of the server's processor for each request."""
    loop = asyncio.get_running_loop()
    ways = [loop.create_connection(lambda: Asker(target), "127.0.0.1", server.port) for _ in range(CONNECTIONS)]
    askers = [protocol for _, protocol in await asyncio.gather(*ways)]
    before = sum(server.process.cpu_times()[:2])
    await asyncio.sleep(seconds)
    while not all(asker.answers for asker in askers):
        await asyncio.sleep(0.01)  # what is made for the first time may take longer
    used = sum(server.process.cpu_times()[:2]) - before
    answers = sum(asker.answers for asker in askers)
    for asker in askers:
        asker.transport.close()
    return used / answers


async def reads(rounds: int, seconds: float, only: str) -> int:
    """Each read of a real daemon with ten miners, turn and turn about with the bare application."""
    beyond = 0
    with tempfile.TemporaryDirectory() as folder, rig_of_ten(Path(folder)) as (daemon, profile):
        targets = {what: url(path).format(profile=profile) for what, (path, _) in READS.items() if only in what}
        with tempfile.TemporaryDirectory() as bodies:
            keep(daemon, targets.values(), Path(bodies))
            with child("bare", bodies) as bare:
                for what, target in targets.items():
                    await cost(daemon, target, 0.1)  # what is asked for the first time is made now
                    each = [[await cost(server, target, seconds) for server in (bare, daemon)] for _ in range(rounds)]
                    ratio = statistics.median(ours / least for least, ours in each)  # a disturbance hits both of a turn
                    least, ours = (min(column) for column in zip(*each, strict=True))
                    limit = READS[what][1]
                    beyond += ratio > limit
                    figures = f"{ours * 1e6:.0f} us of processor, bare {least * 1e6:.0f} us"
                    print(f"{what}: {ratio:.2f} times bare (limit {limit}; {figures})", flush=True)
    return beyond


async def thousand(rounds: int, seconds: float) -> int:
    """A list of a thousand miners."""
    with child("thousand") as server:
        took = min([await cost(server, f"{NS}/miners?limit=1000", seconds) for _ in range(rounds)]) * 1000
    print(f"list of 1,000: {took:.2f} ms of processor (limit {THOUSAND:g})")
    return int(took > THOUSAND)


def url(path: str) -> str:
    """A path below the namespace, or at the root where it has two slashes."""
    return path[1:] if path.startswith("//") else NS + path


@contextmanager
def rig_of_ten(data: Path) -> Iterator[tuple[Answering, str]]:
    """A daemon with ten simulated miners, ten profiles, and two hours of figures of one miner; and a profile's id."""
    mined_before(data)
    running = Daemon(data, settings={"poll_interval": 10})
    try:
        running.start()
        for number in range(MINERS):
            running.simulate(f"m{number}")
        for number in range(MINERS):
            body = {"name": f"Profile {number}", "minerType": "simulated", "config": BODY}
            status, made = running.call("POST", "/profiles", body)
            assert status == 201, made
        time.sleep(8)  # the early polls of a start are over
        assert running.process is not None
        yield Answering(running.port, psutil.Process(running.process.pid)), made["data"]["id"]
    finally:
        running.clean_up()


def mined_before(data: Path) -> None:
    """Write down what a miner did in the last two hours."""
    database, now = open_database(data / "history.db", print), datetime.now(UTC)
    with transaction(database):
        for seconds in range(7200, 0, -10):
            sample = Sample(at=now - timedelta(seconds=seconds), hashrate=1000.0 + seconds % 97)
            samples.add_sample(database, "m3", sample)
    database.close()


def keep(server: Answering, targets: Any, folder: Path) -> None:
    """Write down what the daemon answers, for the bare application to answer the same."""
    names = {}
    for number, target in enumerate(targets):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.request("GET", target)
        answer = connection.getresponse()
        assert answer.status == 200, target
        (folder / str(number)).write_bytes(answer.read())
        names[target] = str(number)
        connection.close()
    (folder / "names").write_text(json.dumps(names))


def read_json(path: Path) -> Any:
    return json.loads(path.read_text())


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


async def websockets(clients: int, seconds: int) -> int:
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
    lost = sum(len(all_told) - len(its) for its in heard)
    p99 = statistics.quantiles(late, n=100)[98] * 1000
    share = cpu / seconds * 100
    print(f"{clients} WebSockets: {sum(map(len, heard))} messages, {lost} lost (limit {LOST})")
    print(f"  a message comes after {statistics.median(late) * 1000:.1f} ms, 99 % within {p99:.1f} ms (limit {LATE:g})")
    print(f"  processor: {share:.1f} % of a core (limit {SHARE:g})")
    print(f"  memory: {memory:.0f} MiB (limit {MEMORY:g})")
    return int(lost > LOST) + int(p99 > LATE) + int(share > SHARE) + int(memory > MEMORY)


def main() -> int:
    """Print the figures, one a line with its limit; 1 when one is beyond its limit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--serve", choices=SERVERS)
    parser.add_argument("--folder", default="")
    parser.add_argument("--only", default="", help="only reads whose name holds this")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=0.25)
    parser.add_argument("--clients", type=int, default=1000)
    given = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4096 if hard == resource.RLIM_INFINITY else min(4096, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    if given.serve:
        listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
        print(listening.getsockname()[1], flush=True)
        gc.freeze()  # as the daemon does
        uvloop.run(SERVERS[given.serve](listening, given.folder))
        return 0
    beyond = uvloop.run(reads(given.rounds, given.seconds, given.only))
    if not given.only:
        beyond += uvloop.run(thousand(given.rounds, given.seconds))
        beyond += uvloop.run(websockets(given.clients, 10))
    return int(beyond > 0)


if __name__ == "__main__":
    sys.exit(main())
