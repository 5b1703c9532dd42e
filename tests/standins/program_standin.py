"""A stand-in for mining programs that cannot be had here: a process for each wire shape, replaying what was recorded.

It takes the program's own flags alone (an unknown one ends it with code 2), listens at the address that they name, over
the transport that the program has, and answers with `tests/miners/recordings/NAME.contract.json`, whose counters grow.
The `standin` of that file says how; see `Peer` and `program_moves`. Where it says `second`, a program that is told to
compute two works answers with both.
It ends at SIGINT and SIGTERM and prints lines. `standin.json` beside it steers what no recording holds: see `STEERING`.
Nothing in it comes from the adapters.
"""

import copy
import json
import os
import re
import signal
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.standins.flags import Flags, UnknownFlag
from tests.standins.program_moves import Moment, computes_both, move
from tests.standins.recordings import RECORDINGS, FaultyRecording, recording

STEERING: dict[str, Any] = {
    "ignore_term": False,  # it hears SIGTERM and goes on
    "silent": False,  # it opens no API, as Rigel without CUDA
    "ends": [],  # a line and a code: it prints that and ends so at once
    "child": False,  # it starts another process of itself, as a watchdog does
    "pays": [],  # whom it was told to pay, and whom it pays: it starts itself anew so, or writes its file so
}


STATE: dict[str, Any] = {"paused": False}


def answers() -> dict[str, Any]:
    """What was recorded, moved to this moment: by what was asked."""
    moment = Moment(time.monotonic() - STATE["born"], STATE["paused"], STATE["values"])
    record = copy.deepcopy(STATE["record"])
    replies = {ask: reply["body"] for ask, reply in zip(record["asks"], record["replies"], strict=True)}
    move(replies, record["standin"]["moves"], moment)
    if computes_both(record, moment.values):
        move(replies, record["second"]["moves"], moment)
    return replies


