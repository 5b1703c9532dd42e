"""Program management without the daemon: what the owner of a data folder does to its programs, as the daemon's user.

No route takes a path or lets an unproven program in: who can write into the folder decides (docs/decisions/0002).
"""

import os
import pwd
from collections.abc import Callable
from pathlib import Path

from mining.domain.adapter import MinerType
from mining.domain.errors import NotSupported
from mining.domain.programs.jobs import ProgramChange
from mining.domain.programs.program import Program
from mining.domain.programs.release import InstallProgress
from mining.foundation.document import NewerDocument, refuse_newer
from mining.programs import registered
from mining.programs.choice import Platform
from mining.programs.installer import Installer
from mining.programs.record import records
from mining.programs.web import Vendor


def register(kind: MinerType, path: Path | None, data_dir: Path, cuda_plugin: Path | None = None) -> Program:
    """Register a program that its owner has, or its CUDA plugin, or both. MiningError says what is wrong with it."""
    _enter(data_dir)
    return registered.register(kind, path, data_dir / "programs", cuda_plugin)


def install(
    kind: MinerType,
    data_dir: Path,
    here: Platform,
    tell: Callable[[InstallProgress], None],
    *,
    file: Path | None = None,
    version: str | None = None,
    force: bool = False,
    allow_unverified: bool = False,
    vendor: Vendor | None = None,
) -> ProgramChange:
    """Install from an archive, or from the author's release, even unproven where that is allowed.

    MiningError says why it was not done. Miners that run keep the program that they were started with.
    """
    _enter(data_dir)
    installer = Installer(data_dir / "programs", here, vendor)
    if file is not None:
        done = installer.install_file(kind, file, tell, allow_unverified=allow_unverified)
    else:
        done = installer.install(kind, tell, version=version, force=force, allow_unverified=allow_unverified)
    note = " Running miners keep the old program until you restart them." if done.changed and done.replaced else ""
    return ProgramChange(program=done.program, message=f"{done.sentence(kind.facts.title)}{note}")


def _enter(data_dir: Path) -> None:
    """Make the folder if there is none; NotSupported for another user's, whose daemon could not read what we write."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    user = data_dir.stat().st_uid
    if user != os.geteuid():
        text = f"{data_dir} belongs to another user ({_name(user)}), whose daemon could not use what you put there."
        raise NotSupported(text, suggestion=f"Do it as that user: sudo -u {_name(user)} miner-ctrl …")
    try:
        for record in records(data_dir / "programs"):
            refuse_newer(record)
    except NewerDocument as error:
        raise NotSupported(f"{error}.") from error


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)
