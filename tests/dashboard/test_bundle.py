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


def loaded_with(name: str) -> set[str]:
    """A file of the bundle, and all that it imports before it runs."""
    imports = re.findall(r"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""", (BUNDLE / "assets" / name).read_text())
    return {name}.union(*(loaded_with(each) for each in imports))


def test_the_first_view_is_small() -> None:
    page = (BUNDLE / "index.html").read_text()
    [overview] = [path.name for path in (BUNDLE / "assets").glob("overview-*.js")]
    names = set(re.findall(r"assets/([\w.-]+)", page)) | loaded_with(overview)
    names = names.union(*(loaded_with(each) for each in names if each.endswith(".js")))
    packed = {name: len(gzip.compress((BUNDLE / "assets" / name).read_bytes())) for name in names}
    assert len(packed) > 3
    assert 20_000 < sum(packed.values()) < MOST_FIRST_VIEW, packed


def test_the_bundle_names_no_address_of_another_machine() -> None:
    ours = re.compile(r"https?://(?!www\.w3\.org/|127\.0\.0\.1|localhost)[\w.-]+")
    texts = [path.read_text() for path in BUNDLE.rglob("*") if path.suffix in (".js", ".html", ".css", ".svg")]
    assert [found for text in texts for found in ours.findall(text) if "example" not in found] == []


def test_the_licences_of_the_libraries_in_it_come_with_it() -> None:
    wanted = json.loads((ROOT / "dashboard/package.json").read_text())["dependencies"]
    texts = (BUNDLE / "licenses.txt").read_text().split(f"\n{'-' * 80}\n")
    heads = [text.split("\n\n")[0].strip() for text in texts]
    assert {f"{name} {version}" for name, version in wanted.items()} <= set(heads)
    assert all("Copyright" in text for text in texts), heads


def test_the_stamp_says_which_sources_it_was_made_of() -> None:
    assert set(json.loads((BUNDLE / "stamp.json").read_text())) == {"sources"}
