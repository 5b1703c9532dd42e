"""Checks of the mining programs and their pools."""

from collections.abc import Iterable

from mining.domain.doctor.report import DoctorFacts, Finding, PoolFact, ProgramFact, Rule
from mining.domain.message import enumerated, listed, phrase, together
from mining.domain.programs.release import VERIFICATIONS
from mining.domain.programs.version import newer
from mining.domain.shell import pasted, quoted


def programs(facts: DoctorFacts) -> Finding:
    """Programs are still what they were."""
    entries = facts.rig.programs
    bad = [program for program in entries if program.issue]
    if bad:
        text = together(program.issue or "" for program in bad)
        return Finding("problem", phrase("doctor.programs.broken", programs=_named(bad)), text, None, bad[0].way_out)
    if not entries:
        installs = [way for way in facts.rig.ways if way.startswith("miner-ctrl install ")]
        text = phrase("doctor.programs.none.install") if installs else phrase("doctor.programs.none.register")
        way = next(iter((*installs, *facts.rig.ways)), None)
        return Finding("info", phrase("doctor.programs.none"), text, None, way)
    text = phrase("doctor.programs.ok.meaning", programs=_named(entries))
    return Finding("ok", phrase("doctor.programs.ok"), text)


def cuda_plugin(facts: DoctorFacts) -> Finding:
    """Registered CUDA plugins are still what they were."""
    having = [program for program in facts.rig.programs if program.plugin]
    bad = [program for program in having if program.plugin_issue]
    if bad:
        issues = [program.plugin_issue or "" for program in bad]
        text = together([*issues, phrase("doctor.plugin.broken.meaning")])
        title = phrase("doctor.plugin.broken", programs=", ".join(program.title for program in bad))
        return Finding("problem", title, text, None, bad[0].plugin_way_out)
    lacking = [program for program in facts.rig.programs if program.takes_plugin and not program.plugin]
    if lacking and any(card.vendor == "NVIDIA" for card in facts.machine.cards):
        text = phrase("doctor.plugin.lacking.meaning", programs=_named(lacking))
        library = "/path/to/libxmrig-cuda.so"
        if facts.machine.system == "windows":
            library = r"C:\path\to\xmrig-cuda.dll"
        way = f"miner-ctrl register {lacking[0].type} --cuda-plugin {library}"
        return Finding("info", phrase("doctor.plugin.lacking"), text, None, way)
    if not having:
        text = phrase("doctor.plugin.none.meaning")
        return Finding("ok", phrase("doctor.plugin.none"), text)
    unseen = [program for program in having if program.issue]
    if unseen:
        return Finding(
            "unknown", phrase("doctor.plugin.unseen"), phrase("doctor.plugin.unseen.meaning", programs=_named(unseen))
        )
    text = phrase("doctor.plugin.ok.meaning", paths=", ".join(program.plugin or "" for program in having))
    return Finding("ok", phrase("doctor.plugin.ok"), text)


def owners(facts: DoctorFacts) -> Finding:
    """Nobody else owns a program or plugin."""
    files = [file for program in facts.rig.programs for file in program.owned_by_others]
    if not files:
        windows = facts.machine.system == "windows"
        text = phrase("doctor.owners.windows.meaning") if windows else phrase("doctor.owners.ok.meaning")
        return Finding("ok", phrase("doctor.owners.ok"), text)
    owned = enumerated(phrase("doctor.owners.file", path=file.path, owner=file.owner) for file in files)
    text = phrase("doctor.owners.other.meaning", files=owned)
    take = pasted("sudo chown root", "takeown /A /F", facts.machine.system)
    fix = f"{take} {quoted(files[0].path, facts.machine.system)}"
    return Finding("warning", phrase("doctor.owners.other"), text, None, fix)


def proof(facts: DoctorFacts) -> Finding:
    """How it is known that programs are what their authors published."""
    bad = [program for program in facts.rig.programs if program.proof == "none"]
    if bad:
        text = phrase("doctor.proof.unproven.meaning", programs=_named(bad), proof=VERIFICATIONS["none"])
        return Finding("warning", phrase("doctor.proof.unproven"), text, None, bad[0].way)
    half = [program for program in facts.rig.programs if program.proof == "digest"]
    if half:
        text = phrase("doctor.proof.half.meaning", programs=_named(half), proof=VERIFICATIONS["digest"])
        return Finding("info", phrase("doctor.proof.half"), text)
    own = [program for program in facts.rig.programs if program.proof is None]
    yours = [phrase("doctor.proof.own", programs=_named(own))] if own else []
    return Finding("ok", phrase("doctor.proof.ok"), together([*yours, phrase("doctor.proof.ok.meaning")]))


def versions(facts: DoctorFacts) -> Finding:
    """Programs are none of those known to be bad, and the newest."""
    bad = [program for program in facts.rig.programs if program.advisories]
    if bad:
        sentences = [
            phrase("warning.advisory", program=_named([program]), advisory=advisory)
            for program in bad
            for advisory in program.advisories
        ]
        text = together([*sentences, phrase("doctor.versions.get_newer")])
        return Finding("warning", phrase("doctor.versions.bad"), text, None, bad[0].way)
    late = [p for p in facts.rig.programs if p.latest and p.version and newer(p.latest, p.version)]
    if late:
        sentences = [
            phrase("doctor.versions.late.meaning", program=p.title, latest=p.latest or "", version=p.version or "")
            for p in late
        ]
        return Finding("info", phrase("doctor.versions.late"), together(sentences), None, late[0].way)
    unseen = [p for p in facts.rig.programs if not p.latest]
    questions = [phrase("doctor.versions.ask", programs=_named(unseen))] if unseen else []
    text = together([phrase("doctor.versions.ok.meaning"), *questions])
    return Finding("ok", phrase("doctor.versions.ok"), text)


