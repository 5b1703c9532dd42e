"""The layout of XMRig's config.json, read as XMRig reads it: what is of another type than it expects is absent."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Section = Mapping[str, Any]
_OWN_WORDS = frozenset(  # that no file of this platform has at its top
    {
        "api", "autosave", "background", "colors", "donate-level", "donate-over-proxy", "health-print-time", "http",
        "log-file", "pause-on-active", "pause-on-battery", "print-time", "randomx", "retries", "retry-pause", "syslog",
        "user-agent", "watch",
    }
)  # fmt: skip


class UnreadableConfig(Exception):
    """Nothing can be imported from this text; says why."""


class LeftOut(Exception):
    """A pool cannot be used; says why."""


def is_xmrig(body: object) -> bool:
    """Whether a value of JSON is a configuration of XMRig."""
    if not isinstance(body, dict) or {"pool", "profiles", "minerType"} & body.keys():
        return False
    return any("url" in row for row in rows(body.get("pools"))) or bool(_OWN_WORDS & body.keys())


def is_proxy(body: Section) -> bool:
    """Whether this is a configuration of xmrig-proxy, which looks alike."""
    return "bind" in body and bool({"mode", "custom-diff", "workers", "access-log-file"} & body.keys())


def first_ones(tell: Callable[[str], None]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """How an object of JSON is made of its names and values, a name that stands there twice with its first."""

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(reversed(pairs))
        for name in values if len(values) < len(pairs) else ():
            if sum(name == other for other, _ in pairs) > 1:
                tell(f"{name}: it stands there twice, and XMRig reads the first")
        return values

    return made


def section(raw: object) -> Section:
    """An object; empty where there is none."""
    return raw if isinstance(raw, dict) else {}


def rows(raw: object) -> list[Section]:
    """The objects in a list."""
    return [row for row in raw if isinstance(row, dict)] if isinstance(raw, list) else []


def text(raw: object) -> str | None:
    """A text that says something."""
    return (raw.strip() or None) if isinstance(raw, str) else None


def whole(raw: object) -> int | None:
    """A whole number."""
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None


def unread(row: Section, names: Iterable[str]) -> Iterator[str]:
    """The names beyond these that say something; people write comments under names such as `_comment`."""
    for key, value in row.items():
        if key not in names and value not in (None, False, "", [], {}) and not key.startswith(("_", "/", "#")):
            yield key


def mistyped(row: Section, flags: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each switch that is neither true nor false, and what follows."""
    for key in flags:
        if row.get(key) not in (None, "") and not isinstance(row[key], bool):
            yield key, "it is not true or false, so XMRig takes it for absent too"
