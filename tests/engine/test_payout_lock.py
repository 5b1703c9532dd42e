"""The payout lock: a miner that pays somebody else is stopped, and nothing else ever is; in virtual time."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from mining.dialects.program_adapter import ProgramAdapter
from mining.domain.alerts.alert import Firing, condition_of
from mining.domain.alerts.notification import notification_of
from mining.domain.config import Config
from mining.domain.pool import Pool, SecondWork
from mining.engine.rig import LocalRig
from mining.miners import adapter
from tests.engine.fake_processes import Body
from tests.engine.free_xmrig import FreeXMRig
from tests.engine.virtual_rig import World, wait_until
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME

MINE = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
THEIRS = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
CONFIG = Config(
    pool="pool.example:3333", wallet=MINE, password="s3cret-pass",
    pools=(Pool(pool="b.example:1", password="0ther-pass"),),
)  # fmt: skip
HOUR = 3600.0
Theft = Callable[[Body], None]


@asynccontextmanager
async def mining(world: World) -> AsyncIterator[tuple[LocalRig, Body]]:
    """A daemon with a miner whose payees were seen to be those of its configuration."""
    async with world.daemon() as rig:
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        await wait_until(lambda: state(rig) == "holds", 30)
        yield rig, world.processes.body()


def state(rig: LocalRig) -> str | None:
    lock = rig.miner("one").payout_lock
    return lock.state if lock is not None else None


def by_its_api(body: Body) -> None:
    body.live = {**body.live, "pools": [{**body.live["pools"][0], "user": THEIRS}]}


def by_its_file(body: Body) -> None:
    config = json.loads(body.files["config.json"] or b"")
    body.files["config.json"] = json.dumps(
        config | {"pools": [{**config["pools"][0], "url": "evil.example:1"}]}
    ).encode()


def by_its_arguments(body: Body) -> None:
    body.arguments = ("/bin/xmrig", "--url=evil.example:1", f"--user={THEIRS}", "--pass=s3cret-pass")


def by_a_fail_over(body: Body) -> None:
    body.live["pools"].append({**body.live["pools"][0], "user": THEIRS})


def by_a_proxy(body: Body) -> None:
    body.live["pools"][0]["socks5"] = "evil.example:9050"


WAYS: tuple[Theft, ...] = (by_its_api, by_its_file, by_its_arguments, by_a_fail_over, by_a_proxy)


@pytest.mark.parametrize("theft", WAYS, ids=lambda way: way.__name__)
@in_virtual_time
async def test_a_miner_that_pays_somebody_else_is_stopped_told_and_left_so_until_a_person_speaks(theft: Theft) -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        theft(body)
        await wait_until(lambda: not body.lives, 30)
        await asyncio.sleep(1)
        miner = rig.miner("one")
        assert (miner.status, miner.wanted, miner.pid, miner.next_restart_at) == ("error", "running", None, None)
        assert miner.reason is not None
        assert miner.reason.code == "payout_differs"
        firing = condition_of(miner)
        assert isinstance(firing, Firing)
        assert (firing.rank, firing.at_once, firing.title) == (3, True, "one did not pay you and was stopped")
        event = next(each for each in world.store.timeline if each.message == "payout.stray")
        notice = notification_of(event)
        assert notice is not None
        assert (notice.topic, notice.title) == ("payout", "one did not pay you and was stopped")
        assert THEIRS not in event.model_dump_json()
        (name,) = (name for name in body.files if name.startswith("payout-"))
        assert Path(event.details["evidence"]).parts[-2:] == ("one", name)
        kept = (body.files[name] or b"").decode()
        evidence = json.loads(kept)
        assert [each["wallet"] for each in evidence["expected"]] == [MINE, MINE]
        assert "evil.example" in kept or THEIRS in kept
        secrets = ("s3cret-pass", "0ther-pass", body.record.context.api_token)
        assert not any(secret in kept for secret in secrets)
        await asyncio.sleep(HOUR)
        assert world.processes.living() == []
    async with world.daemon() as rig:
        await asyncio.sleep(HOUR)
        assert world.processes.living() == [], "a daemon's start is no person's word"
        assert rig.miner("one").reason == miner.reason
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        await wait_until(lambda: state(rig) == "holds", 30)
        assert world.store.records["one"].halted is None


@in_virtual_time
async def test_whoever_stops_it_afterwards_has_no_alarm_any_more() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        by_its_api(body)
        await wait_until(lambda: rig.miner("one").status == "error", 30)
        await rig.stop("one", who=ME)
        assert (rig.miner("one").status, rig.miner("one").reason) == ("stopped", None)
        assert condition_of(rig.miner("one")) == "unwanted"


@in_virtual_time
async def test_what_differs_once_stops_nothing() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        for _ in range(5):
            sound = body.live
            by_its_api(body)
            await wait_until(lambda: state(rig) == "differs", 30)
            body.live = sound
            await wait_until(lambda: state(rig) == "holds", 30)
        assert body.lives
        assert "payout" not in world.kinds()[1:]


@in_virtual_time
async def test_in_a_donation_round_nothing_is_compared() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        body.log("net", "dev donate started")
        await asyncio.sleep(1)
        by_its_api(body)
        await asyncio.sleep(240)
        assert body.lives
        assert state(rig) == "holds"
        body.log("net", "dev donate finished")
        await wait_until(lambda: not body.lives, 30)


@in_virtual_time
async def test_our_own_restart_with_somebody_new_is_no_theft() -> None:
    world = World(FreeXMRig())
    new = CONFIG.but(wallet=THEIRS, pools=())
    async with mining(world) as (rig, body):
        body.slow = 45.0  # it builds its dataset, and hears nothing
        restarting = asyncio.create_task(rig.restart("one", new, who=ME))
        await asyncio.sleep(1)
        body.files["config.json"] = json.dumps({"pools": [{"url": "pool.example:3333", "user": THEIRS}]}).encode()
        by_its_api(body)
        await restarting
        await asyncio.sleep(300)
        assert "payout.stray" not in {event.message for event in world.store.timeline}
        assert world.processes.body().record.miner.config.wallet == THEIRS
        assert state(rig) == "holds"
        assert len(world.processes.bodies["one"]) == 2


def hide_api(body: Body) -> None:
    body.live = None


def hide_file(body: Body) -> None:
    body.files["config.json"] = None


def spoil_file(body: Body) -> None:
    body.files["config.json"] = b'{"pools": [{"url": "evil'


def hide_arguments(body: Body) -> None:
    body.arguments = None


def empty_api(body: Body) -> None:
    body.live = {**body.live, "pools": []}


def empty_file(body: Body) -> None:
    body.files["config.json"] = b'{"pools": []}'


HIDDEN = [
    pytest.param(hide_api),
    pytest.param(hide_file),
    *(pytest.param(hide, marks=pytest.mark.slow) for hide in (spoil_file, hide_arguments, empty_api, empty_file)),
]


@pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)
@in_virtual_time
async def test_where_it_cannot_be_read_nothing_is_stopped_and_it_says_since_when(hide: Theft) -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        sound = body.live, dict(body.files), body.arguments
        await asyncio.sleep(60)
        hide(body)
        await wait_until(lambda: state(rig) == "unchecked", 30)
        since = rig.miner("one").payout_lock
        assert since is not None
        assert since.compared_at is not None
        assert since.text.startswith("Not checked since 20")
        await asyncio.sleep(HOUR)
        assert body.lives
        assert rig.miner("one").payout_lock == since
        body.live, body.files, body.arguments = sound
        await wait_until(lambda: state(rig) == "holds", 30)


@in_virtual_time
async def test_what_can_be_read_is_judged_although_something_else_cannot() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (_, body):
        hide_api(body)
        by_its_file(body)
        await wait_until(lambda: not body.lives, 30)


@in_virtual_time
async def test_the_next_daemon_goes_on_looking() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (_, body):
        pass
    async with world.daemon() as rig:
        await wait_until(lambda: state(rig) == "holds", 30)
        by_its_api(body)
        await wait_until(lambda: not body.lives, 30)
        await asyncio.sleep(1)
        assert rig.miner("one").status == "error"


@in_virtual_time
async def test_a_worker_and_a_difficulty_that_the_program_was_given_since_are_nobody() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        body.live["pools"][0]["user"] = f"{MINE}+25000.rig8"
        await asyncio.sleep(300)
        assert (state(rig), body.lives) == ("holds", True)


@in_virtual_time
async def test_a_program_that_cannot_tell_has_no_lock() -> None:
    world = World()
    async with world.daemon() as rig:
        await rig.start("simulated", CONFIG, name="one", who=ME)
        await asyncio.sleep(60)
        assert rig.miner("one").payout_lock is None


@in_virtual_time
async def test_whose_launch_names_nobody_that_is_understood_has_no_lock_and_is_never_stopped() -> None:
    class Vague(FreeXMRig):
        """Its file is not understood, and its live configuration is."""

        class payout(type(FreeXMRig.payout)):  # type: ignore[misc]  # noqa: N801 - the class of an attribute
            def in_file(self, content: bytes) -> None:
                return None

        payout = payout()  # type: ignore[assignment,misc]  # one instance, as adapters have it

    world = World(Vague())
    async with world.daemon() as rig:
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        await asyncio.sleep(600)
        assert world.processes.body().lives
        assert rig.miner("one").payout_lock is None


@in_virtual_time
async def test_who_does_not_prove_to_be_the_program_is_not_shown_its_token() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        body.api = "silent"
        await wait_until(lambda: rig.miner("one").health != "ok", 60)
        body.asked.clear()
        await asyncio.sleep(25)
        assert {path for _, path in body.asked} == {"/2/summary", "/2/backends"}


@in_virtual_time
async def test_a_defect_of_an_adapter_costs_no_mining_and_hides_nothing_else() -> None:
    class Broken(FreeXMRig):
        """Its reader fails."""

        class payout(type(FreeXMRig.payout)):  # type: ignore[misc]  # noqa: N801 - the class of an attribute
            def in_reply(self, reply: object) -> None:
                raise RuntimeError("a defect")

        payout = payout()  # type: ignore[assignment,misc]  # one instance, as adapters have it

    world = World(Broken())
    async with world.daemon() as rig:
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        await asyncio.sleep(600)
        assert world.processes.body().lives
        assert state(rig) == "unchecked"
        assert rig.miner("one").stats.hashrate
        body = world.processes.body()
        by_its_file(body)
        await wait_until(lambda: not body.lives, 30)


@in_virtual_time
async def test_a_program_that_is_told_by_arguments_alone_is_compared_with_those_of_its_launch() -> None:
    lolminer = adapter("lolminer")
    assert isinstance(lolminer, ProgramAdapter)
    world = World(replace(lolminer, facts=replace(lolminer.facts, checks_pool=False)))
    second = SecondWork(pool="alph.example:1", wallet="somebody", algo="alephium")
    async with world.daemon() as rig:
        await rig.start("lolminer", CONFIG.but(algo="etchash", second=second), name="one", who=ME)
        body = world.processes.body()
        launched = lolminer.launch(body.record.miner.config, body.record.context).argv
        body.arguments = launched
        await wait_until(lambda: state(rig) == "holds", 30)
        body.arguments = tuple("thief" if word == "somebody" else word for word in launched)
        await wait_until(lambda: not body.lives, 30)
        await asyncio.sleep(1)
        assert [each.message for each in world.store.timeline if each.kind == "payout"][-1] == "payout.stray"
