"""A document on disk: JSON that says its schema and the version that wrote it, under a checksum over all of it.

`sum` is the SHA-256 of everything else, as `json.dumps(…, sort_keys=True)` writes it: this holds in every schema, for
a schema is believed only under a right sum. Within one schema versions only add keys.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mining import __version__
from mining.foundation.files import read_plain

SCHEMA = 1
MOST = 16 * 1024**2  # bytes; a thousand miners take about one
FIRST = "0.1.0"  # which sealed nothing
_SEAL = ("schema", "writtenBy", "sum")


class DamagedDocument(ValueError):
    """This is not, or no longer, what was written."""


class NewerDocument(Exception):
    """A newer version wrote it in a way that this version cannot read; the text says what to do."""

    def __init__(self, name: str, written_by: str) -> None:
        self.name = name
        self.written_by = written_by[:32] if written_by and written_by.isprintable() else None  # None: not to be shown
        whose = f"version {self.written_by}" if self.written_by else "a newer version"
        super().__init__(
            f"{name} was written by {whose}, in a way that this version ({__version__}) cannot read; start "
            "that version, or choose another folder with --data-dir. Nothing was changed, and miners go on"
        )


@dataclass(frozen=True)
class Document:
    """The content of a document, without its seal."""

    body: dict[str, Any]
    sealed: bool
    written_by: str


def seal(body: Mapping[str, Any], written_by: str = __version__) -> bytes:
    """The bytes of a document."""
    whole = {**body, "schema": SCHEMA, "writtenBy": written_by}
    return json.dumps(whole | {"sum": checksum(whole)}, indent=1).encode()


def unseal(content: bytes, name: str) -> Document:
    """What is in those bytes. DamagedDocument or NewerDocument; without any seal it is the first version's."""
    try:
        body = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DamagedDocument("not JSON") from error
    if not isinstance(body, dict):
        raise DamagedDocument("not an object")
    if not any(key in body for key in _SEAL):
        return Document(body, False, FIRST)
    total = body.pop("sum", None)
    if total != checksum(body):
        raise DamagedDocument("wrong checksum")
    schema, written_by = body.pop("schema", None), body.pop("writtenBy", None)
    if type(schema) is not int or not isinstance(written_by, str):
        raise DamagedDocument("no schema")
    if schema > SCHEMA:
        raise NewerDocument(name, written_by)
    return Document(body, True, written_by)


def checksum(value: Any) -> str:
    """What tells a value of JSON from every other."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def read_file(path: Path) -> bytes:
    """The bytes of a document; OSError or DamagedDocument."""
    content = read_plain(path, MOST + 1)
    if len(content) > MOST:
        raise DamagedDocument("too large")
    return content


def refuse_newer(path: Path, *copies: Path) -> None:
    """NewerDocument when that file, or where it is damaged or missing its good copy, cannot be read by this version."""
    for each in (path, *copies):
        try:
            unseal(read_file(each), each.name)
        except (OSError, DamagedDocument):
            continue  # whoever reads it says so
        return
