"""Program management without the daemon: what the owner of a data folder does to its programs, as the daemon's user.

No route takes a path or lets an unproven program in: who can write into the folder decides (docs/decisions/0002).
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mining.domain.adapter import MinerType
from mining.domain.errors import NotSupported
from mining.domain.message import message, phrase
from mining.domain.programs.jobs import ProgramChange
from mining.domain.programs.program import Program
from mining.domain.programs.release import VERIFICATIONS, InstallProgress
from mining.domain.shell import pasted
from mining.domain.wording import Wording
from mining.foundation.document import NewerDocument, refuse_newer
from mining.foundation.platform import foreign_owner, private_folder
from mining.programs import registered
from mining.programs.card_builds import CardMachine
from mining.programs.choice import Platform
from mining.programs.installer import Installer
from mining.programs.plugin import install_plugin, is_plugin
from mining.programs.record import newer_record, records
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
    machine: Callable[[], CardMachine] = CardMachine,
) -> ProgramChange:
    """Install from an archive, or from the author's release, even unproven where that is allowed; or a CUDA plugin.

    MiningError says why it was not done. Miners that run keep the program that they were started with.
    """
    _enter(data_dir)
    if file is not None and is_plugin(kind, file):
        program = install_plugin(kind, file, data_dir / "programs", allow_unverified=allow_unverified)
        path = program.cuda_plugin.path if program.cuda_plugin else ""
        text = message("program.plugin_installed", VERIFICATIONS["none"], program=kind.facts.title, path=path)
        return ProgramChange(program=program, message=str(text))
    installer = Installer(data_dir / "programs", here, vendor, machine=machine)
    if file is not None:
        done = installer.install_file(kind, file, tell, allow_unverified=allow_unverified)
    else:
        done = installer.install(kind, tell, version=version, force=force, allow_unverified=allow_unverified)
    text = done.sentence(kind.facts.title)
    if done.changed and done.replaced:
        text = replace(text, more=(*text.more, phrase("program.running_keep_old")))
    return ProgramChange(program=done.program, message=str(text), wording=Wording.of(text))


def _enter(data_dir: Path) -> None:
    """Make the folder if there is none; NotSupported for another user's, whose daemon could not read what we write."""
    private_folder(data_dir, parents=True)
    user = foreign_owner(data_dir)
    if user is not None:
        text = phrase("program.foreign_folder", path=str(data_dir), user=user)
        windows = phrase("program.foreign_folder.way_out_windows", user=user)
        raise NotSupported(text, suggestion=pasted(phrase("program.foreign_folder.way_out", user=user), windows))
    try:
        for record in records(data_dir / "programs"):
            refuse_newer(record)
    except NewerDocument as error:
        raise NotSupported(newer_record(error)) from error
