"""What the store promises: nothing lost, nothing made up, and quick answers."""

import asyncio
import random
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from mining import __version__
from mining.domain.config import Config
from mining.domain.errors import NotSupported, StorageFull
from mining.domain.event import Event, EventChoice
from mining.domain.metrics import Sample
from mining.domain.miner import MinerRecord
from mining.domain.payees import AcceptedPayee
from mining.domain.pools import OwnPool
from mining.domain.profile import MiningProfile
from mining.domain.retention import Retention
from mining.storage import history
from mining.storage.database import Migration, _migrate, copy_of, is_of_0_1_0, migrations, open_database, refuse_newer
from mining.storage.store import open_stores
from tests.systems import POSIX

T0 = datetime(2026, 1, 1, tzinfo=UTC)


def record(name="xmrig", wanted="running", threads=2):
    config = Config(pool="pool.example:3333", wallet="somebody", password="secret", threads=threads)
    return MinerRecord(name=name, type="xmrig", config=config, wanted=wanted, consent_by="cli", consent_at=T0)


def profile(name="Night", threads=2):
    config = Config(pool="pool.example:3333", wallet="somebody", password="secret", threads=threads)
    times = {"created_at": T0, "updated_at": T0}
    return MiningProfile(id=name.lower(), name=name, miner_type="xmrig", config=config, **times)


def pool(id, name="Pool"):
    return OwnPool(id=id, pool=id, name=name, added_at=T0)


def event(text="It started.", miner="xmrig"):
    return Event(at=T0, kind="start", miner=miner, text=text, who="cli", details={"pid": 7})


def at(seconds):
    return T0 + timedelta(seconds=seconds)


async def fill(store, count, rate=lambda n: 1000.0, miner="xmrig"):
    for n in range(count):
        await store.samples.add(miner, Sample(at=at(10 * n), hashrate=rate(n)))