def upgrade(facts: DoctorFacts) -> Finding:
    """Programs that mine RandomX are ready for its next version."""
    about = phrase("doctor.upgrade.about")
    concerned = [program for program in facts.rig.programs if program.mines_randomx]
    unclear = [p for p in concerned if p.randomx_v2 is None or p.version is None]
    late = [p for p in concerned if p.randomx_v2 and p.version and newer(p.randomx_v2, p.version)]
    if late:
        wanted = ", ".join(f"{p.title} {p.randomx_v2}" for p in late)
        text = together([about, phrase("doctor.upgrade.late.meaning", programs=_named(late), wanted=wanted)])
        return Finding("warning", phrase("doctor.upgrade.late"), text, None, late[0].way)
    if unclear:
        text = together([about, phrase("doctor.upgrade.unknown.meaning", programs=_named(unclear))])
        return Finding("unknown", phrase("doctor.upgrade.unknown"), text)
    ready = phrase("doctor.upgrade.unconcerned")
    if concerned:
        ready = phrase("doctor.upgrade.ready", programs=_named(concerned))
    return Finding("ok", phrase("doctor.upgrade.ok"), together([about, ready]))


def api_exposure(facts: DoctorFacts) -> Finding:
    """No program's API can be asked from other machines."""
    exposed = [program for program in facts.rig.programs if program.exposed]
    if not exposed:
        return Finding("ok", phrase("doctor.exposure.ok"), phrase("doctor.exposure.ok.meaning"))
    sentences = [phrase("doctor.exposure.api", program=each.title, exposure=each.exposed or "") for each in exposed]
    first, last = facts.rig.first_port, facts.rig.first_port + facts.rig.ports - 1
    if facts.machine.system == "darwin":
        text = together([*sentences, phrase("doctor.exposure.macos.meaning", first=first, last=last)])
        return Finding("warning", phrase("doctor.exposure.open"), text)
    if facts.machine.system == "windows":
        text = together([*sentences, phrase("doctor.exposure.windows.meaning")])
        rule = "New-NetFirewallRule -DisplayName Miners -Direction Inbound -Protocol TCP"
        fix = f"{rule} -LocalPort {first}-{last} -Action Block"
        return Finding("warning", phrase("doctor.exposure.open"), text, None, fix)
    text = together([*sentences, phrase("doctor.exposure.open.meaning")])
    rule = f"-I INPUT ! -i lo -p tcp --dport {first}:{last} -j DROP"
    fix = f"sudo iptables {rule} && sudo ip6tables {rule}"  # who listens on every address does so on those of IPv6 too
    return Finding("warning", phrase("doctor.exposure.open"), text, None, fix)


def adapters(facts: DoctorFacts) -> Finding:
    """Every adapter that another package brings can be used."""
    broken = facts.rig.broken
    if not broken:
        return Finding("ok", phrase("doctor.adapters.ok"), phrase("doctor.adapters.ok.meaning"))
    reasons = [adapter.text for adapter in broken]
    text = together([*reasons, phrase("doctor.adapters.broken.meaning")])
    return Finding("warning", phrase("doctor.adapters.broken"), text)


def pools(facts: DoctorFacts) -> Finding:
    """Each known miner can reach a pool."""
    by_miner: dict[str, list[PoolFact]] = {}
    for pool in facts.rig.pools:
        by_miner.setdefault(pool.miner, []).append(pool)
    failed = [pool for pool in facts.rig.pools if pool.issue]
    issues = enumerated(phrase("doctor.pools.failing", endpoint=pool.endpoint, why=pool.issue or "") for pool in failed)
    cut_off = sorted(miner for miner, its in by_miner.items() if all(pool.issue for pool in its))
    if cut_off:
        text = phrase("doctor.pools.none.meaning", miners=listed(cut_off), issues=issues)
        idle = {pool.miner for pool in facts.rig.pools if pool.saved}
        serious = not idle.issuperset(cut_off)
        return (
            Finding("problem", phrase("doctor.pools.none"), text)
            if serious
            else Finding("warning", phrase("doctor.pools.none_saved"), text)
        )
    if failed:
        text = phrase("doctor.pools.spare.meaning", issues=issues)
        return Finding("warning", phrase("doctor.pools.spare"), text)
    if not by_miner:
        return Finding("ok", phrase("doctor.pools.untried"), phrase("doctor.pools.untried.meaning"))
    text = phrase("doctor.pools.ok.meaning", pools=", ".join(sorted({pool.endpoint for pool in facts.rig.pools})))
    return Finding("ok", phrase("doctor.pools.ok"), text)


def _named(programs: Iterable[ProgramFact]) -> str:
    return ", ".join(f"{program.title} {program.version or ''}".rstrip() for program in programs)


RULES = (
    Rule("programs", "A program that was changed or removed is not started.", "install or register it again", programs),
    Rule("cuda-plugin", "A CUDA plugin that was changed or removed is not loaded.", "register it again", cuda_plugin),
    Rule("owners", "Whoever owns a program or its plugin can change it.", "`chown root` on the file", owners),
    Rule("proof", "A changed program could mine for somebody else.", "install it from its author", proof),
    Rule("versions", "Some versions are known to be bad, or given up by their makers.", "get a newer one", versions),
    Rule("upgrade", "Monero plans RandomX v2, which older programs do not know.", "get a newer one", upgrade),
    Rule(
        "api-exposure",
        "Some programs' APIs listen on every address of this machine.",
        "close their ports in the firewall",
        api_exposure,
    ),
    Rule("adapters", "A broken adapter of another package is skipped.", "update or remove that package", adapters),
    Rule("pools", "Whether the pools of your miners take a connection, within 3 s.", "mend the address", pools),
)
