"""The WebSocket over a real socket: snapshot first, then everything, and nobody waits for a slow one."""

import asyncio
import json
import socket
import time
from contextlib import ExitStack
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from mining.api import live as live_module
from mining.api.asyncapi import socket_document
from mining.api.live import A_MOMENT, LiveFeed, Seat, live_data
from mining.domain.benchmark import Benchmark
from mining.domain.config import Config
from mining.domain.event import Event
from mining.domain.pools import OwnPool, RemovedPool
from mining.domain.pools import listed as listed_pool
from mining.domain.profile import MiningProfile
from mining.domain.programs.jobs import InstallJob
from mining.domain.programs.program import Installation, Program
from mining.domain.rig import Change
from tests.api.paper_rig import NOON, WALLET, PaperRig, a_miner
from tests.api.serving import Served, served
from tests.daemons import wait_for
from tests.principals import ME, STRANGER


def listening(here: Served, path: str = "/api/v1/mining/ws", **how: Any) -> ClientConnection:
    return connect(f"ws://127.0.0.1:{here.port}{path}", compression=None, **how)


def sampled(here: Served, *samples: tuple[str, float]) -> None:
    """Several miners are measured at one moment: nothing is told in between, however busy the machine is."""
    here.tell(lambda: [here.rig.sample(name, rate) for name, rate in samples])


def everything_told(client: ClientConnection) -> None:
    while True:
        client.recv(timeout=30)


def told(client: ClientConnection) -> dict[str, Any]:
    frame: dict[str, Any] = json.loads(client.recv(timeout=30))
    assert frame.keys() == {"type", "seq", "timestamp", "data"}
    return frame


def test_tells_how_everything_is_and_then_what_changes(here: Served) -> None:
    with listening(here) as client:
        first = told(client)
        assert (first["type"], first["seq"], first["data"]["miners"][0]["config"]["wallet"]) == ("snapshot", 0, WALLET)
        assert first["data"]["miners"][0]["stats"]["hashrate"] == 4520.5
        here.tell(here.rig.sample, "xmrig", 9.0)
        sample = told(client)
        assert (sample["type"], sample["seq"], sample["data"]["name"]) == ("miner.stats", 0, "xmrig")
        assert sample["data"]["stats"]["hashrate"] == 9.0
        here.ask("/miners/xmrig", "DELETE")
        change = told(client)
        assert (change["type"], change["seq"], change["timestamp"]) == ("miner.status", 1, "2025-12-31T12:00:00Z")
        assert (change["data"]["event"], change["data"]["status"], change["data"]["name"]) == (
            "stop",
            "stopped",
            "xmrig",
        )


def test_events_of_no_miner_are_left_to_the_timeline(here: Served) -> None:
    with listening(here) as client:
        told(client)
        here.tell(here.rig.happen, "install", "XMRig 9.9.9 is installed.")
        here.tell(here.rig.sample, "xmrig", 9.0)
        sample = told(client)
        assert (sample["type"], sample["seq"]) == ("miner.stats", 1)


def test_leaves_nothing_behind_when_a_listener_goes(here: Served) -> None:
    with listening(here) as client:
        told(client)
        assert len(here.rig.listeners) == 1
    wait_for(lambda: not here.rig.listeners, 5, "the listener to be gone")


def test_tells_only_what_was_subscribed_to(here: Served) -> None:
    with listening(here) as client:
        told(client)
        here.tell(here.rig.set, a_miner("other"), "start")
        assert told(client)["data"]["event"] == "start"
        client.send('{"subscribe": ["miner.status"], "miners": ["other"]}')
        acknowledged = told(client)
        assert acknowledged["type"] == "subscribed"
        assert acknowledged["data"] == {
            "subscribe": ["miner.status"],
            "miners": ["other"],
            "every": None,
            "delta": False,
        }
        client.send("nonsense")
        refusal = told(client)
        assert (refusal["type"], refusal["data"]["code"]) == ("error", "INVALID_REQUEST")
        here.tell(here.rig.sample, "xmrig", 1.0)
        here.tell(here.rig.set, a_miner("xmrig"), "start")
        here.tell(here.rig.set, a_miner("other"), "start")
        here.tell(here.rig.sample, "other", 1.0)
        here.tell(here.rig.set, a_miner("other"), "crash")
        assert [told(client)["data"]["event"] for _ in range(2)] == ["start", "crash"]


