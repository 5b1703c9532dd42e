"""Recorded trees of Linux: `=== path` begins a file, the lines after it are what it says."""

import re
from pathlib import Path

from mining.host.tree import SystemTree

_FOLDER = Path(__file__).with_name("recordings")


def recorded(name: str, root: Path) -> SystemTree:
    """A recording as files below `root`."""
    parts = re.split(r"(?m)^=== (.+)\n", (_FOLDER / f"{name}.txt").read_text("utf-8"))
    for path, text in zip(parts[1::2], parts[2::2], strict=True):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return SystemTree(root)
