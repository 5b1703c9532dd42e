"""Text fits the terminal: columns are left out or wrapped, names and commands are whole."""

from datetime import UTC, datetime, timedelta

import pytest

from mining.cli import columns, program_tables, tables
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin
from tests.cli.recorded import AVAILABLE, STATS, USUAL, miner, page

NOW = datetime(2025, 12, 31, 12, 0, 0, tzinfo=UTC)
LONG = "a-name-of-more-than-forty-characters-that-nobody-types"
TEN = [miner(name=f"rig-{number}", health="degraded", status="starting") for number in range(10)]


@pytest.fixture(params=[80, 60])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return int(request.param)


def test_columns_are_aligned_and_lines_end_without_blanks() -> None:
    text = columns.table(("A", "LONGER"), [("value", "x"), ("v", "wide cell")])
    assert text.splitlines() == ["A      LONGER", "value  x", "v      wide cell"]


def test_ten_miners_fit_and_the_columns_that_matter_most_stay(width: int) -> None:
    lines = tables.miners(TEN).splitlines()
    assert len(lines) == 11
    assert max(map(len, lines)) <= width
    assert lines[0].split()[0] == "NAME"
    assert {"STATUS", "HASHRATE"} <= set(lines[0].split())


def test_one_long_name_stands_whole_on_a_line_of_its_own_and_takes_no_column_from_the_others(width: int) -> None:
    lines = tables.miners([miner(), miner(name=LONG)]).splitlines()
    assert lines[2] == LONG
    assert lines[3].lstrip().startswith("xmrig")
    assert lines[0] == tables.miners([miner()]).splitlines()[0]


def test_a_list_of_programs_and_what_stands_below_it_fit(width: int) -> None:
    advisory = "a pool can end it with one line, which a newer version mends, so update it before you mine elsewhere"
    lines = program_tables.available([AVAILABLE | {"advisories": [advisory]}]).splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(line.strip() for line in lines[2:]) == f"! XMRig 6.25.0: {advisory}."


def test_a_last_column_is_wrapped_below_itself(width: int) -> None:
    text = columns.table(("A", "B"), [("a", "word " * 30)])
    assert max(map(len, text.splitlines())) <= width
    assert all(line.startswith("   word") for line in text.splitlines()[2:])
    assert text.count("word") == 30


def test_a_long_fact_of_a_card_is_wrapped_below_itself(width: int) -> None:
    shown = tables.miner_card(miner(programIssue="Its program file was changed. " * 8))
    assert max(map(len, shown.splitlines())) <= width


def test_a_command_is_never_broken(width: int) -> None:
    command = "miner-ctrl restart " + "x" * 70
    for text in (columns.hanging(f"It waits: {command}"), columns.card((("Next", f"It waits: {command}"),))):
        assert command in [line.strip() for line in text.splitlines()]


def test_a_pipe_has_eighty_columns_unless_somebody_names_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr("sys.__stdout__", None)
    assert columns.terminal_width() == 80
    monkeypatch.setenv("COLUMNS", "7")
    assert columns.terminal_width() == 40


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "now"), (3, "3 s ago"), (3700, "1 h 1 min ago"), (-90, "in 1 min"), (-0.5, "now")]
)
def test_times_are_told_as_seen_from_now(seconds: float, words: str) -> None:
    at = (NOW - timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")
    assert columns.ago(at, NOW) == words


def test_times_are_exact_for_programs(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/miners/xmrig/stats", STATS)
    daemon.data("GET", "/miners/xmrig/usual", USUAL)
    assert " ago" in call("stats", "xmrig").stdout
    assert STATS["lastShareAt"] in call("stats", "xmrig", "--json").stdout


def test_an_event_is_one_line_in_a_pipe_and_fits_a_terminal(daemon: Standin, call: Call) -> None:
    event = {"timestamp": "2025-12-31T23:59:59Z", "miner": "x", "event": "crash", "text": "words " * 30, "who": None}
    daemon.data("GET", "/events?limit=50", page(event))
    assert len(call("events").stdout.splitlines()) == 1
    lines = tables.event_line(event, 80).splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0].startswith("2025-12-31 23:59:59 UTC  x  crash  words")


def test_without_colour_is_what_was_asked_for(daemon: Standin, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from mining.cli.main import cli

    check = {"id": "x", "status": "ok", "title": "Fine", "meaning": "", "gain": None, "fix": None}
    daemon.data("POST", "/doctor", {"miners": [], "gpu": [], "checks": [check], "recommendations": []})
    arguments = ["--url", daemon.url, "doctor"]
    assert "\x1b[" in CliRunner().invoke(cli, arguments, color=True).stdout
    assert "\x1b[" not in CliRunner(env={"NO_COLOR": "1"}).invoke(cli, arguments, color=True).stdout


@pytest.mark.parametrize("width", range(40, 90, 7))
def test_a_command_within_a_sentence_is_never_broken(width: int) -> None:
    text = f"{'words ' * 9}`miner-ctrl doctor --json` shows the line that ends {'that ' * 5}"
    assert any("`miner-ctrl doctor --json`" in line for line in columns.wrapped(text, width))
