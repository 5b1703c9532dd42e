"""Files that people name on the command line, or '-' for stdin: read up to a limit, and understood or refused."""

import sys
from pathlib import Path
from typing import Any

import click

from mining.cli.xmrig.layout import is_xmrig
from mining.domain.shell import quoted
from mining.domain.syntax import InvalidSyntax, decode, parse_json
from mining.foundation.files import read_plain

MOST = 1 << 20  # bytes, as many as the daemon takes
_OPEN_ALREADY = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")  # a shell's `<(command)`, whose writer is there


def read_bytes(file: Path) -> bytes:
    """What stands in a file."""
    try:
        if str(file) == "-":
            raw = sys.stdin.buffer.read(MOST + 1)
        elif str(file).startswith(_OPEN_ALREADY):
            with file.open("rb") as opened:
                raw = opened.read(MOST + 1)
        else:
            raw = read_plain(file, MOST + 1)
    except OSError as error:
        raise unreadable(file, (error.strerror or str(error)).lower()) from error
    if len(raw) > MOST:
        raise unreadable(file, f"it is larger than {MOST >> 20} MiB")
    return raw


def read_text(file: Path) -> str:
    """The text of a file."""
    try:
        return decode(read_bytes(file))
    except InvalidSyntax as error:
        raise unreadable(file, str(error)) from error


def read_object(file: Path) -> dict[str, Any]:
    """The JSON object in a file that holds a configuration of this platform."""
    text = read_text(file)
    try:
        body = parse_json(text)
    except InvalidSyntax as error:
        refuse_xmrig(file, text)
        raise unreadable(file, f"{error}, so it is not JSON") from error
    refuse_xmrig(file, text)
    if not isinstance(body, dict):
        raise click.UsageError(f'{label(file)} must hold a JSON object, such as {{"pool": …, "wallet": …}}')
    return body


def refuse_xmrig(file: Path, text: str) -> None:
    """Name `import` where a file of ours was expected and one of XMRig's came."""
    try:
        body = parse_json(text, relaxed=True)
    except InvalidSyntax:
        return
    if is_xmrig(body):
        command = f"miner-ctrl import {quoted(str(file))}"
        raise click.UsageError(f"{label(file)} is a configuration of XMRig. Make a profile from it with: {command}")


def unreadable(file: Path, why: str) -> click.UsageError:
    """The error for a file that cannot be used."""
    return click.UsageError(f"{label(file)} cannot be read: {why}")


def label(file: Path) -> str:
    """What a file is called in a sentence."""
    return "stdin" if str(file) == "-" else str(file)
