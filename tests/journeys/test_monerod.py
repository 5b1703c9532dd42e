"""Solo mining with the real monerod on a chain of its own: a node that is started here, and one that runs already."""

import http.client
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mining.miners import adapter
from mining.programs.local import register
from tests.daemons import Daemon, daemon, holders, wait_for
from tests.demo.processes import free_port
from tests.needs import need
from tests.nodes import Node, a_node, a_slow_way

pytestmark = pytest.mark.slow
MINE = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
THEIRS = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
LOGIN = "owner:s3cret-of-the-node"
LIMIT = 30.0


@pytest.fixture
def running(data_dir: Path) -> Iterator[Daemon]:
    need("monerod")
    with daemon(data_dir) as running:
        yield running


@pytest.fixture
def node(tmp_path: Path) -> Iterator[Node]:
    with a_node(tmp_path / "node", login=LOGIN) as node:
        yield node


def adopted(node: Node, **fields: Any) -> dict[str, Any]:
    """A configuration for a node that runs already."""
    return {"pool": f"daemon+http://{node.endpoint}", "wallet": MINE, "password": LOGIN, "threads": 1, **fields}


def of_its_own(folder: Path, port: int) -> dict[str, Any]:
    """A configuration for a node that is started with it."""
    folder.mkdir(exist_ok=True)
    options = {"dataDir": str(folder), "network": "regtest", "mode": "light"}
    return {"pool": f"127.0.0.1:{port}", "wallet": MINE, "threads": 1, "options": options}


def start(running: Daemon, config: dict[str, Any], query: str = "") -> dict[str, Any]:
    status, answer = running.call("POST", f"/miners/monerod{query}", config)
    assert status == 201, answer
    return dict(answer["data"])


def wait_until_it_mines(running: Daemon) -> dict[str, Any]:
    """The miner once it computes."""

    def mining() -> dict[str, Any] | None:
        miner = running.miner("monerod")
        return miner if miner["status"] == "running" and miner["health"] == "ok" and miner["hashrate"] else None

    try:
        return dict(wait_for(mining, LIMIT, "it to mine"))
    except AssertionError:
        raise AssertionError(f"{running.miner('monerod')}\n{text_of(running)}") from None


def text_of(running: Daemon) -> str:
    items = running.call("GET", "/miners/monerod/logs?lines=200")[1]["data"]["items"]
    return "\n".join(item["text"] for item in items)


def reason_of(running: Daemon) -> tuple[str | None, str]:
    reason = running.miner("monerod")["reason"] or {}
    return reason.get("code"), str(reason.get("text"))


def wait_for_reason(running: Daemon, code: str, words: str) -> str:
    def told() -> str | None:
        found = reason_of(running)
        return found[1] if found[0] == code and words in found[1] else None

    try:
        return str(wait_for(told, LIMIT, f"the reason {code}"))
    except AssertionError:
        raise AssertionError(f"{running.miner('monerod')}\n{text_of(running)}") from None


def children(running: Daemon) -> list[int]:
    """The node that was started here: who holds the lock and is not the driver."""
    lock = running.data / "run" / "monerod" / "lock"
    return [pid for pid in holders(lock) if pid not in running.alive("monerod")]


# ——— a node that is started here


