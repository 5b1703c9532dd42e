"""The command `serve`, which becomes the daemon."""

import gc
import sys
from pathlib import Path
from typing import Any

import click

from mining.cli.session import WholeNumber, leading_flags
from mining.cli.settings import resolved, settings_file

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(path_type=Path)


@click.command()
@click.option("--host", metavar="ADDRESS", help="Address to bind.  [default: 127.0.0.1 and ::1]")
@click.option("--port", metavar="PORT", type=WholeNumber(0, 65535), help="0 takes a free one.  [default: 8080]")
@click.option("--namespace", metavar="PATH", help="Path below which the API answers.  [default: /api/v1/mining]")
@click.option(
    "--cors-origin", multiple=True, metavar="ORIGIN", help="An origin whose pages may use the API; repeatable."
)
@click.option("--allowed-host", multiple=True, metavar="NAME", help="A further host name of the daemon; repeatable.")
@click.option("--public-url", metavar="URL", help="Its public address behind a reverse proxy.")
@click.option("--tls-cert", type=_FILE, metavar="FILE", help="Speak TLS with this certificate (PEM).")
@click.option("--tls-key", type=_FILE, metavar="FILE", help="The certificate's key (PEM).")
@click.option(
    "--unix-socket", type=_FILE, metavar="PATH", help="Where it listens too.  [default: daemon.sock in the data folder]"
)
@click.option(
    "--auth",
    type=click.Choice(["auto", "always", "off"]),
    help="When a key is needed: from other machines (auto), by everybody, never.  [default: auto]",
)
@click.option(
    "--i-understand-no-auth",
    is_flag=True,
    default=None,
    help="With --auth off, let other machines do everything without a key.",
)
@click.option("--data-dir", type=_FOLDER, help="The folder with its state.")
@click.option("--log-level", metavar="LEVEL", help="debug, info, warning or error.  [default: info]")
@click.option("--poll-interval", metavar="DURATION", help="Time between polls, such as 30 or 5m.  [default: 10s]")
@click.option("--stop-miners-on-exit", is_flag=True, default=None, help="Stop the miners when the daemon ends.")
@click.option("--autostart/--no-autostart", default=None, help="Start wanted miners with the daemon.  [default: yes]")
@click.option(
    "--autostart-delay", metavar="DURATION", help="Time until the daemon starts them, such as 30 or 5m.  [default: 5s]"
)
@settings_file
def serve(file: Path | None, data_dir: Path | None, **flags: Any) -> None:
    """Run the daemon in the foreground until Ctrl-C. Miners keep running unless a setting says otherwise."""
    settings = resolved(file, {**flags, "data_dir": data_dir or leading_flags().get("data_dir")})
    from mining.daemon import serve as run

    gc.freeze()  # what is loaded stays: a full collection, in which everybody waits, takes half the time without it
    sys.exit(run(settings))


COMMANDS = {each.name: each for each in (serve,)}
