"""The command `open`: the dashboard in the browser."""

import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

import click

from mining.cli.client import FAILED, Refusal
from mining.cli.session import Command, Session, asks
from mining.client.address import DaemonAddress
from mining.client.error import ApiError
from mining.client.json_client import JsonClient
from mining.client.key_text import ADMIN_TOKEN


@click.command("open", cls=Command)
@click.option("--print", "only_print", is_flag=True, help="Only print its address.")
@asks
def open_(session: Session, only_print: bool) -> None:
    """Open the dashboard in the browser, and print its address.

    Where a key is needed the page asks for it, and this command says where it lies: no key stands in an address.
    """
    session.api.health()  # or there is no daemon
    parts = urlsplit(session.url)
    address = f"{parts.scheme}://{parts.netloc}/"
    asks_key, place = needs_key(session), key_place(session)
    session.show({"url": address, "needsKey": asks_key, "keyFile": place and str(place)}, lambda: address)
    if asks_key and not session.silent:
        where = f" It is in {place}" if place else ""
        click.echo(f"The page asks for your access key.{where}", err=True)
    if not only_print and not webbrowser.open(address):
        raise Refusal(f"no browser could be opened; open {address} in one yourself", FAILED)


def needs_key(session: Session) -> bool:
    """Whether the daemon asks a browser of this machine for a key."""
    try:
        JsonClient(DaemonAddress(session.url, cacert=session.address.cacert)).get("/summary")
    except ApiError as error:
        return error.code == "UNAUTHORIZED"
    return False


def key_place(session: Session) -> Path | None:
    """The file with a key, as far as it is known here."""
    if session.key_file is not None or session.named:
        return session.key_file
    admin = session.address.folder / ADMIN_TOKEN
    return admin if admin.exists() else None


COMMANDS = {"open": open_}
