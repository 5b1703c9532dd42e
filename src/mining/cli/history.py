"""The command `history`: the figures of miners over a stretch of the past, as a table or as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import click

from mining.cli import columns, tables
from mining.cli.client import miner_path
from mining.cli.names import miner_names
from mining.cli.session import Command, Session, asks

METRICS = ("hashrate", "accepted", "rejected", "invalid", "temperature", "power", "ping", "difficulty")


@click.command(cls=Command)
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=miner_names)
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
@click.option("--card", help="The hashrate of this graphics card of NAME: its number, as `stats` shows, or its place.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, a row for each time and miner.")
@asks
def history(
    session: Session,
    /,
    names: Sequence[str],
    metrics: Sequence[str],
    card: str | None,
    as_csv: bool,
    **stretch: str | None,
) -> None:
    """Show the figures of miners over a stretch of the past; of all miners if no NAME is given."""
    about = {key: stretch[key] for key in ("duration", "resolution")}
    if card is None:
        ends = {"from": stretch["begin"], "to": stretch["end"]}
        data = session.api.get(
            "/history", miners=",".join(names) or None, metrics=",".join(metrics) or None, **about, **ends
        )
        table = data
    else:
        if len(names) != 1 or set(metrics) - {"hashrate"} or stretch["begin"] or stretch["end"]:
            raise click.UsageError(f"--card shows the hashrate up to now: miner-ctrl history NAME --card {card}")
        data = session.api.get(miner_path(names[0], "/hashrate-history"), card=card, **about)
        table = of_card(names[0], data)
    session.show(data, lambda: "\n".join(csv_lines(table)) if as_csv else text(table))


def of_card(name: str, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The hashrate of one card in the form of a history of miners."""
    rates = {"metric": "hashrate", "unit": "H/s", "values": [point["hashrate"] for point in data["points"]]}
    times = [point["timestamp"] for point in data["points"]]
    return {"timestamps": times, "to": data["to"], "miners": [{"name": f"{name} {data['card']}", "series": [rates]}]}


def text(data: Mapping[str, Any]) -> str:
    """A history as a table, or as several below each other where one would be too wide."""
    if not data["miners"]:
        return "There is no miner."
    if not data["timestamps"]:
        return "No bucket of that time is over yet; ask for a finer --resolution."
    width = columns.terminal_width() - len(data["timestamps"][0])
    beside: list[list[_Column]] = []
    left = 0
    for column in (_Column(name, series) for name, series in _series(data)):
        left -= column.width
        if left < 0:
            beside.append([])
            left = width - column.width
        beside[-1].append(column)
    return "\n\n".join(_table([*data["timestamps"], data["to"]], group) for group in beside)


def _series(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each figure with the name of its miner, and of its algorithm where that is computed beside the main one."""
    for miner in data["miners"]:
        yield from ((miner["name"], series) for series in miner["series"])
        for second in miner.get("second", ()):
            yield from ((f"{miner['name']} {second['algorithm']}", series) for series in second["series"])


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
    others = [
        {
            f"{series['metric']} ({second['algorithm']})": series
            for second in miner.get("second", ())
            for series in second["series"]
        }
        for miner in data["miners"]
    ]
    heads = dict.fromkeys(head for its in others for head in its)
    yield _row(("timestamp", "miner", *metrics, *heads))
    for place, at in enumerate(data["timestamps"]):
        for miner, its in zip(data["miners"], others, strict=True):
            values = [series["values"][place] for series in miner["series"]]
            values += [its[head]["values"][place] if head in its else None for head in heads]
            yield _row((at, miner["name"], *("" if each is None else str(each) for each in values)))


def _row(cells: Iterable[str]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(cells)
    return row.getvalue()


COMMANDS = {"history": history}
