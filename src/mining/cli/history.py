"""The command `history`: the figures of miners over a stretch of the past, as a table or as CSV."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from mining.cli import columns, tables
from mining.cli.session import Command, Session, asks

METRICS = ("hashrate", "accepted", "rejected", "invalid", "temperature", "power", "ping", "difficulty")


@click.command(cls=Command)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--metric",
    "metrics",
    type=click.Choice(METRICS),
    multiple=True,
    help="What to show; repeatable.  [default: hashrate]",
)
@click.option("--duration", help="How far back, such as 30m, 24h or 7d.  [default: 1h]")
@click.option("--from", "begin", help="Where it begins, such as 2025-12-31T00:00:00Z.")
@click.option("--to", "end", help="Where it ends.  [default: now]")
@click.option("--resolution", type=click.Choice(["10s", "1m", "5m", "1h"]), help="The width of a row.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, a row for each time and miner.")
@asks
def history(
    session: Session, /, names: Sequence[str], metrics: Sequence[str], as_csv: bool, **stretch: str | None
) -> None:
    """Show the figures of miners over a stretch of the past; of all miners if no NAME is given."""
    data = session.api.get(
        "/history",
        miners=",".join(names) or None,
        metrics=",".join(metrics) or None,
        duration=stretch["duration"],
        resolution=stretch["resolution"],
        **{"from": stretch["begin"], "to": stretch["end"]},
    )
    session.show(data, lambda: "\n".join(csv_lines(data)) if as_csv else text(data))


def text(data: Mapping[str, Any]) -> str:
    """A history as a table."""
    if not data["miners"]:
        return "There is no miner."
    figures = [(miner["name"], series) for miner in data["miners"] for series in miner["series"]]
    head = ["TIME", *(f"{name} {series['metric']}".upper() for name, series in figures)]
    rows = [
        [at, *(shown(series, series["values"][place]) for _, series in figures)]
        for place, at in enumerate(data["timestamps"])
    ]
    return columns.table(head, rows) if rows else "No bucket of that time is over yet; ask for a finer --resolution."


def shown(series: Mapping[str, Any], value: float | None) -> str:
    """A figure with its unit."""
    if value is None:
        return columns.UNKNOWN
    if series["metric"] == "hashrate":
        return tables.hashrate(value)
    return f"{value:,} {series['unit'] or ''}".rstrip()


def csv_lines(data: Mapping[str, Any]) -> Iterator[str]:
    """A history as CSV, as the API writes it; nothing stands where nothing was measured."""
    metrics = [series["metric"] for miner in data["miners"][:1] for series in miner["series"]]
    yield ",".join(("timestamp", "miner", *metrics))
    for place, at in enumerate(data["timestamps"]):
        for miner in data["miners"]:
            values = (series["values"][place] for series in miner["series"])
            yield ",".join((at, miner["name"], *("" if each is None else str(each) for each in values)))


COMMANDS = {"history": history}
