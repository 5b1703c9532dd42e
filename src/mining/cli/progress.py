"""How an installation gets on: one line that changes on a terminal, a line for each step anywhere else."""

import sys
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import click

STAGES = {"verify": "Verifying", "unpack": "Unpacking", "try": "Trying", "switch": "Switching", "done": "Done"}
_WIDTH = 24  # characters of a bar


class Progress:
    """A block that shows progress on stderr and leaves nothing of a changing line behind."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._live = sys.stderr.isatty()
        self._shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live and self._shown:
            click.echo("\r\x1b[2K", nl=False, err=True)

    def show(self, progress: Mapping[str, Any] | None) -> None:
        """Show an InstallProgress (null: not begun), unless that is what is shown already."""
        line = text(progress, bar=self._live)
        if self._quiet or line == self._shown:
            return
        self._shown = line
        if self._live:
            click.echo(f"\r\x1b[2K{line}", nl=False, err=True)
        else:
            click.echo(line, err=True)


def text(progress: Mapping[str, Any] | None, bar: bool) -> str:
    """One stage in words; a download with its bar, or else in steps of 10 %."""
    if progress is None:
        return "Asking the author's releases"
    if progress["stage"] != "download":
        return STAGES[progress["stage"]]
    if not progress["total"]:
        return "Downloading"
    done, total = progress["bytes"] or 0, progress["total"]
    if not bar:
        return f"Downloading {total / 1e6:.1f} MB: {10 * (10 * done // total)} %"
    full = _WIDTH * done // total
    bars = "█" * full + "░" * (_WIDTH - full)
    return f"Downloading {bars} {100 * done // total:3} %  {done / 1e6:.1f} of {total / 1e6:.1f} MB"
