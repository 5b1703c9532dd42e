"""Whether a start may go ahead, in the contract's order once the name is free: program, wallet, machine, pool."""

import asyncio
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from mining.domain.adapter import MinerType
from mining.domain.card_choice import MachineUse, card_warnings, uses_cards
from mining.domain.config import Config, payees, placeholder_errors
from mining.domain.config_check import config_warnings, machine_use, with_backends
from mining.domain.errors import (
    ErrorDetail,
    InsufficientResources,
    InvalidConfig,
    InvalidRequest,
    InvalidWallet,
    NotSupported,
    PoolUnreachable,
    StorageFull,
)
from mining.domain.hardware import BACKENDS, GraphicsCard
from mining.domain.host import Host
from mining.domain.message import Sentence, phrase
from mining.domain.miner import MINER_NAME, MinerRecord
from mining.domain.node_starter import CHAIN_FOLDER, CHAINS, chain_folder, folder_issue, starts_node
from mining.domain.payout.wallet import wallet_warnings
from mining.domain.principal import Principal
from mining.domain.programs.advisory import against
from mining.domain.programs.program import Program, ProgramRegistry, proven
from mining.domain.programs.release import VERIFICATIONS
from mining.domain.rights import require_destinations
from mining.domain.store import RecordStore
from mining.foundation.apart import apart
from mining.foundation.chosen_folder import unfit
from mining.pools.reachability import reach_any

MEBI = 1 << 20
CURSOR = re.compile(r"[0-9]{1,18}")
KEYBOARD = sys.platform == "linux"  # elsewhere miners have none
DISK_LEAST = 16 * MEBI  # free bytes without which no configuration is written


def check_name(name: str) -> None:
    """InvalidRequest when a miner cannot be called that."""
    if not MINER_NAME.fullmatch(name):
        raise InvalidRequest([ErrorDetail("name", phrase("fault.miner_name"))])


def check_keys(kind: MinerType, keys: str) -> None:
    """NotSupported when a program takes no keys, InvalidRequest when it does not take these."""
    if not kind.keys:
        raise NotSupported(phrase("start.no_keys", program=kind.facts.title))
    if not KEYBOARD:
        raise NotSupported(phrase("start.no_keyboard", program=kind.facts.title))
    if not keys or set(keys) - set(kind.keys):
        listed = ", ".join(f"{key} ({what})" for key, what in kind.keys.items())
        raise InvalidRequest([ErrorDetail("input", phrase("fault.keys", keys=listed))])


def check_cursor(cursor: str | None) -> None:
    """InvalidRequest when a place in a log cannot be called that."""
    if cursor is not None and not CURSOR.fullmatch(cursor):
        raise InvalidRequest([ErrorDetail("cursor", phrase("fault.cursor"))])


def first_record(name: str, type: str, config: Config, who: Principal, at: datetime) -> MinerRecord:
    """What is remembered of a miner that nobody has started before; starting it is the consent."""
    return MinerRecord(name=name, type=type, config=config, wanted="stopped", consent_by=who.name, consent_at=at)


async def refuse_taken_cards(
    mine: MachineUse, others: Mapping[str, MachineUse], cards: Callable[[], Sequence[GraphicsCard]]
) -> None:
    """The same as `refuse_taken_devices`, which asks for the cards where two miners want some."""
    both = uses_cards(mine.config) and any(uses_cards(other.config) for other in others.values())
    refuse_taken_devices(mine, others, await asyncio.to_thread(cards) if both else ())


