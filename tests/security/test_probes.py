"""The gate's probes hold, on a server in this process and on a real daemon; none of them changes anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import Served, served
from tests.daemons import daemon
from tests.security.probes import Door, Probe, probes

NAMESPACE = "/api/v1/mining"
PROBES = tuple(probes(NAMESPACE))


@pytest.fixture(scope="module")
def here() -> Iterator[Served]:
    with served(PaperRig(a_miner())) as running:
        yield running


@pytest.mark.slow
@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.name)
def test_a_probe_holds(here: Served, probe: Probe) -> None:
    assert probe.wrong(Door("127.0.0.1", here.port, NAMESPACE)(probe.sent)) is None


def test_there_are_many_and_each_has_a_name_of_its_own() -> None:
    assert len({probe.name for probe in PROBES}) == len(PROBES) >= 276


@pytest.mark.slow
def test_all_of_them_hold_on_a_real_daemon_and_leave_it_as_it_was(tmp_path: Path) -> None:
    with daemon(tmp_path) as running:
        running.simulate("one")
        before = running.call("GET", "/summary"), running.call("GET", "/profiles"), running.call("GET", "/settings")
        door = Door("127.0.0.1", running.port, NAMESPACE)
        wrong = [f"{probe.name}: {fault}" for probe in PROBES if (fault := probe.wrong(door(probe.sent)))]
        after = running.call("GET", "/summary"), running.call("GET", "/profiles"), running.call("GET", "/settings")
        assert not wrong
        assert [each[0] for each in before] == [each[0] for each in after] == [200] * 3
        assert after[1:] == before[1:]
        assert after[0][1]["data"]["miners"] == before[0][1]["data"]["miners"]
        assert "level=" not in running.log, "a client fills the log"
