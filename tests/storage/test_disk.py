"""A full disk is StorageFull, whichever state file was to be written."""

from pathlib import Path

import pytest

from mining.domain.errors import StorageFull
from mining.storage.disk import write_whole
from tests.full_disk import no_file_larger_than


def test_a_full_disk_is_told_in_words_and_the_old_file_stays(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"old")
    with no_file_larger_than(2), pytest.raises(StorageFull, match="disk is full"):
        write_whole(tmp_path / "a", b"new and longer")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}
