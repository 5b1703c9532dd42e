"""The past over HTTP: which figures, which miners, which stretch, and as what."""

import csv
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests

from mining.api.routes.history import table
from mining.domain.history import History, HistoryChoice, MetricSeries, MinerHistory, SecondHistory
from tests.api.paper_rig import NOON, a_miner
from tests.api.serving import Served, data_of, error_of


@pytest.fixture
def two(here: Served) -> Served:
    here.rig.begin_anew(a_miner("one"), a_miner("two"))
    return here


def asked(server: Served) -> HistoryChoice:
    """What the rig was asked for last."""
    verb, choice = server.rig.calls[-1]
    assert verb == "past"
    assert isinstance(choice, HistoryChoice)
    return choice


def fields(answer: requests.Response) -> set[str]:
    assert error_of(answer) == (400, "INVALID_REQUEST")
    return {each["field"] for each in answer.json()["error"]["details"]["fields"]}


def test_the_figures_of_one_miner_are_series_beside_their_times(two: Served) -> None:
    past = data_of(two.ask("/miners/one/history?metrics=power,hashrate&duration=2h&resolution=1m"))
    assert past.keys() == {"from", "to", "resolution", "timestamps", "miners"}
    assert [series["metric"] for series in past["miners"][0]["series"]] == ["hashrate", "power"]
    assert past["miners"][0]["series"][1] == {"metric": "power", "unit": "W", "values": [None, 5]}
    assert asked(two) == HistoryChoice(("one",), ("hashrate", "power"), None, None, 7200, 60, None)


def test_several_miners_are_told_in_one_answer(two: Served) -> None:
    past = data_of(two.ask("/history?miners=two,one,two&algorithm=rx/0"))
    assert [miner["name"] for miner in past["miners"]] == ["two", "one"]
    assert asked(two) == HistoryChoice(("two", "one"), ("hashrate",), None, None, 3600, None, "rx/0")
    assert [miner["name"] for miner in data_of(two.ask("/history"))["miners"]] == ["one", "two"]
    assert data_of(two.ask("/history?miners=one"))["miners"] == data_of(two.ask("/miners/one/history"))["miners"]


def test_a_stretch_is_chosen_by_its_ends(two: Served) -> None:
    data_of(two.ask("/history?from=2025-12-31T00:00:00Z&to=2026-01-01T01:00:00%2B01:00"))
    begin, end = datetime(2025, 12, 31, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)
    assert (asked(two).begin, asked(two).end) == (begin, end)


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("metrics=speed", {"metrics"}),
        ("from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", {"from"}),
        ("from=2026-01-02&resolution=2m&format=xml", {"from", "resolution", "format"}),
        ("from=1999-01-01T00:00:00Z&to=2020-01-01T00:00:00Z", {"from"}),
        ("duration=1m", {"duration"}),
        (f"miners={','.join(f'm{n}' for n in range(101))}", {"miners"}),
        ("metric=power", {"metric"}),
    ],
)
def test_what_is_wrong_with_the_choice_is_named(two: Served, query: str, wrong: set[str]) -> None:
    assert fields(two.ask(f"/history?{query}")) == wrong


def test_a_miner_that_is_not_there_is_named(two: Served) -> None:
    for path in ("/miners/three/history", "/history?miners=one,three", "/history?miners="):
        assert error_of(two.ask(path)) == (404, "MINER_NOT_FOUND"), path


async def test_what_was_computed_beside_has_columns_of_its_own_whatever_its_program_calls_it() -> None:
    odd = 'a "b", c'
    one = MetricSeries(metric="hashrate", unit="H/s", values=(1.5, None))
    miners = (
        MinerHistory(
            name="two", algorithm="kawpow", algorithms=("kawpow", odd), series=(one,),
            second=(SecondHistory(algorithm=odd, series=(one.but(values=(7.5, 8.5)),)),),
        ),
        MinerHistory(name="plain", algorithm="rx/0", algorithms=("rx/0",), series=(one,)),
    )  # fmt: skip
    moments = (NOON, NOON + timedelta(seconds=10))
    past = History(**{"from": NOON, "to": NOON}, resolution="10s", timestamps=moments, miners=miners)
    rows = list(csv.reader((await table(past, ("hashrate",))).splitlines()))
    assert rows[0] == ["timestamp", "miner", "hashrate", f"hashrate ({odd})"]
    assert [row[1:] for row in rows[1:]] == [
        ["two", "1.5", "7.5"],
        ["plain", "1.5", ""],
        ["two", "", "8.5"],
        ["plain", "", ""],
    ]


def test_as_csv_each_bucket_of_each_miner_is_a_row(two: Served) -> None:
    answer = two.ask("/history?format=csv&metrics=hashrate,accepted")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="history.csv"'
    rows: list[dict[str, Any]] = list(csv.DictReader(answer.text.splitlines()))
    begin = datetime.fromisoformat(rows[0]["timestamp"])
    assert [(row["miner"], row["hashrate"], row["accepted"]) for row in rows] == [
        ("one", "", ""), ("two", "", ""), ("one", "5", "5"), ("two", "5", "5"),
    ]  # fmt: skip
    assert datetime.fromisoformat(rows[2]["timestamp"]) - begin == timedelta(seconds=10)


def test_a_rig_without_miners_has_an_empty_history(here: Served) -> None:
    here.rig.begin_anew()
    assert data_of(here.ask("/history"))["miners"] == []
    assert here.ask("/history?format=csv").text == "timestamp,miner,hashrate\n"


def test_a_foreign_page_may_look_back(two: Served) -> None:
    assert data_of(two.ask("/history", headers={"Origin": "https://elsewhere.example"}))["miners"]


def test_what_is_usual_is_told_of_one_miner_and_of_many_in_one_answer(two: Served) -> None:
    one = data_of(two.ask("/miners/one/usual"))
    assert one == {
        "name": "one", "algorithm": "rx/0", "median": 4000.0, "low": 4000.0, "high": 4000.0,
        "from": "2025-12-30T12:00:00Z", "samples": 12, "cards": [],
    }  # fmt: skip
    every = data_of(two.ask("/usual"))
    assert [each["name"] for each in every["items"]] == ["one", "two"]
    assert every["items"][0] == one
    assert [each["name"] for each in data_of(two.ask("/usual?miners=two,two"))["items"]] == ["two"]


def test_of_a_list_of_what_is_usual_only_the_page_is_reckoned(two: Served) -> None:
    page = data_of(two.ask("/usual?page=2&limit=1"))
    assert page["pagination"] == {"page": 2, "limit": 1, "total": 2, "pages": 2}
    assert [call for call in two.rig.calls if call[0] == "usual"] == [("usual", "two")]


def test_nothing_is_usual_for_a_miner_that_is_not_there(two: Served) -> None:
    for path in ("/miners/three/usual", "/usual?miners=one,three", "/usual?miners="):
        assert error_of(two.ask(path)) == (404, "MINER_NOT_FOUND")
