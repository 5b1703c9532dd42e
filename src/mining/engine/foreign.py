"""A miner that this version can only show and stop: its record is lost, or its type is not known here."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import NoReturn

from mining import __version__
from mining.domain.card_choice import MachineUse
from mining.domain.config import NOWHERE, Config
from mining.domain.errors import MinerAlreadyRunning, NotSupported
from mining.domain.message import Message, message, phrase
from mining.domain.miner import Miner, MinerRecord, Reason, reason
from mining.domain.principal import Principal
from mining.domain.process import Process, ProcessRecord
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.controller import MinerController
from mining.engine.supervision.desired_state import DesiredState
from mining.foundation.tasks import end, persistent

LISTENING = 0.5  # seconds between two looks at its text


class ForeignMiner:
    """It answers like a `MinerController`, as far as something can be said and done."""

    real = True
    port = None

    def __init__(self, record: MinerRecord, tools: SupervisorContext, *, remembered: bool) -> None:
        self._desired = DesiredState(record, tools.records)
        self._tools = tools
        self._remembered = remembered  # by the store; else there is a process and nothing more
        self._process: Process | None = None
        self._written: ProcessRecord | None = None
        self._missed: Reason | None = None  # why its process cannot even be stopped
        self._ending = False
        self._task: asyncio.Task[None] | None = None
        self._lock = asyncio.Lock()

    @property
    def record(self) -> MinerRecord:
        """What is remembered of it, or stands in for that."""
        return self._desired.record

    @property
    def in_use(self) -> MachineUse:
        """What it uses of this machine, as far as its record says."""
        return MachineUse(self.record.config, None)

    @property
    def live(self) -> bool:
        """Whether it has a process."""
        return self._process is not None

    @property
    def stop_grace(self) -> float:
        """Seconds between SIGTERM and SIGKILL: long, for nobody knows what it has to do."""
        return 15.0

    @property
    def text_lost(self) -> bool:
        """Whether it prints what cannot be kept just now."""
        return self._process is not None and self._process.text_lost

    @property
    def _why(self) -> Reason:
        name, type = self.record.name, self.record.type
        if self._missed is not None:
            return self._missed
        if self._remembered:
            return reason("foreign", message("foreign.type", version=__version__, type=type[:64], miner=name))
        return reason("foreign", message("foreign.record", miner=name))

    def miner(self) -> Miner:
        """What everybody can see of it."""
        record, process, wanted = self.record, self._process, self.record.wanted != "stopped"
        miner = Miner(
            name=record.name,
            type=record.type,
            status="error" if wanted else "stopped",
            health="unreachable" if wanted else "ok",
            reason=self._why if wanted else None,
            wanted=record.wanted,
            stopped_at=record.stopped_at,
            profile_id=record.profile_id,
            config=record.config.public_json(),
            restarts=record.restarts,
            last_exit=record.last_exit,
        )
        if process is None:
            return miner
        written = self._written
        return miner.but(
            status="stopping" if self._ending else "running",
            health="ok" if self._ending else "unreachable",
            reason=None if self._ending else self._why,
            pid=process.pid,
            started_at=written.started_at if written is not None else None,
            uptime=max(0, int(self._tools.processes.boot_clock() - written.started_boot)) if written is not None else 0,
            version=written.version if written is not None else None,
            stopped_at=None,
        )

    def refuse(self) -> NoReturn:
        """NotSupported, for all that would need to know it."""
        raise NotSupported(phrase("refuse.because", name=self.record.name, why=self._why.whole), reason="foreign")

    def refuse_live(self) -> None:
        """MinerAlreadyRunning while it lives."""
        if self._process is not None:
            raise MinerAlreadyRunning(phrase("refuse.lives", miner=self.record.name), pid=self._process.pid)

    async def adopt(self, process: Process, written: ProcessRecord | None) -> None:
        """Watch a living process of it, so that it can be stopped."""
        self._process, self._written = process, written
        self._task = persistent(f"watch {self.record.name}", self._watch)
        await self._tools.tell(
            self.record.name, "adopt", message("foreign.runs", why=self._why.whole), None, pid=process.pid
        )

    async def miss(self, why: Reason) -> None:
        """It lives, but nobody can take it over."""
        self._missed = why
        await self._tools.tell(self.record.name, "error", why.sentence, None)

    async def _watch(self) -> None:
        """Take its text until it ends, lest it waits for somebody to read it; then end what it left."""
        process = self._process
        while process is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(LISTENING):
                    await process.wait()
                break
            with suppress(OSError):
                process.lines(LISTENING)
        if process is not None:
            await process.sweep()
            with suppress(OSError):
                process.last_lines()
            if not self._ending:
                await self._tools.tell(self.record.name, "exit", message("foreign.ended"), None, pid=process.pid)
            process.close()
            self._process = None
            if not self._remembered:
                self._desired.record = self.record.but(wanted="stopped", stopped_at=datetime.now(UTC))
            self._tools.changed(self.record.name)

    async def stop(self, who: Principal | None, text: Message | None = None) -> None:
        """End it, and remember that where anything is remembered of it."""
        async with self._lock:
            if self._remembered and self.record.wanted != "stopped":
                await self._desired.save(wanted="stopped")
            await self._end(text or message("miner.stopped", who=str(who)), who)

    async def stop_with_daemon(self) -> None:
        """End the process but keep what is wanted."""
        async with self._lock:
            await self._end(message("foreign.stopped_with_daemon"), None)

    async def _end(self, text: str | Message, who: Principal | None) -> None:
        process, self._ending = self._process, True
        try:
            if process is not None:
                self._tools.changed(self.record.name)
                await process.stop(self.stop_grace)
                if self._task is not None:
                    await asyncio.wait({self._task})
                await self._tools.tell(self.record.name, "stop", text, who, pid=process.pid)
        finally:
            self._ending = False

    @asynccontextmanager
    async def retired(self) -> AsyncIterator[None]:
        """While it is forgotten nobody may start it."""
        async with self._lock:
            self.refuse_live()
            yield

    def poll_soon(self) -> None:
        """There is nothing to ask it."""

    def wake(self) -> None:
        """There is nothing that it waits for."""

    async def save_late(self) -> None:
        """Save again what a full disk would not take."""
        if self._desired.unsaved:
            await self._desired.save()

    async def leave(self) -> None:
        """Let go of it without touching it."""
        await end(self._task)
        if self._process is not None:
            self._process.close()


AnyMiner = MinerController | ForeignMiner


def unrecorded(name: str, written: ProcessRecord | None) -> MinerRecord:
    """What stands in for the record of a living miner that nobody remembers."""
    return MinerRecord(
        name=name,
        type=written.miner.type if written is not None else "unknown",
        config=Config.model_validate(NOWHERE),
        wanted="running",
        consent_by="unknown",
        consent_at=datetime.fromtimestamp(0, UTC),
    )
