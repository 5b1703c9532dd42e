"""Commands that change a miner: start, stop, restart, pause, resume, send."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from mining.cli import tables
from mining.cli.client import FAILED, Refusal, miner_path
from mining.cli.config import CONFIRM, config_from_flags, config_options
from mining.cli.names import miner_names, type_names
from mining.cli.profiles import called
from mining.cli.session import Command, Session, asks
from mining.cli.whole_rig import for_all, one_or_all


@click.command(cls=Command)
@click.argument("type", shell_complete=type_names)
@click.option("--name", metavar="NAME", help="The miner's name.  [default: its type]")
@click.option("--force", is_flag=True, help="Start even if no pool answers, memory is short or a card is in use.")
@CONFIRM
@config_options
@asks
def start(
    session: Session,
    /,
    type: str,
    name: str | None,
    file: Path | None,
    options: tuple[str, ...],
    force: bool,
    confirm: str | None,
    **fields: Any,
) -> None:
    """Start a miner of a TYPE such as xmrig."""
    query = {"name": name, "force": force, "confirm": confirm}
    data = session.api.post(miner_path(type), config_from_flags(file, options, fields), **query)
    session.done(data, lambda: tables.started(data))


@click.command(cls=Command)
@click.argument("name", required=False, shell_complete=miner_names)
@click.option("--all", "everyone", is_flag=True, help="Stop every miner.")
@click.option("--forget", is_flag=True, help="Also delete its record, folder, logs and samples; its events stay.")
@asks
def stop(session: Session, name: str | None, everyone: bool, forget: bool) -> None:
    """Stop a miner. A stopped miner stays stopped."""
    one_or_all(name, everyone)
    if name is not None:
        data = session.api.delete(miner_path(name), forget=forget)
        session.done(data, lambda: data["message"])
        return
    miners = session.api.all("/miners")["items"]
    stop_each(session, [miner["name"] for miner in miners if forget or may_run(miner)], forget)


@click.command(cls=Command)
@click.argument("name", required=False, shell_complete=miner_names)
@click.option("--all", "everyone", is_flag=True, help="Restart every miner that runs, each as it is.")
@click.option("--profile", metavar="NAME", help="Use the configuration of this profile.")
@click.option("--force", is_flag=True, help="Start even if no pool answers, memory is short or a card is in use.")
@CONFIRM
@config_options
@asks
def restart(
    session: Session,
    /,
    name: str | None,
    everyone: bool,
    profile: str | None,
    file: Path | None,
    options: tuple[str, ...],
    force: bool,
    confirm: str | None,
    **fields: Any,
) -> None:
    """Restart a miner; a stopped miner is started. Options change its configuration, and --config replaces it."""
    flags = bool(options) or any(value is not None for value in fields.values())
    one_or_all(name, everyone)
    if name is None:
        if profile or file or flags or confirm:
            raise click.UsageError("--all restarts each miner as it is: give the name of one to change it")
        for_all(session, "restart", force=force)
        return
    if profile and (file or flags):
        raise click.UsageError("give --profile or options of a configuration, not both")
    id = called(session, profile)["id"] if profile else None
    body = None
    if file or flags:
        before = None if file else session.api.get(miner_path(name))["config"]
        body = config_from_flags(file, options, fields, before)
    data = session.api.post(miner_path(name, "/restart"), body, profile=id, force=force, confirm=confirm)
    session.done(data, lambda: tables.started(data))


@click.command(cls=Command)
@click.argument("name", required=False, shell_complete=miner_names)
@click.option("--all", "everyone", is_flag=True, help="Pause every miner that runs.")
@asks
def pause(session: Session, name: str | None, everyone: bool) -> None:
    """Pause a miner without ending its process."""
    one_or_all(name, everyone)
    if name is None:
        for_all(session, "pause")
        return
    data = session.api.post(miner_path(name, "/pause"))
    session.done(
        data, lambda: f"{name}: pause requested; now {tables.status(data)}. Resume it with: miner-ctrl resume {name}"
    )


@click.command(cls=Command)
@click.argument("name", required=False, shell_complete=miner_names)
@click.option("--all", "everyone", is_flag=True, help="Resume every paused miner.")
@asks
def resume(session: Session, name: str | None, everyone: bool) -> None:
    """Resume a paused miner."""
    one_or_all(name, everyone)
    if name is None:
        for_all(session, "resume")
        return
    data = session.api.post(miner_path(name, "/resume"))
    session.done(data, lambda: f"{name}: resume requested; now {tables.status(data)}.")


@click.command(cls=Command)
@click.argument("name", shell_complete=miner_names)
@click.argument("keys")
@asks
def send(session: Session, name: str, keys: str) -> None:
    """Type KEYS into a miner's terminal. `available --json` lists the keys of each type."""
    data = session.api.post(miner_path(name, "/stdin"), {"input": keys})
    session.done(data, lambda: f"Sent to {name}. See its output with: miner-ctrl logs {name}")


def may_run(miner: dict[str, Any]) -> bool:
    """Whether there is something to stop: a process, or a desired state other than stopped."""
    return (miner["status"], miner["wanted"]) != ("stopped", "stopped")


def stop_each(session: Session, names: Iterable[str], forget: bool) -> None:
    """Stop one after the other; a refusal does not keep the others running."""
    stopped: list[Any] = []
    refused: list[str] = []
    for name in names:
        try:
            data = session.api.delete(miner_path(name), forget=forget)
        except Refusal as refusal:
            refused.append(f"{name}: {refusal.message}")
            continue
        stopped.append(data)
        if not session.silent:
            click.echo(data["message"])
    if session.for_programs or not (stopped or refused):
        session.done(stopped, lambda: "No miner is running.")
    if refused:
        raise Refusal("\n".join(refused), FAILED)


COMMANDS = {each.name: each for each in (start, stop, restart, pause, resume, send)}
