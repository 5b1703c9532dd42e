"""The scripts of `completion` in real shells: commands, options, and the names that the daemon knows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mining.cli.completion import SHELLS, script
from mining.cli.main import cli
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin
from tests.cli.recorded import miner, page
from tests.needs import need
from tests.systems import POSIX

BASH = """{script}
COMP_WORDS=({words}); COMP_CWORD={place}
_miner_ctrl_completion miner-ctrl
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """compdef() {{ :; }}; _describe() {{ for each in ${{(P)3}}; do print -r -- ${{each%%:*}}; done }}
compadd() {{ print -rl -- ${{(P)@[-1]}} }}
{script}
words=({words}); CURRENT=$(({place} + 1))
_miner_ctrl_completion
"""


def environment(daemon: Standin | None, tmp_path: Path) -> dict[str, str]:
    """Where a shell finds the command, and the command its daemon."""
    own = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    return own | {"MINING_URL": daemon.url if daemon else "http://127.0.0.1:1/x"}


def complete(shell: str, line: str, env: dict[str, str]) -> set[str]:
    """What a real shell offers at the end of a line."""
    words = line.split(" ")
    if shell == "fish":
        text = f"{script(shell)}\ncomplete --do-complete '{line}'"
    else:
        quoted = " ".join(f"'{word}'" for word in words)
        text = {"bash": BASH, "zsh": ZSH}[shell].format(script=script(shell), words=quoted, place=len(words) - 1)
    ran = subprocess.run([str(need(shell)), "-c", text], capture_output=True, text=True, env=env, timeout=120)
    assert ran.stderr == "", ran.stderr
    return {each.split("\t")[0] for each in ran.stdout.splitlines()} - {""}


@POSIX  # the shell of Windows is PowerShell
@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_commands_options_and_names(daemon: Standin, tmp_path: Path, shell: str) -> None:
    daemon.data("GET", "/miners?limit=1000", page(miner(name="left"), miner(name="lower"), miner(name="right")))
    env = environment(daemon, tmp_path)
    assert complete(shell, "miner-ctrl sta", env) == {"start", "status", "stats"}
    assert complete(shell, "miner-ctrl stop l", env) == {"left", "lower"}
    assert {"--json", "--quiet"} <= complete(shell, "miner-ctrl stop --", env)
    assert complete(shell, "miner-ctrl completion z", env) == {"zsh"}


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_without_a_daemon_a_shell_completes_no_name_and_says_nothing(tmp_path: Path, shell: str) -> None:
    assert complete(shell, "miner-ctrl stop l", environment(None, tmp_path)) == set()


def test_powershell_gets_a_script_of_its_own(call: Call) -> None:
    assert call("completion", "powershell").stdout.startswith(
        "Register-ArgumentCompleter -Native -CommandName miner-ctrl"
    )
    assert call("completion", "csh").exit_code == 2


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_asks_by_the_variable_that_the_command_answers(shell: str) -> None:
    assert "_MINER_CTRL_COMPLETE" in script(shell)


def asked(line: str, env: dict[str, str]) -> list[str]:
    """What the command answers a shell, bash's way."""
    command = [sys.executable, "-m", "mining.cli.main"]
    env = os.environ | env | {
        "_MINER_CTRL_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" ")),
    }  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=60).stdout.split()


def test_names_of_types_and_profiles_come_from_the_daemon_and_those_that_need_quotes_do_not(
    daemon: Standin, tmp_path: Path
) -> None:
    daemon.data("GET", "/miners/available?limit=1000", page({"type": "xmrig"}, {"type": "simulated"}))
    daemon.data("GET", "/profiles?limit=1000", page({"name": "night"}, {"name": "my $HOME"}))
    env = environment(daemon, tmp_path)
    assert asked("miner-ctrl start x", env) == ["plain,xmrig"]
    assert asked("miner-ctrl profile start ", env) == ["plain,night"]
    assert asked("miner-ctrl --start stop ", environment(None, tmp_path)) == [], "and starts none"


def test_every_argument_that_is_a_name_is_completed() -> None:
    for name in ("start", "check", "stop", "restart", "pause", "resume", "send", "status", "stats", "logs", "history"):
        command = cli.get_command(cli.make_context("miner-ctrl", [name], resilient_parsing=True), name)
        assert command is not None
        assert any(each._custom_shell_complete for each in command.params), name
