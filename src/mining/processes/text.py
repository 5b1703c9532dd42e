"""A miner's raw output made into clean lines: colours stay, every other control goes."""

import re
from collections.abc import Callable

LINE_MOST = 4096  # characters kept of one line
_OTHER_ESCAPES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # OSC: titles, links, the clipboard
    r"|\x1b[PX^_][^\x1b]*(?:\x1b\\)?"  # DCS, SOS, PM, APC
    r"|\x1b\[(?![0-9;]*m)[0-?]*[ -/]*[@-~]?"  # CSI other than SGR
    r"|\x1b(?!\[)[ -/]*[0-~]?"  # two-character escapes
    r"|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # C0, C1, bidi
)
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def clean(line: str) -> str:
    """One line without anything but text and SGR colours, at most 4 Ki characters."""
    tidy = _OTHER_ESCAPES.sub("", line[: 2 * LINE_MOST]).replace("\t", " ")
    return re.sub(r"\x1b(?!\[[0-9;]*m)", "", tidy)[:LINE_MOST]


def plain(line: str) -> str:
    """A clean line without its colours."""
    return _COLOURS.sub("", line)


def without_secrets(line: str, hide: Callable[[str], str]) -> str:
    """A clean line without what `hide` takes out; its colours go where they stand inside of that."""
    text = clean(hide(line))  # hidden first, for a cut would leave a part
    bare = plain(text)
    hidden = hide(bare)
    return text if hidden == bare else hidden


class Lines:
    """Cuts a stream of bytes into clean lines without secrets, however it arrives."""

    def __init__(self, hide: Callable[[str], str] = str) -> None:
        self._rest = b""
        self._hide = hide

    def feed(self, data: bytes) -> list[str]:
        """The lines that are complete now."""
        *whole, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > 8 * LINE_MOST:  # a line without an end is cut, not collected
            whole.append(self._rest)
            self._rest = b""
        return [self._tidy(line.rstrip(b"\r")) for line in whole]

    @property
    def pending(self) -> int:
        """Bytes of a line that has no end yet."""
        return len(self._rest)

    def flush(self) -> list[str]:
        """What is left when the stream has ended."""
        rest, self._rest = self._rest, b""
        return [self._tidy(rest)] if rest else []

    def _tidy(self, line: bytes) -> str:
        return without_secrets(line.decode("utf-8", "replace"), self._hide)