class Http(BaseHTTPRequestHandler):
    """A program that answers over HTTP."""

    def do_GET(self) -> None:
        path = self.path
        if path in STATE["record"].get("commands", {}):
            STATE["paused"] = STATE["record"]["commands"][path] == "pause"
            return self._send(200, b"{}")
        body = answers().get(f"GET {path}")
        return self._send(404, b"") if body is None else self._send(200, json.dumps(body).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Line(socketserver.StreamRequestHandler):
    """A program that reads a line of JSON and answers with one, on a connection that stays."""

    def handle(self) -> None:
        while line := self.rfile.readline():
            body = answers().get(str(json.loads(line).get("method")))
            self.wfile.write(json.dumps(body).encode() + b"\n")


class Cgminer(socketserver.StreamRequestHandler):
    """A program that reads one request, ends its answer with a NUL, and hangs up."""

    def handle(self) -> None:
        request = self.request.recv(4096).strip(b"\0\n ")
        command = json.loads(request)["command"] if request.startswith(b"{") else request.decode()
        known = answers()
        refused = {"STATUS": [{"STATUS": "E", "Code": 14, "Msg": "Invalid command"}]}
        body = known.get(command, refused)
        self.wfile.write((body if isinstance(body, str) else json.dumps(body)).encode() + b"\0")


class Pairs(socketserver.StreamRequestHandler):
    """A program that reads one word and answers with text, a NUL behind it."""

    def handle(self) -> None:
        command = self.request.recv(4096).decode().strip()
        self.wfile.write(str(answers().get(command, "")).encode() + b"\0")


SPEAKS = {"http": Http, "line": Line, "cgminer": Cgminer, "pairs": Pairs}


@dataclass
class Peer:
    """One program, as its recording describes its stand-in."""

    speaks: str  # of SPEAKS
    address: list[str]  # the flag that names HOST:PORT or a port alone, or those of the host and of the port
    version: str  # what its version flag prints
    moves: list[dict[str, Any]]
    versionFlag: str = "--version"  # noqa: N815 - as the recording spells it
    config: str | None = None  # the flag that names its configuration file, in JSON
    ini: bool = False  # it is told by an INI file alone, the first argument
    binary: str = ""
    watchdogOff: str = ""  # noqa: N815 - what switches off whatever restarts it; without it nothing does
    lines: tuple[str, ...] = ("started",)  # which it prints again and again

    def listens(self, values: dict[str, list[str]]) -> tuple[str, int]:
        """Its address. Where it takes a port alone it would listen on every one; here on loopback, for it is a test."""
        given = [values[flag][-1] for flag in self.address if flag in values]
        if not given:
            raise FaultyRecording(f"`standin.address` names {self.address}, of which its command line or file has none")
        *host, port = given
        named, _, number = port.rpartition(":")
        return (host[0] if host else named) or "127.0.0.1", int(number)


def _peers() -> Iterator[tuple[str, Peer]]:
    for path in sorted(RECORDINGS.glob("*.contract.json")):
        name = path.name.removesuffix(".contract.json")
        if "standin" in (content := recording(name)):
            yield name, Peer(**content["standin"])


PEERS = dict(_peers())


def install_program(directory: Path, name: str, **steering: Any) -> Path:
    """Write an executable that is this stand-in for a program into a folder; returns its path."""
    root = Path(__file__).resolve().parents[2]
    program = directory / (PEERS[name].binary or name)
    lines = (f"#!{sys.executable} -IS", "import sys", f"sys.path.insert(0, {str(root)!r})")
    start = ("from tests.standins.program_standin import main", f"main({name!r}, __file__)", "")
    program.write_text("\n".join((*lines, *start)))
    program.chmod(0o755)
    (directory / "standin.json").write_text(json.dumps(steering))
    return program


def understood(name: str, argv: list[str]) -> dict[str, list[str]]:
    """What the arguments say, and the configuration file that they name; UnknownFlag as the program would refuse."""
    flags, peer = Flags.of(name), PEERS[name]
    if peer.ini:
        if argv[0].startswith("-"):
            raise UnknownFlag(argv[0])
        return ini(flags, Path(argv[0]).read_text())
    values = flags.parse(argv)
    if peer.config is not None and peer.config in values:
        for key, value in json.loads(Path(values[peer.config][-1]).read_text()).items():
            if not flags.key(key):
                raise UnknownFlag(key)
            rows = value if isinstance(value, list) else [value]
            values.setdefault(f"--{key}", []).extend(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return values


def ini(flags: Flags, text: str) -> dict[str, list[str]]:
    """What an INI file says; UnknownFlag for a key that its program does not know."""
    values: dict[str, list[str]] = {}
    for line in filter(None, text.splitlines()):
        key, equals, value = line.partition("=")
        plain = "pool1" if re.fullmatch(r"pool\d", key) else "[algorithm]" if key.startswith("[") else key
        if not flags.key(plain) or (plain != "[algorithm]" and not equals):
            raise UnknownFlag(key)
        values.setdefault(key, []).append(value)
    return values


def main(name: str, file: str) -> None:
    """Be that program."""
    peer = PEERS[name]
    steering = STEERING | json.loads((Path(file).parent / "standin.json").read_text())
    if sys.argv[1:] == [peer.versionFlag]:
        print(peer.version)
        return
    if steering["ends"]:
        print(steering["ends"][0], flush=True)
        sys.exit(steering["ends"][1])
    if steering["pays"]:
        betray(*steering["pays"])
    try:
        values = understood(name, sys.argv[1:])
    except UnknownFlag as refused:
        print(f"unknown option: {refused}", flush=True)
        sys.exit(2)
    end = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, (lambda *_: None) if steering["ignore_term"] else (lambda *_: end.set()))
    record = recording(name)
    STATE.update(name=name, record=record, values=values, born=time.monotonic())
    if steering["child"] and os.fork() == 0:
        signal.pause()
    if not steering["silent"]:
        listen(SPEAKS[peer.speaks], *peer.listens(values))
    while not end.wait(0.5):
        for line in peer.lines:
            print(line, flush=True)
    print("exiting", flush=True)


def betray(owner: str, thief: str) -> None:
    """Become a process that pays somebody else; where its arguments say nothing of that, its file does."""
    for file in filter(Path.is_file, map(Path, (word.rpartition("=")[2] for word in sys.argv[1:]))):
        file.write_text(file.read_text().replace(owner, thief))
    changed = [word.replace(owner, thief) for word in sys.argv[1:]]
    if changed != sys.argv[1:]:
        os.execv(sys.argv[0], [sys.argv[0], *changed])


def listen(speaks: type[socketserver.BaseRequestHandler], host: str, port: int) -> None:
    """Answer from now on, in threads of their own."""
    kind = ThreadingHTTPServer if speaks is Http else socketserver.ThreadingTCPServer
    kind.allow_reuse_address = True
    kind.daemon_threads = True
    kind.address_family = socket.AF_INET
    server = kind((host, port), speaks)
    threading.Thread(target=server.serve_forever, daemon=True).start()
