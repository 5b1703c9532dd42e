"""Programs that their owner has: registered as they are, and what a file must be to be run here."""

import hashlib
import os
import platform
import stat
from pathlib import Path

from mining.domain.adapter import MinerType
from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.programs.program import CudaPlugin, Program
from mining.foundation.files import open_plain, read_plain
from mining.programs.record import storage_full
from mining.programs.version import output_of
from mining.programs.versions import Versions

_ELF = b"\x7fELF"
_MACHINES = {62: ("x86_64", "amd64"), 183: ("aarch64", "arm64")}  # ELF e_machine → names of that processor


def register(kind: MinerType, path: Path | None, programs_dir: Path, cuda_plugin: Path | None = None) -> Program:
    """Write down a program that its owner has, or the CUDA plugin of the one that is here, or both.

    InvalidRequest says why a file cannot be that.
    """
    if kind.module is not None:
        raise _refused(f"{kind.name} is part of the platform and needs no program")
    plugin = None if cuda_plugin is None else _plugin(kind, cuda_plugin)
    program = None if path is None else _program(kind, path)
    versions = Versions(programs_dir, kind.name)
    with storage_full("the program could not be registered"), versions.alone():
        program = program or versions.current()
        if program is None:
            raise _refused(f"{kind.facts.title} is not here yet: install it first, or name its file too")
        program = program if plugin is None else program.but(cuda_plugin=plugin)
        versions.switch(program)
    return program


def _program(kind: MinerType, path: Path) -> Program:
    if not path.is_absolute():
        raise _refused("must be an absolute path")
    path = path.resolve()
    issue = unusable(path)
    if issue is not None:
        raise _refused(issue)
    try:
        sha256 = digest(path)
        version = kind.read_version(output_of(kind.version_argv(str(path))))
    except OSError as error:  # TimeoutError among them
        raise _refused(f"it could not be asked for its version: {error.strerror or error}") from error
    if version is None:
        raise _refused(f"it does not say that it is {kind.facts.title}")
    return Program(type=kind.name, path=str(path), sha256=sha256, version=version, origin="yours")


def _plugin(kind: MinerType, path: Path) -> CudaPlugin:
    if not kind.facts.cuda_plugin:
        raise _refused(f"{kind.facts.title} has no CUDA plugin of its own", "cudaPlugin")
    path = path.resolve()
    issue = unusable(path, library=True)
    if issue is not None:
        raise _refused(issue, "cudaPlugin")
    return CudaPlugin(path=str(path), sha256=digest(path))


def unusable(path: Path, library: bool = False) -> str | None:
    """Why a file cannot be run here, or as a library be loaded by what runs, or None."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return "it is not a file"
        if library and read_plain(path, 4) != _ELF:
            return "it is not a library of this system"
        if not library and not os.access(path, os.X_OK):
            return f"it is not executable; `chmod +x {path}` makes it so"
        if os.name == "posix" and mode & stat.S_IWOTH:
            return f"everybody on this machine may change it; `chmod o-w {path}` ends that"
        return wrong_processor(read_plain(path, 20), platform.machine())
    except FileNotFoundError:
        return "there is no such file"
    except (OSError, ValueError) as error:
        return f"it cannot be read: {getattr(error, 'strerror', None) or error}"


def wrong_processor(header: bytes, machine: str) -> str | None:
    """Why a program with this ELF header does not suit a processor, or None; other formats are left to the system."""
    if header[:4] != _ELF or len(header) < 20:
        return None
    names = _MACHINES.get(int.from_bytes(header[18:20], "big" if header[5] == 2 else "little"))
    if names is None or machine.lower() in names:
        return None
    return f"it was built for another processor ({names[0]}); this machine is {machine}"


def stranger(path: Path) -> str | None:
    """The user whom a file belongs to, if that is neither root nor who runs this."""
    if os.name != "posix":
        return None
    from pwd import getpwuid

    try:
        owner = path.stat().st_uid
    except OSError:
        return None
    if owner in (0, os.getuid()):
        return None
    try:
        return getpwuid(owner).pw_name
    except KeyError:
        return f"number {owner}"


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with open_plain(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refused(issue: str, field: str = "path") -> InvalidRequest:
    return InvalidRequest([ErrorDetail(field, issue)])
