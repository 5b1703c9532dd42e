"""The command `check`: what a start would meet, without starting."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from mining.cli import columns, tables
from mining.cli.client import FAILED, fault_text, miner_path
from mining.cli.config import config_from_flags, config_options
from mining.cli.names import type_names
from mining.cli.session import Command, Session, asks

MEBI = 1 << 20
NOT_INSTALLED = "MINER_NOT_INSTALLED"  # which says how to get it


@click.command(cls=Command)
@click.argument("type", shell_complete=type_names)
@click.option("--name", help="The miner's name.  [default: its type]")
@config_options
@asks
def check(
    session: Session, /, type: str, name: str | None, file: Path | None, options: tuple[str, ...], **fields: Any
) -> None:
    """Check a start without starting: program, configuration, logins, memory and pools of a TYPE such as xmrig.

    Takes the options of `start`. Exit code 1 if a start would be refused.
    """
    data = session.api.post(miner_path(type, "/check"), config_from_flags(file, options, fields), name=name)
    session.show(data, lambda: "\n".join(lines(data)))
    if not data["ok"]:
        click.get_current_context().exit(FAILED)


def lines(data: Mapping[str, Any]) -> Iterator[str]:
    """A check for a person: what it is about, then what stands in the way, then the verdict."""
    about = list(facts(data))
    if about:
        yield columns.card(about)
    yield from tables.warnings(data)
    errors = sorted(data["errors"], key=lambda error: error["code"] != NOT_INSTALLED)  # the root of what follows
    yield from dict.fromkeys(f"✗ {fault_text(error['field'], error['message'])}" for error in errors)
    yield "A start would go ahead." if data["ok"] else "A start would be refused."


def facts(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What would be run, with what, and what it would say to whom."""
    program, memory = data["program"], data["memory"]
    if program is not None:
        yield "Program", f"{program['path']} {program['version'] or ''}".rstrip()
    for pool in data["pools"]:
        tls = ", TLS" if pool["tls"] else ""
        yield "Pool", f"{pool['pool']} as {pool['login']}{tls}: {pool['issue'] or 'no objection'}"
    if memory is not None:
        full, least, available = (memory[each] // MEBI for each in ("full", "least", "available"))
        yield "Memory", f"{full:,} MiB at best, {least:,} MiB at least; {available:,} MiB available"
    if data["files"]:
        yield "Files", ", ".join(data["files"])


COMMANDS = {"check": check}
