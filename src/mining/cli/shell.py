"""The command `shell`: one command after the other, without leaving."""

import shlex
import sys
from collections.abc import Mapping
from typing import Any

import click

from mining.cli.session import Command, Session, asks
from mining.cli.terminal.extra import optional_packages

_GREETING = (
    "Type a command, such as `status`; `help` lists them all. Tab completes, Ctrl-C ends a command, Ctrl-D the shell."
)
_LEAVE = ("exit", "quit")


@click.command(cls=Command)
@click.pass_context
@asks
def shell(session: Session, context: click.Context) -> None:
    """Run commands one after the other, with history and completion. Ctrl-D ends it."""
    if session.for_programs or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("`shell` is for a person at a terminal; a script runs `miner-ctrl` for each command")
    with optional_packages("miner-ctrl shell"):
        from mining.cli.terminal.prompt import command_prompt
    from mining.cli.main import run

    flags = global_flags(context.find_root())
    ask = command_prompt(session, flags)
    click.echo(_GREETING)
    code = 0
    while True:
        try:
            words = words_of(ask(f"[{code}] miner-ctrl> " if code else "miner-ctrl> "))
        except KeyboardInterrupt:  # which clears the line
            code = 0
            continue
        except EOFError:
            return
        except ValueError as error:
            click.echo(f"Error: {str(error).lower()} in this line", err=True)
            code = 2
            continue
        if words[:1] and words[0] in _LEAVE:
            return
        if words[:1] == ["shell"]:
            click.echo("This is the shell already.")
        elif words:
            code = run([*flags, *(["--help"] if words == ["help"] else words)])


def words_of(line: str) -> list[str]:
    """The arguments in a line; ValueError for a quote without its other half. A pasted `miner-ctrl` is left out."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.commenters = True, ""
    if sys.platform == "win32":
        lexer.escape = ""  # which parts a path there
    words = list(lexer)
    program = words[0].replace("\\", "/").rpartition("/")[2].removesuffix(".exe") if words else ""
    return words[1:] if program == "miner-ctrl" else words


def global_flags(root: click.Context) -> list[str]:
    """The options that stood before `shell`, for each command in it."""
    return [word for option in root.command.params for word in _flag_words(root, option, root.params)]


def _flag_words(root: click.Context, option: click.Parameter, values: Mapping[str, Any]) -> list[str]:
    name = option.name or ""
    if root.get_parameter_source(name) is not click.core.ParameterSource.COMMANDLINE:
        return []
    is_flag = isinstance(option, click.Option) and option.is_flag
    return [option.opts[0], *([] if is_flag else [str(values[name])])]


COMMANDS = {"shell": shell}
