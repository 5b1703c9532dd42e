"""The commands `keys` and `audit`, with a stand-in of the daemon and without one; where a key comes from."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mining.cli.keys import moment
from mining.cli.main import cli
from mining.foundation.document import seal
from mining.foundation.platform import make_private
from mining.storage.folder import data_folder
from mining.storage.keys import KeyFile
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin
from tests.systems import POSIX, is_private

PHONE = {
    "id": "7f0c1f6e", "name": "phone", "role": "viewer", "createdAt": "2025-12-31T23:59:50Z", "createdBy": "key admin",
    "expiresAt": None, "expired": False,
}  # fmt: skip
PAGE = {"pagination": {"page": 1, "limit": 1000, "total": 1, "pages": 1}}


def test_a_key_is_created_and_printed_with_the_warning_that_it_is_shown_once(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/keys", PHONE | {"key": "mp_7f0c1f6e_secret"}, status=201)
    done = call("keys", "create", "phone", "--role", "operator", "--expires", "2030-01-01T00:00:00Z")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "mp_7f0c1f6e_secret"
    assert "shown only now" in done.stdout
    assert daemon.asked[-1][2] == {"name": "phone", "role": "operator", "expiresAt": "2030-01-01T00:00:00Z"}
    call("keys", "create", "phone")
    assert daemon.asked[-1][2] == {"name": "phone", "role": "viewer"}


def test_a_key_may_be_written_into_a_file_of_its_owner_s_alone_instead(
    daemon: Standin, call: Call, tmp_path: Path
) -> None:
    daemon.data("POST", "/keys", PHONE | {"key": "mp_7f0c1f6e_secret"}, status=201)
    os.umask(old := os.umask(0))
    try:
        done = call("keys", "create", "phone", "--to", str(tmp_path / "phone.key"))
    finally:
        os.umask(old)
    assert (tmp_path / "phone.key").read_text("utf-8") == "mp_7f0c1f6e_secret\n"
    assert is_private(tmp_path / "phone.key")
    assert "secret" not in done.output
    again = call("keys", "create", "phone", "--to", str(tmp_path / "phone.key"))
    assert (again.exit_code, len(daemon.asked)) == (2, 1)


@pytest.mark.parametrize(("text", "seconds"), [("30d", 2_592_000), ("12h", 43_200), ("5m", 300)])
def test_a_key_may_expire_after_a_while(text: str, seconds: int) -> None:
    left = datetime.fromisoformat(moment(text)) - datetime.now(UTC)
    assert timedelta(seconds=seconds - 60) < left <= timedelta(seconds=seconds)
    assert moment("2030-01-01T00:00:00Z") == "2030-01-01T00:00:00Z"
    assert moment("99999999999999999999d").startswith("2")


def test_keys_are_listed_and_revoked_by_name_or_id(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/keys?page=1&limit=1000", {"items": [PHONE], **PAGE})
    shown = call("keys", "list").stdout
    assert all(word in shown for word in ("7f0c1f6e", "phone", "viewer", "key admin", "never"))
    daemon.data("DELETE", "/keys/7f0c1f6e", PHONE | {"message": "The key 'phone' is revoked."})
    for word in ("phone", "PHONE", "7f0c1f6e"):
        done = call("keys", "revoke", word)
        assert (done.exit_code, done.stdout) == (0, "The key 'phone' is revoked.\n")
    assert call("keys", "revoke", "nobody").exit_code == 3


def entry(seq: int, **more: Any) -> dict[str, Any]:
    return {
        "seq": seq, "timestamp": "2025-12-31T23:59:50Z", "who": "key phone", "role": "operator", "address": "192.0.2.7",
        "what": "startMiner", "target": "/api/v1/mining/miners/xmrig", "outcome": 201, "code": None, "text": None,
        "omitted": 0, **more,
    }  # fmt: skip


@pytest.mark.parametrize(("ok", "issue", "code"), [(True, None, 0), (False, "entry 2 is not what was written", 1)])
def test_the_audit_is_shown_oldest_first_and_verified(
    daemon: Standin, call: Call, monkeypatch: pytest.MonkeyPatch, ok: bool, issue: str | None, code: int
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    daemon.data("GET", "/audit/verification", {"ok": ok, "entries": 2, "first": 1, "last": 2, "issue": issue})
    items = [entry(2, code="FORBIDDEN", outcome=403, omitted=7), entry(1)]
    daemon.data("GET", "/audit?limit=2", {"items": items, **PAGE})
    done = call("audit", "-n", "2")
    assert done.exit_code == code
    lines = done.stdout.splitlines()
    assert "key phone (operator)" in lines[1]
    assert "  /miners/xmrig  " in lines[1], "every target begins with the namespace: it tells nothing"
    assert "FORBIDDEN (7 more were refused before)" in lines[2]
    assert (issue or "The chain of 2 entries holds.") in lines[-1]
    assert json.loads(call("audit", "-n", "2", "--json").stdout)["ok"] is ok


def on(folder: Path, *arguments: str, **variables: str) -> Result:
    """A command about a data folder, without any address."""
    return CliRunner().invoke(cli, ["--data-dir", str(folder), *arguments], env=variables)


def test_without_a_daemon_the_owner_of_the_folder_makes_and_revokes_keys(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "daemon.json").write_bytes(seal({"pid": 1, "url": "http://127.0.0.1:9/api/v1/mining"}))
    made = json.loads(on(folder, "keys", "create", "mine", "--role", "admin", "--json").stdout)
    assert [key.name for key in KeyFile(folder).all()] == ["mine"]
    assert made["createdBy"] == "the owner of the data folder"
    twice = on(folder, "keys", "create", "Mine")
    assert (twice.exit_code, "already" in twice.stderr) == (5, True)
    assert on(folder, "keys", "create", "a\nb").exit_code == 5
    assert json.loads(on(folder, "keys", "list", "--json").stdout)["items"][0]["id"] == made["id"]
    assert on(folder, "keys", "revoke", "mine").exit_code == 0
    assert KeyFile(folder).all() == []


def test_a_folder_in_use_by_a_daemon_that_does_not_answer_is_left_alone(tmp_path: Path) -> None:
    with data_folder(tmp_path / "data") as notice:
        notice("http://127.0.0.1:9/api/v1/mining")
        done = on(tmp_path / "data", "keys", "create", "mine")
    assert (done.exit_code, "already uses" in done.stderr) == (1, True)


def test_keys_of_a_daemon_that_was_named_are_never_looked_for_in_a_folder(tmp_path: Path) -> None:
    done = on(tmp_path, "--url", "http://127.0.0.1:9/api/v1/mining", "keys", "create", "mine")
    assert done.exit_code == 4
    assert not (tmp_path / "keys.json").exists()


# ——— which key is sent


def sent(daemon: Standin) -> str | None:
    return daemon.headers[-1].get("Authorization")


def folder_of(daemon: Standin, folder: Path, pid: int) -> str:
    """A data folder whose daemon is the stand-in, with the admin's token in it."""
    folder.mkdir(parents=True)
    (folder / "daemon.json").write_bytes(seal({"pid": pid, "url": daemon.url}))
    token = KeyFile(folder).first_admin()
    assert token is not None
    return token


