"""What the rig is asked again and again: the same value until a miner has another revision; nothing is made twice."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import UTC, datetime

from mining.domain.history import History, HistoryChoice, measured_card
from mining.domain.metrics import HashrateHistory
from mining.domain.miner import Miner
from mining.domain.retention import Retention
from mining.domain.store import SampleStore
from mining.domain.usual import STEP, STRETCH, Usual, usual
from mining.domain.value import moment
from mining.engine.foreign import AnyMiner
from mining.engine.history import FINEST, MOST, history, past
from mining.engine.journal import EventJournal

KEPT = 64  # histories
_HOUR = 3600  # s, after which what is usual is made anew


class Answers:
    """Each answer is kept beside all that it depends on; when that is another, it is made anew."""

    def __init__(
        self,
        controllers: Mapping[str, AnyMiner],
        journal: EventJournal,
        samples: SampleStore,
        retention: Callable[[], Retention],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._controllers = controllers
        self._journal = journal
        self._samples = samples
        self._retention = retention
        self._now = now
        self._miners: dict[str, tuple[Hashable, Miner]] = {}
        self._histories: OrderedDict[Hashable, tuple[Hashable, HashrateHistory]] = OrderedDict()
        self._usual: dict[str, tuple[Hashable, Usual]] = {}

    def miners(self) -> Sequence[Miner]:
        """Every miner, by name."""
        if len(self._miners) > len(self._controllers):
            self._miners = {name: entry for name, entry in self._miners.items() if name in self._controllers}
        return [self._miner(name) for name in sorted(self._controllers)]

    def _miner(self, name: str) -> Miner:
        state, entry = self._state(name), self._miners.get(name)
        if entry is None or entry[0] != state:
            entry = self._miners[name] = state, self._controllers[name].miner()
        return entry[1]

    async def history(
        self, name: str, seconds: int, resolution: int | None, algorithm: str | None, card: str | None
    ) -> HashrateHistory:
        """The hashrate of the last `seconds` s, of one algorithm, and of one card where one is asked for."""
        if card is not None:
            card = measured_card(card, self._miner(name).stats.gpu, await self._samples.cards(name))
        now, retention = datetime.now(UTC), self._retention()
        key = (name, seconds, resolution, algorithm, card)
        state = (self._state(name), now.timestamp() // FINEST, retention)
        entry = self._histories.get(key)
        if entry is None or entry[0] != state:
            entry = state, await history(self._samples, name, seconds, resolution, now, retention, algorithm, card)
            if len(entry[1].points) <= MOST:
                self._histories[key] = entry
                while len(self._histories) > KEPT:
                    self._histories.popitem(last=False)
        return entry[1]

    async def past(self, choice: HistoryChoice) -> History:
        """The chosen figures of miners of the past."""
        return await past(self._samples, choice, datetime.now(UTC), self._retention())

    async def usual(self, name: str) -> Usual:
        """What is usual for a miner, by the hours that are over: made once an hour for each algorithm."""
        now, controller = self._now(), self._controllers[name]
        hour, mining = int(now.timestamp()) // _HOUR * _HOUR, self._miner(name).stats.algorithm
        entry, state = self._usual.get(name), (controller, hour, mining)
        if entry is None or entry[0] != state:
            end = moment(hour)
            mined = [] if mining is not None else await self._samples.algorithms(name, end)
            algorithm = mining or next((each for each, _ in mined), None)
            stretch = (name, end - STRETCH, end, STEP, (algorithm,))
            rates = await self._samples.hashrates(*stretch)
            cards = {card: await self._samples.hashrates(*stretch, card) for card in await self._samples.cards(name)}
            entry = self._usual[name] = state, usual(name, algorithm, rates, end, cards)
            if len(self._usual) > len(self._controllers):
                self._usual = {each: one for each, one in self._usual.items() if each in self._controllers}
        return entry[1]

    def _state(self, name: str) -> Hashable:
        return self._controllers[name], self._journal.revisions[name]
