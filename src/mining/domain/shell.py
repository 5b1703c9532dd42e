"""Texts as parts of a command that somebody pastes into the shell of their system."""

import re
import shlex
import sys
from collections.abc import Iterable

_PLAIN = re.compile(r"(?!-.*[.:])[A-Za-z0-9_\-./\\:+=~]+")  # PowerShell parts a flag at its first dot
_LIVE = re.compile(r'["`$%\u201c\u201d\u201e]')  # what double quotes do not keep from PowerShell or cmd


def quoted(text: str, system: str = sys.platform) -> str:
    """A text as one argument: of a POSIX shell, or on Windows of PowerShell, and where that can be had of cmd too."""
    if not system.startswith("win"):
        return shlex.quote(text)
    if _PLAIN.fullmatch(text):
        return text
    if text and not _LIVE.search(text) and not text.endswith("\\"):
        return f'"{text}"'
    return "'" + re.sub("(['\u2018\u2019\u201a\u201b])", r"\1\1", text) + "'"


def command(words: Iterable[str], system: str = sys.platform) -> str:
    """A program and its arguments as one line; PowerShell runs a quoted program only after `&`."""
    program, *arguments = (quoted(word, system) for word in words)
    called = system.startswith("win") and program[:1] in ("'", '"')
    return " ".join(["&", program, *arguments] if called else [program, *arguments])


def pasted(linux: str, windows: str, system: str = sys.platform) -> str:
    """The one of two commands that the shell of a system knows."""
    return windows if system.startswith("win") else linux


def example_path(program: str, system: str = sys.platform) -> str:
    """What a person puts the real path of a program in place of."""
    return pasted(f"/path/to/{program}", rf"C:\path\to\{program}.exe", system)
