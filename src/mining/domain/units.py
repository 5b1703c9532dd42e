"""Numbers from a wire, made safe: finite, not negative, of the right kind, or absent."""

import math
import re
from typing import Any

_STRETCH = re.compile(r"([0-9]{1,8}(?:\.[0-9]{1,3})?)([smhd]?)", re.ASCII)
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_PREFIXES = ("", "k", "M", "G", "T", "P")
MOST = 2**53  # beyond it a JSON number is no longer exact; XMRig's bench mode says difficulty 2^64-1


def number(raw: object, most: float = MOST) -> float | None:
    """A finite float from 0 to `most`, or None for anything else (booleans and text included)."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return None
    try:
        value = float(raw)
    except OverflowError:
        return None
    return value if math.isfinite(value) and 0 <= value <= most else None


def whole(raw: object, most: float = MOST) -> int | None:
    """A number rounded to a whole one, or None for anything else."""
    value = number(raw, most)
    return None if value is None else round(value)


def count(raw: object, most: int = MOST) -> int | None:
    """A whole number from 0 to `most`, or None for anything else."""
    if isinstance(raw, bool) or not isinstance(raw, int):
        return None
    return raw if 0 <= raw <= most else None


def text(raw: object, most: int = 200) -> str | None:
    """Printable text of at most `most` characters, or None for anything else."""
    if not isinstance(raw, str) or not raw:
        return None
    return "".join(character for character in raw[:most] if character.isprintable()) or None


def cut(text: str, most: int) -> str:
    """Text of no more than `most` characters, with a mark where something is missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def stretch(text: str, unit: str = "s") -> float | None:
    """A stretch of time such as `300`, `300s`, `5m`, `24h` or `7d`, in a unit that a bare number has; None if none."""
    match = _STRETCH.fullmatch(text.strip())
    return None if match is None else float(match[1]) * _SECONDS[match[2] or unit] / _SECONDS[unit]


def stretched(value: Any, *, unit: str = "s") -> Any:
    """A text that is a stretch of time as a number of that unit; anything else as it is."""
    amount = stretch(value, unit) if isinstance(value, str) else None
    if amount is None:
        return value
    return int(amount) if amount.is_integer() else amount


def figure(value: float) -> int | float:
    """A number as it is told: a whole one without its point."""
    return int(value) if float(value).is_integer() else value


def prefixed(value: float, unit: str) -> str:
    """A number with the prefix of its unit that leaves one to three digits before the point: `12.40 kH/s`."""
    scaled, prefix = float(value), 0
    while scaled >= (999.995 if prefix else 999.95) and prefix < len(_PREFIXES) - 1:
        scaled, prefix = scaled / 1000, prefix + 1
    digits = f"{scaled:.2f}" if prefix else f"{scaled:.1f}".removesuffix(".0")
    return f"{digits} {_PREFIXES[prefix]}{unit}"


def duration(seconds: float) -> str:
    """Seconds as a person says them: `45 s`, `12 min`, `3 h 5 min`, `4 d 2 h`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min"
    hours, minutes = divmod(whole // 60, 60)
    if hours >= 48:
        days, hours = divmod(hours, 24)
        return f"{days} d {hours} h" if hours else f"{days} d"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def sentence(words: str) -> str:
    """Words as a sentence: a capital at the start, a full stop at the end."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?", "…")) else ".")
