"""A full disk is StorageFull, whichever state file was to be written."""

import resource
from pathlib import Path

import pytest

from mining.domain.errors import StorageFull
from mining.storage.disk import write_whole


def test_a_full_disk_is_told_in_words_and_the_old_file_stays(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2, hard))
    try:
        with pytest.raises(StorageFull, match="disk is full"):
            write_whole(tmp_path / "a", b"new and longer")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}
