"""Whether a folder that somebody chose may be filled by a program of ours."""

from collections.abc import Collection
from pathlib import Path
from typing import Literal

from mining.foundation.platform import foreign_owner


def unfit(folder: Path, contents: Collection[str]) -> Literal["missing", "foreign", "crowded"] | OSError | None:
    """What is wrong with it: none is there, it is another user's, or it is neither empty nor has one of `contents`.

    None where it is fit; an OSError, returned, where it cannot be read.
    """
    try:
        if not folder.is_dir():
            return "missing"
        if foreign_owner(folder) is not None:
            return "foreign"
        there = {entry.name for entry in folder.iterdir()}
    except OSError as error:
        return error
    return "crowded" if there and not there.intersection(contents) else None
