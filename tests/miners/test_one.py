"""What a newcomer is told on the way to an adapter, and that three files are all that one takes."""

import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType, SimpleNamespace

import pytest

from mining import miners
from mining.miners import adapter
from tests.miners.one import ROOT, SENTENCES, files_of, look, main, misnamed, missing, untranslated
from tests.standins.program_standin import PEERS
from tests.standins.recordings import recording

LIKE = "tt-miner"  # of which the newcomer is a copy under names of its own
OWN = {"TT-Miner": "Newcomer", "tt-miner": "newcomer", "tt_miner": "newcomer"}


def tree_of(place: Path) -> Path:
    """A copy of the sources, the tests and what is made of them."""
    for name in ("src", "tests", "docs/reference", "dashboard/src/text/de/messages"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


def write_newcomer(tree: Path) -> None:
    """A program that is like another one, with another name in every file."""
    for file, theirs in zip(files_of("newcomer", tree), files_of(LIKE, tree), strict=True):
        text = theirs.read_text()
        for name, own in OWN.items():
            text = text.replace(name, own)
        file.write_text(text)


def contents(tree: Path) -> dict[str, bytes]:
    return {
        path.relative_to(tree).as_posix(): path.read_bytes()
        for path in tree.rglob("*")
        if path.is_file() and not {"__pycache__", ".pytest_cache", ".hypothesis"} & {*path.parts}
    }


@pytest.mark.long  # it runs a part of these tests once more, in a copy of the tree
def test_a_new_program_takes_three_files_and_the_page_that_is_made_of_them(tmp_path: Path) -> None:
    tree = tree_of(tmp_path / "tree")
    before = contents(tree)
    write_newcomer(tree)
    environment = os.environ | {"PYTHONPATH": str(tree / "src")}
    argv = [sys.executable, "-m", "tests.miners.one", "newcomer", "--quick"]
    ran = subprocess.run(argv, cwd=tree, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-3000:]
    assert "Newcomer: " in ran.stdout
    after = contents(tree)
    assert {name for name in after if after[name] != before.get(name)} == {
        "docs/reference/miners.md",
        *(file.relative_to(tree).as_posix() for file in files_of("newcomer", tree)),
    }


def test_the_files_are_asked_for_one_after_the_other_and_the_step_that_tells_of_each(tmp_path: Path) -> None:
    for step, file in enumerate(files_of("new-comer", tmp_path), 1):
        fault = str(missing("new-comer", tmp_path))
        assert fault.startswith(f"{file.relative_to(tmp_path)} is missing; step {step} of docs/add-a-miner.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    assert missing("new-comer", tmp_path) is None
    assert missing("new_comer", tmp_path) == "'new_comer' is no name of a miner type: small letters, digits and -"


def test_an_adapter_that_is_copied_is_told_that_it_has_the_name_of_the_other() -> None:
    module = ModuleType("new_comer")
    assert misnamed(module, "new-comer") == "src/mining/miners/new_comer.py holds no MINER, by which it is found"
    vars(module).update(MINER=SimpleNamespace(name=LIKE))
    assert "has the name 'tt-miner'; it must be 'new-comer'" in str(misnamed(module, "new-comer"))


@pytest.mark.parametrize("module", [module.name for module in iter_modules(miners.__path__)])
def test_an_adapter_has_the_name_of_its_module_so_that_none_hides_another(module: str) -> None:
    name = module.replace("_", "-")
    assert misnamed(import_module(f"mining.miners.{module}"), name) is None


@pytest.mark.parametrize("name", PEERS)
def test_what_its_three_files_hold_is_told(name: str) -> None:
    assert look(name).startswith(f"{adapter(name).facts.title}: ")
    assert f" replies {len(recording(name)['replies'])}" in look(name)


def test_it_is_said_by_which_commands_a_daemon_starts_the_stand_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([LIKE, "--play", str(tmp_path / "new" / "folder")]) == 0
    program = tmp_path / "new" / "folder" / "TT-Miner"
    assert os.access(program, os.X_OK)
    told = capsys.readouterr().out
    assert f"miner-ctrl register {LIKE} {program}" in told
    assert f"miner-ctrl start {LIKE} --pool 127.0.0.1:3333 --wallet somebody --algo kawpow" in told


def test_a_sentence_that_is_not_said_in_german_is_named_with_its_place(tmp_path: Path) -> None:
    german = Path("dashboard/src/text/de/messages")
    (tmp_path / german).mkdir(parents=True)
    for part in SENTENCES:
        text = (
            (ROOT / german / f"{part}.ts").read_text("utf-8").replace("'unconfirmed.signals':", "'unconfirmed.sign':")
        )
        (tmp_path / german / f"{part}.ts").write_text(text, "utf-8")
    fault = f"{german / 'facts.ts'} lacks unconfirmed.signals, which src/mining/domain/catalogue/facts.py has"
    assert untranslated(tmp_path) == fault
    assert untranslated() is None
