"""The optional packages of the terminal: what to do where they are missing."""

from collections.abc import Iterator
from contextlib import contextmanager

from mining.cli.terminal.client import FAILED, Refusal
from mining.domain.shell import command as command_line
from mining.foundation.command_line import adding


@contextmanager
def optional_packages(command: str) -> Iterator[None]:
    """Within it modules are imported that not every installation has."""
    try:
        yield
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("mining"):
            raise
        raise Refusal(
            f"`{command}` needs packages that are not installed here ({missing.name}). Install them with:\n"
            f"  {command_line(adding('terminal'))}",
            FAILED,
        ) from missing
