"""Access keys on disk (fulfils `mining.domain.access_key.KeyStore`); the admin's own in a file for the command line."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from mining.domain.access_key import ADMIN, AccessKey, KeyDraft, KeyRing, expired, issue
from mining.foundation.platform import remove
from mining.storage.disk import write_whole
from mining.storage.records import Records

TOKEN = "admin.token"  # noqa: S105 - the name of a file


class KeyFile:
    """`keys.json` in the data folder. Its copy is never older: what was revoked does not come back with it."""

    def __init__(self, folder: Path, on_problem: Callable[[str], None] = lambda _: None) -> None:
        self._token = folder / TOKEN
        self._records = Records(folder, "keys", AccessKey, lambda key: key.id, on_problem, even=True)
        if self._text_of_token() is not None and self._holder_of_token() is None:
            remove(self._token)  # the command line would send what opens nothing

    def all(self) -> Sequence[AccessKey]:
        """Every key, by id."""
        return self._records.all()

    def change(self, keep: Sequence[AccessKey] = (), drop: Sequence[str] = ()) -> None:
        """Keep these, and drop those of these ids; durable when it returns, and what was dropped never returns."""
        holder = self._holder_of_token()
        self._records.change(keep, drop)
        if holder is not None and holder.id in drop:
            remove(self._token)

    def first_admin(self) -> str | None:
        """The text of a new key for the admin, left in a file for the command line; None while there is such a key."""
        now = datetime.now(UTC)
        keys = self.all()
        if any(key.role == "admin" and not key.unknown and not expired(key, now) for key in keys):
            return None
        names = {key.name.lower() for key in keys}
        name = next(each for each in (ADMIN, *(f"{ADMIN}-{turn}" for turn in range(2, 1000))) if each not in names)
        key, text = issue(KeyDraft(name=name, role="admin"), "the daemon", now)
        self.change(keep=[key])
        write_whole(self._token, f"{text}\n".encode())
        return text

    def _text_of_token(self) -> str | None:
        with suppress(OSError, UnicodeDecodeError):
            return self._token.read_text("ascii").strip()
        return None

    def _holder_of_token(self) -> AccessKey | None:
        text = self._text_of_token()
        return KeyRing({key.id: key for key in self.all()}).holder(text) if text else None
