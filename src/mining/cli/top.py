"""The command `top`: all miners on one page of the terminal."""

import sys

import click

from mining.cli.session import Command, Session, asks
from mining.cli.terminal.extra import optional_packages


@click.command(cls=Command)
@asks
def top(session: Session) -> None:
    """Watch and steer all miners on one page of the terminal. `q` ends it; miners go on."""
    if session.for_programs or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("`top` is a page for a terminal; for a program there is: miner-ctrl status --json")
    with optional_packages("miner-ctrl top"):
        from mining.cli.terminal.page import TopPage
    from mining.cli.terminal.daemon import DaemonLink

    _ = session.api  # an address or a key that cannot be used is refused before the page comes
    TopPage(DaemonLink(session)).run()


COMMANDS = {"top": top}
