"""The versions of a program side by side: which one is in use, which one was, and nothing that is half there.

`programs/TYPE.json` says which program is in use; replacing that file is the moment of every switch. Each installed
version has a place of its own, `programs/TYPE/versions/V/` with `files/` and its record. A place that was in use once
carries a mark, so that after a crash a place that never was is told apart and removed.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from mining.domain.errors import NotSupported, VerificationFailed
from mining.domain.message import phrase
from mining.domain.programs.program import Program
from mining.domain.programs.release import SILENT, Proof
from mining.foundation.files import read_plain, sync_folder
from mining.foundation.platform import open_file, private_folder, remove, replace, try_lock
from mining.programs.record import read, record_of, write, write_whole

RECORD = "record.json"
FILES = "files"
_SEEN = "seen.json"  # asset name → SHA-256 of what was installed
_LEFT = "left"  # holds a number: the largest was left last


class Versions:
    """Those of one type."""

    def __init__(self, programs_dir: Path, type: str) -> None:
        self._type = type
        self._record = record_of(programs_dir, type)
        self.folder = programs_dir / type
        self._places = self.folder / "versions"
        self._forgotten = self._record.with_name(f"{type}.removed")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other changes of this type away, other processes' too; NotSupported when one goes on."""
        programs = self._record.parent
        private_folder(programs)
        for place in (self.folder, self._places):
            if place.is_symlink():
                raise NotSupported(phrase("program.link", path=str(place)), type=self._type)
        # beside the folder, which a removal deletes: a lock that is gone locks nobody out
        lock = open_file(programs / f"{self._type}.lock", os.O_RDWR | os.O_CREAT)
        try:
            if not try_lock(lock):
                raise NotSupported(phrase("program.busy", type=self._type), type=self._type, reason="installing")
            yield
        finally:
            os.close(lock)

    def current(self) -> Program | None:
        """The program in use; None when there is none or its record is damaged."""
        with suppress(OSError, ValueError, RecursionError):
            return read(self._record)
        return None

    def previous(self) -> Program | None:
        """The program that was in use before; None when there is none, or it is being replaced just now."""
        place = self._previous()
        if place is not None:
            with suppress(OSError, ValueError, RecursionError):
                return read(place / RECORD)
        return None

    def begin(self, name: str = "new") -> Path:
        """An empty folder to make a new version in."""
        private_folder(self._places, parents=True)
        new, number = self._places / f"{name}.tmp", 1
        shutil.rmtree(new, ignore_errors=True)
        while os.path.lexists(new):  # a link, or on Windows a folder of which somebody has a file open
            number += 1
            new = self._places / f"{name}-{number}.tmp"
        private_folder(new)
        return new

    def place(self, name: str) -> Path:
        """Where a version can go: its name, numbered when that place is taken."""
        number, place = 1, self._places / name
        while place.exists():
            number += 1
            place = self._places / f"{name}-{number}"
        return place

    def settle(self, new: Path, place: Path, program: Program) -> None:
        """Give a finished version its place, then use it."""
        write(new / RECORD, program)
        for folder, _, _ in os.walk(new):
            sync_folder(Path(folder))
        replace(new, place)
        sync_folder(self._places)
        self.switch(program)
        self.prune()

    def switch(self, program: Program) -> None:
        """Use another program from now on, and remember the one before; a CUDA plugin stays until there is another."""
        current = self.current()
        if current is not None and program.cuda_plugin is None:
            program = program.but(cuda_plugin=current.cuda_plugin)
        if current is not None and current.path != program.path:
            self._leave(current, repaired=(current.origin, current.version) == (program.origin, program.version))
        write(self._record, program)

    def refuse_other(self, name: str, sha256: str, proof: Proof) -> None:
        """VerificationFailed for another file than came under this name before, unless its author vouches for it."""
        before = self._seen().get(name)
        if proof not in SILENT and before not in (None, sha256):
            text = phrase("verify.other_file", file=name)
            raise VerificationFailed(text, reason="mismatch")

    def note(self, name: str, sha256: str) -> None:
        """Remember which file came under a name."""
        write_whole(self.folder / _SEEN, json.dumps({**self._seen(), name: sha256}).encode())

    def _seen(self) -> dict[str, str]:
        with suppress(OSError, ValueError, RecursionError):
            seen = json.loads(read_plain(self.folder / _SEEN))
            return seen if isinstance(seen, dict) else {}
        return {}

    def rollback(self) -> Program:
        """Use the program before; again: the one after."""
        place = self._previous()
        if place is None:
            raise NotSupported(phrase("program.no_earlier", type=self._type), type=self._type)
        program = read(place / RECORD)
        self.switch(program.but(cuda_plugin=None))  # that in use is the one that its owner registered last
        return program

    def forget(self) -> None:
        """Use none from now on, in a way that needs no room to take back."""
        replace(self._record, self._forgotten)
        sync_folder(self._record.parent)

    def remember(self) -> None:
        """Use again what was forgotten."""
        replace(self._forgotten, self._record)
        sync_folder(self._record.parent)

    def delete(self) -> None:
        """Delete every version that was installed here."""
        remove(self._forgotten)
        sync_folder(self._record.parent)
        shutil.rmtree(self.folder, ignore_errors=True)

    def sweep(self) -> None:
        """Delete what an installation that was killed left behind; a removal that was killed did not take place."""
        if self._forgotten.exists() and not self._record.exists():
            self.remember()
        for left_over in (*self._places.glob("*.tmp"), *self._places.glob("*/*.tmp"), *self.folder.glob("*.tmp")):
            _delete(left_over)
        for left_over in self._record.parent.glob(f"{self._record.name}.*.tmp"):
            _delete(left_over)
        if self._record.exists() and self.current() is None:
            return  # a damaged record does not tell which place is in use
        self.prune()

    def prune(self) -> None:
        """Keep the version in use and the one before; one that never was in use is neither.

        A version that a process was started from stays until that has ended: it may read its files at any time.
        """
        previous = self._previous()
        old = [place for place in self._all() if place != previous and not self._in_use(place)]
        running = _running() if old else ()
        for place in old:
            if not any(place.resolve() in path.parents for path in running):
                self._discard(place)

    def _leave(self, program: Program, repaired: bool) -> None:
        """Mark a program as the one before; a damaged copy of the very version that replaces it is none."""
        place = next((place for place in self._all() if _path_in(place) == program.path), None)
        if repaired and place is not None:
            remove(place / _LEFT)
            return
        if place is None:  # its owner's own program: only its record is kept here
            new = self.begin("yours")
            write(new / RECORD, program)
            place = self.place("yours")
            replace(new, place)
        else:
            write(place / RECORD, program)  # of an owner's program, which may have been registered again
        number = 1 + max((_left(other) for other in self._all()), default=0)
        write_whole(place / _LEFT, str(number).encode())

    def _previous(self) -> Path | None:
        places = [place for place in self._all() if _left(place) and not self._in_use(place) and _path_in(place)]
        return max(places, key=_left, default=None)

    def _in_use(self, place: Path) -> bool:
        current = self.current()
        return current is not None and current.path == _path_in(place)

    def _all(self) -> list[Path]:
        if not self._places.is_dir():
            return []
        return [place for place in self._places.iterdir() if place.suffix != ".tmp"]

    def _discard(self, place: Path) -> None:
        """Delete a place so that half of it is never taken for a whole one.

        Windows keeps a folder where somebody has one of its files open; the next sweep tries again.
        """
        gone = self._places / f"{place.name}.gone.tmp"
        with suppress(PermissionError):
            replace(place, gone)
            _delete(gone)


def _left(place: Path) -> int:
    with suppress(OSError, ValueError):
        return int(read_plain(place / _LEFT, 32))
    return 0


def _path_in(place: Path) -> str | None:
    with suppress(OSError, ValueError, RecursionError):
        return read(place / RECORD).path
    return None


def _running() -> list[Path]:
    """The programs of all processes of which the system tells us."""
    programs = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):  # the system's own error too, which psutil passes on
            if program := process.exe():
                programs.append(Path(program).resolve())
    return programs


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(PermissionError):  # Windows: somebody has it open; the next sweep tries again
            remove(path)
