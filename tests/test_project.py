"""What greets a stranger is in order: forms, workflows and hooks name only what exists, and ask for little."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from mining.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
PINNED = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}")
USAGE = (ROOT / "run.py").read_text()
VERBS = re.findall(r"python3 run\.py \[?(\w+)", USAGE)


def read(path: Path) -> Any:
    """A YAML file; its keys as written (YAML 1.1 takes `on` for a boolean)."""
    return yaml.load(path.read_text(), Loader=yaml.BaseLoader)


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def commands(path: Path) -> list[str]:
    return [line for step in steps(path) for line in step.get("run", "").splitlines()]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_nothing_but_what_run_py_can_do(path: Path) -> None:
    assert commands(path)
    for command in commands(path):
        called = re.fullmatch(r"python3 run\.py (\w+)(?: --long| --quick)?(?: tests/\w+)*", command)
        assert called, command
        assert called[1] in VERBS, f"run.py has no {called[1]}"
        for folder in re.findall(r"tests/\w+", command):
            assert (ROOT / folder).is_dir(), folder


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_is_not_run_twice_and_uses_what_cannot_be_moved(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["group"]
    assert "pull_request_target" not in workflow["on"], "a stranger's code would run with our rights"
    for job in workflow["jobs"].values():
        assert int(job["timeout-minutes"]) <= 60
    for step in steps(path):
        if "uses" in step:
            assert PINNED.fullmatch(step["uses"]), step["uses"]
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
    versions = dict(re.findall(r"uses: (\S+) # (v[\d.]+)", path.read_text()))
    assert versions.keys() == {step["uses"] for step in steps(path) if "uses" in step}


def test_the_oldest_python_that_we_promise_is_checked_and_what_is_checked_is_the_whole() -> None:
    workflow = GITHUB / "workflows" / "check.yml"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    versions = read(workflow)["jobs"]["check"]["strategy"]["matrix"]["python"]
    assert f">={versions[0]}" == project["requires-python"]
    assert versions == ["3.11", "3.12", "3.13", "3.14"]
    assert [command.split()[-1] for command in commands(workflow)] == ["setup", "check", "test"]


def test_the_other_systems_are_tried_with_kills_in_one_step() -> None:
    job = read(GITHUB / "workflows" / "systems.yml")["jobs"]["promise"]
    assert job["strategy"]["matrix"]["system"] == ["windows-2022", "windows-2025", "macos-14", "macos-15"]
    assert [step["run"] for step in job["steps"] if "--long" in step.get("run", "")] == [
        "python3 run.py test --long tests/systems"
    ]


def test_the_site_is_built_for_every_change_and_published_from_the_main_branch_alone() -> None:
    workflow = read(GITHUB / "workflows" / "docs.yml")
    jobs = workflow["jobs"]
    build, upload = jobs["build"]["steps"][-2:]
    assert build["run"] == "python3 run.py docs"
    assert upload["with"]["path"] == read(ROOT / "mkdocs.yml")["site_dir"]
    assert upload["if"] == "${{ github.event_name == 'push' }}"
    assert workflow["on"]["push"] == {"branches": ["main"]}
    assert jobs["publish"]["if"] == "${{ needs.build.outputs.site == 'true' }}"
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_is_one_that_github_shows_and_names_commands_that_exist(path: Path) -> None:
    form = read(path)
    assert form.keys() == {"name", "description", "labels", "body"}
    assert {part["type"] for part in form["body"]} <= {"markdown", "input", "textarea", "checkboxes", "dropdown"}
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert all(part["attributes"]["label"] for part in asked)
    ids = [part["id"] for part in asked]
    assert len(ids) == len(set(ids))
    for command in re.findall(r"miner-ctrl (?:--json )?([\w-]+)", path.read_text()):
        assert command in COMMANDS, f"miner-ctrl has no {command}"


def test_a_bug_report_asks_for_what_one_needs_and_warns_of_secrets() -> None:
    (form,) = (read(path) for path in FORMS if path.stem == "bug")
    needed = {part["id"] for part in form["body"] if part.get("validations", {}).get("required") == "true"}
    assert needed == {"happened", "version", "system", "doctor"}
    assert "Do not paste wallets, passwords" in form["body"][0]["attributes"]["value"]
    assert form["body"][-1]["attributes"]["options"][0]["required"] == "true"


def test_vulnerabilities_are_led_away_from_public_issues() -> None:
    config = read(GITHUB / "ISSUE_TEMPLATE" / "config.yml")
    assert config["blank_issues_enabled"] == "false"
    assert any("SECURITY.md" in link["about"] for link in config["contact_links"])


def test_hooks_are_local_and_download_nothing() -> None:
    scripts = {"ruff", "mypy", "lint-imports"}
    (repository,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    for hook in repository["hooks"]:
        assert hook["language"] == "system"
        assert "additional_dependencies" not in hook
        program, verb, *rest = [*hook["entry"].split(), "", ""]
        if program == "python3":
            assert (verb, rest[0] in VERBS) == ("run.py", True)
        else:
            assert program.removeprefix(".venv/bin/") in scripts


def test_every_marker_of_a_test_stands_on_the_map_of_the_tests() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
    map_of_the_tests = (ROOT / "CONTRIBUTING.md").read_text()
    for marker in settings["markers"]:
        assert f"`{marker.partition(':')[0]}`" in map_of_the_tests


def test_whatever_silences_a_tool_says_why() -> None:
    silent = re.compile(r"# (?:type: ignore(?:\[[a-z, -]+\])?|noqa(?:: [A-Z0-9, ]+)?)(?! +# \w| - \w)\s*(?:#.*)?$")
    for path in [ROOT / "run.py", *(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        silenced = [line for line in path.read_text().splitlines() if silent.search(line)]
        assert silenced == [], path


@cache
def trees() -> Mapping[Path, ast.Module]:
    """Every module of ours as it is parsed."""
    return {path: ast.parse(path.read_text()) for path in sorted((ROOT / "src" / "mining").rglob("*.py"))}


NO_NOUNS = {"told", "said", "found", "known", "kept", "given", "asked"}


def test_no_two_classes_have_one_name() -> None:
    names = Counter(node.name for tree in trees().values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


def names_in(tree: ast.Module) -> Iterator[str]:
    """What a module calls its functions, their parameters and its variables."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.MatchMapping(rest=str(name)) | ast.alias(asname=str(name)):
                yield name


def test_whatever_has_a_name_is_called_by_a_noun_or_a_verb_of_the_field() -> None:
    names = [(path.name, name) for path, tree in trees().items() for name in (path.stem, *names_in(tree))]
    assert [(path, name) for path, name in names if name in NO_NOUNS] == []


def test_a_variable_is_seen_wherever_it_is_bound() -> None:
    text = (
        "for told in x:\n    with x as said: kept = (found := x)\n"
        "try: x\nexcept E as known: [0 for given in x]\nmatch x:\n    case [*asked]: import x as told"
    )
    assert sorted(names_in(ast.parse(text))) == ["asked", "found", "given", "kept", "known", "said", "told", "told"]
