"""One server for the tests of a file; each test begins with a fresh rig."""

import time
from collections.abc import Iterator

import pytest
import structlog

from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import Served, served

PLAIN = [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]  # coloured tracebacks take seconds


@pytest.fixture(scope="module", autouse=True)
def plain_log() -> Iterator[None]:
    structlog.configure(processors=PLAIN)
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="module")
def running() -> Iterator[Served]:
    with served(PaperRig(a_miner())) as server:
        yield server


@pytest.fixture
def here(running: Served) -> Served:
    for _ in range(250):  # a listener of the test before may still be leaving
        if not running.rig.listeners:
            break
        time.sleep(0.02)
    running.rig.begin_anew(a_miner())
    running.settings.begin_anew()
    return running


@pytest.fixture
def reading(here: Served) -> Served:
    return here
