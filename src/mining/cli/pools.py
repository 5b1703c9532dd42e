"""The command `pools`: the catalogue's pools and one's own, and a test of any pool."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import click

from mining.cli.client import REFUSED
from mining.cli.columns import UNKNOWN, card, table
from mining.cli.session import Command, Session, asks, output_options
from mining.cli.tables import amount


@click.group(invoke_without_command=True, params=output_options())
@click.option("--coin", metavar="COIN", help="Only pools that pay this coin.")
@click.pass_context
def pools(context: click.Context, coin: str | None) -> None:
    """List, add, remove and test pools: the catalogue's and your own."""
    if context.invoked_subcommand is not None:
        if coin is not None:
            raise click.UsageError("--coin is an option of the list only")
        return
    show(context.ensure_object(Session), coin)


@pools.command("list", cls=Command)
@click.option("--coin", metavar="COIN", help="Only pools that pay this coin: ticker or name.")
@asks
def listing(session: Session, coin: str | None) -> None:
    """List the pools, as `pools` alone does."""
    show(session, coin)


def show(session: Session, coin: str | None) -> None:
    """The catalogue's pools and one's own, or those that pay a coin."""
    data = session.api.all("/pools", coin=coin)
    rows = [_row(pool) for pool in data["items"]]
    head, optional = ("POOL", "NAME", "COIN", "REGION", "TLS", "FEE", "ORIGIN"), ("ORIGIN", "REGION", "NAME", "FEE")
    session.show(data, lambda: table(head, rows, optional) if rows else "No pool matches.")


@pools.command(cls=Command)
@click.argument("pool", metavar="HOST:PORT")
@click.option("--name", metavar="NAME", help="Its name.  [default: its host]")
@click.option("--coin", metavar="COIN", help="The coin it pays.")
@click.option("--tls/--no-tls", default=None, help="Whether it uses TLS.")
@asks
def add(session: Session, /, **fields: Any) -> None:
    """Add a pool of your own."""
    made = session.api.post("/pools", {key: value for key, value in fields.items() if value is not None})
    session.done(made, lambda: f"{made['id']} is added.")


@pools.command(cls=Command)
@click.argument("pool", metavar="HOST:PORT")
@asks
def remove(session: Session, /, pool: str) -> None:
    """Remove a pool of your own. Miners that use it keep running."""
    gone = session.api.delete(f"/pools/{quote(pool, safe='')}")
    session.done(gone, lambda: str(gone["message"]))


@pools.command(cls=Command)
@click.argument("pool", metavar="HOST:PORT")
@click.option(
    "--tls/--no-tls", default=None, help="Whether to use TLS.  [default: as the scheme or the catalogue says]"
)
@click.option("--tls-fingerprint", metavar="SHA256", help="The expected fingerprint of its certificate.")
@click.option("--coin", metavar="COIN", help="The payout coin.")
@click.option("--wallet", metavar="ADDRESS", help="Also try a login with this wallet.")
@asks
def test(session: Session, /, tls_fingerprint: str | None, **fields: Any) -> None:
    """Test the connection to a pool. Exit code 5 when it is not reachable or refuses the login."""
    body = {key: value for key, value in (fields | {"tlsFingerprint": tls_fingerprint}).items() if value is not None}
    outcome = session.api.post("/pools/test", body)
    session.show(outcome, lambda: _result(outcome))
    if outcome["result"] != "reachable" or outcome["login"] in ("refused", "no_answer"):
        raise click.exceptions.Exit(REFUSED)


def _row(pool: Mapping[str, Any]) -> tuple[str, ...]:
    fee = UNKNOWN if pool["fee"] is None else f"{pool['fee']:g} %"
    shown = (pool["coin"], pool["region"], pool["tlsPort"])
    coin, region, tls_port = (UNKNOWN if value is None else str(value) for value in shown)
    return pool["id"], pool["name"], coin, region, tls_port, fee, pool["origin"]


def _result(outcome: Mapping[str, Any]) -> str:
    facts = [("Result", f"{outcome['result']}: {outcome['text']}"), ("Address", outcome["address"] or UNKNOWN)]
    facts.append(("Connecting", amount(outcome["connectMs"], "ms")))
    if outcome["tls"]:
        facts.append(("TLS handshake", amount(outcome["tlsMs"], "ms")))
    if outcome["tlsFingerprint"]:
        facts.append(("Fingerprint", outcome["tlsFingerprint"]))
    return card(facts)


COMMANDS = {"pools": pools}
