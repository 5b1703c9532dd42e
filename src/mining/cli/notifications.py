"""The command `notify-test`: whether messages arrive."""

import click

from mining.cli.client import FAILED
from mining.cli.columns import UNKNOWN, table
from mining.cli.session import Command, Session, asks


@click.command("notify-test", cls=Command)
@asks
def notify_test(session: Session) -> None:
    """Send a test message to every target of the setting `notify`. Exit code 1 when one of them fails."""
    report = session.api.post("/notifications/test")
    rows = [
        (each["target"], "sent" if each["ok"] else "failed", each["issue"] or UNKNOWN) for each in report["results"]
    ]
    session.show(report, lambda: table(("TARGET", "RESULT", "ISSUE"), rows))
    if not all(each["ok"] for each in report["results"]):
        raise click.exceptions.Exit(FAILED)


COMMANDS = {"notify-test": notify_test}
