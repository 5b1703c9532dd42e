"""The command `daemon-logs`: what the daemon wrote down of itself."""

import time
from collections.abc import Mapping
from typing import Any

import click

from mining.cli import columns
from mining.cli.session import Command, Session, WholeNumber, asks
from mining.cli.views import FOLLOW

NOTHING = "Nothing of that was logged."


@click.command("daemon-logs", cls=Command)
@click.option("-f", "--follow", is_flag=True, help="Follow until Ctrl-C.")
@click.option("-n", "--lines", type=WholeNumber(1, 5000), default=200, show_default=True, help="The last N lines.")
@click.option(
    "--level", type=click.Choice(["debug", "info", "warning", "error"]), help="Only lines of this level and above."
)
@asks
def daemon_logs(session: Session, follow: bool, lines: int, level: str | None) -> None:
    """Show the daemon's own log, also of its earlier lives; addresses, passwords and tokens are masked."""
    page = session.api.get("/daemon/logs", lines=lines, level=level)
    if not follow:
        session.show(page, lambda: "\n".join(map(text, page["items"])) or NOTHING)
        return
    try:
        while True:
            for line in page["items"]:
                session.line(line, text(line))
            if not page["items"]:
                time.sleep(FOLLOW)
            page = session.api.get("/daemon/logs", lines=5000, level=level, cursor=page["cursor"])
    except KeyboardInterrupt:
        return


def text(line: Mapping[str, Any]) -> str:
    """One line for a person."""
    return f"{columns.moment(line['time'])}  {(line['level'] or '').ljust(7)}  {line['text']}"


COMMANDS = {"daemon-logs": daemon_logs}
