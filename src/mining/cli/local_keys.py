"""The keys of a data folder whose daemon does not run, for its owner: who lost the last admin's key makes another."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mining.api.auth.keys import key_with, refuse_key
from mining.cli.client import FAILED, Refusal
from mining.cli.programs import refused
from mining.domain.access_key import issue, issued, listed, read_key_draft, revoked
from mining.domain.errors import MiningError
from mining.foundation.document import NewerDocument
from mining.storage.folder import FolderRefused, data_folder
from mining.storage.keys import KeyFile
from mining.storage.upgrade import refuse_newer_state

WHO = "the owner of the data folder"


class LocalKeys:
    """What the API does with keys, on the file."""

    def __init__(self, store: KeyFile) -> None:
        self._store = store

    def listed(self) -> dict[str, Any]:
        """Every key, by name, as a page."""
        now = datetime.now(UTC)
        shown = sorted((listed(key, now) for key in self._store.all()), key=lambda key: key.name.lower())
        where = {"page": 1, "limit": max(1, len(shown)), "total": len(shown), "pages": min(1, len(shown))}
        return {"items": [key.to_json() for key in shown], "pagination": where}

    def create(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Make a key."""
        now = datetime.now(UTC)
        draft = read_key_draft(json.dumps(body), now)
        refuse_key(draft, self._store.all())
        key, text = issue(draft, WHO, now)
        self._store.change(keep=[key])
        return issued(key, text, now).to_json()

    def revoke(self, id: str) -> dict[str, Any]:
        """Take one back."""
        key = key_with(id, self._store.all())
        self._store.change(drop=[key.id])
        return revoked(key, datetime.now(UTC)).to_json()


@contextmanager
def local_keys(folder: Path) -> Iterator[LocalKeys]:
    """The keys, while no daemon can start on the folder; Refusal for what cannot be done."""
    try:
        with data_folder(folder):
            refuse_newer_state(folder)
            yield LocalKeys(KeyFile(folder))
    except (FolderRefused, NewerDocument) as error:
        raise Refusal(str(error), FAILED) from error
    except MiningError as error:
        raise refused(error) from error
