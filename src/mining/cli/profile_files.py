"""Profiles in files, as JSON or YAML."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import click

from mining.cli.files import label, read_text, refuse_xmrig, unreadable
from mining.cli.session import yaml_text
from mining.domain.syntax import InvalidSyntax, parse_json, parse_yaml
from mining.foundation.platform import make_private, open_file

_YAML = (".yaml", ".yml")


def is_yaml(file: Path | None) -> bool:
    """Whether a file's name says that it is YAML."""
    return file is not None and file.suffix.lower() in _YAML


def as_text(data: Any, yaml: bool, all_signs: bool = True) -> str:
    """Data as it stands in a file; with escapes where not `all_signs` can be written."""
    return yaml_text(data, all_signs) if yaml else json.dumps(data, indent=2, ensure_ascii=not all_signs) + "\n"


def write_file(file: Path, text: str) -> None:
    """Write a file that only its owner reads: wallets, and perhaps passwords, stand in it."""
    try:
        descriptor = open_file(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, follow=True)
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                make_private(file)  # also one that was there before
            opened.write(text)
    except OSError as error:
        raise click.UsageError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}") from error


def read_file(file: Path) -> dict[str, Any]:
    """The profiles of a file: what an export wrote, a list of profiles, or a single one."""
    text = read_text(file)
    refuse_xmrig(file, text)
    read = _parsed(file, text)
    if isinstance(read, dict) and "profiles" not in read and "config" in read:
        read = [read]
    if isinstance(read, list):
        read = {"profiles": read}
    if not isinstance(read, dict):
        raise click.UsageError(f"{label(file)} must hold profiles, as `miner-ctrl profile export` writes them")
    return read


def _parsed(file: Path, text: str) -> Any:
    try:
        return parse_json(text)
    except InvalidSyntax as error:
        if text.lstrip().startswith("{") and not is_yaml(file):
            raise unreadable(file, f"{error}, so it is not JSON") from error
    try:
        return parse_yaml(text)
    except InvalidSyntax as error:
        raise unreadable(file, f"{error}, so it is neither JSON nor YAML") from error
