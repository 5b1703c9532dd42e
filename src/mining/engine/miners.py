"""The miners of this rig by name."""

from collections.abc import Iterator
from contextlib import contextmanager

from mining.domain.card_choice import MachineUse
from mining.domain.config import Config
from mining.domain.errors import InsufficientResources
from mining.domain.message import phrase
from mining.domain.miner import Miner
from mining.domain.near_names import miner_not_found
from mining.engine.foreign import AnyMiner
from mining.engine.supervision.controller import MinerController

MOST_LIVE = 64


class Miners(dict[str, AnyMiner]):
    """A controller for each miner that is not forgotten."""

    def __init__(self) -> None:
        super().__init__()
        self._beginning: list[str] = []  # those that are about to live

    @contextmanager
    def place(self, name: str) -> Iterator[None]:
        """While a miner is started it has a place among the living; InsufficientResources when there is none left."""
        others = {other for other, miner in self.items() if miner.live}.union(self._beginning) - {name}
        if len(others) >= MOST_LIVE:
            raise InsufficientResources(
                phrase("refuse.many_live", live=len(others), most=MOST_LIVE),
                live=len(others),
                most=MOST_LIVE,
                suggestion=phrase("refuse.many_live.way_out"),
            )
        self._beginning.append(name)
        try:
            yield
        finally:
            self._beginning.remove(name)

    def controller(self, name: str) -> AnyMiner:
        """The controller of a miner; MinerNotFound with near names otherwise."""
        if name in self:
            return self[name]
        raise miner_not_found(name, self)

    def own(self, name: str) -> MinerController:
        """The controller of a miner that this version can do more with than to stop it."""
        controller = self.controller(name)
        return controller if isinstance(controller, MinerController) else controller.refuse()

    def show(self, name: str) -> Miner | None:
        """A miner as everybody sees it; None when there is none of that name."""
        return self[name].miner() if name in self else None

    def rivals(self, name: str) -> dict[str, MachineUse]:
        """What the other live miners use of this machine."""
        return {other: m.in_use for other, m in self.items() if other != name and m.live and m.real}

    def configs(self) -> list[Config]:
        """The configurations of all of them, running or not."""
        return [miner.record.config for miner in self.values() if isinstance(miner, MinerController)]

    def ports(self) -> set[int]:
        """The ports of live miners."""
        return {miner.port for miner in self.values() if miner.port}

    def poll_all(self) -> None:
        """Do not wait for the next polls."""
        for miner in self.values():
            miner.poll_soon()
