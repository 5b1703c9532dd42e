"""The figures as Prometheus reads them, and as OpenMetrics: both by the parsers of prometheus_client."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as read_open_metrics
from prometheus_client.parser import text_string_to_metric_families as read_plain

from mining.api.metrics import wants_open_metrics
from mining.domain.metrics import Gpu, Shares, WorkMetrics
from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import Served, served

OPEN = {"Accept": "application/openmetrics-text"}
PROMETHEUS = (
    "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
    "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
    "text/plain;version=0.0.4;q=0.3,*/*;q=0.2"
)
Read = Callable[[str], Any]


@pytest.fixture(scope="module")
def quiet() -> Iterator[Served]:
    """A miner at work, one that is dead, and one that only pretends."""
    dead = a_miner("quiet", hashrate=None, pid=None, status="error", health="unreachable")
    with served(PaperRig(a_miner(), dead, a_miner("odd", type="simulated", simulated=True))) as server:
        yield server


def samples(server: Served, read: Read, headers: dict[str, str]) -> dict[tuple[Any, ...], float]:
    text = server.ask("//metrics", headers=headers).text
    return {(s.name, *sorted(s.labels.items())): s.value for f in read(text) for s in f.samples}


@pytest.mark.parametrize(("read", "headers"), [(read_plain, {}), (read_open_metrics, OPEN)])
def test_both_forms_say_the_same_and_leave_out_what_is_not_known(
    quiet: Served, read: Read, headers: dict[str, str]
) -> None:
    found = samples(quiet, read, headers)
    whose = ("miner", "xmrig"), ("simulated", "false"), ("type", "xmrig")
    assert found["mining_miner_hashrate", ("algorithm", "rx/0"), *whose] == 4520.5
    assert found["mining_miner_shares_total", whose[0], ("result", "accepted"), *whose[1:]] == 42
    assert found["mining_temperature_celsius", ("device", "gpu0"), *whose] == 68.5
    assert found["mining_miner_up", ("miner", "quiet"), *whose[1:]] == 0
    assert found["mining_miner_status", ("miner", "quiet"), whose[1], ("status", "error"), whose[2]] == 1
    assert found["mining_miner_status", ("miner", "quiet"), whose[1], ("status", "running"), whose[2]] == 0
    assert found["mining_miner_health", ("health", "unreachable"), ("miner", "quiet"), *whose[1:]] == 1
    assert found["mining_miner_wanted", *whose, ("wanted", "running")] == 1
    assert not any("hashrate" in key[0] and ("miner", "quiet") in key and "gpu" not in key[0] for key in found)
    assert not any(("result", "invalid") in key for key in found)
    assert found["process_resident_memory_bytes",] > 0


@pytest.mark.parametrize(("read", "headers"), [(read_plain, {}), (read_open_metrics, OPEN)])
def test_every_figure_of_a_miner_says_its_type_and_whether_it_pretends(
    quiet: Served, read: Read, headers: dict[str, str]
) -> None:
    for name, *labels in samples(quiet, read, headers):
        keys = [key for key, _ in labels]
        if name.startswith("mining_") and name not in ("mining_platform_info", "mining_problems"):
            assert {"miner", "type", "simulated"} <= set(keys), name
            assert (("miner", "odd") in labels) == (("simulated", "true") in labels), name


def test_what_is_computed_beside_has_a_hashrate_and_shares_of_its_own_and_no_labels_come_twice() -> None:
    works = [
        WorkMetrics(algorithm=name, hashrate=rate, shares=Shares(accepted=accepted))
        for name, rate, accepted in (
            ("rx/0", 4520.5, 42),
            ("kheavyhash", 5e9, 7),
            ("rx/0", 1.0, 1),
            ("kheavyhash", 2.0, 2),
        )
    ]
    miner = a_miner()
    with served(PaperRig(miner.but(stats=miner.stats.but(work=tuple(works))))) as server:
        found = samples(server, read_plain, {})
    whose = ("miner", "xmrig"), ("simulated", "false"), ("type", "xmrig")
    assert found["mining_miner_hashrate", ("algorithm", "rx/0"), *whose] == 4520.5
    assert found["mining_miner_hashrate", ("algorithm", "kheavyhash"), *whose] == 5e9
    labels = ("algorithm", "kheavyhash"), whose[0], ("result", "accepted"), *whose[1:]
    assert found["mining_second_shares_total", *labels] == 7
    assert found["mining_miner_shares_total", whose[0], ("result", "accepted"), *whose[1:]] == 42


def test_open_metrics_have_their_type_their_units_and_their_end(quiet: Served) -> None:
    answer = quiet.ask("//metrics", headers=OPEN)
    assert answer.headers["content-type"] == "application/openmetrics-text; version=1.0.0; charset=utf-8"
    assert "Accept" in answer.headers["vary"]
    assert answer.text.endswith("\n# EOF\n")
    families = {family.name: family for family in read_open_metrics(answer.text)}
    units = {name: family.unit for name, family in families.items() if family.unit}
    assert units == {
        "mining_miner_uptime_seconds": "seconds",
        "mining_pool_ping_seconds": "seconds",
        "mining_temperature_celsius": "celsius",
        "mining_gpu_power_watts": "watts",
    }
    counters = {name for name, family in families.items() if family.type == "counter"}
    assert {"mining_miner_restarts", "mining_miner_shares", "process_cpu_seconds"} <= counters
    for family in families.values():
        assert family.name.startswith("process_") or len(family.documentation.split()) > 4, family.name


def test_who_asks_for_nothing_gets_what_prometheus_has_always_read(quiet: Served) -> None:
    answer = quiet.ask("//metrics")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "# EOF" not in answer.text


@pytest.mark.parametrize(
    ("accept", "openly"),
    [
        ("", False),
        ("*/*", False),
        ("text/plain", False),
        ("application/openmetrics-text", True),
        ("application/openmetrics-text; version=1.0.0; charset=utf-8", True),
        (PROMETHEUS, True),
        ("text/plain;q=0.9, application/openmetrics-text;q=0.1", False),
        ("application/openmetrics-text;q=0", False),
        ("application/openmetrics-text;q=loud", False),
        ("application/openmetrics-text-not", False),
    ],
)
def test_open_metrics_are_for_those_who_would_rather_have_them(accept: str, openly: bool) -> None:
    assert wants_open_metrics(accept) is openly


def test_two_cards_with_one_number_are_two_devices_and_each_says_which_card_it_is() -> None:
    card = Gpu(id=0, backend="cuda", bus_id="0000:01:00.0", name="One", hashrate=10.0)
    other = Gpu(id=0, backend="opencl", bus_id="0000:02:00.0", hashrate=20.0)
    miner = a_miner()
    with served(PaperRig(miner.but(stats=miner.stats.but(gpu=(card, other))))) as server:
        text = server.ask("//metrics").text
    rates = {
        s.labels["device"]: s.value for f in read_plain(text) for s in f.samples if s.name == "mining_gpu_hashrate"
    }
    assert rates == {"gpu0": 10.0, "opencl-1": 20.0}
    places = [s.labels for f in read_plain(text) for s in f.samples if s.name == "mining_gpu_info"]
    assert [(each["device"], each["bus_id"], each["name"]) for each in places] == [
        ("gpu0", "0000:01:00.0", "One"),
        ("opencl-1", "0000:02:00.0", ""),
    ]
