"""Whether a start may go ahead, in the contract's order once the name is free: program, wallet, machine, pool."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from mining.domain.adapter import MinerType
from mining.domain.config import Config, payees, placeholder_errors
from mining.domain.config_check import config_warnings, with_backends
from mining.domain.errors import (
    ErrorDetail,
    InsufficientResources,
    InvalidRequest,
    InvalidWallet,
    NotSupported,
    StorageFull,
)
from mining.domain.hardware import GraphicsCard
from mining.domain.host import Host
from mining.domain.miner import MINER_NAME, MinerRecord
from mining.domain.payout.wallet import wallet_warnings
from mining.domain.principal import Principal
from mining.domain.programs.advisory import against
from mining.domain.programs.program import Program, ProgramRegistry
from mining.domain.programs.release import VERIFICATIONS
from mining.domain.rights import require_destinations
from mining.domain.store import RecordStore
from mining.foundation.apart import apart
from mining.pools.reachability import reach_any

MEBI = 1 << 20
CURSOR = re.compile(r"[0-9]{1,18}")
DISK_LEAST = 16 * MEBI  # free bytes without which no configuration is written


def check_name(name: str) -> None:
    """InvalidRequest when a miner cannot be called that."""
    if not MINER_NAME.fullmatch(name):
        raise InvalidRequest(
            [ErrorDetail("name", "must be 1 to 64 of a-z, 0-9, _ and -, beginning with a letter or digit")]
        )


def check_keys(kind: MinerType, keys: str) -> None:
    """NotSupported when a program takes no keys, InvalidRequest when it does not take these."""
    if not kind.keys:
        raise NotSupported(f"{kind.facts.title} takes no keys.")
    if not keys or set(keys) - set(kind.keys):
        listed = ", ".join(f"{key} ({what})" for key, what in kind.keys.items())
        raise InvalidRequest([ErrorDetail("input", f"must be one or more of: {listed}")])


def check_cursor(cursor: str | None) -> None:
    """InvalidRequest when a place in a log cannot be called that."""
    if cursor is not None and not CURSOR.fullmatch(cursor):
        raise InvalidRequest([ErrorDetail("cursor", "is not a cursor of this log")])


def first_record(name: str, type: str, config: Config, who: Principal, at: datetime) -> MinerRecord:
    """What is remembered of a miner that nobody has started before; starting it is the consent."""
    return MinerRecord(name=name, type=type, config=config, wanted="stopped", consent_by=who.name, consent_at=at)


def refuse_taken_devices(config: Config, others: Mapping[str, Config]) -> None:
    """InsufficientResources when another live miner uses one of the GPUs; without a list a miner uses all of a kind."""
    for name, other in others.items():
        for backend in ("cuda", "opencl"):
            mine, theirs = getattr(config, backend), getattr(other, backend)
            if not (mine and theirs and mine.enabled and theirs.enabled):
                continue
            shared = set(mine.devices) & set(theirs.devices) if mine.devices and theirs.devices else {"all"}
            if shared:
                raise InsufficientResources(
                    f"{name} already mines on the {backend} devices that were asked for.",
                    miner=name,
                    backend=backend,
                    devices=sorted(map(str, shared)),
                    suggestion=f"Stop {name}, name other devices, or start with ?force=true.",
                )


async def admit_for(
    running: Callable[[], Sequence[Config]],
    records: RecordStore,
    who: Principal,
    kind: MinerType,
    config: Config,
    programs: ProgramRegistry,
    host: Host,
    rivals: Mapping[str, Config],
    force: bool,
    cards: Callable[[], Sequence[GraphicsCard]] = tuple,
) -> tuple[Program, list[str]]:
    """The same as `admit`, once somebody's role lets them mine for whom this configuration does.

    `running` gives the configurations of all miners.
    """
    saved = [profile.config for profile in await records.profiles()]
    require_destinations(who, config, [*running(), *saved])
    return await admit(kind, config, programs, host, rivals, force, who, cards)


async def admit(
    kind: MinerType,
    config: Config,
    programs: ProgramRegistry,
    host: Host,
    rivals: Mapping[str, Config],
    force: bool,
    who: Principal,
    cards: Callable[[], Sequence[GraphicsCard]] = tuple,
) -> tuple[Program, list[str]]:
    """The proven program and warnings for the owner; the first thing that stands in the way is raised.

    `rivals` are the configurations of the other live miners; `cards` may wait for a driver.
    """
    rivals = {} if kind.facts.simulated else rivals
    program = await apart(programs.check, kind, config.uses_cuda)
    if kind.facts.checks_pool:
        refuse_placeholders(config)
    warnings = [*program_warnings(kind, program), *plain_warnings(kind, config, host.cpus, rivals)]
    if not force:
        warnings += resources(kind, config, host)
        warnings += await card_warnings_here(kind, config, host.cpus, cards)
        refuse_taken_devices(config, rivals)
    refuse_full_disk(host)
    if kind.facts.checks_pool and not force:
        await reach_any(config.all_pools(), near=who.near)
    return program, warnings


def plain_warnings(kind: MinerType, config: Config, cpus: int, rivals: Mapping[str, Config]) -> list[str]:
    """What the owner should know about a configuration that works, without asking the machine anything."""
    warnings = [*config_warnings(kind, config)]
    if kind.facts.checks_pool:
        warnings += wallet_warnings(payees(config))
    return warnings + processor_warnings(with_backends(kind, config), cpus, rivals)


def refuse_full_disk(host: Host) -> None:
    """StorageFull when there is no room for a configuration."""
    free = host.free_disk()
    if free is None:
        raise StorageFull("The data folder cannot be reached, so nothing was started. Put it back and try again.")
    if free < DISK_LEAST:
        raise StorageFull(
            "Less than 16 MiB of the disk are free, so nothing was started. Free some space and try again."
        )


def program_warnings(kind: MinerType, program: Program) -> list[str]:
    """What the owner should know about the program itself."""
    named = f"{kind.facts.title} {program.version or ''}".rstrip()
    unproven = [f"{named} was installed unverified. {VERIFICATIONS['none']}"] if program.verified == "none" else []
    return unproven + [f"{named}: {fault.text}." for fault in against(kind.facts.advisories, program.version)]


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
            f"{config.threads} threads are too many for {host.cpus} logical CPUs; use at most {most}.",
            threads=config.threads,
            cpus=host.cpus,
            suggestion="Leave threads out to let the program decide, or start with ?force=true.",
        )
    needs, free = kind.needs(config, host.cpus), host.available_memory()
    if free < needs.least:
        raise InsufficientResources(
            f"{needs.least // MEBI} MiB of memory are needed, {free // MEBI} MiB are free.",
            neededBytes=needs.least,
            availableBytes=free,
            suggestion="Close other programs, use fewer threads, or start with ?force=true.",
        )
    if free < needs.full:
        return [f"{needs.full // MEBI} MiB of memory would be best, {free // MEBI} MiB are free: it will be slower."]
    return []


def processor_warnings(config: Config, cpus: int, rivals: Mapping[str, Config]) -> list[str]:
    """What makes a miner on this machine's logical CPUs slower than it could be."""
    warnings = []
    others = [name for name, other in rivals.items() if other.cpu is not None and other.cpu.enabled]
    if others and config.cpu is not None and config.cpu.enabled:
        verb = "mines" if len(others) == 1 else "mine"
        warnings.append(f"{' and '.join(others)} {verb} on the processor already: each will be slower.")
    if config.threads is not None and config.threads > cpus:
        warnings.append(f"{config.threads} threads on {cpus} logical CPUs are slower than {cpus}; leave threads out.")
    mask = int(config.cpu_affinity or "0", 16)
    absent = [str(cpu) for cpu in range(cpus, mask.bit_length()) if mask >> cpu & 1]
    if absent:
        shown = ", ".join([*absent[:8], "…"] if len(absent) > 8 else absent)
        warnings.append(f"cpuAffinity names CPUs that are not here: {shown}; there are {cpus}, from 0 to {cpus - 1}.")
    return warnings


async def card_warnings_here(
    kind: MinerType, config: Config, cpus: int, cards: Callable[[], Sequence[GraphicsCard]]
) -> list[str]:
    """The chosen graphics cards of this machine that have less memory than is needed."""
    needed = kind.needs(config, cpus).card
    return [] if needed is None else card_warnings(config, needed, await asyncio.to_thread(cards))


def card_warnings(config: Config, needed: int, cards: Sequence[GraphicsCard]) -> list[str]:
    """The chosen graphics cards that have less memory than is needed; one whose memory is not known is passed over.

    Programs number the cards of a backend by their place on the bus, from 0.
    """
    warnings = []
    for backend in ("cuda", "opencl"):
        chosen, there = getattr(config, backend), [card for card in cards if card.backend == backend]
        for device, card in enumerate(there) if chosen is not None and chosen.enabled else ():
            if (device in chosen.devices or not chosen.devices) and card.memory is not None and card.memory < needed:
                has = f"{card.name or card.id} ({backend} device {device}) has {card.memory // MEBI} MiB of memory"
                warnings.append(f"{has}, {needed // MEBI} MiB are needed: it may not be able to mine this.")
    return warnings
