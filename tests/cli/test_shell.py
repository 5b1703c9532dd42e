"""`miner-ctrl shell` on a terminal against the real daemon: commands, keys, history, completion."""

import stat
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from mining.cli.main import cli
from mining.cli.shell import global_flags, words_of
from mining.cli.terminal.prompt import HISTORY, MOST, CommandCompleter, CommandHistory, keepable
from mining.settings import SECRET, Settings
from tests.cli.terminals import Terminal, a_terminal
from tests.daemons import Daemon, daemon
from tests.systems import LINUX, is_private

CTRL_C, CTRL_D, UP = "\x03", "\x04", "\x1b[A"


@pytest.fixture
def running(data_dir: Path) -> Iterator[Daemon]:
    """A daemon with two miners."""
    with daemon(data_dir) as one:
        one.simulate("attic")
        one.simulate("cellar")
        yield one


@pytest.fixture
def terminal(running: Daemon) -> Iterator[Terminal]:
    """A shell of its data folder that waits for a command."""
    with a_terminal("--data-dir", str(running.data), "shell") as one:
        one.shows("miner-ctrl>")
        yield one


@LINUX
@pytest.mark.slow
def test_it_runs_one_command_after_the_other_and_goes_on_after_a_refusal(running: Daemon, terminal: Terminal) -> None:
    terminal.press("status attic\r")
    at = terminal.shows("pool.example:3333")
    terminal.press("miner-ctrl status nobody\r")
    at = terminal.shows("There is no miner 'nobody'", at)
    at = terminal.shows("[3] miner-ctrl>", at)
    terminal.press("stop 'attic'\r")
    at = terminal.shows("attic has stopped", at)
    terminal.press("nonsense\r")
    at = terminal.shows("No such command", at)
    terminal.press("send attic 'h\r")
    at = terminal.shows("no closing quotation in this line", at)
    terminal.press("help\r")
    terminal.shows("Start, watch and stop mining programs", at)
    terminal.press("exit\r")
    assert terminal.ends() == 0
    assert running.miner("attic")["wanted"] == "stopped"


@LINUX
@pytest.mark.slow
def test_ctrl_c_ends_the_command_and_ctrl_d_the_shell(terminal: Terminal) -> None:
    terminal.press("logs attic --follow\r")
    at = terminal.shows("connected to pool.example")
    terminal.press(CTRL_C)
    at = terminal.shows("miner-ctrl>", at)
    terminal.press("half a li" + CTRL_C)
    terminal.press("status cellar\r")
    at = terminal.shows("pool.example:3333", at)
    at = terminal.shows("miner-ctrl>", at)
    terminal.press(CTRL_D)
    assert terminal.ends() == 0
    assert "No such command" not in terminal.output


@LINUX
@pytest.mark.slow
def test_the_next_shell_has_the_lines_of_this_one_and_nobody_else_can_read_them(running: Daemon) -> None:
    with a_terminal("--data-dir", str(running.data), "shell") as first:
        first.shows("miner-ctrl>")
        first.press("start simulated --password hunter2 --pool a:1 --wallet b --name c\r")
        at = first.shows("miner-ctrl>", first.shows("Watch it with"))
        first.press("list\r")
        first.shows("miner-ctrl>", first.shows("cellar", at))
        first.press(CTRL_D)
        first.ends()
    file = running.data / HISTORY
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("list\n", 0o600)
    with a_terminal("--data-dir", str(running.data), "shell") as second:
        second.shows("miner-ctrl>")
        second.press(UP + "\r")
        second.shows("cellar")


@LINUX
@pytest.mark.slow
def test_tab_completes_commands_options_and_the_names_of_miners(running: Daemon, terminal: Terminal) -> None:
    terminal.press("sta\t")
    at = terminal.shows("stats")
    terminal.press(CTRL_C)
    at = terminal.shows("miner-ctrl>", terminal.shows("miner-ctrl>", at))  # the line that was left, and the next one
    terminal.press("stop cel\t")
    at = terminal.shows("lar", at)
    terminal.press("\r")
    terminal.shows("cellar has stopped", at)
    completer = CommandCompleter(["--data-dir", str(running.data)])
    assert [text for text, _ in completer.choices(["pause"], "")] == ["attic", "cellar"]
    assert [text for text, _ in completer.choices(["events", "--miner"], "a")] == ["attic"]
    assert "simulated" in [text for text, _ in completer.choices(["start"], "sim")]
    assert ("--pool", "The pool; stratum+tcp:// and stratum+ssl:// may precede it.") in completer.choices(
        ["start", "simulated"], "--p"
    )


def test_without_a_daemon_names_are_not_completed_and_commands_are() -> None:
    completer = CommandCompleter(["--url", "http://127.0.0.1:9/api/v1/mining"])
    assert completer.choices(["stop"], "") == []
    assert [text for text, _ in completer.choices([], "vers")] == ["version"]


def test_a_line_is_parted_as_a_shell_parts_it() -> None:
    assert words_of("start xmrig --name 'a b' # not a comment") == [
        "start",
        "xmrig",
        "--name",
        "a b",
        *["#", "not", "a", "comment"],
    ]
    assert words_of("/path/to/miner-ctrl list") == ["list"]
    assert words_of("   ") == []
    with pytest.raises(ValueError):
        words_of("'")


def test_no_option_or_setting_that_holds_a_secret_comes_into_the_history() -> None:
    options = [option for command in every_command(cli) for option in command.params]
    secret = [text for each in options for text in each.opts if any(word in text for word in ("pass", "token", "-key"))]
    assert {"--password", "--second-password", "--token", "--key"} <= {*secret}
    for text in {*secret} - {"--key-file", "--tls-key"}:  # which name files
        assert not keepable(f"start xmrig {text} hunter2")
        assert not keepable(f"start xmrig {text}=hunter2")
    for name in [name for name, field in Settings.model_fields.items() if SECRET in field.metadata]:
        assert not keepable(f"settings set {name} tgram://token")
    assert not keepable("start xmrig --pool http://user:word@127.0.0.1:18081")
    assert not keepable(" list")
    assert keepable("notify-test")
    assert keepable("restart xmrig --threads 2")


def every_command(group: click.Group) -> Iterator[click.Command]:
    """All commands, those of groups too."""
    yield group
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield from every_command(command) if isinstance(command, click.Group) else [command]


def test_the_history_is_bounded_private_and_not_where_there_is_no_data_folder(tmp_path: Path) -> None:
    history = CommandHistory(tmp_path)
    (tmp_path / HISTORY).write_text("".join(f"status {number}\n" for number in range(MOST)))
    history.store_string("list")
    lines = list(CommandHistory(tmp_path).load_history_strings())
    assert (len(lines), lines[0], lines[-1]) == (MOST, "list", "status 1")
    assert is_private(tmp_path / HISTORY)
    CommandHistory(tmp_path / "nowhere").store_string("list")
    assert not (tmp_path / "nowhere").exists()


def test_a_script_is_refused() -> None:

    result = CliRunner().invoke(cli, ["shell"])
    assert (result.exit_code, "a script runs `miner-ctrl`" in result.output) == (2, True)


def test_what_stood_before_the_shell_stands_before_each_command_in_it() -> None:
    folder = str(Path("/srv/rig"))  # as this system writes it
    root = cli.make_context("miner-ctrl", ["--data-dir", folder, "--quiet", "shell"])
    assert global_flags(root) == ["--data-dir", folder, "--quiet"]