def test_the_token_of_a_folder_goes_to_its_own_living_daemon_and_nowhere_else(daemon: Standin, tmp_path: Path) -> None:
    daemon.data("GET", "/info", {})
    token = folder_of(daemon, tmp_path / "live", os.getpid())
    on(tmp_path / "live", "info", "--json")
    assert sent(daemon) == f"Bearer {token}"
    on(tmp_path / "live", "--url", daemon.url, "info", "--json")
    assert sent(daemon) is None, "this address was named, and may be anybody's"
    on(tmp_path / "live", "info", "--json", MINING_URL=daemon.url)
    assert sent(daemon) is None
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    folder_of(daemon, tmp_path / "dead", int(ended.stdout))
    on(tmp_path / "dead", "info", "--json")
    assert sent(daemon) is None, "whoever listens there now is not the daemon"
    on(tmp_path / "live", "--key", "mp_1_2", "info", "--json")
    assert sent(daemon) == "Bearer mp_1_2"


@POSIX  # which makes it so here; tests/foundation/test_platform.py reads the lists of Windows
def test_a_file_that_others_can_read_is_refused_with_the_way_out(daemon: Standin, call: Call, tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("mp_1_file\n")
    file.chmod(0o640)
    refused = call("--key-file", str(file), "info")
    assert (refused.exit_code, f"chmod 600 {file}" in refused.stderr, daemon.asked) == (2, True, [])


def test_a_key_comes_from_a_flag_a_variable_or_a_file_that_nobody_else_can_read(
    daemon: Standin, call: Call, tmp_path: Path
) -> None:
    daemon.data("GET", "/info", {})
    file = tmp_path / "key"
    file.write_text("mp_1_file\n")
    make_private(file)
    call("--key-file", str(file), "info", "--json")
    assert sent(daemon) == "Bearer mp_1_file"
    call("--key", "mp_1_flag", "--key-file", str(file), "info", "--json")
    assert sent(daemon) == "Bearer mp_1_flag"
    for variable in ("MINING_KEY", "MINING_TOKEN"):
        CliRunner().invoke(cli, ["info", "--json"], env={"MINING_URL": daemon.url, variable: "mp_1_variable"})
        assert sent(daemon) == "Bearer mp_1_variable"
    file.write_text("")
    assert call("--key-file", str(file), "info").exit_code == 2
    assert call("--key-file", str(tmp_path / "none"), "info").exit_code == 2
