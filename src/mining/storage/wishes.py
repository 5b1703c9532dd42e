"""Wishes, which miners people want and with which configuration: one small JSON file and a good copy beside it."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from mining.domain.errors import StorageFull
from mining.domain.miner import MinerRecord
from mining.storage.disk import set_aside, write_whole

_MOST = 16 * 1024**2  # bytes; a thousand miners take about one


class Wishes:
    """The miners' records in memory and on disk; a record that `keep` returned for survives loss of power."""

    def __init__(self, path: Path, on_problem: Callable[[str], None]) -> None:
        self._path = path
        self._copy = path.with_name(path.name + ".bak")
        self._records: dict[str, MinerRecord] = {}
        self._last: bytes | None = None  # the good content of the file, which becomes the copy
        self._load(on_problem)

    def all(self) -> Sequence[MinerRecord]:
        """Every record, by name."""
        return [record for _, record in sorted(self._records.items())]

    def keep(self, record: MinerRecord) -> None:
        """Keep this record in place of the one of the same name."""
        self._store(self._records | {record.name: record})

    def drop(self, name: str) -> None:
        """Forget a record; unknown names are forgotten already."""
        if name in self._records:
            self._store({key: record for key, record in self._records.items() if key != name})

    def _store(self, records: Mapping[str, MinerRecord]) -> None:
        content = _encode(records)
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
                records, unreadable = _decode(content)
            except (OSError, ValueError, RecursionError):
                on_problem(f"{path.name} was damaged and is now {set_aside(path).name}.")
                continue
            self._records, self._last = records, content
            if unreadable:
                kept = set_aside(path).name
                on_problem(f"{path.name} holds miners that this version cannot read ({unreadable}); it is now {kept}.")
            if path != self._path:
                on_problem(f"The miners were restored from {path.name}; the last change to them may be missing.")
            if unreadable or path != self._path:
                self._last = None  # the copy on disk is the better one until the next good write
                write_whole(self._path, _encode(records))
                self._last = _encode(records)
            else:
                self._mend_copy(content, on_problem)
            return

    def _mend_copy(self, good: bytes, on_problem: Callable[[str], None]) -> None:
        """Replace a copy that is missing or damaged, before it is needed."""
        try:
            _decode(_read(self._copy))
            return
        except FileNotFoundError:
            pass
        except (OSError, ValueError, RecursionError):
            on_problem(f"{self._copy.name} was damaged and is now {set_aside(self._copy).name}.")
        with suppress(StorageFull):  # it is only a copy
            write_whole(self._copy, good)


def _encode(records: Mapping[str, MinerRecord]) -> bytes:
    miners = [records[name].to_json(exclude_none=True) for name in sorted(records)]
    return json.dumps({"miners": miners, "sha256": _digest(miners)}, indent=1).encode()


def _digest(miners: Any) -> str:
    return hashlib.sha256(json.dumps(miners, sort_keys=True).encode()).hexdigest()


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(_MOST + 1)
    if len(content) > _MOST:
        raise ValueError("too large")
    return content


def _decode(content: bytes) -> tuple[dict[str, MinerRecord], str]:
    """The records and the names of those that cannot be read; ValueError when the content is not what was written."""
    body = json.loads(content)
    if not isinstance(body, dict) or not isinstance(body.get("miners"), list):
        raise ValueError("not a list of miners")
    if body.get("sha256") != _digest(body["miners"]):  # a flipped bit in a wallet would send the money elsewhere
        raise ValueError("wrong checksum")
    records, unreadable = {}, []
    for item in body["miners"]:
        try:
            record = MinerRecord.model_validate_json(json.dumps(item))
        except ValueError:
            unreadable.append(str(item.get("name")) if isinstance(item, dict) else "?")
        else:
            records[record.name] = record
    return records, ", ".join(unreadable)
