"""The passwords of a configuration that nobody is shown: each stays with its pool and login when the rest is edited."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mining.domain.config import Config
from mining.domain.errors import ErrorDetail, InvalidConfig
from mining.domain.message import phrase

_Key = tuple[str, str | None]  # host:port, and the login that is used there


class _Entry(NamedTuple):
    field: str
    key: _Key
    password: str | None  # None: not said; empty: none


def keep_passwords(new: Config, old: Config | None) -> Config:
    """A copy of `new` in which each password that is not said is the one of the same pool and login in `old`.

    Among equal ones the place decides; an entry that was not there has none. Where that leaves several, InvalidConfig
    names the entry.
    """
    past = _passwords(old) if old is not None else {}
    entries = _entries(new)
    groups: dict[_Key, list[_Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.key].append(entry)
    errors: list[ErrorDetail] = []
    settled: dict[str, str | None] = {}
    for key, group in groups.items():
        passwords = past.get(key, ())
        same = len(set(passwords)) <= 1
        for place, entry in enumerate(group):
            if entry.password is not None:
                settled[entry.field] = entry.password or None
            elif same or len(passwords) == len(group):
                settled[entry.field] = passwords[0 if same else place] if passwords else None
            else:
                settled[entry.field] = None
                issue = phrase("fault.which_password", count=len(passwords))
                errors.append(ErrorDetail(entry.field, issue))
    if errors:
        raise InvalidConfig(errors)
    pools = tuple(pool.but(password=settled[f"pools[{place}].password"]) for place, pool in enumerate(new.pools))
    second = None if new.second is None else new.second.but(password=settled["second.password"])
    return new.but(password=settled["password"], pools=pools, second=second)


def changed_passwords(old: Config, new: Config) -> list[str]:
    """The entries of `new` with another password than before, as `password` and `pools[0].password`."""
    past = _passwords(old)
    seen: dict[_Key, int] = defaultdict(int)
    changed = []
    for field, key, password in _entries(new):
        passwords, place = past.get(key, ()), seen[key]
        seen[key] += 1
        if (password or None) != (passwords[min(place, len(passwords) - 1)] if passwords else None):
            changed.append(field)
    return changed


def _entries(config: Config) -> list[_Entry]:
    return [
        _Entry(f"{prefix}password", (pool.address.endpoint, pool.wallet), pool.password)
        for prefix, pool in config.places()
    ]


def _passwords(config: Config) -> Mapping[_Key, Sequence[str | None]]:
    passwords: dict[_Key, list[str | None]] = defaultdict(list)
    for entry in _entries(config):
        passwords[entry.key].append(entry.password or None)
    return passwords
