"""What every adapter says of its program, as one page: `python -m mining.cli.reference miners`."""

from collections.abc import Mapping, Sequence

from mining.domain.adapter import MinerType, ReleaseSource, TypeFacts
from mining.domain.hardware import Numbering
from mining.domain.payout_lock import payout_reader
from mining.domain.programs.release import VERIFICATIONS, SecondOpinion
from mining.miners import all_types
from mining.programs.verify import expected

_HEAD = """# Mining programs

Every program that Mining Platform drives, as its adapter describes it. This page is made from the adapters by
`python -m mining.cli.reference miners --write`; `GET /miners/available` tells the same of the machine that it runs
on. [Adding a program](../add-a-miner.md) takes one file and one recording.

A program whose releases prove nothing is installed only with `--allow-unverified`. A second opinion is a checksum that
somebody else collected: it can show that a file is a different one, never that it is its author's.

| program | hardware | licence | dev fee | proof of a download | secret of its API | logins in its command line |
|---|---|---|---|---|---|---|
"""

_NUMBERS: Mapping[Numbering | None, str] = {
    "platform": "a list for each backend, OpenCL's of one maker",
    "backend": "those of the backends that are on, by place where they are of one maker",
    "machine": "all of the machine, by place",
    None: "a list of its own",
}


def miners_page() -> str:
    """The page."""
    types = sorted(all_types().values(), key=lambda kind: (kind.facts.simulated, kind.facts.title.lower()))
    return _HEAD + "".join(map(_row, types)) + "".join(f"\n{_section(kind)}" for kind in types)


def _row(kind: MinerType) -> str:
    facts = kind.facts
    cells = (
        f"[{facts.title}](#{kind.name})", _hardware(facts), facts.licence, facts.dev_fee, _proof(kind.releases),
        "yes" if facts.guarded else "no", "yes" if facts.secrets_exposed else "no",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |\n"


def _section(kind: MinerType) -> str:
    facts, supports = kind.facts, kind.supports
    lines = [
        f"## {kind.name}\n\n{facts.title}, <{facts.homepage}>. {facts.tried}\n",
        f"- **Hardware**: {_hardware(facts)}",
        f"- **Licence and dev fee**: {facts.licence}; {facts.dev_fee}",
        f"- **How it comes here**: {_getting(kind)}",
        f"- **Proof of a download**: {_verification(kind.releases)}",
        *_opinions(kind.releases),
        f"- **Its API**: {facts.api_exposure}",
        f"- **Logins and passwords**: {facts.secrets}",
        f"- **While it runs**: {_listed(supports.verbs) or 'it cannot be paused'}",
        f"- **Fields of a configuration**: {_listed(supports.fields)}",
    ]
    if supports.ignored:
        lines.append(f"- **Fields without effect**: {_listed(supports.ignored)}")
    lines.append(f"- **Algorithms**: {_algorithms(facts, getattr(kind, 'names', {}))}")
    if supports.cpu_algorithms:
        lines.append(f"- **On the CPU**: {_listed(sorted(supports.cpu_algorithms))}; all others on graphics cards")
    elif supports.gpu_algorithms:
        lines.append(f"- **On graphics cards alone**: {_listed(sorted(supports.gpu_algorithms))}")
    if facts.gpu and not facts.simulated:
        lines.append(f"- **Numbers of its cards**: {_NUMBERS[facts.numbering]}")
    if (reader := payout_reader(kind)) is not None:
        lines.append(f"- **The payout lock reads**: {', '.join(['its arguments', *(f'`{f}`' for f in reader.files)])}")
    if facts.unconfirmed:
        lines += ["\nWhat nobody could confirm:\n", *(f"- {each}" for each in facts.unconfirmed)]
    return "\n".join(lines) + "\n"


def _hardware(facts: TypeFacts) -> str:
    return ", ".join(["CPU"] * facts.cpu + [*facts.makers]) or "none"


def _getting(kind: MinerType) -> str:
    if kind.releases is None:
        return kind.facts.getting
    machines = ", ".join(f"{os} {arch}" for os, arch in sorted(kind.releases.asset))
    return f"`miner-ctrl install {kind.name}` ({machines}). Elsewhere: {kind.facts.getting}"


def _proof(releases: ReleaseSource | None) -> str:
    return expected(releases) or "not downloaded"


def _verification(releases: ReleaseSource | None) -> str:
    how = expected(releases)
    unless = " Of old files GitHub has none, and nothing proves them." if how == "digest" else ""
    return f"{how}. {VERIFICATIONS[how]}{unless}" if how else "nothing is downloaded"


def _opinions(releases: ReleaseSource | None) -> list[str]:
    others = releases.others if releases else {}
    opinions = [SecondOpinion(file=file, sha256=checksum) for file, checksum in others.items()]
    head = [f"- **Second opinions**: {opinions[0].source}"] if opinions else []
    return [*head, *(f"  - `{each.file}`: `{each.sha256}`" for each in opinions)]


def _algorithms(facts: TypeFacts, names: Mapping[str, str]) -> str:
    own = ((name, names.get(name, name)) for name in sorted(facts.algorithms))
    return ", ".join(f"`{name}`" if name == word else f"`{name}` (its `{word}`)" for name, word in own)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
