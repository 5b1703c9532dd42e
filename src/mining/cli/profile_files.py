"""Profiles in files, as JSON or YAML."""

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import click

from mining.foundation.text_place import place_in_text

_YAML = (".yaml", ".yml")


def is_yaml(file: Path | None) -> bool:
    """Whether a file's name says that it is YAML."""
    return file is not None and file.suffix.lower() in _YAML


def as_text(data: Any, yaml: bool) -> str:
    """Data as it stands in a file."""
    if not yaml:
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    import yaml as format

    return str(format.safe_dump(data, sort_keys=False, allow_unicode=True))


def write_file(file: Path, text: str) -> None:
    """Write a file that only its owner reads: wallets, and perhaps passwords, stand in it."""
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as opened:
            if stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                os.fchmod(opened.fileno(), 0o600)  # one that was there before
            opened.write(text)
    except OSError as error:
        raise click.UsageError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}") from error


def read_file(file: Path) -> dict[str, Any]:
    """The profiles of a file: what an export wrote, a list of profiles, or a single one."""
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text("utf-8-sig")
    except OSError as error:
        raise click.UsageError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{file} is not text") from error
    read = _parsed(file, text)
    if isinstance(read, dict) and "profiles" not in read and "config" in read:
        read = [read]
    if isinstance(read, list):
        read = {"profiles": read}
    if not isinstance(read, dict):
        raise click.UsageError(f"{file} must hold profiles, as `miner-ctrl profile export` writes them")
    return read


def _parsed(file: Path, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        if text.lstrip().startswith("{") and not is_yaml(file):
            raise click.UsageError(f"{file} is not JSON") from None
    import yaml

    try:
        read = yaml.safe_load(text)
        return json.loads(json.dumps(read, default=str))  # YAML knows dates, JSON does not
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise click.UsageError(f"{file} is neither JSON nor YAML{place_in_text(error)}") from error
