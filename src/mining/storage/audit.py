"""The audit on disk (fulfils `mining.domain.audit.Audit`): files of lines, and a note of where they begin and end."""

import asyncio
import errno
import json
import os
from collections import deque
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import structlog

from mining.domain.audit import DAMAGED, AuditDraft, AuditEntry, AuditHead, AuditReport, broken, linked
from mining.domain.message import phrase
from mining.domain.value import timestamp
from mining.domain.wording import wording_of
from mining.foundation.document import DamagedDocument, NewerDocument, read_file, seal, unseal
from mining.foundation.files import sync_folder, write_whole
from mining.foundation.platform import open_file, private_folder, remove
from mining.foundation.tasks import end, persistent

MOST_FILE = 1024**2  # bytes of a file before the next is begun
MOST_FILES = 16
MOST_LATE = 1000  # entries that wait for room on the disk
LATER = 2.0  # s between attempts
_HEAD = "head.json"
_FIELDS = {info.alias or name for name, info in AuditEntry.model_fields.items()}

log = structlog.get_logger()


class AuditFiles:
    """Everything on one thread; entries that wait for it are written together."""

    def __init__(self, folder: Path, thread: ThreadPoolExecutor, most_file: int = MOST_FILE) -> None:
        self._folder = folder
        self._thread = thread
        self._most_file = most_file
        self._waiting: SimpleQueue[tuple[AuditDraft, datetime]] = SimpleQueue()
        self._late: deque[tuple[AuditDraft, datetime]] = deque(maxlen=MOST_LATE)
        self._head = AuditHead()
        self._problem: str | None = None

    def open(self) -> None:
        """Go on where the last daemon ended; what is damaged is left for `verify` to tell."""
        try:
            private_folder(self._folder, parents=True)
            if files := self._files():
                _cut_torn(files[-1])
            self._head = self._last_head(files)
            for old in (path for path in files if int(path.stem) < self._head.first):
                remove(old)  # a daemon ended while it dropped it
            self._write()
        except OSError as error:
            self._fail(error)

    @property
    def problem(self) -> str | None:
        """Why nothing can be written down at the moment, in a sentence."""
        return self._problem

    async def add(self, draft: AuditDraft) -> None:
        """Write one down; durable when it returns, or on a full disk later: what was asked for goes on."""
        self._waiting.put((draft, datetime.now(UTC)))
        if self._problem is None:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._write)

    async def catch_up(self) -> None:
        """Write down what a full disk would not take, as soon as it does."""
        while True:
            await asyncio.sleep(LATER)
            if self._problem is not None or not self._waiting.empty():
                await asyncio.get_running_loop().run_in_executor(self._thread, self._write)

    async def page(self, offset: int, limit: int) -> tuple[Sequence[AuditEntry], int]:
        """Entries, the newest first, and how many there are."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._page, offset, limit)

    async def verify(self) -> AuditReport:
        """Whether the chain holds."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self.report)

    def issue(self) -> str | None:
        """Where the chain is broken; waits for its thread, so not for the event loop."""
        return self._thread.submit(self.report).result().issue

    def report(self) -> AuditReport:
        """Whether the chain holds; reads it whole."""
        try:
            issue = broken(self._lines(), self._noted())
        except OSError as error:
            issue = phrase("audit.closed", words=os.strerror(error.errno or 0).lower())
        except (ValueError, NewerDocument) as error:
            issue = phrase("audit.head_damaged", file=_HEAD, why=str(error))
        first, last = self._head.first, self._head.last
        none = last < first
        return AuditReport(
            ok=issue is None, entries=last - first + 1, issue=issue, wording=wording_of(issue),
            first=None if none else first, last=None if none else last,
        )  # fmt: skip

    def _write(self) -> None:
        """Write down what waits; what does not fit on a full disk waits on."""
        while not self._waiting.empty():
            self._late.append(self._waiting.get())
        if not self._late and self._problem is None:
            return  # they went with the one before
        seq, previous, lines = self._head.last, self._head.end, []
        for draft, at in self._late:
            seq += 1
            entry = linked(draft, seq, timestamp(at), previous)
            previous = entry["sum"]
            lines.append(json.dumps(entry, separators=(",", ":")).encode() + b"\n")
        try:
            if lines:
                self._append(self._head.last + 1, b"".join(lines))
                self._head = self._head._replace(last=seq, end=previous)
                self._late.clear()
            self._note(self._head)
        except OSError as error:
            self._fail(error)
            return
        self._problem = None

    def _fail(self, error: OSError) -> None:
        if self._problem is None:
            log.error("audit", text="The audit cannot be written.", why=os.strerror(error.errno or 0).lower())
        self._problem = phrase("audit.unwritable")

    def _append(self, seq: int, text: bytes) -> None:
        files = self._files()
        path = files[-1] if files else self._folder / f"{seq:012}.jsonl"
        if files and path.stat().st_size + len(text) > self._most_file:
            path = self._folder / f"{seq:012}.jsonl"
            self._drop(files, keep=MOST_FILES - 1)
        descriptor = open_file(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        try:
            before = os.fstat(descriptor).st_size
            try:
                if os.write(descriptor, text) < len(text):
                    raise OSError(errno.ENOSPC, "no room")
                os.fsync(descriptor)
            except OSError:
                os.ftruncate(descriptor, before)
                raise
        finally:
            os.close(descriptor)
        if path not in files:
            sync_folder(self._folder)

    def _drop(self, files: Sequence[Path], keep: int) -> None:
        """Let the oldest go; the note says first where the chain begins from then on."""
        gone, stay = files[:-keep], files[-keep:]
        if not gone:
            return
        begins = self._guessed(stay)
        self._note(self._head._replace(first=begins.first, previous=begins.previous))
        for path in gone:
            remove(path)

    def _last_head(self, files: Sequence[Path]) -> AuditHead:
        try:
            head = self._noted()
        except (OSError, ValueError, NewerDocument) as error:
            head = self._guessed(files)
            self._waiting.put((AuditDraft("the daemon", DAMAGED, text=f"{_HEAD}: {error}"), datetime.now(UTC)))
        last = self._last_line()
        if last is not None and last["seq"] > head.last:  # a daemon ended before it was noted
            head = head._replace(last=last["seq"], end=last["sum"])
        return head

    def _guessed(self, files: Sequence[Path]) -> AuditHead:
        """Where the chain in these files begins, by what they say themselves."""
        for line in (line for path in files for line in path.read_bytes().splitlines()):
            entry = _entry(line)
            if entry is not None:
                return AuditHead(entry.seq, entry.previous, entry.seq - 1, entry.previous)
        return AuditHead()

    def _note(self, head: AuditHead) -> None:
        write_whole(self._folder / _HEAD, seal(head._asdict()))
        self._head = head

    def _noted(self) -> AuditHead:
        path = self._folder / _HEAD
        if not path.exists() and not any(each.stat().st_size for each in self._files()):
            return AuditHead()
        try:
            body = unseal(read_file(path), _HEAD).body
            return AuditHead(int(body["first"]), str(body["previous"]), int(body["last"]), str(body["end"]))
        except FileNotFoundError as error:
            raise DamagedDocument("it is missing") from error
        except (KeyError, TypeError) as error:
            raise DamagedDocument("not a note") from error

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("[0-9]*.jsonl"))

    def _lines(self) -> Iterator[bytes]:
        for path in self._files():
            yield from path.read_bytes().splitlines()

    def _last_line(self) -> dict[str, Any] | None:
        for path in reversed(self._files()):
            for line in reversed(path.read_bytes().splitlines()):
                try:
                    entry = json.loads(line)
                    return {"seq": int(entry["seq"]), "sum": str(entry["sum"])}
                except (ValueError, KeyError, TypeError):
                    continue
        return None

    def _page(self, offset: int, limit: int) -> tuple[Sequence[AuditEntry], int]:
        entries: list[AuditEntry] = []
        skipped = 0
        for path in reversed(self._files()):
            for line in reversed(path.read_bytes().splitlines()):
                if len(entries) == limit:
                    break
                entry = _entry(line)
                if entry is None:
                    continue
                skipped += 1
                if skipped > offset:
                    entries.append(entry)
        return entries, self._head.last - self._head.first + 1


@asynccontextmanager
async def open_audit(folder: Path) -> AsyncIterator[AuditFiles]:
    """The audit in a folder, for the length of the block."""
    with ThreadPoolExecutor(1, thread_name_prefix="audit") as thread:
        opened = AuditFiles(folder, thread)
        await asyncio.get_running_loop().run_in_executor(thread, opened.open)
        catching_up = persistent("audit", opened.catch_up)
        try:
            yield opened
        finally:
            await end(catching_up)


def _entry(line: bytes) -> AuditEntry | None:
    """An entry as it is shown, without what a newer version wrote beside it; None for what is none."""
    try:
        body = {key: value for key, value in json.loads(line).items() if key in _FIELDS}
        return AuditEntry.model_validate_json(json.dumps(body))
    except (ValueError, AttributeError):
        return None


def _cut_torn(path: Path) -> None:
    """Drop a line that was never written to its end: nobody was told that it was."""
    text = path.read_bytes()
    whole = text.rfind(b"\n") + 1
    if whole < len(text):
        os.truncate(path, whole)
