"""XMRig's adapter against what the real program said while it mined on a real graphics card."""

import json
from typing import Any

import pytest

from mining.domain.cards_in_use import CardTrouble, card_trouble
from mining.domain.config import Config
from mining.domain.hardware import bus_place
from mining.miners.xmrig import MINER
from tests.miners.test_contract import a_context, cards_of
from tests.miners.xmrig_cards import moment, read, reading_of

NO_PLUGIN = (
    " * CUDA         disabled (/opt/xmrig/libxmrig-cuda.so: cannot open shared object file: No such file or directory)"
)
NO_RUNTIME = " * OPENCL       disabled (failed to load OpenCL runtime)"
AT = "[2026-11-27 00:01:15.822] "


def a_config(**fields: Any) -> Config:
    body = {"pool": "127.0.0.1:24010", "wallet": "w", "algo": "rx/0", "cuda": {"enabled": True}} | fields
    return Config.model_validate_json(json.dumps(body))


def test_the_card_of_a_real_moment_is_read_with_all_its_figures() -> None:
    reading = read("mining")
    (card,) = reading.gpu
    assert (card.id, card.name, card.hashrate) == (0, "NVIDIA H100 80GB HBM3", 5558.5)
    assert (card.temperature, card.power_usage, card.fan_speed) == (49.0, 326, None)
    assert (reading.hashrate, reading.backends, reading.crowded) == (5566.01, {"cuda": "works", "opencl": "absent"}, ())
    assert reading.able is not None
    assert "rx/0" in reading.able
    assert "kawpow" not in reading.able
    assert card_trouble(a_config(cpu={"enabled": False}), reading, {}) is None


def test_a_total_that_is_not_there_yet_is_unknown_although_the_card_has_its_rate() -> None:
    reading = read("cpu-and-cuda")
    assert reading.hashrate is None
    assert [card.hashrate for card in reading.gpu] == [5562.28]


def test_a_zero_beside_what_contradicts_it_is_unknown_and_a_zero_that_the_rest_explains_is_one() -> None:
    summary, backends = moment("mining").summary, moment("mining").backends
    backends[1]["threads"][0]["hashrate"] = [0.0, None, None]
    assert [card.hashrate for card in reading_of(summary, backends).gpu] == [None]
    second = backends[1]["threads"][0] | {"index": 1, "bus_id": "00:07.0", "hashrate": [5566.01, None, None]}
    backends[1]["threads"].append(second)
    assert [card.hashrate for card in reading_of(summary, backends).gpu] == [0.0, 5566.01], "the first one stands still"
    summary["hashrate"]["total"] = [0.0, None, None]
    assert reading_of(summary, backends).hashrate is None
    for thread in backends[1]["threads"]:
        thread["hashrate"] = [0.0, 0.0, 0.0]
    still = reading_of(summary, backends)
    assert (still.hashrate, [card.hashrate for card in still.gpu]) == (0.0, [0.0, 0.0])


def test_the_card_is_the_one_of_info_and_of_nvidia_smi_and_two_backends_on_it_are_one_card() -> None:
    summary, backends = moment("mining").summary, moment("mining").backends
    smi, (card,) = moment("mining").smi, read("mining").gpu
    assert smi is not None
    assert card.bus_id == bus_place(smi["pci.bus_id"]) == "0000:00:06.0"
    thread = backends[1]["threads"][0]
    opencl = {"type": "opencl", "enabled": True, "threads": [thread | {"hashrate": [100.0, None, None], "health": {}}]}
    (both,) = reading_of(summary, [*backends, opencl]).gpu
    assert (both.backend, both.id, both.hashrate, both.temperature) == ("cuda", 0, 5658.5, 49.0)
    elsewhere = {"type": "opencl", "enabled": True, "threads": [thread | {"bus_id": "n/a"}]}
    cards = reading_of(summary, [*backends, elsewhere]).gpu
    assert [(each.backend, each.id, each.bus_id) for each in cards] == [
        ("cuda", 0, "0000:00:06.0"),
        ("opencl", 0, None),
    ]


def test_cuda_numbers_its_cards_by_their_places() -> None:
    assert MINER.launch(a_config(), a_context()).env == {"CUDA_DEVICE_ORDER": "PCI_BUS_ID"}
    assert MINER.launch(a_config(cuda=None), a_context()).env == {}


NVIDIA, AMD, ARC, INSIDE = {1: "NVIDIA"}, {2: "AMD"}, {3: "Intel"}, {0: "Intel"}


