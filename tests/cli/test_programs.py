"""Commands for mining programs: how they show progress, and what they make of each end."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mining.cli import programs
from mining.cli.main import cli
from mining.cli.progress import text
from mining.domain.adapter import MinerType
from mining.domain.programs.jobs import ProgramChange
from mining.domain.programs.program import Program
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin
from tests.cli.recorded import AVAILABLE

RUNNING = {"id": "1", "type": "xmrig", "state": "running", "progress": None, "error": None, "message": "It is coming."}
DONE = RUNNING | {"state": "done", "message": "XMRig 9.9.9 is installed."}
FAILED = RUNNING | {
    "state": "failed",
    "message": "GitHub is silent.",
    "error": {"code": "DOWNLOAD_FAILED", "message": "GitHub is silent.", "details": {"suggestion": "Try again."}},
}
UPDATE = {"type": "xmrig", "newer": True, "message": "XMRig 9.9.9 is newer.", "error": None, "job": None}


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "LOOK", 0.0)


@pytest.mark.parametrize(
    ("progress", "plain", "bar"),
    [
        (None, "Asking the author's releases", "Asking the author's releases"),
        ({"stage": "download", "bytes": 0, "total": None}, "Downloading", "Downloading"),
        (
            {"stage": "download", "bytes": 1_550_000, "total": 3_100_000},
            "Downloading 3.1 MB: 50 %",
            "Downloading ████████████░░░░░░░░░░░░  50 %  1.6 of 3.1 MB",
        ),
        (
            {"stage": "download", "bytes": 3_100_000, "total": 3_100_000},
            "Downloading 3.1 MB: 100 %",
            "Downloading ████████████████████████ 100 %  3.1 of 3.1 MB",
        ),
        ({"stage": "verify", "bytes": None, "total": None}, "Verifying", "Verifying"),
    ],
)
def test_each_step_is_told_a_download_with_its_size(progress: dict[str, object] | None, plain: str, bar: str) -> None:
    assert (text(progress, bar=False), text(progress, bar=True)) == (plain, bar)


def test_an_installation_is_followed_to_its_end_and_progress_goes_to_stderr(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/miners/xmrig/install?wait=false", RUNNING)
    verifying = RUNNING | {"progress": {"stage": "verify", "bytes": None, "total": None}}
    daemon.data("GET", "/jobs/1", RUNNING, verifying, verifying, DONE)
    done = call("install", "xmrig")
    assert (done.exit_code, done.stdout) == (0, "XMRig 9.9.9 is installed.\n")
    assert done.stderr.splitlines() == ["Asking the author's releases", "Verifying"]
    daemon.data("GET", "/jobs/1", RUNNING, DONE)
    assert call("install", "xmrig", "--json").stderr == ""


def test_what_a_program_is_worth_is_said_before_it_comes_for_the_first_time(daemon: Standin, call: Call) -> None:
    absent = {"installed": False, "installedVersion": None, "verified": None, "evidence": "none", "tried": "Not tried."}
    doubtful = AVAILABLE | absent | {
        "verification": {"how": "digest", "text": "GitHub has it."}, "secretsExposed": True, "openApi": True,
    }  # fmt: skip
    page = {"items": [doubtful], "pagination": {"page": 1, "pages": 1}}
    daemon.data("GET", "/miners/available?page=1&limit=1000", page)
    daemon.data("POST", "/miners/xmrig/install?wait=false", DONE)
    said = call("install", "xmrig").stderr
    for words in ("! GitHub has it.", "! Not tried.", "every user of this machine", "Other machines may ask its API"):
        assert words in said
    assert call("install", "xmrig", "--json").stderr == ""
    daemon.data("GET", "/miners/available?page=1&limit=1000", page | {"items": [doubtful | {"installed": True}]})
    assert "GitHub" not in call("install", "xmrig").stderr


@pytest.mark.parametrize(
    ("code", "exit_code"),
    [("DOWNLOAD_FAILED", 1), ("VERIFICATION_FAILED", 1), ("INVALID_CONFIG", 5), ("NOT_SUPPORTED", 5)],
)
def test_a_script_is_told_what_made_an_installation_fail(
    daemon: Standin, call: Call, code: str, exit_code: int
) -> None:
    error = {"code": code, "message": "It is so.", "details": {}}
    daemon.data("POST", "/miners/xmrig/install?wait=false", FAILED | {"error": error})
    done = call("install", "xmrig")
    assert (done.exit_code, "It is so." in done.stderr) == (exit_code, True)


def test_an_update_without_a_word_only_looks_and_says_how_to_go_on(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/update?wait=false", {"items": [UPDATE]})
    told = call("update").stdout.splitlines()
    assert told == ["XMRig 9.9.9 is newer.", "Install the newer versions with: miner-ctrl update --all"]
    daemon.data("POST", "/update?wait=false", {"items": []})
    assert "miner-ctrl available" in call("update").stdout


def test_of_several_updates_each_is_told_and_one_that_fails_is_a_failure(daemon: Standin, call: Call) -> None:
    silent = UPDATE | {"type": "other", "message": "It could not be looked up.", "error": {"code": "DOWNLOAD_FAILED"}}
    items = [UPDATE | {"job": DONE}, UPDATE | {"type": "third", "job": FAILED}, silent]
    daemon.data("POST", "/update?all=true&wait=false", {"items": items})
    done = call("update", "--all")
    assert (done.exit_code, done.stdout) == (1, "XMRig 9.9.9 is installed.\n")
    assert done.stderr.splitlines() == ["Error: GitHub is silent.", "Try again.", "It could not be looked up."]


def test_an_interrupted_command_says_that_the_installation_goes_on(
    daemon: Standin, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    daemon.data("POST", "/miners/xmrig/install?wait=false", RUNNING)
    monkeypatch.setattr(programs.time, "sleep", interrupted)
    done = call("install", "xmrig")
    assert (done.exit_code, "goes on in the daemon" in done.stderr) == (130, True)


def test_what_is_done_by_hand_is_done_as_it_was_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[dict[str, Any]] = []

    def install(kind: MinerType, data_dir: Path, here: Any, tell: Any, **how: Any) -> ProgramChange:
        type = kind.name
        assert how.pop("machine")().glibc >= (0, 0)  # of the machine that this runs on
        asked.append({"type": type, "data_dir": data_dir, **how})
        return ProgramChange(
            program=Program(type=type, path="/p", sha256="", version="1", origin="installed"), message="Done."
        )

    monkeypatch.setattr("mining.programs.local.install", install)
    how = ("--allow-unverified", "--force", "--version", "1.2.3", "--data-dir", str(tmp_path))
    done = CliRunner().invoke(cli, ["install", "xmrig", *how])
    assert (done.exit_code, done.stdout) == (0, "Done.\n")
    assert asked == [
        {
            "type": "xmrig",
            "data_dir": tmp_path,
            "file": None,
            "version": "1.2.3",
            "force": True,
            "allow_unverified": True,
        }
    ]


def test_an_installation_that_goes_on_already_is_watched(daemon: Standin, call: Call) -> None:
    text = "XMRig is being installed already; follow it with job 1."
    daemon.error("POST", "/miners/xmrig/install?wait=false", 409, "NOT_SUPPORTED", text, jobId="1")
    daemon.data("GET", "/jobs/1", RUNNING, DONE)
    done = call("install", "xmrig")
    assert (done.exit_code, done.stdout) == (0, "XMRig 9.9.9 is installed.\n")
    assert "XMRig is being installed already." in done.stderr
