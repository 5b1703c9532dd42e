"""Checks of the mining programs and their pools."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from mining.domain.doctor import Facts, Finding, PoolFact, ProgramFact, Rule

Version = tuple[int, ...]


class Advice(NamedTuple):
    """Versions that should not be used, and why."""

    type: str
    first: Version
    below: Version | None  # None: every later one too
    text: str


ADVICE = (
    # github.com/xmrig/xmrig/issues/1742
    Advice("xmrig", (0,), (6, 2, 2), "it can crash at the first question to its API"),
    # github.com/xmrig/xmrig/issues/3363, mended in 6.22.2
    Advice("xmrig", (6, 22, 0), (6, 22, 2), "its API cuts off its answers in the first 15 minutes, so figures lack"),
    # github.com/trexminer/T-Rex/releases: 0.26.8 of 2022 is the last
    Advice("t-rex", (0,), None, "its makers have published nothing since 2022, so faults stay"),
    # github.com/tpruvot/ccminer/releases: 2.3.1 of 2018 is the last
    Advice("ccminer", (0,), None, "its makers have published nothing since 2018, so faults stay"),
)
READY = {
    "xmrig": (6, 26, 0)
}  # the first version that knows RandomX v2 as rx/2; Monero: monero-project/monero pull 10038


def programs(facts: Facts) -> Finding:
    """Registered programs are still what they were."""
    found = facts.rig.programs
    bad = [program for program in found if program.issue]
    if bad:
        text = " ".join(program.issue or "" for program in bad)
        return Finding("problem", f"{_named(bad)} cannot be started", text, None, bad[0].way_out)
    if not found:
        text = (
            "The platform starts mining programs that others make, and none is registered yet. Get XMRig from "
            "xmrig.com, then tell the platform where it is, with its real path."
        )
        fix = "miner-ctrl adopt-binary xmrig /path/to/xmrig"
        return Finding("info", "No mining program is registered", text, None, fix)
    text = f"{_named(found)}: nobody has changed or removed it since it was registered."
    return Finding("ok", "The mining programs are as registered", text)


def versions(facts: Facts) -> Finding:
    """Registered programs are none of those known to be bad."""
    told = [
        f"{program.title} {program.version}: {advice.text}."
        for program in facts.rig.programs
        for advice in ADVICE
        if advice.type == program.type and _in(version(program.version), advice)
    ]
    if told:
        return Finding(
            "warning", "A mining program should be replaced", " ".join([*told, "Get a newer or another one."])
        )
    return Finding("ok", "No mining program is known to be bad", "The list of bad versions is a short one of our own.")


def upgrade(facts: Facts) -> Finding:
    """Programs that mine RandomX are ready for its next version."""
    about = "Monero plans to change to RandomX v2; no date is set. From that day on, older programs earn nothing."
    concerned = [program for program in facts.rig.programs if program.mines_randomx]
    late = [p for p in concerned if p.type in READY and _before(version(p.version), READY[p.type])]
    unclear = [p for p in concerned if p.type not in READY or not version(p.version)]
    if late:
        wanted = ", ".join(f"{p.title} {'.'.join(map(str, READY[p.type]))}" for p in late)
        text = f"{about} {_named(late)} does not know it yet; the first that does is {wanted}. Replace it in time."
        return Finding("warning", "A program is not ready for RandomX v2", text)
    if unclear:
        return Finding("unknown", "Readiness for RandomX v2 is not known", f"{about} Not known of: {_named(unclear)}.")
    ready = f"{_named(concerned)} knows it already." if concerned else "No program here is concerned."
    return Finding("ok", "Nothing stands against RandomX v2", f"{about} {ready}")


def pools(facts: Facts) -> Finding:
    """Each known miner can reach a pool."""
    by_miner: dict[str, list[PoolFact]] = {}
    for pool in facts.rig.pools:
        by_miner.setdefault(pool.miner, []).append(pool)
    failed = [pool for pool in facts.rig.pools if pool.issue]
    said = "; ".join(dict.fromkeys(f"{pool.endpoint}: {pool.issue}" for pool in failed))
    cut_off = sorted(miner for miner, its in by_miner.items() if all(pool.issue for pool in its))
    if cut_off:
        text = (
            f"A pool is the server for which a miner works. {', '.join(cut_off)} can reach none: {said}. Check that "
            "the internet works here and that the address and port are those that the pool's web site shows."
        )
        idle = {pool.miner for pool in facts.rig.pools if pool.saved}
        serious = not idle.issuperset(cut_off)
        return (
            Finding("problem", "A miner has no pool", text)
            if serious
            else Finding("warning", "A saved profile has no pool", text)
        )
    if failed:
        text = f"Each miner has another pool to go to, so mining goes on. {said}."
        return Finding("warning", "A spare pool does not answer", text)
    if not by_miner:
        return Finding("ok", "There are no pools to try yet", "No miner that uses a pool is known.")
    return Finding("ok", "Every pool answers", ", ".join(sorted({pool.endpoint for pool in facts.rig.pools})) + ".")


def version(text: str | None) -> Version:
    """`6.21.1-mo1` as (6, 21, 1), `6.26` as (6, 26, 0); empty when it is not a version."""
    match = re.match(r"v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?", text or "")
    return tuple(int(part or 0) for part in match.groups()) if match else ()


def _in(its: Version, advice: Advice) -> bool:
    return bool(its) and its >= advice.first and (advice.below is None or its < advice.below)


def _before(its: Version, least: Version) -> bool:
    return bool(its) and its < least


def _named(found: Iterable[ProgramFact]) -> str:
    return ", ".join(f"{program.title} {program.version or ''}".rstrip() for program in found)


RULES = (
    Rule("programs", "A program that was changed or removed is not started.", "register it again", programs),
    Rule("versions", "Some versions are known to be bad, or given up by their makers.", "get a newer one", versions),
    Rule("upgrade", "Monero plans RandomX v2, which older programs do not know.", "get a newer one", upgrade),
    Rule("pools", "Whether the pools of your miners take a connection, within 3 s.", "mend the address", pools),
)
