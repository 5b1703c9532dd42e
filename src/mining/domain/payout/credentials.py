"""Credentials, what a pool is told at the login: who is paid, the worker where this pool reads it, the password."""

import re
from typing import NamedTuple

from mining.domain.message import phrase
from mining.domain.payout.login import parts_of
from mining.domain.payout.placeholder import NO_LOGIN
from mining.domain.payout.pool_catalogue import PoolEntry, find
from mining.domain.pool import Pool

NO_PASSWORD = "x"  # noqa: S105 - what they say where it has none
_SIGNS = {"login": ".", "login/": "/"}
_WORKER = re.compile(r"[A-Za-z0-9_.-]+")  # other signs mean something in a login, or to a pool that reads a password


class Credentials(NamedTuple):
    """The login of one pool; `doubt` says why the pool may not show the worker under its name."""

    login: str
    password: str
    rig_id: str | None = None  # the worker once more: some pools and proxies have a field for it
    doubt: str | None = None


def credentials(pool: Pool) -> Credentials:
    """What is said to a pool of which every field is settled."""
    login, password, worker = pool.wallet or NO_LOGIN, pool.password or NO_PASSWORD, pool.worker
    if worker is None:
        return Credentials(login, password)
    at = pool.address
    if at.daemon:
        return Credentials(login, password, worker, phrase("worker.node"))
    entry = find(at.host, at.port)
    reads = entry.worker if entry is not None else "none"
    if not _WORKER.fullmatch(worker):
        return Credentials(login, password, worker, _alone(phrase("worker.signs")))
    if reads == "password":
        return _in_password(pool, login, worker, entry)
    named = parts_of(login).worker
    if named is not None:
        doubt = None if named == worker else _alone(phrase("worker.named_already", name=named))
        return Credentials(login, password, worker, doubt)
    sign = _SIGNS.get(reads)
    if sign is None:
        why = phrase("worker.nowhere", endpoint=at.endpoint)
        return Credentials(login, password, worker, _alone(why))
    placed = parts_of(login).with_worker(sign, worker)
    if placed is None:
        return Credentials(login, password, worker, _alone(phrase("worker.no_place")))
    return Credentials(placed, password, worker)


def _in_password(pool: Pool, login: str, worker: str, entry: PoolEntry | None) -> Credentials:
    if not pool.password:
        return Credentials(login, worker, worker)
    doubt = None
    if re.split(r"[:~]", pool.password, maxsplit=1)[0] != worker:
        name = entry.name if entry is not None else pool.address.endpoint
        doubt = _alone(phrase("worker.in_password", pool=name))
    return Credentials(login, pool.password, worker, doubt)


def _alone(why: str) -> str:
    return phrase("worker.alone", why=why)
