"""The promise on Windows: it mines, Ctrl-C ends the daemon and not its miners, and no kill loses or doubles one."""

from pathlib import Path

import pytest

from tests import promise
from tests.wine import windows_python
from tests.wine.rig import a_windows_daemon

pytestmark = pytest.mark.slow


def test_it_mines_and_ctrl_c_ends_the_daemon_while_its_miner_goes_on_until_it_is_stopped(data_dir: Path) -> None:
    with a_windows_daemon(data_dir) as daemon:
        promise.ctrl_c_ends_the_daemon_while_its_miner_goes_on_until_it_is_stopped(daemon, "windows")


@pytest.mark.parametrize("rounds", [3, pytest.param(30, marks=pytest.mark.long)])
def test_no_miner_is_lost_or_doubled_when_the_daemon_is_killed_again_and_again(data_dir: Path, rounds: int) -> None:
    with a_windows_daemon(data_dir) as daemon:
        promise.no_miner_is_lost_or_doubled_by_kills(daemon, rounds)


def test_a_second_daemon_on_the_same_data_folder_ends_at_once_and_touches_nothing(data_dir: Path) -> None:
    with a_windows_daemon(data_dir) as daemon:
        daemon.simulate("one", hashrate=1000)
        first = daemon.birth("one")
        second = windows_python.run(*daemon.command("serve"), "--port", "0")
        assert second.returncode == 1
        assert "--data-dir" in second.stdout
        assert daemon.birth("one") == first
        assert daemon.call("GET", "/info")[0] == 200
