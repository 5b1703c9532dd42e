"""A vendor, a program that it publishes, and a place to install it to."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from mining.domain.programs.program import Installation
from mining.domain.programs.release import InstallProgress
from mining.miners.xmrig import XMRig
from mining.programs import card_builds, registered, registry, trial
from mining.programs.installer import Installer
from mining.programs.registry import InstalledPrograms
from mining.programs.web import Timeouts
from tests.programs.scripts import played
from tests.standins import vendor as standin

HERE = ("linux", "amd64")


class Published(XMRig):
    """XMRig whose author is the stand-in."""

    releases = replace(XMRig.releases, key_fingerprint=standin.KEY.fingerprint.upper(), pins={})


@dataclass
class Place:
    """A rig's folder of programs, with everything that a test asks about it."""

    programs: Path
    vendor: standin.Standin
    kind: Published = field(default_factory=Published)
    timeouts: Timeouts = field(default_factory=Timeouts)
    told: list[InstallProgress] = field(default_factory=list)

    @property
    def installer(self) -> Installer:
        return Installer(self.programs, HERE, self.vendor.vendor, self.timeouts)

    @property
    def registry(self) -> InstalledPrograms:
        return InstalledPrograms(self.programs, "/usr/bin/python3", HERE)

    def install(self, **how: object) -> Installation:
        return self.installer.install(self.kind, self.told.append, **how)

    def publish(self, version: str = "9.9.9", content: bytes | None = None, **how: object) -> bytes:
        packed = standin.archive(content or standin.program(version, self.mark), version)
        self.vendor.publish(version, {standin.asset_name(version): packed}, **how)
        return packed

    @property
    def mark(self) -> Path:
        return self.programs.parent / "ran"

    @property
    def version(self) -> str | None:
        """The version in use, proven."""
        return self.registry.check(self.kind).version if self.registry.find(self.kind) else None

    def places(self) -> list[str]:
        return sorted(path.name for path in (self.programs / "xmrig" / "versions").glob("*"))


@pytest.fixture(autouse=True)
def script_player(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows runs no script of a shell: what its `echo` prints is read out of it there."""
    if sys.platform == "win32":
        for module in (card_builds, registered, registry, trial):
            monkeypatch.setattr(module, "output_of", played)


@pytest.fixture
def vendor() -> Iterator[standin.Standin]:
    with standin.running() as running:
        yield running


@pytest.fixture
def place(tmp_path: Path, vendor: standin.Standin) -> Place:
    return Place(tmp_path / "programs", vendor)
