"""A stand-in for XMRig 6.26.0: its API, console, stratum and exits are as recorded, its hashes are invented.

A `standin.json` beside the installed program steers what no recording holds: see `STEERING`. It speaks plain stratum
only, takes nothing but other pools from a PUT, and never prints in colours.
"""

import asyncio
import json
import os
import signal
import stat
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.standins.xmrig_answers import backends, live_config, summary, summary_1
from tests.standins.xmrig_work import Miner, Pool

STEERING: dict[str, Any] = {
    "dataset_seconds": 0.2,
    "share_seconds": 2.0,
    "window_seconds": 1.0,  # how long its 10 s window takes to fill and to empty
    "donate_after": None,  # s from one donation round to the next
    "donate_seconds": 5.0,  # how long a round is
    "ignore_term": False,
    "exit_after": None,  # s
    "exit_code": 1,
    "answers": {},  # path → what its API answers instead, under its own ids and pool
    "cuda": None,  # why it cannot use CUDA, as its banner has it
    "version": "6.26.0",  # what `--version` says; its API stays that of 6.26.0
}
VERSION = "XMRig {version}\n built on Nov 23 2026 with GCC 12.2.0\n features: 64-bit AES\n\n"
VERSION += "libuv/1.44.2\nOpenSSL/3.0.22\nhwloc/2.9.0\n"
BANNER = """ * ABOUT        XMRig/6.26.0 gcc/12.2.0 (built for Linux x86-64, 64 bit)
 * LIBS         libuv/1.44.2 OpenSSL/3.0.22 hwloc/2.9.0
 * HUGE PAGES   disabled
 * 1GB PAGES    disabled
 * CPU          AMD EPYC (1) 64-bit AES VM
                L2:2.0 MB L3:32.0 MB 2C/2T NUMA:1
 * MEMORY       0.6/23.5 GB (3%)
 * DONATE       {donate}%
 * ASSEMBLY     auto:ryzen
{pools}
 * COMMANDS     'h' hashrate, 'p' pause, 'r' resume, 's' results, 'c' connection"""
TEXTS = {200: "OK", 400: "BAD_REQUEST", 401: "UNAUTHORIZED", 403: "FORBIDDEN", 404: "NOT_FOUND"}
TEXTS |= {204: "NO_CONTENT", 405: "METHOD_NOT_ALLOWED", 415: "UNSUPPORTED_MEDIA_TYPE"}
CORS = (
    "Access-Control-Allow-Headers: Authorization, Content-Type\r\nAccess-Control-Allow-Methods: GET, PUT, POST, DELETE"
    "\r\nAccess-Control-Allow-Origin: *\r\n"
)


def standin_files(**steering: Any) -> dict[str, bytes]:
    """The files that are a stand-in, steered by these values of `STEERING`; `xmrig` must be executable."""
    root = Path(__file__).resolve().parents[2]
    lines = (f"#!{sys.executable} -IS", "import sys", f"sys.path.insert(0, {str(root)!r})")
    program = "\n".join((*lines, "from tests.standins.xmrig_standin import main", "main(__file__)", ""))
    steered = {"standin.json": json.dumps(steering).encode()} if steering else {}
    return {"xmrig": program.encode(), **steered}


def install_standin(directory: Path, **steering: Any) -> Path:
    """Write an executable `xmrig` into a folder, steered by these values of `STEERING`; returns its path."""
    for name, content in standin_files(**steering).items():
        (directory / name).write_bytes(content)
    program = directory / "xmrig"
    program.chmod(0o755)
    return program


class Console:
    """Its text: to a pipe, socket or terminal only, and what does not fit is lost."""

    def __init__(self) -> None:
        self.heard = os.isatty(1)
        with suppress(OSError):
            mode = os.fstat(1).st_mode
            if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
                self.heard = True
                os.set_blocking(1, False)

    def plain(self, text: str) -> None:
        if self.heard:
            with suppress(BlockingIOError, BrokenPipeError):
                os.write(1, f"{text}\n".encode())

    def log(self, tag: str, text: str) -> None:
        moment = datetime.now().isoformat(" ", "milliseconds")
        self.plain(f"[{moment}] {f' {tag:<9}' if tag else ''}{text}")


