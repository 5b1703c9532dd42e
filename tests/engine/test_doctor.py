"""What the rig tells the doctor: real sockets behind the pools, a real file behind the program."""

import asyncio
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mining.domain.adapter import MinerType
from mining.domain.adapters import Adapters
from mining.domain.config import Config
from mining.domain.doctor.report import Check, MachineFacts, Report
from mining.domain.errors import MinerNotInstalled
from mining.domain.event import Event
from mining.domain.miner import MinerRecord
from mining.domain.pool import Pool
from mining.domain.profile import MiningProfile
from mining.domain.programs.program import Availability, OwnedFile, Program
from mining.domain.store import Stores
from mining.engine.doctor import examination
from mining.miners import all_types
from mining.pools.reachability import reach_each
from mining.processes.ports import FIRST, LAST, taken_ports
from mining.programs.verify import expected
from tests.daemons import wait_for

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"


class OnDisk:
    """XMRig is registered, and has vanished if the test says so."""

    def __init__(self, version: str = "6.26.0", vanished: bool = False) -> None:
        self.version, self.vanished = version, vanished

    def find(self, kind: MinerType) -> Program | None:
        if kind.name != "xmrig":
            return None
        return Program(type="xmrig", path="/p/xmrig", sha256="", version=self.version, origin="yours")

    def owned_by_others(self, kind: MinerType) -> Sequence[OwnedFile]:
        return ()

    def trial(self, kind: MinerType, program: Program) -> str | None:
        return None

    def availability(self, kind: MinerType) -> Availability:
        return Availability(installable=True, way=f"miner-ctrl install {kind.name}" if kind.module is None else None)

    def check(self, kind: MinerType, cuda: bool = False) -> Program:
        found = self.find(kind)
        if found is None or self.vanished:
            raise MinerNotInstalled("/p/xmrig has vanished.", suggestion="miner-ctrl register xmrig /p/xmrig")
        return found


class Timeline:
    """A store with one event."""

    def __init__(self, at: datetime | None = None) -> None:
        self.at = at

    saved: tuple[MiningProfile, ...] = ()

    async def profiles(self) -> Sequence[MiningProfile]:
        return self.saved

    async def page(self, miner: str | None, offset: int, limit: int) -> tuple[Sequence[Event], int]:
        events = [Event(seq=1, at=self.at, kind="start", text="It has started.")] if self.at else []
        return events, len(events)


@contextmanager
def listening() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture
def deaf() -> Iterator[str]:
    """An address on which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{held.getsockname()[1]}"


def record(name: str, *pools: str, type: str = "xmrig") -> MinerRecord:
    config = Config(pool=pools[0], wallet=WALLET, pools=tuple(Pool(pool=each) for each in pools[1:]))
    return MinerRecord(name=name, type=type, config=config, wanted="stopped", consent_by="test", consent_at=NOON)


async def examined(*records: MinerRecord, availability: OnDisk | None = None, store: Any = None) -> dict[str, Check]:
    report = await report_on(*records, availability=availability, store=store)
    return {each.id: each for each in report.checks}


def _stores(one: Any) -> Stores:
    return Stores(records=one, samples=one, events=one)


async def report_on(*records: MinerRecord, availability: OnDisk | None = None, store: Any = None) -> Report:
    machine = MachineFacts(now=NOON)
    return await examination(
        lambda: machine, Adapters(all_types()), availability or OnDisk(), _stores(store or Timeline()), records, ()
    )


async def test_pools_of_known_miners_are_tried(deaf: str) -> None:
    with listening() as here:
        checks = await examined(record("left", here), record("right", deaf, here))
        assert checks["pools"].status == "warning"
        assert f"{deaf}: connection refused" in checks["pools"].meaning
        assert (await examined(record("left", here)))["pools"].status == "ok"
    cut_off = await examined(record("left", deaf))
    assert cut_off["pools"].status == "problem"
    assert "left can reach none" in cut_off["pools"].meaning


async def test_miners_that_use_no_real_pool_are_left_alone(deaf: str) -> None:
    assert (await examined(record("pretended", deaf, type="simulated")))["pools"].status == "ok"
    assert (await examined(record("gone", deaf, type="of another version")))["pools"].status == "ok"


async def test_a_node_is_tried_where_somebody_else_runs_it_and_not_where_the_miner_starts_it(deaf: str) -> None:
    node = record("solo", f"daemon+http://{deaf}", type="monerod")
    assert "solo can reach none" in (await examined(node))["pools"].meaning
    config = node.config.but(options={"dataDir": "/home/me/monero"})
    assert (await examined(node.but(config=config)))["pools"].status == "ok"


async def test_a_program_that_vanished_comes_with_its_way_out() -> None:
    report = await report_on(availability=OnDisk(vanished=True))
    assert [(each.type, each.usable, each.issue) for each in report.miners] == [
        ("xmrig", False, "/p/xmrig has vanished.")
    ]
    assert report.checks[0].fix == "miner-ctrl register xmrig /p/xmrig"
    assert [each.usable for each in (await report_on()).miners] == [True]


async def test_on_an_empty_machine_the_program_that_its_author_proves_is_named_first() -> None:
    class Empty(OnDisk):
        def find(self, kind: MinerType) -> Program | None:
            return None

        def availability(self, kind: MinerType) -> Availability:
            return super().availability(kind).model_copy(update={"proof": expected(kind.releases)})

    assert (await examined(availability=Empty()))["programs"].fix == "miner-ctrl install xmrig"


async def test_an_old_program_is_told_before_the_network_changes() -> None:
    assert (await examined(availability=OnDisk("6.25.0")))["upgrade"].status == "warning"
    assert (await examined(availability=OnDisk("6.26.0")))["upgrade"].status == "ok"


async def test_an_event_of_the_future_shows_a_clock_that_was_set_back() -> None:
    assert (await examined(store=Timeline(NOON - timedelta(days=1))))["clock"].status == "ok"
    assert (await examined(store=Timeline(NOON + timedelta(days=1))))["clock"].status == "warning"


async def test_each_way_is_tried_once_and_answered_in_order(deaf: str) -> None:
    accepted = 0

    def count(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal accepted
        accepted += 1
        writer.close()

    server = await asyncio.start_server(count, "127.0.0.1", 0)
    async with server:
        here = Pool(pool=f"127.0.0.1:{server.sockets[0].getsockname()[1]}").address
        there = Pool(pool=deaf).address
        assert await reach_each([(here, None), (there, None), (here, None)]) == [None, "connection refused", None]
        async with asyncio.timeout(30):
            while not accepted:
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
    assert accepted == 1


def test_counts_the_ports_that_others_hold_and_not_our_own() -> None:
    with socket.socket() as other:
        for port in range(LAST, FIRST, -1):
            try:
                other.bind(("127.0.0.1", port))
                break
            except OSError:
                continue
        other.listen()
        # other tests take and leave ports of their own meanwhile
        wait_for(lambda: taken_ports(()) - taken_ports((port,)) == 1, 20, "one port less where it is our own")


async def test_the_pools_of_saved_profiles_are_tried_too_and_are_no_more_than_a_warning() -> None:
    config = Config(pool="127.0.0.1:1", wallet="somebody")
    profile = MiningProfile(
        id="550e8400-e29b-41d4-a716-446655440000",
        name="Winter",
        description="",
        miner_type="xmrig",
        config=config,
        created_at=NOON,
        updated_at=NOON,
    )
    store = Timeline()
    store.saved = (profile,)
    check = (await examined(store=store))["pools"]
    assert check.status == "warning"
    assert "the profile Winter" in check.meaning
