"""The data folder is private, and what is not the platform's is left as it is."""

import stat
from pathlib import Path

import pytest

from mining.storage.folder import FolderRefused, data_folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("ours", [None, "daemon.json", "programs"])
def test_a_folder_of_our_own_is_closed_to_others(tmp_path: Path, ours: str | None) -> None:
    place = tmp_path / "data"
    if ours is not None:
        (place / ours).mkdir(parents=True) if ours == "programs" else place.mkdir()
        (place / ours).touch()
        place.chmod(0o755)
    with data_folder(place):
        assert mode(place) == 0o700


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
