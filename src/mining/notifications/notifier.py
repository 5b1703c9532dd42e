"""Notifier, a block in which the owner is told (fulfils `Notifications`); without targets it is idle."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from mining.domain.alerts.notification import (
    Deliveries,
    Delivery,
    Notification,
    NotificationTiming,
    OutgoingMessage,
    Target,
    Topic,
)
from mining.domain.alerts.quiet_hours import read_quiet_hours
from mining.domain.errors import NotSupported
from mining.domain.message import phrase
from mining.domain.rig import Rig
from mining.foundation.tasks import end, owned, persistent
from mining.notifications.lanes import Lanes
from mining.notifications.outbox import Failure, Outbox
from mining.notifications.sender import deliver
from mining.notifications.watcher import Watcher


class Notifier:
    """Its tasks end with the block, and with them what is under way; what still waits is in the timeline anyway."""

    def __init__(
        self, rig: Rig, host: str, timing: NotificationTiming | None = None, own_ports: Collection[int] = ()
    ) -> None:
        self._host = host
        self._own_ports = own_ports  # of the daemon, where no message goes
        self._timing = timing or NotificationTiming()
        self._lanes = Lanes()
        self._testing = asyncio.Lock()
        self._boxes: dict[Target, Outbox] = {}
        self._watch = Watcher(rig, (), None, self._timing, self._put)
        self._tasks: dict[Target | None, list[asyncio.Task[None]]] = {}  # None: those that watch
        self._ended: list[asyncio.Task[None]] = []
        self._test: asyncio.Task[list[Delivery]] | None = None
        self._closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        for key in list(self._tasks):
            self._end(key)
        await end(*self._ended)

    def use(self, targets: Sequence[Target], about: Collection[Topic], quiet: str | None) -> None:
        """Tell these targets of these topics from now on; what waits for one that stays still goes to it."""
        self._watch.heed(about, read_quiet_hours(quiet) if quiet is not None else None)
        for gone in self._boxes.keys() - set(targets):
            # so that nobody takes the messages away in silence, before they take the payout
            self._boxes.pop(gone).put_last(_farewell())
            self._ended += self._tasks.pop(gone)
        for target in targets:
            if target not in self._boxes:
                box = self._boxes[target] = Outbox(target, self._host, self._timing, self._send, self._lanes.turn)
                self._begin(target, box.deliver)
        if self._boxes and None not in self._tasks:
            self._begin(None, self._watch.hear, self._watch.look_again)
        elif not self._boxes:
            self._end(None)

    def _begin(self, key: Target | None, *work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._tasks[key] = [persistent("notifications", each) for each in work]

    def _end(self, key: Target | None) -> None:
        ended = self._tasks.pop(key, [])
        for task in ended:
            task.cancel()
        self._ended += ended

    def close(self) -> None:
        """End a test that is under way: whoever waits for it would hold up the end of the daemon."""
        self._closed = True
        if self._test is not None:
            self._test.cancel()

    def failures(self) -> Sequence[Failure]:
        """The targets that take nothing now."""
        return [box.failure for box in self._boxes.values() if box.failure is not None]

    async def test(self) -> Deliveries:
        """Send a message to every target; NotSupported when there is none, or a test is under way."""
        if not self._boxes:
            raise NotSupported(
                phrase("refuse.no_target"),
                suggestion="miner-ctrl settings set notify ntfy://TOPIC",
            )
        if self._testing.locked():
            raise NotSupported(phrase("refuse.tested_already"))
        async with self._testing:
            text = "This is a test. Notifications of your miners will arrive here."
            message = OutgoingMessage(f"{self._host}: notifications work", text)
            sending = deliver(list(self._boxes), message, self._timing.test_limit, self._own_ports)
            self._test = owned("notifications.test", sending)
            try:
                return Deliveries(results=tuple(await self._test))
            except asyncio.CancelledError:
                if not self._closed:
                    raise
                raise NotSupported(phrase("refuse.daemon_ends")) from None

    async def _send(self, target: Target, message: OutgoingMessage) -> Delivery:
        return (await deliver([target], message, self._timing.limit, self._own_ports))[0]

    def _put(self, notification: Notification) -> None:
        for box in self._boxes.values():
            box.put(notification)


def _farewell() -> Notification:
    text = (
        "The setting notify was changed, and this target is no longer in it. If that was not you, look at your wallets "
        "and at the timeline: miner-ctrl events"
    )
    return Notification(topic="payout", at=datetime.now(UTC), title="You will be told nothing more here", text=text)
