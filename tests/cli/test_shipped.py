"""The page of man and the scripts of completion that the package brings are those of the commands."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mining.cli.main import COMMANDS
from mining.cli.manual import escaped, manual
from mining.cli.shipped import FILES, FOLDER
from tests.needs import need
from tests.systems import POSIX

ROOT = FOLDER.parent


@pytest.mark.parametrize("name", FILES)
def test_what_is_shipped_is_what_the_commands_say(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == FILES[name](), "write it anew: python -m mining.cli.shipped"


def test_nothing_else_is_shipped() -> None:
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()} == FILES.keys()


def test_the_page_tells_every_command_its_exit_codes_and_variables() -> None:
    page = manual()
    for name in COMMANDS:
        assert f'.SS "{escaped(name)} ' in page, name
    assert "0 fine, 1 failed, 2 wrong usage, 3 not found, 4 no daemon, 5 refused." in page
    assert ".B MINING_URL" in page


def test_no_text_is_taken_for_a_command_of_roff() -> None:
    assert escaped(".profile's \\ and -x") == r"\&.profile's \e and \-x"


@POSIX  # Windows has no man
def test_man_shows_it_without_a_warning() -> None:
    groff = str(need("groff"))
    page = FOLDER / "man/man1/miner-ctrl.1"
    shown = subprocess.run([groff, "-man", "-ww", "-Tutf8", str(page)], capture_output=True, text=True, timeout=60)
    assert (shown.returncode, shown.stderr) == (0, "")


@pytest.mark.slow
def test_a_wheel_brings_them_to_where_man_and_the_shells_look(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for name in FILES:
        assert any(each.endswith(f".data/data/share/{name}") for each in names), name
