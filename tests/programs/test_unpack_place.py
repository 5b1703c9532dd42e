"""S6 where folders cannot be opened, as on Windows: members are written by path, and nothing leads elsewhere."""

import stat
import sys

import pytest

from mining.domain.errors import VerificationFailed
from mining.programs import tree
from mining.programs.extract import extract
from mining.programs.tree import Bounds, Budget, UnpackFolder, parts_of
from mining.programs.unpack_place import PrivatePaths, unpack_place
from tests.standins import vendor as standin
from tests.standins.archives import PROGRAM
from tests.systems import LINKS, MODES_SAY_NOTHING, POSIX

WAYS = [PrivatePaths]
if sys.platform != "win32":
    from mining.programs.unpack_place import OpenFolders

    WAYS.append(OpenFolders)


@pytest.fixture(params=WAYS)
def into(request, tmp_path, monkeypatch):
    """A folder to unpack into, in each way that this system has."""
    monkeypatch.setattr(tree, "unpack_place", request.param)
    folder = tmp_path / "into"
    folder.mkdir(mode=0o700)
    return folder


def unpack_folder(into):
    return UnpackFolder(into, Budget(Bounds(), 1 << 20))


@pytest.mark.parametrize("form", ["gz", "zip", "7z"])
def test_every_way_unpacks_the_same(into, form):
    archive = into.parent / "archive"
    if form == "7z":
        from tests.standins.archives import seven

        archive.write_bytes(seven(("good/README.md", b"read me\n")))
    else:
        archive.write_bytes(standin.archive(PROGRAM, form=form))
    written = extract(archive, into, ["xmrig"])
    program = next(into.rglob("xmrig"))
    assert program.read_bytes() == PROGRAM
    assert MODES_SAY_NOTHING or stat.S_IMODE(program.stat().st_mode) == 0o755
    assert sorted(written) == sorted(path.relative_to(into).as_posix() for path in into.rglob("*") if path.is_file())


@LINKS
def test_a_planted_link_on_the_way_is_refused(into, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (into / "good").symlink_to(elsewhere)
    with unpack_folder(into) as unpacking:
        with pytest.raises(VerificationFailed, match="file where it needs a folder"):
            unpacking.file("good/xmrig", [PROGRAM], executable=True)
        with pytest.raises(VerificationFailed, match="file where it needs a folder"):
            unpacking.folder("good")
    assert not list(elsewhere.iterdir())


@LINKS
def test_a_planted_file_or_link_is_not_written_through(into, tmp_path):
    treasure = tmp_path / "treasure"
    treasure.write_bytes(b"mine")
    (into / "xmrig").symlink_to(treasure)
    with unpack_folder(into) as unpacking, pytest.raises(VerificationFailed, match="xmrig"):
        unpacking.file("xmrig", [PROGRAM], executable=True)
    assert treasure.read_bytes() == b"mine"


@LINKS
def test_a_link_in_place_of_the_folder_itself_is_refused(into, tmp_path):
    (tmp_path / "link").symlink_to(into)
    with pytest.raises(NotADirectoryError), unpack_folder(tmp_path / "link"):
        pass


@POSIX
def test_folders_are_opened_where_the_system_can(tmp_path):
    assert type(unpack_place(tmp_path)) is OpenFolders


@pytest.mark.parametrize("name", ["good/nul", "CON", "aux.c", "Com1.txt", "LPT9", "good./xmrig", "xmrig.exe."])
def test_names_that_mean_something_else_on_windows_are_refused_there_alone(name):
    assert parts_of(name, windows=False)
    with pytest.raises(VerificationFailed):
        parts_of(name, windows=True)


@pytest.mark.parametrize("name", ["good/nullify", "console.txt", "com10", "xmrig-6.26.0/xmrig.exe", "auxiliary"])
def test_names_that_only_look_like_them_are_not(name):
    assert parts_of(name, windows=True) == name.split("/")
