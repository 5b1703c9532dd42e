"""The text of an access key, from a file that nobody else can read."""

import json
import os
from pathlib import Path

import click

ADMIN_TOKEN = "admin.token"  # noqa: S105 - the name of a file


def key_in(path: Path) -> str:
    """The key in a file; wrong usage where there is none, or where others can read it."""
    path = path.expanduser()
    try:
        if os.name != "nt" and path.stat().st_mode & 0o077:
            raise click.UsageError(f"others can read the key in {path}; first: chmod 600 {path}")
        text = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"there is no key in {path}: {getattr(error, 'strerror', None) or 'no text'}") from error
    if not text:
        raise click.UsageError(f"there is no key in {path}: it is empty")
    return text


def admin_key(folder: Path) -> str | None:
    """The admin's key that the daemon of a data folder made; None while it does not run, so that no other gets it."""
    try:
        text = (folder / ADMIN_TOKEN).read_text("ascii").strip()
        pid = json.loads((folder / "daemon.json").read_bytes())["pid"]
        os.kill(int(pid), 0)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
        return None
    return text or None
