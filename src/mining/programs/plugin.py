"""Installing a program's CUDA plugin from a file that its owner has: copied, so that nothing else can take it away."""

import re
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from mining.domain.adapter import MinerType
from mining.domain.errors import DownloadFailed, NotSupported, VerificationFailed
from mining.domain.message import phrase
from mining.domain.programs.program import CudaPlugin, Program
from mining.foundation.files import read_plain
from mining.foundation.full_disk import is_full_disk
from mining.foundation.platform import private_folder, replace
from mining.programs.download import copy
from mining.programs.extract import extract
from mining.programs.record import storage_full
from mining.programs.registered import HEADER, built_for, digest, unusable
from mining.programs.versions import Versions


def is_plugin(kind: MinerType, file: Path) -> bool:
    """Whether a file is the plugin of a type, or by its name an archive of it, rather than of the program itself."""
    if not kind.facts.cuda_plugin:
        return False
    try:
        return f"{kind.name}-cuda" in file.name or _is_library(file)
    except (OSError, ValueError):
        return False


def library_name(program: str, system: str = sys.platform) -> str:
    """What the plugin of a program is called on a system."""
    return f"{program}-cuda.dll" if system == "win32" else f"lib{program}-cuda.so"


def _is_library(file: Path) -> bool:
    return built_for(read_plain(file, HEADER)) is not None


def install_plugin(kind: MinerType, file: Path, programs_dir: Path, *, allow_unverified: bool) -> Program:
    """Use a plugin from now on, in this and all later versions of the program that is here."""
    versions = Versions(programs_dir, kind.name)
    with storage_full(phrase("disk.no_plugin")), versions.alone():
        program = versions.current()
        if program is None:
            text = phrase("program.not_here_for_plugin", program=kind.facts.title)
            raise NotSupported(text, type=kind.name, suggestion=f"miner-ctrl install {kind.name}")
        if not allow_unverified:
            text = phrase("verify.plugin_unsigned", program=kind.facts.title, file=file.name)
            way_out = phrase("verify.plugin_unsigned.way_out", type=kind.name, path=str(file))
            raise VerificationFailed(text, reason="unverified", suggestion=way_out)
        new = versions.folder / "plugin.tmp"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700, parents=True)
        try:
            plugin = _settled(new, _library(kind, file, new), versions)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        program = program.but(cuda_plugin=plugin)
        versions.switch(program)
        for place in (versions.folder / "plugins").iterdir():
            if place != Path(plugin.path).parent:
                shutil.rmtree(place, ignore_errors=True)
        return program


def _library(kind: MinerType, file: Path, new: Path) -> Path:
    """The library alone, in a folder of ours."""
    library, archive = new / "library" / library_name(kind.name), new / "archive"
    library.parent.mkdir()
    try:
        copy(file, archive, lambda *_: None)
    except OSError as error:
        if is_full_disk(error):
            raise
        raise DownloadFailed(
            phrase("program.unreadable", path=str(file), words=error.strerror or ""), reason="file"
        ) from error
    if _is_library(archive):
        replace(archive, library)
    else:
        (new / "files").mkdir(mode=0o700)
        inside = extract(archive, new / "files")
        pattern = re.compile(rf"(?:.*/)?{re.escape(library.name)}(?:\.\d+)*")
        name = min((each for each in inside if pattern.fullmatch(each)), key=len, default=None)
        if name is None:
            text = phrase("program.plugin_lacking", file=file.name, library=library.name)
            raise VerificationFailed(text, reason="no_program")
        unpacked = new / "files" / name
        for beside in unpacked.parent.glob("*.dll"):  # Windows looks for what a library needs beside it
            replace(beside, library.parent / beside.name)
        if unpacked.exists():
            replace(unpacked, library)
    library.chmod(0o600)
    if issue := unusable(library, library=True):
        raise VerificationFailed(phrase("program.plugin_refused", file=file.name, why=issue), reason="try")
    return library


def _settled(new: Path, library: Path, versions: Versions) -> CudaPlugin:
    """Give it its place, which is named for what it is."""
    sha256 = digest(library)
    place = versions.folder / "plugins" / sha256[:16]
    shutil.rmtree(place, ignore_errors=True)
    private_folder(place.parent, parents=True)
    replace(library.parent, place)
    return CudaPlugin(
        path=str(place / library.name),
        sha256=sha256,
        origin="installed",
        installed_at=datetime.now(UTC).replace(microsecond=0),
    )