@pytest.mark.parametrize(
    ("machine", "platform"),
    [
        (NVIDIA, "NVIDIA"), (AMD, "AMD"), (ARC, "INTEL"), (INSIDE, "INTEL"), (NVIDIA | INSIDE, "NVIDIA"),
        (NVIDIA | ARC, "INTEL"), (NVIDIA | AMD | ARC | INSIDE, "AMD"), ({}, None),
    ],
)  # fmt: skip
def test_it_is_told_the_opencl_platform_that_fits_the_machines_cards(
    machine: dict[int, str], platform: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def section(**fields: Any) -> Any:
        places = {f"0000:0{bus}:{'00' if bus else '02'}.0": maker for bus, maker in machine.items()}
        context = a_context().but(cards=cards_of(places))
        return json.loads(MINER.launch(a_config(**fields), context).files["config.json"])["opencl"]

    monkeypatch.setattr("mining.miners.xmrig.configuration.SEES_EVERY_CARD", True)
    assert section(opencl={"enabled": True}).get("platform") == platform
    assert section(opencl={"enabled": True, "devices": [0]}).get("platform") == platform
    assert section() == {"enabled": False}
    monkeypatch.setattr("mining.miners.xmrig.configuration.SEES_EVERY_CARD", False)
    assert section(opencl={"enabled": True}) == {"enabled": True}, "there may be others that we do not see"


def test_a_card_without_room_for_the_dataset_is_named() -> None:
    assert read("full-card-victim").crowded == ("NVIDIA H100 80GB HBM3",)


def test_a_device_that_does_not_exist_is_no_card_at_all_and_where_no_processor_mines_nothing_mines() -> None:
    reading = read("wrong-device")
    assert (reading.backends, reading.able) == ({"cuda": "off", "opencl": "absent"}, ())
    alone = card_trouble(a_config(cpu={"enabled": False}), reading, {"cuda": "no devices"})
    assert alone == CardTrouble("CUDA: no devices", alone=True)
    beside = card_trouble(a_config(), read("wrong-device"), {})
    assert beside is not None
    assert beside.words == "CUDA: it found no card that it could use"


@pytest.mark.parametrize(
    ("line", "backend", "words"),
    [
        (NO_PLUGIN, "cuda", "libxmrig-cuda.so: cannot open shared object file: No such file or directory"),
        (" * CUDA         disabled (no devices)", "cuda", "no devices"),
        (NO_RUNTIME, "opencl", "failed to load OpenCL runtime"),
        (
            " * OPENCL       disabled (selected OpenCL platform NOT found)",
            "opencl",
            "selected OpenCL platform NOT found",
        ),
        (AT + " nvidia   disabled (failed to start threads)", "cuda", "failed to start threads"),
        (AT + " opencl   disabled (no suitable configuration found)", "opencl", "no suitable configuration found"),
    ],
)
def test_what_it_says_of_cards_that_it_cannot_use_is_heard_also_where_it_says_no_time(
    line: str, backend: str, words: str
) -> None:
    sign = MINER.log_signal(line)
    assert sign is not None
    assert (sign.backend, sign.text) == (backend, words)


@pytest.mark.parametrize(
    "line",
    [" * CUDA         disabled", " * OPENCL       disabled", " * NVML         disabled (failed to load NVML)",
     " * CUDA         13.0/13.0/6.22.0", " * HUGE PAGES   disabled", AT + " * CUDA  disabled (no devices)"],
)  # fmt: skip
def test_what_was_not_asked_for_and_what_works_says_nothing_of_the_kind(line: str) -> None:
    assert MINER.log_signal(line) is None


def test_a_build_without_a_way_to_cards_and_an_algorithm_that_no_way_computes_are_told() -> None:
    reading = read("mining")
    opencl = card_trouble(a_config(cuda=None, opencl={"enabled": True}), reading, {})
    assert opencl == CardTrouble("OpenCL: this build of the program was made without it", alone=False)
    idle = reading_of(moment("mining").summary | {"algorithms": ["rx/0"]}, _without_work())
    foreign = card_trouble(a_config(algo="kawpow"), idle, {})
    assert foreign == CardTrouble("CUDA: it cannot compute kawpow", alone=True)
    fail_over = [{"pool": "127.0.0.1:1", "algo": "rx/0"}]
    assert card_trouble(a_config(algo="kawpow", pools=fail_over), idle, {}) is None


def test_threads_that_could_not_be_started_compute_nothing_in_its_words() -> None:
    summary, backends = moment("mining").summary, moment("mining").backends
    backends[1]["threads"][0]["hashrate"] = summary["hashrate"]["total"] = [0.0, 0.0, 0.0]
    sign = MINER.log_signal(AT + " nvidia   disabled (failed to start threads)")
    assert sign is not None
    said = {sign.backend: sign.text} if sign.backend else {}
    trouble = card_trouble(a_config(cpu={"enabled": False}), reading_of(summary, backends), said)
    assert trouble == CardTrouble("CUDA: failed to start threads", alone=False)


def test_a_build_says_in_its_features_what_it_was_made_without_also_where_its_backends_are_not_told() -> None:
    summary = moment("mining").summary
    assert reading_of(summary, {}).backends == {"opencl": "absent"}
    assert reading_of(summary | {"features": ["api", "http", "tls"]}, {}).backends == {
        "cuda": "absent",
        "opencl": "absent",
    }
    assert reading_of(summary | {"features": None}, {}).backends == {}


def test_what_its_text_says_of_cards_counts_only_where_its_answer_agrees() -> None:
    said = {"cuda": "no devices"}
    assert card_trouble(a_config(), read("mining"), said) is None
    trouble = card_trouble(
        a_config(cpu={"enabled": False}), reading_of(moment("mining").summary, _without_work()), said
    )
    assert trouble == CardTrouble("CUDA: no devices", alone=False), "it may still get work"


def _without_work() -> list[dict[str, Any]]:
    """The backends before their first work."""
    cpu, cuda = moment("mining").backends
    return [cpu, {key: value for key, value in cuda.items() if key not in ("threads", "hashrate")}]
