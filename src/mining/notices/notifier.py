"""Notifier (fulfils `mining.domain.notice.Notices`), a block in which the owner is told; without targets it is idle."""

import asyncio
from collections.abc import Collection, Sequence
from types import TracebackType
from typing import Self

from mining.domain.errors import NotSupported
from mining.domain.notice import Deliveries, Delivery, Message, Notice, Patience, Target, Topic
from mining.domain.quiet import read_quiet_hours
from mining.domain.rig import Rig
from mining.notices.errand import deliver
from mining.notices.mailbox import Mailbox
from mining.notices.watch import Watch

_COURIERS = 2  # at once: each takes some 50 MB for a second


class Notifier:
    """Its tasks end with the block, and with them what is under way; what still waits is in the timeline anyway."""

    def __init__(
        self,
        rig: Rig,
        targets: Sequence[Target],
        about: Collection[Topic],
        quiet: str | None,
        host: str,
        patience: Patience | None = None,
    ) -> None:
        self._targets = targets
        self._host = host
        self._patience = patience or Patience()
        self._couriers = asyncio.Semaphore(_COURIERS)
        self._testing = asyncio.Lock()
        self._mailboxes = [Mailbox(target, host, self._patience, self._send) for target in targets]
        hours = read_quiet_hours(quiet) if quiet is not None else None
        self._watch = Watch(rig, about, hours, self._patience, self._put)
        self._tasks: list[asyncio.Task[None]] = []
        self._test: asyncio.Task[list[Delivery]] | None = None
        self._closed = False

    async def __aenter__(self) -> Self:
        if self._targets:
            self._tasks = [
                asyncio.create_task(self._watch.hear(), name="notices.hear"),
                asyncio.create_task(self._watch.look_again(), name="notices.look"),
                *(asyncio.create_task(each.deliver(), name="notices.deliver") for each in self._mailboxes),
            ]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def close(self) -> None:
        """End a test that is under way: whoever waits for it would hold up the end of the daemon."""
        self._closed = True
        if self._test is not None:
            self._test.cancel()

    async def test(self) -> Deliveries:
        """Send a message to every target; NotSupported when there is none, or a test is under way."""
        if not self._targets:
            raise NotSupported(
                "Nobody is told anything yet: name a target in the setting `notify` and start the daemon again.",
                suggestion="MINING_NOTIFY=ntfy://TOPIC miner-ctrl serve",
            )
        if self._testing.locked():
            raise NotSupported("A test is under way already; wait for its answer.")
        async with self._testing:
            text = "This is a test. You will be told here when something happens to a miner."
            message = Message(f"{self._host}: notifications work", text)
            sending = deliver(self._targets, message, self._patience.test_limit)
            self._test = asyncio.create_task(sending, name="notices.test")
            try:
                return Deliveries(results=tuple(await self._test))
            except asyncio.CancelledError:
                if not self._closed:
                    raise
                raise NotSupported("The daemon is ending; test again when it runs.") from None

    async def _send(self, target: Target, message: Message) -> Delivery:
        async with self._couriers:
            return (await deliver([target], message, self._patience.limit))[0]

    def _put(self, notice: Notice) -> None:
        for mailbox in self._mailboxes:
            mailbox.put(notice)
