"""The command `service` on Windows: what Task Scheduler is told, and what is left when it refuses."""

import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from mining.cli import daemon_service
from mining.cli.daemon_service import commands
from mining.cli.daemon_service.scheduler import TASK
from mining.cli.main import cli
from mining.storage.folder import data_folder
from tests.systems import TASK_SCHEDULER


class FakeScheduler:
    """A `schtasks` that holds its tasks in memory; `refusal`: what it says instead of changing any."""

    def __init__(self) -> None:
        self.tasks: dict[str, str] = {}
        self.started: list[str] = []
        self.refusal = ""

    def __call__(self, argv: Sequence[str]) -> "CompletedProcess[str]":
        assert argv[0] == "schtasks"
        verb, _, name, *rest = argv[1:]
        if verb == "/Query":
            return CompletedProcess(argv, 0 if name in self.tasks else 1, "", "")
        if self.refusal:
            return CompletedProcess(argv, 1, "", self.refusal)
        if verb == "/Create":
            self.tasks[name] = Path(rest[1]).read_text("utf-16")
        elif verb == "/Run":
            self.started.append(name)
        else:
            assert verb == "/Delete"
            del self.tasks[name]
        return CompletedProcess(argv, 0, "", "")


@pytest.fixture
def scheduler(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> FakeScheduler:
    """That of a Windows on which this command runs for the data folder."""
    here = SimpleNamespace(platform="win32", executable=str(Path(sys.executable).with_name("python.exe")))
    fake = FakeScheduler()
    for module in (daemon_service, commands):
        monkeypatch.setattr(module, "sys", here)
        monkeypatch.setattr(module, "run", fake)
    monkeypatch.setenv("MINING_DATA_DIR", str(data_dir))
    return fake


def call(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["service", *arguments], input=text)


def test_a_task_is_shown_and_asked_for_before_anything_is_done(scheduler: FakeScheduler, data_dir: Path) -> None:
    done = call("install", text="n\n")
    assert done.exit_code == 1
    assert "<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>" in done.output
    assert f"schtasks /Run /TN {TASK}" in done.output
    assert (scheduler.tasks, list(data_dir.iterdir())) == ({}, [])


def test_a_task_is_made_started_seen_and_removed_and_its_file_was_only_handed_over(
    scheduler: FakeScheduler, data_dir: Path
) -> None:
    done = call("install", text="y\n")
    assert (done.exit_code, "Installed" in done.output) == (0, True), done.output
    assert (list(scheduler.tasks), scheduler.started) == ([TASK], [TASK])
    assert "pythonw.exe</Command>" in scheduler.tasks[TASK], "no window that somebody could close"
    assert f"--data-dir {data_dir} serve</Arguments>" in scheduler.tasks[TASK]
    assert list(data_dir.iterdir()) == []
    done = call("status")
    assert (done.exit_code, "See why it does not run" in done.output) == (1, True)
    with data_folder(data_dir) as notice:
        notice("http://127.0.0.1:1/api/v1/mining")
        assert call("status").exit_code == 0
    assert call("uninstall", "--yes").exit_code == 0
    assert scheduler.tasks == {}
    assert call("uninstall", "--yes").exit_code == 3


def test_a_refusal_of_the_scheduler_is_told_in_its_words_with_a_way_out(
    scheduler: FakeScheduler, data_dir: Path
) -> None:
    scheduler.refusal = "ERROR: Access is denied."
    done = call("install", "--yes")
    assert done.exit_code == 1
    assert "Access is denied" in done.output
    assert "elevated PowerShell" in done.output
    assert list(data_dir.iterdir()) == [], "a task that Windows never took"


@TASK_SCHEDULER
def test_windows_own_scheduler_is_asked_and_knows_no_task_of_another_name() -> None:
    asked = commands.run(("schtasks", "/Query", "/TN", f"{TASK}-of-nobody"))
    assert asked.returncode == 1, asked
    assert commands.run(("schtasks", "/Query")).returncode == 0
