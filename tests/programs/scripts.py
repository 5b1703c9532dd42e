"""The scripts that play mining programs in these tests, where the system runs none: on Windows."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from mining.programs.version import output_of

_RAN = re.compile(r"echo ran >> (.+)")
_ECHO = re.compile(r"echo '?([^'$>]*)'?")


def played(argv: Sequence[str], limit: float = 10.0) -> str:
    """What a script of `echo` prints when it is asked for its version; a test whose script does more is skipped."""
    program = Path(argv[0])
    text = program.read_bytes()
    first = text.partition(b"\n")[0]
    if first.startswith(b"#!") and b"python" in first:
        pytest.skip("Windows starts no script by its first line")
    if first.strip() != b"#!/bin/sh":
        return output_of(argv, limit)
    printed = ""
    for line in filter(None, map(str.strip, text.decode().splitlines()[1:])):
        if ran := _RAN.fullmatch(line):
            with Path(ran[1]).open("a", encoding="utf-8") as mark:
                mark.write("ran\n")
        elif echo := _ECHO.fullmatch(line):
            printed += f"{echo[1]}\n"
        elif not line.startswith("#"):
            pytest.skip("Windows has no shell for what this script does")
    return printed
