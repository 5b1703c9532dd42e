"""The commands `bench` and `benchmarks`: measure how fast a program computes here, and what was measured before."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from mining.cli import columns, tables
from mining.cli.client import FAILED, Refusal, miner_path
from mining.cli.config import CONFIRM, config_from_flags, config_options
from mining.cli.names import type_names
from mining.cli.session import INTERRUPTED, Command, Session, asks

LOOK = 1.0  # seconds between looks at one that is running
_BESIDE = ("algo", "threads")  # of a configuration that needs no pool


@click.command(cls=Command)
@click.argument("type", shell_complete=type_names)
@click.option("--seconds", type=int, metavar="NUMBER", help="For how long it is measured, 10 to 3600.  [default: 60]")
@config_options
@CONFIRM
@asks
def bench(
    session: Session,
    /,
    type: str,
    seconds: int | None,
    confirm: str | None,
    file: Path | None,
    options: tuple[str, ...],
    **fields: Any,
) -> None:
    """Measure how fast a program computes an algorithm on this machine. TYPE is a miner type such as xmrig.

    It uses the program's own benchmark where it has one, which needs no pool; else it mines for that time, which needs
    --pool and --wallet. No miner may use the same devices meanwhile. Ctrl-C cancels it.
    """
    config = config_from_flags(file, options, fields)
    order: dict[str, Any] = {"seconds": seconds, "algo": config.get("algo")}
    if config.keys() - set(_BESIDE):
        order["config"] = config
    else:
        order["threads"] = config.get("threads")
    body = {key: value for key, value in order.items() if value is not None}
    job = session.api.post(miner_path(type, "/benchmark"), body, confirm=confirm)
    try:
        job = follow(session, job)
    except KeyboardInterrupt:
        job = session.api.delete(f"/benchmarks/{job['id']}")
        click.echo(job["message"], err=True)
        click.get_current_context().exit(INTERRUPTED)
    if job["state"] != "done":
        raise Refusal(job["message"], FAILED)
    session.show(job, lambda: columns.card(facts(job)))


def follow(session: Session, job: dict[str, Any]) -> dict[str, Any]:
    """The benchmark at its end; meanwhile every tenth of it is told on stderr."""
    shown = -1
    while job["state"] == "running":
        tenth = int(10 * job["progress"])
        if tenth != shown and not session.silent:
            shown = tenth
            click.echo(job["message"], err=True)
        time.sleep(LOOK)
        job = session.api.get(f"/benchmarks/{job['id']}")
    return job


def facts(job: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What was measured, with what."""
    how = "its own benchmark" if job["method"] == "own" else "it mined"
    return [
        ("Hashrate", tables.hashrate(job["hashrate"])),
        ("Algorithm", job["algorithm"]),
        ("Program", f"{job['type']} {job['version'] or ''}".rstrip()),
        ("Hardware", job["hardware"]),
        ("Threads", str(job["threads"] or "as the program decides")),
        ("Measured", f"{job['samples']} readings, {how}"),
    ]


@click.command(cls=Command)
@click.option("--type", "kind", metavar="TYPE", help="Only of this program.")
@click.option("--algo", metavar="ALGORITHM", help="Only of this algorithm.")
@asks
def benchmarks(session: Session, kind: str | None, algo: str | None) -> None:
    """List what was measured on this machine."""
    data = session.api.get("/benchmarks", type=kind, algorithm=algo, limit=1000)
    heads = ["TYPE", "VERSION", "ALGORITHM", "HASHRATE", "HARDWARE", "STATE", "WHEN"]
    rows = [
        [
            each["type"],
            each["version"] or columns.UNKNOWN,
            each["algorithm"],
            tables.hashrate(each["hashrate"]),
            each["hardware"],
            each["state"],
            each["startedAt"],
        ]
        for each in data["items"]
    ]
    none = "Nothing was measured yet. Begin with: miner-ctrl bench xmrig --algo rx/0"
    session.show(data, lambda: columns.table(heads, rows, ("STATE", "WHEN", "VERSION")) if rows else none)


COMMANDS = {"bench": bench, "benchmarks": benchmarks}
