"""The programs of this machine: which one is in use, whether it still is what it was, and what else there is."""

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import mining
from mining.domain.adapter import MinerType, ReleaseSource
from mining.domain.errors import MinerNotInstalled
from mining.domain.message import phrase
from mining.domain.programs.program import Availability, CudaPlugin, OwnedFile, Program, ProgramState
from mining.domain.programs.release import Release
from mining.domain.shell import example_path, quoted
from mining.foundation.document import NewerDocument
from mining.programs.choice import Platform, installable, latest, suitable
from mining.programs.quarantine import held_back
from mining.programs.record import newer_record, read, record_of
from mining.programs.registered import digest, let_go, stranger, unusable
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
        self._published: dict[
            str, tuple[int | None, Release | None]
        ] = {}  # type → when the list was written, its newest

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
            newer = error.__cause__
            damaged = phrase("program.record_damaged", type=kind.name)
            text = newer_record(newer) if isinstance(newer, NewerDocument) else damaged
            raise MinerNotInstalled(text, type=kind.name, reason="program_missing", suggestion=way) from error
        if program is None:
            getting = phrase("getting.install", command=way) if installable(kind, self._here) else kind.facts.getting
            text = phrase("program.not_installed_yet", program=kind.facts.title, way_out=getting)
            raise MinerNotInstalled(text, type=kind.name, reason="program_missing", suggestion=way)
        if kind.module is not None:
            return program
        self._refuse_changed(kind, program)
        if cuda and program.cuda_plugin is not None:
            _refuse_changed_plugin(kind, program.cuda_plugin)
        return program

    def own(self, kind: MinerType) -> Program:
        """Our interpreter as what runs a miner of that type; its version says nothing of what it drives."""
        return Program(type=kind.name, path=self._interpreter, sha256="", version=None, origin="own")

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
            proof=expected(kind.releases, file),
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
        if kind.module is not None or program.origin == "own":
            return None
        try:
            version = kind.read_version(output_of(kind.version_argv(program.path)))
        except OSError as error:  # TimeoutError among them
            return phrase("program.not_running", path=program.path, words=error.strerror or str(error))
        return (
            None if version is not None else phrase("program.runs_untold", path=program.path, program=kind.facts.title)
        )

    def _way(self, kind: MinerType) -> str:
        if installable(kind, self._here):
            return f"miner-ctrl install {kind.name}"
        return f"miner-ctrl register {kind.name} {example_path(kind.name)}"

    def _newest(self, kind: MinerType, source: ReleaseSource) -> tuple[Release | None, datetime | None]:
        """The newest release in the list that was last fetched, and when that was; a list is read once."""
        path = self._programs_dir / kind.name / "releases.json"
        written = None
        with suppress(OSError):
            written = path.stat().st_mtime_ns
        entry = self._published.get(kind.name)
        if entry is None or entry[0] != written:
            entry = self._published[kind.name] = written, latest(kind, remembered(source, path), self._here)
        return entry[1], None if written is None else datetime.fromtimestamp(written // 10**9, UTC)

    def _refuse_changed(self, kind: MinerType, program: Program) -> None:
        """MinerNotInstalled unless the file is what the record says."""
        installed = program.origin == "installed"
        way = self._way(kind) if installed else f"miner-ctrl register {kind.name} {quoted(program.path)}"
        path, reason = Path(program.path), "program_changed"
        if not path.exists():
            reason = "quarantined"
            text = phrase("program.vanished_registered", path=str(path))
            if installed:
                text = phrase("program.vanished_installed", path=str(path))
        elif held_back(path):
            way, reason = let_go(path), "quarantined"
            text = phrase("program.held_back", path=str(path), command=way)
        elif (issue := unusable(path)) is not None:
            text = phrase("program.unusable", path=str(path), why=issue)
        elif _digest_or_none(path) != program.sha256:
            text = phrase("program.changed_registered", path=str(path))
            if installed:
                text = phrase("program.changed_installed", path=str(path))
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
        if not os.path.exists(path):  # noqa: PTH110 - asked for every type at each look, and quicker
            return None
        program = read(path)
        if program.type != kind.name:
            raise ValueError("the record of another type")
        return program


def _refuse_changed_plugin(kind: MinerType, plugin: CudaPlugin) -> None:
    """MinerNotInstalled unless the library is what was registered; the program itself goes on without NVIDIA cards."""
    path, reason, installed = Path(plugin.path), "program_changed", plugin.origin == "installed"
    way = f"miner-ctrl register {kind.name} --cuda-plugin {quoted(plugin.path)}"
    again = f"miner-ctrl install {kind.name} --file FILE --allow-unverified"
    named, title = str(path), kind.facts.title
    if not path.exists():
        text, reason = phrase("program.plugin_vanished", path=named, program=title), "quarantined"
        way = f"miner-ctrl register {kind.name} --cuda-plugin FILE"
    elif (issue := unusable(path, library=True)) is not None:
        text = phrase("program.plugin_unusable", path=named, program=title, why=issue)
    elif _digest_or_none(path) != plugin.sha256:
        text = (
            phrase("program.plugin_not_as_installed", path=named, program=title)
            if installed
            else phrase("program.plugin_other", path=named, program=title)
        )
    else:
        return
    way = again if installed else way
    raise MinerNotInstalled(text, type=kind.name, path=plugin.path, reason=reason, suggestion=way)


def _digest_or_none(path: Path) -> str | None:
    try:
        return digest(path)
    except OSError:
        return None
