"""The two promises of a clone: what is installed is what was locked, and run.py says plainly what it cannot do."""

import importlib.util
import os
import re
import signal
import subprocess
import sys
import threading
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from _pytest.mark.expression import Expression

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock"]
TOOLS = sorted(
    str(path.relative_to(ROOT))
    for each in ("tests/clients/*/requirements.lock", "tests/wine/*.lock", "requirements-desktop.lock")
    for path in ROOT.glob(each)
)
REQUIREMENT = re.compile(r"[a-z0-9][a-z0-9._-]*==[^\s;]+(?: ; [^\\]+)? \\")


def requirements(lock: str) -> list[str]:
    """Each requirement of a lock with its continuation lines."""
    text = (ROOT / lock).read_text()
    return re.sub(r"\\\n +", r"\\ ", text).splitlines()


@pytest.fixture
def run() -> ModuleType:
    """run.py as a module."""
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lock", [*LOCKS, *TOOLS])
def test_every_locked_package_has_one_version_and_hashes(lock: str) -> None:
    lines = requirements(lock)
    assert len(lines) > (30 if lock in LOCKS else 0)
    for line in lines:
        assert REQUIREMENT.match(line), line
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line


@pytest.mark.parametrize("lock", [*LOCKS, *TOOLS])
def test_no_lock_names_a_place_to_download_from(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert not re.search(r"://|^\s*-(?!-hash=)|@|index|find-links|trusted-host", text, re.MULTILINE)


def test_the_tests_use_the_versions_of_the_product() -> None:
    product, tests = ({line.split(" ")[0] for line in requirements(lock)} for lock in LOCKS)
    assert product <= tests


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    for lock, wanted in (
        (LOCKS[0], project["project"]["dependencies"] + groups["build"]),
        (LOCKS[1], project["project"]["dependencies"] + groups["build"] + groups["dev"]),
    ):
        locked = {line.split("==")[0] for line in requirements(lock)}
        asked = {re.split(r"[^A-Za-z0-9._-]", each)[0].lower().replace("_", "-") for each in wanted}
        assert asked <= locked, f"{lock} is older than pyproject.toml; CONTRIBUTING.md says how to make it again"


def test_the_desktop_app_has_a_lock_of_its_own_and_is_in_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    (asked,) = project["project"]["optional-dependencies"]["desktop"]
    assert project["dependency-groups"]["desktop"] == [asked]
    assert asked.partition(">")[0] in {line.split("==")[0] for line in requirements("requirements-desktop.lock")}
    for lock in LOCKS:
        assert "pyside6" not in (ROOT / lock).read_text()


def test_an_unknown_verb_is_wrong_usage() -> None:
    done = subprocess.run([sys.executable, ROOT / "run.py", "tset"], capture_output=True, text=True)
    assert done.returncode == 2
    assert "tset" in done.stderr


@pytest.mark.parametrize("more", [[], ["--long"]])
def test_every_test_runs_in_exactly_one_part_and_what_needs_the_machine_alone(run: ModuleType, more: list[str]) -> None:
    commands: list[tuple[str, ...]] = []
    run.prepare = run.get_tools = run.get_packages = lambda *_: None
    run.run = lambda *command: commands.append(command) or len(commands) - 1
    assert run.test(more) == 1, "the second part failed"
    parts = [Expression.compile(command[command.index("-m", 1) + 1]) for command in commands]
    for marks in (set(), {"slow"}, {"alone"}, {"slow", "alone"}, {"long"}, {"long", "alone"}):
        chosen = [part.evaluate(lambda name, **_: name in marks) for part in parts]  # noqa: B023 - evaluated at once
        wanted = "long" not in marks or bool(more)
        assert chosen == [wanted and not marks & {"alone", "long"}, wanted and bool(marks & {"alone", "long"})], marks


@pytest.mark.slow
@pytest.mark.parametrize(
    ("failing", "passes_alone", "code"), [(3, True, 0), (3, False, 1), (4, True, 1)], ids=["unsteady", "red", "many"]
)
def test_a_few_tests_that_fail_beside_others_are_tried_alone_and_named(
    run: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], failing: int, passes_alone: bool, code: int
) -> None:
    tests = "\n".join(f"def test_{n}(): assert open('alone').read() == 'yes'" for n in range(failing))
    (tmp_path / "test_those.py").write_text(f"{tests}\ndef test_good(): pass\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "alone").write_text("no")
    (tmp_path / "begin.py").write_text("import sys, pytest; sys.exit(pytest.main(['-q', '--cache-clear']))")
    alone = f"import sys, pytest; open('alone', 'w').write({'yes' if passes_alone else 'no'!r})\n"
    (tmp_path / "again.py").write_text(f"{alone}sys.exit(pytest.main(['-q', '--last-failed']))")
    run.ROOT, run.PYTHON = tmp_path, Path(sys.executable)
    assert run.run_all({"many": ("begin.py",)}, {"many": ("again.py",)}) == code
    printed = capsys.readouterr().out
    assert ("what failed among many, by itself" in printed) == (failing <= run.FEW)
    assert ("Unsteady" in printed and "  test_those.py::test_0\n" in printed) == (code == 0)


def test_with_arguments_it_is_one_run_of_pytest(run: ModuleType) -> None:
    commands: list[tuple[str, ...]] = []
    run.prepare = run.get_tools = run.get_packages = lambda *_: None
    run.run = lambda *command: commands.append(command) or 5
    assert run.test(["tests/cli", "-k", "demo"]) == 5
    (command,) = commands
    assert command[-3:] == ("tests/cli", "-k", "demo")
    run.test(["--quick", "tests/cli"])
    marks = Expression.compile(commands[1][commands[1].index("-m", 1) + 1])
    assert [marks.evaluate(lambda name, **_: name == mark) for mark in ("none", "slow", "long")] == [True, False, False]  # noqa: B023 - evaluated at once


def test_a_set_up_is_repeated_only_when_lock_project_or_place_changed(run: ModuleType, tmp_path: Path) -> None:
    lock, project = tmp_path / "a.lock", tmp_path / "pyproject.toml"
    lock.write_text("one")
    project.write_text("one")
    run.PROJECT = (project,)
    first = run.digest(lock)
    assert run.digest(lock) == first
    project.write_text("two")
    second = run.digest(lock)
    run.ROOT = tmp_path
    assert len({first, second, run.digest(lock)}) == 3


def test_a_broken_environment_is_not_taken_for_a_good_one(run: ModuleType, tmp_path: Path) -> None:
    dangling = tmp_path / "python"
    dangling.symlink_to(tmp_path / "gone")
    assert not run.works(dangling)
    assert run.works(Path(sys.executable))


def test_what_leads_pip_out_of_the_environment_is_left_behind(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_USER", "PIP_TARGET", "PYTHONPATH", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("PIP_CERT", "kept")
    kept = run.environment()
    assert kept["PIP_CERT"] == "kept"
    assert not {"PIP_USER", "PIP_TARGET", "PYTHONPATH", "VIRTUAL_ENV"} & kept.keys()


def test_a_failing_command_tells_the_end_of_what_it_said(run: ModuleType) -> None:
    code, said = run.shown("failing", [sys.executable, "-c", "print('why'); raise SystemExit(3)"])
    assert (code, said) == (3, "why")


@pytest.mark.parametrize(
    ("user", "ci", "expected"),
    [
        (0, "", ["/usr/bin/apt-get", "install", "-y", "--no-install-recommends", "curl", "monero"]),
        (
            1000,
            "true",
            ["sudo", "-n", "/usr/bin/apt-get", "install", "-y", "--no-install-recommends", "curl", "monero"],
        ),
        (1000, "", None),
    ],
)
def test_what_is_missing_is_installed_where_we_may_by_the_name_of_its_package(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, user: int, ci: str, expected: list[str] | None
) -> None:
    commands: list[list[str]] = []

    def done(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, stdout="curl monerod\n")

    monkeypatch.setattr(run.subprocess, "run", done)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.os, "geteuid", lambda: user)
    monkeypatch.setenv("CI", ci)
    run.get_tools()
    assert "'monerod'" in commands[0][-1]
    assert (commands[-1] if len(commands) > 1 else None) == expected


def test_where_a_process_cannot_become_another_the_other_obeys_ctrl_c_and_its_code_is_ours(run: ModuleType) -> None:
    interrupting = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    interrupting.start()
    try:
        assert run.become([sys.executable, "-c", "import time; time.sleep(1); raise SystemExit(7)"]) == 7
    finally:
        interrupting.cancel()


def test_links_that_lead_nowhere_are_found(run: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "there.md").write_text("x")
    page = tmp_path / "page.md"
    page.write_text("[a](there.md#part) [b](gone.md) [c](https://example.org) [d](#here) `[e](code.md)`")
    assert run.broken_links(page) == ["gone.md"]


def test_every_link_in_our_documents_leads_somewhere(run: ModuleType) -> None:
    assert run.docs([]) == 0
