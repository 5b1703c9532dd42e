"""Programs that their owner has: registered as they are, and what a file must be to be run here."""

import hashlib
import os
import platform
import stat
from pathlib import Path

from mining.domain.adapter import MinerType
from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.programs.program import Program
from mining.foundation.files import open_plain, read_plain
from mining.programs.record import storage_full
from mining.programs.version import output_of
from mining.programs.versions import Versions

_MACHINES = {62: ("x86_64", "amd64"), 183: ("aarch64", "arm64")}  # ELF e_machine → names of that processor


def register(kind: MinerType, path: Path, programs_dir: Path) -> Program:
    """Write down a program that its owner has; InvalidRequest says why it cannot be that program."""
    if kind.module is not None:
        raise _refused(f"{kind.name} is part of the platform and needs no program")
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
    program = Program(type=kind.name, path=str(path), sha256=sha256, version=version, origin="yours")
    versions = Versions(programs_dir, kind.name)
    with storage_full("the program could not be registered"), versions.alone():
        versions.switch(program)
    return program


def unusable(path: Path) -> str | None:
    """Why a file cannot be run here, or None."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return "it is not a file"
        if not os.access(path, os.X_OK):
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
    if header[:4] != b"\x7fELF" or len(header) < 20:
        return None
    names = _MACHINES.get(int.from_bytes(header[18:20], "big" if header[5] == 2 else "little"))
    if names is None or machine.lower() in names:
        return None
    return f"it was built for another processor ({names[0]}); this machine is {machine}"


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with open_plain(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refused(issue: str) -> InvalidRequest:
    return InvalidRequest([ErrorDetail("path", issue)])
