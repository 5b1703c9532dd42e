"""What the owner of a data folder does to its programs by hand, with or without a daemon, as the daemon's user.

No route takes a path or lets an unproven program in: who can write into the folder decides (docs/decisions/0002).
"""

import os
import pwd
from collections.abc import Callable
from pathlib import Path

from mining.domain.errors import NotSupported
from mining.domain.install import InstallProgress
from mining.domain.job import Changed
from mining.domain.miner import MinerType
from mining.domain.system import Program
from mining.engine.catalogue import unknown
from mining.host.machine import Machine
from mining.installs.adopted import register
from mining.installs.installer import Installer
from mining.installs.web import Vendor
from mining.miners import all_types


def adopt_binary(type: str, path: Path, data_dir: Path) -> Program:
    """Register a program that its owner already has. MiningError says what is wrong with it."""
    kind = _kind(type)
    _enter(data_dir)
    return register(kind, path, data_dir / "programs")


def install(
    type: str,
    data_dir: Path,
    tell: Callable[[InstallProgress], None],
    *,
    file: Path | None = None,
    version: str | None = None,
    force: bool = False,
    allow_unverified: bool = False,
    vendor: Vendor | None = None,
) -> Changed:
    """Install from an archive, or from the author's release, even unproven where that is allowed.

    MiningError says why it was not done. Miners that run keep the program that they were started with.
    """
    kind = _kind(type)
    _enter(data_dir)
    machine = Machine(data_dir)
    installer = Installer(data_dir / "programs", (machine.os, machine.arch), vendor)
    if file is not None:
        done = installer.install_file(kind, file, tell, allow_unverified=allow_unverified)
    else:
        done = installer.install(kind, tell, version=version, force=force, allow_unverified=allow_unverified)
    kept = " Miners that run keep the old one until they are restarted." if done.changed and done.replaced else ""
    return Changed(program=done.program, message=done.sentence(kind.facts.title) + kept)


def _enter(data_dir: Path) -> None:
    """Make the folder if there is none; NotSupported for another user's, whose daemon could not read what we write."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    user = data_dir.stat().st_uid
    if user != os.geteuid():
        text = f"{data_dir} belongs to another user ({_name(user)}), whose daemon could not use what you put there."
        raise NotSupported(text, suggestion=f"Do it as that user: sudo -u {_name(user)} miner-ctrl …")


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def _kind(type: str) -> MinerType:
    types = all_types()
    if type not in types:
        raise unknown("miner type", type, types)
    return types[type]
