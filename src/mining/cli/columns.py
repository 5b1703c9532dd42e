"""Text that fits the terminal: tables, cards, and sentences whose commands can still be pasted."""

import re
import shutil
import textwrap
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from mining.domain.units import cut, duration

UNKNOWN = "—"
_GAP = "  "
_NARROWEST = 40
_LAST_COLUMN = 20  # characters that wrapped text needs
_CUT_COLUMN = 8  # characters that a cell keeps
_COMMAND = ": miner-ctrl "
_QUOTED = re.compile(r"`[^`]+`")  # a command within a sentence
_KEPT = "\0"  # a space in it, where no line may end


def terminal_width() -> int:
    """Columns of the terminal, or those that COLUMNS names; 80 in a pipe."""
    return max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def wrapped(text: str, width: int) -> list[str]:
    """Lines of a text; a command at its end has a line of its own, for one that is broken cannot be pasted."""
    if len(text) <= width:
        return [text]
    before, colon, command = text.partition(_COMMAND)
    whole = _QUOTED.sub(lambda each: each[0].replace(" ", _KEPT), before + colon[:1])
    lines = textwrap.wrap(whole, width, break_long_words=False, break_on_hyphens=False)
    lines = [line.replace(_KEPT, " ") for line in lines]
    return [*lines, colon[2:] + command] if colon else lines


def hanging(text: str, indent: str = "  ") -> str:
    """A text as wide as the terminal, whose further lines are indented."""
    return f"\n{indent}".join(wrapped(text, terminal_width() - len(indent)))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], optional: Sequence[str] = ()) -> str:
    """Columns with two spaces between them, as wide as the terminal.

    A row of fewer cells is a sentence across the table. If the columns are too wide, a first cell longer than half the
    terminal has a line of its own, then the `optional` columns are left out, the first first, then cells between the
    first and the last column are cut, the widest column first, then the last column is wrapped.
    """
    lines = [list(head), *(list(row) for row in rows)]
    whole = [line for line in lines if len(line) == len(head)]
    width, widths = terminal_width(), _widths(whole)
    if _total(widths) > width:
        widths[0] = max(len(line[0]) for line in whole if len(line[0]) <= width // 2)
        for name in optional:
            if _total(widths) <= width:
                break
            place = lines[0].index(name)
            for line in whole:
                del line[place]
            del widths[place]
        for place in sorted(range(1, len(widths) - 1), key=lambda place: -widths[place]):
            beyond = _total(widths[:-1]) + len(_GAP) + min(widths[-1], _LAST_COLUMN) - width
            widths[place] = min(widths[place], max(widths[place] - beyond, _CUT_COLUMN))
            for line in whole:
                line[place] = cut(line[place], widths[place])
        before_last = _total(widths[:-1]) + len(_GAP)
        widths[-1] = min(widths[-1], max(width - before_last, _LAST_COLUMN))
    return "\n".join(
        text for line in lines for text in (_row(line, widths) if len(line) == len(widths) else wrapped(line[0], width))
    )


def _widths(lines: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(len, column)) for column in zip(*lines, strict=True)]


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *rest = cells
    name = []
    if len(first) > widths[0]:
        name, first = [first], ""
    last = wrapped(rest.pop(), widths[-1]) if rest else [""]
    start = _GAP.join(cell.ljust(width) for cell, width in zip([first, *rest], widths, strict=False))
    indent = " " * len(start)
    lines = [(start if not place else indent) + _GAP + text for place, text in enumerate(last)]
    return [*name, *(line.rstrip() for line in lines)]


def card(facts: Iterable[tuple[str, str]]) -> str:
    """Names on the left, what they are on the right; what has no name is left out."""
    pairs = [pair for pair in facts if pair[0]]
    column = max(len(name) for name, _ in pairs) + len(_GAP)
    space, indent = max(terminal_width() - column, _LAST_COLUMN), "\n" + " " * column
    return "\n".join(name.ljust(column) + indent.join(wrapped(value, space)) for name, value in pairs)


def moment(text: str | None) -> str:
    """A time of the API without the letters that only programs need."""
    return UNKNOWN if text is None else text.replace("T", " ").replace("Z", " UTC")


def ago(text: str | None, now: datetime | None = None) -> str:
    """A time of the API as seen from now: `3 s ago`, `in 2 min`."""
    if text is None:
        return UNKNOWN
    seconds = ((now or datetime.now(UTC)) - datetime.fromisoformat(text)).total_seconds()
    if abs(seconds) < 1:
        return "now"
    return f"{duration(seconds)} ago" if seconds > 0 else f"in {duration(-seconds)}"
