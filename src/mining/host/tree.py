"""SystemTree, the files in which Linux describes the machine, below a root that tests can choose."""

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SystemTree:
    """Reads small files; what is not there, or may not be read, is None or nothing."""

    root: Path | None = Path("/") if sys.platform == "linux" else None  # None: there are no such files

    def text(self, path: str) -> str | None:
        """What a file says, without the white space around it."""
        if self.root is None:
            return None
        try:
            return (self.root / path).read_text("utf-8", "replace").strip("\n\t \0")
        except OSError:
            return None

    def number(self, path: str) -> int | None:
        """The whole number in a file."""
        text = self.text(path)
        return int(text) if text is not None and text.isascii() and text.isdigit() else None

    def paths(self, pattern: str) -> list[str]:
        """The paths that match, in order."""
        if self.root is None:
            return []
        try:
            return sorted(path.relative_to(self.root).as_posix() for path in self.root.glob(pattern))
        except OSError:
            return []
