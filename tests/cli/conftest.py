"""A stand-in for the daemon, and the command line in front of it."""

from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner, Result

from mining.cli.main import cli
from tests.cli.daemon_standin import Standin, standin

Call = Callable[..., Result]


@pytest.fixture
def daemon() -> Iterator[Standin]:
    """Answers what the test tells it to."""
    with standin() as server:
        yield server


@pytest.fixture
def call(daemon: Standin) -> Call:
    """Run a command against the stand-in."""

    def run(*arguments: str, text: str | None = None) -> Result:
        return CliRunner().invoke(cli, arguments, input=text, catch_exceptions=False, env={"MINING_URL": daemon.url})

    return run
