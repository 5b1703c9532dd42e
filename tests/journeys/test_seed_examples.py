"""The specification's own examples, byte for byte (only lost indentation is restored), against a real daemon.

They call http://localhost:8080. Where another program listens on 8080, the daemon takes a free port and that number
alone is replaced in them; a start that is to succeed also gets a real wallet and the address of the loopback pool.
"""

import json
import os
import re
import select
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mining.miners import adapter
from mining.programs.local import register
from tests.daemons import Daemon, wait_for
from tests.needs import need
from tests.pool_threads import PoolThread, a_pool
from tests.standins.xmrig_standin import install_standin

pytestmark = pytest.mark.slow
SEED = Path(__file__).parent / "seed"
WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
UNKNOWN = {"cpu.temperature", "installedMiners.path"}  # null: no such sensor; a program of the platform's own
GO_MAIN = """package main

import (
	"encoding/json"
	"os"
)

func main() {
	var config map[string]interface{}
	if err := json.Unmarshal([]byte(os.Args[1]), &config); err != nil {
		panic(err)
	}
	if err := startMiner(config); err != nil {
		panic(err)
	}
}
"""


@contextmanager
def at_the_seeds_address(data: Path) -> Iterator[Daemon]:
    """A daemon on 8080, or on a free port where 8080 is taken."""
    running = Daemon(data)
    with socket.socket() as turn:
        running.wanted_port = 8080 if has_turn(turn) and is_free(8080) else 0
        try:
            running.start()
            yield running
        finally:
            running.clean_up()


def has_turn(turn: socket.socket) -> bool:
    """Whether no test beside this one is about to listen on 8080: who is holds that port of the next address."""
    try:
        turn.bind(("127.0.0.2", 8080))
    except OSError:
        return False
    return True


def is_free(port: int) -> bool:
    """Whether nobody listens on a port of this machine."""
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family, socket.SOCK_STREAM) as asked:
                if asked.connect_ex((host, port)) == 0:
                    return False
        except OSError:  # a machine without IPv6
            continue
    return True


@pytest.fixture
def fresh(data_dir: Path) -> Iterator[Daemon]:
    with at_the_seeds_address(data_dir) as running:
        yield running


@pytest.fixture
def pool() -> Iterator[PoolThread]:
    with a_pool(unverified_rx0=True, rx0_difficulty=50, share_seconds=2.0) as pool:
        yield pool


@pytest.fixture
def equipped(data_dir: Path, tmp_path: Path) -> Iterator[Daemon]:
    folder = tmp_path / "bin"
    folder.mkdir()
    register(adapter("xmrig"), install_standin(folder), data_dir)
    with at_the_seeds_address(data_dir) as running:
        yield running


def example(name: str, running: Daemon) -> str:
    """An example as it stands in the specification, but for the port."""
    return (SEED / name).read_text().replace("localhost:8080", f"localhost:{running.port}")


def model(name: str) -> Any:
    """A JSON model of the specification."""
    return json.loads((SEED / f"{name}.json").read_text())


def replaced(text: str, pool: PoolThread) -> str:
    """An example with a wallet and a pool that can be used."""
    text = text.replace("YOUR_WALLET_ADDRESS", WALLET).replace("YOUR_WALLET", WALLET)
    return text.replace("pool.supportxmr.com:3333", pool.address)


def said(*command: str, **how: Any) -> str:
    """What a program printed; it must end well."""
    ended = subprocess.run(command, capture_output=True, text=True, timeout=240, **how)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def answers(script: str, *curl_options: str) -> list[Any]:
    """Run the specification's curl lines; each JSON answer."""
    need("curl")
    options = " ".join(("--silent", "--show-error", *curl_options))
    printed = said("sh", "-c", re.sub(r"(?m)^curl ", f"curl {options} ", script))
    decoder, found, rest = json.JSONDecoder(), [], printed.strip()
    while rest:
        body, end = decoder.raw_decode(rest)
        found.append(body)
        rest = rest[end:].strip()
    return found


def config_for(pool: PoolThread) -> Any:
    """The specification's Config with a wallet and a pool that can be used, small enough for any machine."""
    return json.loads(replaced((SEED / "Config.json").read_text(), pool)) | {"threads": 1}


def test_on_a_fresh_machine_curl_learns_how_to_get_the_program(fresh: Daemon) -> None:
    status, body = answers(example("start.sh", fresh), "--write-out '%{http_code}'", "--output -")[::-1]
    assert status == 409
    assert body["error"]["code"] == "MINER_NOT_INSTALLED"
    assert re.match("miner-ctrl (install|register) xmrig", body["error"]["details"]["suggestion"])
    miners, stats = answers(example("read.sh", fresh))
    assert miners["data"]["items"] == []
    assert stats["error"]["code"] == "MINER_NOT_FOUND"


def test_with_the_program_the_placeholder_wallet_is_what_is_left_to_replace(equipped: Daemon) -> None:
    installed = equipped.call("GET", "/info")[1]["data"]["installedMiners"]
    assert isinstance(next(each["path"] for each in installed if each["type"] == "xmrig"), str)
    (refused,) = answers(example("start.sh", equipped))
    assert refused["error"]["code"] == "INVALID_WALLET"
    assert refused["error"]["details"]["field"] == "wallet"


def test_curl_starts_lists_and_reads(equipped: Daemon, pool: PoolThread) -> None:
    status, started = answers(replaced(example("start.sh", equipped), pool), "--write-out '%{http_code}'")[::-1]
    assert (status, started["success"], started["data"]["name"]) == (201, True, "xmrig")
    assert started["data"]["status"] in ("starting", "running")
    miners, stats = answers(example("read.sh", equipped))
    assert [miner["name"] for miner in miners["data"]["items"]] == ["xmrig"]
    assert stats["data"]["connection"]["pool"] == pool.address


