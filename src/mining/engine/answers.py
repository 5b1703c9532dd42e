"""What the rig is asked again and again: the same value until a miner has another revision; nothing is made twice."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import UTC, datetime

from mining.domain.history import History, HistoryChoice
from mining.domain.metrics import HashrateHistory
from mining.domain.miner import Miner
from mining.domain.retention import Retention
from mining.domain.store import SampleStore
from mining.engine.foreign import AnyMiner
from mining.engine.history import FINEST, MOST, history, past
from mining.engine.journal import EventJournal

KEPT = 64  # histories


class Answers:
    """Each answer is kept beside all that it depends on; when that is another, it is made anew."""

    def __init__(
        self,
        controllers: Mapping[str, AnyMiner],
        journal: EventJournal,
        samples: SampleStore,
        retention: Callable[[], Retention],
    ) -> None:
        self._controllers = controllers
        self._journal = journal
        self._samples = samples
        self._retention = retention
        self._miners: dict[str, tuple[Hashable, Miner]] = {}
        self._histories: OrderedDict[Hashable, tuple[Hashable, HashrateHistory]] = OrderedDict()

    def miners(self) -> Sequence[Miner]:
        """Every miner, by name."""
        if len(self._miners) > len(self._controllers):
            self._miners = {name: kept for name, kept in self._miners.items() if name in self._controllers}
        return [self._miner(name) for name in sorted(self._controllers)]

    def _miner(self, name: str) -> Miner:
        state, kept = self._state(name), self._miners.get(name)
        if kept is None or kept[0] != state:
            kept = self._miners[name] = state, self._controllers[name].miner()
        return kept[1]

    async def history(self, name: str, seconds: int, resolution: int | None, algorithm: str | None) -> HashrateHistory:
        """The hashrate of the last `seconds` s, of one algorithm."""
        now, retention = datetime.now(UTC), self._retention()
        key, state = (name, seconds, resolution, algorithm), (self._state(name), now.timestamp() // FINEST, retention)
        kept = self._histories.get(key)
        if kept is None or kept[0] != state:
            kept = state, await history(self._samples, name, seconds, resolution, now, retention, algorithm)
            if len(kept[1].points) <= MOST:
                self._histories[key] = kept
                while len(self._histories) > KEPT:
                    self._histories.popitem(last=False)
        return kept[1]

    async def past(self, choice: HistoryChoice) -> History:
        """The chosen figures of miners of the past."""
        return await past(self._samples, choice, datetime.now(UTC), self._retention())

    def _state(self, name: str) -> Hashable:
        return self._controllers[name], self._journal.revisions[name]
