"""The daemon's own log on disk: by level, by cursor, redacted, and never in anybody's way."""

from pathlib import Path

import pytest
import structlog

from mining.domain.daemon_log import DaemonLogPage
from mining.domain.redaction import log_text
from mining.foundation.log import configure_log
from mining.processes.daemon_log import DaemonLogFile
from mining.processes.log_file import SEGMENT

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


def texts(page: DaemonLogPage) -> list[str]:
    return [line.text for line in page.items]


async def test_it_is_read_by_level_and_goes_on_from_a_cursor_in_another_life(tmp_path: Path) -> None:
    log = DaemonLogFile(tmp_path / "log")
    for number in range(5):
        log.write("info", f"event=tick number={number}")
        log.write("warning" if number % 2 else "debug", f"event=tock number={number}")
    assert len((await log.read(100, None, "debug")).items) == 10
    assert texts(await log.read(2, None, "info")) == ["event=tock number=3", "event=tick number=4"]
    page = await log.read(100, None, "warning")
    assert [(line.level, line.text) for line in page.items] == [
        ("warning", "event=tock number=1"),
        ("warning", "event=tock number=3"),
    ]
    assert all(line.time is not None for line in page.items)
    again = DaemonLogFile(tmp_path / "log")
    again.write("error", "event=crash")
    again.write("info", "event=tick")
    assert texts(await again.read(100, page.cursor, "info")) == ["event=crash", "event=tick"]


async def test_a_cursor_passes_over_lines_that_are_not_wanted(tmp_path: Path) -> None:
    log = DaemonLogFile(tmp_path / "log")
    for number in range(50):
        log.write("debug", f"event={number}")
    log.write("error", "event=crash")
    page = await log.read(3, "0", "error")
    assert texts(page) == ["event=crash"]
    assert texts(await log.read(3, page.cursor, "error")) == []


async def test_following_a_cursor_by_level_meets_every_line_once(tmp_path: Path) -> None:
    log = DaemonLogFile(tmp_path / "log")
    for number in range(400):
        log.write("error" if number % 37 == 0 or 300 < number < 320 else "info", f"event={number}")
    for lines in (1, 2, 7, 400):
        met, cursor = list[str](), "0"
        while (page := await log.read(lines, cursor, "error")).items:
            assert len(page.items) <= lines
            met += texts(page)
            cursor = page.cursor
        assert met == [f"event={number}" for number in range(400) if number % 37 == 0 or 300 < number < 320]


async def test_the_last_lines_of_a_level_are_met_however_far_back_they_are(tmp_path: Path) -> None:
    log = DaemonLogFile(tmp_path / "log")
    for number in range(3):
        log.write("error", f"event=crash number={number}")
    for number in range(200):
        log.write("info", f"event={number}")
    assert texts(await log.read(2, None, "error")) == ["event=crash number=1", "event=crash number=2"]
    assert len(texts(await log.read(9, None, "error"))) == 3
    assert len(texts(await log.read(9, None, "debug"))) == 9


async def test_what_is_secret_is_not_written_down(tmp_path: Path) -> None:
    log = DaemonLogFile(tmp_path / "log")
    log.write("error", f'event=refused login={WALLET}.rig1 text="password: hunter2" url=https://me:word@host.example/x')
    log.write(
        "error", "event=notify target=tgram://123:abc/456 authorization=Bearer abcdef pool=stratum+tcp://a.example:1"
    )
    file = next((tmp_path / "log").glob("*.log")).read_text()
    assert "login=44AF…EP3A.rig1" in file
    assert "pool=stratum+tcp://a.example:1" in file
    for secret in (WALLET, "hunter2", "me:word", "123:abc", "abcdef"):
        assert secret not in file


async def test_a_traceback_is_lines_and_nothing_in_it_can_forge_another_line(tmp_path: Path) -> None:
    log = DaemonLogFile(tmp_path / "log")
    configure_log(20, log_text, log.write)
    try:
        logger = structlog.get_logger()
        logger.debug("not.wanted")
        logger.info("pool", text="a\n2026-01-01T00:00:00Z error event=forged\r\x1b[2J")
        try:
            raise ValueError("odd")
        except ValueError:
            logger.exception("api.crash", request_id="1-2")
    finally:
        structlog.reset_defaults()
    page = await log.read(100, None, "debug")
    assert {line.level for line in page.items if "forged" in line.text} == {"info"}
    crash = [line for line in page.items if line.level == "error"]
    assert crash[0].text.startswith("event=api.crash ")
    assert "ValueError: odd" in crash[-1].text
    assert not [line for line in page.items if "\x1b" in line.text or "\r" in line.text]


async def test_a_disk_that_takes_nothing_costs_a_line_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("no folder")
    log = DaemonLogFile(tmp_path / "log")
    log.write("error", "event=crash")
    assert texts(await log.read(10, None, "debug")) == []


@pytest.mark.slow
async def test_it_never_grows_beyond_its_segments(tmp_path: Path) -> None:
    log = DaemonLogFile(tmp_path / "log")
    for number in range(12 * SEGMENT // 4000):
        log.write("info", f"event={number} " + "x y " * 1000)
    assert sum(path.stat().st_size for path in (tmp_path / "log").iterdir()) <= 9 * SEGMENT
