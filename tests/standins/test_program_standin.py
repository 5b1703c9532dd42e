"""The stand-ins of mining programs as processes: they take their own flags alone, as the real ones do."""

import subprocess
from pathlib import Path

import pytest

from mining.miners import adapter
from tests.miners.test_contract import a_config, a_context
from tests.standins.program_standin import PEERS, install_program

each_program = pytest.mark.parametrize("name", PEERS)


def ended(program: Path, *arguments: str) -> tuple[int, str]:
    """Its exit code, and what it printed."""
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout


@each_program
def test_an_unknown_flag_ends_it_with_the_code_for_that(name: str, tmp_path: Path) -> None:
    program = install_program(tmp_path, name)
    launch = adapter(name).launch(a_config(adapter(name)), a_context().but(directory=tmp_path, program=program))
    for file, content in launch.files.items():
        (tmp_path / file).write_bytes(content)
    assert ended(program, "--no-such-flag", *launch.argv[1:]) == (2, "unknown option: --no-such-flag\n")


@pytest.mark.parametrize("name", [name for name, peer in PEERS.items() if peer.config or peer.ini])
def test_so_does_an_unknown_key_of_its_file(name: str, tmp_path: Path) -> None:
    program = install_program(tmp_path, name)
    launch = adapter(name).launch(a_config(adapter(name)), a_context().but(directory=tmp_path, program=program))
    for file, content in launch.files.items():
        spoiled = content.replace(b"{", b'{"no-such-key": 1,', 1) if b"{" in content else b"no-such-key=1\n" + content
        (tmp_path / file).write_bytes(spoiled)
    assert ended(program, *launch.argv[1:]) == (2, "unknown option: no-such-key\n")


@each_program
def test_asked_for_its_version_it_says_that_alone(name: str, tmp_path: Path) -> None:
    program = install_program(tmp_path, name)
    assert ended(program, *adapter(name).version_argv(str(program))[1:]) == (0, f"{PEERS[name].version}\n")
