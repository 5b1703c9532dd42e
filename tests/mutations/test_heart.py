"""Each mutation of what must not break, made in a copy of the tree, turns the quick test red that is named for it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutations import (
    access,
    adapters,
    benchmarks,
    cards,
    desktop,
    elsewhere,
    exposure,
    gate,
    heart,
    payees,
    several,
    terminal,
)
from tests.mutations.heart import Mutation

MUTATIONS = (
    *heart.MUTATIONS,
    *exposure.MUTATIONS,
    *gate.MUTATIONS,
    *payees.MUTATIONS,
    *access.MUTATIONS,
    *cards.MUTATIONS,
    *benchmarks.MUTATIONS,
    *several.MUTATIONS,
    *adapters.MUTATIONS,
    *elsewhere.MUTATIONS,
    *terminal.MUTATIONS,
    *desktop.MUTATIONS,
)
ROOT = Path(__file__).parents[2]
QUICK = "not slow and not live and not long"
RED, GREEN = 1, 0  # pytest's exit codes; others mean that nothing was tried


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of sources and tests."""
    place = tmp_path_factory.mktemp("tree")
    for name in ("src", "tests"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


def run(tree: Path, *tests: str) -> tuple[int, str]:
    """The quick ones among these tests, in that tree."""
    environment = os.environ | {"PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    argv = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.needs",
        "-p",
        "no:cacheprovider",
        "-q",
        "-x",
        "-m",
        QUICK,
        *tests,
    ]
    ran = subprocess.run(argv, cwd=tree, env=environment, capture_output=True, text=True, timeout=600)
    return ran.returncode, ran.stdout[-3000:]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: re.sub(r"\W+", "-", mutation.name))
def test_a_mutation_fits_the_sources_and_names_a_test_that_there_is(mutation: Mutation) -> None:
    assert (ROOT / mutation.file).read_text("utf-8").count(mutation.old) == 1, "the passage has changed; mend the row"
    file, _, test = mutation.test.partition("::")
    assert f"def {test}(" in (ROOT / file).read_text("utf-8") if test else (ROOT / file).exists()


@pytest.mark.long
def test_without_a_mutation_they_are_green_and_try_the_copy(tree: Path) -> None:
    code, text = run(tree, *sorted({mutation.test for mutation in MUTATIONS}))
    assert code == GREEN, text
    where = "import mining; print(mining.__file__)"
    environment = os.environ | {"PYTHONPATH": str(tree / "src")}
    found = subprocess.run([sys.executable, "-c", where], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.startswith(str(tree)), "the tests would try the tree itself"


@pytest.mark.long
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: re.sub(r"\W+", "-", mutation.name))
def test_a_mutation_turns_its_test_red(tree: Path, mutation: Mutation) -> None:
    path = tree / mutation.file
    sound = path.read_text("utf-8")
    path.write_text(sound.replace(mutation.old, mutation.new), "utf-8")
    try:
        code, text = run(tree, mutation.test)
    finally:
        path.write_text(sound, "utf-8")
    assert code == RED, text