def test_python_starts_and_lists(equipped: Daemon, pool: PoolThread) -> None:
    names: dict[str, Any] = {}
    exec(example("client.py.txt", equipped), names)
    started, miners = names["start_miner"](config_for(pool)), names["get_miners"]()
    assert (started["success"], started["data"]["name"]) == (True, "xmrig")
    assert [miner["name"] for miner in miners["data"]["items"]] == ["xmrig"]


def test_javascript_starts_and_lists(equipped: Daemon, pool: PoolThread) -> None:
    config = json.dumps(config_for(pool))
    use = f"(async () => console.log(JSON.stringify([await startMiner({config}), await getMiners()])))()"
    started, miners = json.loads(said(str(need("node")), "-e", example("client.js", equipped) + use))
    assert (started["success"], started["data"]["name"]) == (True, "xmrig")
    assert [miner["name"] for miner in miners["data"]["items"]] == ["xmrig"]


def test_go_starts(equipped: Daemon, pool: PoolThread, tmp_path: Path) -> None:
    (tmp_path / "client.go").write_text("package main\n\n" + example("client.go.txt", equipped))
    (tmp_path / "main.go").write_text(GO_MAIN)
    go = os.environ | {"GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": ""}
    said(str(need("go")), "run", "client.go", "main.go", json.dumps(config_for(pool)), cwd=tmp_path, env=go)
    assert equipped.miner("xmrig")["status"] in ("starting", "running")


def test_the_websocket_example_gets_a_snapshot_and_then_updates(fresh: Daemon) -> None:
    fresh.simulate("watched")
    node = str(need("node"))
    older = int(said(node, "--version").strip().lstrip("v").split(".")[0]) < 22
    flags = ["--experimental-websocket"] if older else []
    with subprocess.Popen([node, *flags, "-e", example("websocket.js", fresh)], stdout=subprocess.PIPE) as listening:
        try:
            printed = printed_until(listening, b"miner.stats", 20)
        finally:
            listening.kill()
    assert printed.startswith("Update: {")
    assert "type: 'snapshot'" in printed.split("Update: {")[1]


def printed_until(running: subprocess.Popen[bytes], awaited: bytes, seconds: float) -> str:
    """What a program prints until a word comes."""
    assert running.stdout is not None
    printed, end = b"", time.monotonic() + seconds
    while awaited not in printed:
        ready, _, _ = select.select([running.stdout], [], [], max(0.0, end - time.monotonic()))
        chunk = os.read(running.stdout.fileno(), 65536) if ready else b""
        assert chunk, f"waited in vain for {awaited!r} in {printed!r}"
        printed += chunk
    return printed.decode()


def test_pages_filters_and_sorts_as_specified(fresh: Daemon) -> None:
    for name, rate in (("slow", 100), ("fast", 300), ("middling", 200)):
        fresh.simulate(name, hashrate=rate)
    fresh.simulate("ended")
    fresh.call("DELETE", "/miners/ended")
    wait_for(lambda: all(fresh.miner(name)["hashrate"] for name in ("slow", "fast", "middling")), 15, "the hashrates")
    page = fresh.call("GET", "/miners?page=1&limit=10")[1]["data"]
    assert [miner["name"] for miner in page["items"]] == ["ended", "fast", "middling", "slow"]
    assert page["pagination"] == {"page": 1, "limit": 10, "total": 4, "pages": 1}
    assert page["pagination"].keys() == model("Pagination").keys()
    chosen = fresh.call("GET", "/miners?status=running&sort=hashrate&order=desc")[1]["data"]
    assert [miner["name"] for miner in chosen["items"]] == ["fast", "middling", "slow"]


def test_every_model_holds_every_key_of_the_specification(fresh: Daemon) -> None:
    seed = model("Config")
    assert fresh.call("POST", "/miners/simulated", seed | {"options": {"gpus": 1}})[0] == 201

    def stats() -> Any:
        found = fresh.call("GET", "/miners/simulated/stats")[1]["data"]
        return found if None not in (found["hashrateAvg"], found["connection"]["ping"], found["cpu"]["usage"]) else None

    def measured() -> Any:
        points = fresh.call("GET", "/miners/simulated/hashrate-history")[1]["data"]["points"]
        return next((each for each in points if each["hashrate"] is not None), None)

    figures = wait_for(stats, 120, "every figure, a first share among them (one in 10 s on average)")
    point = wait_for(measured, 20, "a bucket with a hashrate")
    assert misfits(model("PerformanceMetrics"), figures) == []
    assert misfits(model("HashratePoint"), point) == []
    assert misfits(model("SystemInfo"), fresh.call("GET", "/info")[1]["data"]) == []
    shown = fresh.miner("simulated")["config"]
    assert {key: shown[key] for key in seed} == seed


def misfits(seed: Any, ours: Any, where: str = "") -> list[str]:
    """Where a value of ours lacks a key or has another type than the specification's."""
    if isinstance(seed, dict) and isinstance(ours, dict):
        lost = [f"{where}.{key} is missing" for key in seed.keys() - ours.keys()]
        inner = (misfits(seed[key], ours[key], f"{where}.{key}".strip(".")) for key in seed.keys() & ours.keys())
        return lost + [each for row in inner for each in row]
    if isinstance(seed, list) and isinstance(ours, list):
        return [each for item in ours for each in misfits(seed[0], item, where)] if ours else [f"{where} is empty"]
    if ours is None and where in UNKNOWN:
        return []
    kind = (int, float) if type(seed) in (int, float) else type(seed)
    fits = isinstance(ours, kind) and isinstance(ours, bool) is isinstance(seed, bool)
    return [] if fits else [f"{where} is {ours!r}, not like {seed!r}"]
