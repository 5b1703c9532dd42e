"""What the operator says to `serve` and `adopt-binary`, by file, variable and flag."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from mining.cli.main import cli
from mining.cli.serve import read_settings
from mining.settings import Settings


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """What the daemon was given, instead of a daemon."""
    given: list[Settings] = []
    monkeypatch.setattr("mining.daemon.serve", lambda settings: given.append(settings) or 0)
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/nonexistent")
    return given


def test_flags_win_over_the_file_and_the_file_over_defaults(served: list[Settings], tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(f"port: 9000\nlog-level: debug\ncors_origin: [https://a.example]\ndata_dir: {tmp_path}/x\n")
    done = CliRunner().invoke(cli, ["serve", "--config", str(file), "--port", "9001"])
    assert done.exit_code == 0, done.output
    assert (served[0].port, served[0].log_level, served[0].data_dir) == (9001, "debug", tmp_path / "x")
    assert served[0].cors_origin == ("https://a.example",)
    assert served[0].namespace == "/api/v1/mining"


def test_variables_say_folder_level_and_file(served: list[Settings], tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("port: 9000")
    said = {"MINING_DATA_DIR": str(tmp_path), "MINING_LOG_LEVEL": "error", "MINING_CONFIG": str(file)}
    CliRunner().invoke(cli, ["serve"], env=said)
    assert (served[0].data_dir, served[0].log_level, served[0].port) == (tmp_path, "error", 9000)


def test_repeated_flags_are_gathered(served: list[Settings], tmp_path: Path) -> None:
    flags = ["--cors-origin", "https://a.example", "--cors-origin", "https://b.example", "--stop-miners-on-exit"]
    CliRunner().invoke(cli, ["serve", "--data-dir", str(tmp_path), *flags])
    assert served[0].cors_origin == ("https://a.example", "https://b.example")
    assert served[0].stop_miners_on_exit


@pytest.mark.parametrize("content", ["port: [", "- a", "prot: 1", "port: many"])
def test_a_file_that_cannot_be_used_is_wrong_usage(served: list[Settings], tmp_path: Path, content: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(content)
    done = CliRunner().invoke(cli, ["serve", "--data-dir", str(tmp_path), "--config", str(file)])
    assert (done.exit_code, served) == (2, [])


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("# nothing yet\n")
    assert read_settings(file) == {}


def test_a_program_that_is_none_is_refused_with_the_reason(tmp_path: Path) -> None:
    arguments = ["adopt-binary", "xmrig", str(tmp_path / "gone"), "--data-dir", str(tmp_path / "data")]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 5
    assert "gone" in done.stderr


def test_an_unknown_type_is_refused_with_those_there_are(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["adopt-binary", "xmirg", str(tmp_path / "x"), "--data-dir", str(tmp_path)])
    assert done.exit_code == 5
    assert "xmrig" in done.stderr


def test_adopting_tells_version_path_and_hash(tmp_path: Path) -> None:
    program = tmp_path / "xmrig"
    program.write_text("#!/bin/sh\necho 'XMRig 6.26.0'\n")
    program.chmod(0o755)
    done = CliRunner().invoke(cli, ["adopt-binary", "xmrig", str(program), "--data-dir", str(tmp_path / "data")])
    assert done.exit_code == 0, done.output
    assert f"xmrig 6.26.0 is registered: {program}" in done.stdout
    assert hashlib.sha256(program.read_bytes()).hexdigest() in done.stdout
