"""A start that the system refuses leaves nothing behind, and says in the system's own words why."""

import errno
from pathlib import Path
from typing import Any

import pytest

from mining.domain.process import CannotSpawn, ProgramBlocked
from tests.processes.systems import system, systems

REAL = [name for name in systems() if name != "memory"]


def refusal(number: int, words: str) -> OSError:
    """As Windows refuses to make a process: of most of its numbers Python's errno is EINVAL."""
    error = OSError(22, words)
    error.winerror = number  # type: ignore[attr-defined, unused-ignore] # on Windows alone it is declared
    return error


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize(
    ("number", "words", "kind", "reason"),
    [
        (225, "the file contains a virus", ProgramBlocked, "quarantined"),
        (226, "the file contains a virus", ProgramBlocked, "quarantined"),
        (1359, "An internal error occurred", CannotSpawn, "spawn_failed"),
    ],
)
async def test_what_windows_refuses_is_told_in_its_words_and_succeeds_the_next_time(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, kind: type[Any], reason: str
) -> None:
    one = system(name, tmp_path)

    def refuse(*_: object) -> None:
        raise refusal(number, words)

    with monkeypatch.context() as patched:
        patched.setattr(type(one.daemon()), "_birth", refuse)
        with pytest.raises(CannotSpawn, match=words) as caught:
            one.spawn("obeys")
    assert (type(caught.value), caught.value.reason) == (kind, reason)
    assert "Invalid argument" not in str(caught.value)
    found, record = one.daemon().adopt("one", "file")
    assert (found, record is not None and record.pid) == (None, None)
    try:
        process = one.spawn("obeys")
        assert one.living() == [process.pid]
        process.close()
    finally:
        one.end()


@pytest.mark.parametrize("name", REAL)
async def test_one_that_was_born_and_cannot_be_held_is_ended_so_that_the_next_start_succeeds(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = system(name, tmp_path)

    def refuse(*_: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    with monkeypatch.context() as patched:
        patched.setattr(type(one.daemon()), "_hold", refuse)
        with pytest.raises(CannotSpawn, match="Too many open files"):
            one.spawn("obeys")
    try:
        assert one.living() == []
        one.spawn("obeys").close()
    finally:
        one.end()
