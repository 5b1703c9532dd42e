"""The command `service`: the files of three systems as each of them reads them, and what is done with them on Linux."""

import os
import plistlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mining.cli.daemon_service.launchd import command_of as of_agent
from mining.cli.daemon_service.launchd import launch_agent
from mining.cli.daemon_service.plan import DaemonCall
from mining.cli.daemon_service.scheduler import logon_task
from mining.cli.daemon_service.systemd import command_of, packaged, system_unit, user_unit
from mining.cli.main import cli
from mining.foundation.platform import own_name
from mining.storage.folder import data_folder
from tests.needs import need

PACKAGING = Path(__file__).parents[2] / "packaging"
FOLDER = "/data/50%$x\"'"
ODD = DaemonCall(("/opt/a b/miner-ctrl", "--data-dir", FOLDER, "serve"), Path(FOLDER), Path("/c d"))
linux = pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
FAKE_SYSTEMCTL = """\
#!/bin/sh
echo "$@" >> "$FAKE_CALLS"
case "$*" in *show*) echo "MainPID=${FAKE_PID:-0}"; echo "ActiveState=${FAKE_STATE:-active}"; exit 0;; esac
case "$*" in *$FAKE_ERROR_AT*) [ -z "$FAKE_ERROR" ] || { echo "$FAKE_ERROR" >&2; exit 1; };; esac
"""


