"""The page for `man miner-ctrl`, made from the commands."""

from collections.abc import Iterable, Iterator

import click

from mining.cli.main import cli
from mining.cli.session import output_options

PROGRAM = "miner-ctrl"
_SHARED = {"help", *(option.name for option in output_options())}  # which every command has, and the page tells once


def manual() -> str:
    """The page, in roff."""
    context = click.Context(cli, info_name=PROGRAM, **cli.context_settings)
    first, *rest = paragraphs(cli.help)
    exits = [each for each in rest if each.startswith("Exit codes: ")]
    options = [option for option in cli.get_params(context) if isinstance(option, click.Option)]
    variables = [(name, option) for option in options for name in names_of(option.envvar)]
    lines = [
        f'.TH {PROGRAM.upper()} 1 "" "Mining Platform"',
        ".SH NAME",
        rf"{escaped(PROGRAM)} \- {escaped(first[:1].lower() + first[1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        f".B {escaped(' '.join([PROGRAM, *cli.collect_usage_pieces(context)]))}",
        ".SH DESCRIPTION",
        *(f".PP\n{escaped(each)}" for each in (first, *rest) if each not in exits),
        ".PP",
        "Every command takes \\-\\-output, \\-\\-json, \\-\\-quiet and \\-\\-help after its name too.",
        ".SH OPTIONS",
        *described(option.get_help_record(context) for option in options),
        ".SH COMMANDS",
        *commands(cli, context),
        ".SH EXIT STATUS",
        *(escaped(each.removeprefix("Exit codes: ")) for each in exits),
        ".SH ENVIRONMENT",
        *described((name, f"as {option.opts[0]}") for name, option in variables),
    ]
    return "\n".join(lines) + "\n"


def commands(group: click.Group, context: click.Context) -> Iterator[str]:
    """A section for each command, and for those below it."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, parent=context, info_name=name)
        usage = " ".join([inner.command_path.removeprefix(f"{PROGRAM} "), *command.collect_usage_pieces(inner)])
        yield f'.SS "{escaped(usage)}"'
        yield from (f".PP\n{escaped(each)}" for each in paragraphs(command.help))
        own = [each for each in command.get_params(inner) if each.name not in _SHARED]
        yield from described(each.get_help_record(inner) for each in own)
        if isinstance(command, click.Group):
            yield from commands(command, inner)


def described(records: Iterable[tuple[str, str] | None]) -> Iterator[str]:
    """Terms, each with what it means."""
    for record in records:
        if record is not None:
            yield f".TP\n.B {escaped(record[0])}\n{escaped(record[1])}"


def paragraphs(text: str | None) -> list[str]:
    """A help text without its line breaks."""
    return [" ".join(each.split()) for each in (text or "").split("\n\n")]


def names_of(variable: str | Iterable[str] | None) -> Iterable[str]:
    """The variables of an option."""
    return [variable] if isinstance(variable, str) else variable or ()


def escaped(text: str) -> str:
    """A text in which roff finds no command of its own."""
    plain = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("→", r"\(->")
    return rf"\&{plain}" if plain[:1] in (".", "'") else plain
