"""All miners at once: their totals, and a verb for every one of them."""

from collections.abc import Mapping
from typing import Any

import click

from mining.cli import tables
from mining.cli.client import FAILED, Refusal
from mining.cli.columns import UNKNOWN, table
from mining.cli.session import Command, Session, asks
from mining.domain.units import prefixed


@click.command(cls=Command)
@asks
def summary(session: Session) -> None:
    """Show the totals of all miners, each algorithm apart."""
    data = session.api.get("/summary")
    session.show(data, lambda: totals(data))


def totals(data: Mapping[str, Any]) -> str:
    """A line for each algorithm, below how many miners there are; figures of less than all miners say of how many."""
    statuses = ", ".join(f"{count} {status}" for status, count in data["statuses"].items())
    first = f"Miners: {data['miners']}{f' ({statuses})' if statuses else ''}."
    rows = [_row(total) for total in data["algorithms"]]
    if not rows:
        return first
    head = ("ALGORITHM", "MINERS", "HASHRATE", "ACCEPTED", "REJECTED", "POWER", "EFFICIENCY")
    return f"{first}\n{table(head, rows, optional=('EFFICIENCY', 'REJECTED', 'POWER'))}"


def _row(total: Mapping[str, Any]) -> tuple[str, ...]:
    reporting, miners = total["reporting"], total["miners"]

    def of(figure: str, text: str) -> str:
        counted = reporting[figure]
        return text if text == UNKNOWN or counted == miners else f"{text} (of {counted})"

    power = None if total["power"] is None else float(total["power"])
    return (
        f"{total['algorithm'] or UNKNOWN}{' (simulated)' if total['simulated'] else ''}",
        str(miners),
        of("hashrate", tables.hashrate(total["hashrate"])),
        str(total["accepted"]),
        str(total["rejected"]),
        of("power", tables.amount(power, "W")),
        of("efficiency", UNKNOWN if total["efficiency"] is None else prefixed(total["efficiency"], "H/W")),
    )


def one_or_all(name: str | None, everyone: bool) -> None:
    """UsageError unless one miner is named, or all are meant."""
    if everyone == (name is not None):
        raise click.UsageError("give the name of one miner, or --all")


def for_all(session: Session, verb: str, **query: Any) -> None:
    """A verb for every miner that it makes sense for; Refusal names those that failed, which keep no other from it."""
    results = session.api.post(f"/miners/{verb}-all", **query)["results"]
    lines = [f"{each['name']}: {verb} requested; now {tables.status(each)}." for each in results if each["ok"]]
    if session.for_programs or lines or not results:
        session.done(results, lambda: "\n".join(lines) or f"There is no miner to {verb}.")
    if failures := [f"{each['name']}: {each['message']}" for each in results if not each["ok"]]:
        raise Refusal("\n".join(failures), FAILED)


COMMANDS = {"summary": summary}
