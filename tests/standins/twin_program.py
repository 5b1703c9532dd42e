"""A pretended program that computes two algorithms at once and answers over plain TCP, each command in another way.

`summary` is answered as cgminer does, with a NUL, and the connection closes; `pools` with a line, and it stays.
"""

import json
import socketserver
import sys
from pathlib import Path
from typing import Any

STATE: dict[str, Any] = {}


def archive_member() -> bytes:
    """The file that is this program, to be made executable."""
    root = Path(__file__).resolve().parents[2]
    lines = (f"#!{sys.executable} -IS", "import sys", f"sys.path.insert(0, {str(root)!r})")
    return "\n".join((*lines, "from tests.standins.twin_program import main", "main()", "")).encode()


class Handler(socketserver.StreamRequestHandler):
    """One connection."""

    def handle(self) -> None:
        """Answer a command; on an open connection the next one too."""
        while line := self.rfile.readline():
            match json.loads(line).get("command"):
                case "summary":
                    self.wfile.write(json.dumps(summary(), indent=1).encode() + b"\0")
                    return
                case "pools":
                    self.wfile.write(json.dumps(STATE["pools"]).encode() + b"\n")
                case "pause" | "resume" as verb:
                    STATE["paused"] = verb == "pause"
                    self.wfile.write(b'{"STATUS":"S"}\n')
                case _:
                    self.wfile.write(b"unknown command\n")


def summary() -> dict[str, Any]:
    """Its figures; accepted shares grow with each question."""
    STATE["asked"] += 1
    work = [
        {"Algorithm": name, "KHS": 0.0 if STATE["paused"] else 1.5 * (place + 1), "Accepted": STATE["asked"]}
        for place, name in enumerate(STATE["algorithms"])
    ]
    return {"ID": STATE["id"], "VERSION": "twin 2.0", "Paused": STATE["paused"], "SUMMARY": work}


def main() -> None:
    """Say the version, or serve the port of the configuration."""
    if sys.argv[1:] == ["--version"]:
        print("twin 2.0")
        return
    STATE.update(json.loads(Path(sys.argv[1].removeprefix("--config=")).read_text()), asked=0, paused=False)
    print("mining", flush=True)
    socketserver.ThreadingTCPServer.allow_reuse_address = True
    socketserver.ThreadingTCPServer.daemon_threads = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", STATE["port"]), Handler) as server:
        server.serve_forever()
