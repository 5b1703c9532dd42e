"""The past on the screen and as CSV."""

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