async def test_a_saved_miner_is_there_after_opening_again(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        await store.records.save_miner(record())
        await store.records.save_miner(record("second", "paused"))
        await store.records.save_miner(record(threads=5))
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.records.miners() == [record("second", "paused"), record(threads=5)]
        assert store.problems == ()


async def test_forgetting_drops_record_and_samples_and_keeps_events(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        await store.records.save_miner(record())
        await fill(store, 10)
        await store.events.add(event())
        await store.records.forget_miner("xmrig")
        await store.samples.forget("xmrig")
        await store.records.save_miner(record())
        for step in (10, 60, 300, 3600):
            assert await store.samples.hashrates("xmrig", at(0), at(3600), step) == []
        assert len(await store.events.since(0, "xmrig", 10)) == 1


@pytest.mark.parametrize("step", [10, 60, 300, 3600])
async def test_every_step_says_the_mean_of_its_buckets(tmp_path, step):
    async with open_stores(tmp_path / "rig.db") as store:
        await fill(store, 720, float)
        found = await store.samples.hashrates("xmrig", at(0), at(7200), step)
    per = step // 10
    expected = [(at(n * step), sum(range(n * per, n * per + per)) / per) for n in range(720 // per)]
    assert found == [(moment, pytest.approx(mean)) for moment, mean in expected]


@pytest.mark.parametrize("step", [10, 60, 300, 3600])
async def test_an_unknown_hashrate_is_not_zero(tmp_path, step):
    async with open_stores(tmp_path / "rig.db") as store:
        await store.samples.add("a", Sample(at=at(0), hashrate=100.0))
        await store.samples.add("a", Sample(at=at(1), hashrate=None))
        await store.samples.add("b", Sample(at=at(0), hashrate=None))
        assert await store.samples.hashrates("a", at(0), at(3600), step) == [(at(0), 100.0)]
        assert await store.samples.hashrates("b", at(0), at(3600), step) == []


@pytest.mark.parametrize("step", [10, 60, 3600])
async def test_the_last_sample_of_a_second_wins(tmp_path, step):
    async with open_stores(tmp_path / "rig.db") as store:
        await store.samples.add("xmrig", Sample(at=at(0), hashrate=900.0))
        await store.samples.add("xmrig", Sample(at=at(0.5), hashrate=100.0))
        assert await store.samples.hashrates("xmrig", at(0), at(3600), step) == [(at(0), 100.0)]


async def test_history_is_in_order_though_the_clock_went_back(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        for seconds in (100, 110, 40, 50, 120):
            await store.samples.add("xmrig", Sample(at=at(seconds), hashrate=float(seconds)))
        found = await store.samples.hashrates("xmrig", at(0), at(200), 10)
    assert [moment for moment, _ in found] == [at(s) for s in (40, 50, 100, 110, 120)]


async def test_old_raw_samples_go_and_their_minutes_and_hours_stay(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        await fill(store, 6)
        await store.samples.add("xmrig", Sample(at=at(3 * 86400), hashrate=1.0))
        assert await store.samples.hashrates("xmrig", at(0), at(60), 10) == []
        assert await store.samples.hashrates("xmrig", at(0), at(60), 60) == [(at(0), 1000.0)]
        await store.samples.add("xmrig", Sample(at=at(40 * 86400), hashrate=1.0))
        assert await store.samples.hashrates("xmrig", at(0), at(60), 60) == []
        assert await store.samples.hashrates("xmrig", at(0), at(3600), 3600) == [(at(0), 1000.0)]


async def test_what_is_kept_changes_with_the_next_pruning(tmp_path):
    kept = [Retention()]
    async with open_stores(tmp_path / "rig.db", retention=lambda: kept[0]) as store:
        await fill(store, 6)
        await store.samples.add("xmrig", Sample(at=at(7200), hashrate=1.0))
        assert len(await store.samples.hashrates("xmrig", at(0), at(60), 10)) == 6
        kept[0] = Retention(samples=3600, minutes=86400, hours=2 * 86400)
        await store.samples.add("xmrig", Sample(at=at(2 * 7200), hashrate=1.0))
        assert await store.samples.hashrates("xmrig", at(0), at(60), 10) == []
        assert await store.samples.hashrates("xmrig", at(0), at(60), 60) == [(at(0), 1000.0)]
        await store.samples.add("xmrig", Sample(at=at(2 * 86400 - 3600), hashrate=1.0))
        assert await store.samples.hashrates("xmrig", at(0), at(60), 60) == []
        assert await store.samples.hashrates("xmrig", at(0), at(3600), 3600) == [(at(0), 1000.0)]
        await store.samples.add("xmrig", Sample(at=at(2 * 86400 + 7200), hashrate=1.0))
        assert await store.samples.hashrates("xmrig", at(0), at(3600), 3600) == []


async def test_tells_when_the_coarser_know_of_times_that_the_finer_no_longer_do(tmp_path):
    async with open_stores(tmp_path / "rig.db", retention=lambda: Retention(3600, 86400)) as store:
        assert not await store.samples.lacks("nobody", 10, at(0))
        await fill(store, 6)
        await fill(store, 1, miner="other")
        assert not await store.samples.lacks("xmrig", 10, at(0))
        await store.samples.add("third", Sample(at=at(4000), hashrate=1.0))
        assert not any([await store.samples.lacks("third", step, at(0)) for step in (10, 60, 300)]), (
            "it began within an hour"
        )
        await store.samples.add("xmrig", Sample(at=at(7200), hashrate=1.0))
        assert await store.samples.lacks("xmrig", 10, at(0))
        assert not await store.samples.lacks("xmrig", 10, at(60))
        assert not await store.samples.lacks("xmrig", 60, at(0))
        assert await store.samples.lacks("other", 10, at(0)), "all its samples are gone"
        await store.samples.add("xmrig", Sample(at=at(3 * 86400), hashrate=1.0))
        for step, lacks in ((10, True), (60, True), (300, True), (3600, False)):
            assert await store.samples.lacks("xmrig", step, at(0)) == lacks


async def test_an_event_keeps_its_message_apart_from_its_details(tmp_path):
    told = event("Stopped by me.").but(message="miner.stopped", params={"who": "me", "seconds": 1.5})
    async with open_stores(tmp_path / "rig.db") as store:
        await store.events.add(told)
        await store.events.add(event())
        first, second = await store.events.since(0, None, 10)
    assert (first.message, first.params, first.details) == ("miner.stopped", told.params, {"pid": 7})
    assert (second.message, second.params, second.details) == (None, {}, {"pid": 7})


async def test_events_keep_their_order_across_opening(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.events.last_seq() == 0
        assert [(await store.events.add(event(str(n)))).seq for n in range(3)] == [1, 2, 3]
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.events.last_seq() == 3
        assert (await store.events.add(event("other", "b"))).seq == 4
        assert [e.text for e in await store.events.since(1, None, 2)] == ["1", "2"]
        assert [e.text for e in await store.events.since(0, "b", 9)] == ["other"]
        page, total = await store.events.page(EventChoice("xmrig"), 1, 1)
        assert ([e.text for e in page], total) == (["1"], 3)
        assert page[0].but(seq=0) == event("1")
        for choice, texts, count in (
            (EventChoice(since=1), ["1"], 3),
            (EventChoice("b", since=0), ["other"], 1),
            (EventChoice(kinds=frozenset({event("x").kind})), ["other"], 4),
            (EventChoice(kinds=frozenset({"forget"})), [], 0),
            (EventChoice(begin=event("x").at), ["other"], 4),
            (EventChoice(end=event("x").at), [], 0),
        ):
            page, total = await store.events.page(choice, 0, 1)
            assert ([e.text for e in page], total) == (texts, count), choice


async def test_a_full_disk_is_said_once_and_recovers_by_itself(tmp_path):
    said = []
    async with open_stores(tmp_path / "rig.db", said.append) as store:
        await store.limit_pages(1)
        kept = []

        async def until_full(text):
            for _ in range(2000):
                kept.append(await store.events.add(event(text)))

        with pytest.raises(StorageFull):
            await until_full("x" * 2000)
        with pytest.raises(StorageFull):
            await until_full("y" * 9000)
        assert len(said) == len(store.problems) == 1
        await store.limit_pages(1_000_000)
        later = await store.events.add(event())
        assert store.problems == ()
        assert await store.events.since(0, None, 5000) == [*kept, later]


@POSIX
async def test_files_are_for_their_owner_only(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        await store.records.save_miner(record())
        await store.records.save_miner(record())
        await store.events.add(event())
        found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert found.keys() >= {"rig.db", "rig.db-wal", "miners.json", "miners.json.bak"}
    assert set(found.values()) == {0o600}


def _mutations(content: bytes, chance: random.Random) -> list[bytes]:
    spot = chance.randrange(max(1, len(content)))
    flipped = bytearray(content)
    if flipped:
        flipped[spot] ^= 1 << chance.randrange(8)
    zeroed = content[:spot] + bytes(min(512, len(content) - spot)) + content[spot + 512 :]
    return [content[:spot], bytes(flipped), zeroed, b"", b"[1, 2]", b"\0" * 5000, content * 3, b"{" * 100_000]


@pytest.mark.parametrize("victim", ["miners.json", "rig.db", "rig.db-wal", "rig.db-shm"])
async def test_opens_whatever_became_of_a_file_and_no_wish_is_lost(tmp_path, victim):
    chance = random.Random(victim)
    original = tmp_path / "original"
    original.mkdir()
    async with open_stores(original / "rig.db") as store:
        await store.records.save_miner(record())
        await store.records.save_miner(record(threads=3))
        await fill(store, 60)
        await store.events.add(event())
        files = {path.name: path.read_bytes() for path in original.iterdir()}  # as after a kill -9: with the WAL
    for turn, damaged in enumerate(_mutations(files[victim], chance) + _mutations(files[victim], chance)):
        place = tmp_path / str(turn)
        place.mkdir()
        for name, content in files.items():
            (place / name).write_bytes(damaged if name == victim else content)
        async with open_stores(place / "rig.db") as store:
            threads = [found.config.threads for found in await store.records.miners()]
            if victim != "miners.json":
                assert threads == [3]
            else:
                assert threads in ([2], [3])
                assert threads == [3] or any("corrupt-" in problem for problem in store.problems)
            await store.samples.hashrates("xmrig", at(0), at(600), 10)
            await store.events.since(0, None, 100)
            await store.samples.add("xmrig", Sample(at=at(0), hashrate=1.0))
            assert (await store.events.add(event())).seq > 0


async def test_a_damaged_database_is_set_aside_and_said_and_no_seq_is_used_twice(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        await store.records.save_miner(record())
        old = await store.events.add(event())
    (tmp_path / "rig.db").write_bytes(b"garbage" * 1000)
    said: list[str] = []
    async with open_stores(tmp_path / "rig.db", said.append) as store:
        assert tuple(said) == store.problems
        assert "damaged" in said[0]
        assert await store.records.miners() == [record()]
        assert (await store.events.add(event())).seq > old.seq
    assert len(list(tmp_path.glob("rig.db.corrupt-*"))) == 1


@pytest.mark.parametrize("closed_first", [False, True])
async def test_damage_found_while_running_begins_a_new_history(tmp_path, monkeypatch, closed_first):
    if closed_first:  # as on Windows
        monkeypatch.setattr(history, "_CLOSE_FIRST", True)
    said: list[str] = []
    async with open_stores(tmp_path / "rig.db", said.append) as store:
        for n in range(300):
            await store.events.add(event("z" * 500 + str(n)))
    async with open_stores(tmp_path / "rig.db", said.append) as store:
        with (tmp_path / "rig.db").open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 200_000)
        reads = [store.events.since(0, None, 1000) for _ in range(3)]  # the later ones read from what is closed
        await asyncio.gather(*reads)
        await store.events.add(event())
        assert [e.text for e in await store.events.since(0, None, 10)] == ["It started."]
    assert len(set(said)) == 1


async def test_a_flipped_letter_in_a_wallet_is_never_believed(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        await store.records.save_miner(record())
        await store.records.save_miner(record(threads=3))
    file = tmp_path / "miners.json"
    file.write_text(file.read_text("utf-8").replace("somebody", "somebodx"))
    async with open_stores(tmp_path / "rig.db") as store:
        assert [(m.config.wallet, m.config.threads) for m in await store.records.miners()] == [("somebody", 2)]
        assert len(store.problems) == 2
    assert len(list(tmp_path.glob("miners.json.corrupt-*"))) == 1


async def test_profiles_are_there_after_opening_again(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.records.profiles() == []
        await store.records.change_profiles(keep=[profile(), profile("Day"), profile("Old")])
        await store.records.change_profiles(keep=[profile(threads=5)], drop=["old", "nobody"])
        await store.records.save_miner(record())
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.records.profiles() == [profile("Day"), profile(threads=5)]
        assert await store.records.miners() == [record()]
        assert store.problems == ()


async def test_a_pool_that_has_no_worker_has_none_after_opening_again(tmp_path):
    pools = (
        '{"pool": "p:1", "wallet": "w", "worker": "rig", "pools": [{"pool": "q:1", "worker": null}, {"pool": "r:1"}]}'
    )
    async with open_stores(tmp_path / "rig.db") as store:
        await store.records.change_profiles(keep=[profile().but(config=Config.model_validate_json(pools))])
    async with open_stores(tmp_path / "rig.db") as store:
        (again,) = await store.records.profiles()
        assert [pool.worker for pool in again.config.all_pools()] == ["rig", None, "rig"]


def payee(wallet="somebody", pool="a:1"):
    return AcceptedPayee(wallet=wallet, pool=pool, primary=True, accepted_at=T0, accepted_by="me")


async def test_a_list_of_payees_is_none_until_it_is_written_and_empty_when_it_is_lost(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.records.payees() is None
        await store.records.change_payees(keep=[payee()])
        await store.records.change_payees(keep=[payee("other"), payee(pool="b:1")])
        assert len(await store.records.payees()) == 3
        await store.records.change_payees(drop=[payee("other").payee])
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.records.payees() == [payee(), payee(pool="b:1")]
    for path in tmp_path.glob("payees.json*"):
        path.write_bytes(path.read_bytes().replace(b"somebody", b"somebodx"))
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.records.payees() == [], "as if there had never been one, nobody would be told"
        assert len(store.problems) == 2


async def test_a_torn_file_of_profiles_is_replaced_by_its_copy(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        await store.records.change_profiles(keep=[profile()])
        await store.records.change_profiles(keep=[profile("Day")])
    file = tmp_path / "profiles.json"
    whole = file.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole.replace(b"somebody", b"somebodx"), b"", b"[]"):
        file.write_bytes(damaged)
        (tmp_path / "profiles.json.bak").write_bytes(whole)
        async with open_stores(tmp_path / "rig.db") as store:
            assert await store.records.profiles() == [profile("Day"), profile()]
            assert "The profiles were restored from profiles.json.bak" in store.problems[-1]
        assert file.read_bytes() == whole


async def test_more_profiles_than_can_be_read_again_are_refused(tmp_path):
    large = profile("Large").but(config=profile().config.but(options={"x": "y" * 17 * 1024**2}))
    async with open_stores(tmp_path / "rig.db") as store:
        await store.records.change_profiles(keep=[profile()])
        with pytest.raises(NotSupported):
            await store.records.change_profiles(keep=[large])
        assert await store.records.profiles() == [profile()]
    async with open_stores(tmp_path / "rig.db") as store:
        assert await store.records.profiles() == [profile()]


async def test_ones_own_pools_are_there_after_opening_again_even_from_the_copy(tmp_path):
    path = tmp_path / "rig.db"
    async with open_stores(path) as store:
        assert await store.records.pools() == []
        await store.records.change_pools(keep=[pool("a:1"), pool("b:2"), pool("c:3")])
        await store.records.change_pools(keep=[pool("a:1", "A")], drop=["c:3", "nobody"])
    async with open_stores(path) as store:
        assert await store.records.pools() == [pool("a:1", "A"), pool("b:2")]
        assert store.problems == ()
    file = tmp_path / "pools.json"
    file.write_bytes(file.read_bytes().replace(b"b:2", b"d:2"))
    async with open_stores(path) as store:
        assert [each.id for each in await store.records.pools()] == ["a:1", "b:2", "c:3"]
        assert "The pools were restored from pools.json.bak" in store.problems[-1]


def test_a_step_that_an_older_version_lacks_is_done_once_and_does_not_keep_the_older_one_away(tmp_path):
    path, later = tmp_path / "rig.db", Migration(4, "CREATE TABLE later (x); INSERT INTO later VALUES (5);")
    for steps in ([*migrations(), later], migrations(), [*migrations(), later]):
        database = open_database(path, print, steps)
        assert database.execute("SELECT x FROM later").fetchall() == [(5,)]
        assert database.execute("PRAGMA user_version").fetchone() == (1,), "0.1.0 opens no other"
        assert database.execute("SELECT schema, written_by, step FROM format").fetchall() == [(1, __version__, 4)]
        database.close()


def test_a_step_that_fails_changes_nothing(tmp_path):
    path = tmp_path / "rig.db"
    open_database(path, print).close()
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.OperationalError):
        _migrate(
            connection, [Migration(len(migrations()) + 1, "CREATE TABLE later (x); INSERT INTO nowhere VALUES (5);")]
        )
    database = open_database(path, print)
    assert database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'later'").fetchall() == []
    database.close()


async def test_reads_do_not_wait_for_a_slow_write(tmp_path):
    async with open_stores(tmp_path / "rig.db") as store:
        await store.events.add(event())
        begun, end = threading.Event(), threading.Event()
        slow = asyncio.create_task(store._history.write(lambda: (begun.set(), end.wait())))
        await asyncio.to_thread(begun.wait)
        try:
            assert len(await asyncio.wait_for(store.events.since(0, None, 5), 30)) == 1
            assert not slow.done()
        finally:
            end.set()
        await slow


def test_the_migrations_are_numbered_without_gaps():
    assert [step.number for step in migrations()] == list(range(1, len(migrations()) + 1))


async def test_a_history_that_was_deleted_is_told_and_no_number_is_given_out_twice(tmp_path):
    path = tmp_path / "history.db"
    async with open_stores(path) as store:
        await store.records.save_miner(record())
        last = (await store.events.add(event())).seq
    for file in tmp_path.glob("history.db*"):
        file.unlink()
    async with open_stores(path) as store:
        assert store.problems == ("The history (history.db) was gone; a new one has begun.",)
        assert (await store.events.add(event())).seq > last


@pytest.mark.parametrize("look", [refuse_newer, is_of_0_1_0, copy_of])  # who looks at it before it is opened
@pytest.mark.parametrize("size", [0, 1, 2])
async def test_a_history_that_was_cut_to_nothing_is_read_from_its_log(tmp_path, size, look):
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    async with open_stores(before / "history.db") as store:
        await store.records.save_miner(record())
        added = await store.events.add(event())
        files = {path.name: path.read_bytes() for path in before.iterdir()}  # as after a kill -9: with the log
    for name, content in files.items():
        (after / name).write_bytes(content[:size] if name == "history.db" else content)
    look(after / "history.db")
    async with open_stores(after / "history.db") as store:
        assert [each.seq for each in await store.events.since(0, None, 10)] == [added.seq]
        assert store.problems == ()


@pytest.mark.parametrize("content", [b"", b"\0"])
async def test_a_history_that_was_cut_to_nothing_and_has_no_log_is_told(tmp_path, content):
    path = tmp_path / "history.db"
    async with open_stores(path) as store:
        await store.records.save_miner(record())
        last = (await store.events.add(event())).seq
    path.write_bytes(content)
    async with open_stores(path) as store:
        assert store.problems == ("The history (history.db) was gone; a new one has begun.",)
        assert (await store.events.add(event())).seq > last


async def test_what_has_lived_long_enough_goes_although_the_clock_was_once_far_ahead(tmp_path):
    kept = Retention(samples=3600, minutes=7200)
    day = 86400
    async with open_stores(tmp_path / "rig.db", retention=lambda: kept) as store:
        await store.samples.add("xmrig", Sample(at=at(400 * day), hashrate=1.0))  # somebody had set the clock
        await store.samples.add("xmrig", Sample(at=at(0), hashrate=1000.0))
        await store.samples.add("xmrig", Sample(at=at(3 * 3600), hashrate=2000.0))
        assert await store.samples.hashrates("xmrig", at(0), at(3600), 10) == []
        assert [rate for _, rate in await store.samples.hashrates("xmrig", at(3 * 3600), at(4 * 3600), 10)] == [2000.0]


async def test_a_data_folder_that_vanished_is_a_problem_in_words(tmp_path):
    folder, aside = tmp_path / "data", tmp_path / "aside"
    folder.mkdir()
    async with open_stores(folder / "rig.db") as store:
        assert store.gone == ()
        folder.rename(aside)
        with pytest.raises(StorageFull, match="vanished"):
            await store.records.save_miner(record("one"))
        assert "has vanished" in store.gone[0]
        folder.mkdir()
        assert "Another folder stands where" in store.gone[0], "what is empty is not what was there"
        with pytest.raises(StorageFull, match="Another folder"):
            await store.records.save_miner(record("one"))
        folder.rmdir()
        aside.rename(folder)
        await store.records.save_miner(record("one"))
        assert store.gone == ()