def test_a_node_of_its_own_mines_rests_survives_and_ends_with_its_miner(running: Daemon, tmp_path: Path) -> None:
    register(adapter("monerod"), need("monerod"), running.data)
    port = free_port()
    start(running, of_its_own(tmp_path / "chain", port))
    miner = wait_until_it_mines(running)
    stats = miner["stats"]
    assert stats["algorithm"] == "rx/0"
    assert stats["difficulty"] == 20
    assert stats["shares"] == {"accepted": None, "rejected": None, "invalid": None}
    assert stats["connection"]["pool"] == f"127.0.0.1:{port}"
    assert miner["version"].startswith("0.18.")
    assert miner["path"] == str(need("monerod").resolve())
    wait_for(lambda: running.miner("monerod")["stats"]["lastShareAt"], LIMIT, "a block to be found")
    wait_for(lambda: running.miner("monerod")["payoutLock"]["state"] == "holds", LIMIT, "the payout to be compared")
    wait_for(lambda: (running.miner("monerod")["stats"]["cpu"]["usage"] or 0) > 5, LIMIT, "the node's use of the CPU")
    (child,) = children(running)
    visible = Path(f"/proc/{child}/cmdline").read_text() + Path(f"/proc/{miner['pid']}/cmdline").read_text()
    token = json.loads((running.data / "run/monerod/driver.json").read_text())["token"]
    assert token not in visible
    assert MINE not in visible
    for name in ("driver.json", "monerod.conf"):
        assert (running.data / "run/monerod" / name).stat().st_mode & 0o777 == 0o600

    assert running.call("POST", "/miners/monerod/pause")[0] == 200
    wait_for(lambda: running.miner("monerod")["status"] == "paused", LIMIT, "it to rest")
    assert running.miner("monerod")["hashrate"] == 0
    running.kill()
    running.start()
    assert running.miner("monerod")["pid"] == miner["pid"]
    wait_for(lambda: running.miner("monerod")["status"] == "paused", LIMIT, "it to rest on")
    assert running.call("POST", "/miners/monerod/resume")[0] == 200
    wait_until_it_mines(running)

    os.kill(child, signal.SIGKILL)  # the node crashes
    wait_for(lambda: running.miner("monerod")["restarts"] == 1, LIMIT, "a restart")
    crash = next(event for event in running.events("monerod") if event["event"] == "crash")
    assert "ended by signal 9" in crash["text"]
    wait_until_it_mines(running)
    (child,) = children(running)

    os.kill(running.miner("monerod")["pid"], signal.SIGKILL)  # the driver crashes, and leaves its node behind
    wait_for(lambda: running.miner("monerod")["restarts"] == 2, LIMIT, "a restart")
    wait_until_it_mines(running)
    assert child not in children(running)

    assert running.call("DELETE", "/miners/monerod")[0] == 200
    assert running.alive("monerod") == []
    assert children(running) == []
    assert "Found block" in text_of(running)
    assert (tmp_path / "chain").is_dir()


def test_a_chain_outlives_its_miner(running: Daemon, tmp_path: Path) -> None:
    register(adapter("monerod"), need("monerod"), running.data)
    config = of_its_own(tmp_path / "chain", free_port())
    start(running, config)
    wait_until_it_mines(running)
    wait_for(lambda: "at height 3 " in text_of(running), LIMIT, "three blocks")
    assert running.call("DELETE", "/miners/monerod?forget=true")[0] == 200
    start(running, config)
    wait_until_it_mines(running)
    wait_for(lambda: "Found block" in text_of(running), LIMIT, "a block")
    assert "at height 1 " not in text_of(running)


def test_the_check_of_a_start_names_files_command_and_what_stands_in_its_way(running: Daemon, tmp_path: Path) -> None:
    config = of_its_own(tmp_path / "chain", free_port())
    status, answer = running.call("POST", "/miners/monerod/check", config)
    assert status == 200
    assert [error["code"] for error in answer["data"]["errors"]] == ["MINER_NOT_INSTALLED"]
    register(adapter("monerod"), need("monerod"), running.data)
    checked = running.call("POST", "/miners/monerod/check", config)[1]["data"]
    assert checked["ok"], checked
    assert checked["files"] == ["driver.json", "monerod.conf"]
    assert checked["command"][:3] == [sys.executable, "-m", "mining.drivers.monerod"]
    assert MINE not in json.dumps(checked)
    assert "regtest is a chain of one's own: what is mined there is worth nothing." in checked["warnings"]


# ——— a node that runs already


