"""A daemon that listens to the network, and another host on it: what that one may do with each key, and without any."""

import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.daemons import SCRIPT, Daemon
from tests.hosts import Host, two_hosts

pytestmark = pytest.mark.slow
PORT = 8080  # on a host of our own every port is free
WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
BODY = {"pool": "pool.example:3333", "wallet": WALLET}


class FarDaemon(Daemon):
    """A daemon on one of the hosts."""

    def __init__(self, place: Host, data: Path, **settings: Any) -> None:
        super().__init__(data, settings=settings)
        self.place = place
        self.wanted_port = PORT
        self.starts = 0

    def start(self, limit: float = 10.0) -> float:
        self.starts += 1
        return super().start(limit)

    def argv(self) -> list[str]:
        return self.place.argv(sys.executable, str(SCRIPT), str(self.data), str(PORT), json.dumps(self.said))

    @property
    def whole_log(self) -> str:
        """All that it has ever printed."""
        return (self.data / "daemon.log").read_text()

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.log
        answers = [f"{self.process.pid}" in (self.data / "daemon.json").read_text(), self.whole_log.count("Data: ")]
        return answers == [True, self.starts]


@contextmanager
def listening_on_the_network(data: Path, **settings: Any) -> Iterator[tuple[FarDaemon, Host, Host]]:
    """A daemon on a host, that host, and another one."""
    with two_hosts() as (rig, other):
        running = FarDaemon(rig, data, host="0.0.0.0", **settings)
        try:
            running.start()
            yield running, rig, other
        finally:
            running.clean_up()