class Api:
    """Its HTTP API: one request a connection, paths matched exactly."""

    def __init__(self, miner: Miner, console: Console) -> None:
        self.miner, self.console = miner, console
        self.http = miner.config.get("http") or {}
        self.restricted = self.http.get("restricted", True)

    async def start(self) -> None:
        host, port = self.http.get("host", "127.0.0.1"), int(self.http.get("port", 0))
        if not self.http.get("enabled"):
            return
        try:
            server = await asyncio.start_server(self._serve, host, port)
        except OSError:
            self.console.plain(f" * HTTP API     {host}:{port} address already in use")
            self.console.log("net", "HTTP API server failed to start.")
            return
        self.console.plain(f" * HTTP API     {host}:{server.sockets[0].getsockname()[1]} ")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").strip().split("\r\n")
            headers = {key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
            method, path, _ = head.split()
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            status, answer = self.answer(method, path, headers, body)
            raw = b"" if answer is None else json.dumps(answer, separators=(",", ":")).encode()
            kind = f"{CORS}Content-Type: application/json\r\nContent-Length: {len(raw)}\r\n" if raw else CORS
            begin = f"HTTP/1.1 {status} {TEXTS[status]}\r\n{kind}Connection: close\r\n\r\n".encode()
            twice = (method, path, status) == ("POST", "/json_rpc", 200)  # as the real one does
            writer.write((begin + (b"" if method == "HEAD" else raw)) * (2 if twice else 1))
            if status >= 300:
                self.console.log("", f'127.0.0.1 {method} {path} {status} {len(begin) + len(raw)} 0ms "(null)"')
            await writer.drain()
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError):
            return  # no HTTP: it hangs up
        finally:
            writer.close()

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        """Status and JSON of an answer; None = without a body."""
        if method == "OPTIONS" or (method, path) == ("GET", "/favicon.ico"):
            return (200 if method == "OPTIONS" else 404), None
        status, answer = self._checked(method, path, headers, body)
        return status, {"status": status, "error": TEXTS[status]} if answer is None and status >= 300 else answer

    def _checked(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        if method not in ("GET", "POST", "PUT", "DELETE", "HEAD"):
            return 405, None
        token, said = self.http.get("access-token"), headers.get("authorization")
        if said is None and (token or not self.restricted):
            return 401, None
        if said is not None and said != f"Bearer {token}":
            return 403 if token else 401, None
        if said is not None and not token:
            return 401, None
        if method != "GET":
            if self.restricted:
                return 403, None
            if headers.get("content-type") != "application/json":
                return 415, None
            return self._change(method, path, body)
        pages = {"/1/summary": summary_1, "/api.json": summary_1, "/2/summary": summary, "/2/backends": backends}
        if path in pages:
            own = pages[path](self.miner, self.restricted)
            told = self.miner.steering["answers"].get(path, own)
            if told is not own and isinstance(told, dict):
                place = self.miner.config["pools"][0]["url"] if told["connection"]["pool"] else ""
                told = told | {key: own[key] for key in ("id", "worker_id", "paused")}
                told["connection"] = told["connection"] | {"pool": place}
            return 200, told
        if path in ("/1/config", "/2/config"):
            return (403, None) if self.restricted else (200, live_config(self.miner, self.restricted))
        return 404, None

    def _change(self, method: str, path: str, body: bytes) -> tuple[int, Any]:
        try:
            said = json.loads(body) if body else {}
        except ValueError:
            said = None
        if (method, path) == ("PUT", "/1/config"):
            if not isinstance(said, dict) or not any(pool.get("enabled", True) for pool in said.get("pools") or ()):
                return 400, None
            change_pools(self.miner, said["pools"])
            return 204, None
        if (method, path) != ("POST", "/json_rpc"):
            return 404, None
        if not isinstance(said, dict):
            return 200, {"error": {"code": -32700, "message": "Parse error"}, "jsonrpc": "2.0", "id": None}
        tail = {"jsonrpc": "2.0", "id": said.get("id")}
        if "method" not in said:
            return 200, {"error": {"code": -32600, "message": "Invalid Request"}} | tail
        if said["method"] not in ("pause", "resume", "stop"):
            return 200, {"error": {"code": -32601, "message": "Method not found"}} | tail
        if said["method"] != "stop":
            self.miner.pause(said["method"] == "pause")
        return 200, {"result": {"status": "OK"}} | tail


def change_pools(miner: Miner, entries: list[dict[str, Any]]) -> None:
    """Go to other pools, while all counters go on."""
    for pool in miner.pools:
        pool.disconnect()
    miner.config["pools"] = entries
    miner.pools = [Pool(miner, index, entry) for index, entry in enumerate(entries)]
    miner.active, miner.index, miner.difficulty, miner.ping = None, 0, 0, 0
    miner.note()
    miner.pools[0].connect()


def read_config(console: Console, program: Path, argv: list[str]) -> dict[str, Any] | None:
    """The first usable configuration of all the places where it looks."""
    home = Path(os.environ.get("HOME", "/nowhere"))
    said = [Path(word.removeprefix("--config=")) for word in argv if word.startswith("--config=")]
    for path in (*said, program.parent / "config.json", home / ".xmrig.json", home / ".config" / "xmrig.json"):
        try:
            config = json.loads(path.read_bytes())
        except OSError:
            console.log("", f'unable to open "{path}".')
            continue
        except ValueError as error:
            console.log("", f'{path}<line:1, position:1>: "{error}"')
            continue
        pools = config.get("pools") if isinstance(config, dict) else None
        if any(str(pool.get("url") or "").rpartition(":")[2].isdigit() for pool in pools or ()):
            return dict(config)
    console.log("", "no valid configuration found, try https://xmrig.com/wizard")
    return None


def press(miner: Miner, console: Console, key: str) -> None:
    """Obey a key."""
    connected = miner.active is not None
    if key in "pr":
        miner.pause(key == "p")
    elif key == "h":
        console.plain("|    CPU # | AFFINITY | 10s H/s | 60s H/s | 15m H/s |")
        miner.speed()
    elif key == "s" and miner.accepted:
        console.plain(f" - RESULTS\n * accepted         {miner.accepted}\n * difficulty       {miner.difficulty}")
    elif key == "c" and connected:
        console.plain(f" - CONNECTION\n * pool address     {miner.pool_name}\n * algorithm        {miner.algo}")
    elif key in "sc":
        console.log("", "no results yet" if key == "s" else "no active connection")


async def run(config: dict[str, Any], steering: dict[str, Any], console: Console) -> None:
    """Mine until told to end."""
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    miner = Miner(config, steering, console.log)
    lines = [
        f" * POOL #{n}      {pool.name} algo {pool.entry.get('algo') or 'auto'}"
        for n, pool in enumerate(miner.pools, 1)
    ]
    console.plain(BANNER.format(donate=config.get("donate-level", 1), pools="\n".join(lines)))

    def end(why: str) -> None:
        if not (steering["ignore_term"] and why == "SIGTERM received"):
            console.log("signal", f"{why}, exiting")
            ended.set()

    def typed() -> None:
        keys = os.read(0, 4096)
        if not keys:
            loop.remove_reader(0)
        for key in keys.decode("latin-1").lower():
            end("Ctrl+C received") if key == "\x03" else press(miner, console, key)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.add_signal_handler(number, end, f"{number.name} received")
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    if os.isatty(0) or stat.S_ISFIFO(os.fstat(0).st_mode) or stat.S_ISSOCK(os.fstat(0).st_mode):
        loop.add_reader(0, typed)
    if steering["exit_after"] is not None:
        loop.call_later(steering["exit_after"], os._exit, steering["exit_code"])
    await Api(miner, console).start()
    why = f" ({steering['cuda']})" if steering["cuda"] else ""
    console.plain(f" * OPENCL       disabled\n * CUDA         disabled{why}")
    miner.pools[0].connect()
    tasks = [
        asyncio.create_task(task, name=name)
        for task, name in ((miner.mine(), "mine"), (miner.report(), "report"), (miner.donate(), "donate"))
    ]
    await ended.wait()
    if miner.building is not None:
        await miner.building  # it does not hear while it builds its dataset
    for pool in miner.pools:
        pool.disconnect()
    for task in tasks:
        task.cancel()
    if miner.workers:
        console.log("cpu", "stopped (5 ms)")


def main(program: str) -> None:
    """Be the program at this path."""
    steered = Path(program).with_name("standin.json")
    steering = STEERING | (json.loads(steered.read_text()) if steered.exists() else {})
    if "--version" in sys.argv:
        sys.stdout.write(VERSION.format(version=steering["version"]))
        return
    console = Console()
    config = read_config(console, Path(program), sys.argv[1:])
    if config is None:
        sys.exit(2)
    asyncio.run(run(config, steering, console))