def test_an_unknown_topic_or_miner_is_an_error_that_names_the_known_ones(here: Served) -> None:
    with listening(here) as client:
        told(client)
        client.send('{"subscribe": ["miner.stat"], "miners": ["xmrigg"]}')
        refusal = told(client)
        assert (refusal["type"], refusal["data"]["code"]) == ("error", "INVALID_REQUEST")
        issues = {each["field"]: each["issue"] for each in refusal["data"]["details"]["fields"]}
        assert "miner.stats" in issues["subscribe"]
        assert "xmrig" in issues["miners"].partition("there are")[2]
        here.tell(here.rig.sample, "xmrig", 1.0)
        assert told(client)["type"] == "miner.stats", "what was wrong changed nothing"


def test_figures_of_all_miners_come_together_for_who_asks_so(here: Served) -> None:
    here.tell(here.rig.set, a_miner("other"), "start")
    with listening(here) as client, listening(here) as usual:
        told(client), told(usual)
        client.send('{"every": 0.5}')
        assert told(client)["data"] == {"subscribe": None, "miners": None, "every": 0.5, "delta": False}
        sampled(here, ("xmrig", 1.0), ("xmrig", 2.0), ("other", 3.0))
        assert [told(usual)["type"] for _ in range(3)] == ["miner.stats"] * 3
        together = told(client)
        assert (together["type"], together["seq"]) == ("miners.stats", 1)
        rates = {each["name"]: each["stats"]["hashrate"] for each in together["data"]["items"]}
        assert rates == {"xmrig": 2.0, "other": 3.0}
        client.send('{"every": null}')
        assert told(client)["data"]["every"] is None
        here.tell(here.rig.sample, "xmrig", 4.0)
        assert told(client)["type"] == "miner.stats"


def test_the_first_figures_come_at_once_and_another_wish_ends_a_long_wait(here: Served) -> None:
    with listening(here) as client:
        told(client)
        client.send('{"every": 60}')
        assert told(client)["type"] == "subscribed"
        here.tell(here.rig.sample, "xmrig", 1.0)
        assert told(client)["type"] == "miners.stats", "not after 60 s"
        here.tell(here.rig.sample, "xmrig", 2.0)
        time.sleep(3 * A_MOMENT)
        here.tell(here.rig.sample, "xmrig", 3.0)
        client.send('{"every": 0.1}')
        assert told(client)["data"]["items"][0]["stats"]["hashrate"] == 3.0, "the second figure waited, and gave way"
        assert told(client)["type"] == "subscribed"
        here.tell(here.rig.sample, "xmrig", 4.0)
        assert told(client)["data"]["items"][0]["stats"]["hashrate"] == 4.0, "not after what is left of the 60 s"


def test_figures_that_wait_come_before_what_is_newer(here: Served) -> None:
    with listening(here) as client:
        told(client)
        client.send('{"every": 60}')
        told(client)
        here.tell(here.rig.sample, "xmrig", 1.0)
        here.tell(here.rig.set, a_miner("xmrig"), "stop")
        assert [told(client)["type"] for _ in range(2)] == ["miners.stats", "miner.status"]
        here.tell(here.rig.sample, "xmrig", 1.0)
        client.send('{"every": 1}')
        assert [told(client)["type"] for _ in range(2)] == ["miners.stats", "subscribed"]


def test_who_asks_for_differences_is_told_all_once_and_then_what_has_another_value(here: Served) -> None:
    here.tell(here.rig.set, a_miner("other"), "start")
    with listening(here) as client:
        snapshot = told(client)
        client.send('{"every": 0.1, "delta": true}')
        assert told(client)["data"]["delta"] is True
        miners = {each["name"]: each for each in snapshot["data"]["miners"]}
        here.tell(here.rig.sample, "xmrig", 1.0)
        assert told(client)["type"] == "miners.stats"
        here.tell(here.rig.sample, "xmrig", 2.0)
        different = told(client)
        assert (different["type"], different["seq"]) == ("miners.delta", 1)
        assert different["data"] == {"miners": {"xmrig": {"stats": {"hashrate": 2.0}}}}
        sampled(here, ("xmrig", 2.0), ("other", 3.0))
        both = [told(client) for _ in range(2)]
        assert [each["type"] for each in both] == ["miners.stats", "miners.delta"]
        assert [each["name"] for each in both[0]["data"]["items"]] == ["other"], "its first is whole"
        assert both[1]["data"] == {"miners": {"xmrig": {}}}, "nothing is different, and it was heard all the same"
        assert miners["xmrig"]["stats"].keys() == both[0]["data"]["items"][0]["stats"].keys()


