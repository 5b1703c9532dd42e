"""The optional packages of the terminal: what to do where they are missing."""

from collections.abc import Iterator
from contextlib import contextmanager

from mining.cli.terminal.client import FAILED, Refusal


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
            "  pip install 'mining-platform[terminal]'\n"
            "or, where uv has installed the platform:\n"
            "  uv tool install 'mining-platform[terminal]'",
            FAILED,
        ) from missing
