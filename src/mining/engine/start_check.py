"""A start without starting: the same checks as those of admission, but all of them, and nothing is changed."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from mining.domain.adapter import Launch, LaunchContext, MinerType
from mining.domain.card_choice import MachineUse
from mining.domain.config import SECOND, Config
from mining.domain.config_check import machine_use
from mining.domain.errors import MinerNotInstalled, MiningError
from mining.domain.hardware import GraphicsCard
from mining.domain.host import Host
from mining.domain.node_starter import starts_node
from mining.domain.payout.credentials import NO_PASSWORD, credentials
from mining.domain.payout.login import address_of, mask
from mining.domain.programs.program import Program, ProgramRegistry, proven
from mining.domain.start_check import (
    Checked,
    CheckedPool,
    CheckedProgram,
    Download,
    NeededMemory,
    Preview,
    StartCheck,
)
from mining.domain.wording import warned, wording_of
from mining.engine.admission import (
    card_warnings_here,
    plain_warnings,
    program_warnings,
    refuse_full_disk,
    refuse_placeholders,
    refuse_taken_cards,
    refuse_unfit_folder,
    resources,
)
from mining.engine.supervision.launch import runnable
from mining.foundation.apart import apart
from mining.pools.reachability import reach_each, unreachable


class Surroundings(NamedTuple):
    """What a start is checked against."""

    programs: ProgramRegistry
    host: Host
    cards: Callable[[], Sequence[GraphicsCard]]
    rivals: Mapping[str, MachineUse]
    privileged: bool
    near: bool  # whether who asks may have pools of this machine and its network contacted


class _Errors(list[MiningError]):
    """What a start would be refused for, in the order of its checks."""

    def collect(self, check: Callable[[], object]) -> None:
        """Go through one check."""
        try:
            check()
        except MiningError as error:
            self.append(error)

    async def collect_later(self, check: Awaitable[object]) -> None:
        """The same for one that takes a while."""
        try:
            await check
        except MiningError as error:
            self.append(error)


async def check_start(
    kind: MinerType, config: Config | None, name: str, around: Surroundings, free: Callable[[], None]
) -> Checked:
    """All that a start would meet; `free` raises where the name is not. Without a configuration, what needs none."""
    errors, warnings = _Errors(), list[str]()
    errors.collect(free)
    program, download = await _program(kind, around.programs, errors, config)
    if program is not None:
        warnings += program_warnings(kind, program)
    pools: Sequence[CheckedPool] = ()
    launch: Launch | None = None
    memory = None
    if config is not None:
        if kind.facts.checks_pool:
            errors.collect(lambda: refuse_placeholders(config))
        warnings += plain_warnings(kind, config, around.host.cpus, around.rivals)
        errors.collect(lambda: warnings.extend(resources(kind, config, around.host)))
        await errors.collect_later(refuse_taken_cards(machine_use(kind, config), around.rivals, around.cards))
        warnings += await card_warnings_here(kind, config, around.host.cpus, around.cards)
        errors.collect(lambda: refuse_full_disk(around.host))
        pools = await _pools(kind, config, errors, around.near)
        await errors.collect_later(refuse_unfit_folder(kind, config, around.near))
        launch = kind.launch(_without_secrets(config), await _context(name, program, around))
        launch = runnable(launch, kind, around.programs)
        needs = kind.needs(config, around.host.cpus)
        memory = NeededMemory(least=needs.least, full=needs.full, available=around.host.available_memory())
    result = StartCheck(
        name=name,
        type=kind.name,
        ok=not errors,
        errors=(),
        **warned(warnings),
        program=None if program is None else _shown(program, errors),
        download=download,
        pools=tuple(pools),
        files=tuple(sorted(launch.files)) if launch else (),
        memory=memory,
        command=launch.argv if launch else (),
        previews=_previews(launch) if launch else (),
    )
    return Checked(result, errors)


async def _program(
    kind: MinerType, programs: ProgramRegistry, errors: _Errors, config: Config | None
) -> tuple[Program | None, Download | None]:
    """The program as it is recorded, proven and tried; what would bring it where there is none."""
    program: Program | None
    try:
        sound = await apart(programs.check, kind) if config is None else await apart(proven, programs, kind, config)
    except MiningError as error:
        errors.append(error)
        program = programs.find(kind)
    else:
        program, issue = sound, await apart(programs.trial, kind, sound)
        if issue is not None:
            errors.append(MinerNotInstalled(issue, type=kind.name, reason="spawn_failed"))
    if program is not None:
        return program, None
    there = await apart(programs.availability, kind)
    if not there.installable:
        return None, None
    return None, Download(version=there.latest, verification=there.proof, command=there.way)


def _shown(program: Program, errors: Sequence[MiningError]) -> CheckedProgram:
    return CheckedProgram(
        path=program.path,
        version=program.version,
        origin=program.origin,
        verified=program.verified,
        runs=not any(isinstance(error, MinerNotInstalled) for error in errors),
    )


async def _pools(kind: MinerType, config: Config, errors: _Errors, near: bool) -> Sequence[CheckedPool]:
    places = config.places()
    pools = [pool for _, pool in places]
    issues: Sequence[str | None] = [None] * len(pools)
    if kind.facts.checks_pool and not starts_node(kind, config):
        issues = await reach_each([(pool.address, pool.proxy) for pool in pools], near)
        tried = [(prefix == SECOND, pool, issue) for (prefix, pool), issue in zip(places, issues, strict=True)]
        for work in (False, True):  # a fail-over pool of the main work does nothing for the second
            each = {pool.address.endpoint: issue for second, pool, issue in tried if second is work}
            failing = {endpoint: issue for endpoint, issue in each.items() if issue is not None}
            if each and len(failing) == len(each):
                errors.append(unreachable(failing))
    sent = [credentials(pool) for pool in pools]
    return [
        CheckedPool(
            pool=pool.address.endpoint,
            login=_masked(login.login),
            worker=login.rig_id,
            password=login.password != NO_PASSWORD,
            tls=bool(pool.address.tls),
            issue=issue,
            second=prefix == SECOND,
            wording=wording_of(issue),
        )
        for (prefix, pool), login, issue in zip(places, sent, issues, strict=True)
    ]


def _previews(launch: Launch) -> tuple[Preview, ...]:
    return tuple(Preview(name=name, text=_readable(content)) for name, content in sorted(launch.files.items()))


def _readable(content: bytes) -> str:
    return content.decode(errors="replace").replace("\\u2026", "…")  # what JSON makes of a mask


def _without_secrets(config: Config) -> Config:
    """What may be shown of a configuration; whatever is made of it has nothing left to hide."""
    pools = [pool.but(password=None) for pool in config.pools]
    shown = tuple(pool.but(wallet=_masked(pool.wallet)) if pool.wallet else pool for pool in pools)
    second = config.second and config.second.but(wallet=_masked(config.second.wallet), password=None)
    return config.but(wallet=_masked(config.wallet), password=None, pools=shown, second=second)


def _masked(login: str) -> str:
    """A login whose address is masked; the decorations around it are what is to be checked."""
    address = address_of(login)
    return login.replace(address, mask(address), 1)


async def _context(name: str, program: Program | None, around: Surroundings) -> LaunchContext:
    """A launch that nobody carries out."""
    return LaunchContext(
        name=name,
        directory=Path("/run") / name,
        program=Path(program.path if program is not None else name),
        api_port=1,
        api_token="0" * 64,
        run_id="0" * 16,
        cpus=around.host.cpus,
        privileged=around.privileged,
        cards=tuple(await asyncio.to_thread(around.cards)),
    )