def test_figures_are_whole_after_each_word_about_the_miner_and_each_subscription(here: Served) -> None:
    with listening(here) as client:
        told(client)
        client.send('{"every": 0.1, "delta": true}')
        told(client)
        here.tell(here.rig.sample, "xmrig", 1.0)
        assert told(client)["type"] == "miners.stats"
        here.tell(here.rig.set, a_miner("xmrig"), "restart")
        assert told(client)["type"] == "miner.status"
        here.tell(here.rig.sample, "xmrig", 1.0)
        assert told(client)["type"] == "miners.stats"
        client.send('{"every": 0.1, "delta": true}')
        assert told(client)["type"] == "subscribed"
        here.tell(here.rig.sample, "xmrig", 1.0)
        assert told(client)["type"] == "miners.stats"
        client.send('{"every": 0.1, "delta": "yes"}')
        refusal = told(client)
        [fault] = refusal["data"]["details"]["fields"]
        assert (fault["field"], fault["issue"]) == ("delta", "must be true or false")


@pytest.mark.parametrize("every", [0, 61, True, "1", [1], {"s": 1}])
def test_figures_come_no_more_often_nor_more_seldom_than_can_be(here: Served, every: Any) -> None:
    with listening(here) as client:
        told(client)
        client.send(json.dumps({"every": every}))
        refusal = told(client)
        assert refusal["type"] == "error"
        [fault] = refusal["data"]["details"]["fields"]
        assert (fault["field"], fault["issue"]) == ("every", "must be a number of seconds from 0.1 to 60")


def test_settings_have_a_frame_of_which_strangers_see_no_values(here: Served) -> None:
    with listening(here) as client, listening(here, origin="https://evil.com") as stranger:
        told(client), told(stranger)
        here.tell(here.rig.happen, "settings", "Settings were changed.", {"changes": [{"name": "port"}]})
        frame = told(client)
        assert (frame["type"], frame["data"]["event"]) == ("settings.changed", "settings")
        assert frame["data"]["changes"] == [{"name": "port"}]
        assert told(stranger)["data"]["changes"] == []


def test_own_pools_have_a_frame_which_strangers_do_not_get(here: Served) -> None:
    pool = listed_pool(OwnPool(id="pool.example:1", pool="pool.example:1", name="Mine", added_at=NOON))
    gone = RemovedPool(**dict(pool), message="It is gone.")
    with listening(here) as client, listening(here, origin="https://evil.com") as stranger:
        told(client), told(stranger)
        for each in (pool, gone):
            here.tell(here.rig._tell, Change(type="pools.changed", seq=0, at=NOON, pool=each))
        here.tell(here.rig.sample, "xmrig", 1.0)
        assert [told(client)["data"]["event"] for _ in range(2)] == ["added", "removed"]
        assert told(stranger)["type"] == "miner.stats"


def test_every_frame_is_of_its_form(here: Served) -> None:
    made = socket_document("/")
    with listening(here) as client:
        frames = [told(client)]
        client.send('{"subscribe": ["miner.stat"]}')
        frames.append(told(client))
        client.send('{"subscribe": null}')
        frames.append(told(client))
        here.tell(here.rig.sample, "xmrig", 1.0)
        here.tell(here.rig.set, a_miner("xmrig"), "start")
        here.tell(here.rig.happen, "settings", "Settings were changed.")
        frames += [told(client) for _ in range(3)]
        client.send('{"every": 0.1, "delta": true}')
        here.tell(here.rig.sample, "xmrig", 1.0)
        frames += [told(client) for _ in range(2)]
        here.tell(here.rig.sample, "xmrig", 2.0)
        frames.append(told(client))
    kinds = {each["name"]: each["payload"] for each in made["components"]["messages"].values()}
    for frame in frames:
        whole = {"allOf": [kinds[frame["type"]]], "components": made["components"]}
        assert [each.message for each in Draft202012Validator(whole).iter_errors(frame)] == [], frame["type"]


