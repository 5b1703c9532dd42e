"""What makes a system start the daemon by itself: one file, and the commands that tell the system of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["systemd-user", "systemd-system", "task-scheduler", "launchd"]
Argv = tuple[str, ...]


@dataclass(frozen=True)
class ServicePlan:
    """A service as it is installed, removed and looked at."""

    kind: Kind
    title: str
    file: Path
    content: bytes
    install: tuple[Argv, ...]  # once the file is there
    before_removal: tuple[Argv, ...]
    after_removal: tuple[Argv, ...]
    look: Argv  # exit code 0: the system knows it
    prepare: tuple[Argv, ...] = ()  # before the file is written
    clear: tuple[Argv, ...] = ()  # of an earlier one; that may fail where there is none
    encoding: str = "utf-8"
    keeps_file: bool = True  # whether the system reads the file again; else it is only handed over

    @property
    def text(self) -> str:
        """The file for a person."""
        return self.content.decode(self.encoding).lstrip("\ufeff")


@dataclass(frozen=True)
class DaemonCall:
    """The daemon that is to be started: its command, and the folders that it writes to."""

    argv: Sequence[str]
    data: Path
    config: Path
