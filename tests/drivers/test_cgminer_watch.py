"""The watch over a cgminer of others: a real process, before a stand-in of an Antminer that answers as recorded."""

import asyncio
import json
import os
import signal
import socket
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from mining.daemon import rig
from mining.domain.adapter import ApiResponse, Reading, Unreadable
from mining.domain.adapters import Adapters
from mining.domain.config import Config
from mining.domain.message import Sentence
from mining.domain.miner import Miner
from mining.domain.restart import RestartPolicy
from mining.engine.rig import LocalRig
from mining.miners import adapter
from mining.settings import Settings
from tests.holders import end_holders
from tests.miners.test_contract import a_config, a_context
from tests.principals import ME
from tests.standins.recordings import recording

RECORD = recording("cgminer")
ANSWERS: dict[str, str] = RECORD["replies"][0]["body"]["answers"]
READS = {"version", "summary", "pools", "stats"}  # what changes something needs privilege


class Antminer(socketserver.ThreadingTCPServer):
    """A stand-in of an Antminer L3+: one question a connection, an answer that ends with a NUL."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Questions)
        self.asked: list[str] = []
        self.hung = threading.Event()  # it takes questions and says nothing
        self.port = self.server_address[1]
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class Questions(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        command = json.loads(self.rfile.readline())["command"]
        assert isinstance(self.server, Antminer)
        self.server.asked.append(command)
        if not self.server.hung.is_set():
            self.wfile.write(ANSWERS[command].encode() + b"\0")
            return
        self.rfile.read()  # until whoever asked has gone


@pytest.fixture
def own_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def started(folder: Path, own_port: int, port: int) -> subprocess.Popen[bytes]:
    """The driver, started as its adapter says."""
    kind = adapter("cgminer")
    context = a_context().but(directory=folder, program=Path(sys.executable), api_port=own_port)
    launch = kind.launch(a_config(kind, algo="scrypt", pool=f"127.0.0.1:{port}"), context)
    for name, content in launch.files.items():
        (folder / name).write_bytes(content)
    return subprocess.Popen(launch.argv, stdout=subprocess.PIPE)


@pytest.fixture
def watch(tmp_path: Path, own_port: int) -> Iterator[tuple[subprocess.Popen[bytes], Antminer]]:
    with Antminer() as machine, started(tmp_path, own_port, machine.port) as process:
        yield process, machine
        process.kill()


def asked(port: int, token: str) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(token.encode() + b"\n")
        return connection.makefile("rb").read()


def until_told(port: int, what: str) -> dict[str, Any]:
    """What it says, once it has `answers` of the machine or an `issue` with it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            body: dict[str, Any] = json.loads(asked(port, a_context().api_token))
        except (OSError, ValueError):  # it does not listen yet, or took too long to be asked
            body = {}
        if body.get(what):
            return body
        time.sleep(0.1)
    raise AssertionError(f"it never told {what}")


def test_it_reads_a_machine_tells_it_nothing_and_leaves_it_alone(
    watch: tuple[subprocess.Popen[bytes], Antminer], own_port: int
) -> None:
    process, machine = watch
    body = until_told(own_port, "answers")
    result = adapter("cgminer").read(a_context(), [ApiResponse(200, json.dumps(body).encode())])
    assert isinstance(result, Reading)
    assert (result.hashrate, result.accepted, result.pool) == (506.95e9, 10, "us.litecoinpool.org:3333")
    assert asked(own_port, "another-token") == b""
    assert asked(own_port, "x" * 5000) == b""
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert process.stdout is not None
    assert b"ended; the machine goes on" in process.stdout.read()
    assert set(machine.asked) == READS, "whatever changes something is never asked"


def test_a_machine_that_is_not_there_is_told_with_the_reason(tmp_path: Path, own_port: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with started(tmp_path, own_port, port) as process:
        body = until_told(own_port, "issue")
        process.kill()
    result = adapter("cgminer").read(a_context(), [ApiResponse(200, json.dumps(body).encode())])
    assert isinstance(result, Unreadable)
    assert (result.code, "refused" in result.text) == ("api_unreachable", True)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"reason": "no_name", "issue": "its name is not known"}, "its name is not known"),
        ({"reason": "late", "issue": "it does not answer in time"}, "it does not answer in time"),
        ({}, "not yet"),
    ],
)
def test_why_a_machine_does_not_answer_is_told_by_a_code(said: dict[str, str], why: str) -> None:
    body = {"id": "run-c0ffee", "age": None, "answers": {}} | said
    result = adapter("cgminer").read(a_context(), [ApiResponse(200, json.dumps(body).encode())])
    assert isinstance(result, Unreadable)
    assert isinstance(result.text, Sentence)
    assert (str(result.text), list(result.text.message.parts)) == (f"The machine does not answer: {why}.", ["why"])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"id": "a", "token": "b", "port": 0}'])
def test_a_configuration_that_cannot_be_used_ends_it_with_the_code_for_that(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "watch.json").write_bytes(body)
    command = (sys.executable, "-m", "mining.drivers.cgminer_watch", f"--config={tmp_path / 'watch.json'}")
    ended = subprocess.run(command, capture_output=True, timeout=120)
    assert (ended.returncode, b"cannot be used" in ended.stdout) == (2, True)


