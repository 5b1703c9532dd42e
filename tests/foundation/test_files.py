"""A file is replaced whole, durably and for its owner alone, whatever stands in the way; a full disk is told apart."""

import errno
import os
from pathlib import Path

import pytest

from mining.foundation.files import read_plain, write_whole
from mining.foundation.full_disk import full_disk_raises, is_full_disk
from tests.full_disk import no_file_larger_than
from tests.systems import LINUX, POSIX, WINDOWS

ways = pytest.mark.parametrize("shared", [False, True])


@POSIX
@ways
def test_a_file_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path, shared: bool) -> None:
    os.umask(before := os.umask(0))
    try:
        write_whole(tmp_path / "a", b"x", shared=shared)
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


@POSIX
def test_a_file_can_get_the_mode_of_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o640)
    write_whole(tmp_path / "a", b"new", like=(tmp_path / "a").stat())
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("place", ["a", "a.tmp"])
def test_a_planted_link_is_replaced_and_its_target_left_alone(tmp_path: Path, place: str) -> None:
    target = tmp_path / "precious"
    target.write_bytes(b"precious")
    (tmp_path / place).symlink_to(target)
    write_whole(tmp_path / "a", b"new")
    assert target.read_bytes() == b"precious"
    assert (tmp_path / "a").read_bytes() == b"new"
    assert not (tmp_path / "a").is_symlink()


@POSIX  # Windows opens no file of ours by `os.open`; the next test holds there too
def test_a_link_planted_in_the_last_moment_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, plant = tmp_path / "precious", os.open
    target.write_bytes(b"precious")

    def late(path: Path, *how: int) -> int:
        if str(path).endswith(".tmp"):
            Path(path).symlink_to(target)
        return plant(path, *how)

    monkeypatch.setattr(os, "open", late)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a", b"new")
    assert target.read_bytes() == b"precious"


def test_nothing_is_written_into_what_takes_the_place_of_the_new_file_in_the_last_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = Path.unlink

    def late(path: Path, missing_ok: bool = False) -> None:
        remove(path, missing_ok=missing_ok)
        path.write_bytes(b"precious")
        monkeypatch.undo()

    monkeypatch.setattr(Path, "unlink", late)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a", b"new")
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "a.tmp").read_bytes() == b"precious"


@LINUX  # what a descriptor is of is looked up in /proc
@ways
def test_content_and_name_are_flushed_before_it_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared: bool
) -> None:
    flushed: list[tuple[str, bool]] = []
    flush = os.fsync

    def note(descriptor: int) -> None:
        place = Path(f"/proc/self/fd/{descriptor}").readlink()
        flushed.append((place.suffix if place != tmp_path else "folder", (tmp_path / "a").exists()))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    write_whole(tmp_path / "a", b"x", shared=shared)
    assert flushed == [(".tmp", False), ("folder", True)]


@POSIX  # Windows lets nobody replace what a reader holds open
@ways
def test_a_reader_of_the_old_file_reads_it_to_its_end(tmp_path: Path, shared: bool) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with (tmp_path / "a").open("rb", buffering=0) as reader:
        write_whole(tmp_path / "a", b"new and longer", shared=shared)
        assert reader.read() == b"old"


@WINDOWS
@ways
def test_what_a_reader_holds_open_is_replaced_as_soon_as_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared: bool
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    reader = (tmp_path / "a").open("rb")
    monkeypatch.setattr("time.sleep", lambda _: reader.close())  # between two tries
    write_whole(tmp_path / "a", b"new", shared=shared)
    assert reader.closed
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"new"}


@ways
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, shared: bool) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with no_file_larger_than(2), pytest.raises(OSError) as refused:
        write_whole(tmp_path / "a", b"new and longer", shared=shared)
    assert is_full_disk(refused.value)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_two_who_write_a_shared_file_at_once_both_get_through_and_never_mix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, flush = tmp_path / "a", os.fsync

    def write_meanwhile(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", flush)
        write_whole(path, b"second", shared=True)
        assert path.read_bytes() == b"second"
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", write_meanwhile)
    write_whole(path, b"first", shared=True)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a": b"first"}


@pytest.mark.parametrize(
    ("number", "full"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EFBIG, True), (errno.EACCES, False)]
)
def test_only_a_want_of_room_is_answered_as_a_full_disk(number: int, full: bool) -> None:
    with pytest.raises(ValueError if full else OSError), full_disk_raises(ValueError("no room")):
        raise OSError(number, os.strerror(number))


@POSIX
@pytest.mark.parametrize(("what", "make"), [("a pipe", "mkfifo"), ("a folder", "mkdir"), ("a device", None)])
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, what: str, make: str | None) -> None:
    path = tmp_path / "a"
    if make is not None:
        getattr(os, make)(path)
    with pytest.raises(OSError, match=f"It is {what}, where a file belongs"):
        read_plain(path if make is not None else Path("/dev/null"))


def test_a_file_is_read_as_far_as_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert (read_plain(tmp_path / "a"), read_plain(tmp_path / "a", 3)) == (b"12345", b"123")
