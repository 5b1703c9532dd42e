"""A pool that repeats what it was given publishes nothing: it refuses the login with the password in its answer."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.daemons import daemon, wait_for

pytestmark = pytest.mark.slow
OLD, NEW, WORKER = "old-s3cret/word", "hunter2", "garden-shed"


@contextmanager
def a_pool_that_repeats() -> Iterator[str]:
    """Refuses every login, and says with what it was tried now and before."""
    heard: list[str] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            asked = json.loads(self.rfile.readline())
            heard.extend([asked["params"]["pass"], str(asked["params"].get("rigid"))])
            text = f"banned: {' '.join(dict.fromkeys(heard))}"
            answer = {"id": asked["id"], "error": {"code": -1, "message": text}}
            self.wfile.write(json.dumps(answer).encode() + b"\n")

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_what_a_pool_repeats_stands_in_no_answer_event_log_or_file_of_ours(data_dir: Path) -> None:
    with a_pool_that_repeats() as pool, daemon(data_dir) as running:
        said = {"pool": pool, "wallet": "anybody", "worker": WORKER}
        assert running.call("POST", "/miners/demo", said | {"password": OLD})[0] == 201
        wait_for(lambda: "banned" in json.dumps(running.miner("demo")), 20, "the refusal")
        assert running.call("POST", "/miners/demo/restart", said | {"password": NEW})[0] == 201

        def lines() -> list[str]:
            return [each["text"] for each in running.call("GET", "/miners/demo/logs?lines=500")[1]["data"]["items"]]

        def reason() -> str | None:
            return (running.miner("demo")["reason"] or {}).get("code")

        wait_for(lambda: any("banned: … … …" in line for line in lines()), 20, "the refusal of both")
        wait_for(lambda: any(each["event"] == "degraded" for each in running.events("demo")), 20, "the event")
        wait_for(lambda: reason() == "login_refused", 20, "the refusal to be its reason")
        miner = running.miner("demo")
        shown = [miner["reason"], miner["stats"], lines(), running.events()]
        logs = "".join(path.read_text() for path in (data_dir / "logs").rglob("*.log"))
        text = json.dumps(shown) + logs + (data_dir / "daemon.log").read_text()
        assert "banned" in text
        running.call("POST", "/miners/demo/stop")
    for secret in (OLD, NEW, WORKER, json.dumps(OLD)[1:-1]):
        assert secret not in text
    assert OLD.encode() not in (data_dir / "history.db").read_bytes()
