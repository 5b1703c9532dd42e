"""Keys and an audit on paper: the real rules over a list in memory."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from mining.api.auth.keys import AccessKeys
from mining.api.call import AccessRooms
from mining.domain.access_key import AccessKey, KeyDraft, issue
from mining.domain.audit import AuditDraft, AuditEntry, AuditHead, AuditReport, broken, linked
from mining.domain.principal import Role
from mining.domain.value import timestamp


class PaperKeys:
    """Keeps the promises of the KeyStore protocol."""

    def __init__(self) -> None:
        self.keys: dict[str, AccessKey] = {}

    def all(self) -> Sequence[AccessKey]:
        return [key for _, key in sorted(self.keys.items())]

    def change(self, keep: Sequence[AccessKey] = (), drop: Sequence[str] = ()) -> None:
        self.keys = {id: key for id, key in self.keys.items() if id not in drop} | {key.id: key for key in keep}


class PaperAudit:
    """Keeps the promises of the Audit protocol."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self.problem: str | None = None

    async def add(self, draft: AuditDraft) -> None:
        previous = self.entries[-1]["sum"] if self.entries else AuditHead().end
        self.entries.append(linked(draft, len(self.entries) + 1, timestamp(datetime.now(UTC)), previous))

    async def page(self, offset: int, limit: int) -> tuple[Sequence[AuditEntry], int]:
        newest = self.entries[::-1][offset : offset + limit]
        return [AuditEntry.model_validate({**each, "timestamp": datetime.now(UTC)}) for each in newest], len(
            self.entries
        )

    async def verify(self) -> AuditReport:
        issue = broken([], AuditHead())
        return AuditReport(ok=issue is None, entries=len(self.entries), issue=issue)


class PaperAccess:
    """Both, a clock that a test may set, and keys without a daemon."""

    def __init__(self) -> None:
        self.store = PaperKeys()
        self.audit = PaperAudit()
        self.told: list[tuple[Any, ...]] = []
        self.ahead = 0.0  # s that the clock goes before the true one
        self.keys = AccessKeys(self.store, self._tell, lambda: time.time() + self.ahead)

    def begin_anew(self) -> None:
        """Nobody has a key, and nothing is written down."""
        self.store.keys, self.ahead = {}, 0.0
        self.told.clear()
        self.audit.entries.clear()
        self.keys.renew()

    @property
    def rooms(self) -> AccessRooms:
        return AccessRooms(self.keys, self.audit)

    def make(self, name: str, role: Role, expires_at: datetime | None = None) -> str:
        """A key as if somebody had created it before; its text."""
        key, text = issue(KeyDraft(name=name, role=role, expires_at=expires_at), "me", datetime.now(UTC))
        self.store.change(keep=[key])
        self.keys.renew()
        return text

    async def _tell(self, *what: Any, **details: Any) -> None:
        self.told.append((*what, details))
