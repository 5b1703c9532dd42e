"""Watch, which hears every event and looks at troubles that last, and passes on what is worth telling."""

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

import structlog

from mining.domain.alerts.alert import (
    Condition,
    Key,
    Standing,
    all_conditions,
    condition_of,
    judge,
    machine_conditions,
)
from mining.domain.alerts.notification import Notice, Patience, Topic, notice_of
from mining.domain.alerts.quiet_hours import QuietHours
from mining.domain.event import Event
from mining.domain.rig import Live, Rig

MOST_HELD = 64  # notices kept over the quiet hours

log = structlog.get_logger()


class Watch:
    """Nothing here waits for a target: what is to be told is passed on at once."""

    def __init__(
        self,
        rig: Rig,
        about: Collection[Topic],
        quiet: QuietHours | None,
        patience: Patience,
        tell: Callable[[Notice], None],
    ) -> None:
        self._rig = rig
        self._about = frozenset(about)
        self._quiet = quiet
        self._patience = patience
        self._tell = tell
        self._standings: dict[Key, Standing] = {}
        self._held: list[Notice] = []
        self._restless = asyncio.Event()  # set while time alone can change something

    def heed(self, about: Collection[Topic], quiet: QuietHours | None) -> None:
        """Tell of these topics from now on, but in these hours."""
        self._about, self._quiet = frozenset(about), quiet
        self._rest()

    async def hear(self) -> None:
        """Take in every event, for ever; whatever goes wrong, listen anew."""
        while True:
            try:
                with self._rig.listen(events_only=True) as listener:
                    self.look()  # at what began while nobody listened
                    async for news in listener:
                        self.take(news)
                log.warning("notice.overrun", text="Too many events at once; some were not told.")
            except Exception:
                log.exception("notice.defect")
                await asyncio.sleep(self._patience.look)

    async def look_again(self) -> None:
        """Look at troubles that last and at what the quiet hours hold back, for ever."""
        while True:
            await self._restless.wait()
            await asyncio.sleep(self._patience.look)
            try:
                self.look()
            except Exception:
                log.exception("notice.defect")

    def take(self, news: Live | Event) -> None:
        """One event, with the miner as it was at that moment."""
        event = news if isinstance(news, Event) else news.event
        if isinstance(news, Live) and news.miner is not None:
            self._judge({Key("miner", news.miner.name): condition_of(news.miner)})
        else:
            self._judge(machine_conditions(self._rig.problems(), self._standings))
        notice = notice_of(event) if event is not None else None
        if notice is not None:
            self._pass_on(notice)

    def look(self) -> None:
        """How everything is now."""
        self._judge(all_conditions(self._rig.miners(), self._rig.problems(), self._standings))
        if self._held and not self._is_quiet():
            held, self._held = self._held, []
            for notice in held:
                self._tell(notice)
            self._rest()

    def _judge(self, conditions: Mapping[Key, Condition]) -> None:
        if "trouble" not in self._about:
            return
        self._standings, notices = judge(
            self._standings,
            conditions,
            datetime.now().astimezone(),
            time.monotonic(),
            quiet=self._is_quiet(),
            grace=self._patience.grace,
        )
        for notice in notices:
            self._pass_on(notice)
        self._rest()

    def _pass_on(self, notice: Notice) -> None:
        if notice.topic not in self._about and notice.topic != "payout":  # who can change wallets must not hide it
            return
        if notice.topic == "payout" or not self._is_quiet():
            self._tell(notice)
            return
        self._held = [*self._held, notice][-MOST_HELD:]
        self._rest()

    def _rest(self) -> None:
        if self._held or any(standing.rank for standing in self._standings.values()):
            self._restless.set()
        else:
            self._restless.clear()

    def _is_quiet(self) -> bool:
        return self._quiet is not None and self._quiet.hold(datetime.now().time())
