"""Mining programs as text for people: what is here, what is published, and how each is proven."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.cli.columns import UNKNOWN, hanging, table

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
            "+".join([*(["CPU"] if kind["cpu"] else []), *(gpu.upper() for gpu in kind["gpu"])]) or UNKNOWN,
            kind["devFee"].partition(" of ")[0],
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
    return "\n".join([table(head, rows, optional=("RUNS ON", "PROVEN BY", "LATEST")), *map(hanging, notes)])


def several(names: Sequence[str]) -> str:
    """The first few of many names, and how many more there are."""
    return " ".join([*names[:_FEW], *([f"+{len(names) - _FEW}"] if len(names) > _FEW else [])])


def how_proven(kind: Mapping[str, Any]) -> str:
    """How the program that is here is known to be what it should be; else how an installed one would be."""
    if kind["verified"]:
        return _PROOFS[kind["verified"]["how"]]
    if kind["installed"]:
        return _ORIGINS.get(kind["origin"], UNKNOWN)
    return f"({_PROOFS[kind['verification']['how']]})" if kind["verification"] and kind["installable"] else UNKNOWN


def unproven(kind: Mapping[str, Any]) -> bool:
    """Whether less than the author's word proves the program that is here."""
    return bool(kind["verified"]) and kind["verified"]["how"] in ("digest", "none")
