"""What can be seen of a process from outside: its arguments, and a file in its run folder, whatever lies there."""

import os
import stat
from pathlib import Path

from mining.processes.run_folder import RunFolder

MOST = 256 * 1024  # bytes


def arguments(pid: int) -> tuple[str, ...] | None:
    """Its arguments; None when they cannot be had."""
    try:
        raw = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return None
    return tuple(os.fsdecode(word) for word in raw.removesuffix(b"\0").split(b"\0")) if raw else None


def content(path: Path) -> bytes | None:
    """A plain file's content; None for anything else, which must not make anybody wait or follow it elsewhere."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            read = file.read(MOST + 1)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return read if len(read) <= MOST else None


class VisibleProcess:
    """As much of a process as can be looked at: the part of `mining.domain.process.Process` that does."""

    pid: int
    _folder: RunFolder

    def arguments(self) -> tuple[str, ...] | None:
        """Its arguments as the system has them; None when they cannot be had."""
        return arguments(self.pid)

    def content(self, name: str) -> bytes | None:
        """A plain file in its run folder; None for anything else."""
        return content(self._folder.path / name)

    def keep(self, name: str, content: bytes) -> None:
        """Write a file of mode 0600 into its run folder."""
        self._folder.write(name, content)
