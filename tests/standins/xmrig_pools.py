"""The pools of the XMRig stand-in: it logs in, takes jobs, and complains of both as the real one was recorded to."""

import asyncio
import json
import os
import socket
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.standins.xmrig_work import Miner

AGENT = "xmrig-standin/6.26.0"
ALGORITHMS = [
    "cn/0", "cn/1", "cn/2", "cn/r", "cn/fast", "cn/half", "cn/xao", "cn/rto", "cn/rwz", "cn/zls", "cn/double",
    "cn/ccx", "cn-lite/0", "cn-lite/1", "cn-heavy/0", "cn-heavy/tube", "cn-heavy/xhv", "cn-pico", "cn-pico/tlo",
    "cn/upx2", "rx/0", "rx/2", "rx/wow", "rx/arq", "rx/graft", "rx/sfx", "rx/yada", "argon2/chukwa",
    "argon2/chukwav2", "argon2/ninja", "ghostrider",
]  # fmt: skip
NO_BACKEND = ("kawpow",)  # what its pool may send although only a GPU could do it
FATAL = ("Unauthenticated", "your IP is banned", "IP Address currently banned", "Invalid job id")


def _reason(error: OSError) -> str:
    """The error in libuv's words."""
    return os.strerror(error.errno).lower() if error.errno else "connection timed out"


class Pool:
    """One pool of the list: connects, logs in, and comes back for ever."""

    def __init__(self, miner: "Miner", index: int, entry: dict[str, Any]) -> None:
        self.miner, self.index, self.entry = miner, index, entry
        self.name = str(entry["url"]).rpartition("//")[2].rstrip("/")  # as it is configured, wherever it goes
        self._go_to(self.name)
        self.last_job: dict[str, Any] = {}
        self.failures = 0
        self.task: asyncio.Task[None] | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.session = ""
        self.sent: dict[int, tuple[float, int]] = {}  # id → when, difficulty
        self.next_id = 1

    def _go_to(self, place: str) -> None:
        host, _, port = place.rpartition(":")
        self.host, self.port = host.strip("[]"), int(port)

    def connect(self) -> None:
        if self.task is None:
            self.task = asyncio.create_task(self._run(), name=f"pool-{self.index}")

    def disconnect(self) -> None:
        if self.task is not None:
            self.task.cancel()
            self.task = None

    def complain(self, text: str) -> None:
        if self.failures < self.miner.retries:
            self.miner.log("net", f"{self.name} {text}")

    async def _run(self) -> None:
        while True:
            try:
                await self._converse()
            except socket.gaierror:
                self.complain('DNS error: "unknown node or service"')
            finally:
                if self.writer is not None:
                    self.writer.close()
                self.writer, self.sent, self.next_id = None, {}, 1
            self.failures += 1
            self.miner.on_close(self)
            await asyncio.sleep(self.miner.retry_pause)

    async def _converse(self) -> None:
        try:
            reader, self.writer = await asyncio.open_connection(self.host, self.port, limit=1 << 16)
        except socket.gaierror:
            raise
        except OSError as error:
            return self.complain(f'{self.host} connect error: "{_reason(error)}"')
        login = {"login": self.entry.get("user") or "x", "pass": self.entry.get("pass") or "x", "agent": AGENT}
        login |= {"rigid": self.entry["rig-id"]} if self.entry.get("rig-id") else {}
        algo = self.entry.get("algo")
        self.send("login", login | {"algo": [a for a in (algo, *ALGORITHMS) if a]})
        try:
            while line := await self._line(reader):
                if not line.startswith(b"{"):
                    self.complain("JSON decode failed")
                elif not self._understand(json.loads(line)):
                    return None
            self.complain('read error: "end of file"')
        except OSError as error:
            self.complain(f'read error: "{_reason(error)}"')
        except ValueError:
            self.complain('JSON decode failed: "Invalid value."')
        return None

    async def _line(self, reader: asyncio.StreamReader) -> bytes:
        line = asyncio.ensure_future(reader.readline())
        try:
            while not (await asyncio.wait({line}, timeout=60))[0]:
                self.send("keepalived", {"id": self.session})
            return line.result()
        finally:
            line.cancel()

    def send(self, method: str, params: dict[str, Any]) -> int:
        message = {"id": self.next_id, "jsonrpc": "2.0", "method": method, "params": params}
        self.next_id += 1
        if self.writer is not None and not self.writer.is_closing():
            self.writer.write(json.dumps(message).encode() + b"\n")
        return self.next_id - 1

    def _understand(self, message: dict[str, Any]) -> bool:
        """Act on one message; False ends the connection."""
        if message.get("method") == "job":
            return self._take(message.get("params")) == 0
        if message.get("method") == "client.reconnect":
            place = ":".join(message["params"])
            self.complain(f"client.reconnect to {place}")
            self._go_to(place)
            return False
        id, error, result = message.get("id"), message.get("error"), message.get("result")
        if isinstance(error, dict):
            text = error.get("message")
            if id in self.sent:
                self.miner.on_share(*self.sent.pop(id), text)
            else:
                self.complain(f'error: "{text}", code: {error.get("code", -1)}')
            # only the second pool of its list hangs up after any error; the others wait to be cut off
            return self.index != 1 and text not in FATAL
        if id in self.sent:
            self.miner.on_share(*self.sent.pop(id), None)
        if id != 1 or not isinstance(result, dict):
            return True
        self.session = str(result.get("id"))
        code = self._take(result.get("job"), login=True) if result.get("id") else 1
        if code:
            self.complain(f"login error code: {code}")
        return code == 0

    def _take(self, job: Any, login: bool = False) -> int:
        """Take a job over; 0, or the code of what is wrong with it."""
        if not isinstance(job, dict):
            return 2
        for field, code in (("job_id", 3), ("blob", 4), ("target", 5)):
            if not job.get(field):
                return code
        algo = job.get("algo") or ("rx/0" if self.entry.get("coin") else self.entry.get("algo"))
        if algo is None:
            self.complain('unknown algorithm, make sure you set "algo" or "coin" option')
            return 6
        usable = algo in ALGORITHMS or (algo in NO_BACKEND and self.miner.named)
        if not usable or not self.miner.threads:
            kind = "incompatible/disabled" if algo in (*ALGORITHMS, *NO_BACKEND) else "unsupported"
            self.complain(f'{kind} algorithm "{algo}" detected, reconnect')
            return 6
        if algo.startswith("rx/") and not job.get("seed_hash"):
            return 7
        if job == self.last_job and not login:
            self.complain("duplicate job received, reconnect")
            return -1
        self.last_job = job
        if login:
            self.failures = 0
            self.miner.on_login(self)
        if self.miner.active is self:
            self.miner.on_job(self, job, algo)
        return 0
