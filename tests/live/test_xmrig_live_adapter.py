"""The real XMRig, started as its adapter says: it takes the configuration as it was meant, answers, rests and ends."""

import asyncio
import hashlib
import json
import os
import ssl
import subprocess
from collections.abc import AsyncIterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from mining.demo.demo_pool import DemoPool
from mining.domain.adapter import ApiResponse, HttpRequest, LaunchContext, Reading, Unreadable
from mining.miners.xmrig import MINER
from tests.demo.processes import TOKEN, a_config, free_port, until
from tests.standins.scripted_pool import a_scripted_pool

pytestmark = pytest.mark.live
TIMEOUT = 90.0
CERTIFICATES = Path(__file__).parents[1] / "pools" / "certificates"


@pytest.fixture
def program() -> Path:
    return Path(os.environ["MINING_XMRIG"])


@pytest.fixture
async def pool() -> AsyncIterator[DemoPool]:
    async with DemoPool(unverified_rx0=True, rx0_difficulty=20) as pool:
        yield pool


class Xmrig:
    """One run of it in a folder of its own; a block at whose end it is dead."""

    def __init__(self, program: Path, folder: Path, **fields: Any) -> None:
        self.context = LaunchContext(
            name="live",
            directory=folder,
            program=program,
            api_port=free_port(),
            api_token=TOKEN,
            run_id="0123456789abcdef",
            cpus=2,
            privileged=os.geteuid() == 0,
        )
        fields = {"algo": "rx/0", "threads": 1, "options": {"mode": "light"}} | fields
        launch = MINER.launch(a_config(**fields), self.context)
        for name, content in launch.files.items():
            (folder / name).write_bytes(content)
        self.before = (folder / "config.json").read_bytes()
        self.process = subprocess.Popen(
            launch.argv,
            cwd=folder,
            env={"HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        os.set_blocking(self.process.stdout.fileno(), False)
        self.text = ""

    async def __aenter__(self) -> "Xmrig":
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def signs(self) -> list[str]:
        """The kinds of the signs in all it has said."""
        assert self.process.stdout is not None
        self.text += (self.process.stdout.read() or b"").decode()
        return [sign.kind for line in self.text.splitlines() if (sign := MINER.log_signal(line))]

    async def send(self, ask: HttpRequest) -> ApiResponse:
        def talk() -> ApiResponse:
            connection = HTTPConnection("127.0.0.1", self.context.api_port, timeout=30)
            try:
                connection.request(ask.method, ask.path, ask.body, dict(ask.headers))
                response = connection.getresponse()
                return ApiResponse(response.status, response.read())
            finally:
                connection.close()

        return await asyncio.to_thread(talk)

    async def read(self, context: LaunchContext | None = None) -> Reading | Unreadable:
        try:
            return MINER.read(context or self.context, [await self.send(ask) for ask in MINER.requests(self.context)])
        except OSError:
            return MINER.read(self.context, [])

    async def reads(self, **expected: Any) -> Reading:
        """What the adapter reads, once it agrees."""
        last: list[Any] = []

        async def agrees() -> bool:
            last[:] = [await self.read()]
            return isinstance(last[0], Reading) and all(getattr(last[0], key) == want for key, want in expected.items())

        await until(agrees, TIMEOUT)
        return last[0]

    async def live_config(self) -> dict[str, Any]:
        """The configuration that it says it runs with."""
        reply = await self.send(HttpRequest("/1/config", headers={"Authorization": f"Bearer {TOKEN}"}))
        assert reply.status == 200
        return dict(json.loads(reply.body))


def test_is_recognised_by_its_version(program: Path) -> None:
    told = subprocess.run(MINER.version_argv(str(program)), capture_output=True, text=True, timeout=30, check=True)
    assert MINER.read_version(told.stdout) is not None
    assert told.stdout.startswith("XMRig ")


async def test_runs_with_what_was_meant(program: Path, tmp_path: Path) -> None:
    dead = f"127.0.0.1:{free_port()}"
    said = {
        "pool": dead, "wallet": "my-wallet", "password": "my-password", "worker": "rig-7", "threads": 2,
        "cpuAffinity": "0x3", "pools": [{"pool": dead, "wallet": "spare"}], "donateLevel": 2, "coin": "monero",
    }  # fmt: skip
    async with Xmrig(program, tmp_path, **said) as miner:
        await miner.reads(connected=False)
        config = await miner.live_config()
        assert config["cpu"]["*"] == {"intensity": 1, "threads": 2, "affinity": 3}
        assert config["cpu"]["enabled"] is True
        assert config["cpu"]["huge-pages"] is (os.geteuid() != 0)
        assert config["randomx"]["mode"] == "light"
        assert (config["randomx"]["wrmsr"], config["randomx"]["rdmsr"], config["randomx"]["1gb-pages"]) == (False,) * 3
        assert [config[key] for key in ("autosave", "watch", "background", "dmi", "colors", "title")] == [False] * 6
        assert config["donate-level"] == 2
        assert not any(config.get(name, {}).get("enabled") for name in ("opencl", "cuda"))  # a build may lack them
        assert config["api"] == {"id": miner.context.run_id, "worker-id": miner.context.run_id}
        assert (config["http"]["host"], config["http"]["port"]) == ("127.0.0.1", miner.context.api_port)
        assert (config["http"]["access-token"], config["http"]["restricted"]) == (TOKEN, False)
        written = json.loads(miner.before)
        assert (config["retries"], config["retry-pause"]) == (written["retries"], written["retry-pause"])
        first, spare = config["pools"]
        assert (first["url"], first["user"], first["pass"], first["rig-id"]) == (
            dead,
            "my-wallet",
            "my-password",
            "rig-7",
        )
        assert (first["algo"], first["tls"], first["daemon"], first["nicehash"]) == ("rx/0", False, False, False)
        assert (first["coin"].lower(), first["keepalive"], spare["user"]) in (
            ("xmr", True, "spare"),
            ("monero", True, "spare"),
        )
        assert (tmp_path / "config.json").read_bytes() == miner.before


@pytest.mark.parametrize(("mask", "said"), [("0x1", 1), ("0x4000000000000000", 1 << 62)])
async def test_understands_an_affinity(program: Path, tmp_path: Path, mask: str, said: int) -> None:
    async with Xmrig(program, tmp_path, pool=f"127.0.0.1:{free_port()}", threads=1, cpuAffinity=mask) as miner:
        await miner.reads(connected=False)
        assert (await miner.live_config())["cpu"]["*"]["affinity"] == said


async def test_takes_a_node_and_tls_as_they_were_meant(program: Path, tmp_path: Path) -> None:
    port = free_port()
    spare = {"pool": f"stratum+ssl://127.0.0.1:{port}", "tlsFingerprint": "ab" * 32}
    async with Xmrig(program, tmp_path, pool=f"daemon+http://127.0.0.1:{port}", coin="monero", pools=[spare]) as miner:
        await miner.reads(connected=False)
        node, pool = (await miner.live_config())["pools"]
        assert (node["url"], node["daemon"], node["tls"]) == (f"127.0.0.1:{port}", True, False)
        assert (pool["url"], pool["daemon"], pool["tls"]) == (f"127.0.0.1:{port}", False, True)
        assert pool["tls-fingerprint"] == "ab" * 32


async def test_proves_a_pool_by_a_fingerprint_with_colons_and_says_when_it_is_another(
    program: Path, tmp_path: Path
) -> None:
    certificate, key = (CERTIFICATES / f"localhost.{kind}" for kind in ("crt", "key"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    digits = hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate.read_text())).hexdigest().upper()
    said = ":".join(digits[at : at + 2] for at in range(0, 64, 2))
    with a_scripted_pool(tls=context) as pool:
        for fingerprint, folder in ((said, "right"), ("00" * 32, "wrong")):
            (tmp_path / folder).mkdir()
            fields = {"pool": f"stratum+ssl://{pool.address}", "tlsFingerprint": fingerprint}
            async with Xmrig(program, tmp_path / folder, **fields) as miner:
                if folder == "right":
                    assert (await miner.reads(connected=True)).tls is True
                else:
                    await until(lambda miner=miner: "connect_error" in miner.signs(), TIMEOUT)
                    assert (await miner.reads(connected=False)).pool is None


async def test_a_refusal_in_ethereums_words_of_stratum_is_heard_of(program: Path, tmp_path: Path) -> None:
    with a_scripted_pool() as pool:
        pool.login = {"error": [24, "Unauthorized worker", None], "result": None}
        async with Xmrig(program, tmp_path, pool=pool.address, algo="ghostrider") as miner:
            await until(lambda: "login_refused" in miner.signs(), TIMEOUT)
            assert "Unauthorized worker" in miner.text


async def test_a_pool_that_cannot_be_reached_is_heard_of(program: Path, tmp_path: Path) -> None:
    async with Xmrig(program, tmp_path, pool=f"127.0.0.1:{free_port()}") as miner:
        reading = await miner.reads(connected=False, preparing=False, paused=False)
        assert (reading.pool, reading.hashrate, reading.difficulty) == (None, 0.0, None)
        await until(lambda: "connect_error" in miner.signs())


async def test_a_refused_login_is_heard_of(program: Path, tmp_path: Path, pool: DemoPool) -> None:
    pool.refuse_logins("Invalid payment address provided")
    async with Xmrig(program, tmp_path, pool=f"127.0.0.1:{pool.port}") as miner:
        await until(lambda: "login_refused" in miner.signs())
        assert (await miner.reads(connected=False)).pool is None


async def test_mines_rests_goes_on_and_ends(program: Path, tmp_path: Path, pool: DemoPool) -> None:
    async with Xmrig(program, tmp_path, pool=f"127.0.0.1:{pool.port}") as miner:
        reading = await miner.reads(connected=True, algorithm="rx/0", tls=False)
        assert reading.pool == f"127.0.0.1:{pool.port}"
        stranger = await miner.read(miner.context.but(run_id="somebody-else"))
        assert isinstance(stranger, Unreadable)
        await until(lambda: pool.accepted, TIMEOUT)
        assert ((await miner.reads(preparing=False)).accepted or 0) >= 1
        for verb, paused in (("pause", True), ("resume", False)):
            ask = MINER.command(verb, miner.context)  # type: ignore[arg-type]  # both are verbs
            assert ask is not None
            assert (await miner.send(ask)).status == 200
            assert (await miner.reads(paused=paused)).connected
        miner.process.terminate()
        await until(lambda: miner.process.poll() is not None, MINER.stop_grace)
        assert miner.process.returncode == 0
        signs = miner.signs()
    assert [kind for kind in signs if kind not in ("accepted", "connect_error")] == [
        "connected", "preparing", "ready", "backend_ready", "paused", "resumed",
    ]  # fmt: skip
    assert "accepted" in signs
    assert "SIGTERM received" in miner.text
    assert (tmp_path / "config.json").read_bytes() == miner.before


async def test_an_unusable_configuration_ends_it_as_explained(program: Path, tmp_path: Path) -> None:
    async with Xmrig(program, tmp_path, pool="127.0.0.1:1") as miner:
        miner.process.kill()
    (tmp_path / "config.json").write_text("{")
    argv = (str(program), f"--config={tmp_path}/config.json")
    ended = subprocess.run(
        argv, cwd=tmp_path, env={"HOME": str(tmp_path)}, capture_output=True, timeout=30, check=False
    )
    assert MINER.explain_exit(ended.returncode, [])[0] == "config"
