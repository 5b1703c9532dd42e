"""Commands on saved profiles, and `import`, which makes a profile from an XMRig configuration."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from mining.cli import tables
from mining.cli.client import FAILED, NOT_FOUND, Refusal
from mining.cli.config import CONFIRM, config_from_flags, config_options
from mining.cli.files import label, read_bytes
from mining.cli.names import profile_names
from mining.cli.profile_files import as_text, is_yaml, read_file, write_file
from mining.cli.session import Command, Session, asks, takes_all_signs
from mining.domain.shell import quoted
from mining.domain.syntax import decode

_FILE = click.Path(dir_okay=False, allow_dash=True, path_type=Path)
_FORCE = click.option(
    "--force", is_flag=True, help="Start even if no pool answers, memory is short or a card is in use."
)


@click.group()
def profile() -> None:
    """Save configurations under a name. NAME may also be a profile's id."""


@profile.command("list", cls=Command)
@click.option("--type", "kind", metavar="TYPE", help="Only profiles for this type.")
@click.option(
    "--sort", metavar="KEY", type=click.Choice(["name", "createdAt", "updatedAt"]), help="name, createdAt or updatedAt."
)
@click.option("--order", type=click.Choice(["asc", "desc"]), help="Ascending or descending.")
@asks
def listing(session: Session, kind: str | None, sort: str | None, order: str | None) -> None:
    """List all profiles, one line each."""
    data = session.api.all("/profiles", minerType=kind, sort=sort, order=order)
    session.show(data, lambda: tables.profiles(data["items"]))


@profile.command(cls=Command)
@click.argument("name", shell_complete=profile_names)
@asks
def show(session: Session, name: str) -> None:
    """Show a profile."""
    data = called(session, name)
    session.show(data, lambda: tables.profile_card(data))


@profile.command(cls=Command)
@click.argument("name")
@click.option("--type", "kind", metavar="TYPE", required=True, help="The miner type, such as xmrig.")
@click.option("--description", metavar="TEXT", default="", help="A note for yourself.")
@CONFIRM
@config_options
@asks
def create(
    session: Session,
    /,
    name: str,
    kind: str,
    description: str,
    file: Path | None,
    options: tuple[str, ...],
    confirm: str | None,
    **fields: Any,
) -> None:
    """Save a configuration under NAME."""
    body = {
        "name": name,
        "description": description,
        "minerType": kind,
        "config": config_from_flags(file, options, fields),
    }
    data = session.api.post("/profiles", body, confirm=confirm)
    session.done(data, lambda: saved_text(data, f"The profile {data['name']!r} is saved."))


@profile.command(cls=Command)
@click.argument("name", shell_complete=profile_names)
@click.option("--name", "new_name", metavar="NAME", help="A new name.")
@click.option("--type", "kind", metavar="TYPE", help="Another type.")
@click.option("--description", help="A note for yourself.")
@CONFIRM
@config_options
@asks
def edit(
    session: Session,
    /,
    name: str,
    new_name: str | None,
    kind: str | None,
    description: str | None,
    file: Path | None,
    options: tuple[str, ...],
    confirm: str | None,
    **fields: Any,
) -> None:
    """Change some fields of a profile. Running miners keep their copy."""
    old = called(session, name)
    changes = {"name": new_name, "minerType": kind, "description": description}
    config = config_from_flags(file, options, fields, before=old["config"])
    body = old | {key: value for key, value in changes.items() if value is not None} | {"config": config}
    data = session.api.put(profile_path(old), body, confirm=confirm)
    same = fields["password"] is None and all(data[key] == old[key] for key in (*changes, "config"))
    text = f"The profile {data['name']!r} is unchanged."
    session.done(data, lambda: text if same else saved_text(data, f"The profile {data['name']!r} is changed."))


@profile.command(cls=Command)
@click.argument("name", shell_complete=profile_names)
@asks
def delete(session: Session, name: str) -> None:
    """Delete a profile. Miners that were started from it keep running."""
    data = session.api.delete(profile_path(called(session, name)))
    session.done(data, lambda: data["message"])


@profile.command(cls=Command)
@click.argument("name", shell_complete=profile_names)
@click.option("--name", "miner_name", metavar="NAME", help="The miner's name.  [default: the profile's]")
@_FORCE
@click.option("--restart", is_flag=True, help="Restart that miner with this profile if it is running.")
@CONFIRM
@asks
def start(session: Session, name: str, miner_name: str | None, force: bool, restart: bool, confirm: str | None) -> None:
    """Start a miner with a copy of a profile's configuration."""
    path = profile_path(called(session, name), "/start")
    data = session.api.post(path, name=miner_name, force=force, restart=restart, confirm=confirm)
    session.done(data, lambda: tables.started(data))


