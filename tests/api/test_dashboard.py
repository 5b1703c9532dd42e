"""The dashboard's files over HTTP: the page at the root, the element for every page, and nothing else."""

import gzip
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import requests

from mining.api.routes.dashboard import FILES, DashboardFiles, policy
from mining.api.transfer import LARGE
from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import Served, error_of, served

ELEMENT = "//dashboard/mining-dashboard.js"
STRANGER = {"Origin": "https://evil.com"}


def test_the_root_is_the_page_which_is_asked_for_anew_each_time(reading: Served) -> None:
    page = reading.ask("//")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-cache"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["cross-origin-resource-policy"] == "same-origin"
    assert "<mining-dashboard" in page.text
    assert reading.ask("//", headers={"If-None-Match": page.headers["etag"]}).status_code == 304
    head = reading.ask("//", "HEAD")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", page.headers["etag"])


def test_the_page_may_load_and_ask_nothing_but_its_own_host(reading: Served) -> None:
    said = reading.ask("//").headers["content-security-policy"]
    rules = dict(rule.split(" ", 1) for rule in said.split("; "))
    here = f"127.0.0.1:{reading.port}"
    assert rules == {
        "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:",
        "connect-src": f"'self' ws://{here} wss://{here}", "base-uri": "'none'", "form-action": "'none'",
        "frame-ancestors": "'none'",
    }  # fmt: skip


@pytest.mark.parametrize("host", ["evil.com; script-src *", "a b", "", "x'", "[::1]; x"])
def test_no_host_writes_into_the_policy(host: str) -> None:
    assert "connect-src 'self'; base-uri" in policy(host)
    assert "ws://[::1]:8080 wss://[::1]:8080;" in policy("[::1]:8080")


def test_the_page_holds_no_script_and_no_style_of_its_own(reading: Served) -> None:
    text = reading.ask("//").text
    assert re.findall(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?://", text) == []


def test_a_page_of_any_origin_may_load_the_element_but_no_more_than_that(reading: Served) -> None:
    for headers in ({}, STRANGER):
        element = reading.ask(ELEMENT, headers=headers)
        assert element.headers["content-type"] == "text/javascript; charset=utf-8"
        assert element.headers["access-control-allow-origin"] == "*"
        assert element.headers["cross-origin-resource-policy"] == "cross-origin"
        assert element.headers["cache-control"] == "no-cache"
    stop = reading.ask("/miners/xmrig", "DELETE", headers=STRANGER)
    assert error_of(stop) == (403, "ORIGIN_NOT_ALLOWED")


def test_where_origins_are_listed_the_element_still_loads_everywhere() -> None:
    with served(PaperRig(a_miner()), cors_origins=("https://ours.example",)) as here:
        element = here.ask(ELEMENT, headers=STRANGER)
        assert (element.status_code, element.headers["access-control-allow-origin"]) == (200, "*")
        assert "access-control-allow-origin" not in here.ask("/miners", headers=STRANGER).headers


def test_no_key_is_needed_for_the_files_and_one_is_for_all_else() -> None:
    with served(PaperRig(a_miner()), auth="always") as here:
        assert here.ask("//").status_code == 200
        assert here.ask(ELEMENT).status_code == 200
        assert error_of(here.ask("//dashboard/nothing.js")) == (404, "NOT_FOUND")
        for path in ("/miners", "//docs/swagger.json", "//dashboardx", "//nothing"):
            assert error_of(here.ask(path)) == (401, "UNAUTHORIZED"), path
        assert error_of(here.ask("//", "POST")) == (405, "METHOD_NOT_ALLOWED")


@pytest.mark.parametrize(
    "path",
    ["//dashboard", "//dashboard/index.html", "//dashboard/assets", "//dashboard/assets/x.js", "//favicon.ico",
     "//dashboard/..%2fapp.py", "//dashboard/%2e%2e/app.py", "//dashboard/__init__.py", "//index.html", "//api"],
)  # fmt: skip
def test_whatever_is_no_file_of_it_is_told_in_the_envelope(reading: Served, path: str) -> None:
    assert error_of(reading.ask(path)) == (404, "NOT_FOUND")


def test_another_namespace_is_told_to_the_page() -> None:
    with served(PaperRig(a_miner()), namespace="/custom/path") as here:
        assert 'api-base-url="./custom/path"' in here.ask("//").text


def test_the_built_page_says_where_the_api_is_so_that_it_can_be_told_otherwise() -> None:
    page = (FILES / "index.html").read_text()
    assert 'api-base-url="./api/v1/mining"' in page
    absolute = re.findall(r'(?:src|href)="(?!\./|data:)', page)
    assert absolute == [], "all is relative, for a proxy may serve it below a path"


@pytest.fixture
def built(tmp_path: Path) -> DashboardFiles:
    """A bundle with parts."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "chart-4f2a.js").write_text("export {};" * LARGE)
    (tmp_path / "assets" / "notes.txt").write_text("…")
    return DashboardFiles(tmp_path, "/api")


def test_a_part_is_kept_for_a_year_for_its_name_says_what_is_in_it(built: DashboardFiles) -> None:
    answer = built.file("assets/chart-4f2a.js").answer()
    headers = dict(answer.headers)
    assert headers[b"cache-control"] == b"public, max-age=31536000, immutable"
    assert headers[b"access-control-allow-origin"] == b"*"
    assert headers[b"vary"] == b"Accept-Encoding"
    assert answer.packed is not None
    assert gzip.decompress(answer.packed) == answer.body


def test_a_large_file_is_sent_packed_to_whoever_takes_that(reading: Served) -> None:
    large = FILES / "mining-dashboard.js"
    packed = requests.get(
        reading.root + "/dashboard/mining-dashboard.js", headers={"Accept-Encoding": "gzip"}, timeout=60
    )
    assert packed.content == large.read_bytes()
    if large.stat().st_size >= LARGE:
        assert packed.headers["content-encoding"] == "gzip"


@pytest.mark.slow
def test_the_wheel_holds_the_files(tmp_path: Path) -> None:
    root = FILES.parents[3]
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = zipfile.ZipFile(wheel).namelist()
    every = [path for path in FILES.rglob("*") if path.is_file()]
    assert {f"mining/api/dashboard/{path.relative_to(FILES).as_posix()}" for path in every} <= set(held)
