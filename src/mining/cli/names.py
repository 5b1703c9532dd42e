"""Names that a shell completes by asking the daemon: at once or not at all, and without a word where none answers."""

import shlex
from collections.abc import Callable

import click

PATIENCE = 1.0  # seconds
Completer = Callable[[click.Context, click.Parameter, str], list[str]]


def _names(path: str, key: str = "name") -> Completer:
    """What begins like that in a list of the API, of names that a shell needs no quotes for."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
        from mining.cli.client import Api
        from mining.cli.session import Session

        options = {name: value for name, value in context.find_root().params.items() if name != "as_json"}
        try:
            items = Api(Session(**options).address, PATIENCE, quiet=True).get(path, limit=1000)["items"]
            names = [str(item[key]) for item in items]
        except (click.ClickException, OSError, ValueError, KeyError, TypeError):
            return []
        return [name for name in names if name.startswith(incomplete) and shlex.quote(name) == name]

    return complete


miner_names = _names("/miners")
type_names = _names("/miners/available", "type")
profile_names = _names("/profiles")
