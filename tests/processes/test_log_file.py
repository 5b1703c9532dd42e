"""The kept text of a miner: whole lines, positions that stay true, and a bounded size."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mining.processes import log_file as module
from mining.processes.log_file import KEPT, LogFile
from tests.systems import POSIX

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SEGMENT", 200)


def texts(log: LogFile, lines: int = 1000, cursor: str | None = None) -> list[str]:
    return [item.text for item in log.read(lines, cursor).items]


def test_lines_keep_their_time_and_a_reader_goes_on_where_it_was(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "one")
    assert log.read(10, None).cursor == "0"
    log.append(["a", "b"], AT)
    page = log.read(10, "0")
    assert [(item.time, item.text) for item in page.items] == [(AT, "a"), (AT, "b")]
    assert log.read(10, page.cursor).items == ()
    log.append(["c"], AT)
    assert texts(log, cursor=page.cursor) == ["c"]


def test_a_log_that_is_opened_again_goes_on(tmp_path: Path) -> None:
    LogFile(tmp_path / "one").append(["a"], AT)
    again = LogFile(tmp_path / "one")
    cursor = again.read(10, None).cursor
    again.append(["b"], AT)
    assert texts(again) == ["a", "b"]
    assert texts(again, cursor=cursor) == ["b"]


@pytest.mark.usefixtures("small_segments")
def test_a_cursor_stays_true_across_segments(tmp_path: Path) -> None:
    log, cursor, seen = LogFile(tmp_path / "one"), "0", []
    for number in range(100):
        log.append([f"line {number}"], AT)
        if number % 7 == 0:
            page = log.read(1000, cursor)
            cursor, seen = page.cursor, seen + [item.text for item in page.items]
    assert seen == [f"line {number}" for number in range(99)]


@pytest.mark.usefixtures("small_segments")
def test_only_the_newest_segments_are_kept_and_an_old_cursor_begins_where_the_log_does(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "one")
    for number in range(200):
        log.append([f"line {number}"], AT)
    assert len(list((tmp_path / "one").iterdir())) <= KEPT
    left = texts(log, cursor="0")
    assert left == [f"line {number}" for number in range(200 - len(left), 200)]
    assert texts(log, 3) == ["line 197", "line 198", "line 199"]
    assert texts(log, 30) == [f"line {number}" for number in range(170, 200)]
    assert texts(log, cursor="9" * 18) == []


def test_pages_meet_without_gap_or_overlap(tmp_path: Path) -> None:
    log, cursor, seen = LogFile(tmp_path / "one"), "0", []
    log.append([str(number) for number in range(25)], AT)
    while page := log.read(10, cursor).items:
        seen += [item.text for item in page]
        cursor = log.read(10, cursor).cursor
    assert seen == [str(number) for number in range(25)]


@pytest.mark.usefixtures("small_segments")
def test_a_torn_last_line_hides_nothing_that_comes_after_it(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "one")
    log.append(["whole"], AT)
    torn = next((tmp_path / "one").iterdir())
    with torn.open("ab") as file:
        file.write(b"2026-01-02T03:04:05Z to")
    assert texts(log, cursor="0") == ["whole"]  # what has no end yet may still get one
    again = LogFile(tmp_path / "one")
    for number in range(50):
        again.append([f"line {number}"], AT)
    assert texts(again, cursor="0")[-1] == "line 49"
    again = LogFile(tmp_path / "two")
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / torn.name).write_bytes(b"2026-01-02T03:04:05Z to")
    again.append(["next"], AT)
    assert texts(again, cursor="0") == ["to", "next"]


@POSIX
def test_a_disk_that_takes_half_a_line_costs_no_later_one(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "one")
    log.append(["whole"], AT)
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, before[1]))
    try:
        with pytest.raises(OSError):
            log.append(["a line that does not fit"], AT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert next((tmp_path / "one").iterdir()).stat().st_size == 40, "nothing was torn"
    log.append(["later"], AT)
    assert texts(log, cursor="0")[-1] == "later"
    assert texts(log)[0] == "whole"


@pytest.mark.usefixtures("small_segments")
def test_the_last_lines_are_the_same_from_however_many_blocks_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, written = LogFile(tmp_path / "one"), [str(number) * (number % 13) for number in range(30)]
    for line in written:
        log.append([line], AT)
    for block in (1, 7, 64, 1000):
        monkeypatch.setattr(module, "BLOCK", block)
        for lines in (1, 2, 5, 30):
            assert texts(log, lines) == written[-lines:]


def test_a_time_that_is_none_stays_text(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / f"{0:020d}.log").write_bytes(b"2026-02-31T03:04:05Z a\n2026-01-02 b\n2026-01-02T03:04:05Z c\n")
    page = LogFile(tmp_path / "one").read(10, None)
    assert [(item.time, item.text) for item in page.items] == [
        (None, "2026-02-31T03:04:05Z a"),
        (None, "2026-01-02 b"),
        (AT, "c"),
    ]
