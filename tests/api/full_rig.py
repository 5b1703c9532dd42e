"""A rig that has as much as one can: its past is real, over a store in which every bucket was measured."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from mining.domain.event import Event
from mining.domain.history import History, HistoryChoice, Metric
from mining.domain.metrics import HashrateHistory, Sample
from mining.domain.retention import Retention
from mining.domain.rig import LogLine, LogPage
from mining.engine.history import history, past
from tests.api.paper_rig import NOON, WALLET, PaperRig, a_miner

FIGURES: Mapping[Metric, float] = {
    "accepted": 1234, "rejected": 5, "invalid": 0, "temperature": 71.5, "power": 220.5, "ping": 45, "difficulty": 1.5,
}  # fmt: skip
FOREVER = Retention(samples=10**9, minutes=10**9, hours=None)
LINE = f"[2025-12-31 12:00:00.000]  net      accepted (1/0) diff 120001 (45 ms) {WALLET} \x1b[1;32mok\x1b[0m "


class FullSamples:
    """Keeps the promises of the SampleStore protocol that a reader needs, in a thread as the real one does."""

    async def add(self, miner: str, sample: Sample) -> None:
        """It is full."""

    async def forget(self, miner: str) -> None:
        """Nothing is dropped."""

    async def hashrates(
        self,
        miner: str,
        start: datetime,
        end: datetime,
        step: int,
        algorithms: Sequence[str | None] = (None,),
        card: str | None = None,
    ) -> Sequence[tuple[datetime, float]]:
        return await asyncio.to_thread(lambda: [(at, 4520.512 + at.minute) for at in _buckets(start, end, step)])

    async def cards(self, miner: str) -> Sequence[str]:
        return ()

    async def figures(
        self, miner: str, start: datetime, end: datetime, step: int
    ) -> Mapping[datetime, Mapping[Metric, float]]:
        return await asyncio.to_thread(lambda: dict.fromkeys(_buckets(start, end, step), FIGURES))

    async def beside(
        self, miner: str, start: datetime, end: datetime, step: int
    ) -> Mapping[str, Mapping[datetime, Mapping[Metric, float]]]:
        return {}

    async def algorithms(self, miner: str, before: datetime | None = None) -> Sequence[tuple[str, datetime]]:
        return [("rx/0", datetime.now(UTC))]

    async def lacks(self, miner: str, step: int, start: datetime) -> bool:
        return False


class FullRig(PaperRig):
    """A thousand miners, five thousand events, and logs of long lines."""

    def __init__(self) -> None:
        super().__init__(*(a_miner(f"miner-{number}") for number in range(1000)))
        self.happened = [
            Event(
                seq=number, at=NOON, kind="settings", text=f"Started by API 192.0.2.7. {LINE}"[:400], who="API",
                details={"changes": [f"wallet: {WALLET} → {WALLET}"] * 4, "client": "curl/8.5.0", "via": "local"},
            )
            for number in range(1, 5001)
        ]  # fmt: skip

    async def logs(self, name: str, lines: int, cursor: str | None = None) -> LogPage:
        return LogPage(items=tuple(LogLine(time=NOON, text=f"{at} {LINE * 2}") for at in range(lines)), cursor="1:0")

    async def history(
        self, name: str, seconds: int, resolution: int | None, algorithm: str | None = None, card: str | None = None
    ) -> HashrateHistory:
        return await history(FullSamples(), name, seconds, resolution, datetime.now(UTC), FOREVER, algorithm)

    async def past(self, choice: HistoryChoice) -> History:
        return await past(FullSamples(), choice, datetime.now(UTC), FOREVER)


def _buckets(start: datetime, end: datetime, step: int) -> list[datetime]:
    return [start + timedelta(seconds=at) for at in range(0, int((end - start).total_seconds()), step)]
