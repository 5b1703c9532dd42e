"""Commands that change a miner: start, stop, restart, pause, resume, send."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from mining.cli import tables
from mining.cli.client import FAILED, Refusal, miner_path
from mining.cli.session import Command, Session, asks


@click.command(cls=Command)
@click.argument("type")
@click.option("--pool", metavar="HOST:PORT", help="Where to mine; stratum+tcp:// and stratum+ssl:// are understood.")
@click.option("--wallet", metavar="ADDRESS", help="Who is paid.")
@click.option("--name", help="What to call it; its type when absent.")
@click.option("--algo", help="Such as rx/0.")
@click.option("--coin", help="Such as XMR; the wallet is then checked in full.")
@click.option("--threads", type=int, help="0 or absent: the program decides.")
@click.option("--password", help="The pool's; '-' reads it from stdin, so that no process list shows it.")
@click.option("--worker", help="What the pool calls this machine.")
@click.option("--tls/--no-tls", default=None, help="Encrypt the way to the pool.")
@click.option(
    "--config", "file", type=click.Path(dir_okay=False, path_type=Path), help="A JSON body; flags win over it."
)
@click.option("--option", "options", multiple=True, metavar="KEY=JSON", help="What only this type knows; repeatable.")
@click.option("--force", is_flag=True, help="Start even if the pool does not answer or memory is short.")
@asks
def start(
    session: Session,
    /,
    type: str,
    name: str | None,
    file: Path | None,
    options: tuple[str, ...],
    force: bool,
    **said: Any,
) -> None:
    """Start a miner of a TYPE such as xmrig."""
    if said["password"] == "-":  # noqa: S105 - not a password, but where to read it
        said["password"] = sys.stdin.readline().rstrip("\n")
    body = merged(read_body(file) if file else {}, said, options)
    data = session.api.post(miner_path(type), body, name=name, force=force)
    session.show(data, lambda: started_text(data))


@click.command(cls=Command)
@click.argument("name", required=False)
@click.option("--all", "everyone", is_flag=True, help="Every miner.")
@click.option("--forget", is_flag=True, help="Also drop its record, folder, logs and samples; its events stay.")
@asks
def stop(session: Session, name: str | None, everyone: bool, forget: bool) -> None:
    """Stop a miner; again is no error."""
    if everyone == (name is not None):
        raise click.UsageError("give the name of one miner, or --all")
    if name is not None:
        data = session.api.delete(miner_path(name), forget=forget)
        session.show(data, lambda: data["message"])
        return
    miners = session.api.all("/miners")["items"]
    stop_each(session, [miner["name"] for miner in miners if forget or may_run(miner)], forget)


@click.command(cls=Command)
@click.argument("name")
@click.option("--config", "file", type=click.Path(dir_okay=False, path_type=Path), help="A new configuration as JSON.")
@click.option("--force", is_flag=True, help="Start even if the pool does not answer or memory is short.")
@asks
def restart(session: Session, name: str, file: Path | None, force: bool) -> None:
    """Stop and start again; starts a stopped miner."""
    data = session.api.post(miner_path(name, "/restart"), read_body(file) if file else None, force=force)
    session.show(data, lambda: started_text(data))


@click.command(cls=Command)
@click.argument("name")
@asks
def pause(session: Session, name: str) -> None:
    """Let a miner rest without ending it."""
    data = session.api.post(miner_path(name, "/pause"))
    session.show(data, lambda: f"{name} is to rest; now: {tables.status(data)}. Go on with: miner-ctrl resume {name}")


@click.command(cls=Command)
@click.argument("name")
@asks
def resume(session: Session, name: str) -> None:
    """End a pause."""
    data = session.api.post(miner_path(name, "/resume"))
    session.show(data, lambda: f"{name} is to go on; now: {tables.status(data)}.")


@click.command(cls=Command)
@click.argument("name")
@click.argument("keys")
@asks
def send(session: Session, name: str, keys: str) -> None:
    """Type KEYS into a miner's terminal; `available --json` lists those that it obeys."""
    data = session.api.post(miner_path(name, "/stdin"), {"input": keys})
    session.show(data, lambda: f"Sent to {name}. See what it says with: miner-ctrl logs {name}")


def read_body(file: Path) -> dict[str, Any]:
    """The JSON object in a file."""
    try:
        body = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise click.UsageError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from error
    except (ValueError, RecursionError) as error:
        raise click.UsageError(f"{file} is not JSON: {error}") from error
    if not isinstance(body, dict):
        raise click.UsageError(f'{file} must hold a JSON object, such as {{"pool": …, "wallet": …}}')
    return body


def merged(body: dict[str, Any], said: dict[str, Any], options: Iterable[str]) -> dict[str, Any]:
    """A file's body with what was said on the command line laid over it."""
    whole = body | {key: value for key, value in said.items() if value is not None}
    extra = dict(option(text) for text in options)
    if extra:
        whole["options"] = {**(whole.get("options") or {}), **extra}
    return whole


def option(text: str) -> tuple[str, Any]:
    """KEY=JSON; a value that is not JSON is text, so that mode=crash needs no quotes."""
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise click.UsageError(f"--option {text!r} must look like KEY=VALUE")
    try:
        return key, json.loads(value)
    except ValueError:
        return key, value


def may_run(miner: dict[str, Any]) -> bool:
    """Whether there is something to stop: a process, or the wish for one."""
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
        if not session.json:
            click.echo(data["message"])
    if session.json or not (stopped or refused):
        session.show(stopped, lambda: "No miner runs.")
    if refused:
        raise Refusal("\n".join(refused), FAILED)


def started_text(data: dict[str, Any]) -> str:
    """What a start answered, its warnings, and where to look."""
    lines = [data["message"], *(f"! {warning}" for warning in data["warnings"])]
    return "\n".join([*lines, f"Watch it with: miner-ctrl status {data['name']}"])


COMMANDS = {each.name: each for each in (start, stop, restart, pause, resume, send)}
