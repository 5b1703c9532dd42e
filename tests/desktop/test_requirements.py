"""What a machine lacks for a window is named with a line to paste, before Qt is asked."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from mining.desktop import main, requirements
from mining.desktop.requirements import (
    DISPLAY,
    EXTRA,
    LIBRARIES,
    ROOT,
    SANDBOX,
    missing_packages,
    obstacle,
    sandbox_warning,
)
from mining.domain.shell import command as line
from mining.foundation.command_line import adding

SCREEN = {"DISPLAY": ":0"}


def test_without_the_extra_the_command_says_what_to_paste() -> None:
    hide = "import sys; sys.modules['PySide6'] = None; from mining.desktop.main import main; main()"
    done = subprocess.run([sys.executable, "-c", hide], capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"  {line(adding('desktop'))}\n" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_libraries_are_named_by_their_packages() -> None:
    missing = missing_packages(lambda library: library not in ("libEGL.so.1", "libnss3.so"))
    assert missing == ["libegl1", "libnss3"]
    text = obstacle("linux", SCREEN, False, True, missing)
    assert text is not None
    assert text.endswith("  sudo apt install libegl1 libnss3")
    assert missing_packages(lambda _: True) == []
    assert len(missing_packages(lambda _: False)) == len(LIBRARIES)


def test_a_library_that_nobody_has_is_not_loadable() -> None:
    assert requirements.loadable("libc.so.6")
    assert not requirements.loadable("libno-such-thing.so.9")


@pytest.mark.parametrize(
    ("text", "system", "variables", "is_root", "has_qt"),
    [
        (None, "linux", SCREEN, False, True),
        (None, "linux", {"WAYLAND_DISPLAY": "wayland-0"}, False, True),
        (EXTRA, "linux", SCREEN, False, False),
        (EXTRA, "darwin", {}, False, False),
        (ROOT, "linux", SCREEN, True, True),
        (None, "linux", SCREEN | {"QTWEBENGINE_DISABLE_SANDBOX": "1"}, True, True),
        (DISPLAY, "linux", {}, False, True),
        (None, "darwin", {}, True, True),
    ],
)
def test_what_is_in_the_way_of_a_window_is_told_with_the_way_out(
    text: str | None, system: str, variables: dict[str, str], is_root: bool, has_qt: bool
) -> None:
    assert obstacle(system, variables, is_root, has_qt, []) == text


def test_a_system_that_restricts_sandboxes_is_warned_of() -> None:
    assert sandbox_warning(SCREEN, "1\n") == SANDBOX
    assert sandbox_warning(SCREEN | {"QTWEBENGINE_DISABLE_SANDBOX": "1"}, "1\n") is None
    assert sandbox_warning(SCREEN, "0\n") is None
    assert sandbox_warning(SCREEN, "") is None


def test_auto_start_without_a_profile_is_wrong_usage() -> None:
    done = CliRunner().invoke(main.command, ["--auto-start"])
    assert done.exit_code == 2
    assert "--auto-start needs --profile NAME" in done.output


def test_the_guide_tells_every_option() -> None:
    guide = (Path(__file__).parents[2] / "docs/guides/desktop.md").read_text()
    options = [each.opts[0] for each in main.command.params if isinstance(each, click.Option)]
    assert [each for each in options if each not in guide] == []
    assert set(re.findall(r"--[a-z][a-z-]+", guide)) - set(options) == {"--require-hashes"}


def test_neither_daemon_nor_command_line_imports_qt() -> None:
    source = Path(main.__file__).parents[1]
    others = [path for path in source.rglob("*.py") if "desktop" not in path.relative_to(source).parts]
    assert not [path for path in others if "PySide6" in path.read_text()]
