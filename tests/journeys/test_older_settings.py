"""Settings files of earlier versions, in the home of their owner: still read, changed where they lie, and outranked."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.daemons import Daemon

pytestmark = pytest.mark.slow
FOLDER = Path(".config", "lethean-desktop")
SETTINGS, CONFIG, MINING = FOLDER / "settings.yaml", FOLDER / "config.yaml", Path(".mining.yaml")
THEIRS = "# my rig\npoll-interval:   60   # it is far away\nautostart-delay: 0\n"


class AtHome(Daemon):
    """A daemon that `miner-ctrl serve` became in somebody's home, with neither folder nor settings file named."""

    def __init__(self, home: Path) -> None:
        super().__init__(home / ".local" / "share" / "lethean-desktop")
        self.home = home
        self.data.mkdir(parents=True, mode=0o700)
        self.variables = {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local" / "share"),
        }

    def argv(self) -> list[str]:
        return [sys.executable, "-m", "mining.cli.main", "serve", "--port", "0"]

    def ctrl(self, *arguments: str, codes: Sequence[int] = (0,)) -> str:
        """What `miner-ctrl` prints in the same home, once it has ended with one of these exit codes."""
        command = [sys.executable, "-m", "mining.cli.main", *arguments]
        ran = subprocess.run(command, env=os.environ | self.variables, capture_output=True, text=True, timeout=60)
        assert ran.returncode in codes, ran.stdout + ran.stderr
        return ran.stdout

    def poll_interval(self) -> float:
        return float(self.call("GET", "/settings")[1]["data"]["values"]["pollInterval"])

    def write(self, file: Path, text: str) -> Path:
        path = self.home / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o600)
        return path


@pytest.fixture
def home(tmp_path: Path) -> Iterator[AtHome]:
    daemon = AtHome(tmp_path)
    try:
        yield daemon
    finally:
        daemon.clean_up()


@pytest.fixture
def finding(home: AtHome) -> Callable[[], tuple[str, str]]:
    """What the doctor says of the settings files."""

    def ask() -> tuple[str, str]:
        checks = home.call("POST", "/doctor")[1]["data"]["checks"]
        (found,) = (each for each in checks if each["id"] == "settings-files")
        return found["status"], str(found["meaning"])

    return ask


@pytest.mark.parametrize("file", [CONFIG, MINING], ids=str)
def test_a_settings_file_of_an_earlier_version_is_read_and_changed_in_place(
    home: AtHome, finding: Callable[[], tuple[str, str]], file: Path
) -> None:
    path = home.write(file, THEIRS)
    home.start()
    assert home.poll_interval() == 60
    assert home.ctrl("config", "path") == f"{path}\n"
    home.ctrl("config", "set", "poll-interval", "5")
    assert path.read_text() == THEIRS.replace("60", "5")
    assert finding()[0] == "ok"
    assert home.end() == 0
    home.start()
    assert home.poll_interval() == 5
    assert not (home.home / SETTINGS).exists()


def test_where_both_are_there_settings_yaml_wins_and_the_doctor_says_so(
    home: AtHome, finding: Callable[[], tuple[str, str]]
) -> None:
    older = [home.write(file, THEIRS) for file in (CONFIG, MINING)]
    newest = home.write(SETTINGS, THEIRS.replace("60", "30"))
    home.start()
    assert home.poll_interval() == 30
    home.ctrl("settings", "set", "poll-interval", "5")
    assert newest.read_text() == THEIRS.replace("60", "5")
    assert [path.read_text() for path in older] == [THEIRS, THEIRS]
    status, text = finding()
    assert (status, [str(path) in text for path in older]) == ("warning", [True, True])
    assert "Settings lie in a file that is not read" in home.ctrl("doctor", codes=(0, 1))  # 1: it has found something
