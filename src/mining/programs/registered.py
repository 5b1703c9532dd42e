"""Programs that their owner has: registered as they are, and what a file must be to be run here."""

import hashlib
import os
import platform
import stat
import sys
from pathlib import Path

from mining.domain.adapter import MinerType
from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.message import phrase
from mining.domain.programs.program import CudaPlugin, Program
from mining.domain.shell import command
from mining.foundation.files import open_plain, read_plain
from mining.foundation.platform import foreign_owner
from mining.programs.quarantine import MARK, held_back
from mining.programs.record import storage_full
from mining.programs.version import output_of
from mining.programs.versions import Versions

ELF = b"\x7fELF"
HEADER = 4096  # bytes of a file that are looked at; on Windows the second header stands somewhere in them
_MACH_O = (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")  # one processor's, and several processors' in one file
_SYSTEMS = {"win32": "windows", "cygwin": "windows", "darwin": "darwin"}
_TITLES = {"linux": "Linux", "windows": "Windows", "darwin": "macOS"}
_MACHINES = {62: ("x86_64", "amd64"), 183: ("aarch64", "arm64")}  # ELF e_machine → names of that processor


def register(kind: MinerType, path: Path | None, programs_dir: Path, cuda_plugin: Path | None = None) -> Program:
    """Write down a program that its owner has, or the CUDA plugin of the one that is here, or both.

    InvalidRequest says why a file cannot be that.
    """
    if kind.module is not None:
        raise _refused(phrase("fault.part_of_platform", type=kind.name))
    plugin = None if cuda_plugin is None else _plugin(kind, cuda_plugin)
    program = None if path is None else _program(kind, path)
    versions = Versions(programs_dir, kind.name)
    with storage_full(phrase("disk.not_registered")), versions.alone():
        program = program or versions.current()
        if program is None:
            raise _refused(phrase("fault.not_here_yet", program=kind.facts.title))
        program = program if plugin is None else program.but(cuda_plugin=plugin)
        versions.switch(program)
    return program


def _program(kind: MinerType, path: Path) -> Program:
    if not path.is_absolute():
        raise _refused(phrase("fault.not_absolute"))
    path = path.resolve()
    issue = unusable(path)
    if issue is not None:
        raise _refused(issue)
    try:
        sha256 = digest(path)
        version = kind.read_version(output_of(kind.version_argv(str(path))))
    except OSError as error:  # TimeoutError among them
        raise _refused(phrase("fault.no_version", words=error.strerror or str(error))) from error
    if version is None:
        raise _refused(phrase("fault.other_program", program=kind.facts.title))
    return Program(type=kind.name, path=str(path), sha256=sha256, version=version, origin="yours")


def _plugin(kind: MinerType, path: Path) -> CudaPlugin:
    if not kind.facts.cuda_plugin:
        raise _refused(phrase("fault.no_plugin", program=kind.facts.title), "cudaPlugin")
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
            return phrase("file.not_a_file")
        if library and built_for(read_plain(path, HEADER)) != _SYSTEMS.get(sys.platform, "linux"):
            return phrase("file.not_a_library")
        if not library and not os.access(path, os.X_OK):
            return phrase("file.not_executable", path=str(path))
        if os.name == "posix" and mode & stat.S_IWOTH:
            return phrase("file.open_to_all", path=str(path))
        if held_back(path):
            return phrase("file.held_back", command=let_go(path))
        header = read_plain(path, HEADER)
        return wrong_system(header, sys.platform) or wrong_processor(header, platform.machine())
    except FileNotFoundError:
        return phrase("file.missing")
    except (OSError, ValueError) as error:
        return phrase("file.unreadable", words=getattr(error, "strerror", None) or str(error))


def let_go(path: Path) -> str:
    """The command after which macOS runs a file that was downloaded."""
    return command(["xattr", "-d", MARK, str(path)])


def built_for(header: bytes) -> str | None:
    """The system for which a program or library with this header is (linux, darwin or windows); None: not known."""
    if header[:4] == ELF:
        return "linux"
    if header[:4] in _MACH_O:
        return "darwin"
    return "windows" if header[:2] == b"MZ" else None


def wrong_system(header: bytes, platform: str) -> str | None:
    """Why a program with this header does not suit a system, or None; other formats are left to the system.

    Linux may know how to run programs for Windows, and has other programs of its own kind than those of Linux.
    """
    own, built = _SYSTEMS.get(platform, "linux"), built_for(header)
    if built is None or built == own or (own == "linux" and built == "windows"):
        return None
    return phrase("file.other_system", built=_TITLES[built], system=_TITLES[own])


def wrong_processor(header: bytes, machine: str) -> str | None:
    """Why a program with this ELF header does not suit a processor, or None; other formats are left to the system."""
    if header[:4] != ELF or len(header) < 20:
        return None
    names = _MACHINES.get(int.from_bytes(header[18:20], "big" if header[5] == 2 else "little"))
    if names is None or machine.lower() in names:
        return None
    return phrase("file.other_processor", built=names[0], machine=machine)


def stranger(path: Path) -> str | None:
    """The user whom a file belongs to, if that is neither root nor who runs this."""
    try:
        if sys.platform != "win32" and path.stat().st_uid == 0:
            return None
        owner = foreign_owner(path)
    except OSError:
        return None
    return f"number {owner}" if owner is not None and owner.isdigit() else owner


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with open_plain(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refused(issue: str, field: str = "path") -> InvalidRequest:
    return InvalidRequest([ErrorDetail(field, issue)])
