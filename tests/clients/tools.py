"""The tools that make clients and compare documents: what their locks say, once for each lock, in .cache/clients."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.locked import installer
from tests.needs import lack, need

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".cache" / "clients"


def ran(*command: object, folder: Path, **variables: str) -> str:
    """Run a tool that must succeed; what it said."""
    done = outcome(*command, folder=folder, **variables)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-8000:]
    return done.stdout


def outcome(*command: object, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a tool."""
    env = os.environ | {"PATH": f"{need('node').parent}{os.pathsep}{os.environ['PATH']}"} | variables
    argv = [str(each) for each in command]
    return subprocess.run(argv, cwd=folder, env=env, capture_output=True, text=True, timeout=600)


def npm_tools(name: str) -> Path:
    """A folder with the packages of its `package-lock.json`."""
    place, lock = CACHE / name, (HERE / name / "package-lock.json").read_bytes()
    place.mkdir(parents=True, exist_ok=True)
    stamp = place / "installed.json"
    for each in (HERE / name).iterdir():
        if each.is_file():
            shutil.copy(each, place)
    if not stamp.exists() or stamp.read_bytes() != lock:
        try:
            ran(*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=place)
        except AssertionError as error:
            lack(f"npm's packages of tests/clients/{name}", str(error))
        stamp.write_bytes(lock)
    return place


def _npm() -> tuple[Path, ...]:
    """The npm that came with node, else this machine's."""
    node = need("node")
    own = node.parents[1] / "lib/node_modules/npm/bin/npm-cli.js"
    return (node, own) if own.exists() else (need("npm"),)


def python_tools(name: str) -> Path:
    """The Python of an environment with the packages of a lock."""
    lock = HERE / name / "requirements.lock"
    place, wanted = CACHE / name, lock.read_bytes()
    stamp, python = place / "installed.lock", place / "bin" / "python"
    if not stamp.exists() or stamp.read_bytes() != wanted:
        ran(sys.executable, "-m", "venv", "--clear", "--without-pip", place, folder=HERE)
        try:
            ran(*installer(python), "--quiet", "--require-hashes", "-r", lock, folder=HERE)
        except AssertionError as error:
            lack(f"the packages of tests/clients/{name}", str(error))
        stamp.write_bytes(wanted)
    return python


def go(*command: object, folder: Path) -> str:
    """Run a command of Go's with the modules that `go.sum` pins; what it said."""
    variables = {
        "GOPATH": CACHE / "go",
        "GOCACHE": CACHE / "go" / "build",
        "GOFLAGS": "-modcacherw",
        "GOTOOLCHAIN": "local",
    }
    how = {name: str(value) for name, value in variables.items()}
    program = need("go")
    try:
        ran(program, "mod", "download", folder=HERE / "go", **how)
    except AssertionError as error:
        lack("the modules of tests/clients/go", str(error))
    return ran(program, *command, folder=folder, **how)
