"""Clients that generators make from the document compile, and talk to a real daemon."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.tools import HERE, go, npm_tools, python_tools, ran
from tests.daemons import Daemon, daemon
from tests.needs import need

DOCUMENTS = HERE.parents[1] / "docs" / "reference"
ONLY_CODE = (
    "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"
)
JAVA = "openApiNullable=false,useJakartaEe=false,invokerPackage=mining,apiPackage=mining.api,modelPackage=mining.model"
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


def root(running: Daemon) -> str:
    return f"http://127.0.0.1:{running.port}/api/v1/mining"


def twelve(calls: str) -> bool:
    """Whether so many calls were made, refused ones among them."""
    lines = calls.splitlines()
    return len(lines) >= 12 and any("of nobody" in line for line in lines) and any("wrong" in line for line in lines)


def generated(language: str, document: Path, folder: Path, *options: str) -> Path:
    """What openapi-generator makes, and the Python beside it."""
    python = python_tools("openapi_generator")
    tool = python.parent / "openapi-generator-cli"
    ran(tool, "generate", "-g", language, "-i", document, "-o", "client", ONLY_CODE, *options, folder=folder)
    return python


def test_a_typescript_client_compiles_strictly_and_makes_its_calls(running: Daemon, document: Path) -> None:
    place = npm_tools("typescript")
    tools = place / "node_modules" / ".bin"
    ran(tools / "openapi-typescript", document, "-o", "api.d.ts", folder=place)
    ran(tools / "tsc", "--project", ".", folder=place)
    assert twelve(ran(need("node"), "calls.ts", root(running), folder=place))


def test_a_python_client_makes_its_calls(running: Daemon, document: Path, tmp_path: Path) -> None:
    python = python_tools("openapi_python_client")
    (tmp_path / "config.yaml").write_text("post_hooks: []\n")
    ran(
        python.parent / "openapi-python-client", "generate", "--path", document, "--meta", "none",
        "--config", "config.yaml", "--fail-on-warning", "--output-path", "mining_client", folder=tmp_path,
    )  # fmt: skip
    shutil.copy(HERE / "openapi_python_client" / "calls.py", tmp_path)
    assert twelve(ran(python, "calls.py", root(running), folder=tmp_path))


@pytest.mark.long
def test_a_python_client_of_openapi_generator_makes_its_calls(running: Daemon, document: Path, tmp_path: Path) -> None:
    python = generated("python", document, tmp_path, "--additional-properties=packageName=mining_client")
    shutil.copy(HERE / "openapi_generator" / "calls.py", tmp_path / "client")
    assert twelve(ran(python, "calls.py", root(running), folder=tmp_path / "client"))


@pytest.mark.long
def test_a_java_client_of_openapi_generator_compiles_and_makes_its_calls(
    running: Daemon, document: Path, tmp_path: Path
) -> None:
    javac, java = need("javac"), need("java")
    python = generated("java", document, tmp_path, "--library=native", f"--additional-properties={JAVA}")
    (jar,) = python.parents[1].glob("lib/*/site-packages/openapi_generator_cli/openapi-generator.jar")  # has Jackson
    sources = [*tmp_path.glob("client/src/main/**/*.java"), *HERE.glob("openapi_generator/java/**/*.java")]
    ran(javac, "-nowarn", "-cp", jar, "-d", "classes", *sources, folder=tmp_path)
    assert twelve(ran(java, "-cp", f"{jar}{os.pathsep}classes", "Calls", root(running), folder=tmp_path))


@pytest.mark.long
def test_a_go_client_of_oapi_codegen_compiles_and_makes_its_calls(
    running: Daemon, document: Path, tmp_path: Path
) -> None:
    place = shutil.copytree(HERE / "go", tmp_path / "go")
    go("tool", "oapi-codegen", "-config", "oapi-codegen.yaml", document, folder=place)
    go("vet", ".", folder=place)
    assert twelve(go("run", ".", root(running), folder=place))


@pytest.mark.parametrize("document", ["openapi.json", "asyncapi.json"])
@pytest.mark.parametrize("linter", ["redocly", "spectral"])
def test_linters_find_no_error(linter: str, document: str) -> None:
    place = npm_tools("linters")
    how = {
        "redocly": ("redocly", "lint", DOCUMENTS / document, "--config", "redocly.yaml"),
        "spectral": ("spectral", "lint", DOCUMENTS / document, "--ruleset", "spectral.yaml"),
    }[linter]
    ran(place / "node_modules" / ".bin" / how[0], *how[1:], folder=place, REDOCLY_TELEMETRY="off")