@profile.command(cls=Command)
@click.argument("file", type=_FILE, required=False)
@click.option("--profile", "names", multiple=True, metavar="NAME", help="Export only this profile; repeatable.")
@click.option("--yaml", is_flag=True, help="Write YAML instead of JSON, as for FILEs that end with .yaml or .yml.")
@click.option("--secrets", is_flag=True, help="Include the pools' passwords.")
@asks
def export(session: Session, file: Path | None, names: tuple[str, ...], yaml: bool, secrets: bool) -> None:
    """Write profiles to FILE (mode 0600), or to the screen."""
    ids = ",".join(called(session, name)["id"] for name in names) or None
    data = session.api.get("/profiles/export", secrets=secrets, id=ids)
    if file is None or str(file) == "-":
        click.echo(as_text(data, yaml or session.output == "yaml", takes_all_signs()), nl=False)
        return
    write_file(file, as_text(data, yaml or is_yaml(file) or session.output == "yaml"))
    session.done(data, lambda: f"Profiles written to {file}: {len(data['profiles'])}.")


@profile.command("import", cls=Command)
@click.argument("file", type=_FILE)
@click.option("--replace", is_flag=True, help="Replace profiles of the same name instead of skipping them.")
@CONFIRM
@asks
def take_in(session: Session, file: Path, replace: bool, confirm: str | None) -> None:
    """Save the profiles of an exported FILE.

    It is JSON or YAML; '-' reads stdin.
    """
    data = session.api.post("/profiles/import", read_file(file), replace=replace, confirm=confirm)
    lines = [imported_line(result) for result in data["results"]] or ["The file holds no profile."]
    session.done(data, lambda: "\n".join(lines))
    if data["results"] and all(result["result"] == "skipped" for result in data["results"]):
        raise Refusal("Nothing was imported.", FAILED)


@click.command("import", cls=Command)
@click.argument("file", type=_FILE)
@click.option("--name", metavar="NAME", help="The profile's name.  [default: from the pool]")
@CONFIRM
@asks
def import_xmrig(session: Session, file: Path, name: str | None, confirm: str | None) -> None:
    """Make a profile from XMRig's config.json ('-' reads stdin), and list the differences from the file."""
    from mining.cli.xmrig.importer import import_config  # here because it brings the rules for wallets with it
    from mining.cli.xmrig.layout import UnreadableConfig

    try:
        config, notes = import_config(decode(read_bytes(file), lenient=True))
    except UnreadableConfig as error:
        raise click.UsageError(f"{label(file)} cannot be imported as an XMRig configuration: {error}") from error
    source = "stdin" if str(file) == "-" else file.name
    body = {
        "name": name or f"XMRig - {config['pool'].rpartition('//')[2]}"[:100],
        "description": "Imported from " + "".join(sign if sign.isprintable() else "?" for sign in source)[:900],
        "minerType": "xmrig",
        "config": config,
    }
    data = session.api.post("/profiles", body, confirm=confirm)
    lines = [f"The profile {data['name']!r} is saved.", *(f"! {note}" for note in notes)]
    session.done({**data, "notTakenOver": notes}, lambda: saved_text(data, "\n".join(lines)))


def called(session: Session, name: str) -> dict[str, Any]:
    """The profile of that name or id."""
    items: list[dict[str, Any]] = session.api.all("/profiles")["items"]
    wanted = name.strip().casefold()
    for each in items:
        if name == each["id"] or wanted == each["name"].casefold():
            return each
    near = get_close_matches(wanted, [each["name"].casefold() for each in items], n=3, cutoff=0.5)
    names = [repr(each["name"]) for each in items if each["name"].casefold() in near]
    hint = f"Did you mean {' or '.join(names)}?" if names else "See them all with: miner-ctrl profile list"
    raise Refusal(f"There is no profile {name!r}. {hint}", NOT_FOUND, "PROFILE_NOT_FOUND")


def profile_path(profile: dict[str, Any], rest: str = "") -> str:
    """The path of a profile."""
    return f"/profiles/{quote(profile['id'], safe='')}{rest}"


def saved_text(data: dict[str, Any], first: str) -> str:
    """What was saved, its warnings, and what to do with it."""
    return "\n".join(
        [
            first,
            *tables.payout(data),
            *tables.warnings(data),
            f"Start it with: miner-ctrl profile start {quoted(data['name'])}",
        ]
    )


def imported_line(result: dict[str, Any]) -> str:
    """What became of one profile."""
    why = f": {result['reason']}" if result["reason"] else ""
    return "\n".join(
        [
            f"{result['name'] or 'one without a name'}  {result['result']}{why}",
            *tables.payout(result),
            *tables.warnings(result),
        ]
    )


COMMANDS: dict[str | None, click.Command] = {"profile": profile, "import": import_xmrig}
