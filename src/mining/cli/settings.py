"""The command `settings`: show what `serve` would use, and change what the running daemon uses."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mining.cli.session import Command, Session, asks, leading_flags
from mining.client.address import data_folder
from mining.domain.lists import parts, urls

if TYPE_CHECKING:  # `--help` needs none of it
    from mining.settings import ResolvedSettings

FILE = click.Path(dir_okay=False, path_type=Path)
settings_file = click.option(
    "--settings",
    "--config",
    "file",
    type=FILE,
    envvar="MINING_CONFIG",
    metavar="FILE",
    help="The YAML file with the settings.  [default: settings.yaml in the configuration folder]",
)
_TRUTH = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


@click.group("settings")
def settings() -> None:
    """Show the daemon's settings, and change them while it runs. (`config` is the old name of this command.)"""


@settings.command(cls=Command)
@settings_file
@asks
def show(session: Session, file: Path | None) -> None:
    """Show every setting, its source and its value.

    The source is a variable, the file or the default. Needs no daemon.
    """
    from mining.cli.columns import table
    from mining.settings import SECRET, VARIABLES, WIRE, marked
    from mining.settings.secret import masked

    current, sources, inputs = resolved(file, {"data_dir": leading_flags().get("data_dir")})
    values, secret = current.to_json(), marked(SECRET)
    items = [
        {
            "name": name,
            "value": masked(values[field]) if name in secret else values[field],
            "source": sources[name],
            "variable": VARIABLES[name],
        }
        for name, field in WIRE.items()
    ]
    rows = [(each["name"], each["source"], shown(each["value"])) for each in items]
    lines = (
        table(("SETTING", "SOURCE", "VALUE"), rows),
        f"The file is {inputs.path}",
        "As a variable: MINING_ and its name in capitals, such as MINING_LOG_LEVEL.",
    )
    session.show({"settings": items, "file": str(inputs.path)}, lambda: "\n".join(lines))


@settings.command("set", cls=Command)
@click.argument("name")
@click.argument("value")
@asks
def set_(session: Session, name: str, value: str) -> None:
    """Change a setting of the running daemon and of its file. Separate several values with commas.

    A duration is a number, or says its unit: 300s, 5m.
    """
    field = spelled(name)
    now = session.api.get("/settings")["values"].get(field)
    change(session, name, {field: urls(value) if field == "notify" and value[:1] != "[" else parsed(value, now)})


@settings.command(cls=Command)
@click.argument("name")
@asks
def unset(session: Session, name: str) -> None:
    """Return a setting to its default, and remove it from the file."""
    change(session, name, {spelled(name): None})


def change(session: Session, name: str, values: dict[str, Any]) -> None:
    """Request a change and print its result."""
    done = session.api.put("/settings", values)
    lines = [f"{name}: {shown(each['old'])} → {shown(each['new'])}" for each in done["changes"]]
    session.done(done, lambda: "\n".join([*lines, done["message"], *(f"! {text}" for text in done["warnings"])]))


def spelled(name: str) -> str:
    """`poll-interval` and `poll_interval` as the API spells them: `pollInterval`."""
    first, *rest = name.replace("-", "_").split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def parsed(text: str, now: Any) -> Any:
    """What a text is where there is such a value now; what it cannot be is left for the daemon to name."""
    if isinstance(now, str):
        return text
    if isinstance(now, bool):
        return _TRUTH.get(text.lower(), text)
    if isinstance(now, list) and not text.startswith("["):
        return parts(text)
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


@settings.command(cls=Command)
@settings_file
@asks
def path(session: Session, file: Path | None) -> None:
    """Print which file `serve` reads."""
    used = file_in_use(file, named_folder(session.data_dir))
    session.show({"file": str(used)}, lambda: str(used))


def named_folder(flag: Path | None) -> Path | None:
    """The data folder that a flag or a variable names."""
    folder = flag or os.environ.get("MINING_DATA_DIR")
    return Path(folder).expanduser().absolute() if folder else None


def file_in_use(file: Path | None, folder: Path | None) -> Path:
    """The settings file: as named, else that of a data folder that is named, else the usual one."""
    from mining.settings.file import of_folder, usual

    if file is not None:
        return file.expanduser().absolute()
    return of_folder(folder) if folder is not None else usual().absolute()


def resolved(file: Path | None, flags: Mapping[str, Any]) -> "ResolvedSettings":
    """The settings of this machine and these flags; wrong ones are wrong usage."""
    from mining.settings import InvalidSettings, SettingInputs, resolve
    from mining.settings.file import BadFile, text_of, values_in

    try:
        path = file_in_use(file, named_folder(flags.get("data_dir")))
        text = text_of(path)
        if file is not None and text is None:
            raise BadFile(f"{path} does not exist")
        values = values_in(path, text or "")
        return resolve(SettingInputs(path, data_folder(None), values, dict(os.environ), flags))
    except (BadFile, InvalidSettings) as error:
        raise click.UsageError(str(error)) from error


COMMANDS = {"settings": settings}
