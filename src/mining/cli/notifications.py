"""The command `notify-test`: whether messages arrive."""

import click

from mining.cli.client import FAILED
from mining.cli.session import Command, Session, asks
from mining.cli.tables import UNKNOWN, table


@click.command("notify-test", cls=Command)
@asks
def notify_test(session: Session) -> None:
    """Send a test message to every target of the setting `notify`. Exit code 1 when one of them fails."""
    told = session.api.post("/notifications/test")
    rows = [(each["target"], "sent" if each["ok"] else "failed", each["issue"] or UNKNOWN) for each in told["results"]]
    session.show(told, lambda: table(("TARGET", "RESULT", "ISSUE"), rows))
    if not all(each["ok"] for each in told["results"]):
        raise click.exceptions.Exit(FAILED)


COMMANDS = {"notify-test": notify_test}
