"""The command `wallet`: whether an address can be right, before anybody is paid there."""

from collections.abc import Iterator, Mapping
from typing import Any

import click

from mining.cli import columns
from mining.cli.client import REFUSED
from mining.cli.session import Command, Session, asks


@click.group()
def wallet() -> None:
    """Check an address before anybody is paid there."""


@wallet.command(cls=Command)
@click.argument("address")
@click.option("--coin", metavar="COIN", help="The coin that it shall take, such as XMR: ticker or name.")
@click.option("--pool", metavar="HOST:PORT", help="The pool where it shall be the login.")
@asks
def check(session: Session, /, address: str, **about: str | None) -> None:
    """Check an address: its form, its checksum, its network. Nobody is asked but the daemon.

    Exit code 5 when it cannot be right. Never give a seed phrase or a private key.
    """
    body = {"wallet": address} | {key: value for key, value in about.items() if value is not None}
    verdict = session.api.post("/wallets/check", body)
    session.show(verdict, lambda: "\n".join(lines(verdict)))
    if not verdict["valid"]:
        raise click.exceptions.Exit(REFUSED)


def lines(verdict: Mapping[str, Any]) -> Iterator[str]:
    """A verdict for a person."""
    if verdict["issue"]:
        yield columns.hanging(f"✗ {verdict['issue']}")
    elif verdict["checked"]:
        yield f"✓ The checksum is right: {verdict['kind'] or 'an address'} of {verdict['coin']}."
    else:
        yield "? Nothing speaks against it, but it could not be checked in full; name the coin with --coin."
    yield from (columns.hanging(f"! {warning}") for warning in verdict["warnings"])


COMMANDS = {"wallet": wallet}
