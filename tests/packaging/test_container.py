"""The container's files, as far as they can be tried where no container engine is: linted, and each command run."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mining.cli.main import cli
from tests.daemons import daemon
from tests.needs import need
from tests.systems import LINUX

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "packaging" / "docker" / "Dockerfile"
COMPOSE = ROOT / "packaging" / "compose.yaml"
TEXT = DOCKERFILE.read_text()


def command(instruction: str) -> list[str]:
    """The words of an instruction in its JSON form."""
    (found,) = re.findall(rf"^{instruction}\b.*?(\[.*\])$", TEXT, re.M)
    return [str(word) for word in json.loads(found)]


@LINUX
def test_hadolint_has_nothing_to_say() -> None:
    ended = subprocess.run([str(need("hadolint")), str(DOCKERFILE)], capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (0, "")


def test_the_compose_file_and_the_workflows_are_what_their_schemas_demand() -> None:
    for schema, files in (
        ("vendor.compose-spec", [COMPOSE]),
        ("vendor.github-workflows", sorted((ROOT / ".github/workflows").glob("*.yml"))),
    ):
        argv = [str(need("check-jsonschema")), "--builtin-schema", schema, *map(str, files)]
        ended = subprocess.run(argv, capture_output=True, text=True)
        assert ended.returncode == 0, ended.stdout + ended.stderr


def test_a_wrong_compose_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text(COMPOSE.read_text().replace("cap_drop: [ALL]", "cap_drop: 1", 1))
    argv = [str(need("check-jsonschema")), "--builtin-schema", "vendor.compose-spec", str(tmp_path / "compose.yaml")]
    assert subprocess.run(argv, capture_output=True).returncode == 1


def test_the_image_runs_as_nobody_special_and_copies_only_what_the_tree_has() -> None:
    last = TEXT.rpartition("\nFROM ")[2]
    assert re.search(r"^USER 10001:10001$", last, re.M)
    assert re.search(r"^VOLUME /data$", last, re.M)
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {word for line in re.findall(r"^COPY (?!--from)(.*) \S+$", TEXT, re.M) for word in line.split()}
    assert copied <= sent
    assert all((ROOT / name).exists() for name in sent)


def test_the_command_of_the_image_is_one_that_the_command_line_takes() -> None:
    assert command("ENTRYPOINT") == ["miner-ctrl"]
    words = command("CMD")
    result = CliRunner().invoke(cli, [*words, "--help"])
    assert result.exit_code == 0
    assert all(word in result.output for word in words if word.startswith("--"))


@LINUX
@pytest.mark.slow
def test_the_health_check_tells_a_daemon_from_none(data_dir: Path) -> None:
    check = command("HEALTHCHECK")
    check[0] = str(need(check[0]))
    with daemon(data_dir, settings={"auth": "always"}) as running:
        environment = {"MINING_DATA_DIR": str(running.data)}
        assert subprocess.run(check, env=environment, capture_output=True).returncode == 0
        running.kill()
        assert subprocess.run(check, env=environment, capture_output=True).returncode == 4


def test_no_service_is_reachable_from_elsewhere_or_may_more_than_it_must() -> None:
    services = yaml.safe_load(COMPOSE.read_text())["services"]
    for name, service in services.items():
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert all(port.startswith("127.0.0.1:") for port in service["ports"]), name
    assert services["mining"]["volumes"] == ["data:/data"]
