"""The past on the screen and as CSV."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin

TIMES = ["2025-12-31T23:58:00Z", "2025-12-31T23:59:00Z"]
PAST = {
    "from": TIMES[0], "to": "2026-01-01T00:00:00Z", "resolution": "1m", "timestamps": TIMES,
    "miners": [
        {
            "name": "left", "algorithm": "rx/0", "algorithms": ["rx/0"],
            "series": [
                {"metric": "hashrate", "unit": "H/s", "values": [4120.5, None]},
                {"metric": "accepted", "unit": None, "values": [1274, None]},
                {"metric": "temperature", "unit": "°C", "values": [None, 61.5]},
            ],
        },
    ],
}  # fmt: skip


def miner(name: str, **figures: list[float | None]) -> dict[str, Any]:
    series = [{"metric": metric, "unit": "H/s", "values": values} for metric, values in figures.items()]
    return {"name": name, "algorithm": "rx/0", "algorithms": ["rx/0"], "series": series}


def test_the_past_is_a_table_with_units_and_dashes_where_nothing_was_measured(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/history?miners=left%2Cright&metrics=hashrate%2Caccepted&duration=24h&resolution=1m", PAST)
    done = call(
        "history", "left", "right", "--metric", "hashrate", "--metric", "accepted", "--duration", "24h",
        "--resolution", "1m",
    )  # fmt: skip
    assert done.exit_code == 0
    head, first, last = done.stdout.splitlines()
    assert head.split() == ["TIME", "LEFT", "HASHRATE", "LEFT", "ACCEPTED", "LEFT", "TEMPERATURE"]
    assert first.split()[:4] == [TIMES[0], "4.12", "kH/s", "1,274"]
    assert last.split() == [TIMES[1], "—", "—", "61.5", "°C"]


def test_buckets_in_a_row_without_a_figure_are_one_line_that_says_from_when_to_when(
    daemon: Standin, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    times = [f"2025-12-31T23:{minute}:00Z" for minute in range(50, 60)]
    past = PAST | {
        "timestamps": times,
        "miners": [
            miner("left", hashrate=[None, None, None, 4120.5, None, 4120.5, 4120.5, None, None, None]),
            miner("right", hashrate=[None, None, None, None, None, None, 0.0, None, None, None]),
        ],
    }
    daemon.data("GET", "/history", past)
    done = call("history").stdout.splitlines()
    assert done == [
        "TIME                  LEFT HASHRATE  RIGHT HASHRATE",
        "No figures from 2025-12-31T23:50:00Z to 2025-12-31T23:53:00Z.",
        "2025-12-31T23:53:00Z  4.12 kH/s      —",
        "2025-12-31T23:54:00Z  —              —",
        "2025-12-31T23:55:00Z  4.12 kH/s      —",
        "2025-12-31T23:56:00Z  4.12 kH/s      0 H/s",
        "No figures from 2025-12-31T23:57:00Z to 2026-01-01T00:00:00Z.",
    ]
    everything = call("--json", "history").stdout
    assert json.loads(everything) == past, "a program gets every bucket"
    assert len(call("history", "--csv").stdout.splitlines()) == 1 + 2 * len(times)


@pytest.mark.parametrize("width", [60, 80, 200])
def test_more_figures_than_fit_beside_each_other_stand_below_each_other(
    daemon: Standin, call: Call, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    names = [f"the-miner-{place}" for place in range(5)]
    miners = [miner(name, hashrate=[4120.5, None], difficulty=[1e6, 1e6]) for name in names]
    daemon.data("GET", "/history", PAST | {"miners": miners})
    shown = call("history").stdout
    assert all(len(line) <= width for line in shown.splitlines())
    heads = " ".join(line for line in shown.splitlines() if line.startswith("TIME"))
    assert [
        name
        for name in names
        if f"{name} hashrate {name} difficulty".upper() in " ".join(heads.replace("TIME", "").split())
    ] == names
    assert shown.count("4.12 kH/s") == len(names)


def test_a_stretch_in_which_nothing_at_all_was_measured_is_one_line(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/history", PAST | {"miners": [miner("left", hashrate=[None, None])]})
    _, *lines = call("history").stdout.splitlines()
    assert lines == [f"No figures from {TIMES[0]} to 2026-01-01T00:00:00Z."]


def test_as_csv_it_can_be_loaded_by_a_spreadsheet(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/history?from=2025-12-31T23%3A58%3A00Z&to=2026-01-01T00%3A00%3A00Z", PAST)
    done = call("history", "--csv", "--from", TIMES[0], "--to", "2026-01-01T00:00:00Z")
    assert done.stdout.splitlines() == [
        "timestamp,miner,hashrate,accepted,temperature",
        f"{TIMES[0]},left,4120.5,1274,",
        f"{TIMES[1]},left,,,61.5",
    ]


@pytest.mark.parametrize(
    ("told", "said"),
    [({"timestamps": []}, "No bucket of that time is over yet"), ({"miners": []}, "There is no miner.")],
)
def test_an_empty_past_is_said_in_words(daemon: Standin, call: Call, told: dict[str, object], said: str) -> None:
    daemon.data("GET", "/history", PAST | told)
    assert said in call("history").stdout


CARD = "0000:01:00.0"
OF_CARD = {
    "points": [
        {"timestamp": TIMES[0], "hashrate": 60e6, "resolution": "1m"},
        {"timestamp": TIMES[1], "hashrate": None, "resolution": "1m"},
    ],
    "resolution": "1m", "duration": 120, "from": TIMES[0], "to": PAST["to"], "algorithm": "kawpow",
    "algorithms": ["kawpow"], "card": CARD,
}  # fmt: skip


def test_the_past_of_one_card_is_a_table_too(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/miners/left/hashrate-history?card=1&duration=2m", OF_CARD)
    head, first, last = call("history", "left", "--card", "1", "--duration", "2m").stdout.splitlines()
    assert head.split() == ["TIME", "LEFT", CARD, "HASHRATE"]
    assert (first.split(), last.split()) == ([TIMES[0], "60.00", "MH/s"], [TIMES[1], "—"])
    lines = call("history", "left", "--card", "1", "--duration", "2m", "--csv").stdout.splitlines()
    assert lines == ["timestamp,miner,hashrate", f"{TIMES[0]},left {CARD},60000000.0", f"{TIMES[1]},left {CARD},"]
    assert json.loads(call("--json", "history", "left", "--card", "1", "--duration", "2m").stdout) == OF_CARD


@pytest.mark.parametrize("more", [[], ["left", "right"], ["left", "--metric", "power"], ["left", "--from", TIMES[0]]])
def test_what_no_card_has_a_past_of_is_refused_with_the_command_that_works(call: Call, more: list[str]) -> None:
    done = call("history", "--card", "0", *more)
    assert done.exit_code == 2
    assert "miner-ctrl history NAME --card 0" in done.stderr