def test_pings_whoever_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    feed = live_module.LiveFeed.__init__
    quick = {"ping_every": 0.05}
    monkeypatch.setattr(live_module.LiveFeed, "__init__", lambda self, rig, **how: feed(self, rig, **quick, **how))
    with served(PaperRig()) as here, listening(here) as client:
        assert told(client)["type"] == "snapshot"
        assert [told(client)["type"] for _ in range(2)] == ["ping", "ping"]


def test_a_foreign_page_sees_no_wallet_and_has_eight_sockets(here: Served) -> None:
    foreign: Any = {"origin": "https://evil.com"}
    with ExitStack() as stack:
        clients = [stack.enter_context(listening(here, **foreign)) for _ in range(8)]
        assert "44AF…BEP3"[:5] in str(clients[0].recv(timeout=30))
        here.tell(here.rig.set, a_miner(), "start")
        change = str(clients[0].recv(timeout=30))
        assert WALLET not in change
        assert json.loads(change)["data"]["path"] is None
        with pytest.raises(InvalidStatus) as refused, listening(here, **foreign):
            pass
        assert refused.value.response.status_code == 429
        assert json.loads(refused.value.response.body or b"")["error"]["code"] == "RATE_LIMITED"
        with listening(here, origin="https://another.example") as another, listening(here) as at_home:
            assert told(another)["type"] == told(at_home)["type"] == "snapshot"
        clients.pop().close()
        wait_for(lambda: len(here.rig.listeners) == 7, 5, "its place to be free")
        with listening(here, **foreign) as again:
            assert told(again)["type"] == "snapshot"


@pytest.mark.parametrize(
    ("path", "headers", "status", "code"),
    [("/api/v1/mining/nothing", {}, 404, "NOT_FOUND"), ("/ws", {}, 404, "NOT_FOUND"),
     ("/api/v1/mining/ws", {"Authorization": "Bearer x"}, 401, "UNAUTHORIZED")],
)  # fmt: skip
def test_a_refused_websocket_is_told_why(here: Served, path: str, headers: Any, status: int, code: str) -> None:
    with pytest.raises(InvalidStatus) as refused, listening(here, path, additional_headers=headers):
        pass
    response = refused.value.response
    assert (response.status_code, json.loads(response.body or b"")["error"]["code"]) == (status, code)
    assert response.headers["content-type"] == "application/json"
    assert response.headers["x-request-id"]


def test_a_listener_too_slow_for_the_events_is_closed_with_1013(here: Served) -> None:
    with listening(here) as client:
        told(client)
        here.tell(lambda: [here.rig.set(a_miner(), "start") for _ in range(300)])
        with pytest.raises(ConnectionClosed) as closed:
            everything_told(client)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1013


@pytest.mark.slow
@pytest.mark.parametrize("send_time", [3600.0, 0.5])
def test_a_stalled_reader_delays_nobody_and_is_cut_off(monkeypatch: pytest.MonkeyPatch, send_time: float) -> None:
    feed = live_module.LiveFeed.__init__
    monkeypatch.setattr(
        live_module.LiveFeed, "__init__", lambda self, rig, **how: feed(self, rig, send_time=send_time, **how)
    )
    with served(PaperRig(a_miner(path="x" * 60_000))) as here:
        small = socket.socket()
        small.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        small.connect(("127.0.0.1", here.port))
        stalled = listening(here, sock=small, max_queue=1)
        with listening(here) as client:
            told(client)
            for turn in range(150):
                here.tell(here.rig.set, a_miner(path="x" * 60_000), "start")
                assert told(client)["seq"] == turn + 1
            if send_time == 3600.0:  # all came before the stalled one was given up
                assert len(here.rig.listeners) == 2
            else:
                wait_for(lambda: len(here.rig.listeners) == 1, 5, "the stalled reader to be cut off")
        stalled.socket.close()


