"""The command `serve`, which becomes the daemon."""

import sys
from pathlib import Path
from typing import Any

import click

from mining.cli.settings import FILE, resolved

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--host", help="Loopback address to bind; absent: 127.0.0.1 and ::1.")
@click.option("--port", type=click.IntRange(0, 65535), help="0 takes a free one.  [default: 8080]")
@click.option("--namespace", help="Path below which the API answers.  [default: /api/v1/mining]")
@click.option("--cors-origin", multiple=True, metavar="ORIGIN", help="A web page that may use the API; repeatable.")
@click.option("--allowed-host", multiple=True, metavar="NAME", help="A further name it answers to; repeatable.")
@click.option("--public-url", help="Its address as seen through a reverse proxy.")
@click.option("--data-dir", type=_FOLDER, help="Where it keeps what it knows.")
@click.option("--log-level", help="debug, info, warning or error.  [default: info]")
@click.option("--poll-interval", type=click.FloatRange(0.5, 3600), help="Seconds between looks.  [default: 10]")
@click.option("--stop-miners-on-exit", is_flag=True, default=None, help="End the miners with the daemon.")
@click.option("--autostart/--no-autostart", default=None, help="Start the miners that people want.  [default: yes]")
@click.option("--autostart-delay", type=click.FloatRange(0, 3600), help="Seconds until then.  [default: 5]")
@click.option("--config", type=FILE, envvar="MINING_CONFIG", help="A YAML file of these options; flags win over it.")
def serve(config: Path | None, **flags: Any) -> None:
    """Run the daemon in the foreground until Ctrl-C; miners go on unless told otherwise."""
    settings = resolved(config, flags)
    from mining.daemon import serve as run

    sys.exit(run(settings))


COMMANDS = {each.name: each for each in (serve,)}
