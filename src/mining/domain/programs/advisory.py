"""What is known against versions of a mining program: errors to be told of, holes for which a version is refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from mining.domain.programs.version import version_key


@dataclass(frozen=True)
class Advisory:
    """Versions from `first` on, up to but without `mended`, and what is wrong with them."""

    text: str  # completes "XMRig 6.22.0: …."
    source: str  # where that is known from
    first: str = "0"
    mended: str | None = None  # None: every later one too
    refused: bool = False  # a known way to steal what is mined or to take the machine over: never installed

    def concerns(self, version: str) -> bool:
        """Whether a version is among them."""
        its = version_key(version)
        return version_key(self.first) <= its and (self.mended is None or its < version_key(self.mended))


def against(advisories: Iterable[Advisory], version: str | None) -> tuple[Advisory, ...]:
    """Those that concern a version; none where it is not known."""
    return tuple(each for each in advisories if version is not None and each.concerns(version))
