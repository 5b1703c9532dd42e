"""What the rig tells: each event to the store and then to the listeners, each change of figures to the listeners."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import structlog

from mining.domain.errors import StorageFull
from mining.domain.event import Event, EventKind
from mining.domain.message import Message
from mining.domain.miner import Miner, Status
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.rig import Change, ChangeType
from mining.domain.store import EventStore
from mining.domain.wording import worded
from mining.engine.bus import Bus

log = structlog.get_logger()
_TROUBLES: tuple[EventKind, ...] = (
    "crash",
    "hang",
    "error",
    "storage",
    "certificate",
)  # which count more in the daemon's log


class EventJournal:
    """`show` gives a miner as everybody sees it, None when there is none of that name."""

    def __init__(
        self,
        events: EventStore,
        bus: Bus,
        show: Callable[[str], Miner | None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._events = events
        self._bus = bus
        self._show = show
        self._now = now
        self.revision = 0  # changes whenever any answer about miners does
        self.revisions: Counter[str] = Counter()  # the same for each miner
        self.seq = 0  # of the newest event
        self._statuses: dict[str, Status] = {}  # of each miner as it was last told

    def changed(self, name: str) -> None:
        """The stats or the state of a miner are new."""
        self.revision += 1
        self.revisions[name] += 1
        if not self._bus.watched:
            return
        shown = self._show(name)
        if shown is None:
            self._statuses.pop(name, None)
            return
        if self._statuses.get(name, shown.status) != shown.status:
            self.publish("miner.status", miner=shown)
        self._statuses[name] = shown.status
        self.publish("miner.stats", miner=shown)

    def begin_watch(self, miners: Iterable[Miner]) -> None:
        """Somebody begins to watch while nobody did: these are the states that they see first."""
        self._statuses = {miner.name: miner.status for miner in miners}

    def publish(self, type: ChangeType, **about: Any) -> None:
        """Tell whoever watches of something that is no event."""
        if self._bus.watched:
            self._bus.publish(Change(type=type, seq=self.seq, at=self._now(), **about))

    async def tell(
        self,
        miner: str | None,
        kind: EventKind,
        text: str | Message,
        who: Principal | None,
        *,
        profile: MiningProfile | None = None,
        **details: Any,
    ) -> None:
        """Add a line to the timeline, of a miner, of a profile, or of the rig as a whole."""
        by = None if who is None else who.name
        event = Event(
            at=self._now(),
            kind=kind,
            miner=miner,
            **worded(text),
            who=by,
            details=_asker(who) | details,
        )
        (log.warning if kind in _TROUBLES else log.info)(kind, miner=miner, text=event.text, who=by)
        try:
            event = await self._events.add(event)
        except Exception as error:  # listeners hear the event all the same, and whoever tells it goes on
            if not isinstance(error, StorageFull):  # of a full disk the store has told
                log.exception("telling failed", text=event.text)
            event = event.but(seq=self.seq)
        self.seq = max(self.seq, event.seq)
        self.revision += 1
        if miner is not None:
            self.revisions[miner] += 1
        shown = self._show(miner) if miner is not None else None
        if shown is not None:
            self._statuses[shown.name] = shown.status
            self._bus.publish(Change(type="miner.status", seq=event.seq, at=event.at, miner=shown, event=event))
        elif profile is not None:
            self._bus.publish(Change(type="profile.changed", seq=event.seq, at=event.at, profile=profile, event=event))
        else:
            self._bus.publish(event)


def _asker(who: Principal | None) -> dict[str, Any]:
    """What is noted of a person beside the name: by what they were let in, and the client as it calls itself."""
    if who is None:
        return {}
    return {"via": who.via} | ({"client": who.client} if who.client else {})
