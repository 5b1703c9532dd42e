"""A miner's configuration from the command line: flags, which win over a JSON file."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from mining.cli.files import read_object

_SECOND = "second_"  # flags of the second work
Command = TypeVar("Command", bound=Callable[..., Any])
_OPTIONS = (
    click.option("--pool", metavar="HOST:PORT", help="The pool; stratum+tcp:// and stratum+ssl:// may precede it."),
    click.option("--wallet", metavar="ADDRESS", help="The payout address."),
    click.option("--algo", metavar="ALGORITHM", help="The algorithm, such as rx/0."),
    click.option("--coin", metavar="COIN", help="The coin, such as XMR; the wallet is then checked in full."),
    click.option("--threads", metavar="NUMBER", type=int, help="Number of threads.  [default: the program decides]"),
    click.option(
        "--password",
        metavar="PASSWORD",
        help="The pool's password; '-' reads it from stdin, so that no process list shows it; '' removes it.",
    ),
    click.option("--worker", metavar="WORKER", help="The worker: the pool's name for this miner."),
    click.option("--tls/--no-tls", default=None, help="Encrypt the connection to the pool."),
    click.option("--second-pool", metavar="HOST:PORT", help="The pool of a second algorithm, computed beside."),
    click.option("--second-wallet", metavar="ADDRESS", help="The payout address at that pool."),
    click.option("--second-algo", metavar="ALGORITHM", help="The second algorithm."),
    click.option("--second-coin", metavar="COIN", help="The coin that is paid there."),
    click.option("--second-password", metavar="PASSWORD", help="That pool's password; '-' and '' as above."),
    click.option("--second-worker", metavar="WORKER", help="That pool's name for this miner."),
    click.option("--second-tls/--no-second-tls", default=None, help="Encrypt the connection to that pool."),
    click.option(
        "--config",
        "file",
        type=click.Path(dir_okay=False, path_type=Path),
        help="A JSON file with the configuration; flags win over it.",
    ),
    click.option(
        "--option", "options", multiple=True, metavar="KEY=JSON", help="An option that only this type has; repeatable."
    ),
)


CONFIRM = click.option(
    "--confirm", metavar="WORD", help="With wallet_lock on: pay somebody new, as the refusal has named it."
)


def config_options(command: Command) -> Command:
    """Give a command the options of a configuration."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def config_from_flags(
    file: Path | None, options: Iterable[str], flags: dict[str, Any], before: Any = None
) -> dict[str, Any]:
    """The configuration of those options, which win over the file, or without a file over the one `before`."""
    for name in ("password", "second_password"):
        if flags[name] == "-":
            line = sys.stdin.readline()
            if not line:  # an empty password would remove the saved one
                raise click.UsageError("no password came from stdin")
            flags[name] = line.rstrip("\r\n")
    return merged(read_object(file) if file else before or {}, flags, options)


def merged(body: dict[str, Any], flags: dict[str, Any], options: Iterable[str]) -> dict[str, Any]:
    """A file's body with the flags laid over it."""
    values = {key: value for key, value in flags.items() if value is not None}
    second = {key.removeprefix(_SECOND): values.pop(key) for key in list(values) if key.startswith(_SECOND)}
    whole = body | values
    if second:
        whole["second"] = {**(whole.get("second") or {}), **second}
    extra = dict(option(text) for text in options)
    if extra:
        whole["options"] = {**(whole.get("options") or {}), **extra}
    return whole


def option(text: str) -> tuple[str, Any]:
    """KEY=JSON; a value that is not JSON is text, so that mode=crash needs no quotes."""
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise click.UsageError(f"--option {text!r} must have the form KEY=VALUE")
    try:
        return key, json.loads(value)
    except ValueError:
        return key, value
