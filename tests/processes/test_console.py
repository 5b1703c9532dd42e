"""A miner's text and keyboard over real files, pipes and writers."""

import os
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mining.processes.console import PER_SECOND, Console, TextKind
from mining.processes.log_file import LogFile
from mining.processes.text_file import OWN_TEXT
from tests.systems import LINUX, POSIX


def console(folder: Path, kind: TextKind = "file") -> Console:
    return Console(folder, kind, LogFile(folder / "log"))


def kept(folder: Path) -> list[str]:
    return [item.text for item in LogFile(folder / "log").read(100_000, None).items]


def test_a_file_loses_nothing_when_its_reader_is_gone_for_a_while(tmp_path: Path) -> None:
    first = console(tmp_path)
    first.open(fresh=True)
    stdin, out = first.ends()
    assert stdin == subprocess.DEVNULL
    os.write(out, b"one\ntwo\nhal")
    assert first.drain(1.0) == ["one", "two"]
    first.close()  # as a killed daemon
    os.write(out, b"f\nfour\n")
    second = console(tmp_path)
    second.open(fresh=False)
    assert second.drain(1.0) == ["half", "four"]
    assert kept(tmp_path) == ["one", "two", "half", "four"]
    os.close(out)
    second.close()


def test_a_kill_between_keeping_and_noting_repeats_a_line_rather_than_lose_it(tmp_path: Path) -> None:
    first = console(tmp_path)
    first.open(fresh=True)
    _, out = first.ends()
    (tmp_path / "stdout.position").mkdir()  # so that nothing can be noted
    os.write(out, b"one\n")
    first.drain(1.0)
    first.close()
    assert kept(tmp_path) == ["one"]
    os.write(out, b"two\n")
    again = console(tmp_path)
    again.open(fresh=False)
    again.drain(1.0)
    assert kept(tmp_path) == ["one", "one", "two"]
    again.close()
    os.close(out)


def test_a_disk_that_keeps_no_text_is_noticed_and_drained_all_the_same(tmp_path: Path) -> None:
    full = console(tmp_path)
    full.open(fresh=True)
    _, out = full.ends()
    (tmp_path / "log").write_bytes(b"")  # where the folder of the log should be
    os.write(out, b"one\n")
    assert full.drain(1.0) == ["one"]
    assert full.write_failed is not None
    (tmp_path / "log").unlink()
    os.write(out, b"two\n")
    full.drain(1.0)
    assert full.write_failed is None
    assert kept(tmp_path) == ["two"]
    full.close()
    os.close(out)


@pytest.mark.parametrize("note", [b"", b"-5", b"garbage", b"\0" * 32, b"9" * 32, b"[" * 100_000, b"99999"])
def test_a_garbled_position_repeats_lines_rather_than_lose_them(tmp_path: Path, note: bytes) -> None:
    (tmp_path / "stdout.log").write_bytes(b"one\ntwo\n")
    (tmp_path / "stdout.position").write_bytes(note)
    reopened = console(tmp_path)
    reopened.open(fresh=False)
    assert reopened.drain(1.0) == ["one", "two"]
    reopened.close()
    reopened = console(tmp_path)
    reopened.open(fresh=False)
    assert reopened.drain(1.0) == []
    reopened.close()


def test_a_flood_is_thinned_out_and_the_gap_is_told(tmp_path: Path) -> None:
    flooded = console(tmp_path)
    flooded.open(fresh=True)
    _, out = flooded.ends()
    for _ in range(10):  # 100,000 lines a second, for a second
        os.write(out, b"a line of no interest\n" * 10_000)
        while flooded.drain(0.1):
            if os.fstat(out).st_size == flooded._source._offset:
                break
    os.write(out, b"the end\n")
    for _ in range(5):
        flooded.drain(1.0)
    lines = kept(tmp_path)
    assert len(lines) < 6 * PER_SECOND
    assert lines[-1] == "the end"
    left_out = sum(int(line.split()[0][1:]) for line in lines if "left out" in line)
    assert left_out + len([line for line in lines if "left out" not in line]) == 100_001
    flooded.close()
    os.close(out)


def test_a_large_file_is_cut_once_everything_is_read(tmp_path: Path) -> None:
    long = console(tmp_path)
    long.open(fresh=True)
    _, out = long.ends()
    for _ in range(5):
        os.write(out, (b"x" * 1023 + b"\n") * 1024)
        long.drain(1.0)
    long.drain(1.0)
    assert os.fstat(out).st_size == 0
    os.write(out, b"goes on\n")
    assert long.drain(5.0)[-1] == "goes on"
    long.close()
    os.close(out)


