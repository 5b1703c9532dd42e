"""Whoever makes the rig pay somebody new is told of, once for each, whatever the verb; in virtual time."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from mining.domain.alerts.notification import notification_of
from mining.domain.config import Config
from mining.domain.errors import PayeeNotConfirmed, StorageFull
from mining.domain.event import Event
from mining.domain.miner import MinerRecord
from mining.domain.payees import AcceptedPayee
from mining.domain.pool import Pool
from mining.domain.profile import MiningProfile, ProfileDraft, Refused
from mining.engine.rig import LocalRig
from mining.miners.demo import Demo
from mining.miners.simulated import Simulated
from tests.engine.free_xmrig import FreeXMRig
from tests.engine.virtual_rig import World
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME

MINE = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
THEIRS = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
OLD = Config(pool="pool.example:3333", wallet=MINE, password="s3cret")
NEW = OLD.but(wallet=THEIRS)
AT = datetime(2026, 11, 2, 12, tzinfo=UTC)
PAYOUT = "old wallet 44AF…EP3A → new wallet 48ed…icoD."


class FreeDemo(Demo):
    """Our own miner, for pools that need not be there."""

    facts = replace(Demo.facts, checks_pool=False)


class Watching(Simulated):
    """Reads what mines elsewhere."""

    facts = replace(Simulated.facts, simulated=False, watched=True)


def world() -> World:
    """A rig with two types that pay, and one that pays nobody."""
    made = World(FreeXMRig())
    made.types = {kind.name: kind for kind in (FreeXMRig(), FreeDemo(), Simulated())}
    return made


def payouts(world: World) -> list[Event]:
    return [event for event in world.store.timeline if event.kind == "payout"]


def told(world: World) -> list[str]:
    """What of all that happened the owner is told as a change of the payout."""
    notices = [notification_of(event) for event in world.store.timeline]
    return [notice.text for notice in notices if notice is not None and notice.topic == "payout"]


def draft(config: Config, name: str = "mine", type: str = "xmrig") -> ProfileDraft:
    return ProfileDraft(name=name, miner_type=type, config=config)


Way = Callable[[LocalRig], Coroutine[Any, Any, Any]]


async def forgotten_and_started_again(rig: LocalRig) -> None:
    await rig.stop("xmrig", forget=True, who=ME)
    await rig.start("xmrig", NEW, who=ME)


async def stopped_and_started_under_another_name(rig: LocalRig) -> None:
    await rig.stop("xmrig", who=ME)
    await rig.start("xmrig", NEW, name="other", who=ME)


async def another_type(rig: LocalRig) -> None:
    await rig.stop("xmrig", who=ME)
    await rig.start("demo", NEW, who=ME)


async def a_profile_and_its_namesake(rig: LocalRig) -> None:
    made = await rig.profiles.create(draft(OLD), who=ME)
    await rig.profiles.delete(made.id, who=ME)
    await rig.profiles.create(draft(NEW), who=ME)


async def restarted(rig: LocalRig) -> None:
    await rig.restart("xmrig", NEW, who=ME)


async def wanted_otherwise(rig: LocalRig) -> None:
    await rig.want("xmrig", "xmrig", NEW, who=ME)


async def another_wanted(rig: LocalRig) -> None:
    await rig.want("other", "demo", NEW, who=ME)


async def stopped_and_started(rig: LocalRig) -> None:
    await rig.stop("xmrig", who=ME)
    await rig.start("xmrig", NEW, who=ME)


async def a_profile_edited(rig: LocalRig) -> None:
    made = await rig.profiles.create(draft(OLD), who=ME)
    await rig.profiles.change(made.id, draft(NEW), who=ME)


async def profiles_imported(rig: LocalRig) -> None:
    drafts: list[ProfileDraft | Refused] = [draft(NEW, "a"), draft(NEW, "b")]
    await rig.profiles.take_in(drafts, replace=False, who=ME)


async def a_profile_replaced_by_an_import(rig: LocalRig) -> None:
    await rig.profiles.create(draft(OLD), who=ME)
    await rig.profiles.take_in([draft(NEW)], replace=True, who=ME)


async def a_profile_that_pays_nobody_changed_to_a_type_that_does(rig: LocalRig) -> None:
    made = await rig.profiles.create(draft(NEW, type="simulated"), who=ME)
    await rig.profiles.change(made.id, draft(NEW), who=ME)


async def a_fail_over(rig: LocalRig) -> None:
    await rig.restart("xmrig", OLD.but(pools=(Pool(pool="pool.example:3333", wallet=THEIRS),)), who=ME)


WAYS: tuple[Way, ...] = (
    forgotten_and_started_again, stopped_and_started_under_another_name, another_type, a_profile_and_its_namesake,
    restarted, wanted_otherwise, another_wanted, stopped_and_started, a_profile_edited, profiles_imported,
    a_profile_replaced_by_an_import, a_profile_that_pays_nobody_changed_to_a_type_that_does, a_fail_over,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@in_virtual_time
async def test_somebody_new_is_told_of_once_whatever_the_verb(way: Way) -> None:
    here = world()
    async with here.daemon() as rig:
        await rig.start("xmrig", OLD, who=ME)
        before = len(told(here))
        await way(rig)
        (text,) = told(here)[before:]
        assert ("new fail-over: wallet 48ed…icoD" if way is a_fail_over else PAYOUT) in text
        (event,) = payouts(here)[1:]
        assert event.who == "me"
        assert event.details["payees"][0] == {"wallet": "48ed…icoD", "pool": "pool.example:3333", "proxy": ""}
        assert THEIRS not in event.model_dump_json()
        await rig.stop("xmrig", who=ME)
        await rig.start("xmrig", NEW.but(threads=1), name="again", who=ME)
        names_first = way is a_fail_over  # who got what was left over now gets everything
        assert len(told(here)[before:]) == 1 + names_first


@in_virtual_time
async def test_the_first_that_a_rig_pays_is_told_too_and_another_name_or_worker_of_his_is_not() -> None:
    here = world()
    async with here.daemon() as rig:
        await rig.start("xmrig", OLD, who=ME)
        assert [event.text for event in payouts(here)] == [
            "Pays somebody new, by me. new wallet 44AF…EP3A at pool pool.example:3333."
        ]
        assert here.kinds("xmrig") == ["payout", "start"]
        for place, wallet in enumerate((f"{MINE}.rig7", f"solo:{MINE}", f"{MINE}+25000", f"{MINE}+25000.rig7")):
            await rig.start("xmrig", OLD.but(wallet=wallet, worker="w"), name=f"m{place}", who=ME)
        assert len(payouts(here)) == 1


@in_virtual_time
async def test_who_pays_nobody_names_nobody() -> None:
    here = world()
    async with here.daemon() as rig:
        await rig.start("simulated", NEW, who=ME)
        await rig.profiles.create(draft(NEW, type="simulated"), who=ME)
        await rig.profiles.create(draft(OLD.but(wallet="YOUR_WALLET_ADDRESS"), "blank"), who=ME)
        assert payouts(here) == []
        await rig.start("xmrig", NEW, who=ME)
        assert len(payouts(here)) == 1


@in_virtual_time
async def test_a_change_that_leaves_only_new_payees_is_told_although_each_was_told_of_before() -> None:
    here = world()
    both = OLD.but(pools=(Pool(pool="pool.example:3333", wallet=THEIRS),))
    async with here.daemon() as rig:
        await rig.start("xmrig", OLD, who=ME)
        await rig.restart("xmrig", both, who=ME)
        await rig.restart("xmrig", both, who=ME)
        assert len(payouts(here)) == 2
        await rig.stop("xmrig", forget=True, who=ME)
        await rig.start("demo", NEW, who=ME)
        assert payouts(here)[-1].text == f"Pays first whom it paid only at need, by me. {PAYOUT}"
        await rig.restart("demo", NEW, who=ME)
        assert len(payouts(here)) == 3


@in_virtual_time
async def test_the_list_outlives_the_daemon_and_holds_no_secret() -> None:
    here = world()
    async with here.daemon() as rig:
        await rig.start("xmrig", OLD.but(worker="rig7"), who=ME)
        await rig.stop("xmrig", forget=True, who=ME)
    assert here.store.accepted is not None
    (kept,) = here.store.accepted.values()
    assert (kept.wallet, kept.pool, kept.primary, kept.accepted_by) == (MINE, "pool.example:3333", True, "me")
    assert not {"s3cret", "rig7"} & set(kept.to_json().values())
    async with here.daemon() as rig:
        await rig.start("xmrig", OLD, who=ME)
    assert len(payouts(here)) == 1


def record(config: Config, name: str = "xmrig") -> MinerRecord:
    return MinerRecord(name=name, type="xmrig", config=config, wanted="stopped", consent_by="me", consent_at=AT)


@in_virtual_time
async def test_at_the_upgrade_everybody_in_the_records_is_on_the_list_without_a_word() -> None:
    here = world()
    spare = OLD.but(pools=(Pool(pool="b.example:1", wallet="other", proxy="socks5://127.0.0.1:9050"),))
    here.store.records = {"xmrig": record(spare)}
    saved = MiningProfile(**dict(draft(NEW)), id="p", created_at=AT, updated_at=AT)
    here.store.saved = {"p": saved}
    async with here.daemon() as rig:
        assert here.store.accepted is not None
        assert {tuple(each) for each in here.store.accepted} == {
            (MINE, "pool.example:3333", ""), (THEIRS, "pool.example:3333", ""),
            ("other", "b.example:1", "127.0.0.1:9050"),
        }  # fmt: skip
        await rig.start("xmrig", NEW, name="from-the-profile", who=ME)
        await rig.start("xmrig", OLD.but(pool="b.example:1", wallet="other", proxy="socks5://127.0.0.1:9050"), who=ME)
        assert payouts(here) == []
        await rig.restart("xmrig", OLD.but(pool="b.example:1", wallet="other"), who=ME)
        assert len(payouts(here)) == 1, "without the proxy it is another way"


@in_virtual_time
async def test_a_list_that_is_lost_or_lacks_somebody_means_notices_and_never_silence() -> None:
    here = world()
    here.store.records = {"xmrig": record(OLD)}
    here.store.accepted = {}  # as it is when both of its files were damaged
    async with here.daemon():
        (event,) = payouts(here)
        assert event.text.startswith("Pays somebody new, whom nobody named while this daemon ran. new wallet 44AF…EP3A")
        assert event.who is None
    async with here.daemon():
        assert len(payouts(here)) == 1
    here.store.records["xmrig"] = record(NEW)  # by another version, or by hand
    async with here.daemon():
        assert PAYOUT in payouts(here)[-1].text
        assert len(told(here)) == 2


@in_virtual_time
async def test_what_a_full_disk_would_not_take_is_saved_with_the_next() -> None:
    here = world()
    async with here.daemon() as rig:
        await rig.profiles.create(draft(OLD), who=ME)
        save = rig.payees._records.change_payees

        async def full(*_: Any) -> None:
            raise StorageFull("The disk is full.")

        rig.payees._records.change_payees = full  # type: ignore[method-assign]  # the moment cannot be hit otherwise
        await rig.profiles.create(draft(NEW, "b"), who=ME)
        rig.payees._records.change_payees = save  # type: ignore[method-assign]  # as above
        await rig.profiles.create(draft(NEW.but(pool="c.example:1"), "c"), who=ME)
        assert len(payouts(here)) == 3
        assert here.store.accepted is not None
        assert len(here.store.accepted) == 3


@in_virtual_time
async def test_two_requests_at_once_tell_of_somebody_new_once() -> None:
    here = world()
    async with here.daemon() as rig:
        await asyncio.gather(*(rig.start("xmrig", OLD, name=name, who=ME) for name in ("a", "b", "c")))
        assert len(payouts(here)) == 1


# ——— wallet_lock


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@in_virtual_time
async def test_with_the_lock_somebody_new_is_refused_and_nothing_is_changed(way: Way) -> None:
    here = world()
    async with here.daemon() as rig:
        await rig.start("xmrig", OLD, who=ME)
        here.settings = replace(here.settings, wallet_lock=True)
        with pytest.raises(PayeeNotConfirmed) as refused:
            await way(rig)
        assert len(payouts(here)) == 1
        everybody = [*here.store.records.values(), *here.store.saved.values()]
        paying = [each for each in everybody if getattr(each, "miner_type", None) != "simulated"]
        assert not any(THEIRS in each.model_dump_json() for each in paying)
        assert "48ed…icoD" in refused.value.message
        assert THEIRS not in str(refused.value.details)


@in_virtual_time
async def test_a_confirmation_lets_exactly_that_payee_pass() -> None:
    here = world()
    async with here.daemon() as rig:
        await rig.start("xmrig", OLD, who=ME)
        here.settings = replace(here.settings, wallet_lock=True)
        await rig.restart("xmrig", OLD.but(threads=1), who=ME)
        with pytest.raises(PayeeNotConfirmed) as refused:
            await rig.restart("xmrig", NEW, who=ME)
        word = refused.value.details["confirm"]
        with pytest.raises(PayeeNotConfirmed, match="another payee"):
            await rig.restart("xmrig", NEW.but(wallet=f"{THEIRS[:-1]}E"), confirm=word, who=ME)
        with pytest.raises(PayeeNotConfirmed):
            await rig.restart("xmrig", NEW, confirm="", who=ME)
        done = await rig.restart("xmrig", NEW, confirm=word, who=ME)
        assert done.payout == (PAYOUT,)
        await rig.restart("xmrig", OLD, who=ME)
        await rig.restart("xmrig", NEW, who=ME)
        with pytest.raises(PayeeNotConfirmed) as before:
            await rig.restart("xmrig", NEW.but(pool="c.example:1"), who=ME)
    async with here.daemon() as rig:
        with pytest.raises(PayeeNotConfirmed) as after:
            await rig.restart("xmrig", NEW.but(pool="c.example:1"), who=ME)
        assert before.value.details["confirm"] != after.value.details["confirm"]


@in_virtual_time
async def test_an_import_is_confirmed_as_a_whole() -> None:
    here = world()
    here.settings = replace(here.settings, wallet_lock=True)
    drafts: list[ProfileDraft | Refused] = [draft(OLD, "a"), draft(NEW, "b")]
    async with here.daemon() as rig:
        with pytest.raises(PayeeNotConfirmed) as refused:
            await rig.profiles.take_in(drafts, replace=False, who=ME)
        assert here.store.saved == {}
        word = refused.value.details["confirm"]
        with pytest.raises(PayeeNotConfirmed):
            await rig.profiles.take_in(drafts[1:], replace=False, who=ME, confirm=word)
        await rig.profiles.take_in(drafts, replace=False, who=ME, confirm=word)
        assert len(here.store.saved) == 2


def test_an_accepted_payee_of_a_newer_version_needs_only_who_it_is() -> None:
    assert AcceptedPayee.stand_ins == {"acceptedAt": "1970-01-01T00:00:00Z"}


@in_virtual_time
async def test_a_watch_of_another_machine_pays_nobody_and_needs_no_confirmation() -> None:
    made = World(Watching())
    made.settings = replace(made.settings, wallet_lock=True)
    async with made.daemon() as rig:
        await rig.start("simulated", OLD, who=ME)
        await rig.restart("simulated", NEW, who=ME)
        assert payouts(made) == []
