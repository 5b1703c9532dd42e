"""XMRig's own benchmark: its file, the algorithms that it can measure, and what it says at its end."""

import json

import pytest

from mining.domain.benchmark import own_benchmark
from mining.domain.config import NOWHERE, Config
from mining.miners.demo import MINER as DEMO
from mining.miners.xmrig import MINER
from tests.miners.test_contract import a_context


def test_its_file_has_a_benchmark_in_place_of_pools_and_sends_nothing() -> None:
    context = a_context()
    launch = MINER.benchmark.launch(Config.model_validate(NOWHERE | {"algo": "rx/wow", "threads": 1}), context)
    file = json.loads(launch.files["config.json"])
    assert file["benchmark"] == {"size": "10M", "algo": "rx/wow"}
    assert "pools" not in file
    assert (file["http"]["port"], file["api"]["id"], file["cpu"]["*"]["threads"]) == (
        context.api_port, context.run_id, 1,
    )  # fmt: skip


def test_only_what_it_can_measure_is_measured_so() -> None:
    assert own_benchmark(MINER, "rx/0") is own_benchmark(MINER, "ghostrider") is MINER.benchmark
    assert own_benchmark(MINER, "kawpow") is own_benchmark(MINER, "cn/r") is own_benchmark(DEMO, "sha256d") is None


@pytest.mark.parametrize(
    ("line", "rate"),
    [
        (
            "[2026-11-27 00:17:31.123]  bench    benchmark finished in 379.354 seconds (659.1 h/s) hash sum = 1A2B",
            659.1,
        ),
        ("[2026-11-27 00:17:31.123]  bench     1.24% 124000/10000000 (190.112s)", None),
        ("[2026-11-27 00:17:31.123]  miner    speed 10s/60s/15m 551.2 n/a n/a H/s max 559.7 H/s", None),
    ],
)
def test_the_result_is_read_from_its_last_line(line: str, rate: float | None) -> None:
    assert MINER.benchmark.result(line) == rate