def test_old_answers_are_not_taken_for_new_ones_and_another_watch_is_not_believed() -> None:
    body = RECORD["replies"][0]["body"]
    old = adapter("cgminer").read(a_context(), [ApiResponse(200, json.dumps(body | {"age": 31}).encode())])
    other = adapter("cgminer").read(a_context(), [ApiResponse(200, json.dumps(body | {"id": "run-1"}).encode())])
    assert isinstance(old, Unreadable)
    assert isinstance(other, Unreadable)


def test_a_machine_without_a_summary_is_read_from_its_boards_and_its_pools() -> None:
    refused = '{"STATUS":[{"STATUS":"E","Code":14,"Msg":"invalid command"}],"id":1}'
    body = RECORD["replies"][0]["body"] | {"answers": ANSWERS | {"summary": refused}}
    result = adapter("cgminer").read(a_context(), [ApiResponse(200, json.dumps(body).encode())])
    assert isinstance(result, Reading)
    assert (result.hashrate, result.accepted, result.rejected, result.invalid) == (504.56e9, 47384, 212, None)


def test_of_several_pools_that_are_active_the_first_by_priority_is_the_one() -> None:
    rows = [
        {
            "URL": f"stratum+tcp://p{number}:1",
            "Status": status,
            "Priority": number,
            "Stratum Active": on,
        }
        for number, status, on in ((0, "Dead", True), (2, "Alive", True), (1, "Alive", True), (3, "Alive", False))
    ]
    said = json.dumps({"STATUS": [{"STATUS": "S"}], "POOLS": rows})
    body = RECORD["replies"][0]["body"] | {"answers": {"pools": said}}
    result = adapter("cgminer").read(a_context(), [ApiResponse(200, json.dumps(body).encode())])
    assert isinstance(result, Reading)
    assert (result.pool, result.connected, result.hashrate) == ("p1:1", True, None)


@pytest.fixture
def supervised(data_dir: Path) -> Iterator[Settings]:
    yield Settings(data_dir=data_dir, poll_interval=0.5, autostart_delay=0)
    end_holders(data_dir, "cgminer")


@asynccontextmanager
async def watched(machine: Antminer, supervised: Settings) -> AsyncIterator[LocalRig]:
    """A rig whose one miner watches this machine, and has read it."""
    async with rig(lambda: supervised, RestartPolicy(first=0.5), Adapters({"cgminer": adapter("cgminer")})) as running:
        body = {"pool": f"127.0.0.1:{machine.port}", "wallet": "x", "algo": "scrypt"}
        await running.start("cgminer", Config.model_validate(body), who=ME)
        await _until(lambda: running.miner("cgminer").hashrate == 506.95e9)
        yield running
        assert (await running.stop("cgminer", who=ME)).status == "stopped"
    assert set(machine.asked) == READS


def works(miner: Miner) -> bool:
    return miner.status == "running" and miner.reason is None


@pytest.mark.slow
async def test_through_the_supervisor_it_outlives_a_machine_that_goes_and_comes_back(supervised: Settings) -> None:
    with Antminer() as machine:
        async with watched(machine, supervised) as running:
            before = running.miner("cgminer")
            assert before.reason is None, "what it counted before it was watched is no news"
            assert (before.stats.algorithm, before.stats.version) == ("scrypt", "CGMiner 4.9.0")
            machine.__exit__()
            await _until(lambda: "Connection refused" in str(running.miner("cgminer").reason))
            assert running.miner("cgminer").pid == before.pid
            with Antminer(machine.port):
                await _until(lambda: works(running.miner("cgminer")))
            assert running.miner("cgminer").pid == before.pid, "the watch itself was never started again"


@pytest.mark.slow
async def test_a_machine_that_takes_questions_and_says_nothing_is_told_and_read_again_when_it_speaks(
    supervised: Settings,
) -> None:
    with Antminer() as machine:
        async with watched(machine, supervised) as running:
            before = running.miner("cgminer").pid
            machine.hung.set()
            await _until(lambda: "does not answer in time" in str(running.miner("cgminer").reason))
            machine.hung.clear()
            await _until(lambda: works(running.miner("cgminer")))
            assert running.miner("cgminer").pid == before


@pytest.mark.slow
async def test_a_watch_that_is_killed_is_started_again_and_the_machine_notices_nothing(supervised: Settings) -> None:
    with Antminer() as machine:
        async with watched(machine, supervised) as running:
            before = running.miner("cgminer")
            assert before.pid is not None
            os.kill(before.pid, 9)
            await _until(lambda: running.miner("cgminer").pid not in (None, before.pid))
            await _until(lambda: running.miner("cgminer").hashrate == 506.95e9)
            after = running.miner("cgminer")
            assert (after.restarts, after.last_exit.cause if after.last_exit else None) == (1, "signal")
            assert after.stats.shares.accepted == before.stats.shares.accepted, "the machine's own count"


async def _until(right: Any) -> None:
    async with asyncio.timeout(90):
        while not right():
            await asyncio.sleep(0.1)
