"""Commands that only look: list, status, stats, logs, events, available, info, version.

What `status` has no use for is imported where it is used.
"""

import sys
import time
from typing import Any

import click

from mining.cli import tables
from mining.cli.client import NOT_FOUND, Refusal, miner_path
from mining.cli.columns import hanging, terminal_width
from mining.cli.names import miner_names, type_names
from mining.cli.session import Command, Session, WholeNumber, asks, pasteable

FOLLOW = 0.5  # seconds between looks
_STATUSES = ("starting", "running", "paused", "stopping", "stopped", "error")


@click.command("list", cls=Command)
@click.option(
    "--status",
    metavar="STATUS",
    type=click.Choice(_STATUSES),
    help=f"Only miners of this status: {', '.join(_STATUSES)}.",
)
@click.option("--type", "kind", metavar="TYPE", help="Only miners of this type.")
@click.option("--sort", type=click.Choice(["name", "hashrate", "uptime"]), help="What to sort by.")
@click.option("--order", type=click.Choice(["asc", "desc"]), help="Ascending or descending.")
@asks
def listing(session: Session, status: str | None, kind: str | None, sort: str | None, order: str | None) -> None:
    """List all miners, one line each (also: ls)."""
    data = session.api.all("/miners", status=status, type=kind, sort=sort, order=order)
    narrowed = bool(status or kind) and not data["items"]
    if narrowed and kind is not None:
        refuse_unknown_type(session, kind)
    session.show(data, lambda: "No miner matches." if narrowed else tables.miners(data["items"]))


def refuse_unknown_type(session: Session, kind: str) -> None:
    """Refusal, with the types that there are, for a type that is none of them."""
    types = {each["type"]: each for each in session.api.all("/miners/available")["items"]}
    if kind not in types:
        from mining.domain.near_names import type_not_found

        raise Refusal(type_not_found(kind, types).message, NOT_FOUND, "MINER_NOT_FOUND")


@click.command(cls=Command)
@click.argument("name", required=False, shell_complete=miner_names)
@asks
def status(session: Session, name: str | None) -> None:
    """Show the status of one miner, or of the daemon and all miners."""
    if name is not None:
        miner = session.api.get(miner_path(name))
        if "name" not in miner:  # a route of its own, such as `available`
            raise Refusal(f"There is no miner {name!r}.\nSee them all with: miner-ctrl list", NOT_FOUND)
        session.show(miner, lambda: tables.miner_card(miner))
        return
    data = session.api.all("/miners")
    if session.for_programs:
        session.show(data, str)
        return
    health = session.api.health()
    click.echo(f"The daemon {health['version']} answers at {session.api.url}: {health['status']}.")
    for problem in health["problems"]:
        click.echo(pasteable(hanging(f"! {problem['text']}")))
    click.echo(pasteable(tables.miners(data["items"])))


@click.command(cls=Command)
@click.argument("name", shell_complete=miner_names)
@asks
def stats(session: Session, name: str) -> None:
    """Show the statistics of a miner, as of the last poll."""
    data = session.api.get(miner_path(name, "/stats"))
    usual = session.api.get(miner_path(name, "/usual")) if data["gpu"] and not session.for_programs else None
    session.show(data, lambda: tables.stats_card(data, usual))


@click.command(cls=Command)
@click.argument("name", shell_complete=miner_names)
@click.option("-f", "--follow", is_flag=True, help="Follow until Ctrl-C.")
@click.option("-n", "--lines", type=WholeNumber(1, 5000), default=200, show_default=True, help="The last N lines.")
@asks
def logs(session: Session, name: str, follow: bool, lines: int) -> None:
    """Show the output of a miner's program."""
    path = miner_path(name, "/logs")
    page = session.api.get(path, lines=lines)
    if not follow:
        session.show(page, lambda: "\n".join(line["text"] for line in page["items"]))
        return
    try:
        while True:
            for line in page["items"]:
                session.line(line, line["text"])
            if not page["items"]:
                time.sleep(FOLLOW)
            page = session.api.get(path, lines=5000, cursor=page["cursor"])
    except KeyboardInterrupt:
        return


@click.command(cls=Command)
@click.option("-f", "--follow", is_flag=True, help="Follow until Ctrl-C.")
@click.option(
    "-n", "--lines", "count", type=WholeNumber(1, 1000), default=50, show_default=True, help="The last N events."
)
@click.option("--miner", metavar="NAME", shell_complete=miner_names, help="Only events of this miner.")
@asks
def events(session: Session, follow: bool, count: int, miner: str | None) -> None:
    """Show the timeline: what happened, when, why and who asked. The newest event is last."""
    data = session.api.get("/events", limit=count, miner=miner)
    width = terminal_width() if sys.stdout.isatty() else None  # a line for each event in a pipe
    if not follow:
        lines = [tables.event_line(event, width) for event in reversed(data["items"])]
        session.show(data, lambda: "\n".join(lines) or "No events.")
        return
    items: list[Any] = data["items"][::-1]
    since = 0
    try:
        while True:
            for event in items:
                session.line(event, tables.event_line(event, width))
                since = event["seq"]
            if not items:
                time.sleep(FOLLOW)
            items = session.api.get("/events", since=since, limit=1000, miner=miner)["items"]
    except KeyboardInterrupt:
        return


@click.command(cls=Command)
@click.argument("type", required=False, shell_complete=type_names)
@asks
def available(session: Session, type: str | None) -> None:
    """List every miner type, and whether its program is installed; or tell all about one TYPE."""
    from mining.cli import program_tables
    from mining.domain.near_names import type_not_found

    data = session.api.all("/miners/available")
    if type is None:
        session.show(data, lambda: program_tables.available(data["items"]))
        return
    kinds = {each["type"]: each for each in data["items"] if not each.get("broken")}
    if type not in kinds:
        raise Refusal(type_not_found(type, kinds).message, NOT_FOUND, "MINER_NOT_FOUND")
    session.show(kinds[type], lambda: program_tables.program_card(kinds[type]))


@click.command(cls=Command)
@asks
def info(session: Session) -> None:
    """Show this machine's hardware and the installed programs."""
    from mining.cli.machine_card import info_card

    data = session.api.get("/info")
    session.show(data, lambda: info_card(data))


@click.command(cls=Command)
@asks
def version(session: Session) -> None:
    """Show the version of this command and of the daemon."""
    from mining import __version__

    try:
        daemon: str | None = session.api.health()["version"]
    except Refusal:
        daemon = None
    preview = _PREVIEWS.get(sys.platform)
    versions = {"client": __version__, "daemon": daemon, "preview": preview is not None}
    lines = [f"miner-ctrl {__version__}", f"daemon {daemon or '— (none answers)'}"]
    lines += [f"On {preview} it is a preview: not yet tried on a user's machine."] if preview else []
    session.show(versions, lambda: "\n".join(lines))


_PREVIEWS = {"win32": "Windows", "darwin": "macOS"}  # by sys.platform; docs/guides/windows.md and macos.md

COMMANDS = {each.name: each for each in (listing, status, stats, logs, events, available, info, version)}
