"""One miner of this rig: what its owner can say to it, and what everybody can see of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from mining.domain.adapter import MinerType, Reading, Verb
from mining.domain.config import Config
from mining.domain.errors import (
    ErrorDetail,
    InvalidRequest,
    MinerAlreadyRunning,
    MinerNotInstalled,
    MiningError,
    NotSupported,
)
from mining.domain.event import EventKind
from mining.domain.health import health, status
from mining.domain.miner import Miner, MinerRecord, Reason, Wanted
from mining.domain.payout.wallet import mask
from mining.domain.pools import page_of
from mining.domain.principal import Principal
from mining.domain.programs.program import Program
from mining.domain.value import timestamp
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.run import Run
from mining.engine.supervision.supervisor import Supervisor
from mining.processes.process import CannotSpawn, Process
from mining.processes.run_folder import ProcessRecord


class MinerController:
    """Its verbs exclude each other; each says in the timeline who spoke."""

    def __init__(self, record: MinerRecord, kind: MinerType, tools: SupervisorContext) -> None:
        self.kind = kind
        self.supervisor = Supervisor(record, kind, tools)
        self._tools = tools
        self._lock = asyncio.Lock()
        self._retired = False

    @property
    def record(self) -> MinerRecord:
        """What is remembered of it."""
        return self.supervisor.record

    @property
    def live(self) -> bool:
        """Whether it has a process or a pending restart, or is about to end."""
        return self.supervisor.run is not None or self.supervisor.next_at is not None

    @property
    def awaited(self) -> bool:
        """Whether it is wanted, and dead, and nothing has begun to change that."""
        return self.record.wanted != "stopped" and self.supervisor.idle

    @property
    def real(self) -> bool:
        """Whether it uses this machine's devices, rather than pretending."""
        return not self.kind.facts.simulated

    @property
    def port(self) -> int | None:
        """The port of its API while it lives."""
        return self.supervisor.run.context.api_port if self.supervisor.run else None

    def miner(self) -> Miner:
        """The miner as everybody sees it."""
        supervisor, record, run = self.supervisor, self.supervisor.record, self.supervisor.run
        dead = record.wanted != "stopped"
        miner = Miner(
            name=record.name,
            type=record.type,
            status="error" if dead else "stopped",
            health="unreachable" if dead else "ok",
            reason=supervisor.failure if dead else None,
            wanted=record.wanted,
            stopped_at=record.stopped_at,
            version=supervisor.stats.version or supervisor.version,
            profile_id=record.profile_id,
            pool_page=page_of(record.config, supervisor.stats.connection.pool) if self.real else None,
            config=record.config.public_json(),
            restarts=record.restarts,
            next_restart_at=supervisor.next_at,
            last_exit=record.last_exit,
            stats=supervisor.stats,
            simulated=self.kind.facts.simulated,
        )
        if run is None:
            return miner
        view = run.view(record.wanted, supervisor.ending)
        verdict, reason = health(view)
        return miner.but(
            status=status(view),
            health=verdict,
            reason=reason,
            pid=run.process.pid,
            started_at=run.record.started_at,
            uptime=run.uptime,
            hashrate=supervisor.stats.hashrate,
            next_version=supervisor.next_version,
            path=str(run.context.program) if self.kind.module is None else None,
            stopped_at=None,
        )

    def refuse_live(self) -> None:
        """MinerAlreadyRunning when the name is live."""
        if self.live:
            miner = self.miner()
            raise MinerAlreadyRunning(
                f"{miner.name} is still ending; wait until it has stopped."
                if miner.status == "stopping"
                else f"{miner.name} is {miner.status}; stop it first, or restart it.",
                pid=miner.pid,
                startedAt=timestamp(miner.started_at) if miner.started_at else None,
                status=miner.status,
            )

    def _refuse_retired(self) -> None:
        if self._retired:
            raise NotSupported(f"{self.record.name} has just been forgotten; start it anew.")

    @asynccontextmanager
    async def retired(self) -> AsyncIterator[None]:
        """While it is forgotten nobody may start it, and afterwards never again, unless the forgetting fails."""
        async with self._lock:
            self.refuse_live()
            self.supervisor.desired.unsaved = False
            yield
            self._retired = True

    # ——— what a person says

    async def start(self, record: MinerRecord, program: Program, who: Principal) -> None:
        """Start it with this record."""
        async with self._lock:
            self._refuse_retired()
            self.refuse_live()
            changed = changes(self.record.config, record.config)
            await self.supervisor.desired.promise(record.but(wanted="running", restarts=0))
            try:
                await self._begin(program, "start", f"Started by {who}.", who, changed)
            except MiningError as error:
                await self._give_up(error, who)
                raise

    async def restart(self, config: Config | None, profile_id: str | None, who: Principal) -> None:
        """End it if it lives, and start it, with a new configuration if there is one. A pause is kept.

        One that was wanted before stays wanted when it does not start again: the rules go on trying.
        """
        async with self._lock:
            self._refuse_retired()
            before, old, new = self.record.wanted, self.record.config, config or self.record.config
            wanted: Wanted = "paused" if before == "paused" else "running"
            record = self.record.but(wanted=wanted, config=new, restarts=0)
            if config is not None:  # by hand, hence None, or of a profile
                record = record.but(profile_id=profile_id)
            await self.supervisor.desired.promise(record)
            await self.supervisor.end()
            try:
                # now, for while the old process ended, an update may have put another program in its place
                program = await asyncio.to_thread(self._tools.programs.check, self.kind)
                await self._begin(program, "restart", f"Restarted by {who}.", who, changes(old, new))
            except MiningError as error:
                if before == "stopped":
                    await self._give_up(error, who)
                else:
                    await self.supervisor.revive()
                raise

    async def _begin(self, program: Program, kind: EventKind, text: str, who: Principal, changed: list[str]) -> None:
        self.supervisor.forgive()
        try:
            run = self.supervisor.spawn(program)
        except (CannotSpawn, OSError) as error:
            text = f"{self.record.name} could not be started: {error}"
            raise MinerNotInstalled(text, reason="spawn_failed") from error
        told: dict[str, Any] = {"changes": changed} if changed else {}
        told["program"] = {"version": program.version, "origin": program.origin, "verified": program.verified}
        await self._tell(kind, " ".join([text, *changed]), who, pid=run.process.pid, **told)

    async def _give_up(self, error: MiningError, who: Principal) -> None:
        await self.supervisor.desired.save(wanted="stopped")
        await self._tell("error", error.message, who)

    async def wait_until_proven(self, seconds: float) -> None:
        """Wait until its API has answered as ours, at most so long."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.supervisor.answered.wait(), seconds)

    async def stop(self, who: Principal | None, text: str | None = None) -> None:
        """End it and remember that it is to stay so. Obeyed even when the disk is too full to remember it."""
        async with self._lock:
            was_live = self.live
            if self.record.wanted != "stopped":
                await self.supervisor.desired.save(wanted="stopped")
            if was_live:
                pid = self.miner().pid
                await self.supervisor.end()
                await self._tell("stop", text or f"Stopped by {who}.", who, pid=pid)

    async def stop_with_daemon(self) -> None:
        """End the process but keep the wish: it comes back with the daemon."""
        async with self._lock:
            if self.live:
                await self.supervisor.end()
                await self._tell("stop", "Stopped with the daemon; it comes back with it.", None)

    async def rest(self, verb: Verb, who: Principal) -> None:
        """Pause or resume; the wish is kept across crash, restart and adoption."""
        async with self._lock:
            run = self.supervisor.run
            if run is None or self.supervisor.ending:
                raise NotSupported(
                    f"{self.record.name} is not running, so it cannot {verb}.", status=self.miner().status
                )
            if self.kind.command(verb, run.context) is None:
                raise NotSupported(f"{self.kind.facts.title} cannot {verb}; stop it instead.")
            await self._want("paused" if verb == "pause" else "running")
            if run.proven and not await run.command(verb):
                raise NotSupported(f"{self.record.name} did not obey; the wish is kept.", status=self.miner().status)
            await self.supervisor.poll(run, 0.0)
            await self._tell(verb, f"{'Paused' if verb == 'pause' else 'Resumed'} by {who}.", who)

    async def send(self, keys: str, who: Principal) -> None:
        """Type keys into its terminal; if they pause or resume it, that is its owner's word too."""
        known = self.kind.keys
        if not known:
            raise NotSupported(f"{self.kind.facts.title} obeys no keys.")
        if not keys or set(keys) - set(known):
            listed = ", ".join(f"{key} ({what})" for key, what in known.items())
            raise InvalidRequest([ErrorDetail("input", f"must be one or more of: {listed}")])
        async with self._lock:
            run = self.supervisor.run
            if run is None or self.supervisor.ending:
                raise NotSupported(f"{self.record.name} is not running, so it hears no keys.")
            before = self._says_paused(run)
            try:
                run.console.type(keys)
            except OSError as error:
                raise NotSupported(f"{self.record.name} does not take keys: {error}") from error
            await asyncio.sleep(0.2)
            await run.ask(0.0)
            paused = self._says_paused(run)
            if paused != before:  # by the key: what it does by itself, on battery say, is nobody's wish
                await self._want("paused" if paused else "running")
                verb: EventKind = "pause" if paused else "resume"
                await self._tell(verb, f"{'Paused' if paused else 'Resumed'} by a key of {who}.", who)
            await self.supervisor.poll(run, 0.0)

    @staticmethod
    def _says_paused(run: Run) -> bool:
        return isinstance(run.answer, Reading) and run.answer.paused

    # ——— what the daemon does at its own start

    async def adopt(self, process: Process, record: ProcessRecord) -> None:
        """Take over a living process of an earlier daemon."""
        self.supervisor.adopt(process, record)
        text = "Taken over by the daemon; it never stopped."
        if not record.context.api_port:
            text += " The record of its API was damaged, so its figures are unknown until it is restarted."
        elif record.miner.config != self.record.config:
            text += " It mines with another configuration than the remembered one; restart it to apply that."
        await self._tell("adopt", text, None, pid=process.pid)

    async def hold(self, why: Reason) -> None:
        """Leave it dead although it is wanted, until a person speaks."""
        async with self._lock:
            if self.awaited:
                self.supervisor.put_off(why, None)
                await self._tell("autostart", why.text, None)

    async def revive(self) -> None:
        """Start it again, unless a person has spoken meanwhile."""
        async with self._lock:
            if self.awaited:
                await self.supervisor.revive()

    async def _want(self, wanted: Wanted) -> None:
        await self.supervisor.desired.promise(self.record.but(wanted=wanted))

    async def _tell(self, kind: EventKind, text: str, who: Principal | None, **details: Any) -> None:
        await self._tools.tell(self.record.name, kind, text, who, **details)


def changes(old: Config, new: Config) -> list[str]:
    """Sentences `Field: old → new.`, wallets masked and passwords not shown."""
    before, after = old.public_json(), new.public_json()
    lines = []
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            shown = (_show(key, before.get(key)), _show(key, after.get(key)))
            lines.append(f"{key}: {shown[0]} → {shown[1]}.")
    if old.password != new.password:
        lines.append("password: changed.")
    if [pool.password for pool in old.pools] != [pool.password for pool in new.pools]:
        lines.append("pools: passwords changed.")
    return lines


def _show(key: str, value: Any) -> str:
    if value is None:
        return "—"
    if key == "wallet":
        return mask(value)
    if key == "pools":
        return (
            "["
            + ", ".join(
                f"{pool['pool']} ({mask(pool['wallet'])})" if "wallet" in pool else pool["pool"] for pool in value
            )
            + "]"
        )
    return str(value)
