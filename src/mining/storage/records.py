"""Records, few and precious values such as people's wishes: one small JSON file and a good copy beside it."""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from mining.domain.errors import NotSupported, StorageFull
from mining.domain.value import Value
from mining.storage.disk import set_aside, write_whole

_MOST = 16 * 1024**2  # bytes; a thousand miners take about one

V = TypeVar("V", bound=Value)


class Records(Generic[V]):
    """Values in memory and on disk, each under its key; what `change` returned for survives loss of power.

    `what` they are is also the file's name, `miners` for miners.json.
    """

    def __init__(
        self, folder: Path, what: str, kind: type[V], key: Callable[[V], str], on_problem: Callable[[str], None]
    ) -> None:
        self._path = folder / f"{what}.json"
        self._copy = folder / f"{what}.json.bak"
        self._what = what
        self._kind = kind
        self._key = key
        self._records: dict[str, V] = {}
        self._last: bytes | None = None  # the good content of the file, which becomes the copy
        self._load(on_problem)

    def all(self) -> Sequence[V]:
        """Every record, by key."""
        return [record for _, record in sorted(self._records.items())]

    def change(self, keep: Sequence[V] = (), drop: Collection[str] = ()) -> None:
        """Keep these records in place of those of the same keys, and forget others: all of it or nothing."""
        changed = {key: record for key, record in self._records.items() if key not in drop}
        changed |= {self._key(record): record for record in keep}
        if keep or len(changed) < len(self._records):
            self._store(changed)

    def _store(self, records: Mapping[str, V]) -> None:
        content = self._encode(records)
        if len(content) > _MOST:  # it could not be read again
            raise NotSupported(f"So many {self._what} cannot be kept, so nothing was changed. Delete some first.")
        if self._last is not None:
            write_whole(self._copy, self._last)
        write_whole(self._path, content)
        self._last, self._records = content, dict(records)

    def _load(self, on_problem: Callable[[str], None]) -> None:
        for path in (self._path, self._copy):
            if not path.exists():
                continue
            try:
                content = _read(path)
                records, unreadable = self._decode(content)
            except (OSError, ValueError, RecursionError):
                on_problem(f"{path.name} was damaged and is now {set_aside(path).name}.")
                continue
            self._records, self._last = records, content
            if unreadable:
                kept = set_aside(path).name
                on_problem(
                    f"{path.name} holds {self._what} that this version cannot read ({unreadable}); it is now {kept}."
                )
            if path != self._path:
                on_problem(f"The {self._what} were restored from {path.name}; the last change to them may be missing.")
            if unreadable or path != self._path:
                self._last = None  # the copy on disk is the better one until the next good write
                write_whole(self._path, self._encode(records))
                self._last = self._encode(records)
            else:
                self._mend_copy(content, on_problem)
            return

    def _mend_copy(self, good: bytes, on_problem: Callable[[str], None]) -> None:
        """Replace a copy that is missing or damaged, before it is needed."""
        try:
            self._decode(_read(self._copy))
            return
        except FileNotFoundError:
            pass
        except (OSError, ValueError, RecursionError):
            on_problem(f"{self._copy.name} was damaged and is now {set_aside(self._copy).name}.")
        with suppress(StorageFull):  # it is only a copy
            write_whole(self._copy, good)

    def _encode(self, records: Mapping[str, V]) -> bytes:
        rows = [records[key].to_json(exclude_none=True) for key in sorted(records)]
        return json.dumps({self._what: rows, "sha256": _digest(rows)}, indent=1).encode()

    def _decode(self, content: bytes) -> tuple[dict[str, V], str]:
        """The records and the names of those that cannot be read; ValueError when this is not what was written."""
        body = json.loads(content)
        if not isinstance(body, dict) or not isinstance(body.get(self._what), list):
            raise ValueError(f"not a list of {self._what}")
        if body.get("sha256") != _digest(body[self._what]):  # a flipped bit in a wallet would send the money elsewhere
            raise ValueError("wrong checksum")
        records, unreadable = {}, []
        for item in body[self._what]:
            try:
                record = self._kind.model_validate_json(json.dumps(item))
            except ValueError:
                unreadable.append(str(item.get("name")) if isinstance(item, dict) else "?")
            else:
                records[self._key(record)] = record
        return records, ", ".join(unreadable)


def _digest(rows: Any) -> str:
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(_MOST + 1)
    if len(content) > _MOST:
        raise ValueError("too large")
    return content
