"""What needs attention, over HTTP and the WebSocket, for its owner and for strangers."""

import json
from datetime import timedelta
from typing import Any

import pytest
from websockets.sync.client import connect

from mining import __version__
from mining.domain.attention.item import AttentionItem, examine, restart
from mining.domain.message import Sentence, message
from tests.api.paper_rig import NOON
from tests.api.serving import Served, data_of

FOREIGN = {"Origin": "https://evil.com"}
LOST = AttentionItem(
    id="xmrig:pool_silent", code="pool_silent", severity="warning", miner="xmrig", since=NOON - timedelta(hours=1),
    text="No share; see /home/me/x.", message="health.pool_silent", params={"words": "/home/me/x"},
    action=restart("xmrig"),
)  # fmt: skip
DISK = AttentionItem(
    id="storage:1", code="storage", severity="error", miner=None, since=NOON, text="/home/me has vanished.",
    message=None, params={}, action=examine(),
)  # fmt: skip


@pytest.fixture
def troubled(here: Served) -> Served:
    here.rig.attention = [DISK, LOST]
    return here


def test_the_list_is_told_as_it_stands_in_pages(troubled: Served) -> None:
    page = data_of(troubled.ask("/attention"))
    assert page["pagination"] == {"page": 1, "limit": 50, "total": 2, "pages": 1}
    assert page["items"][1] == {
        "id": "xmrig:pool_silent", "code": "pool_silent", "severity": "warning", "miner": "xmrig",
        "since": "2025-12-31T11:00:00Z", "text": "No share; see /home/me/x.", "message": "health.pool_silent",
        "params": {"words": "/home/me/x"}, "parts": {}, "more": [],
        "action": {
            "code": "restart_miner", "label": "Restart", "method": "POST", "path": "/miners/xmrig/restart",
            "command": "miner-ctrl restart xmrig",
        },
    }  # fmt: skip
    second = data_of(troubled.ask("/attention?page=2&limit=1"))
    assert [each["id"] for each in second["items"]] == ["xmrig:pool_silent"]


def test_strangers_see_no_path_and_nothing_of_the_rig_itself(troubled: Served) -> None:
    page = data_of(troubled.ask("/attention", headers=FOREIGN))
    assert [(each["code"], each["text"], each["params"]) for each in page["items"]] == [
        ("pool_silent", "No share; see …", {"words": "…"})
    ]
    assert page["pagination"]["total"] == 1


def hear(socket: Any) -> Any:
    return json.loads(socket.recv(timeout=30))


def test_the_first_frame_holds_the_list_and_the_version_and_each_change_is_a_frame(troubled: Served) -> None:
    url = f"ws://127.0.0.1:{troubled.port}/api/v1/mining/ws"
    with connect(url, compression=None) as owner, connect(url, compression=None, origin="https://evil.com") as stranger:
        first = hear(owner)["data"]
        assert ([each["id"] for each in first["attention"]], first["version"]) == ([DISK.id, LOST.id], __version__)
        assert [each["id"] for each in hear(stranger)["data"]["attention"]] == [LOST.id]
        troubled.tell(troubled.rig.attend, DISK)
        told = hear(owner)
        assert (told["type"], [each["id"] for each in told["data"]["items"]]) == ("attention", [DISK.id])
        assert hear(stranger)["data"] == {"items": []}


def test_a_listener_may_hear_of_attention_alone(here: Served) -> None:
    with connect(f"ws://127.0.0.1:{here.port}/api/v1/mining/ws", compression=None) as socket:
        hear(socket)
        socket.send(json.dumps({"subscribe": ["attention"]}))
        assert hear(socket)["type"] == "subscribed"
        here.tell(here.rig.sample, "xmrig", 1.0)
        here.tell(here.rig.attend, DISK)
        assert hear(socket)["type"] == "attention"


def test_a_problem_of_the_daemon_has_its_code_beside_its_sentence(here: Served) -> None:
    full = Sentence(message("storage.vanished", folder="/data"))
    here.rig.trouble = [{"code": "STORAGE", "text": full}, {"code": "STORAGE", "text": "Something else."}]
    first, second = data_of(here.ask("//healthz"))["problems"]
    assert (first["text"], first["message"], first["params"]) == (str(full), "storage.vanished", {"folder": "/data"})
    assert (second["message"], second["params"]) == (None, {})
