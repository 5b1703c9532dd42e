"""What every command is given: where the daemon is, and whether a person or a program reads the answer."""

import codecs
import re
import sys
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:  # `--help` needs none of them
    from pathlib import Path

    from mining.cli.client import Api
    from mining.client.address import DaemonAddress

_COMMAND = re.compile(r"(?<![\w/.-])miner-ctrl ([a-z][a-z-]*)")
TABLE, *_ = OUTPUTS = ("table", "json", "yaml")
OUTPUT_HELP = "How to print: as a table for people, or the API's data."
JSON_HELP = "As --output json."
QUIET_HELP = "Print only what was asked for, warnings and errors."
INTERRUPTED = 130  # the exit code of a command that Ctrl-C ended
_FLAG = click.core.ParameterSource.COMMANDLINE


class Session:
    """One call of the command line, with the options that stand before the command."""

    def __init__(
        self,
        url: str | None = None,
        key: str | None = None,
        data_dir: "Path | None" = None,
        key_file: "Path | None" = None,
        cacert: "Path | None" = None,
        output: str = TABLE,
        quiet: bool = False,
        start: bool = False,
    ) -> None:
        self.output = output
        self.quiet = quiet
        self.data_dir, self.key_file = data_dir, key_file
        self.named = url is not None  # rather than found in the data folder
        self._place = (url, key, data_dir, key_file, cacert)
        self._start = start

    @property
    def for_programs(self) -> bool:
        """Whether a program reads the answer: it gets the API's data."""
        return self.output != TABLE

    @property
    def silent(self) -> bool:
        """Whether nobody reads how a command gets on."""
        return self.quiet or self.for_programs

    def anew(self) -> "Session":
        """The same call, which asks the daemon that the data folder names by now, over a connection of its own."""
        return Session(*self._place, quiet=True)

    @property
    def url(self) -> str:
        """The daemon's API: as given, else as the daemon of the data folder has written down, else the usual one."""
        return self.address.url

    @property
    def address(self) -> "DaemonAddress":
        """Where the daemon is now."""
        from mining.client.address import DaemonAddress

        return DaemonAddress(*self._place)

    @cached_property
    def api(self) -> "Api":
        """The daemon; with `--start` there is one."""
        from mining.cli.client import Api

        try:
            if self._start:
                from mining.cli.background import ensure_daemon

                ensure_daemon(self)
            return Api(self.address, quiet=self.silent)
        except ValueError as error:  # of the URL or the key
            raise click.UsageError(str(error)) from error

    def show(self, data: Any, text: Callable[[], str]) -> None:
        """What somebody wanted to see: data for a program, text for a person."""
        if self.output == "json":
            import json

            click.echo(json.dumps(data, indent=2, ensure_ascii=not takes_all_signs()))
        elif self.output == "yaml":
            click.echo(yaml_text(data, takes_all_signs()), nl=False)
        else:
            click.echo(pasteable(text()))

    def done(self, data: Any, text: Callable[[], str]) -> None:
        """What was done; of the text `--quiet` leaves the warnings, and who is newly paid."""
        if self.for_programs or not self.quiet:
            self.show(data, text)
        elif isinstance(data, dict):
            from mining.cli.tables import payout, warnings

            for line in (*payout(data), *warnings(data)):
                click.echo(pasteable(line), err=True)

    def line(self, data: Any, text: str) -> None:
        """One of many answers: a line of JSON or a document of YAML for a program, a line of text for a person."""
        if self.output == "json":
            import json

            click.echo(json.dumps(data, ensure_ascii=not takes_all_signs()))
        elif self.output == "yaml":
            click.echo(f"---\n{yaml_text(data, takes_all_signs())}", nl=False)
        else:
            click.echo(pasteable(text))


def yaml_text(data: Any, all_signs: bool = True) -> str:
    """Data as YAML; with escapes where not `all_signs` can be written."""
    import yaml

    return str(yaml.safe_dump(data, sort_keys=False, allow_unicode=all_signs))


asks = click.make_pass_decorator(Session, ensure=True)


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
    """A command that takes the options of its output after its name as well as before."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += output_options()


def output_options() -> list[click.Parameter]:
    """How an answer is printed."""
    form = click.Choice(OUTPUTS)
    return [
        click.Option(["--output"], type=form, expose_value=False, callback=_set, help=OUTPUT_HELP),
        click.Option(["--json"], is_flag=True, expose_value=False, callback=_set, help=JSON_HELP),
        click.Option(["--quiet"], is_flag=True, expose_value=False, callback=_set, help=QUIET_HELP),
    ]


def _set(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Let an option after the command's name count as one before it."""
    if value:
        session = context.ensure_object(Session)
        if option.name == "quiet":
            session.quiet = True
        else:
            session.output = "json" if option.name == "json" else value


def takes_all_signs() -> bool:
    """Whether stdout does; a pipe on Windows takes those of one code page, and what a program reads must be whole."""
    return codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"


def pasteable(text: str) -> str:
    """A text whose commands can be pasted: with the path of `miner-ctrl` and the flags of this call."""
    return _COMMAND.sub(lambda match: f"{_called_as(match[1])} {match[1]}", text) if "miner-ctrl " in text else text


def _called_as(command: str) -> str:
    """`miner-ctrl` as it was called: by its path where the shell would not find it, with those flags."""
    from mining.domain.shell import command as line
    from mining.foundation.command_line import program

    words = [program()]
    for name, value in leading_flags().items():
        if name == "data_dir" or command not in ("serve", "demo"):  # which become the daemon of an address
            words += [f"--{name.replace('_', '-')}", str(value)]
    return line(words)


def leading_flags() -> dict[str, Any]:
    """Those of --url, --data-dir and --cacert that stand before the command."""
    context = click.get_current_context(silent=True)
    if context is None:
        return {}
    top = context.find_root()
    names = (name for name in ("url", "data_dir", "cacert") if top.params.get(name) is not None)
    return {name: top.params[name] for name in names if top.get_parameter_source(name) is _FLAG}
