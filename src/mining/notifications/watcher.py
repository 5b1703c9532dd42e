"""Watch, which hears every event and looks at troubles that last, and passes on what is worth telling."""

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

import structlog

from mining.domain.alerts.alert import (
    AlertKey,
    AlertState,
    Condition,
    all_conditions,
    condition_of,
    evaluate,
    machine_conditions,
)
from mining.domain.alerts.notification import ALWAYS, Notification, NotificationTiming, Topic, notification_of
from mining.domain.alerts.quiet_hours import QuietHours
from mining.domain.event import Event
from mining.domain.rig import Change, Rig

MOST_HELD = 64  # notifications kept over the quiet hours

log = structlog.get_logger()


class Watcher:
    """Nothing here waits for a target: what is to be told is passed on at once."""

    def __init__(
        self,
        rig: Rig,
        about: Collection[Topic],
        quiet: QuietHours | None,
        timing: NotificationTiming,
        tell: Callable[[Notification], None],
    ) -> None:
        self._rig = rig
        self._about = frozenset(about)
        self._quiet = quiet
        self._timing = timing
        self._tell = tell
        self._states: dict[AlertKey, AlertState] = {}
        self._held: list[Notification] = []
        self._restless = asyncio.Event()  # set while time alone can change something

    def heed(self, about: Collection[Topic], quiet: QuietHours | None) -> None:
        """Tell of these topics from now on, but in these hours."""
        again = "trouble" in about and "trouble" not in self._about
        self._about, self._quiet = frozenset(about), quiet
        if "trouble" not in self._about:
            self._states = {}  # whoever asks for troubles again hears of those that there are then
        self._held = [each for each in self._held if each.topic in self._about]
        self._rest()
        if again:  # look at those that there are
            self._restless.set()

    async def hear(self) -> None:
        """Take in every event, for ever; whatever goes wrong, listen anew."""
        while True:
            try:
                with self._rig.listen(events_only=True) as listener:
                    self.look()  # at what began while nobody listened
                    async for news in listener:
                        self.take(news)
                log.warning("notification.overrun", text="Too many events at once; some were not told.")
            except Exception:
                log.exception("notification.defect")
                await asyncio.sleep(self._timing.look)

    async def look_again(self) -> None:
        """Look at troubles that last and at what the quiet hours hold back, for ever."""
        while True:
            await self._restless.wait()
            await asyncio.sleep(self._timing.look)
            try:
                self.look()
            except Exception:
                log.exception("notification.defect")

    def take(self, news: Change | Event) -> None:
        """One event, with the miner as it was at that moment."""
        event = news if isinstance(news, Event) else news.event
        if isinstance(news, Change) and news.miner is not None:
            self._judge({AlertKey("miner", news.miner.name): condition_of(news.miner)})
        else:
            self._judge(machine_conditions(self._rig.problems(), self._states))
        notification = notification_of(event) if event is not None else None
        if notification is not None:
            self._pass_on(notification)

    def look(self) -> None:
        """How everything is now."""
        self._judge(all_conditions(self._rig.miners(), self._rig.problems(), self._states))
        if self._held and not self._is_quiet():
            held, self._held = self._held, []
            for notification in held:
                self._tell(notification)
            self._rest()

    def _judge(self, conditions: Mapping[AlertKey, Condition]) -> None:
        if "trouble" not in self._about:
            return
        self._states, notifications = evaluate(
            self._states,
            conditions,
            datetime.now().astimezone(),
            time.monotonic(),
            quiet=self._is_quiet(),
            grace=self._timing.grace,
        )
        for notification in notifications:
            self._pass_on(notification)
        self._rest()

    def _pass_on(self, notification: Notification) -> None:
        if (
            notification.topic not in self._about and notification.topic not in ALWAYS
        ):  # who can change wallets must not hide it
            return
        if notification.topic in ALWAYS or not self._is_quiet():
            self._tell(notification)
            return
        self._held = [*self._held, notification][-MOST_HELD:]
        self._rest()

    def _rest(self) -> None:
        if self._held or any(state.rank for state in self._states.values()):
            self._restless.set()
        else:
            self._restless.clear()

    def _is_quiet(self) -> bool:
        return self._quiet is not None and self._quiet.hold(datetime.now().time())
