"""What a controller works with, handed down by the rig."""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from mining.domain.adapter import ApiRequest, ApiResponse, MinerType
from mining.domain.config import Config
from mining.domain.event import EventKind
from mining.domain.hardware import GraphicsCard
from mining.domain.host import Host
from mining.domain.message import Message
from mining.domain.payees import PayeeNews
from mining.domain.principal import Principal
from mining.domain.process import Processes
from mining.domain.programs.program import ProgramRegistry
from mining.domain.restart import RestartPolicy
from mining.domain.store import EventStore, RecordStore, SampleStore
from mining.engine.payees import Payer
from mining.engine.supervision.miner_client import ask_all
from mining.foundation.clock import Clock

AskMiner = Callable[[int, Sequence[ApiRequest]], Awaitable[list[ApiResponse | None]]]


class AppendEvent(Protocol):
    """Adds a line to the timeline of a miner and tells the listeners."""

    async def __call__(
        self, miner: str | None, kind: EventKind, text: str | Message, who: Principal | None, **details: Any
    ) -> None:
        """Returns when the event is kept, or known not to be keepable."""


@dataclass(frozen=True)
class SupervisorContext:
    """The rooms and rules around one miner."""

    records: RecordStore
    samples: SampleStore
    events: EventStore  # to read: what happens is told by `tell`
    host: Host
    programs: ProgramRegistry
    processes: Processes
    policy: RestartPolicy
    interval: Callable[[], float]  # s between polls, as of now
    port: Callable[[], int]  # a free port for an API
    tell: AppendEvent
    accept: Callable[[PayeeNews, Payer, Principal | None], Awaitable[bool]]  # somebody new is paid from now on
    changed: Callable[[str], None]  # the stats or the state of that miner are new
    issue: Callable[[MinerType, Config], str | None] = lambda *_: None  # what keeps it from being started again
    ask: AskMiner = ask_all  # questions to the API at a port, and the answers in order
    cards: Callable[[], Sequence[GraphicsCard]] = tuple  # those of this machine, as they were at the last look
    clock: Clock = field(default_factory=Clock)
    chance: Callable[[], float] = random.random
