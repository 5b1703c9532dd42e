"""What every command is given: where the daemon is, and whether a person or a program reads the answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:  # `--help` needs none of them
    from pathlib import Path

    from mining.cli.client import Api

DEFAULT_URL = "http://127.0.0.1:8080/api/v1/mining"


class Session:
    """One call of the command line."""

    def __init__(self, url: str = DEFAULT_URL, token: str | None = None, json: bool = False) -> None:
        self.url = url
        self.json = json
        self._token = token
        self._api: Api | None = None

    @property
    def api(self) -> "Api":
        """The daemon."""
        if self._api is None:
            from mining.cli.client import Api

            self._api = Api(self.url, self._token)
        return self._api

    def show(self, data: Any, text: Callable[[], str]) -> None:
        """Data for a program, text for a person."""
        if self.json:
            import json

            click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        else:
            click.echo(text())

    def line(self, data: Any, text: str) -> None:
        """One of many answers: a line of JSON for a program, of text for a person."""
        if self.json:
            import json

            click.echo(json.dumps(data, ensure_ascii=False))
        else:
            click.echo(text)


asks = click.make_pass_decorator(Session, ensure=True)


def _json(context: click.Context, option: click.Parameter, value: bool) -> None:
    if value:
        context.ensure_object(Session).json = True


class Command(click.Command):
    """A command that takes --json after its name as well as before."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(
            click.Option(["--json"], is_flag=True, expose_value=False, callback=_json, help="Print the API's data.")
        )


def data_folder(said: "Path | None") -> "Path":
    """The folder of the daemon's data."""
    if said is not None:
        return said.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("lethean-desktop", appauthor=False)