class FakeSystemd:
    """A `systemctl` that only writes down how it was called, a home, and the command line in front of them."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home, self._calls = folder / "home", folder / "calls"
        self.unit = self.home / ".config/systemd/user/mining-platform.service"
        self.system_unit = folder / "system/mining-platform.service"
        self.data = folder / "data"
        (folder / "bin").mkdir()
        (folder / "bin/systemctl").write_text(FAKE_SYSTEMCTL)
        (folder / "bin/systemctl").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}/bin:{os.environ['PATH']}")
        monkeypatch.setattr("mining.cli.daemon_service.BOOTED", folder)
        monkeypatch.setattr("mining.cli.daemon_service.systemd.SYSTEM_FILE", self.system_unit)
        monkeypatch.setenv("HOME", str(self.home))
        monkeypatch.setenv("FAKE_CALLS", str(self._calls))
        monkeypatch.setenv("MINING_DATA_DIR", str(self.data))

    @property
    def calls(self) -> list[str]:
        """How systemctl was called to change something."""
        lines = self._calls.read_text().splitlines() if self._calls.exists() else []
        return [line for line in lines if "show" not in line]

    def write_system_unit(self) -> None:
        """A unit of the system, whose user is the caller."""
        self.system_unit.parent.mkdir()
        self.system_unit.write_bytes(system_unit(ODD, own_name()).content)

    def __call__(self, *arguments: str, text: str | None = None) -> Result:
        return CliRunner().invoke(cli, ["service", *arguments], input=text)


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeSystemd:
    return FakeSystemd(tmp_path, monkeypatch)


@pytest.fixture
def uses(systemd: FakeSystemd) -> Iterator[Callable[[], None]]:
    """Make this process the daemon of the data folder."""
    held = data_folder(systemd.data)
    entered: list[bool] = []

    def use() -> None:
        held.__enter__()("http://127.0.0.1:1/api/v1/mining")
        entered.append(True)

    yield use
    if entered:
        held.__exit__(None, None, None)


@linux
def test_a_unit_is_shown_and_asked_for_before_anything_is_done(systemd: FakeSystemd) -> None:
    done = systemd("install", text="n\n")
    assert done.exit_code == 1
    assert "KillMode=process" in done.output
    assert "systemctl --user enable mining-platform.service" in done.output
    assert not systemd.unit.exists()
    assert systemd.calls == []


@linux
def test_a_unit_is_installed_and_removed_with_the_data_folder_of_the_call(systemd: FakeSystemd) -> None:
    done = systemd("install", text="y\n")
    assert done.exit_code == 0, done.output
    assert f"--data-dir {systemd.data} serve" in systemd.unit.read_text()
    assert [call.split()[1] for call in systemd.calls] == ["daemon-reload", "enable", "restart"]
    done = systemd("uninstall", "--yes")
    assert done.exit_code == 0, done.output
    assert "Miners go on" in done.output
    assert not systemd.unit.exists()
    assert [call.split()[1] for call in systemd.calls[3:]] == ["disable", "daemon-reload"]
    assert systemd("uninstall", "--yes").exit_code == 3


@linux
def test_the_status_names_the_next_step_each_time(
    systemd: FakeSystemd, uses: Callable[[], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done = systemd("status")
    assert (done.exit_code, "service install" in done.output) == (1, True)
    systemd("install", "--yes")
    done = systemd("status")
    assert (done.exit_code, "journalctl --user" in done.output) == (1, True)
    uses()
    assert "not the service's" in systemd("status").output
    monkeypatch.setenv("FAKE_PID", str(os.getpid()))
    monkeypatch.setattr("mining.cli.daemon_service.LINGER", tmp_path)
    done = systemd("status")
    assert (done.exit_code, "loginctl enable-linger" in done.output) == (0, True)
    assert "ends with its miners when you log out" in done.output
    monkeypatch.setenv("FAKE_STATE", "activating")
    assert systemd("status").exit_code == 1
    monkeypatch.delenv("FAKE_STATE")
    systemd.unit.write_text("[Service]\nExecStart=/old\n")
    assert "not what this version writes" in systemd("status").output


@linux
def test_a_service_is_not_installed_beside_a_daemon_of_a_terminal(
    systemd: FakeSystemd, uses: Callable[[], None]
) -> None:
    uses()
    done = systemd("install", "--yes")
    assert done.exit_code == 5
    assert "End that one first" in done.output
    assert systemd.calls == []


@linux
def test_a_daemon_that_is_a_service_already_is_ended_as_one(
    systemd: FakeSystemd, uses: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    uses()
    systemd.write_system_unit()
    assert "sudo miner-ctrl service uninstall --system" in systemd("install", "--yes").output
    home = Path(f"~{own_name()}").expanduser()
    monkeypatch.setattr("mining.cli.daemon_service.systemd.user_file", lambda of: home if of == home else systemd.unit)
    monkeypatch.setattr("mining.cli.daemon_service.user_of", lambda *_: own_name())
    assert "with: miner-ctrl service uninstall\n" in systemd("install", "--system", "--yes").output


@linux
def test_the_unit_of_the_system_tells_of_itself_whoever_asks(
    systemd: FakeSystemd, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = systemd("status", "--system")
    assert (done.exit_code, "sudo miner-ctrl service install --system" in done.output) == (1, True)
    systemd.write_system_unit()
    systemd.data.mkdir()
    (systemd.data / "settings.yaml").write_text("port: [")  # as unreadable as another user's are for root
    monkeypatch.setenv("FAKE_PID", "4242")
    done = systemd("status", "--system")
    assert (done.exit_code, "Running: the daemon has pid 4242." in done.output) == (0, True), done.output
    done = systemd("uninstall", "--system", "--yes")
    assert (done.exit_code, systemd.system_unit.exists()) == (0, False), done.output


@linux
def test_a_refusal_of_the_system_is_told_in_its_words_with_a_way_out(
    systemd: FakeSystemd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_ERROR", "Failed to connect to bus: No medium found")
    done = systemd("install", "--yes")
    assert done.exit_code == 1
    assert "No medium found" in done.output
    assert "XDG_RUNTIME_DIR" in done.output
    assert not systemd.unit.exists(), "a unit that systemd never heard of stands in the way of its removal"
    monkeypatch.delenv("FAKE_ERROR")
    systemd("install", "--yes")
    monkeypatch.setenv("FAKE_ERROR", "Failed to connect to bus: No medium found")
    systemd("install", "--yes")
    assert systemd.unit.exists(), "the unit of before, which systemd knows"


@linux
def test_who_may_not_remove_the_unit_of_the_system_is_told_who_may(
    systemd: FakeSystemd, monkeypatch: pytest.MonkeyPatch
) -> None:
    systemd.write_system_unit()
    monkeypatch.setenv("FAKE_ERROR", "Failed to disable unit: Access denied")
    done = systemd("uninstall", "--system", "--yes")
    assert done.exit_code == 1
    assert done.output.rstrip().endswith("service uninstall --system")
    assert systemd.system_unit.exists()


@linux
def test_a_service_that_did_not_start_is_shown_with_its_last_lines(
    systemd: FakeSystemd, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bin/journalctl").write_text('#!/bin/sh\necho "$@" | grep -q -- --user && echo port 8080 is taken\n')
    (tmp_path / "bin/journalctl").chmod(0o755)
    monkeypatch.setenv("FAKE_ERROR", "Job for mining-platform.service failed")
    monkeypatch.setenv("FAKE_ERROR_AT", "restart")
    done = systemd("install", "--yes")
    assert done.exit_code == 1
    assert "port 8080 is taken" in done.output
    assert "Root alone" not in done.output


@linux
@pytest.mark.parametrize("lacking", ["the command", "the daemon"])
def test_where_there_is_no_systemd_a_line_for_cron_is_shown(
    systemd: FakeSystemd, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    if lacking == "the command":
        monkeypatch.setenv("PATH", "/nonexistent")
    else:  # such as in a container whose image has systemd
        monkeypatch.setattr("mining.cli.daemon_service.BOOTED", Path("/nonexistent"))
    done = systemd("install", "--yes")
    assert done.exit_code == 5
    assert "\n@reboot " in done.output


@linux
@pytest.mark.parametrize("user", ["root", "nobody-of-that-name"])
def test_a_unit_of_the_system_never_runs_as_root_or_nobody(systemd: FakeSystemd, user: str) -> None:
    assert systemd("install", "--system", "--user", user, "--yes").exit_code == 2
    assert systemd.calls == []


@pytest.mark.parametrize("unit", [user_unit(ODD, Path("/h")), system_unit(ODD, "alice")], ids=["user", "system"])
def test_a_unit_ends_the_daemon_alone_and_means_each_sign_of_a_path(unit: object) -> None:
    text = unit.text  # type: ignore[attr-defined]  # either plan
    lines = text.splitlines()
    assert {"KillMode=process", "OOMPolicy=continue", "Type=notify", "WatchdogSec=30", "NoNewPrivileges=yes"} <= {
        *lines
    }
    assert '"/opt/a b/miner-ctrl" --data-dir "/data/50%%$$x\\"\'" serve' in text
    assert command_of(text) == list(ODD.argv)
    assert not any(line.startswith(("MemoryDenyWriteExecute", "PrivateDevices", "ProtectClock")) for line in lines)


@linux
def test_a_path_that_may_be_written_to_is_escaped_as_no_command_is() -> None:
    """systemd replaces `$` in commands alone: `$$` in a path names another folder, and the unit cannot start."""
    assert 'ReadWritePaths="/data/50%%$x\\"\'" "/c d"\n' in system_unit(ODD, "alice").text


def test_a_user_s_unit_needs_no_namespace_from_which_miners_could_not_be_adopted() -> None:
    text = user_unit(ODD, Path("/h")).text
    assert not any(word in text for word in ("PrivateTmp", "ProtectSystem", "ProtectKernel", "ReadWritePaths"))


def test_the_files_for_packages_are_those_of_the_code() -> None:
    for name, text in packaged().items():
        path = PACKAGING / ("systemd" if name.endswith(".service") else "") / name
        assert path.read_text("utf-8") == text, f"write {path} anew"


@linux
@pytest.mark.parametrize("kind", ["user", "system"])
def test_systemd_itself_finds_nothing_wrong_with_a_unit(kind: str, tmp_path: Path) -> None:
    analyze = need("systemd-analyze")
    call = DaemonCall(("/bin/true", "--data-dir", str(tmp_path), "serve"), tmp_path, tmp_path)
    plan = user_unit(call, tmp_path) if kind == "user" else system_unit(call, "daemon")
    (tmp_path / plan.file.name).write_bytes(plan.content)
    flags = ["--user"] if kind == "user" else ["--man=no"]
    done = subprocess.run(
        [analyze, "verify", *flags, tmp_path / plan.file.name],
        capture_output=True, text=True, env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_a_launch_agent_is_a_property_list_that_leaves_miners_alone() -> None:
    plan = launch_agent(ODD, Path("/Users/me"), 501)
    agent = plistlib.loads(plan.content)
    assert agent["ProgramArguments"] == list(ODD.argv) == of_agent(plan.content)
    with pytest.raises(ValueError):
        of_agent(b"<plist><dict>")
    assert (agent["AbandonProcessGroup"], agent["RunAtLoad"]) == (True, True)
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    assert plan.install == (("launchctl", "bootstrap", "gui/501", str(plan.file)),)


def test_a_task_at_log_on_has_no_time_limit_and_no_more_rights_than_its_user() -> None:
    plan = logon_task(ODD, "RIG&CO\\me")
    task = ElementTree.fromstring(plan.content.decode("utf-16").partition("?>")[2])
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    values = {element.tag.removeprefix(space): element.text for element in task.iter()}
    assert values["UserId"] == "RIG&CO\\me"
    assert (values["ExecutionTimeLimit"], values["RunLevel"]) == ("PT0S", "LeastPrivilege")
    assert values["StopIfGoingOnBatteries"] == "false"
    assert values["Command"] == "/opt/a b/miner-ctrl"
    assert str(values["Arguments"]).endswith(" serve")
