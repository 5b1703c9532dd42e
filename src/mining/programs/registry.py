"""The programs of this machine: which one is in use, whether it still is what it was, and what else there is."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import Literal

import mining
from mining.domain.adapter import MinerType, ReleaseSource
from mining.domain.errors import MinerNotInstalled
from mining.domain.programs.program import Availability, CudaPlugin, OwnedFile, Program, ProgramState
from mining.domain.programs.release import Release
from mining.foundation.document import NewerDocument
from mining.programs.choice import Platform, installable, latest, suitable
from mining.programs.record import read, record_of
from mining.programs.registered import digest, stranger, unusable
from mining.programs.releases import remembered
from mining.programs.verify import expected
from mining.programs.version import output_of
from mining.programs.versions import Versions

_FileState = Literal["here", "gone", "changed"]
_DAMAGED = (OSError, ValueError, RecursionError)


class InstalledPrograms:
    """Fulfils `mining.domain.system.Programs`."""

    def __init__(self, programs_dir: Path, interpreter: str, here: Platform) -> None:
        self._programs_dir = programs_dir
        self._interpreter = interpreter
        self._here = here
        self._looked: dict[str, tuple[tuple[object, ...], _FileState]] = {}  # path → the file then, and what it was
        self._own: dict[str, Program] = {}  # what is part of the platform never changes
        self._published: dict[str, tuple[int, Release | None]] = {}  # type → when the list was written, its newest

    def find(self, kind: MinerType) -> Program | None:
        """The program of a type as it was registered; None when there is none, or its record is damaged."""
        try:
            return self._read(kind)
        except _DAMAGED:
            return None

    def check(self, kind: MinerType, cuda: bool = False) -> Program:
        """The program, and with `cuda` its plugin, proven to be what was registered. It reads files: in a thread."""
        way = self._way(kind)
        try:
            program = self._read(kind)
        except _DAMAGED as error:
            text = f"The record of the program {kind.name} is damaged. Install or register the program again."
            if isinstance(error.__cause__, NewerDocument):
                text = f"{error}."
            raise MinerNotInstalled(text, type=kind.name, reason="program_missing", suggestion=way) from error
        if program is None:
            text = f"{kind.facts.title} is not installed. " + (
                f"Install it with: {way}" if installable(kind, self._here) else kind.facts.getting
            )
            raise MinerNotInstalled(text, type=kind.name, reason="program_missing", suggestion=way)
        if kind.module is not None:
            return program
        self._refuse_changed(kind, program)
        if cuda and program.cuda_plugin is not None:
            _refuse_changed_plugin(kind, program.cuda_plugin)
        return program

    def look(self, kind: MinerType) -> ProgramState:
        """Whether its files are still what was recorded; a file is read only after it was touched."""
        program = self.find(kind)
        if program is None or kind.module is not None:
            return "here"
        state = self._look(program.path, program.sha256)
        if state != "here" or program.cuda_plugin is None:
            return state
        plugin: dict[_FileState, ProgramState] = {"here": "here", "gone": "plugin_gone", "changed": "plugin_changed"}
        return plugin[self._look(program.cuda_plugin.path, program.cuda_plugin.sha256)]

    def _look(self, path: str, sha256: str) -> _FileState:
        try:
            status = Path(path).stat()
        except (FileNotFoundError, NotADirectoryError):
            return "gone"
        touched = (sha256, status.st_size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns)
        seen = self._looked.get(path)
        if seen is None or seen[0] != touched:
            state: _FileState = "here" if _digest_or_none(Path(path)) == sha256 else "changed"
            seen = self._looked[path] = touched, state
        return seen[1]

    def availability(self, kind: MinerType) -> Availability:
        """What else there is of a type; asks nobody."""
        if kind.releases is None:
            return Availability(installable=False, way=None if kind.module is not None else self._way(kind))
        newest, looked_at = self._newest(kind, kind.releases)
        previous = Versions(self._programs_dir, kind.name).previous()
        file = suitable(newest, kind.releases, self._here) if newest else None
        return Availability(
            installable=installable(kind, self._here),
            way=self._way(kind),
            previous=previous.version if previous else None,
            latest=newest.version if newest else None,
            latest_at=newest.published_at if newest else None,
            latest_size=file.size if file else None,
            looked_at=looked_at,
            proof=expected(kind.releases),
        )

    def owned_by_others(self, kind: MinerType) -> Sequence[OwnedFile]:
        """Those of its files that belong to neither root nor the daemon's own user."""
        program = self.find(kind)
        if program is None or kind.module is not None:
            return ()
        plugin = program.cuda_plugin
        owners = {path: stranger(Path(path)) for path in (program.path, *((plugin.path,) if plugin else ()))}
        return tuple(OwnedFile(path, owner) for path, owner in owners.items() if owner is not None)

    def trial(self, kind: MinerType, program: Program) -> str | None:
        """Why that program does not run as the one that it ought to be, in a sentence; None: it tells its version."""
        if kind.module is not None:
            return None
        try:
            version = kind.read_version(output_of(kind.version_argv(program.path)))
        except OSError as error:  # TimeoutError among them
            return f"{program.path} does not run: {error.strerror or error}."
        return None if version is not None else f"{program.path} runs, but does not tell that it is {kind.facts.title}."

    def _way(self, kind: MinerType) -> str:
        if installable(kind, self._here):
            return f"miner-ctrl install {kind.name}"
        return f"miner-ctrl register {kind.name} /path/to/{kind.name}"

    def _newest(self, kind: MinerType, source: ReleaseSource) -> tuple[Release | None, datetime | None]:
        """The newest release in the list that was last fetched, and when that was; a list is read once."""
        path = self._programs_dir / kind.name / "releases.json"
        try:
            written = path.stat().st_mtime_ns
        except OSError:
            return latest(kind, remembered(source, path), self._here), None
        known = self._published.get(kind.name)
        if known is None or known[0] != written:
            known = self._published[kind.name] = written, latest(kind, remembered(source, path), self._here)
        return known[1], datetime.fromtimestamp(written // 10**9, UTC)

    def _refuse_changed(self, kind: MinerType, program: Program) -> None:
        """MinerNotInstalled unless the file is what the record says."""
        installed = program.origin == "installed"
        way = self._way(kind) if installed else f"miner-ctrl register {kind.name} {program.path}"
        path, reason = Path(program.path), "program_changed"
        if not path.exists():
            reason = "quarantined"
            put_back = "Allow it there, then install it again." if installed else "Put it back, then start again."
            text = f"{path} has vanished; an antivirus may have quarantined it. {put_back}"
        elif (issue := unusable(path)) is not None:
            text = f"{path}: {issue}"
        elif _digest_or_none(path) != program.sha256:
            again = "install it again" if installed else "register it again if the change was yours"
            text = f"{path} is no longer what was {'installed' if installed else 'registered'}: {again}."
        else:
            return
        raise MinerNotInstalled(text, type=kind.name, path=program.path, reason=reason, suggestion=way)

    def _read(self, kind: MinerType) -> Program | None:
        if kind.module is not None:
            own = self._own.get(kind.name)
            if own is None:
                version, interpreter = mining.__version__, self._interpreter
                own = Program(type=kind.name, path=interpreter, sha256="", version=version, origin="own")
                self._own[kind.name] = own
            return own
        path = record_of(self._programs_dir, kind.name)
        if not path.exists():
            return None
        program = read(path)
        if program.type != kind.name:
            raise ValueError("the record of another type")
        return program


def _refuse_changed_plugin(kind: MinerType, plugin: CudaPlugin) -> None:
    """MinerNotInstalled unless the library is what was registered; the program itself goes on without NVIDIA cards."""
    path, reason = Path(plugin.path), "program_changed"
    way = f"miner-ctrl register {kind.name} --cuda-plugin {quote(plugin.path)}"
    named = f"{path}, the CUDA plugin of {kind.facts.title},"
    if not path.exists():
        text, reason = f"{named} has vanished. Put it back, or register another one.", "quarantined"
        way = f"miner-ctrl register {kind.name} --cuda-plugin FILE"
    elif (issue := unusable(path, library=True)) is not None:
        text = f"{named} cannot be used: {issue}"
    elif _digest_or_none(path) != plugin.sha256:
        text = f"{named} is no longer what was registered: register it again if the change was yours."
    else:
        return
    raise MinerNotInstalled(text, type=kind.name, path=plugin.path, reason=reason, suggestion=way)


def _digest_or_none(path: Path) -> str | None:
    try:
        return digest(path)
    except OSError:
        return None
