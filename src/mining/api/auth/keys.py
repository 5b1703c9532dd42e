"""The keys of a running daemon: what opens something at this moment."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from mining.domain.access_key import (
    MOST_KEYS,
    AccessKey,
    IssuedKey,
    KeyDraft,
    KeyRing,
    KeyStore,
    ListedKey,
    RevokedKey,
    expired,
    issue,
    issued,
    listed,
    revoked,
)
from mining.domain.errors import KeyAlreadyExists, KeyNotFound, NotSupported
from mining.domain.message import message, phrase
from mining.domain.principal import Principal

NEVER = float("inf")
LOOK = 60.0  # s between looks at the clock, which somebody may set forward


class AccessKeys:
    """A change counts before it is answered. What has once expired stays so, although the clock be set back."""

    def __init__(
        self, store: KeyStore, tell: Callable[..., Awaitable[None]], clock: Callable[[], float] = time.time
    ) -> None:
        self._store = store
        self._tell = tell
        self._clock = clock
        self._lock = asyncio.Lock()
        self._over: set[str] = set()  # the ids of those that have expired
        self._changed = asyncio.Event()
        self._ring, self._until = KeyRing({}), NEVER
        self.renew()

    def ring(self) -> KeyRing:
        """The keys that open something now: the same object for as long as they are the same."""
        if self._until != NEVER and self._clock() >= self._until:
            self.renew()
        return self._ring

    async def gone(self, id: str) -> None:
        """Return when that key opens nothing any more."""
        while id in self.ring().keys:
            left = max(0.0, self._until - self._clock())
            with suppress(TimeoutError):
                async with asyncio.timeout(min(LOOK, left)):
                    await self._changed.wait()

    def listed(self) -> Sequence[ListedKey]:
        """Every key, by name."""
        now = self._now()
        return sorted((listed(key, now) for key in self._store.all()), key=lambda key: key.name.lower())

    async def create(self, draft: KeyDraft, *, who: Principal) -> IssuedKey:
        """Make one; KeyAlreadyExists when its name is taken."""
        async with self._lock:
            keys = self._store.all()
            refuse_key(draft, keys)
            key, text = issue(draft, who.name, self._now())
            await asyncio.to_thread(self._store.change, keep=[key])
            self.renew()
        about = message("key.created", name=key.name, role=key.role, who=who.name)
        await self._tell(None, "key", about, who)
        return issued(key, text, self._now())

    async def revoke(self, id: str, *, who: Principal) -> RevokedKey:
        """Take one back, at once; KeyNotFound otherwise."""
        async with self._lock:
            key = key_with(id, self._store.all())
            await asyncio.to_thread(self._store.change, drop=[key.id])
            self.renew()
        await self._tell(None, "key", message("key.revoked", name=key.name, who=who.name), who)
        return revoked(key, self._now())

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)

    def renew(self) -> None:
        """Look at the store and the clock again."""
        now = self._now()
        keys = self._store.all()
        self._over = {key.id for key in keys if key.id in self._over or expired(key, now)}
        valid = {key.id: key for key in keys if key.id not in self._over and not key.unknown}
        self._until = min((key.expires_at.timestamp() for key in valid.values() if key.expires_at), default=NEVER)
        self._ring = KeyRing(valid)
        self._changed.set()  # whoever waits looks again
        self._changed = asyncio.Event()


def refuse_key(draft: KeyDraft, keys: Sequence[AccessKey]) -> None:
    """KeyAlreadyExists when its name is taken, NotSupported when there are too many."""
    for key in keys:
        if key.name.lower() == draft.name.lower():
            raise KeyAlreadyExists(
                phrase("refuse.key_exists", name=key.name),
                id=key.id,
                name=key.name,
            )
    if len(keys) >= MOST_KEYS:
        raise NotSupported(phrase("refuse.many_keys", most=MOST_KEYS))


def key_with(id: str, keys: Sequence[AccessKey]) -> AccessKey:
    """The key of that id; KeyNotFound otherwise."""
    for key in keys:
        if key.id == id:
            return key
    raise KeyNotFound(phrase("refuse.no_key", id=id[:64]), id=id[:64])
