"""The client for Python programs, in front of the real server with a rig of paper."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mining.api.unix_socket import listening_at
from mining.client import ApiError, AsyncClient, Client
from mining.client.answers import Frame
from mining.client.json_client import is_over
from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import Served, served
from tests.daemons import wait_for
from tests.systems import POSIX

CONFIG = {"pool": "pool.example:3333", "wallet": "anybody"}


@pytest.fixture
def here() -> Iterator[Served]:
    with served(PaperRig(a_miner())) as server:
        yield server


@pytest.fixture
def rig(here: Served) -> Iterator[Client]:
    with Client(f"{here.root}/api/v1/mining") as client:
        yield client


def test_a_data_folder_without_a_daemon_reaches_nobody_else(
    here: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mining.client.address.DEFAULT_URL", f"{here.root}/api/v1/mining")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    for name in ("MINING_URL", "MINING_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    with Client() as client:
        assert client.health().status == "ok", "the usual folder's daemon may be another user's, on the usual port"
    with Client(data_dir=tmp_path / "other") as client, pytest.raises(ApiError) as refused:
        client.health()
    assert (refused.value.code, str(tmp_path / "other") in refused.value.message) == ("NO_DAEMON", True)
    with Client(data_dir=tmp_path / "other") as client, pytest.raises(ApiError):
        client.live_way()


def test_it_lists_reads_and_commands_miners(rig: Client) -> None:
    assert [miner.name for miner in rig.miners()] == ["xmrig"]
    assert rig.miners(status="stopped") == []
    assert rig.stats("xmrig") == rig.miner("xmrig").stats
    assert rig.start("xmrig", CONFIG, name="left").name == "left"
    assert rig.pause("xmrig").name == rig.resume("xmrig").name == rig.stop("xmrig").name == "xmrig"
    assert rig.restart("xmrig").message
    assert rig.health().status == "ok"
    assert {program.type for program in rig.programs()}
    assert {pool.coin for pool in rig.pools(coin="XMR")} <= {"XMR", None}
    assert rig.profiles() == []
    assert [event.seq for event in rig.events(limit=5)] == sorted((e.seq for e in rig.events(limit=5)), reverse=True)


def test_what_was_not_done_is_one_exception_with_code_sentence_status_and_request(rig: Client) -> None:
    with pytest.raises(ApiError, match="There is no miner named 'nobody'") as refused:
        rig.miner("nobody")
    assert (refused.value.code, refused.value.status) == ("MINER_NOT_FOUND", 404)
    assert refused.value.request_id
    with pytest.raises(ApiError) as faulty:
        rig.start("xmrig", {})
    assert [fault["field"] for fault in faulty.value.details["fields"]] == ["pool", "wallet"]


def test_a_name_cannot_leave_its_place(rig: Client) -> None:
    with pytest.raises(ApiError) as refused:
        rig.miner("../info?x=1")
    assert refused.value.code == "MINER_NOT_FOUND"


def test_nobody_and_a_stranger_are_told_apart() -> None:
    with pytest.raises(ApiError, match="no daemon answers at") as silent:
        Client("http://127.0.0.1:1/api/v1/mining").miners()
    assert (silent.value.code, silent.value.status, silent.value.request_id) == ("NO_DAEMON", None, None)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        impatient = Client(f"http://127.0.0.1:{listening.getsockname()[1]}/x", timeout=0.1)
        with pytest.raises(ApiError) as slow:
            impatient.miners()
    assert slow.value.code == "TIMED_OUT"


@pytest.mark.parametrize("url", ["ftp://x/", "127.0.0.1:8080", "http://127.0.0.1:http/", "http:///x"])
def test_a_url_that_is_none_is_a_wrong_argument(url: str) -> None:
    with pytest.raises(ValueError, match=r"URL|port"):
        Client(url)


def test_without_arguments_it_is_the_daemon_that_the_variables_name(
    here: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINING_URL", f"{here.root}/api/v1/mining")
    assert Client().miners()
    monkeypatch.delenv("MINING_URL")
    (tmp_path / "daemon.json").write_text(json.dumps({"pid": os.getpid(), "url": f"{here.root}/api/v1/mining"}))
    monkeypatch.setenv("MINING_DATA_DIR", str(tmp_path))
    assert Client().miners()
    assert Client(data_dir=tmp_path).miners()


def test_the_variables_key_goes_to_no_daemon_that_was_named_in_the_call(
    here: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINING_KEY", "mp_00000000_wrong")  # which would be refused
    assert Client(f"{here.root}/api/v1/mining").miners()
    monkeypatch.setenv("MINING_URL", f"{here.root}/api/v1/mining")
    with pytest.raises(ApiError) as refused:
        Client().miners()
    assert refused.value.code == "UNAUTHORIZED"


def test_a_connection_that_the_daemon_closed_meanwhile_is_opened_anew() -> None:
    answer = b'{"success": true, "data": {}}'
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer_twice() -> None:
            for _ in range(2):
                peer, _ = listening.accept()
                with peer:
                    peer.recv(65536)
                    peer.sendall(whole)

        server = threading.Thread(target=answer_twice)
        server.start()
        with Client(f"http://127.0.0.1:{listening.getsockname()[1]}/x") as rig:
            rig.post("/a")
            assert rig._connection is not None
            wait_for(lambda: is_over(rig._connection.sock), 10, "the server to close it")
            assert rig.post("/b") == {}
        server.join(60)


async def test_its_async_half_asks_the_same_and_hears_what_changes(here: Served) -> None:
    async with AsyncClient(Client(f"{here.root}/api/v1/mining")) as rig:
        assert [miner.name for miner in await rig.miners()] == ["xmrig"]
        with pytest.raises(ApiError):
            await rig.miner("nobody")
        frames: list[Frame] = []
        async for frame in rig.frames():
            frames.append(frame)
            if len(frames) == 2:
                break
            here.tell(here.rig.sample, "xmrig", 5.0)
    assert [frame.type for frame in frames] == ["snapshot", "miner.stats"]
    assert frames[1].data["stats"]["hashrate"] == 5.0


async def test_what_the_websocket_is_refused_for_is_the_same_exception(here: Served) -> None:
    async with AsyncClient(Client(f"{here.root}/api/v1/mining", "mp_00000000_wrong")) as rig:
        with pytest.raises(ApiError) as refused:
            await anext(rig.frames())
    assert (refused.value.code, refused.value.status) == ("UNAUTHORIZED", 401)
    async with AsyncClient(Client("http://127.0.0.1:1/api/v1/mining")) as nobody:
        with pytest.raises(ApiError) as silent:
            await anext(nobody.frames())
    assert silent.value.code == "NO_DAEMON"


@POSIX  # Python has no Unix sockets on Windows
async def test_the_websocket_goes_by_the_socket_of_the_data_folder_too(tmp_path: Path) -> None:
    with listening_at(tmp_path / "daemon.sock") as listening, served(PaperRig(a_miner()), also=[listening]):
        where = {"pid": 1, "url": "http://127.0.0.1:1/api/v1/mining", "socket": str(tmp_path / "daemon.sock")}
        (tmp_path / "daemon.json").write_text(json.dumps(where))
        async with AsyncClient(Client(data_dir=tmp_path)) as rig, asyncio.timeout(60):
            assert (await anext(rig.frames(every=1))).type == "snapshot"


def test_asking_imports_no_library_of_others() -> None:
    heavy = "{'asyncio', 'click', 'pydantic', 'requests', 'websockets'}"
    script = f"import sys; from mining.client import Client; Client('http://x/'); print({heavy} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "set()\n"
