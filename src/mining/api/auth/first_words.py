"""What a daemon says of access when it begins: what is open, and this once the key by which the rest is."""

from collections.abc import Sequence
from pathlib import Path

import structlog

from mining.api.settings import ApiSettings

_log = structlog.get_logger(__name__)


def first_words(settings: ApiSettings, token: str | None, file: Path, seen: bool) -> Sequence[str]:
    """Lines for whoever started it; `token` is a key that was made just now, and lies in that file.

    It is printed only where somebody sees it now: whatever else takes the lines, such as a log, would hold it for good.
    """
    for notice in settings.notices:
        _log.warning("access", text=notice)
    lines = [f"WARNING: {notice}\n" for notice in settings.notices]
    if token is not None:
        lines.append(f"The admin's key, which is told only this once: {token}\n" if seen else "The admin has a key.\n")
        lines.append(f"miner-ctrl finds it in {file}. Keys for others: miner-ctrl keys create NAME\n")
    return lines
