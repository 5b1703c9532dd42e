"""The command `support-bundle`: what it holds, and that no secret is in it, wherever one lies."""

import getpass
import json
import socket
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mining.cli.main import cli
from mining.cli.scrub import Scrub
from mining.domain.config import Config
from mining.domain.miner import MinerRecord
from mining.domain.profile import MiningProfile
from mining.processes.log_file import LogFile
from mining.storage.keys import KeyFile
from mining.storage.records import Records
from tests.cli.daemon_standin import Standin
from tests.systems import is_private

WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
OTHER = "4" + "B" * 94
PASSWORD, TOPIC, LOGIN, WORKER = "hunter2-pool", "my-secret-topic", "secretlogin", "attic-rig-7"
PAGE = {"pagination": {"page": 1, "limit": 1000, "total": 1, "pages": 1}}


@pytest.fixture
def secrets(data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A secret in each place of a data folder; what must be nowhere in a bundle."""
    monkeypatch.setattr(getpass, "getuser", lambda: "aliceinchains")
    monkeypatch.setattr(socket, "gethostname", lambda: "alicebox")
    monkeypatch.setenv("MINING_DATA_DIR", str(data_dir))
    monkeypatch.setenv("HOME", "/home/aliceinchains")
    monkeypatch.setenv("MINING_URL", "http://127.0.0.1:9/api/v1/mining")  # where nobody answers
    monkeypatch.chdir(tmp_path)
    config = {"pool": "pool.example:3333", "wallet": WALLET, "password": PASSWORD, "worker": WORKER}
    now = datetime.now(UTC)
    Records(data_dir, "miners", MinerRecord, lambda each: each.name, print).change(
        [
            MinerRecord(
                name="cpu", type="xmrig", config=Config.model_validate(config), wanted="running", consent_by="me",
                consent_at=now,
            )
        ]
    )  # fmt: skip
    Records(data_dir, "profiles", MiningProfile, lambda each: each.id, print).change(
        [
            MiningProfile(
                id="1", name="night", miner_type="xmrig", config=Config.model_validate(config | {"wallet": OTHER}),
                created_at=now, updated_at=now,
            )
        ]
    )  # fmt: skip
    KeyFile(data_dir).first_admin()
    token = (data_dir / "admin.token").read_text().strip()
    (data_dir / "settings.yaml").write_text(f"notify: [ntfy://{TOPIC}, 'mailto://u:{PASSWORD}@mail.example']\n")
    (data_dir / "settings.yaml").chmod(0o600)
    return [WALLET, OTHER, PASSWORD, TOPIC, LOGIN, WORKER, token, "aliceinchains", "alicebox", "192.168.7.9"]


def line(secrets: list[str]) -> str:
    return (
        f"login {WALLET} pass {PASSWORD} worker {WORKER} of aliceinchains@alicebox in /home/aliceinchains/x: {secrets}"
    )


def texts_in(place: Path) -> dict[str, str]:
    with zipfile.ZipFile(place) as bundle:
        return {name: bundle.read(name).decode() for name in bundle.namelist()}


def run(*arguments: str, **more: Any) -> Result:
    return CliRunner().invoke(cli, ["support-bundle", *arguments], **more)


@pytest.fixture
def answering(daemon: Standin, secrets: list[str]) -> Callable[[], None]:
    """Let the daemon repeat every secret in every answer."""

    def begin() -> None:
        words = line(secrets)
        items = {"items": [{"text": words, "time": "t", "level": "info", "details": {"token": "short"}}]}
        miner = {"name": "cpu", "config": {"wallet": LOGIN, "pool": "pool.example:3333"}, "reason": words}
        daemon.data("GET", "/miners?page=1&limit=1000", {"items": [miner]} | PAGE)
        profile = {"config": {"wallet": OTHER}}
        daemon.data("GET", "/profiles?page=1&limit=1000", {"items": [profile]} | PAGE)
        kinds = {"items": [{"type": "xmrig", "installed": True, "path": words}, {"type": "rigel", "installed": False}]}
        daemon.data("GET", "/miners/available?page=1&limit=1000", kinds | PAGE)
        for target in ("/attention", "/events?limit=200", "/daemon/logs?lines=1000", "/miners/cpu/logs?lines=200"):
            daemon.data("GET", target, items)
        for target in ("/info", "/settings"):
            daemon.data("GET", target, {"text": words, "values": {"notify": [f"ntfy://{TOPIC}"]}})
        daemon.data("POST", "/doctor", {"checks": [{"meaning": words}]})
        daemon.answers["GET", "/healthz"] = [(200, {"success": True, "data": {"version": "1", "text": words}})]

    return begin


def test_no_secret_is_in_a_bundle_wherever_the_daemon_repeats_one(
    daemon: Standin, answering: Callable[[], None], secrets: list[str], tmp_path: Path
) -> None:
    answering()
    done = run("out.zip", "--yes", env={"MINING_URL": daemon.url})
    assert done.exit_code == 0, done.output
    texts = texts_in(tmp_path / "out.zip")
    assert texts.keys() == {
        "versions.json", "health.json", "miners.json", "doctor.json", "info.json", "attention.json", "settings.json",
        "events.json", "programs.json", "daemon.log", "miners/cpu.log",
    }  # fmt: skip
    assert [(name, secret) for name, text in texts.items() for secret in secrets if secret in text] == []
    assert "pool.example:3333" in texts["miners.json"]
    assert "rigel" not in texts["programs.json"]
    assert json.loads(texts["events.json"])["items"][0]["details"] == {"token": "…"}
    assert is_private(tmp_path / "out.zip")


def test_without_a_daemon_the_logs_and_settings_are_collected_from_the_folder(
    secrets: list[str], data_dir: Path, tmp_path: Path
) -> None:
    for folder in ("daemon-log", "logs/cpu"):
        (data_dir / folder).parent.mkdir(exist_ok=True)
        LogFile(data_dir / folder).append([line([])], datetime.now(UTC))
    done = run("out.zip", "--yes")
    assert done.exit_code == 0, done.output
    texts = texts_in(tmp_path / "out.zip")
    assert texts.keys() == {"versions.json", "settings.json", "daemon.log", "miners/cpu.log"}
    assert all("login 48ed…" in texts[name] for name in ("daemon.log", "miners/cpu.log"))
    assert [(name, secret) for name, text in texts.items() for secret in secrets if secret in text] == []


def test_a_bundle_is_shown_and_asked_for_and_replaces_no_file(secrets: list[str], tmp_path: Path) -> None:
    done = run("out.zip", input="n\n")
    assert done.exit_code == 1
    assert "versions.json (" in done.output
    assert "Left out: passwords" in done.output
    assert not (tmp_path / "out.zip").exists()
    assert run("out.zip", "--yes").exit_code == 0
    assert run("out.zip", "--yes").exit_code == 2
    assert run("--yes").exit_code == 0
    assert len(list(tmp_path.glob("mining-support-*.zip"))) == 1


def test_a_name_is_hidden_as_a_word_and_an_address_of_the_home_network_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "max")
    scrub = Scrub(secrets=[])
    assert scrub.text("max took maximal care of C:\\Users\\max\\x") == "USER took maximal care of C:\\Users\\USER\\x"
    assert scrub.text("10.0.0.7:3333 and 8.8.8.8 and 127.0.0.1") == "LAN:3333 and 8.8.8.8 and 127.0.0.1"
