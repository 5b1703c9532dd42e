"""The committed bundle is what its sources make, small enough, and of this machine alone."""

import gzip
import json
import re
import subprocess
import sys

import pytest

from dashboard.build import BUNDLE, ROOT

MOST_FIRST_VIEW = 150_000  # bytes, gzip


@pytest.mark.slow
def test_the_bundle_is_identical_to_what_its_sources_make() -> None:
    command = [sys.executable, str(ROOT / "dashboard/build.py"), "check", "--always"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_of_the_dashboard_is_smaller_than_the_first_view_may_be() -> None:
    packed = {
        path.name: len(gzip.compress(path.read_bytes())) for path in BUNDLE.rglob("*.*") if path.suffix != ".json"
    }
    assert 20_000 < sum(packed.values()) < MOST_FIRST_VIEW, packed


def test_the_bundle_names_no_address_of_another_machine() -> None:
    ours = re.compile(r"https?://(?!www\.w3\.org/|127\.0\.0\.1|localhost)[\w.-]+")
    texts = [path.read_text() for path in BUNDLE.rglob("*") if path.suffix in (".js", ".html", ".css", ".svg")]
    assert [found for text in texts for found in ours.findall(text) if "example" not in found] == []


def test_the_stamp_says_which_sources_it_was_made_of() -> None:
    assert set(json.loads((BUNDLE / "stamp.json").read_text())) == {"sources"}