def below(host: Host, path: str, key: str | None = None, method: str = "GET", **more: Any) -> dict[str, Any]:
    """A request to a daemon on that host."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return {"url": f"http://{host.address}:{PORT}/api/v1/mining{path}", "method": method, "headers": headers, **more}


def statuses(answers: list[dict[str, Any]]) -> list[int]:
    return [answer["status"] for answer in answers]


def data_in(answer: dict[str, Any]) -> Any:
    body = json.loads(answer["body"])
    assert body["success"], answer
    return body["data"]


def test_another_host_reads_with_a_viewer_s_key_and_without_one_learns_only_that_the_daemon_lives(
    data_dir: Path,
) -> None:
    with listening_on_the_network(data_dir) as (running, rig, other):
        token = (data_dir / "admin.token").read_text().strip()
        assert token not in running.whole_log, "a log is no place for a key"
        assert stat.S_IMODE((data_dir / "admin.token").stat().st_mode) == 0o600
        document = json.loads(other.ask(below(rig, "/docs/swagger.json", token))[0]["body"])
        operations = [
            (path.replace("{miner}", "one").replace("{type}", "simulated").replace("{id}", "1"), method)
            for path, item in document["paths"].items()
            for method in item
        ]
        bare = other.ask(*(below(rig, path, None, method.upper()) for path, method in operations))
        assert {path for (path, _), answer in zip(operations, bare, strict=True) if answer["status"] != 401} == {
            "/healthz"
        }
        assert json.loads(bare[operations.index(("/healthz", "get"))]["body"])["data"]["problems"] == []
        open_to_all = [
            f"http://{rig.address}:{PORT}/healthz",
            f"http://{rig.address}:{PORT}/api/v1/mining/swagger/index.html",
        ]
        assert statuses(other.ask(*({"url": url} for url in open_to_all))) == [200, 200]

        made = other.ask(
            below(rig, "/miners/simulated?name=one", token, "POST", body=BODY),
            *(below(rig, "/keys", token, "POST", body={"name": role, "role": role}) for role in ("viewer", "operator")),
        )
        assert statuses(made) == [201, 201, 201]
        viewer, operator = (data_in(answer)["key"] for answer in made[1:])

        reads = other.ask(*(below(rig, path, viewer) for path in ("/miners", "/miners/one", "/events", "/info", "/ws")))
        assert statuses(reads) == [200, 200, 200, 200, 426]
        assert not any(WALLET in answer["body"] or str(data_dir) in answer["body"] for answer in reads)
        writes = [
            below(rig, path, viewer, method.upper(), body=BODY if method in ("post", "put") else None)
            for path, method in operations
            if method != "get" and path != "/wallets/check"
        ]
        assert set(statuses(other.ask(*writes))) == {403}
        assert set(statuses(other.ask(*(below(rig, path, viewer) for path in ("/keys", "/audit"))))) == {403}

        url = f"ws://{rig.address}:{PORT}/api/v1/mining/ws"
        heard = other.ask(
            {"url": url, "websocket": True},
            {"url": url, "websocket": True, "headers": {"Authorization": f"Bearer {viewer}"}},
        )
        assert statuses(heard) == [401, 101]
        assert '"type":"snapshot"' in heard[1]["body"]
        assert WALLET not in heard[1]["body"]

        runs = other.ask(
            below(rig, "/miners/one/pause", operator, "POST"),
            below(rig, "/miners/one/resume", operator, "POST"),
            below(rig, "/miners/one/restart", operator, "POST", body=BODY | {"options": {"hashrate": 5}}),
            below(rig, "/miners/one/restart", operator, "POST", body=BODY | {"wallet": "4somebodyelse"}),
            below(rig, "/miners/simulated?name=two", operator, "POST", body=BODY | {"pool": "pool.other:3333"}),
            below(rig, "/miners/simulated?name=two", operator, "POST", body=BODY | {"proxy": "socks5://10.0.0.1:1"}),
        )
        assert statuses(runs) == [200, 200, 201, 403, 403, 403], [answer["body"] for answer in runs]
        assert [json.loads(answer["body"])["error"]["code"] for answer in runs[3:]] == ["FORBIDDEN"] * 3

        home = [
            {"url": f"http://localhost:{PORT}/api/v1/mining/miners"},
            {"url": f"http://{rig.address}:{PORT}/api/v1/mining/miners"},
        ]
        assert statuses(rig.ask(*home)) == [200, 401], "as before from this machine, by its own name alone"

        guesses = other.ask(
            *(below(rig, "/miners", f"mp_{turn:08x}_{'A' * 43}") for turn in range(30)), below(rig, "/miners", viewer)
        )
        assert statuses(guesses) == [401] * 10 + [429] * 20 + [200]
        assert int(guesses[10]["headers"]["retry-after"]) > 10

        id = viewer.split("_")[1]
        assert statuses(other.ask(below(rig, f"/keys/{id}", token, "DELETE"))) == [200]
        assert statuses(other.ask(below(rig, "/miners", viewer))) == [429], "it opens nothing from now on"
        audit = data_in(other.ask(below(rig, "/audit?limit=1000", token))[0])["items"]
        assert ("key operator", "restartMiner", 201) in {(each["who"], each["what"], each["outcome"]) for each in audit}
        assert ("key operator", "restartMiner", "FORBIDDEN") in {
            (each["who"], each["what"], each["code"]) for each in audit
        }
        assert data_in(other.ask(below(rig, "/audit/verification", token))[0])["ok"] is True
        assert token not in json.dumps(audit)

        assert running.end() == 0
        running.start()
        assert running.whole_log.count("The admin has a key.") == 1, "it is not told again"
        assert statuses(other.ask(below(rig, "/miners", operator), below(rig, "/miners", viewer))) == [200, 401]


def test_the_command_line_uses_a_key_from_elsewhere_and_the_token_of_the_data_folder_at_home(
    data_dir: Path, tmp_path: Path
) -> None:
    with listening_on_the_network(data_dir, auth="always") as (_, rig, other):
        program = [sys.executable, "-m", "mining.cli.main"]
        away = [*program, "--url", f"http://{rig.address}:{PORT}/api/v1/mining"]
        nothing = {"MINING_DATA_DIR": str(tmp_path / "none")}
        assert other.run(*away, "list", **nothing).returncode == 5
        made = rig.run(
            *program, "--data-dir", str(data_dir), "--json", "keys", "create", "laptop", "--role", "operator"
        )
        assert made.returncode == 0, made.stderr
        key = json.loads(made.stdout)["key"]
        file = tmp_path / "key"
        file.write_text(key + "\n")
        file.chmod(0o644)
        refused = other.run(*away, "--key-file", str(file), "list", **nothing)
        assert (refused.returncode, "chmod 600" in refused.stderr) == (2, True)
        file.chmod(0o600)
        by_flag: list[list[str]] = [["--key", key], ["--key-file", str(file)], [], []]
        by_variable: list[dict[str, str]] = [{}, {}, {"MINING_KEY": key}, {"MINING_TOKEN": key}]
        for how, variables in zip(by_flag, by_variable, strict=True):
            listed = other.run(*away, *how, "list", **nothing, **variables)
            assert listed.returncode == 0, listed.stderr
        denied = other.run(*away, "--key", key, "keys", "list", **nothing)
        assert (denied.returncode, "role admin" in denied.stderr) == (5, True)
        shown = rig.run(*program, "--data-dir", str(data_dir), "audit")
        assert (shown.returncode, "(admin)" in shown.stdout, "holds" in shown.stdout) == (0, True, True)
        named = rig.run(
            *program, "--url", f"http://{rig.address}:{PORT}/api/v1/mining", "--data-dir", str(data_dir), "list"
        )
        assert named.returncode == 5, "the token is for the daemon of the folder, never for an address that was named"


def test_no_key_at_all_on_the_network_needs_a_long_flag(data_dir: Path) -> None:
    argv = ["serve", "--host", "0.0.0.0", "--port", "0", "--auth", "off", "--data-dir", str(data_dir)]
    done = subprocess.run([sys.executable, "-m", "mining.cli.main", *argv], capture_output=True, text=True, timeout=120)
    assert (done.returncode, "--i-understand-no-auth" in done.stderr) == (1, True)


def test_with_the_long_flag_there_is_a_banner_and_no_key(data_dir: Path) -> None:
    with listening_on_the_network(data_dir, auth="off", i_understand_no_auth=True) as (running, rig, other):
        health, write = other.ask(below(rig, "/healthz"), below(rig, "/miners/one/pause", None, "POST"))
        assert [each["code"] for each in data_in(health)["problems"]] == ["OPEN_TO_ALL"]
        assert write["status"] == 404
        assert "WARNING: Everybody who can reach this machine" in running.whole_log
        assert "mp_" not in running.whole_log
