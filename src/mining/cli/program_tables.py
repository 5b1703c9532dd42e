"""Mining programs as text for people: what is here, what is published, and how each is proven."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.cli.tables import UNKNOWN, table

_PROOFS = {"pin": "our checksum", "signature": "author's signature", "digest": "GitHub's digest", "none": "nothing!"}
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
            kind["devFee"],
            " ".join(kind["algorithms"][:4])
            + (f" +{len(kind['algorithms']) - 4}" if len(kind["algorithms"]) > 4 else ""),
        )
        for kind in items
        if not kind.get("broken")
    ]
    lines = [table(("TYPE", "INSTALLED", "LATEST", "PROVEN BY", "RUNS ON", "DEV FEE", "ALGORITHMS"), rows)]
    lines += [
        f"! {kind['title']} {kind['installedVersion']}: {advisory}."
        for kind in items
        for advisory in kind["advisories"]
    ]
    lines += [f"! {kind['broken']}" for kind in items if kind.get("broken")]
    lines += [f"! {kind['title']}: {kind['verified']['text']}" for kind in items if unproven(kind)]
    return "\n".join(lines)


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
