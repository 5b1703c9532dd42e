"""The demo pool, spoken to over real sockets."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import Any

import pytest

from mining.demo.demo_pool import DemoPool
from mining.demo.stratum import Job, hash_of, meets, read_job
from tests.demo.processes import until


class Client:
    """A miner's end of the conversation."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.session = ""
        self.pushed: list[dict[str, Any]] = []  # what came while an answer was waited for

    async def line(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(await asyncio.wait_for(self.reader.readline(), 30))
        return message

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        self.writer.write(json.dumps({"id": 7, "method": method, "params": params}).encode() + b"\n")
        while True:
            if (message := await self.line()).get("id") == 7:
                return message
            self.pushed.append(message)

    async def login(self, algo: object = ("sha256d",)) -> Job:
        result = (await self.ask("login", login="w", algo=algo))["result"]
        self.session = result["id"]
        job = read_job(result["job"])
        assert job is not None
        return job

    async def submit(self, job: Job, nonce: bytes, result: bytes) -> str:
        answer = await self.ask("submit", id=self.session, job_id=job.id, nonce=nonce.hex(), result=result.hex())
        return "OK" if answer["error"] is None else str(answer["error"]["message"])

    async def closed(self) -> bool:
        try:
            return await asyncio.wait_for(self.reader.read(-1), 30) is not None
        except ConnectionError:
            return True


@asynccontextmanager
async def a_client(pool: DemoPool) -> AsyncIterator[Client]:
    reader, writer = await asyncio.open_connection("127.0.0.1", pool.port)
    try:
        yield Client(reader, writer)
    finally:
        writer.close()


def find(job: Job, good: bool = True) -> tuple[bytes, bytes]:
    """A nonce whose hash is a share, or is not."""
    for number in range(100_000):
        nonce = number.to_bytes(4, "little")
        if meets(result := hash_of(job.blob, nonce), job.target) == good:
            return nonce, result
    raise AssertionError("no such nonce")


async def test_accepts_a_true_share_once() -> None:
    async with DemoPool(difficulty=50) as pool, a_client(pool) as client:
        job = await client.login()
        share = find(job)
        assert await client.submit(job, *share) == "OK"
        assert await client.submit(job, *share) == "Duplicate share"
        assert (pool.accepted, pool.rejected, pool.logins, pool.connections) == (1, 1, 1, 1)


async def test_refuses_every_untrue_share() -> None:
    async with DemoPool(difficulty=50) as pool, a_client(pool) as client:
        job = await client.login()
        nonce, result = find(job)
        unknown = Job("feed", job.blob, job.target, job.algo, job.height)
        assert await client.submit(job, *find(job, good=False)) == "Low difficulty share"
        assert await client.submit(job, nonce, bytes(32)) == "Invalid share"
        assert await client.submit(job, nonce + b"\0", result) == "Malformed share"
        assert await client.submit(unknown, nonce, result) == "Invalid job id"
        pool.new_block()
        assert await client.submit(job, nonce, result) == "Block expired"
        client.session = "somebody else"
        assert await client.submit(job, nonce, result) == "Unauthenticated"
        assert (pool.accepted, pool.rejected) == (0, 6)


async def test_errors_look_as_miners_know_them() -> None:
    async with DemoPool() as pool, a_client(pool) as client:
        assert (await client.ask("submit", id="x"))["error"]["message"] == "Unauthenticated"
        assert (await client.ask("nonsense"))["error"]["code"] == -1
        pool.refuse_logins("Invalid payment address provided")
        answer = await client.ask("login", login="w")
        assert answer["error"] == {"code": -1, "message": "Invalid payment address provided"}
        assert await client.reader.read() == b"", "whoever is refused has to come again"


async def test_serves_rx0_only_when_told_to_believe_it() -> None:
    async with DemoPool() as pool, a_client(pool) as client:
        assert (await client.ask("login", login="w", algo=["rx/0"]))["error"]["message"] == "No algorithm in common"
    async with DemoPool(unverified_rx0=True, rx0_difficulty=10) as pool, a_client(pool) as client:
        result = (await client.ask("login", login="w", algo=["rx/0", "cn/r"]))["result"]
        assert result["job"]["algo"] == "rx/0"
        assert len(bytes.fromhex(result["job"]["seed_hash"])) == 32
        client.session, job = result["id"], read_job(result["job"])
        assert job is not None
        assert await client.submit(job, b"\1\2\3\4", bytes(32)) == "OK"
        assert await client.submit(job, b"\1\2\3\5", b"\xff" * 32) == "Low difficulty share"


async def test_hands_out_new_work_by_itself() -> None:
    async with DemoPool(job_seconds=0.05) as pool, a_client(pool) as client:
        first = await client.login()
        later = read_job((await client.line())["params"])
        assert later is not None
        assert later.height > first.height
        assert later.blob != first.blob


async def test_makes_it_harder_for_the_quick_and_easier_for_the_slow() -> None:
    async with DemoPool(difficulty=20, share_seconds=0.2) as pool, a_client(pool) as client:
        job = await client.login()
        nonces = (number.to_bytes(4, "little") for number in range(100_000))
        shares = ((nonce, result) for nonce in nonces if meets(result := hash_of(job.blob, nonce), job.target))
        for _ in range(40):
            assert await client.submit(job, *next(shares)) == "OK"
        difficulties = [20.0]
        while len(difficulties) == 1 or difficulties[-1] > 20:  # on a busy machine it rises and falls in more steps
            work = read_job((client.pushed.pop(0) if client.pushed else await client.line())["params"])
            assert work is not None
            difficulties.append(work.difficulty)
        assert max(difficulties) > 20, "it got no harder"
        assert all(0.24 < after / before < 4.1 for before, after in pairwise(difficulties)), difficulties


@pytest.mark.parametrize("noise", [b"x" * 20_000, b"not json\n", b"[" * 16_000 + b"\n", b"[1]\n", b"\xff\xfe\n"])
async def test_hangs_up_on_noise_and_serves_the_others(noise: bytes) -> None:
    async with DemoPool() as pool, a_client(pool) as good, a_client(pool) as bad:
        await good.login()
        bad.writer.write(noise)
        assert await bad.closed()
        assert (await good.ask("keepalived"))["result"] == {"status": "KEEPALIVED"}


@pytest.mark.parametrize("params", [[], None, {"login": 5}, {"login": ""}, {"login": "w", "algo": 5}])
async def test_answers_a_bad_login_with_an_error(params: object) -> None:
    async with DemoPool() as pool, a_client(pool) as client:
        client.writer.write(json.dumps({"id": 1, "method": "login", "params": params}).encode() + b"\n")
        assert (await client.line())["error"]["code"] == -1


async def test_every_fault_can_be_switched_on_and_off() -> None:
    async with DemoPool() as pool:
        port = pool.port
        async with a_client(pool) as client:
            await client.login()
            pool.go_silent()
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await client.ask("keepalived")
            pool.behave()
            assert (await client.ask("keepalived"))["error"] is None
            pool.send_garbage()
            assert b"{]]" in await asyncio.wait_for(client.reader.readline(), 30)
            pool.behave()
            pool.disconnect_all()
            assert await client.closed()
        await until(lambda: pool.connected == 0)
        await pool.stop_listening()
        with pytest.raises(OSError):
            await asyncio.open_connection("127.0.0.1", port)
        await pool.listen_again()
        assert pool.port == port
        async with a_client(pool) as client:
            await client.login()
