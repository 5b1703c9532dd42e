"""What a person's word to start a miner leads to: the checks in their order, then the start or the restart."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from weakref import WeakValueDictionary

from mining.domain.adapter import MinerType
from mining.domain.config import Config, Devices
from mining.domain.config_check import with_backends
from mining.domain.errors import ErrorDetail, InvalidRequest, StorageFull
from mining.domain.message import phrase
from mining.domain.pool_passwords import keep_passwords
from mining.domain.principal import Principal
from mining.domain.rig import Applied, Outcome, Started
from mining.domain.start_check import Checked
from mining.engine.admission import admit_for, check_name, first_record
from mining.engine.miners import Miners
from mining.engine.payees import PayeeList
from mining.engine.results import started
from mining.engine.start_check import Surroundings, check_start
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.controller import MinerController
from mining.engine.watches.boots import BootWatch

START_TIMEOUT = 2.0  # seconds that a caller waits for the first answer


class Starts:
    """Every start that is asked for; the rules of supervision start by themselves."""

    def __init__(
        self,
        kind: Callable[[str], MinerType],
        miners: Miners,
        tools: SupervisorContext,
        boots: BootWatch,
        payees: PayeeList,
    ) -> None:
        self._kind = kind
        self._miners = miners
        self._tools = tools
        self._boots = boots
        self._payees = payees
        # Of those who want a miner to run: a start that fails forgets what it made, and nobody else may hold that.
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._admit = partial(
            admit_for, miners.configs, tools.records, programs=tools.programs, host=tools.host, cards=tools.cards
        )

    async def start(
        self,
        type: str,
        config: Config,
        name: str,
        force: bool,
        confirm: str | None,
        who: Principal,
        profile_id: str | None,
    ) -> Started:
        """Start a miner: live name, installed, placeholder, resources, pool and payee are checked in this order."""
        self._kind(type)
        check_name(name)
        self._refuse(name, type)
        async with self._turn(name):
            return await self._start(type, config, name, force, confirm, who, profile_id)

    async def _start(
        self,
        type: str,
        config: Config,
        name: str,
        force: bool,
        confirm: str | None,
        who: Principal,
        profile_id: str | None,
    ) -> Started:
        self._refuse(name, type)
        kind, controller = self._kind(type), self._miners.own(name) if name in self._miners else None
        before = controller.record.config if controller is not None else None
        if profile_id is None:  # a profile's configuration is whole
            config = keep_passwords(config, before)
        with self._miners.place(name):
            program, warnings = await self._admit(who, kind, config, rivals=self._miners.rivals(name), force=force)
            news = self._payees.news(type, config, before)
            self._payees.refuse_unconfirmed([news], confirm)
            controller = self._miners.own(name) if name in self._miners else None  # it may have been forgotten
            fresh = controller is None
            if controller is None:
                new = first_record(name, type, config, who, self._tools.clock.now())
                controller = self._miners[name] = MinerController(new, kind, self._tools)
            record = controller.record.but(config=config, profile_id=profile_id)
            try:
                await controller.start(record, program, who, news)
            except StorageFull:
                if fresh:  # nothing is remembered of it, so there is nothing to show
                    self._miners.pop(name, None)
                raise
        return await self._started(controller, warnings, news.lines)

    async def restart(
        self,
        name: str,
        config: Config | None,
        force: bool,
        confirm: str | None,
        who: Principal,
        profile_id: str | None,
    ) -> Started:
        """Stop and start again, with a new configuration (of a profile) if one is given; starts a stopped miner."""
        async with self._turn(name):
            return await self._restart(name, config, force, confirm, who, profile_id)

    async def _restart(
        self,
        name: str,
        config: Config | None,
        force: bool,
        confirm: str | None,
        who: Principal,
        profile_id: str | None,
        rest: bool = True,
    ) -> Started:
        """A paused one goes on resting if it may `rest`."""
        controller = self._miners.own(name)
        controller.record.refuse_unknown(name)
        before = controller.record.config
        if config is not None and profile_id is None:
            config = keep_passwords(config, before)
        kind, wanted = controller.kind, config or before
        # one that shares a card since somebody forced it is no more in the way of the others than before
        keeps = controller.live and _cards(kind, wanted) == _cards(kind, before)
        with self._miners.place(name):
            rivals = self._miners.rivals(name)
            _, warnings = await self._admit(who, kind, wanted, rivals=rivals, force=force, keeps_cards=keeps)
            news = self._payees.news(kind.name, wanted, before)
            self._payees.refuse_unconfirmed([news], confirm)
            await controller.restart(config, profile_id, who, news, rest)
        return await self._started(controller, warnings, news.lines)

    async def want(
        self, name: str, type: str, config: Config, force: bool, confirm: str | None, who: Principal
    ) -> Applied:
        """Let a miner run with this configuration; the same word again changes nothing."""
        check_name(name)
        async with self._turn(name):
            return await self._want(name, type, config, force, confirm, who)

    async def _want(
        self, name: str, type: str, config: Config, force: bool, confirm: str | None, who: Principal
    ) -> Applied:
        if name not in self._miners:
            return _applied(await self._start(type, config, name, force, confirm, who, None), "created")
        controller = self._miners.own(name)
        record = controller.record
        if record.type != type:
            text = phrase("fault.type_in_use", name=name, type=record.type)
            raise InvalidRequest([ErrorDetail("type", text)])
        record.refuse_unknown(name)
        if not controller.live:
            return _applied(await self._start(type, config, name, force, confirm, who, None), "started")
        if not _same(keep_passwords(config, record.config), record.config) or record.wanted == "stopped":
            return _applied(await self._restart(name, config, force, confirm, who, None, rest=False), "restarted")
        if record.wanted == "running":
            return _applied(started(controller.miner(), ()), "unchanged")
        if controller.port is None:  # it waits for its next start, so there is nothing to resume
            return _applied(await self._restart(name, None, force, confirm, who, None, rest=False), "restarted")
        await controller.rest("resume", who)
        return _applied(started(controller.miner(), ()), "resumed")

    async def check(self, type: str, config: Config | None, name: str, who: Principal) -> Checked:
        """All that a start would meet; nothing is changed."""
        kind, miner = self._kind(type), self._miners.get(name)
        check_name(name)
        if config is not None and isinstance(miner, MinerController):
            config = keep_passwords(config, miner.record.config)
        rivals = {} if kind.facts.simulated else self._miners.rivals(name)
        programs, host, privileged = self._tools.programs, self._tools.host, self._tools.processes.privileged
        around = Surroundings(programs, host, self._tools.cards, rivals, privileged, who.near)
        return await check_start(kind, config, name, around, lambda: self._refuse(name, type))

    def _turn(self, name: str) -> asyncio.Lock:
        return self._turns.setdefault(name, asyncio.Lock())

    def _refuse(self, name: str, type: str) -> None:
        """The error that stands in the way of a start under that name."""
        if name in self._miners:
            self._miners.own(name).refuse_start(type)

    async def _started(self, controller: MinerController, warnings: Sequence[str], payout: Sequence[str]) -> Started:
        await self._boots.reset()
        await controller.wait_until_proven(START_TIMEOUT)
        return started(controller.miner(), warnings, payout)


def _same(one: Config, other: Config) -> bool:
    """Whether two configurations ask for the same, however their fail-over pools say it."""
    rest = {"pools"}
    return one.to_json(exclude=rest) == other.to_json(exclude=rest) and one.all_pools() == other.all_pools()


def _cards(kind: MinerType, config: Config) -> tuple[Devices | None, Devices | None]:
    """Which cards it asks for, also where that goes without saying."""
    settled = with_backends(kind, config)
    return settled.cuda, settled.opencl


def _applied(answer: Started, outcome: Outcome) -> Applied:
    return Applied(**dict(answer), outcome=outcome)
