"""What is usual is read from the store once an hour, however often it is asked for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from mining.domain.metrics import CardSample, PerformanceMetrics, Sample
from mining.domain.retention import Retention
from mining.engine.answers import Answers
from tests.api.paper_rig import a_miner
from tests.engine.memory_store import MemoryStore

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class PaperController:
    """As much of a controller as an answer needs."""

    algorithm: str | None = "rx/0"

    def miner(self) -> Any:
        return a_miner("one", stats=PerformanceMetrics(algorithm=self.algorithm))


@dataclass
class PaperJournal:
    """Nothing changes."""

    revisions: Counter[str] = field(default_factory=Counter)


class Rig:
    """One miner, its past, and a clock."""

    def __init__(self) -> None:
        self.disk = MemoryStore()
        self.now = BEGIN
        self.controller, self.journal = PaperController(), PaperJournal()
        controllers: Any = {"one": self.controller}
        journal: Any = self.journal
        self.answers = Answers(controllers, journal, self.disk.stores.samples, Retention, lambda: self.now)

    def mine(
        self, hours: float, rate: float, algorithm: str = "rx/0", cards: Mapping[str, float] | None = None
    ) -> None:
        rates = tuple(CardSample(card=card, hashrate=its) for card, its in (cards or {}).items())
        for _ in range(round(hours * 12)):
            self.disk.samples.append(("one", Sample(at=self.now, hashrate=rate, algorithm=algorithm, cards=rates)))
            self.now += timedelta(minutes=5)

    def choose(self, algorithm: str | None) -> None:
        self.controller.algorithm = algorithm
        self.journal.revisions["one"] += 1


async def test_it_is_read_once_an_hour() -> None:
    rig = Rig()
    rig.mine(48, 100.0)
    first = await rig.answers.usual("one")
    assert (first.algorithm, first.median, first.samples, first.from_) == ("rx/0", 100.0, 576, BEGIN)
    rig.mine(0.9, 900.0)
    assert await rig.answers.usual("one") is first
    assert rig.disk.reads == 1
    rig.mine(0.1, 900.0)
    again = await rig.answers.usual("one")
    assert (again.samples, again.high, rig.disk.reads) == (588, 100.0, 2)


async def test_only_the_last_seven_days_count() -> None:
    rig = Rig()
    rig.mine(24 * 3, 900.0)
    rig.mine(24 * 7, 100.0)
    shown = await rig.answers.usual("one")
    assert (shown.high, shown.from_, shown.samples) == (100.0, BEGIN + timedelta(days=3), 2016)


async def test_each_card_has_its_own_of_the_algorithm_that_is_mined() -> None:
    rig = Rig()
    rig.mine(30, 100.0, cards={"0000:01:00.0": 60.0, "0000:02:00.0": 40.0})
    rig.mine(1, 100.0, cards={"0000:01:00.0": 60.0, "2": 40.0})
    rig.mine(30, 5.0, "cn/r", cards={"0000:01:00.0": 5.0})
    first, second, late = (await rig.answers.usual("one")).cards
    assert (first.card, first.median, first.low, first.high, first.samples) == ("0000:01:00.0", 60.0, 60.0, 60.0, 372)
    assert (second.card, second.median, second.samples) == ("0000:02:00.0", 40.0, 360)
    assert (late.card, late.median, late.from_, late.samples) == ("2", 40.0, BEGIN + timedelta(hours=30), 12)
    rig.choose("cn/r")
    assert [(each.card, each.median) for each in (await rig.answers.usual("one")).cards] == [("0000:01:00.0", 5.0)]


async def test_a_card_that_has_just_come_has_no_usual_yet() -> None:
    rig = Rig()
    rig.mine(30, 100.0)
    rig.mine(2, 100.0, cards={"0": 100.0})
    shown = await rig.answers.usual("one")
    assert (shown.median, shown.cards[0].median, shown.cards[0].samples) == (100.0, None, 24)


async def test_each_algorithm_has_its_own() -> None:
    rig = Rig()
    rig.mine(30, 100.0)
    rig.mine(30, 5.0, "cn/r")
    assert (await rig.answers.usual("one")).median == 100.0
    rig.choose("cn/r")
    assert (await rig.answers.usual("one")).median == 5.0
    rig.choose(None)  # as before the first answer of a new run
    assert (await rig.answers.usual("one")).algorithm == "cn/r"
    rig.choose("kawpow")
    assert (await rig.answers.usual("one")).to_json() == {
        "name": "one", "algorithm": "kawpow", "median": None, "low": None, "high": None, "from": None, "samples": 0,
        "cards": [],
    }  # fmt: skip
