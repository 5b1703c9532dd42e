"""Looks at whom a running miner pays: its arguments, its files, and its live configuration, read back from outside."""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any, ParamSpec

import structlog

from mining.domain.adapter import MinerType
from mining.domain.payees import RigPayee
from mining.domain.payout_lock import PayoutLock, PayoutReader, PayoutReads, Sighting, payout_reader, without_secrets
from mining.domain.process import Process, ProcessRecord
from mining.domain.value import timestamp
from mining.engine.supervision.context import SupervisorContext
from mining.foundation.apart import apart

LOOK = 10.0  # s between two looks
AGAIN = 2.0  # s until the second look at what differed

P = ParamSpec("P")
log = structlog.get_logger()


class PayoutWatch:
    """For one process. `donating` says whether it mines for its authors, when its payees prove nothing."""

    def __init__(
        self,
        kind: MinerType,
        record: ProcessRecord,
        process: Process,
        tools: SupervisorContext,
        donating: Callable[[], bool],
    ) -> None:
        self._record = record
        self._process = process
        self._tools = tools
        self._donating = donating
        self._reader = payout_reader(kind) if record.context.run_id else None  # of a torn record nothing can be said
        self._expected: tuple[RigPayee, ...] = ()
        self._reads = PayoutReads()
        self._seen: Sequence[Sighting] = ()
        self._looked = float("-inf")
        self._defective = False  # its adapter has failed, and that is told
        if self._reader is not None:
            self._expected = self._understood(self._launched, kind, self._reader) or ()
        if not self._expected:
            self._reader = None

    def _launched(self, kind: MinerType, reader: PayoutReader) -> list[RigPayee]:
        """Whom it was started to pay: read as everything else is, so that no way of writing differs."""
        launch = kind.launch(self._record.miner.config, self._record.context)
        named = [reader.in_file(launch.files[name]) for name in reader.files]
        named.append(reader.in_arguments(launch.argv, self._record.context))
        return [payee for each in named for payee in each or ()]

    @property
    def wallet(self) -> str:
        """The wallet that it was to pay first."""
        return self._expected[0].wallet if self._expected else ""

    def shown(self) -> PayoutLock | None:
        """What is known; None where the adapter tells nothing."""
        return self._reads.shown() if self._reader is not None else None

    async def look(self, answers: bool, ending: Callable[[], bool]) -> tuple[RigPayee, ...]:
        """Whom it was proven to pay although nobody named them; what differs once is looked at once more.

        `answers`: whether its API has just answered; one that has not is not asked.
        """
        clock = self._tools.clock.monotonic
        reader, due = self._reader, bool(self._reads.unread) or clock() - self._looked >= LOOK
        while reader is not None and due:
            self._looked = clock()
            seen = [*await apart(self._written, reader), *await self._sightings(reader, answers)]
            if ending() or self._donating():
                break
            self._seen = seen
            self._reads = self._reads.after(seen, self._expected, self._tools.clock.now())
            if self._reads.proven:
                return self._reads.strays
            due = bool(self._reads.differences)
            if due:
                await asyncio.sleep(AGAIN)
        return ()

    def _written(self, reader: PayoutReader) -> list[Sighting]:
        """What its arguments and its files name."""
        words = self._process.arguments()
        named = None if words is None else self._understood(reader.in_arguments, words, self._record.context)
        seen = [Sighting("arguments", named, words)]
        for name in reader.files:
            content = self._process.content(name)
            payees = None if content is None else self._understood(reader.in_file, content)
            seen.append(Sighting("file", payees or None, _parsed(content)))
        return seen

    async def _sightings(self, reader: PayoutReader, answers: bool) -> list[Sighting]:
        """What it tells of itself."""
        request = reader.request(self._record.context)
        if request is None:
            return []
        reply = (await self._tools.ask(self._record.context.api_port, (request,)))[0] if answers else None
        payees = None if reply is None else self._understood(reader.in_reply, reply)
        return [Sighting("api", payees or None, _parsed(reply.body) if reply else None)]

    def _understood(
        self, read: Callable[P, Sequence[RigPayee] | None], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[RigPayee, ...] | None:
        """What an adapter reads; a defect of it is told once, and costs no mining."""
        try:
            named = read(*args, **kwargs)
            return None if named is None else tuple(named)
        except Exception:
            if not self._defective:
                self._defective = True
                log.exception("payout.unreadable", miner=self._record.miner.name)
            return None

    async def keep_evidence(self) -> str:
        """Write down what was seen, in the run folder and without secrets; the file's name."""
        config, at = self._record.miner.config, self._tools.clock.now()
        passwords = [pool.password for _, pool in config.places() if pool.password and len(pool.password) > 3]
        secrets = [self._record.context.api_token, *passwords]
        evidence = {
            "at": timestamp(at),
            "miner": self._record.miner.name,
            "pid": self._process.pid,
            "expected": [each._asdict() for each in self._expected],
            "found": [each._asdict() for each in self._reads.strays],
            "seen": {each.source: without_secrets(each.raw, secrets) for each in self._seen},
        }
        name = f"payout-{at:%Y%m%dT%H%M%SZ}.json"
        try:
            await apart(self._process.keep, name, json.dumps(evidence, indent=1, default=str).encode())
        except OSError as error:
            log.error("payout.evidence", miner=self._record.miner.name, text=str(error))
        return name

    def differences(self) -> dict[str, Any]:
        """Whom it was to pay and whom it paid, as an event may show it."""
        return {
            "expected": [each.masked()._asdict() for each in self._expected],
            "found": [each.masked(self.wallet)._asdict() for each in self._reads.strays],
        }


def _parsed(content: bytes | None) -> Any:
    """JSON where it is JSON, else as much of the text as tells what it was."""
    if content is None:
        return None
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return content[:1000].decode("utf-8", "replace")
