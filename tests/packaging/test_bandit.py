"""S16: bandit finds nothing in what is released that has no reason beside it or here."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.locked import fetched

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
LOCK = Path(__file__).parent / "bandit" / "requirements.lock"
REASONS = {  # what ruff does not ask of each line, since it holds for all of them
    "B101": "asserts by which mypy leaves a file out for the other systems",
    "B105": "sentences and names in which the word stands, and no password",
    "B106": "an empty token means that there is none",
    "B404": "mining programs are processes; where one is started is told by B602 to B607",
    "B406": "it escapes what is written, and reads nothing",
    "B413": "it means pycrypto, which nobody maintains; this is pycryptodome, under the same name",
    "B603": "every argv is a list that we built; there is no shell",
}
NARROW = {"B101": "assert sys.platform ", "B106": 'api_token=""', "B406": "import escape", "B413": "import keccak"}


def test_whatever_bandit_finds_has_its_reason() -> None:
    path = str(fetched(LOCK))
    done = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-r", "src", "-f", "json"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert report["metrics"]["_totals"]["loc"] > 40_000
    found = report["results"]
    assert len(found) > 50, "it did not look"
    assert [
        f"{each['test_id']} {each['filename']}:{each['line_number']}" for each in found if not explained(each)
    ] == []


def explained(found: dict[str, Any]) -> bool:
    """Whether a reason stands beside it, as ruff asks for one, or above."""
    lines = (ROOT / found["filename"]).read_text("utf-8").splitlines()
    spot = "\n".join(lines[min(found["line_range"]) - 1 : max(found["line_range"]) + 1])
    rule = found["test_id"]
    if f"noqa: S{rule[1:]} - " in spot:
        return True
    return rule in REASONS and NARROW.get(rule, "") in spot
