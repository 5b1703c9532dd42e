"""Clients that generators make from the document compile, and talk to a real daemon."""

import json
import os
import shutil
import subprocess
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.daemons import Daemon, daemon
from tests.needs import lack, need

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".cache" / "clients"
pytestmark = pytest.mark.slow


@pytest.fixture
def running(data_dir: Path) -> Iterator[Daemon]:
    with daemon(data_dir) as here:
        yield here


@pytest.fixture
def document(running: Daemon, tmp_path: Path) -> Path:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(running.call("GET", "/docs/swagger.json")[1]))
    return path


def ran(*command: object, folder: Path, limit: float = 600, **variables: str) -> str:
    """Run a tool; what it said."""
    env = os.environ | {"PATH": f"{need('node').parent}{os.pathsep}{os.environ['PATH']}"} | variables
    done = subprocess.run(
        [str(each) for each in command], cwd=folder, env=env, capture_output=True, text=True, timeout=limit
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-8000:]
    return done.stdout


def npm() -> tuple[Path, ...]:
    """The npm that came with node, else this machine's."""
    node = need("node")
    own = node.parents[1] / "lib/node_modules/npm/bin/npm-cli.js"
    return (node, own) if own.exists() else (need("npm"),)


def installed(name: str) -> Path:
    """A tooling package with all that it needs, made once for each state of its lock."""
    place = CACHE / name
    place.mkdir(parents=True, exist_ok=True)
    lock = (HERE / name / "package-lock.json").read_bytes()
    stamp = place / "installed.json"
    for each in (HERE / name).iterdir():
        if each.is_file():
            shutil.copy(each, place)
    if not stamp.exists() or stamp.read_bytes() != lock:
        try:
            ran(*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=place)
        except AssertionError as error:
            lack(f"npm's packages of tests/clients/{name}", str(error))
        stamp.write_bytes(lock)
    return place


def python_tools(name: str) -> Path:
    """The Python of a `.venv` with the tools of a list."""
    place, wanted = CACHE / name, (HERE / "python" / f"{name}.txt").read_bytes()
    stamp, python = place / "installed.txt", place / "bin" / "python"
    if not stamp.exists() or stamp.read_bytes() != wanted:
        venv.create(place, with_pip=True, clear=True)
        try:
            ran(python, "-m", "pip", "install", "-q", "-r", HERE / "python" / f"{name}.txt", folder=place)
        except AssertionError as error:
            lack(f"the packages of tests/clients/python/{name}.txt", str(error))
        stamp.write_bytes(wanted)
    return python


def test_a_typescript_client_compiles_strictly_and_makes_its_calls(running: Daemon, document: Path) -> None:
    place = installed("typescript")
    tools = place / "node_modules" / ".bin"
    ran(tools / "openapi-typescript", document, "-o", "api.d.ts", folder=place)
    ran(tools / "tsc", "--project", ".", folder=place)
    calls = ran(need("node"), "calls.ts", f"http://127.0.0.1:{running.port}/api/v1/mining", folder=place)
    assert len(calls.splitlines()) >= 12


def test_a_python_client_makes_its_calls(running: Daemon, document: Path, tmp_path: Path) -> None:
    python = python_tools("openapi-python-client")
    (tmp_path / "config.yaml").write_text("post_hooks: []\n")
    ran(
        python.parent / "openapi-python-client", "generate", "--path", document, "--meta", "none",
        "--config", "config.yaml", "--fail-on-warning", "--output-path", "mining_client", folder=tmp_path,
    )  # fmt: skip
    shutil.copy(HERE / "python" / "calls.py", tmp_path)
    calls = ran(python, "calls.py", f"http://127.0.0.1:{running.port}/api/v1/mining", folder=tmp_path)
    assert len(calls.splitlines()) >= 12


@pytest.mark.parametrize("linter", ["redocly", "spectral"])
def test_linters_find_no_error(linter: str) -> None:
    place = installed("linters")
    path = HERE.parents[1] / "docs" / "reference" / "openapi.json"
    how = {
        "redocly": ("redocly", "lint", path, "--config", "redocly.yaml"),
        "spectral": ("spectral", "lint", path, "--ruleset", "spectral.yaml"),
    }[linter]
    ran(place / "node_modules" / ".bin" / how[0], *how[1:], folder=place, REDOCLY_TELEMETRY="off")
