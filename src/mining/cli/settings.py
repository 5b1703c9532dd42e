"""The settings of the daemon, as `serve` would use them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mining.cli.session import Command, Session, asks, data_folder

if TYPE_CHECKING:  # `--help` needs none of it
    from mining.settings import Resolved

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group("config")
def config_group() -> None:
    """What `serve` would use, and where each value comes from."""


@config_group.command(cls=Command)
@click.option("--config", type=FILE, envvar="MINING_CONFIG", help="The YAML file to read.")
@asks
def show(session: Session, config: Path | None) -> None:
    """Every setting, its value, and whether a variable, the file or nobody said it; no daemon is asked."""
    from mining.cli.tables import table
    from mining.settings import VARIABLES, WIRE

    settings, sources, _ = resolved(config, {})
    values = settings.to_json()
    told = [
        {
            "name": name,
            "value": values[field],
            "source": sources[name],
            "variable": VARIABLES[name],
        }
        for name, field in WIRE.items()
    ]
    rows = [(each["name"], shown(each["value"]), each["source"], each["variable"]) for each in told]
    text = table(("SETTING", "VALUE", "SOURCE", "VARIABLE"), rows)
    session.show({"settings": told}, lambda: text)


def shown(value: Any) -> str:
    """A value for a person."""
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "—"
    if value is None or isinstance(value, bool):
        return {None: "—", True: "true", False: "false"}[value]
    return f"{value:g}" if isinstance(value, float) else str(value)


def resolved(said: Path | None, flags: Mapping[str, Any]) -> "Resolved":
    """The settings of this machine and these flags; wrong ones are wrong usage."""
    from mining.settings import Said, WrongSettings, resolve
    from mining.settings.file import BadFile, text_of, usual, values_in

    try:
        path = (said or usual()).expanduser().absolute()
        text = text_of(path)
        if said is not None and text is None:
            raise BadFile(f"{path} is not there")
        values = values_in(path, text or "")
        return resolve(Said(data_folder(None), values, dict(os.environ), flags))
    except (BadFile, WrongSettings) as error:
        raise click.UsageError(str(error)) from error


COMMANDS = {"config": config_group}
