"""Checks of the mining programs and their pools."""

from collections.abc import Iterable
from shlex import quote

from mining.domain.doctor.report import DoctorFacts, Finding, PoolFact, ProgramFact, Rule
from mining.domain.programs.release import VERIFICATIONS
from mining.domain.programs.version import newer


def programs(facts: DoctorFacts) -> Finding:
    """Programs are still what they were."""
    found = facts.rig.programs
    bad = [program for program in found if program.issue]
    if bad:
        text = " ".join(program.issue or "" for program in bad)
        return Finding("problem", f"{_named(bad)} cannot be started", text, None, bad[0].way_out)
    if not found:
        text = (
            "The platform starts mining programs that others make, and none is here yet. The command brings one, with "
            "proof that it is what its author published."
            if any("install" in way for way in facts.rig.ways)
            else "The platform starts mining programs that others make, and none is here yet. Get one from its "
            "author, then tell the platform where it is, with its real path."
        )
        return Finding("info", "No mining program is here", text, None, next(iter(facts.rig.ways), None))
    text = f"Unchanged since installation: {_named(found)}."
    return Finding("ok", "The mining programs are as they came", text)


def cuda_plugin(facts: DoctorFacts) -> Finding:
    """Registered CUDA plugins are still what they were."""
    having = [program for program in facts.rig.programs if program.plugin]
    bad = [program for program in having if program.plugin_issue]
    if bad:
        issues = " ".join(program.plugin_issue or "" for program in bad)
        text = f"{issues} Miners that use no NVIDIA card go on and can be started."
        title = f"{', '.join(program.title for program in bad)} cannot be started on NVIDIA cards"
        return Finding("problem", title, text, None, bad[0].plugin_way_out)
    if not having:
        text = "A CUDA plugin is a library of its own, through which some programs mine on NVIDIA cards."
        return Finding("ok", "No CUDA plugin is registered", text)
    unseen = [program for program in having if program.issue]
    if unseen:
        return Finding("unknown", "A CUDA plugin was not looked at", f"Mend {_named(unseen)} first.")
    text = f"Unchanged since registration: {', '.join(program.plugin or '' for program in having)}."
    return Finding("ok", "The CUDA plugin is as it came", text)


def owners(facts: DoctorFacts) -> Finding:
    """Nobody else owns a program or plugin."""
    files = [file for program in facts.rig.programs for file in program.owned_by_others]
    if not files:
        return Finding(
            "ok", "The mining programs are nobody else's", "They belong to root or to the daemon's own user."
        )
    text = (
        f"{'; '.join(f'{file.path} belongs to the user {file.owner}' for file in files)}. Whoever owns a file can "
        "change it. The platform checks it before each start, but what is changed in that very moment runs."
    )
    fix = f"sudo chown root {quote(files[0].path)}"
    return Finding("warning", "A mining program belongs to somebody else", text, None, fix)


def proof(facts: DoctorFacts) -> Finding:
    """How it is known that programs are what their authors published."""
    bad = [program for program in facts.rig.programs if program.proof == "none"]
    if bad:
        text = (
            f"{_named(bad)}: {VERIFICATIONS['none']} A changed mining program can mine for somebody else. Install it "
            "again from its author, unless you know where it comes from."
        )
        return Finding("warning", "A mining program is unproven", text, None, bad[0].way)
    half = [program for program in facts.rig.programs if program.proof == "digest"]
    if half:
        return Finding("info", "A mining program is half proven", f"{_named(half)}: {VERIFICATIONS['digest']}")
    own = [program for program in facts.rig.programs if program.proof is None]
    text = f"You registered {_named(own)} yourself. " if own else ""
    return Finding("ok", "No mining program is unproven", f"{text}The platform checks every program at each start.")


def versions(facts: DoctorFacts) -> Finding:
    """Programs are none of those known to be bad, and the newest."""
    bad = [program for program in facts.rig.programs if program.advisories]
    if bad:
        told = [f"{_named([program])}: {advisory}." for program in bad for advisory in program.advisories]
        text = " ".join([*told, "Get a newer one, then restart its miners."])
        return Finding("warning", "A mining program should be replaced", text, None, bad[0].way)
    late = [p for p in facts.rig.programs if p.latest and p.version and newer(p.latest, p.version)]
    if late:
        told = [f"{p.title} {p.latest} is available; {p.version} is installed." for p in late]
        return Finding("info", "A newer mining program is published", " ".join(told), None, late[0].way)
    unseen = [p for p in facts.rig.programs if not p.latest]
    asked = f" `miner-ctrl update` checks whether {_named(unseen)} is the newest version." if unseen else ""
    text = f"No program here is on the platform's short list of bad versions.{asked}"
    return Finding("ok", "No mining program is known to be bad", text)


def upgrade(facts: DoctorFacts) -> Finding:
    """Programs that mine RandomX are ready for its next version."""
    about = "Monero plans to change to RandomX v2; no date is set. From that day on, older programs earn nothing."
    concerned = [program for program in facts.rig.programs if program.mines_randomx]
    unclear = [p for p in concerned if p.randomx_v2 is None or p.version is None]
    late = [p for p in concerned if p.randomx_v2 and p.version and newer(p.randomx_v2, p.version)]
    if late:
        wanted = ", ".join(f"{p.title} {p.randomx_v2}" for p in late)
        text = f"{about} {_named(late)} does not know it yet; the first that does is {wanted}. Replace it in time."
        return Finding("warning", "A program is not ready for RandomX v2", text, None, late[0].way)
    if unclear:
        return Finding("unknown", "Readiness for RandomX v2 is not known", f"{about} Not known of: {_named(unclear)}.")
    ready = f"{_named(concerned)} knows it already." if concerned else "No program here is concerned."
    return Finding("ok", "Nothing stands against RandomX v2", f"{about} {ready}")


def adapters(facts: DoctorFacts) -> Finding:
    """Every adapter that another package brings can be used."""
    broken = facts.rig.broken
    if not broken:
        return Finding("ok", "Every miner type can be used", "No adapter of another package is broken.")
    reasons = " ".join(adapter.text for adapter in broken)
    text = f"{reasons} The rest works without it. Update or remove that package, then restart the daemon."
    return Finding("warning", "A miner type of another package cannot be used", text)


def pools(facts: DoctorFacts) -> Finding:
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


def _named(programs: Iterable[ProgramFact]) -> str:
    return ", ".join(f"{program.title} {program.version or ''}".rstrip() for program in programs)


RULES = (
    Rule("programs", "A program that was changed or removed is not started.", "install or register it again", programs),
    Rule("cuda-plugin", "A CUDA plugin that was changed or removed is not loaded.", "register it again", cuda_plugin),
    Rule("owners", "Whoever owns a program or its plugin can change it.", "`chown root` on the file", owners),
    Rule("proof", "A changed program could mine for somebody else.", "install it from its author", proof),
    Rule("versions", "Some versions are known to be bad, or given up by their makers.", "get a newer one", versions),
    Rule("upgrade", "Monero plans RandomX v2, which older programs do not know.", "get a newer one", upgrade),
    Rule("adapters", "A broken adapter of another package is skipped.", "update or remove that package", adapters),
    Rule("pools", "Whether the pools of your miners take a connection, within 3 s.", "mend the address", pools),
)
