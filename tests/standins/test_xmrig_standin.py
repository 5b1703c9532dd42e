"""The stand-in must be what it stands in for: the recorded XMRig, as its adapter meets it."""

import asyncio
import fcntl
import json
import os
import re
import signal
import subprocess
import sys
import termios
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from mining.demo.demo_pool import DemoPool
from mining.domain.adapter import ApiResponse, HttpRequest, LaunchContext, Reading, Unreadable
from mining.domain.payees import RigPayee
from mining.miners.xmrig import MINER
from tests.demo.processes import a_config, a_context, free_port, until
from tests.standins.xmrig_standin import install_standin

RECORDINGS = Path(__file__).parents[1] / "miners" / "recordings" / "xmrig"
RULES = json.loads((RECORDINGS / "http-rules.json").read_text())
MOMENTS = {moment["moment"]: moment for moment in json.loads((RECORDINGS / "moments.json").read_text())}
pytestmark = pytest.mark.slow


class Running:
    """One stand-in, started as the adapter says, with pipes of its own."""

    def __init__(self, folder: Path, config: dict[str, Any] | None = None, **fields: Any) -> None:
        self.context: LaunchContext = a_context(folder).but(program=folder / "xmrig")
        launch = MINER.launch(a_config(**fields), self.context)
        body = json.loads(launch.files["config.json"]) | {"retry-pause": 0.2} | (config or {})
        (folder / "config.json").write_text(json.dumps(body))
        stdio = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "env": {"HOME": str(folder)}}
        self.process = subprocess.Popen(launch.argv, cwd=folder, bufsize=0, start_new_session=True, **stdio)
        assert self.process.stdout is not None
        os.set_blocking(self.process.stdout.fileno(), False)
        self.text = ""

    def listen(self) -> str:
        """All it has printed."""
        assert self.process.stdout is not None
        self.text += (self.process.stdout.read() or b"").decode()
        return self.text

    def press(self, keys: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(keys)

    async def send(self, ask: HttpRequest) -> ApiResponse:
        return await asyncio.to_thread(
            request, self.context.api_port, ask.method, ask.path, dict(ask.headers), ask.body
        )

    async def read(self) -> Reading | Unreadable:
        try:
            return MINER.read(self.context, [await self.send(ask) for ask in MINER.requests(self.context)])
        except OSError:
            return MINER.read(self.context, [])

    async def reads(self, **expected: Any) -> Reading:
        """What the adapter reads, once it agrees; a callable judges."""
        last: list[Any] = []

        async def agrees() -> bool:
            last[:] = [await self.read()]
            return isinstance(last[0], Reading) and all(
                want(getattr(last[0], name)) if callable(want) else getattr(last[0], name) == want
                for name, want in expected.items()
            )

        try:
            await until(agrees)
        except AssertionError:
            raise AssertionError(f"wanted {expected}, got {last}; it said\n{self.listen()}") from None
        return last[0]

    async def ended(self) -> int:
        await until(lambda: self.process.poll() is not None)
        return int(self.process.returncode)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()


def request(port: int, method: str, path: str, headers: dict[str, str], body: bytes | None) -> ApiResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        assert response.getheader("Connection") == "close"
        return ApiResponse(response.status, response.read())
    finally:
        connection.close()


@asynccontextmanager
async def standin(folder: Path, config: dict[str, Any] | None = None, **fields: Any) -> AsyncIterator[Running]:
    if not (folder / "xmrig").exists():
        install_standin(folder, share_seconds=0.2, window_seconds=0.5)
    running = Running(folder, config, **{"threads": 1, "algo": "rx/0"} | fields)
    try:
        yield running
    finally:
        running.close()


@pytest.fixture
async def pool() -> AsyncIterator[DemoPool]:
    async with DemoPool(unverified_rx0=True, rx0_difficulty=50, share_seconds=1.0) as pool:
        yield pool


def address(pool: DemoPool) -> str:
    return f"127.0.0.1:{pool.port}"


def test_tells_the_recorded_version(tmp_path: Path) -> None:
    program = install_standin(tmp_path)
    told = subprocess.run(MINER.version_argv(str(program)), capture_output=True, text=True, timeout=120, check=True)
    assert MINER.read_version(told.stdout) == "6.26.0"


@pytest.mark.parametrize("content", [None, "", "{", "[]", "{}", '{"pools": []}', '{"pools": [{"url": "nowhere"}]}'])
def test_ends_with_2_on_an_unusable_configuration(tmp_path: Path, content: str | None) -> None:
    program, path = install_standin(tmp_path), tmp_path / "config-of-mine.json"
    if content is not None:
        path.write_text(content)
    argv = [str(program), f"--config={path}"]
    ended = subprocess.run(argv, capture_output=True, text=True, timeout=120, env={"HOME": str(tmp_path)}, check=False)
    assert ended.returncode == 2
    assert MINER.explain_exit(ended.returncode, ended.stdout.splitlines())[0] == "config"
    assert ended.stdout.endswith("no valid configuration found, try https://xmrig.com/wizard\n")


async def test_mines_rests_and_ends_as_the_adapter_expects(tmp_path: Path, pool: DemoPool) -> None:
    async with standin(tmp_path, pool=address(pool), wallet="my-wallet", worker="rig-7") as miner:
        reading = await miner.reads(accepted=lambda n: n >= 2, hashrate=lambda rate: rate)
        assert (reading.pool, reading.connected, reading.algorithm) == (address(pool), True, "rx/0")
        assert (reading.version, reading.rejected) == ("6.26.0", 0)
        assert reading.difficulty in (49, 50)  # it divides whole numbers and rounds down
        assert pool.accepted >= 2
        pause, resume = MINER.command("pause", miner.context), MINER.command("resume", miner.context)
        assert pause is not None
        assert resume is not None
        assert (await miner.send(pause)).status == 200
        await miner.reads(paused=True, hashrate=0.0, accepted=lambda n: n == pool.accepted)  # nothing is under way
        before = pool.accepted
        await asyncio.sleep(0.5)
        assert pool.accepted == before
        assert (await miner.send(resume)).status == 200
        await miner.reads(paused=False, accepted=lambda n: n > before)
        miner.press(b"p")
        await miner.reads(paused=True)
        miner.press(b"R\nx")
        await miner.reads(paused=False)
        miner.process.send_signal(signal.SIGTERM)
        assert await miner.ended() == 0
        text = miner.listen()
    assert text.endswith("stopped (5 ms)\n")
    kinds = [sign.kind for line in text.splitlines() if (sign := MINER.log_signal(line))]
    assert kinds[:3] == ["connected", "preparing", "ready"]
    assert [kind for kind in kinds if kind in ("paused", "resumed")] == ["paused", "resumed"] * 2


def shape(value: Any) -> Any:
    """The keys and types of an answer; a number may always be null, a list is as its first entry."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else type(value).__name__


async def test_its_answers_have_the_recorded_shape(tmp_path: Path, pool: DemoPool) -> None:
    recorded = MOMENTS["mining for 65 s"]
    async with standin(tmp_path, pool=address(pool)) as miner:
        await miner.reads(accepted=lambda n: n, hashrate=lambda rate: rate)
        for ask, wanted in zip(MINER.requests(miner.context), (recorded["summary"], recorded["backends"]), strict=True):
            assert shape(json.loads((await miner.send(ask)).body)) == shape(wanted)


async def test_its_live_configuration_has_the_recorded_shape_and_follows_a_put(tmp_path: Path, pool: DemoPool) -> None:
    recorded = json.loads((RECORDINGS / "live-config.json").read_text())
    async with (
        DemoPool(unverified_rx0=True, rx0_difficulty=50) as other,
        standin(tmp_path, pool=address(pool)) as miner,
    ):
        await miner.reads(accepted=lambda n: n)
        ask = MINER.payout.request(miner.context)
        told = json.loads((await miner.send(ask)).body)
        assert told.keys() == recorded.keys()
        assert [each.keys() for each in told["pools"]] == [each.keys() for each in recorded["pools"]]
        assert MINER.payout.in_reply(await miner.send(ask)) == [RigPayee("a-wallet", address(pool))]
        told["pools"][0] |= {"url": address(other), "user": "thief"}
        kind = {"Content-Type": "application/json"}
        put = HttpRequest("/1/config", "PUT", {**ask.headers, **kind}, json.dumps(told).encode())
        assert (await miner.send(put)).status == 204
        assert MINER.payout.in_reply(await miner.send(ask)) == [RigPayee("thief", address(other))]
        await until(lambda: other.accepted)
        told["pools"][0]["enabled"] = False
        nobody = HttpRequest("/1/config", "PUT", {**ask.headers, **kind}, json.dumps(told).encode())
        assert (await miner.send(nobody)).status == 400


@pytest.mark.parametrize("mode", "ABCD")
async def test_keeps_the_recorded_rules_of_the_api(tmp_path: Path, mode: str) -> None:
    http = {"enabled": True, "host": "127.0.0.1", "port": free_port(), "restricted": mode in "AB"}
    http |= {"access-token": "s3cret"} if mode in "BC" else {}
    rules = [rule for rule in RULES if rule["mode"] == mode]
    assert len(rules) > 20
    async with standin(tmp_path, {"http": http}, pool="127.0.0.1:1") as miner:
        await until(lambda: "HTTP API" in miner.listen())
        for rule in rules:
            body = rule["body"].encode() if rule["body"] is not None else None
            reply = await asyncio.to_thread(request, http["port"], rule["method"], rule["path"], rule["headers"], body)
            assert reply.status == rule["status"], rule
            if rule["path"] == "/json_rpc" and rule["method"] == "POST" and rule["json"]:
                assert json.loads(reply.body) == rule["json"], rule


async def test_goes_on_without_an_api_when_the_port_is_taken(tmp_path: Path, pool: DemoPool) -> None:
    other = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    http = {"enabled": True, "host": "127.0.0.1", "port": other.sockets[0].getsockname()[1]}
    async with other, standin(tmp_path, {"http": http}, pool=address(pool)) as miner:
        await until(lambda: pool.accepted)
        assert "api_failed" in [sign.kind for line in miner.listen().splitlines() if (sign := MINER.log_signal(line))]
        assert miner.process.poll() is None


async def test_complains_a_few_times_about_a_dead_pool_and_then_falls_silent(tmp_path: Path) -> None:
    dead = f"127.0.0.1:{free_port()}"
    async with standin(tmp_path, {"retries": 2, "retry-pause": 0.1}, pool=dead) as miner:
        reading = await miner.reads(connected=False)
        assert (reading.pool, reading.failures, reading.hashrate, reading.preparing) == (None, 0, 0.0, False)
        await until(lambda: miner.listen().count('connect error: "connection refused"') == 2)
        await asyncio.sleep(1)
        assert miner.listen().count('connect error: "connection refused"') == 2


async def test_says_that_a_login_was_refused(tmp_path: Path, pool: DemoPool) -> None:
    pool.refuse_logins("Invalid payment address provided")
    async with standin(tmp_path, pool=address(pool)) as miner:
        await until(lambda: 'error: "Invalid payment address provided", code: -1' in miner.listen())
        assert (await miner.reads(connected=False)).pool is None


async def test_comes_back_to_a_lost_pool_and_counts_the_loss(tmp_path: Path, pool: DemoPool) -> None:
    async with standin(tmp_path, pool=address(pool)) as miner:
        await miner.reads(accepted=lambda n: n, hashrate=lambda rate: rate)
        await pool.stop_listening()
        pool.disconnect_all()
        lost = await miner.reads(connected=False, hashrate=0.0)
        assert (lost.failures, lost.connection_uptime, lost.pool, lost.paused) == (1, 0, address(pool), False)
        await pool.listen_again()
        await miner.reads(connected=True, failures=1, hashrate=lambda rate: rate)


async def test_goes_to_the_next_pool_and_back_to_the_first(tmp_path: Path, pool: DemoPool) -> None:
    async with DemoPool(unverified_rx0=True, rx0_difficulty=50) as spare:
        await pool.stop_listening()
        fields = {"pool": address(pool), "pools": [{"pool": address(spare)}]}
        async with standin(tmp_path, {"retries": 2}, **fields) as miner:
            await miner.reads(connected=True, pool=address(spare))
            await pool.listen_again()
            await miner.reads(connected=True, pool=address(pool))


async def test_prints_nothing_to_a_file_and_drops_what_a_full_pipe_does_not_hold(tmp_path: Path) -> None:
    program, config = install_standin(tmp_path), tmp_path / "config.json"
    dead = {"pools": [{"url": f"127.0.0.1:{free_port()}"}], "retries": 1000, "retry-pause": 0.001}
    config.write_text(json.dumps(dead))
    reader, writer = os.pipe()
    size = fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    with (tmp_path / "out").open("wb") as file:
        argv = [str(program), f"--config={config}"]
        running = [subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=out) for out in (file, writer)]
    try:
        await until(lambda: waiting(reader) > size - 200)
        with suppress(BlockingIOError):  # so that no short line fits either
            while True:
                os.write(writer, b".")
        assert [process.poll() for process in running] == [None, None]
        await until(lambda: all(hears_sigterm(process.pid) for process in running))
        for process in running:
            process.terminate()
        assert [process.wait(60) for process in running] == [0, 0]
    finally:
        for process in running:
            process.kill()
    os.close(writer)
    text = os.read(reader, 1 << 20)
    os.close(reader)
    assert b"SIGTERM" not in text
    assert text.rstrip(b".").endswith(b"\n"), "lines are lost as a whole"
    assert (tmp_path / "out").read_bytes() == b""


def hears_sigterm(pid: int) -> bool:
    """Whether a process has a handler for it by now."""
    caught = re.search(r"SigCgt:\s+([0-9a-f]+)", Path(f"/proc/{pid}/status").read_text())
    return caught is not None and bool(int(caught[1], 16) >> (signal.SIGTERM - 1) & 1)


def waiting(reader: int) -> int:
    """How many bytes wait in a pipe."""
    return int.from_bytes(fcntl.ioctl(reader, termios.FIONREAD, bytes(4)), sys.byteorder)


@pytest.mark.parametrize(("steering", "code"), [({"exit_after": 0.3}, 1), ({"exit_after": 0.3, "exit_code": 7}, 7)])
async def test_can_be_told_to_crash(tmp_path: Path, steering: dict[str, Any], code: int) -> None:
    install_standin(tmp_path, **steering)
    async with standin(tmp_path, pool="127.0.0.1:1") as miner:
        assert await miner.ended() == code


async def test_can_be_told_to_ignore_the_wish_to_end(tmp_path: Path) -> None:
    install_standin(tmp_path, ignore_term=True)
    async with standin(tmp_path, pool="127.0.0.1:1") as miner:
        await miner.reads(connected=False)
        miner.process.terminate()
        await asyncio.sleep(0.5)
        assert miner.process.poll() is None


async def test_does_not_hear_while_it_builds_its_dataset(tmp_path: Path, pool: DemoPool) -> None:
    install_standin(tmp_path, dataset_seconds=3.0)
    async with standin(tmp_path, pool=address(pool)) as miner:
        await miner.reads(preparing=True, hashrate=0.0, connected=True)
        miner.process.terminate()
        assert await miner.ended() == 0
        heard = miner.listen()
    assert heard.index("SIGTERM received") < heard.index("dataset ready"), "it did not wait for its dataset"
