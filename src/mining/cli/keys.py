"""The commands `keys` and `audit`: who may come in, and what was changed by whom."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from mining.cli.client import FAILED, UNREACHABLE, Refusal
from mining.cli.columns import UNKNOWN, table
from mining.cli.session import Command, Session, WholeNumber, asks
from mining.client.address import data_folder
from mining.foundation.platform import make_private, open_file

_UNITS = {"m": 60, "h": 3600, "d": 86400}
_LONGEST = 200 * 365 * 86400  # s; the daemon says no to less than that


@click.group()
def keys() -> None:
    """Create, list and revoke access keys for other people and machines.

    A viewer reads, wallets masked; an operator also starts and stops what an admin set up; an admin does everything.
    """


@keys.command(cls=Command)
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(["viewer", "operator", "admin"]),
    default="viewer",
    show_default=True,
    help="What it may do.",
)
@click.option("--expires", metavar="WHEN", help="30d, 12h, or a time such as 2026-12-31T23:59:59Z.  [default: never]")
@click.option(
    "--to",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it into a new file that is yours alone, instead of printing it.",
)
@asks
def create(session: Session, name: str, role: str, expires: str | None, file: Path | None) -> None:
    """Create a key, and print it this once; only its hash is stored."""
    if file is not None and file.exists():
        raise click.UsageError(f"{file} is there already")
    body = {"name": name, "role": role} | ({"expiresAt": moment(expires)} if expires else {})
    made = _create(session, body)
    if file is not None:
        text = made.pop("key")
        with os.fdopen(open_file(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "w", encoding="ascii") as output:
            make_private(file)
            output.write(f"{text}\n")
        session.done(made, lambda: f"The key {made['name']} ({made['role']}) is in {file}, and nowhere else.")
        return
    session.show(
        made,
        lambda: f"{made['key']}\nThis is the key {made['name']} ({made['role']}). It is shown only now; keep it safe.",
    )


@keys.command("list", cls=Command)
@asks
def listing(session: Session) -> None:
    """List the keys, without their secrets."""
    data = _list(session)
    rows = [
        (
            each["id"],
            each["name"],
            each["role"],
            each["createdAt"],
            each["createdBy"],
            "expired" if each["expired"] else each["expiresAt"] or "never",
        )
        for each in data["items"]
    ]
    head = ("ID", "NAME", "ROLE", "CREATED", "BY", "EXPIRES")
    session.show(
        data,
        lambda: table(head, rows, ("CREATED", "BY")) if rows else "There is no key yet: miner-ctrl keys create NAME",
    )


@keys.command(cls=Command)
@click.argument("key", metavar="NAME|ID")
@asks
def revoke(session: Session, key: str) -> None:
    """Revoke a key. It stops at once, also where it is in use."""
    match = [each for each in _list(session)["items"] if key == each["id"] or key.lower() == each["name"].lower()]
    if not match:
        raise Refusal(f"There is no key {key!r}; see: miner-ctrl keys list", 3, "KEY_NOT_FOUND")
    gone = _revoke(session, match[0]["id"])
    session.done(gone, lambda: str(gone["message"]))


@click.command(cls=Command)
@click.option("-n", "lines", type=WholeNumber(1, 1000), default=50, show_default=True, help="The newest so many.")
@asks
def audit(session: Session, lines: int) -> None:
    """Show who changed what, when, from where, with what outcome; exit code 1 when the chain of entries is broken."""
    report = session.api.get("/audit/verification")
    page = session.api.get("/audit", limit=lines)
    head = ("SEQ", "TIME", "WHO", "FROM", "WHAT", "TARGET", "OUTCOME")
    namespace = urlsplit(session.url).path.rstrip("/")
    rows = [_row(each, namespace) for each in reversed(page["items"])]
    whole = f"The chain of {report['entries']} entries holds."
    verdict = whole if report["ok"] else f"! The chain is broken: {report['issue']}."
    session.show(
        report | {"items": page["items"]},
        lambda: "\n".join([table(head, rows, ("SEQ", "FROM")), verdict] if rows else [verdict]),
    )
    if not report["ok"]:
        raise click.exceptions.Exit(FAILED)


def _row(entry: Mapping[str, Any], namespace: str) -> tuple[str, ...]:
    outcome = entry["code"] or entry["text"] or str(entry["outcome"] or UNKNOWN)
    omitted = f" ({entry['omitted']} more were refused before)" if entry["omitted"] else ""
    role = f" ({entry['role']})" if entry["role"] else ""
    return (
        str(entry["seq"]),
        entry["timestamp"],
        entry["who"] + role,
        entry["address"] or UNKNOWN,
        entry["what"],
        (entry["target"] or UNKNOWN).removeprefix(namespace),  # which is the same in each
        outcome + omitted,
    )


def moment(text: str) -> str:
    """`30d`, `12h` or `5m` from now, or a time as it is, as the API spells it."""
    if text[-1:] in _UNITS and text[:-1].isdecimal():
        at = datetime.now(UTC) + timedelta(seconds=min(int(text[:-1][:12]) * _UNITS[text[-1]], _LONGEST))
        return at.isoformat(timespec="seconds").replace("+00:00", "Z")
    return text


def _create(session: Session, body: Mapping[str, Any]) -> Any:
    try:
        return session.api.post("/keys", body)
    except Refusal as refusal:
        with _local(session, refusal) as local:
            return local.create(body)


def _list(session: Session) -> Any:
    try:
        return session.api.all("/keys")
    except Refusal as refusal:
        with _local(session, refusal) as local:
            return local.listed()


def _revoke(session: Session, id: str) -> Any:
    try:
        return session.api.delete(f"/keys/{id}")
    except Refusal as refusal:
        with _local(session, refusal) as local:
            return local.revoke(id)


def _local(session: Session, refusal: Refusal) -> Any:
    """The keys of a data folder whose daemon does not run; the refusal again where that is not so."""
    if refusal.exit_code != UNREACHABLE or session.named:
        raise refusal
    from mining.cli.local_keys import local_keys

    return local_keys(data_folder(session.data_dir))


COMMANDS = {"keys": keys, "audit": audit}
