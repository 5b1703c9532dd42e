"""What every command is given: where the daemon is, and whether a person or a program reads the answer."""

import os
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:  # `--help` needs none of them
    from pathlib import Path

    from mining.cli.client import Api

_COMMAND = re.compile(r"(?<![\w/.-])miner-ctrl ([a-z][a-z-]*)")
_FLAG = click.core.ParameterSource.COMMANDLINE
DEFAULT_URL = "http://127.0.0.1:8080/api/v1/mining"


class Session:
    """One call of the command line."""

    def __init__(
        self,
        url: str | None = None,
        key: str | None = None,
        json: bool = False,
        data_dir: "Path | None" = None,
        cacert: "Path | None" = None,
        key_file: "Path | None" = None,
    ) -> None:
        self.json = json
        self.data_dir = data_dir
        self.named = url is not None  # rather than found in the data folder
        self._url = url
        self._key = key
        self._key_file = key_file
        self._cacert = cacert
        self._api: Api | None = None

    @property
    def url(self) -> str:
        """The daemon's API: as given, else as the daemon of the data folder has written down, else the usual one."""
        if self._url is None:
            self._url = daemon_url(data_folder(self.data_dir)) or DEFAULT_URL
        return self._url

    @property
    def _socket(self) -> "LocalSocket | None":
        """The Unix socket of the data folder's daemon; none where a daemon was named."""
        return None if self.named else local_socket(data_folder(self.data_dir))

    @property
    def key(self) -> str | None:
        """The access key: as given, else the admin's own of the data folder whose daemon is asked, if it has one."""
        from mining.cli.key_text import admin_key, key_in

        if self._key is None and self._key_file is not None:
            self._key = key_in(self._key_file)
        if self._key is None and not self.named and self._socket is None:
            self._key = admin_key(data_folder(self.data_dir))
        return self._key

    @property
    def api(self) -> "Api":
        """The daemon."""
        if self._api is None:
            from mining.cli.client import Api

            self._api = Api(self.url, self.key, cacert=self._cacert, local=self._socket)
        return self._api

    def show(self, data: Any, text: Callable[[], str]) -> None:
        """Data for a program, text for a person."""
        if self.json:
            import json

            click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        else:
            click.echo(pasteable(text()))

    def line(self, data: Any, text: str) -> None:
        """One of many answers: a line of JSON for a program, of text for a person."""
        if self.json:
            import json

            click.echo(json.dumps(data, ensure_ascii=False))
        else:
            click.echo(pasteable(text))


asks = click.make_pass_decorator(Session, ensure=True)


def _json(context: click.Context, option: click.Parameter, value: bool) -> None:
    if value:
        context.ensure_object(Session).json = True


class WholeNumber(click.IntRange):
    """A whole number between two, refused in words."""

    name = "number"

    def _describe_range(self) -> str:
        return f"{self.min} to {self.max}"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Any:
        try:
            return super().convert(value, param, context)
        except click.BadParameter:
            self.fail(f"{value!r} is no whole number from {self.min} to {self.max}", param, context)


class Command(click.Command):
    """A command that takes --json after its name as well as before."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(
            click.Option(["--json"], is_flag=True, expose_value=False, callback=_json, help="Print the API's data.")
        )


def data_folder(named: "Path | None") -> "Path":
    """The folder of the daemon's data: the usual one where none is named."""
    if named is not None:
        return named.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("lethean-desktop", appauthor=False)


class LocalSocket(NamedTuple):
    """The Unix socket of a data folder's daemon, and the user id whose daemon it is."""

    path: "Path"
    owner: int


def local_socket(folder: "Path") -> LocalSocket | None:
    """The socket that the daemon of a data folder has written down."""
    from pathlib import Path

    path = _written_down(folder, "socket")
    try:
        return LocalSocket(Path(path), (folder / "daemon.json").stat().st_uid) if isinstance(path, str) else None
    except OSError:
        return None


def _written_down(folder: "Path", key: str) -> Any:
    import json

    from mining.foundation.files import read_plain

    try:
        return json.loads(read_plain(folder / "daemon.json", 4096))[key]
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return None


def daemon_url(folder: "Path") -> str | None:
    """Where the daemon of a data folder answers, or the last one that did; None when none has written it down."""
    url = _written_down(folder, "url")
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None


def pasteable(text: str) -> str:
    """A text whose commands can be pasted: with the path of `miner-ctrl` and the flags of this call."""
    return _COMMAND.sub(lambda match: f"{_called_as(match[1])} {match[1]}", text) if "miner-ctrl " in text else text


def _called_as(command: str) -> str:
    """`miner-ctrl` as it was called: by its path where the shell would not find it, with those flags."""
    from shlex import quote
    from shutil import which

    path = os.path.abspath(sys.argv[0])  # noqa: PTH100 - a link stays a link
    words = [path if path.endswith("/miner-ctrl") and which("miner-ctrl") != path else "miner-ctrl"]
    for name, value in given_flags().items():
        if name == "data_dir" or command not in ("serve", "demo"):  # which become the daemon of an address
            words += [f"--{name.replace('_', '-')}", str(value)]
    return " ".join(map(quote, words))


def given_flags() -> dict[str, Any]:
    """Those of --url, --data-dir and --cacert that stand before the command."""
    context = click.get_current_context(silent=True)
    if context is None:
        return {}
    top = context.find_root()
    given = (name for name in ("url", "data_dir", "cacert") if top.params.get(name) is not None)
    return {name: top.params[name] for name in given if top.get_parameter_source(name) is _FLAG}
