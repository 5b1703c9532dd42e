"""The documents of docs/reference: each is written whole, or stays as it was."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mining.cli import reference
from tests.systems import POSIX

SOURCES = Path(reference.__file__).parents[2]
FROM_THERE = (  # an embedded Python hears nothing of PYTHONPATH
    "import runpy, sys; sys.path.insert(0, sys.argv.pop(1));"
    " runpy.run_module('mining.cli.reference', run_name='__main__', alter_sys=True)"
)
BROKEN = "from mining.dialects.no_such_module import anything\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the sources and of the documents."""
    shutil.copytree(SOURCES, tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "assets"))
    shutil.copytree(reference.FOLDER, tmp_path / "docs" / "reference")
    return tmp_path


def written(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What `python -m mining.cli.reference` does there."""
    command = [sys.executable, "-B", "-c", FROM_THERE, str(checkout / "src"), *arguments]
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)


def documents(checkout: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (checkout / "docs" / "reference").iterdir()}


def test_an_adapter_that_cannot_be_imported_leaves_every_document_as_it_was(checkout: Path) -> None:
    before = documents(checkout)
    (checkout / "src" / "mining" / "miners" / "broken.py").write_text(BROKEN)
    done = written(checkout, "--write")
    assert done.returncode != 0
    assert "no_such_module" in done.stderr
    assert documents(checkout) == before


@POSIX  # an example in them is a path
@pytest.mark.slow
def test_all_four_are_written_anew_where_none_is_named(checkout: Path) -> None:
    before = documents(checkout)
    for name in reference.PAGES:
        (checkout / "docs" / "reference" / name).write_text("out of date")
    done = written(checkout, "--write")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert documents(checkout) == before


@POSIX
@pytest.mark.slow
def test_a_document_keeps_the_rights_that_its_file_had(checkout: Path) -> None:
    page = checkout / "docs" / "reference" / "miners.md"
    page.chmod(0o644)
    assert written(checkout, "miners", "--write").returncode == 0
    assert page.stat().st_mode & 0o777 == 0o644


@POSIX
@pytest.mark.parametrize("name", list(reference.NAMES))
def test_one_is_printed_as_it_is_committed(name: str) -> None:
    done = CliRunner().invoke(reference.main, [name])
    assert done.stdout == (reference.FOLDER / reference.NAMES[name]).read_text()


def test_an_installed_platform_has_no_documents_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "FOLDER", tmp_path / "docs" / "reference")
    done = CliRunner().invoke(reference.main, ["miners", "--write"])
    assert done.exit_code == 1
    assert "checkout" in done.stderr
    assert list(tmp_path.iterdir()) == []
