"""Names of algorithms: one spelling each, and the nearest ones to a wrong one."""

from collections.abc import Iterable
from difflib import get_close_matches

ALIASES = {
    "randomx": "rx/0",
    "randomx/0": "rx/0",
    "rx": "rx/0",
    "randomx/v2": "rx/2",
    "rx/v2": "rx/2",
    "randomwow": "rx/wow",
    "randomx/wow": "rx/wow",
    "gr": "ghostrider",
    "sha256": "sha256d",
}


def canonical(name: str) -> str:
    """The one spelling of an algorithm's name."""
    lower = name.strip().lower()
    return ALIASES.get(lower, lower)


def unknown(name: str, known: Iterable[str]) -> str | None:
    """What is wrong with an algorithm that must be one of `known`, with near names; None when it is one."""
    names = sorted(known)
    if canonical(name) in names:
        return None
    near = get_close_matches(canonical(name), names, n=3, cutoff=0.4)
    return f"unknown algorithm {name!r}; " + (
        f"did you mean {', '.join(near)}?" if near else f"one of {', '.join(names)}"
    )
