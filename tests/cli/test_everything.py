"""`uninstall --everything`: what it lists, what it removes and what it must never touch."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mining.cli import daemon_service
from mining.cli.main import cli
from mining.storage.folder import data_folder
from tests.daemons import Daemon, daemon, wait_for

Run = Callable[..., Result]


@pytest.fixture
def run(data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command for the data folder, on a machine without systemd."""
    monkeypatch.setenv("MINING_DATA_DIR", str(data_dir))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.delenv("MINING_URL", raising=False)
    if sys.platform == "win32":  # whose tasks no variable hides; what Wine's starts holds our pipe for ever
        none = subprocess.CompletedProcess([], 1, "", "")
        monkeypatch.setattr(daemon_service, "run", lambda _: none)
    return lambda *arguments, **more: CliRunner().invoke(cli, ["uninstall", *arguments], **more)


@pytest.fixture
def used(data_dir: Path, tmp_path: Path) -> Path:
    """A folder that a daemon has used, with links that lead elsewhere and a file of somebody else's."""
    with data_folder(data_dir):
        pass
    for name in ("history.db", "miners.json", "keys.json.bak", "admin.token"):
        (data_dir / name).write_text("x")
    for name in ("programs/xmrig.json", "programs/xmrig.lock"):
        (data_dir / name).parent.mkdir(exist_ok=True)
        (data_dir / name).write_text("x")
    for name in ("programs/xmrig/6.26.0", "logs/cpu", "before-restore-20300101T000000Z"):
        (data_dir / name).mkdir(parents=True)
    (data_dir / "programs/xmrig/6.26.0/xmrig").write_text("x")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/precious").write_text("mine")
    (data_dir / "programs/link").symlink_to(tmp_path / "elsewhere")
    (data_dir / "audit").symlink_to(tmp_path / "elsewhere")
    return data_dir


def test_a_type_or_everything_is_named(run: Run) -> None:
    assert run().exit_code == 2
    assert run("xmrig", "--everything").exit_code == 2


def test_everything_is_listed_and_only_the_word_does_it(run: Run, used: Path) -> None:
    done = run("--everything", input="yes\n")
    assert done.exit_code == 1
    programs = "programs: " if sys.platform == "win32" else "programs: link, xmrig\n"  # what a link is differs there
    assert all(word in done.output for word in ("cannot be brought back", programs, "cpu", str(used)))
    assert (used / "miners.json").exists()
    assert run("--everything", input="uninstall\n").exit_code == 0
    assert not used.exists()


def test_all_that_the_architecture_names_in_the_data_folder_goes(run: Run, used: Path) -> None:
    text = (Path(__file__).parents[2] / "ARCHITECTURE.md").read_text("utf-8")
    paragraph = text.partition("The data folder (mode 0700) holds ")[2].partition("A damaged file is")[0]
    named = {name.split("/")[0] for name in re.findall(r"`([a-z][\w./-]*)`", paragraph)}
    assert {"serve.log", "shell-history", "history.db", "desktop", "run"} <= named
    for name in named - {"daemon.json"}:
        if not (used / name).exists():
            (used / name).write_text("x")
    done = run("--everything", "--yes")
    assert (done.exit_code, "This stays" in done.output) == (0, False), done.output
    assert not used.exists()


def test_no_link_is_followed_and_what_is_not_ours_stays(run: Run, used: Path, tmp_path: Path) -> None:
    (used / "diary.txt").write_text("mine")
    done = run("--everything", "--yes")
    assert done.exit_code == 0, done.output
    assert "This stays" in done.output
    assert [path.name for path in used.iterdir()] == ["diary.txt"]
    assert (tmp_path / "elsewhere/precious").read_text() == "mine"


@pytest.mark.parametrize("content", [None, "link"])
def test_a_folder_that_is_not_ours_is_refused(run: Run, data_dir: Path, tmp_path: Path, content: str | None) -> None:
    (data_dir / "run").mkdir()
    (data_dir / "run/photo.jpg").write_text("mine")
    if content is not None:
        (tmp_path / "other.json").write_text("{}")
        (data_dir / "daemon.json").symlink_to(tmp_path / "other.json")
    done = run("--everything", "--yes")
    assert (done.exit_code, "no data folder of the platform" in done.output) == (5, True)
    assert (data_dir / "run/photo.jpg").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_a_service_of_this_folder_goes_and_one_of_another_stays(
    run: Run, used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = tmp_path / "home/.config/systemd/user/mining-platform.service"
    unit.parent.mkdir(parents=True)
    (tmp_path / "systemctl").write_text("#!/bin/sh\nexit 0\n")
    (tmp_path / "systemctl").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("mining.cli.daemon_service.BOOTED", tmp_path)
    for another in ("/another", f"{used}2"):
        unit.write_text(f"[Service]\nExecStart=/x/miner-ctrl --data-dir {another} serve\n")
        assert "the service" not in run("--everything", input="no\n").output
    unit.write_text(f"[Service]\nExecStart=/x/miner-ctrl --data-dir {used} serve\n")
    done = run("--everything", "--yes")
    assert (done.exit_code, str(unit) in done.output) == (0, True)
    assert not unit.exists()


@pytest.mark.slow
@pytest.mark.parametrize("lives", [True, False], ids=["with a daemon", "with a miner alone"])
def test_miners_and_daemon_have_ended_before_anything_is_removed(run: Run, data_dir: Path, lives: bool) -> None:
    with daemon(data_dir) as running:
        running.simulate("cpu")
        (pid,) = wait_for(lambda: running.alive("cpu"), 10, "the miner")
        if not lives:
            running.kill()
        for name in ("daemon.log", "config.yaml"):  # of the test
            (data_dir / name).unlink()
        done = run("--everything", "--yes")
        assert done.exit_code == 0, done.output
        assert not (Path(f"/proc/{pid}/exe").is_symlink() and Path(f"/proc/{pid}/cmdline").read_bytes())
        assert list(data_dir.parent.glob("data/*")) == []
        assert ended(running)


def ended(running: Daemon) -> bool:
    assert running.process is not None
    return running.process.wait(60) in (0, -9)
