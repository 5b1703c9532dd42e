"""Mining programs as text for people: what is here, what is published, and how each is proven."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.cli.columns import UNKNOWN, card, hanging, moment, table
from mining.domain.shell import example_path

_PROOFS = {"pin": "our checksum", "signature": "author's signature", "digest": "GitHub's digest", "none": "nothing!"}
_FEW = 2
_ORIGINS = {"yours": "you", "own": "part of the platform"}


def available(items: Sequence[Mapping[str, Any]]) -> str:
    """Every miner type, and a line for each program of which something should be known."""
    rows = [
        (
            kind["type"],
            (kind["installedVersion"] or "yes") if kind["installed"] else "no",
            kind["latestVersion"] or UNKNOWN,
            how_proven(kind),
            "+".join(_runs_on(kind)) or UNKNOWN,
            kind["devFee"].partition(" of the time")[0],
            several(kind["algorithms"]),
        )
        for kind in items
        if not kind.get("broken")
    ]
    head = ("TYPE", "INSTALLED", "LATEST", "PROVEN BY", "RUNS ON", "DEV FEE", "ALGORITHMS")
    notes = [
        f"! {kind['title']} {kind['installedVersion']}: {advisory}."
        for kind in items
        for advisory in kind["advisories"]
    ]
    notes += [f"! {kind['broken']}" for kind in items if kind.get("broken")]
    notes += [f"! {kind['title']}: {kind['verified']['text']}" for kind in items if unproven(kind)]
    notes += before_install(items)
    notes += [
        f"{kind['title']}'s CUDA plugin, unproven: {kind['cudaPlugin']['path'] or UNKNOWN}"
        for kind in items
        if kind.get("cudaPlugin")
    ]
    return "\n".join([table(head, rows, optional=("RUNS ON", "PROVEN BY", "LATEST")), *map(hanging, notes)])


def before_install(items: Sequence[Mapping[str, Any]]) -> list[str]:
    """What should be known of the programs that are not here before one is chosen."""
    absent = [kind for kind in items if not kind["installed"] and not kind.get("broken")]
    build = [kind["type"] for kind in absent if not kind["installable"]]
    bare = [kind["type"] for kind in absent if needs_word(kind)]
    notes = []
    if build:
        notes.append(
            f"Register your own build of {', '.join(build)}: "
            f"miner-ctrl register {_one(build)} {example_path(_one(build))}"
        )
    if bare:
        notes.append(f"Nothing proves {', '.join(bare)}: miner-ctrl install {_one(bare)} --allow-unverified")
    digest = [
        kind["type"] for kind in absent if kind["installable"] and (kind["verification"] or {}).get("how") == "digest"
    ]
    if digest:
        notes.append(f"Proven by what GitHub received, not by an author: {', '.join(digest)}.")
    if untried := [kind["type"] for kind in absent if kind.get("evidence") == "none"]:
        notes.append(f"Not tried: {', '.join(untried)}.")
    return [*notes, "All about one of them: miner-ctrl available TYPE"] if absent else []


def _one(types: Sequence[str]) -> str:
    """The one that there is, or a word for each of them."""
    return types[0] if len(types) == 1 else "TYPE"


def needs_word(kind: Mapping[str, Any]) -> bool:
    """Whether only the owner's word would install it, for nothing proves its releases."""
    return bool(kind["installable"] and kind["verification"] and kind["verification"]["how"] == "none")


def cautions(kind: Mapping[str, Any]) -> list[str]:
    """What is said of a program before it is downloaded."""
    title, proof = kind["title"], kind["verification"]
    notes = [f"! {proof['text']}"] if proof and proof["how"] in ("digest", "none") else []
    if kind.get("evidence") in ("answer", "none"):
        notes.append(f"! {kind['tried']}")
    if kind.get("secretsExposed"):
        notes.append(f"! {title} shows logins and passwords to every user of this machine.")
    if kind.get("openApi"):
        notes.append(f"! Other machines may ask its API: {kind['apiExposure']}.")
    return [hanging(note) for note in notes]


def _runs_on(kind: Mapping[str, Any]) -> list[str]:
    """The processor, and the makers of the cards; a daemon of 0.1.0 tells their backends alone."""
    return [*(["CPU"] if kind["cpu"] else []), *(kind.get("makers") or map(str.upper, kind["gpu"]))]


def program_card(kind: Mapping[str, Any]) -> str:
    """All that is known of one program, before or after it is here."""
    facts = [
        ("Program", f"{kind['title']} ({kind['type']})"),
        ("Installed", (kind["installedVersion"] or "yes") if kind["installed"] else "no"),
        ("Latest", kind["latestVersion"] or UNKNOWN),
        ("Looked up", moment(kind.get("lookedUpAt"))),
        ("Runs on", "what mines already" if kind.get("watched") else ", ".join(_runs_on(kind)) or UNKNOWN),
        ("Algorithms", ", ".join(kind["algorithms"])),
        ("Dev fee", kind["devFee"]),
        ("Licence", kind["licence"]),
        ("Home page", kind["homepage"] or UNKNOWN),
        ("Proven by", _proof(kind)),
        ("API", kind["apiExposure"]),
        ("Secrets", kind["secrets"]),
        ("Tried", kind["tried"]),
        *(("Unconfirmed", text) for text in kind["unconfirmed"]),
        *((f"! {kind['title']}", text) for text in kind["advisories"]),
        *(("Second opinion", f"{one['file']}: SHA-256 {one['sha256']}") for one in kind["secondOpinions"]),
        ("How to get it", _way(kind)),
    ]
    lines = [card(facts)]
    if kind["secondOpinions"]:
        source = kind["secondOpinions"][0]["source"]
        lines.append(hanging(f"A second opinion is a checksum that others collected ({source}). It proves nothing."))
    return "\n".join(lines)


def _proof(kind: Mapping[str, Any]) -> str:
    proof = kind["verified"] or (kind["verification"] if not kind["installed"] and kind["installable"] else None)
    if proof:
        return str(proof["text"])
    if kind["origin"] == "own":
        return "Part of the platform."
    return "Nothing: you bring the file. Its checksum is checked at each start."


def _way(kind: Mapping[str, Any]) -> str:
    if kind["installed"]:
        return "It is here."
    if not kind["installable"]:
        return f"{kind['getting']} With: miner-ctrl register {kind['type']} {example_path(kind['type'])}"
    word = " --allow-unverified" if needs_word(kind) else ""
    return f"Install it with: miner-ctrl install {kind['type']}{word}"


def several(names: Sequence[str]) -> str:
    """The first few of many names, and how many more there are."""
    return " ".join([*names[:_FEW], *([f"+{len(names) - _FEW}"] if len(names) > _FEW else [])])


def how_proven(kind: Mapping[str, Any]) -> str:
    """How the program that is here is known to be what it should be; else how an installed one would be."""
    if kind["verified"]:
        return _PROOFS[kind["verified"]["how"]]
    if kind["installed"]:
        return _ORIGINS.get(kind["origin"], UNKNOWN)
    if not kind["installable"]:
        return "(your own build)"
    return f"({_PROOFS[kind['verification']['how']]})" if kind["verification"] else UNKNOWN


def unproven(kind: Mapping[str, Any]) -> bool:
    """Whether less than the author's word proves the program that is here."""
    return bool(kind["verified"]) and kind["verified"]["how"] in ("digest", "none")
