"""The settings of the daemon: show what `serve` would use, and change what the running one uses."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mining.cli.session import Command, Session, asks, data_folder

if TYPE_CHECKING:  # `--help` needs none of it
    from mining.settings import Resolved

FILE = click.Path(dir_okay=False, path_type=Path)
_TRUTH = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


@click.group("config")
def config_group() -> None:
    """What `serve` would use, and what the running daemon uses: show, set, unset."""


@config_group.command(cls=Command)
@click.option("--config", type=FILE, envvar="MINING_CONFIG", help="The YAML file to read.")
@asks
def show(session: Session, config: Path | None) -> None:
    """Every setting, its value, and whether a variable, the file or nobody said it; no daemon is asked."""
    from mining.cli.tables import table
    from mining.settings import SECRET, VARIABLES, WIRE, marked
    from mining.settings.secret import masked

    settings, sources, said = resolved(config, {})
    values, secret = settings.to_json(), marked(SECRET)
    told = [
        {
            "name": name,
            "value": masked(values[field]) if name in secret else values[field],
            "source": sources[name],
            "variable": VARIABLES[name],
        }
        for name, field in WIRE.items()
    ]
    rows = [(each["name"], shown(each["value"]), each["source"], each["variable"]) for each in told]
    text = table(("SETTING", "VALUE", "SOURCE", "VARIABLE"), rows)
    session.show({"settings": told, "file": str(said.path)}, lambda: f"{text}\nThe file is {said.path}")


@config_group.command("set", cls=Command)
@click.argument("name")
@click.argument("value")
@asks
def set_(session: Session, name: str, value: str) -> None:
    """Change a setting of the running daemon, and write it into its file; several values with commas between them."""
    field = spelled(name)
    now = session.api.get("/settings")["values"].get(field)
    change(session, name, {field: meant(value, now)})


@config_group.command(cls=Command)
@click.argument("name")
@asks
def unset(session: Session, name: str) -> None:
    """Go back to the default, and take the setting out of the file."""
    change(session, name, {spelled(name): None})


def change(session: Session, name: str, said: dict[str, Any]) -> None:
    """Ask for a change, and tell what came of it."""
    done = session.api.put("/settings", said)
    lines = [f"{name}: {shown(each['old'])} → {shown(each['new'])}" for each in done["changes"]]
    session.show(done, lambda: "\n".join([*lines, done["message"], *(f"! {text}" for text in done["warnings"])]))


def spelled(name: str) -> str:
    """`poll-interval` and `poll_interval` as the API spells them: `pollInterval`."""
    first, *rest = name.replace("-", "_").split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def meant(text: str, now: Any) -> Any:
    """What a text is where there is such a value now; what it cannot be is left for the daemon to name."""
    if isinstance(now, str):
        return text
    if isinstance(now, bool):
        return _TRUTH.get(text.lower(), text)
    if isinstance(now, list) and not text.startswith("["):
        return [part.strip() for part in text.split(",") if part.strip()]
    try:
        return json.loads(text)
    except ValueError:
        return text


def shown(value: Any) -> str:
    """A value for a person."""
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "—"
    if value is None or isinstance(value, bool):
        return {None: "—", True: "true", False: "false"}[value]
    return f"{value:g}" if isinstance(value, float) else str(value)


def resolved(said: Path | None, flags: Mapping[str, Any]) -> "Resolved":
    """The settings of this machine and these flags; wrong ones are wrong usage."""
    from mining.settings import InvalidSettings, SettingSources, resolve
    from mining.settings.file import BadFile, text_of, usual, values_in

    try:
        path = (said or usual()).expanduser().absolute()
        text = text_of(path)
        if said is not None and text is None:
            raise BadFile(f"{path} is not there")
        values = values_in(path, text or "")
        return resolve(SettingSources(path, data_folder(None), values, dict(os.environ), flags))
    except (BadFile, InvalidSettings) as error:
        raise click.UsageError(str(error)) from error


COMMANDS = {"config": config_group}