def test_a_node_that_runs_already_is_made_to_mine_and_never_ended(running: Daemon, node: Node) -> None:
    start(running, adopted(node))
    miner = wait_until_it_mines(running)
    assert node.state.active
    assert node.state.address == MINE
    assert miner["path"] is None
    assert miner["stats"]["cpu"]["usage"] is None
    assert miner["nextVersion"] is None
    before = node.state.height
    wait_for(lambda: node.state.height > before, LIMIT, "a block")
    wait_for(lambda: running.miner("monerod")["payoutLock"]["state"] == "holds", LIMIT, "the payout to be compared")

    assert running.call("POST", "/miners/monerod/pause")[0] == 200
    wait_for(lambda: not node.state.active, LIMIT, "the node to rest")
    assert running.call("POST", "/miners/monerod/resume")[0] == 200
    wait_for(lambda: node.state.active, LIMIT, "the node to mine again")

    os.kill(miner["pid"], signal.SIGKILL)  # the driver crashes; the node mines on, and the next driver finds that
    wait_for(lambda: running.miner("monerod")["restarts"] == 1, LIMIT, "a restart")
    wait_until_it_mines(running)
    running.kill()
    running.start()
    assert "adopt" in [event["event"] for event in running.events("monerod")]
    assert wait_until_it_mines(running)["restarts"] == 1

    assert running.call("DELETE", "/miners/monerod")[0] == 200
    assert node.lives
    assert not node.state.active
    assert LOGIN.partition(":")[2] not in text_of(running)


def test_a_stop_takes_back_what_is_still_being_told(running: Daemon, tmp_path: Path) -> None:
    with a_node(tmp_path / "node") as node, a_slow_way(node, 3.0) as way:
        start(running, {"pool": way.endpoint, "wallet": MINE, "threads": 1})
        assert way.begun.wait(60)
        assert running.call("DELETE", "/miners/monerod")[0] == 200
        assert running.alive("monerod") == []
        assert "stopped mining at" in text_of(running)
        assert not node.state.active


def test_a_pause_is_obeyed_as_soon_as_the_node_hears(running: Daemon, tmp_path: Path) -> None:
    with a_node(tmp_path / "node") as node, a_slow_way(node, 3.0) as way:
        start(running, {"pool": way.endpoint, "wallet": MINE, "threads": 1})
        assert way.begun.wait(60)
        assert running.call("POST", "/miners/monerod/pause")[0] == 200
        wait_for(lambda: running.miner("monerod")["status"] == "paused", LIMIT, "it to rest")
        assert not node.state.active


def test_mining_is_begun_again_when_the_node_is_back(running: Daemon, node: Node) -> None:
    start(running, adopted(node))
    miner = wait_until_it_mines(running)
    node.end()
    wait_for_reason(running, "pool_unreachable", "connection refused")
    assert running.miner("monerod")["hashrate"] is None
    node.start()
    assert wait_until_it_mines(running)["pid"] == miner["pid"]
    assert node.state.address == MINE


def test_a_node_that_takes_the_login_no_more_shows_no_figures_of_before(running: Daemon, node: Node) -> None:
    start(running, adopted(node))
    driver = wait_until_it_mines(running)["pid"]
    os.kill(driver, signal.SIGSTOP)  # so that it does not see the node gone in between
    node.end()
    node.login = "owner:another-one"
    node.start()
    os.kill(driver, signal.SIGCONT)
    wait_for_reason(running, "login_refused", "it does not take this login")
    stats = running.miner("monerod")["stats"]
    assert (stats["hashrate"], stats["difficulty"], stats["connection"]["connected"]) == (None, None, False)


def test_whoever_stops_mining_at_the_node_is_not_overruled(running: Daemon, node: Node) -> None:
    start(running, adopted(node))
    wait_until_it_mines(running)
    node.rpc.stop_mining()
    wait_for(lambda: running.miner("monerod")["status"] == "paused", LIMIT, "it to be told")
    assert running.miner("monerod")["wanted"] == "running"
    sampled = running.miner("monerod")["stats"]["sampledAt"]
    wait_for(lambda: running.miner("monerod")["stats"]["sampledAt"] > sampled, LIMIT, "another look")
    assert not node.state.active
    assert "somebody told the node to stop mining" in text_of(running)
    assert running.call("POST", "/miners/monerod/resume")[0] == 200
    wait_until_it_mines(running)