WRITER = "import sys\nfor n in range(int(sys.argv[1])): print('line', n, flush=True)"


@LINUX
def test_a_writer_to_a_pipe_goes_on_while_nobody_reads(tmp_path: Path) -> None:
    first = console(tmp_path, "fifo")
    first.open(fresh=True)
    stdin, out = first.ends()
    first.close()  # nobody reads from now on
    with subprocess.Popen([sys.executable, "-S", "-c", WRITER, "400"], stdin=stdin, stdout=out) as writer:
        assert writer.wait(60) == 0
    again = console(tmp_path, "fifo")
    again.open(fresh=False)
    assert again.drain(1.0) == [f"line {n}" for n in range(400)]
    assert not again.overflowed()
    again.close()
    os.close(stdin)
    os.close(out)


@LINUX
def test_a_pipe_that_overflowed_is_noticed(tmp_path: Path) -> None:
    from mining.processes.text_pipe import PIPE

    first = console(tmp_path, "fifo")
    first.open(fresh=True)
    stdin, out = first.ends()
    os.set_blocking(out, False)
    written = 0
    with suppress(BlockingIOError):
        while True:
            written += os.write(out, b"x" * 4095 + b"\n")
    assert first.overflowed()
    assert written <= PIPE
    first.drain(1.0)
    assert not first.overflowed()
    first.close()
    os.close(stdin)
    os.close(out)


@LINUX
def test_keys_arrive_at_the_program(tmp_path: Path) -> None:
    board = console(tmp_path, "fifo")
    board.open(fresh=True)
    stdin, out = board.ends()
    echo = "import os; print(os.read(0, 3).decode(), flush=True)"
    with subprocess.Popen([sys.executable, "-S", "-c", echo], stdin=stdin, stdout=out) as program:
        board.type("phr")
        assert program.wait(60) == 0
    assert board.finish() == ["phr"]
    board.close()
    os.close(stdin)
    os.close(out)


def test_a_program_without_a_keyboard_takes_no_keys(tmp_path: Path) -> None:
    plain = console(tmp_path)
    plain.open(fresh=True)
    with pytest.raises(OSError):
        plain.type("p")
    plain.close()


def test_the_last_words_without_an_end_are_kept_and_files_are_private(tmp_path: Path) -> None:
    begun = datetime.now(UTC)
    last = console(tmp_path)
    last.open(fresh=True)
    _, out = last.ends()
    os.write(out, b"panic: no newl")
    assert last.drain(1.0) == []
    assert last.finish() == ["panic: no newl"]
    if sys.platform != "win32":  # where files have the rights of their folder
        assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("stdout.*")} == {0o600}
    stamp = LogFile(tmp_path / "log").read(1, None).items[0].time
    assert stamp is not None
    assert begun - timedelta(seconds=1) <= stamp <= datetime.now(UTC)  # it is cut to whole parts of a second
    last.close()
    os.close(out)


@POSIX
def test_a_link_planted_in_place_of_the_text_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"precious")
    (tmp_path / "stdout.log").symlink_to(target)
    fresh = console(tmp_path)
    fresh.open(fresh=True)
    _, out = fresh.ends()
    os.write(out, b"text\n")
    assert target.read_bytes() == b"precious"
    fresh.close()
    os.close(out)


@POSIX
def test_a_file_that_its_program_writes_itself_takes_little_of_the_disk_and_loses_nothing(tmp_path: Path) -> None:
    text = console(tmp_path, "log")
    text.open(fresh=True)
    program = os.open(tmp_path / OWN_TEXT, os.O_WRONLY)  # as XMRig: at a place of its own, wherever the file ends
    heard, written, taken = [], 0, 0
    for megabyte in range(16):
        lines = [f"{megabyte * 512 + number:02047}" for number in range(512)]
        written += os.pwrite(program, "".join(f"{line}\n" for line in lines).encode(), written)
        heard += text.drain(60.0)
        taken = max(taken, os.fstat(program).st_blocks * 512)
        if megabyte in (2, 11):
            text.close()  # as a killed daemon
            text = console(tmp_path, "log")
            text.open(fresh=False)
    assert heard == [f"{number:02047}" for number in range(16 * 512)]
    assert taken < 8 << 20
    assert os.fstat(program).st_size == 16 << 20
    text.close()
    os.close(program)
