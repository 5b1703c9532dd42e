"""Windows' own Python under Wine: how its programs are started, read and ended. `making.py` makes it."""

import os
import platform
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.needs import lack, need

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "wine"
PREFIX = CACHE / "prefix"
PYTHON = CACHE / "python"
_QUIET = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d"}
_LED_ASTRAY = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY", "WINEARCH")
Progress = Callable[[str], None]


def argv(*arguments: object) -> list[str]:
    """The command line of a program of Windows' Python, which finds this tree's `src` and `tests`."""
    return [str(wine()), str(PYTHON / "python.exe"), *OPTIONS, *map(str, arguments)]


def start(*arguments: object, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Start a program. Its output has to go into a pipe: Wine makes no stream of a file."""
    pipe = subprocess.PIPE
    return subprocess.Popen(argv(*arguments), stdin=stdin, stdout=pipe, stderr=subprocess.STDOUT, env=environment())


def read(process: subprocess.Popen[bytes], take: Progress) -> None:
    """Take what a program says, line by line, until nobody can say any more."""
    assert process.stdout is not None
    for line in process.stdout:
        take(line.decode("utf-8", "replace").rstrip())


def run(*arguments: object, timeout: float = 300) -> subprocess.CompletedProcess[str]:
    """Run a program to its end; its exit code, and all that it said."""
    process = start(*arguments)
    try:
        output, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        output, _ = process.communicate()
    text = output.decode("utf-8", "replace").replace("\r\n", "\n")
    return subprocess.CompletedProcess(process.args, process.returncode, text)


def wine() -> Path:
    """Where Wine is; it runs programs for x86-64 only there where the processor is one."""
    if platform.machine() != "x86_64":
        lack("wine64 on x86-64")
    return need("wine64")


def wineserver() -> Path:
    """The process that is Windows for the programs of a prefix."""
    beside = [wine().with_name(name) for name in ("wineserver64", "wineserver")]
    return next((path for path in beside if path.exists()), None) or need("wineserver")


def environment() -> dict[str, str]:
    """Ours, without what would lead Windows' Python elsewhere."""
    own = {key: value for key, value in os.environ.items() if key not in _LED_ASTRAY}
    # Every process is an administrator's there, as which our daemon does not serve unless it is told to.
    return own | _QUIET | {"WINEPREFIX": str(PREFIX), "LC_ALL": "C.UTF-8", "MINING_SERVE_ELEVATED": "1"}


def end_all() -> None:
    """End every program of the prefix, and Windows with them."""
    subprocess.run([wineserver(), "-k"], env=environment(), capture_output=True, timeout=60)
    subprocess.run([wineserver(), "-w"], env=environment(), capture_output=True, timeout=60)


def windows_path(path: Path) -> str:
    r"""As Windows names a file of ours: `Z:\` is the root."""
    return "Z:" + str(path.absolute()).replace("/", "\\")


OPTIONS = ("-X", f"pycache_prefix={windows_path(CACHE / 'pycache')}")  # nothing is written into the tree
