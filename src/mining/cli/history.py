"""The command `history`: the figures of miners over a stretch of the past, as a table or as CSV."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
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
    """A history as a table, or as several below each other where one would be too wide."""
    if not data["miners"]:
        return "There is no miner."
    if not data["timestamps"]:
        return "No bucket of that time is over yet; ask for a finer --resolution."
    width = columns.terminal_width() - len(data["timestamps"][0])
    beside: list[list[_Column]] = []
    left = 0
    for column in (_Column(miner["name"], series) for miner in data["miners"] for series in miner["series"]):
        left -= column.width
        if left < 0:
            beside.append([])
            left = width - column.width
        beside[-1].append(column)
    return "\n\n".join(_table([*data["timestamps"], data["to"]], group) for group in beside)


class _Column:
    """One figure of one miner."""

    def __init__(self, miner: str, series: Mapping[str, Any]) -> None:
        self.head = f"{miner} {series['metric']}".upper()
        self.cells = [shown(series, value) for value in series["values"]]
        self.width = max(map(len, (self.head, *self.cells))) + 2  # with the gap before it


def _table(times: Sequence[str], group: Sequence[_Column]) -> str:
    """Some figures; buckets in a row without any of them are one line. The last of the times is the end."""
    rows = []
    lines = zip(*(column.cells for column in group), strict=True)
    for blank, run in groupby(enumerate(lines), lambda line: set(line[1]) == {columns.UNKNOWN}):
        buckets = list(run)
        if blank and len(buckets) > 1:
            rows.append([f"No figures from {times[buckets[0][0]]} to {times[buckets[-1][0] + 1]}."])
        else:
            rows += [[times[place], *cells] for place, cells in buckets]
    return columns.table(["TIME", *(column.head for column in group)], rows)


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
