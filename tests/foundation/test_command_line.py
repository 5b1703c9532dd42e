"""How `miner-ctrl` is called for a daemon: by its name where that is enough, else with its path and data folder."""

import os
import sys
from pathlib import Path

import pytest

import mining
from mining.foundation import command_line
from tests.systems import LINUX

USUAL = command_line.usual_folder()


def here(path: str) -> str:
    """A path as this system writes it, with its drive where there are drives."""
    return os.path.abspath(path)  # noqa: PTH100 - as the function does that is tried


def called(monkeypatch: pytest.MonkeyPatch, program: str, on_path: str, data: Path) -> list[str]:
    """The words of a command, where this process was called so and the PATH holds that program."""
    monkeypatch.setattr(sys, "argv", [program])
    monkeypatch.setattr(command_line, "which", lambda _: on_path or None)
    return command_line.for_folder(data)


def test_by_its_name_alone_where_a_shell_finds_it_and_the_data_are_where_they_usually_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert called(monkeypatch, here("/bin/miner-ctrl"), here("/bin/miner-ctrl"), USUAL) == ["miner-ctrl"]


@pytest.mark.parametrize("on_path", ["", "/other/bin/miner-ctrl"])
def test_by_its_path_where_a_shell_finds_none_or_another_one(monkeypatch: pytest.MonkeyPatch, on_path: str) -> None:
    own = here("/opt/my own/miner-ctrl")
    assert called(monkeypatch, own, on_path and here(on_path), USUAL) == [own]


def test_with_its_data_folder_where_that_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    data = Path("/srv/it's mine")
    words = called(monkeypatch, here("/bin/miner-ctrl"), here("/bin/miner-ctrl"), data)
    assert words == ["miner-ctrl", "--data-dir", str(data)]


def test_a_daemon_that_was_started_otherwise_names_the_program_beside_its_interpreter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert called(monkeypatch, "/x/serve.py", "", USUAL) == ["miner-ctrl"], "there is none"
    (tmp_path / "miner-ctrl").touch()
    assert called(monkeypatch, "/x/serve.py", "", USUAL) == [str(tmp_path / "miner-ctrl")]
    own = str(tmp_path / "miner-ctrl")
    assert called(monkeypatch, "/x/serve.py", own, USUAL) == ["miner-ctrl"], "a shell finds this very one"


@LINUX
def test_the_usual_folder_of_another_user_is_ones_own_in_another_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert command_line.usual_folder_of(Path.home()) == command_line.usual_folder()


def test_the_name_of_the_usual_folders_stands_in_one_place() -> None:
    source = Path(mining.__file__).parent
    naming = {str(path.relative_to(source)) for path in source.rglob("*.py") if command_line.APP in path.read_text()}
    assert naming == {
        "foundation/command_line.py",
        *("api/examples.py", "cli/reference.py", "settings/current.py"),  # examples of whole paths
    }


@pytest.mark.parametrize(
    ("pip", "uv", "begins"),
    [
        (True, True, [sys.executable, "-m", "pip", "install"]),
        (False, True, ["uv", "pip", "install", "--python", sys.executable]),
        (False, False, ["pip", "--python", sys.executable, "install"]),
    ],
)
def test_an_extra_is_added_to_this_installation_and_to_no_other(
    monkeypatch: pytest.MonkeyPatch, pip: bool, uv: bool, begins: list[str]
) -> None:
    monkeypatch.setattr(command_line, "find_spec", lambda _: object() if pip else None)
    monkeypatch.setattr(command_line, "which", lambda _: "/usr/bin/uv" if uv else None)
    assert command_line.adding("terminal") == [*begins, "mining-platform[terminal]"]
