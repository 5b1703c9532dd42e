"""The page of reliability names a test for every line of the catalogue, and each of them exists."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs" / "reliability.md").read_text("utf-8")
LINE = re.compile(r"[FBLS]\d+ ")
ROWS = {line[2:].split()[0]: line.strip("| ").split(" | ") for line in PAGE.splitlines() if LINE.match(line[2:])}
CATALOGUE = [
    f"{letter}{number}" for letter, most in zip("FBLS", (17, 6, 7, 16), strict=True) for number in range(1, most + 1)
]


@pytest.mark.parametrize("id", CATALOGUE)
def test_a_line_of_the_catalogue_has_tests_that_exist_and_all_five_cells(id: str) -> None:
    cells = ROWS[id]
    assert len([cell for cell in cells if cell]) == 5
    named = re.findall(r"`([^`]+)`", cells[1])
    assert named
    file = ""
    for each in named:
        path, _, word = each.partition("-k ")
        file = path.strip() or file
        content = (TESTS / file).read_text("utf-8")
        assert re.search(rf"def test_\w*{word}|def main", content), f"{file} has no test with {word!r} in its name"
    if ", long" in cells[1]:
        files = [TESTS / each.split()[0] for each in named if not each.startswith("-k")]
        assert any("mark.long" in path.read_text("utf-8") for path in files), "none of them has a long form"


def test_the_table_has_no_other_lines() -> None:
    assert sorted(ROWS) == sorted(CATALOGUE)
