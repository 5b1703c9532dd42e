"""The text of an access key, from a file that nobody else can read."""

import json
from pathlib import Path

from mining.domain.shell import pasted, quoted
from mining.foundation.platform import is_ours, others_see, own_name

ADMIN_TOKEN = "admin.token"  # noqa: S105 - the name of a file


def key_in(path: Path) -> str:
    """The key in a file; ValueError where there is none, or where others can read it."""
    text = text_in(path, "key")
    if not text.isascii():
        raise ValueError(f"there is no key in {path}: no text")
    return text


def text_in(path: Path, what: str) -> str:
    """The secret text in a file; ValueError where there is none, or where others can read it."""
    path = path.expanduser()
    try:
        if path.exists() and others_see(path.resolve()):
            close = f'icacls {quoted(str(path))} /inheritance:r /grant:r "{own_name()}:F"'
            first = pasted(f"chmod 600 {quoted(str(path))}", close)
            raise ValueError(f"others can read the {what} in {path}; first: {first}")
        text = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"there is no {what} in {path}: {getattr(error, 'strerror', None) or 'no text'}") from error
    if not text:
        raise ValueError(f"there is no {what} in {path}: it is empty")
    return text


def admin_key(folder: Path) -> str | None:
    """The admin's key that the daemon of a data folder made; None while it does not run, so that no other gets it."""
    try:
        text = (folder / ADMIN_TOKEN).read_text("ascii").strip()
        pid = json.loads((folder / "daemon.json").read_bytes())["pid"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return text if text and isinstance(pid, int) and is_ours(pid) else None
