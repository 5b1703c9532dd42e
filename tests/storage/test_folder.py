"""The data folder is private, and what is not the platform's is left as it is."""

import os
import stat
from pathlib import Path

import pytest

from mining.storage.folder import FolderRefused, data_folder
from tests.systems import AS_ROOT, POSIX


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
@pytest.mark.parametrize("ours", [None, "daemon.json", "programs"])
def test_a_folder_of_our_own_is_closed_to_others(tmp_path: Path, ours: str | None) -> None:
    place = tmp_path / "data"
    if ours is not None:
        (place / ours).mkdir(parents=True) if ours == "programs" else place.mkdir()
        (place / ours).touch()
        place.chmod(0o755)
    with data_folder(place):
        assert mode(place) == 0o700


@POSIX
def test_a_folder_of_other_things_is_refused_when_others_see_it_and_never_changed(tmp_path: Path) -> None:
    place = tmp_path / "home"
    place.mkdir()
    (place / "letter.txt").touch()
    for seen, taken in ((0o755, False), (0o750, False), (0o700, True)):
        place.chmod(seen)
        if taken:
            with data_folder(place):
                assert mode(place) == 0o700
            continue
        with pytest.raises(FolderRefused, match="--data-dir"), data_folder(place):
            pass
        assert mode(place) == seen
        assert not (place / "daemon.json").exists()


@POSIX
@pytest.mark.parametrize("name", ["daemon.json", "history.db", "history.db-wal", "miners.json", "profiles.json.bak"])
def test_a_pipe_where_a_file_belongs_is_refused_at_once_with_the_line_that_moves_it(tmp_path: Path, name: str) -> None:
    place = tmp_path / "my data"
    (place / "programs").mkdir(parents=True)
    os.mkfifo(place / name)
    with (
        pytest.raises(FolderRefused, match=f"is a pipe, where a file belongs.* mv '{place / name}'"),
        data_folder(place),
    ):
        pass


@AS_ROOT
def test_a_folder_of_another_user_is_refused_with_the_line_that_takes_it_over(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.mkdir(mode=0o700)
    os.chown(place, 1234, 1234)
    with pytest.raises(FolderRefused, match=f"belongs to 1234.* sudo chown -R root {place}"), data_folder(place):
        pass
    assert list(place.iterdir()) == []
