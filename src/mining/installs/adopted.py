"""Programs that their owner has registered: where they are, what they were then, and whether they still are that."""

import hashlib
import os
import platform
import stat
from pathlib import Path

import mining
from mining.domain.errors import Fault, InvalidConfig, MinerNotInstalled
from mining.domain.miner import MinerType
from mining.domain.system import Program
from mining.installs.record import full_disk_said, read, record_of
from mining.installs.version import output_of
from mining.installs.versions import Versions

_MACHINES = {62: ("x86_64", "amd64"), 183: ("aarch64", "arm64")}  # ELF e_machine → names of that processor


def register(kind: MinerType, path: Path, programs_dir: Path) -> Program:
    """Write down a program that its owner has; InvalidConfig says why it cannot be that program."""
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
    with full_disk_said("the program could not be registered"):
        Versions(programs_dir, kind.name).switch(program)
    return program


class Registry:
    """Fulfils `mining.domain.system.Programs`."""

    def __init__(self, programs_dir: Path, interpreter: str) -> None:
        self._programs_dir = programs_dir
        self._interpreter = interpreter

    def find(self, kind: MinerType) -> Program | None:
        """The program of a type as it was registered; None when there is none, or its record is damaged."""
        try:
            return self._read(kind)
        except (OSError, ValueError, RecursionError):
            return None

    def check(self, kind: MinerType) -> Program:
        """The program, proven to be what was registered. Reads the whole file: call it in a thread."""
        again = f"miner-ctrl adopt-binary {kind.name} /path/to/{kind.name}"
        try:
            program = self._read(kind)
        except (OSError, ValueError, RecursionError) as error:
            text = f"The record of where {kind.name} is has been damaged; register the program again."
            raise MinerNotInstalled(text, type=kind.name, reason="program_missing", suggestion=again) from error
        if program is None:
            text = f"{kind.facts.title} is not installed. {kind.facts.getting}"
            raise MinerNotInstalled(text, type=kind.name, reason="program_missing", suggestion=again)
        if kind.module is not None:
            return program
        again = f"miner-ctrl adopt-binary {kind.name} {program.path}"
        path = Path(program.path)
        if not path.exists():
            text = f"{path} has vanished; an antivirus may have quarantined it. Put it back, then start again."
            raise MinerNotInstalled(text, type=kind.name, path=program.path, reason="quarantined", suggestion=again)
        issue = unusable(path)
        if issue is not None:
            text = f"{path}: {issue}"
            raise MinerNotInstalled(text, type=kind.name, path=program.path, reason="program_changed", suggestion=again)
        if _digest_or_none(path) != program.sha256:
            text = f"{path} is no longer what was registered: register it again if the change was yours."
            raise MinerNotInstalled(text, type=kind.name, path=program.path, reason="program_changed", suggestion=again)
        return program

    def _read(self, kind: MinerType) -> Program | None:
        if kind.module is not None:
            return Program(type=kind.name, path=self._interpreter, sha256="", version=mining.__version__, origin="own")
        path = record_of(self._programs_dir, kind.name)
        if not path.exists():
            return None
        program = read(path)
        if program.type != kind.name:
            raise ValueError("the record of another type")
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
        with path.open("rb") as file:
            return wrong_processor(file.read(20), platform.machine())
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
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest_or_none(path: Path) -> str | None:
    try:
        return digest(path)
    except OSError:
        return None


def _refused(issue: str) -> InvalidConfig:
    return InvalidConfig([Fault("path", issue)])
