"""Records, few and precious values such as people's wishes: one small document and a good copy beside it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from mining import __version__
from mining.domain.errors import NotSupported, StorageFull
from mining.domain.message import phrase
from mining.domain.stored import Stored, read_stored, stored_json
from mining.foundation.document import MOST, DamagedDocument, NewerDocument, checksum, read_file, seal, unseal
from mining.foundation.platform import remove
from mining.storage.disk import set_aside, write_whole

V = TypeVar("V", bound=Stored)


class _Content(NamedTuple, Generic[V]):
    """What a document holds: values by key, and what this version does not understand of it."""

    records: Mapping[str, V] = {}
    rows: Sequence[Any] = ()  # of which too little is understood to show them
    more: Mapping[str, Any] = {}  # beside the rows
    sealed: bool = False
    written_by: str = __version__

    @property
    def understood(self) -> bool:
        return not (self.rows or self.more or any(record.unknown for record in self.records.values()))


class Records(Generic[V]):
    """Values in memory and on disk, each under its key; what `change` returned for survives loss of power.

    `what` they are is also the file's name, `miners` for miners.json. What a newer version wrote is kept with them.
    `even`: the copy follows each change at once, for values that must not come back when they were dropped.
    """

    def __init__(
        self,
        folder: Path,
        what: str,
        kind: type[V],
        key: Callable[[V], str],
        on_problem: Callable[[str], None],
        *,
        even: bool = False,
    ) -> None:
        self._path = folder / f"{what}.json"
        self._copy = folder / f"{what}.json.bak"
        self._what = what
        self._kind = kind
        self._key = key
        self._even = even
        self._content = _Content[V]()
        self._last: bytes | None = None  # the good content of the file, which becomes the copy
        self.absent = not (self._path.exists() or self._copy.exists())  # nothing was ever written: no damage either
        self._load(on_problem)

    def all(self) -> Sequence[V]:
        """Every record, by key."""
        return [record for _, record in sorted(self._content.records.items())]

    def change(self, keep: Sequence[V] = (), drop: Collection[str] = ()) -> None:
        """Keep these records in place of those of the same keys, and forget others: all of it or nothing."""
        before = self._content.records
        changed = {key: record for key, record in before.items() if key not in drop}
        changed |= {self._key(record): record for record in keep}
        if keep or len(changed) < len(before):
            self._store(self._content._replace(records=changed))

    def _store(self, content: _Content[V]) -> None:
        written = self._encode(content)
        if len(written) > MOST:  # it could not be read again
            raise NotSupported(phrase("refuse.so_many", what=self._what))
        if self._last is not None and not self._even:
            write_whole(self._copy, self._last)
        write_whole(self._path, written)
        self._last, self._content, self.absent = written, content, False
        if self._even:
            try:
                write_whole(self._copy, written)
            except StorageFull:  # rather none than one that holds what was dropped
                remove(self._copy)

    def _load(self, on_problem: Callable[[str], None]) -> None:
        for path in (self._path, self._copy):
            if not path.exists():
                continue
            try:
                written = read_file(path)
                self._content = self._decode(written, path.name)
            except (OSError, ValueError, RecursionError):
                on_problem(phrase("storage.set_aside", file=path.name, aside=set_aside(path).name))
                continue
            self._last = written
            if rows := len(self._content.rows):
                whose = self._content.written_by[:32]
                on_problem(phrase("storage.foreign_rows", file=path.name, rows=rows, what=self._what, version=whose))
            if path != self._path:
                on_problem(phrase("storage.restored", what=self._what, file=path.name))
                self._last = self._write_again()
                return
            self._mend_copy(written, on_problem)
            if not self._content.sealed:
                with suppress(StorageFull):
                    self._last = self._write_again()
            return

    def _write_again(self) -> bytes:
        written = self._encode(self._content)
        write_whole(self._path, written)
        return written

    def _mend_copy(self, good: bytes, on_problem: Callable[[str], None]) -> None:
        """Replace a copy that is missing or damaged, before it is needed."""
        try:
            copy = read_file(self._copy)
            self._decode(copy, self._copy.name)
            if not self._even or copy == good:
                return
        except NewerDocument:  # somebody has put the older document back
            return
        except FileNotFoundError:
            pass
        except (OSError, ValueError, RecursionError):
            on_problem(phrase("storage.set_aside", file=self._copy.name, aside=set_aside(self._copy).name))
        with suppress(StorageFull):  # it is only a copy
            write_whole(self._copy, good)

    def _encode(self, content: _Content[V]) -> bytes:
        records = content.records
        rows = [*(stored_json(records[key]) for key in sorted(records)), *content.rows]
        # The sum of 0.1.0 stays, so that 0.1.0 opens what holds nothing new.
        body = {**content.more, self._what: rows, "sha256": checksum(rows)}
        return seal(body, __version__ if content.understood else content.written_by)

    def _decode(self, written: bytes, name: str) -> _Content[V]:
        """What the bytes of a document hold; ValueError when this is not what was written, NewerDocument when it is."""
        document = unseal(written, name)
        more = dict(document.body)
        rows, total = more.pop(self._what, None), more.pop("sha256", None)
        if not isinstance(rows, list) or total != checksum(rows):  # a flipped bit in a wallet would redirect the money
            raise DamagedDocument(f"not the {self._what}")
        records, others = {}, []
        for row in rows:
            try:
                meant = row if document.sealed else self._kind.of_0_1_0(row)
                record = read_stored(self._kind, meant, document.written_by)
            except (ValueError, TypeError):
                others.append(row)
            else:
                records[self._key(record)] = record
        return _Content(records, others, more, document.sealed, document.written_by)
