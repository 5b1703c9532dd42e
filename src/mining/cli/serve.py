"""Commands of the operator: serve, which becomes the daemon, and config, which tells how."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mining.cli.session import Command, Session, asks, data_folder

if TYPE_CHECKING:  # `--help` needs none of it
    from mining.settings import Resolved

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


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
@click.option("--config", type=_FILE, envvar="MINING_CONFIG", help="A YAML file of these options; flags win over it.")
def serve(config: Path | None, **flags: Any) -> None:
    """Run the daemon in the foreground until Ctrl-C; miners go on unless told otherwise."""
    settings = resolved(config, flags).settings
    from mining.daemon import serve as run

    sys.exit(run(settings))


@click.group("config")
def config_group() -> None:
    """What `serve` would use, and where each value comes from."""


@config_group.command(cls=Command)
@click.option("--config", type=_FILE, envvar="MINING_CONFIG", help="The YAML file to read.")
@asks
def show(session: Session, config: Path | None) -> None:
    """Every setting, its value, and whether a variable, the file or nobody said it; no daemon is asked."""
    from mining.cli.tables import UNKNOWN, table
    from mining.settings import VARIABLES

    settings, sources = resolved(config, {})
    values = settings.to_json()
    aliases = {name: field.alias or name for name, field in type(settings).model_fields.items()}
    told = [
        {"name": name, "value": values[aliases[name]], "source": sources[name], "variable": VARIABLES[name]}
        for name in aliases
    ]
    rows = [
        (each["name"], UNKNOWN if each["value"] in (None, []) else str(each["value"]), each["source"], each["variable"])
        for each in told
    ]
    session.show({"settings": told}, lambda: table(("SETTING", "VALUE", "SOURCE", "VARIABLE"), rows))


def resolved(file: Path | None, flags: Mapping[str, Any]) -> "Resolved":
    """The settings of this machine and these flags; wrong ones are wrong usage."""
    from mining.settings import WrongSettings, resolve

    try:
        return resolve(read_settings(file), os.environ, flags, data_folder(None))
    except WrongSettings as error:
        raise click.UsageError(str(error)) from error


def read_settings(said: Path | None) -> dict[str, Any]:
    """Settings from the file that was said, or else from the first of the usual ones that is there."""
    if said is None:
        from platformdirs import user_config_path

        usual = (user_config_path("lethean-desktop", appauthor=False) / "config.yaml", Path.home() / ".mining.yaml")
        said = next((path for path in usual if path.is_file()), None)
        if said is None:
            return {}
    import yaml

    try:
        read = yaml.safe_load(said.read_text("utf-8"))
    except OSError as error:
        raise click.UsageError(f"{said} cannot be read: {(error.strerror or str(error)).lower()}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise click.UsageError(f"{said} is not YAML: {error}") from error
    if read is None:
        return {}
    if not isinstance(read, Mapping):
        raise click.UsageError(f"{said} must hold names and values, such as `port: 8080`")
    return {str(key): value for key, value in read.items()}


COMMANDS = {each.name: each for each in (serve, config_group)}
