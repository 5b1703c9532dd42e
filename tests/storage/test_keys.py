"""Keys on disk: sealed, never back from an older copy, and the admin's own in a file that is its owner's alone."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mining.domain.access_key import AccessKey, KeyDraft, KeyRing, issue
from mining.domain.errors import StorageFull
from mining.foundation.document import NewerDocument, checksum, seal, unseal
from mining.storage import records
from mining.storage.keys import TOKEN, KeyFile
from mining.storage.upgrade import refuse_newer_state
from tests.systems import is_private

NOW = datetime.now(UTC)


def made(store: KeyFile, name: str, **how: object) -> tuple[AccessKey, str]:
    key, text = issue(KeyDraft.model_validate({"name": name, **how}), "me", NOW)
    store.change(keep=[key])
    return key, text


def holder(store: KeyFile, text: str) -> AccessKey | None:
    return KeyRing({key.id: key for key in store.all()}).holder(text)


def test_a_key_outlives_the_daemon_as_a_sealed_document_without_its_secret(tmp_path: Path) -> None:
    key, text = made(KeyFile(tmp_path), "phone", role="operator")
    written = (tmp_path / "keys.json").read_bytes()
    document = unseal(written, "keys.json")
    assert document.sealed
    assert {"schema", "writtenBy", "sum"} <= json.loads(written).keys()
    assert text.split("_", 2)[2].encode() not in written
    assert is_private(tmp_path / "keys.json")
    found = holder(KeyFile(tmp_path), text)
    assert found is not None
    assert (found.name, found.role) == ("phone", "operator")
    assert found == key.but(created_at=found.created_at)


@pytest.mark.parametrize("damage", [b"", b"{", b'{"keys": []}'])
def test_what_was_revoked_never_comes_back_with_the_copy(tmp_path: Path, damage: bytes) -> None:
    store = KeyFile(tmp_path)
    gone, text = made(store, "phone")
    _, kept = made(store, "panel")
    store.change(drop=[gone.id])
    (tmp_path / "keys.json").write_bytes(damage)
    problems: list[str] = []
    again = KeyFile(tmp_path, problems.append)
    assert holder(again, text) is None
    assert holder(again, kept) is not None
    assert problems


def test_nor_with_a_copy_for_which_there_was_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = KeyFile(tmp_path)
    gone, text = made(store, "phone")
    true = records.write_whole

    def full(path: Path, content: bytes) -> None:
        if path.suffix == ".bak":
            raise StorageFull("full")
        true(path, content)

    monkeypatch.setattr(records, "write_whole", full)
    store.change(drop=[gone.id])
    (tmp_path / "keys.json").unlink()
    assert holder(KeyFile(tmp_path), text) is None


def test_an_older_copy_that_a_crash_left_is_made_even_at_the_next_start(tmp_path: Path) -> None:
    store = KeyFile(tmp_path)
    gone, _ = made(store, "phone")
    older = (tmp_path / "keys.json").read_bytes()
    store.change(drop=[gone.id])
    (tmp_path / "keys.json.bak").write_bytes(older)
    KeyFile(tmp_path)
    assert (tmp_path / "keys.json.bak").read_bytes() == (tmp_path / "keys.json").read_bytes()


def test_a_key_whose_hash_was_changed_by_hand_is_damage(tmp_path: Path) -> None:
    made(KeyFile(tmp_path), "phone")
    for name in ("keys.json", "keys.json.bak"):
        body = json.loads((tmp_path / name).read_bytes())
        body["keys"][0]["role"] = "admin"
        (tmp_path / name).write_text(json.dumps(body))
    problems: list[str] = []
    assert KeyFile(tmp_path, problems.append).all() == []
    assert len(problems) == 2


def test_the_first_admin_s_key_is_made_once_and_lies_in_a_file_for_the_command_line(tmp_path: Path) -> None:
    os.umask(old := os.umask(0))
    try:
        text = KeyFile(tmp_path).first_admin()
    finally:
        os.umask(old)
    assert text is not None
    token = tmp_path / TOKEN
    assert token.read_text("utf-8").strip() == text
    assert is_private(token)
    again = KeyFile(tmp_path)
    assert again.first_admin() is None
    found = holder(again, text)
    assert found is not None
    assert (found.name, found.role) == ("admin", "admin")
    again.change(drop=[found.id])
    assert not token.exists(), "the command line would send what opens nothing"
    made(again, "Admin", role="viewer")
    second = again.first_admin()
    assert second is not None
    assert holder(again, second).name == "admin-2"  # type: ignore[union-attr]  # red when there is none


def test_a_token_whose_key_is_gone_is_taken_away_at_the_start(tmp_path: Path) -> None:
    KeyFile(tmp_path).first_admin()
    for name in ("keys.json", "keys.json.bak"):
        (tmp_path / name).unlink()
    KeyFile(tmp_path)
    assert not (tmp_path / TOKEN).exists()


def test_an_expired_admin_is_none(tmp_path: Path) -> None:
    store = KeyFile(tmp_path)
    key, _ = issue(KeyDraft(name="old", role="admin"), "me", NOW)
    store.change(keep=[key.but(expires_at=NOW - timedelta(days=1))])
    assert store.first_admin() is not None


def test_keys_of_a_newer_form_are_left_alone(tmp_path: Path) -> None:
    body = json.loads(seal({"keys": []}, "9.9.9")) | {"schema": 99}
    body.pop("sum")
    (tmp_path / "keys.json").write_text(json.dumps(body | {"sum": checksum(body)}))
    with pytest.raises(NewerDocument):
        refuse_newer_state(tmp_path)
