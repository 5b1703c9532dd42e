"""AccessKey, by which somebody is let in who does not sit at this machine; only the hash of its secret is stored."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from secrets import token_hex, token_urlsafe
from typing import Annotated, Any, NamedTuple, Protocol

from pydantic import AfterValidator, Field, ValidationError

from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.message import phrase
from mining.domain.principal import Role
from mining.domain.stored import Stored
from mining.domain.validation import errors_in
from mining.domain.value import Moment, Value

MOST_KEYS = 256
ADMIN = "admin"  # the name of the key that the daemon makes for itself
_TEXT = re.compile(r"mp_([0-9a-f]{8})_([A-Za-z0-9_-]{43})", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._@-]{0,62}[A-Za-z0-9])?", re.ASCII)
_NOBODY = "0" * 64  # is compared with where there is no such key, so that it takes as long


def _named(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(phrase("fault.key_name"))
    return name


class AccessKey(Stored):
    """One key. What of it is not understood might bound it, so such a key opens nothing."""

    id: str
    name: str
    role: Role
    hash: str = Field(repr=False, description="SHA-256 of the secret, which has 256 bits of its own")
    created_at: Moment
    created_by: str
    expires_at: Moment | None = None


class ListedKey(Value):
    """A key as it is shown: without its secret, which nobody knows any more."""

    id: str = Field(examples=["7f0c1f6e"])
    name: str
    role: Role
    created_at: Moment
    created_by: str
    expires_at: Moment | None = Field(None, description="null: never.")
    expired: bool


class IssuedKey(ListedKey):
    """A key that was just made. Its text is told this once."""

    key: str = Field(description="What is sent as `Authorization: Bearer …`. It is never told again.")


class RevokedKey(ListedKey):
    """A key that is no more."""

    message: str


class KeyDraft(Value):
    """A key to be made."""

    name: Annotated[str, AfterValidator(_named)] = Field(
        description="Whose it is; it stands in the timeline.", examples=["phone"]
    )
    role: Role = Field("viewer", description="`viewer` reads, `operator` starts and stops, `admin` may do everything.")
    expires_at: Annotated[datetime | None, Field(description="From when on it opens nothing; absent: never.")] = None


class KeyRing(NamedTuple):
    """The keys that open something at one moment, by id."""

    keys: Mapping[str, AccessKey]

    def holder(self, text: str) -> AccessKey | None:
        """The key whose text that is; it takes as long for a wrong one."""
        match = _TEXT.fullmatch(text)
        key = self.keys.get(match[1]) if match else None
        right = compare_digest(hashed(match[2] if match else ""), key.hash if key else _NOBODY)
        return key if right else None


NO_KEYS = KeyRing({})


class KeyStore(Protocol):
    """Keys on disk. On a full disk writes raise StorageFull, and nothing old is lost."""

    def all(self) -> Sequence[AccessKey]:
        """Every key, by id."""

    def change(self, keep: Sequence[AccessKey] = (), drop: Sequence[str] = ()) -> None:
        """Keep these, and drop those of these ids; durable when it returns, and what was dropped never returns."""


def read_key_draft(raw: bytes | str, now: datetime) -> KeyDraft:
    """The key that a body asks for; InvalidRequest names all that is wrong with it."""
    try:
        draft = KeyDraft.model_validate_json(raw)
    except ValidationError as error:
        raise InvalidRequest(errors_in(error)) from error
    if draft.expires_at is not None:
        if draft.expires_at.tzinfo is None:
            issue = phrase("fault.not_a_time_with_zone", example="2026-12-31T23:59:59Z")
            raise InvalidRequest([ErrorDetail("expiresAt", issue)])
        if not now < draft.expires_at < now + timedelta(days=36525):
            raise InvalidRequest([ErrorDetail("expiresAt", phrase("fault.key_expiry"))])
    return draft


def issue(draft: KeyDraft, who: str, now: datetime) -> tuple[AccessKey, str]:
    """A new key, and its text."""
    id, secret = token_hex(4), token_urlsafe(32)
    key = AccessKey(
        id=id, name=draft.name, role=draft.role, hash=hashed(secret),
        created_at=now, created_by=who, expires_at=draft.expires_at,
    )  # fmt: skip
    return key, f"mp_{id}_{secret}"


def hashed(secret: str) -> str:
    """What is stored of a secret."""
    return sha256(secret.encode()).hexdigest()


def listed(key: AccessKey, now: datetime) -> ListedKey:
    """A key as it is shown."""
    return ListedKey(**_shown(key), expired=expired(key, now))


def issued(key: AccessKey, text: str, now: datetime) -> IssuedKey:
    """A key that was just made."""
    return IssuedKey(**_shown(key), expired=expired(key, now), key=text)


def revoked(key: AccessKey, now: datetime) -> RevokedKey:
    """A key that is no more."""
    message = f"The key {key.name!r} is revoked; it opens nothing any more."
    return RevokedKey(**_shown(key), expired=expired(key, now), message=message)


def expired(key: AccessKey, now: datetime) -> bool:
    """Whether its time is over."""
    return key.expires_at is not None and key.expires_at <= now


def _shown(key: AccessKey) -> Mapping[str, Any]:
    return {name: value for name, value in dict(key).items() if name in ListedKey.model_fields}