async def test_misses_nothing_between_the_snapshot_and_the_first_change() -> None:
    rig = PaperRig(a_miner())
    feed, sent = LiveFeed(rig), []
    gone: asyncio.Event = asyncio.Event()
    begun = iter([{"type": "websocket.connect"}])

    async def receive() -> Any:
        for message in begun:
            return message
        await gone.wait()
        return {"type": "websocket.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)
        if len(sent) in (1, 2):  # something happens while the handshake and while the snapshot are sent
            rig.set(a_miner(restarts=len(sent)), "crash")
            await asyncio.sleep(0)
        if len(sent) == 4:
            gone.set()

    await asyncio.wait_for(feed.serve(Seat(ME, ""), [], receive, send), 30)
    frames = [json.loads(message["text"]) for message in sent[1:]]
    assert [(frame["type"], frame["seq"]) for frame in frames] == [
        ("snapshot", 1),
        ("miner.status", 1),
        ("miner.status", 2),
    ]


def test_encodes_a_change_once_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Change] = []
    monkeypatch.setattr(live_module, "live_data", lambda live, who: (made.append(live), live_data(live, who))[1])
    feed = LiveFeed(PaperRig())
    change = Change(type="miner.stats", seq=1, at=NOON, miner=a_miner())
    assert len({feed._data(change, ME) for _ in range(50)}) == 1
    assert made == [change]


def a_job() -> InstallJob:
    path = "/p/xmrig/files"
    program = Program(type="xmrig", path=path, sha256="", version="1", origin="installed", verified="pin")
    done = Installation(program=program, replaced=None, changed=True)
    return InstallJob(id="1", type="xmrig", state="done", started_at=NOON, result=done, message=f"It is in {path}.")


def a_benchmark() -> Benchmark:
    return Benchmark(
        id="1", type="xmrig", algorithm="rx/0", seconds=60, threads=None, method="own", state="failed", progress=0.5,
        hashrate=None, samples=0, version="1", hardware="A processor", started_at=NOON, ended_at=None, code=None,
        message="It failed: /p/xmrig ended.",
    )  # fmt: skip


def a_profile() -> MiningProfile:
    config = Config(pool="pool.example:1", wallet=WALLET)
    return MiningProfile(
        id="1", name="/p/xmrig", miner_type="xmrig", config=config, description="", created_at=NOON, updated_at=NOON
    )


@pytest.mark.parametrize(
    ("type", "about", "key"),
    [
        ("install.progress", {"job": a_job()}, "state"),
        ("profile.changed", {"profile": a_profile()}, "minerType"),
        ("benchmark.progress", {"benchmark": a_benchmark()}, "progress"),
    ],
)
def test_jobs_and_profiles_are_told_whole_to_friends_and_masked_to_strangers(
    type: Any, about: dict[str, Any], key: str
) -> None:
    event = (
        Event(seq=1, at=NOON, kind="profile", text="It is in /p/xmrig.", who="me")
        if type == "profile.changed"
        else None
    )
    live = Change(type=type, seq=1, at=NOON, event=event, **about)
    seen, shown = (json.loads(live_data(live, who)) for who in (ME, STRANGER))
    assert key in seen
    assert "/p/xmrig" in str(seen)
    assert "/p/xmrig" not in str(shown)
    assert WALLET not in str(shown)
    assert seen.get("event") == (event and event.kind)


async def test_the_report_of_the_doctor_is_told_to_strangers_without_paths() -> None:
    live = Change(type="doctor", seq=1, at=NOON, report=await PaperRig().examine())
    assert "/p/xmrig" in live_data(live, ME).decode()
    assert "/p/xmrig" not in live_data(live, STRANGER).decode()


def test_progress_gives_way_to_newer_progress_and_events_to_nothing() -> None:
    job = a_job()
    running = Change(type="install.progress", seq=1, at=NOON, job=job.but(state="running"))
    assert running.replaces == Change(type="install.progress", seq=2, at=NOON, job=job).replaces
    assert running.replaces != Change(type="install.progress", seq=2, at=NOON, job=job.but(id="2")).replaces
    assert Change(type="profile.changed", seq=1, at=NOON, profile=a_profile()).replaces is None
    measured = Change(type="benchmark.progress", seq=1, at=NOON, benchmark=a_benchmark())
    assert measured.replaces == measured.but(seq=2).replaces != running.replaces
