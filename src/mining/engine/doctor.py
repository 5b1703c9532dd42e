"""What the rig itself can tell the doctor: its programs, its pools, its ports, its newest event."""

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from mining.domain.adapter import MinerType
from mining.domain.adapters import Adapters
from mining.domain.algorithm import canonical
from mining.domain.config import SECOND, Config
from mining.domain.doctor.checks import examine
from mining.domain.doctor.report import DoctorFacts, MachineFacts, PoolFact, ProgramFact, Report, RigFacts
from mining.domain.errors import MiningError
from mining.domain.event import EventChoice
from mining.domain.message import phrase
from mining.domain.miner import MinerRecord
from mining.domain.node_starter import starts_node
from mining.domain.programs.advisory import against
from mining.domain.programs.program import ProgramRegistry
from mining.domain.programs.release import SILENT
from mining.domain.store import Stores
from mining.pools.reachability import reach_each
from mining.processes.ports import FIRST, LAST, taken_ports

MOST_POOLS = 64  # tried at once


class _Configured(NamedTuple):
    """A configuration whose pools are to be tried."""

    name: str
    type: str
    config: Config
    saved: bool  # of a profile, not of a miner


async def examination(
    look: Callable[[], MachineFacts],
    adapters: Adapters,
    programs: ProgramRegistry,
    stores: Stores,
    records: Sequence[MinerRecord],
    ports: Collection[int],
) -> Report:
    """The doctor's report; `ports` are those of our own live miners."""
    types = adapters.types
    newest, _ = await stores.events.page(EventChoice(), 0, 1)
    configs = [_Configured(record.name, record.type, record.config, saved=False) for record in records]
    configs += [
        _Configured(phrase("doctor.pools.of_profile", name=each.name), each.miner_type, each.config, True)
        for each in await stores.records.profiles()
    ]
    machine, program_facts, ways, busy, pools = await asyncio.gather(
        asyncio.to_thread(look),
        asyncio.to_thread(_programs, types, programs),
        asyncio.to_thread(_ways, types, programs),
        asyncio.to_thread(taken_ports, ports),
        _pools(types, configs),
    )
    rig = RigFacts(
        programs=program_facts,
        broken=adapters.broken,
        ways=ways,
        pools=pools,
        mining=bool(ports),
        newest=newest[0].at if newest else None,
        ports=LAST - FIRST + 1,
        first_port=FIRST,
        ports_taken=busy,
    )
    return examine(DoctorFacts(machine, rig))


def _programs(types: Mapping[str, MinerType], programs: ProgramRegistry) -> tuple[ProgramFact, ...]:
    """Every program that was brought here, each proven again: this reads whole files."""
    return tuple(
        _program(kind, programs)
        for _, kind in sorted(types.items())
        if kind.module is None and programs.find(kind) is not None
    )


def _ways(types: Mapping[str, MinerType], programs: ProgramRegistry) -> tuple[str, ...]:
    """The commands that bring a program here: those for RandomX first, which mines on every machine, and of them those
    that are proven by their author or by us.
    """
    there = [(kind, programs.availability(kind)) for kind in types.values()]
    there.sort(key=lambda each: (not _mines_randomx(each[0]), each[1].proof not in SILENT, each[0].name))
    return tuple(each.way for _, each in there if each.way)


def _mines_randomx(kind: MinerType) -> bool:
    return any(canonical(name) == "rx/0" for name in kind.facts.algorithms)


def _program(kind: MinerType, programs: ProgramRegistry) -> ProgramFact:
    installation, availability = programs.find(kind), programs.availability(kind)
    version = installation.version if installation else None
    plugin = installation.cuda_plugin.path if installation and installation.cuda_plugin else None
    issue = way_out = plugin_issue = plugin_way_out = None
    try:
        programs.check(kind, cuda=True)
    except MiningError as error:
        words = error.message, error.details.get("suggestion")
        if plugin is not None and error.details.get("path") == plugin:
            plugin_issue, plugin_way_out = words
        else:
            issue, way_out = words
    return ProgramFact(
        type=kind.name,
        title=kind.facts.title,
        version=version,
        path=installation.path if installation else None,
        mines_randomx=_mines_randomx(kind),
        issue=issue,
        way_out=way_out,
        advisories=tuple(advisory.text for advisory in against(kind.facts.advisories, version)),
        randomx_v2=kind.facts.randomx_v2,
        proof=installation.verified if installation else None,
        latest=availability.latest,
        way=availability.way,
        takes_plugin=kind.facts.cuda_plugin and installation is not None,
        plugin=plugin,
        plugin_issue=plugin_issue,
        plugin_way_out=plugin_way_out,
        owned_by_others=tuple(programs.owned_by_others(kind)),
        exposed=None if kind.facts.loopback else kind.facts.api_exposure,
    )


async def _pools(types: Mapping[str, MinerType], configs: Sequence[_Configured]) -> tuple[PoolFact, ...]:
    """Whether each pool of each known miner and saved profile takes a connection.

    A node that a miner starts is none: it is there while the miner is.
    """
    rows = [
        (f"{each.name} (its second work)" if prefix == SECOND else each.name, pool, each.saved)
        for each in configs
        if (kind := types.get(each.type)) and kind.facts.checks_pool and not starts_node(kind, each.config)
        for prefix, pool in each.config.places()
    ][:MOST_POOLS]
    problems = await reach_each([(pool.address, pool.proxy) for _, pool, _ in rows])
    return tuple(
        PoolFact(name, pool.address.endpoint, problem, saved)
        for (name, pool, saved), problem in zip(rows, problems, strict=True)
    )