def refuse_taken_devices(
    mine: MachineUse, others: Mapping[str, MachineUse], cards: Sequence[GraphicsCard] = ()
) -> None:
    """InsufficientResources when another live miner uses one of the GPUs; without a list a miner uses all of a kind.

    Cards are compared by their places, for two programs may number them otherwise; where those of one of the two are
    not known, by their numbers.
    """
    places, names = mine.cards(cards), {card.id: f"{card.name or card.vendor} ({card.id})" for card in cards}
    for name, other in others.items():
        theirs = other.cards(cards)
        if places is None or theirs is None:
            _refuse_taken_numbers(name, mine.config, other.config)
        elif taken := sorted(places & theirs):
            raise InsufficientResources(
                phrase("start.taken_cards", miner=name, cards=", ".join(names.get(place, place) for place in taken)),
                miner=name,
                devices=taken,
                suggestion=phrase("start.taken_devices.way_out", miner=name),
            )


def _refuse_taken_numbers(name: str, mine: Config, theirs: Config) -> None:
    for backend in BACKENDS:
        own, other = getattr(mine, backend), getattr(theirs, backend)
        if not (own and other and own.enabled and other.enabled):
            continue
        shared = set(own.devices) & set(other.devices) if own.devices and other.devices else {"all"}
        if shared:
            raise InsufficientResources(
                phrase("start.taken_devices", miner=name, backend=backend),
                miner=name,
                backend=backend,
                devices=sorted(map(str, shared)),
                suggestion=phrase("start.taken_devices.way_out", miner=name),
            )


async def admit_for(
    running: Callable[[], Sequence[Config]],
    records: RecordStore,
    who: Principal,
    kind: MinerType,
    config: Config,
    programs: ProgramRegistry,
    host: Host,
    rivals: Mapping[str, MachineUse],
    force: bool,
    cards: Callable[[], Sequence[GraphicsCard]] = tuple,
    keeps_cards: bool = False,
) -> tuple[Program, list[str]]:
    """The same as `admit`, once somebody's role lets them mine for whom this configuration does.

    `running` gives the configurations of all miners.
    """
    saved = [profile.config for profile in await records.profiles()]
    require_destinations(who, config, [*running(), *saved])
    return await admit(kind, config, programs, host, rivals, force, who, cards, keeps_cards)


async def admit(
    kind: MinerType,
    config: Config,
    programs: ProgramRegistry,
    host: Host,
    rivals: Mapping[str, MachineUse],
    force: bool,
    who: Principal,
    cards: Callable[[], Sequence[GraphicsCard]] = tuple,
    keeps_cards: bool = False,
) -> tuple[Program, list[str]]:
    """The proven program and warnings for the owner; the first thing that stands in the way is raised.

    `rivals` are what the other live miners use; `cards` may wait for a driver. Who `keeps_cards` takes none from them.
    """
    rivals = {} if kind.facts.simulated else rivals
    program = await apart(proven, programs, kind, config)
    if kind.facts.checks_pool:
        refuse_placeholders(config)
    warnings = [*program_warnings(kind, program), *plain_warnings(kind, config, host.cpus, rivals)]
    if not force:
        warnings += resources(kind, config, host)
        warnings += await card_warnings_here(kind, config, host.cpus, cards)
        await refuse_taken_cards(machine_use(kind, config), {} if keeps_cards else rivals, cards)
    refuse_full_disk(host)
    if kind.facts.checks_pool and not force and not starts_node(kind, config):
        await reach_any(config.all_pools(), near=who.near)
        if config.second is not None:
            await reach_any([config.second.settled], near=who.near)
    if not force:
        await refuse_unfit_folder(kind, config, who.near)
    return program, warnings


async def refuse_unfit_folder(kind: MinerType, config: Config, near: bool) -> None:
    """InvalidConfig where a node cannot be started in the folder that is named, and none runs at its address already.

    Only a person's start is refused: at a start by the rules the disk may be mounted any moment.
    """
    folder = chain_folder(kind, config)
    fault = None if folder is None else await apart(unfit, Path(folder), CHAINS)
    if folder is None or fault is None:
        return
    with suppress(PoolUnreachable):
        await reach_any(config.all_pools(), near=near)
        return
    raise InvalidConfig([ErrorDetail(f"options.{CHAIN_FOLDER}", folder_issue(fault, folder))])


