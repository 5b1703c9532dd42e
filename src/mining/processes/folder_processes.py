"""The living miners below a data folder: what every system does alike, on what each of them does its own way."""

import os
import shutil
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from mining.domain.adapter import Launch
from mining.domain.errors import StorageFull
from mining.domain.message import phrase
from mining.domain.process import CannotAdopt, CannotSpawn, ConsoleKind, Identity, ProcessRecord, ProgramBlocked
from mining.domain.redaction import pool_secrets, redaction
from mining.domain.rig import LogPage
from mining.foundation.antivirus import is_blocked
from mining.foundation.full_disk import is_full_disk
from mining.foundation.platform import boot_clock, boot_name, born, close_lock, privileged
from mining.processes.console import Console, TextKind, console_of
from mining.processes.held_process import HeldProcess
from mining.processes.log_file import LogFile
from mining.processes.run_folder import RunFolder
from mining.processes.text_file import OWN_TEXT

Child = subprocess.Popen[bytes]
_DEATH = 2.0  # s that a process may take to be gone which was ended by force
_LOOK = 0.02  # s between two looks for one that holds its lock and is not seen


class FolderProcesses(ABC):
    """Fulfils `mining.domain.process.Processes`: run folders below `runs`, kept text below `logs`."""

    patience = 2.0  # s for one that holds its lock and is not seen, as one that is ending does

    def __init__(self, runs: Path, logs: Path) -> None:
        self._runs = runs
        self._logs = logs

    @property
    def boot(self) -> str:
        """The system's name for this boot."""
        return boot_name()

    @property
    def privileged(self) -> bool:
        """Whether we are root, or elevated."""
        return privileged()

    @property
    def asks_surely(self) -> bool:
        """A signal always reaches a process."""
        return True

    def boot_clock(self) -> float:
        """Seconds since boot, sleep included; not moved by anybody who sets the clock."""
        return boot_clock()

    def memory_kills(self) -> int | None:
        """Nobody counts them."""
        return None

    def folder(self, name: str) -> Path:
        """Where a miner runs."""
        return self._runs / name

    def own_text(self, name: str, console: ConsoleKind) -> Path | None:
        """The file into which such a program must write its text by itself; None where we hear what it prints."""
        return self.folder(name) / OWN_TEXT if self.text_kind(console) == "log" else None

    def spawn(self, launch: Launch, record: ProcessRecord, console: ConsoleKind) -> HeldProcess:
        """Start a process that holds its folder's lock. The record is written before and after."""
        folder = RunFolder(self._runs, record.miner.name)
        folder.make()
        lock = folder.take_lock()
        if lock is None:  # and so nothing in its folder is ours to begin anew
            raise CannotSpawn("a process of this miner is still alive")
        try:
            past = folder.secrets()
            text = self._console(folder, self.text_kind(console), [*_own_secrets(record), *past])
            text.open(fresh=True)
            try:
                return self._spawn(launch, folder, record, past, text, lock)
            except BaseException:
                text.close()
                raise
        finally:
            close_lock(lock)

    def _spawn(
        self, launch: Launch, folder: RunFolder, record: ProcessRecord, past: Sequence[str], text: Console, lock: int
    ) -> HeldProcess:
        ends = text.ends()
        try:
            for name, content in launch.files.items():
                folder.write(name, content)
            folder.write_record(record, past)
            child = self._birth(launch, folder, ends, lock)
            # From here on the miner lives: whatever happens to us, its lock tells the next daemon.
            try:
                with suppress(OSError):
                    folder.write_record(record.but(pid=child.pid, born=born(child.pid)), past)
                self._begin(child)
                return self._hold(child.pid, folder, text, child)
            except BaseException:  # this daemon would neither know it nor start another
                child.kill()
                with suppress(subprocess.TimeoutExpired):
                    child.wait(_DEATH)
                raise
        except FileNotFoundError as error:
            raise CannotSpawn(f"{launch.argv[0]} is not there") from error
        except PermissionError as error:
            raise CannotSpawn(f"{launch.argv[0]} may not be executed") from error
        except OSError as error:
            if is_full_disk(error):
                raise StorageFull(phrase("refuse.full_disk")) from error
            refused = ProgramBlocked if is_blocked(error) else CannotSpawn
            # the system's own words: of Windows' many numbers the errno mostly says "Invalid argument" alone
            raise refused(f"{launch.argv[0]}: {error.strerror or error}") from error
        finally:
            for end in ends:
                if end >= 0:
                    os.close(end)

    def adopt(self, name: str, console: ConsoleKind | None) -> tuple[HeldProcess | None, ProcessRecord | None]:
        """The living process of a miner and its record; (None, record) when nobody lives. CannotAdopt if it hides."""
        folder = RunFolder(self._runs, name)
        record = folder.read_record()
        if not folder.path.is_dir():
            return None, record
        until = time.monotonic() + self.patience
        while self._is_alive(folder, record):
            if (held := self._adopt(folder, record, console)) is not None:
                return held, record
            if time.monotonic() >= until:
                raise CannotAdopt(f"a process holds {folder.lock}, but it could not be found")
            time.sleep(_LOOK)  # one that is ending is not seen any more, and holds its lock a little longer
        return None, record

    def _is_alive(self, folder: RunFolder, record: ProcessRecord | None) -> bool:
        """Whether any process of a miner lives, by its lock, its record or the system."""
        lock = folder.take_lock()
        if lock is None:
            return True
        close_lock(lock)
        # A lock file that was removed or replaced under a living miner proves nothing; its record and system do.
        return self._lives(record.identity if record is not None else None) or bool(self.holders(folder))

    def _adopt(
        self, folder: RunFolder, record: ProcessRecord | None, console: ConsoleKind | None
    ) -> HeldProcess | None:
        """Take hold of the process that the record names, else of another one of its miner; None when none is seen."""
        recorded = record.identity if record is not None else None
        candidates = [recorded.pid] if recorded is not None and self._lives(recorded) else []
        for pid in (*candidates, *self._leaders(self.holders(folder))):
            with suppress(ProcessLookupError):
                secrets = [*_own_secrets(record), *folder.secrets()]
                kind = self.text_kind(console) if console is not None else console_of(folder.path)
                text = self._console(folder, kind, secrets)
                held = self._hold(pid, folder, text, None)
                if pid in candidates and not self._lives(recorded):  # it ended before we held it
                    held.close()
                    continue
                try:
                    text.open(fresh=False)
                except BaseException:
                    held.close()
                    raise
                return held
        return None

    def strangers(self, names: Collection[str]) -> Mapping[str, ProcessRecord | None]:
        """The living miners of other names, with their records as far as they can be read."""
        paths = sorted(self._runs.iterdir()) if self._runs.is_dir() else []
        folders = [RunFolder(self._runs, path.name) for path in paths if path.name not in names]
        return {folder.path.name: folder.read_record() for folder in folders if self.holders(folder)}

    def text(self, name: str, lines: int, cursor: str | None) -> LogPage:
        """The last `lines` lines that a miner ever printed, or the first `lines` after `cursor`."""
        page = LogFile(self._logs / name).read(lines, cursor)
        hide = RunFolder(self._runs, name).redaction()  # once more: 0.1.0 kept its text as it came
        hidden = ((line, hide(line.text)) for line in page.items)
        return page.but(items=tuple(line if text == line.text else line.but(text=text) for line, text in hidden))

    def remove(self, name: str) -> None:
        """Delete a miner's folder and text."""
        RunFolder(self._runs, name).remove()
        shutil.rmtree(self._logs / name, ignore_errors=True)

    def _console(self, folder: RunFolder, kind: TextKind, secrets: Sequence[str]) -> Console:
        with suppress(OSError):
            self._logs.mkdir(mode=0o700, exist_ok=True)
        return Console(folder.path, kind, LogFile(self._logs / folder.path.name), redaction(secrets))

    def _lives(self, identity: Identity | None) -> bool:
        return identity is not None and identity.boot == self.boot and identity.born == born(identity.pid)

    @staticmethod
    def text_kind(console: ConsoleKind) -> TextKind:
        """How a program that speaks so is heard on this system."""
        return console

    @abstractmethod
    def _birth(self, launch: Launch, folder: RunFolder, ends: tuple[int, int], lock: int) -> Child:
        """Start a process apart from us, with these ends as its stdin and stdout, which inherits the lock."""

    @abstractmethod
    def _begin(self, child: Child) -> None:
        """Let it run, once its record is written."""

    @abstractmethod
    def _hold(self, pid: int, folder: RunFolder, console: Console, child: Child | None) -> HeldProcess:
        """Take hold of exactly this process; ProcessLookupError when it has gone."""

    @abstractmethod
    def holders(self, folder: RunFolder) -> list[int]:
        """The pids of every process of a miner that can be seen, also of a lost one, ours left out."""

    def _leaders(self, pids: list[int]) -> list[int]:
        """The process that we started first, then those that it started."""
        return pids


def sweep(find: Callable[[], list[int]], end: Callable[[int], None], timeout: float = 2.0) -> int:
    """End every process that is found, and wait until none is, at most so many seconds; returns how many there were."""
    ended: set[int] = set()
    until = time.monotonic() + timeout
    while (pids := find()) and time.monotonic() < until:
        ended.update(pids)
        for pid in pids:
            with suppress(ProcessLookupError, PermissionError):
                end(pid)
        time.sleep(0.01)
    return len(ended)


def _own_secrets(record: ProcessRecord | None) -> list[str]:
    """What one run says to its pools and hears from us alone."""
    return [] if record is None else [*filter(None, [record.context.api_token]), *pool_secrets(record.miner.config)]