def test_a_node_that_is_turned_to_another_wallet_is_stopped_and_told(running: Daemon, node: Node) -> None:
    start(running, adopted(node))
    wait_until_it_mines(running)
    wait_for(lambda: running.miner("monerod")["payoutLock"]["state"] == "holds", LIMIT, "the payout to be compared")
    node.rpc.stop_mining()
    node.rpc.start_mining(THEIRS, 1)
    wait_for(lambda: running.miner("monerod")["status"] == "error", LIMIT, "it to be stopped")
    assert reason_of(running)[0] == "payout_differs"
    assert running.alive("monerod") == []
    assert node.lives
    assert not node.state.active


def test_a_node_that_mines_for_somebody_else_already_is_left_alone(running: Daemon, node: Node) -> None:
    node.rpc.start_mining(THEIRS, 1)
    start(running, adopted(node))
    told = wait_for_reason(running, "login_refused", "it mines for another wallet, 44AF…EP3A")
    assert THEIRS not in told + text_of(running)
    assert running.miner("monerod")["payoutLock"]["state"] != "differs"
    assert running.call("DELETE", "/miners/monerod")[0] == 200
    assert node.state.address == THEIRS


def test_a_node_that_is_not_in_step_with_its_network_is_waited_for(running: Daemon, tmp_path: Path) -> None:
    alone = ("--add-exclusive-node=127.0.0.1:1",)  # it waits for a peer that never comes
    with a_node(tmp_path / "node", login=LOGIN, more=alone) as node:
        start(running, adopted(node))
        told = wait_for_reason(running, "preparing", "not in step with its network yet")
        assert told == "It computes nothing yet: the node is not in step with its network yet."
        assert running.miner("monerod")["health"] == "ok"
        assert running.miner("monerod")["hashrate"] is None
        assert not node.state.active


@pytest.mark.parametrize(
    ("login", "more", "words"),
    [
        ("owner:wrong", ("--offline",), "it does not take this login"),
        (None, ("--offline",), "it asks for a login"),
        (LOGIN, ("--offline", "--restricted-rpc"), "it is restricted"),
    ],
)
def test_why_a_node_does_not_obey_is_told(
    running: Daemon, tmp_path: Path, login: str | None, more: tuple[str, ...], words: str
) -> None:
    with a_node(tmp_path / "node", login=LOGIN, more=more) as node:
        start(running, adopted(node, password=login))
        wait_for_reason(running, "login_refused", words)


def test_with_a_folder_for_a_chain_a_node_that_answers_already_is_used_instead(running: Daemon, node: Node) -> None:
    register(adapter("monerod"), need("monerod"), running.data)
    start(running, of_its_own(node.folder / "another", node.port) | {"password": LOGIN})
    wait_until_it_mines(running)
    assert node.state.active
    assert children(running) == []
    assert running.call("DELETE", "/miners/monerod")[0] == 200
    assert node.lives


def test_no_node_and_no_folder_for_one_is_told_before_the_start(running: Daemon) -> None:
    config = {"pool": f"127.0.0.1:{free_port()}", "wallet": MINE}
    status, answer = running.call("POST", "/miners/monerod", config)
    assert (status, answer["error"]["code"]) == (503, "POOL_UNREACHABLE")


def test_the_drivers_api_is_closed_to_who_has_no_token(running: Daemon, node: Node) -> None:
    start(running, adopted(node))
    wait_until_it_mines(running)
    port = json.loads((running.data / "run/monerod/driver.json").read_text())["port"]
    for path in ("/summary", "/payees", "/pause"):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("POST" if path == "/pause" else "GET", path, headers={"Authorization": "Bearer guess"})
        assert connection.getresponse().status == 401
        connection.close()
    assert node.state.active