def plain_warnings(kind: MinerType, config: Config, cpus: int, rivals: Mapping[str, MachineUse]) -> list[str]:
    """What the owner should know about a configuration that works, without asking the machine anything."""
    warnings = [*config_warnings(kind, config)]
    if kind.facts.checks_pool:
        warnings += wallet_warnings(payees(config))
    return warnings + processor_warnings(with_backends(kind, config), cpus, rivals)


def refuse_full_disk(host: Host) -> None:
    """StorageFull when there is no room for a configuration."""
    free = host.free_disk()
    if free is None:
        raise StorageFull(phrase("start.no_folder"))
    if free < DISK_LEAST:
        raise StorageFull(phrase("start.full_disk"))


def program_warnings(kind: MinerType, program: Program) -> list[str]:
    """What the owner should know about the program itself."""
    named = f"{kind.facts.title} {program.version or ''}".rstrip()
    unproven = [phrase("warning.unverified", program=named, proof=VERIFICATIONS["none"])]
    return [
        *(unproven if program.verified == "none" else ()),
        *(
            phrase("warning.advisory", program=named, advisory=fault.text)
            for fault in against(kind.facts.advisories, program.version)
        ),
    ]


def refuse_placeholders(config: Config) -> None:
    """InvalidWallet when a wallet is the text of an example."""
    errors = placeholder_errors(config)
    if errors:
        raise InvalidWallet(errors)


def resources(kind: MinerType, config: Config, host: Host) -> Sequence[str]:
    """Warnings; InsufficientResources when this machine cannot carry it at all."""
    most = max(8, 4 * host.cpus)
    if config.threads is not None and config.threads > most:
        raise InsufficientResources(
            phrase("start.many_threads", threads=config.threads, cpus=host.cpus, most=most),
            threads=config.threads,
            cpus=host.cpus,
            suggestion=phrase("start.many_threads.way_out"),
        )
    needs, free = kind.needs(config, host.cpus), host.available_memory()
    if free < needs.least:
        raise InsufficientResources(
            phrase("start.little_memory", needed=needs.least // MEBI, free=free // MEBI),
            neededBytes=needs.least,
            availableBytes=free,
            suggestion=phrase("start.little_memory.way_out"),
        )
    if free < needs.full:
        return [phrase("warning.memory", full=needs.full // MEBI, free=free // MEBI)]
    return []


def processor_warnings(config: Config, cpus: int, rivals: Mapping[str, MachineUse]) -> list[str]:
    """What makes a miner on this machine's logical CPUs slower than it could be."""
    warnings: list[str] = []
    others = [name for name, other in rivals.items() if other.config.cpu is not None and other.config.cpu.enabled]
    if others and config.cpu is not None and config.cpu.enabled:
        if len(others) == 1:
            warnings.append(phrase("warning.shared_processor_by_one", miner=others[0]))
        else:
            warnings.append(phrase("warning.shared_processor", miners=", ".join(others)))
    if config.threads is not None and config.threads > cpus:
        warnings.append(phrase("warning.many_threads", threads=config.threads, cpus=cpus))
    mask = int(config.cpu_affinity or "0", 16)
    absent = [str(cpu) for cpu in range(cpus, mask.bit_length()) if mask >> cpu & 1]
    if absent:
        shown = ", ".join([*absent[:8], "…"] if len(absent) > 8 else absent)
        warnings.append(phrase("warning.absent_cpus", absent=shown, cpus=cpus, last=cpus - 1))
    return warnings


async def card_warnings_here(
    kind: MinerType, config: Config, cpus: int, cards: Callable[[], Sequence[GraphicsCard]]
) -> list[str]:
    """What the owner should know of the chosen graphics cards of this machine."""
    needed = kind.needs(config, cpus).card
    if not uses_cards(config) or (needed is None and kind.facts.simulated):
        return []
    here = await asyncio.to_thread(cards)
    return [*map(Sentence, card_warnings(machine_use(kind, config), needed, here))]
