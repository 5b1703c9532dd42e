"""Backups: what is in one, what is refused as one, and that it is put back whole or not at all."""

import io
import os
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Callable, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pyrage
import pytest

from mining.domain.message import Message
from mining.foundation.document import NewerDocument, seal
from mining.storage import archive
from mining.storage.archive import BadBackup, packed, unpacked
from mining.storage.backup import collect
from mining.storage.database import is_sound
from mining.storage.folder import data_folder
from mining.storage.restore import NOTE, READY, STAGE, restore, tell
from tests.needs import need

WORD = "correct horse"
FILES = {"miners.json": seal({"miners": []}), "settings.yaml": b"port: 9000\n"}


def tar_of(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """An encrypted tar with exactly these members."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w:gz") as tar:
        for member, content in members:
            member.size = len(content) if member.isreg() else 0
            tar.addfile(member, io.BytesIO(content))
    return fake_encrypt(plain.getvalue(), WORD)


def fake_encrypt(plain: bytes, word: str) -> bytes:
    return b"age-encryption.org/v1\n-> scrypt " + word.encode() + b"\n" + plain


class FakeAge:
    """In place of pyrage, whose work with a passphrase is meant to take a second: a cipher that hides nothing."""

    DecryptError = pyrage.DecryptError
    passphrase = SimpleNamespace(encrypt=fake_encrypt, decrypt=lambda sealed, _: sealed.split(b"\n", 2)[2])


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_pyrage", lambda: FakeAge)


def member(name: str, type: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = type, "/etc/passwd"
    return made


def manifest(files: Mapping[str, bytes], **more: object) -> bytes:
    sums = {name: sha256(content).hexdigest() for name, content in files.items()}
    return seal({"kind": "backup", "madeAt": "2030-01-01T00:00:00Z", "host": "rig", "files": sums, **more})


@pytest.mark.slow  # as it takes whoever guesses passphrases
def test_a_backup_gives_back_what_was_put_in_but_not_for_a_wrong_passphrase_or_of_a_part_of_it() -> None:
    raw = packed(FILES, "rig", WORD)
    assert b"miners" not in raw
    content = unpacked(raw, WORD)
    assert (content.files, content.host) == (FILES, "rig")
    with pytest.raises(BadBackup, match="the passphrase does not open it"):
        unpacked(raw, "another one")
    for part in (raw[:-10], raw[:60]):
        with pytest.raises(BadBackup, match="damaged"):
            unpacked(part, WORD)


def test_a_file_that_no_passphrase_has_encrypted_is_no_backup() -> None:
    for other in (b"", b"PK\x03\x04", b"age-encryption.org/v1\n-> X25519 abc\n"):
        with pytest.raises(BadBackup, match="not encrypted with a passphrase"):
            unpacked(other, WORD)


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize(
    ("name", "kind", "issue"),
    [
        ("../miners.json", tarfile.REGTYPE, "no part of a backup"),
        ("/etc/passwd", tarfile.REGTYPE, "no part of a backup"),
        ("./miners.json", tarfile.REGTYPE, "no part of a backup"),
        ("admin.token", tarfile.REGTYPE, "no part of a backup"),
        ("miners.json", tarfile.SYMTYPE, "is a link"),
        ("miners.json", tarfile.LNKTYPE, "is a link"),
        ("miners.json", tarfile.CHRTYPE, "a device"),
        ("miners.json", tarfile.FIFOTYPE, "a device"),
        ("miners.json", tarfile.DIRTYPE, "a folder"),
    ],
)
def test_nothing_in_a_backup_leads_out_of_the_folder_or_is_more_than_a_file(name: str, kind: bytes, issue: str) -> None:
    with pytest.raises(BadBackup, match=issue):
        unpacked(tar_of((member("backup.json"), manifest({})), (member(name, kind), b"")), WORD)


@pytest.mark.usefixtures("cheap")
def test_a_backup_with_other_files_than_it_was_made_of_is_refused() -> None:
    changed = tar_of((member("backup.json"), manifest(FILES)), (member("miners.json"), b"{}"))
    with pytest.raises(BadBackup, match="not those that it was made of"):
        unpacked(changed, WORD)
    twice = tar_of((member("backup.json"), manifest({})), (member("miners.json"), b""), (member("miners.json"), b""))
    with pytest.raises(BadBackup, match="there twice"):
        unpacked(twice, WORD)
    with pytest.raises(BadBackup, match=r"holds no backup\.json"):
        unpacked(tar_of((member("miners.json"), b"{}")), WORD)
    with pytest.raises(BadBackup, match="not packed by gzip"):
        unpacked(fake_encrypt(b"text", WORD), WORD)


@pytest.mark.usefixtures("cheap")
def test_a_backup_of_a_newer_version_is_refused_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer_version:
        newer_version.setattr("mining.foundation.document.SCHEMA", 2)
        newer = packed(FILES, "rig", WORD)
    with pytest.raises(NewerDocument):
        unpacked(newer, WORD)


@pytest.mark.usefixtures("cheap")
def test_a_backup_that_unpacks_to_more_than_one_can_hold_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST", 100_000)
    bomb = tar_of((member("backup.json"), b"\0" * 10_000_000))
    with pytest.raises(BadBackup, match="more than a backup can"):
        unpacked(bomb, WORD)


def test_secrets_of_the_machine_stay_here_and_a_damaged_document_is_taken_from_its_copy(data_dir: Path) -> None:
    (data_dir / "admin.token").write_text("mp_1_secret")
    (data_dir / "miners.json").write_bytes(b"{torn")
    (data_dir / "miners.json.bak").write_bytes(FILES["miners.json"])
    settings = data_dir / "settings.yaml"
    settings.write_bytes(FILES["settings.yaml"])
    assert collect(data_dir, settings, history=True) == FILES
    (data_dir / "miners.json.bak").write_bytes(b"{torn")
    with pytest.raises(BadBackup, match="damaged, and so is its copy"):
        collect(data_dir, settings, history=False)


def test_a_history_is_copied_whole_while_somebody_writes_it(data_dir: Path) -> None:
    with closing(sqlite3.connect(data_dir / "history.db", isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("CREATE TABLE t (n INTEGER)")
        writer.execute("INSERT INTO t VALUES (7)")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO t VALUES (8)")
        copy = collect(data_dir, data_dir / "none", history=True)["history.db"]
    assert is_sound(copy)
    assert not is_sound(copy[:4000])
    assert not is_sound(b"no database")
    (data_dir / "copy.db").write_bytes(copy)
    with closing(sqlite3.connect(data_dir / "copy.db")) as reader:
        assert reader.execute("SELECT n FROM t").fetchall() == [(7,)]


OLD = {"miners.json": b"old miners", "keys.json": b"old keys", "settings.yaml": b"old", "history.db": b"old history"}
NEW = {"miners.json": b"new miners", "pools.json": b"new pools", "settings.yaml": b"new", "history.db": b"new history"}
NAMES = ("miners.json", "miners.json.bak", "keys.json", "keys.json.bak", "pools.json", "settings.yaml", "history.db")


def state_of(data: Path) -> dict[str, bytes]:
    return {name: (data / name).read_bytes() for name in (*NAMES, "history.db-wal") if (data / name).exists()}


@pytest.fixture
def old(data_dir: Path) -> Path:
    """A folder that holds what is old; its settings lie in it."""
    for name, content in {**OLD, "miners.json.bak": b"older", "history.db-wal": b"log"}.items():
        (data_dir / name).write_bytes(content)
    return data_dir


AFTER = {
    "miners.json": b"new miners", "miners.json.bak": b"new miners", "pools.json": b"new pools", "settings.yaml": b"new",
    "history.db": b"new history",
}  # fmt: skip


def test_what_a_backup_does_not_hold_goes_and_a_copy_of_everything_stays(old: Path) -> None:
    with data_folder(old):
        aside = restore(old, old / "settings.yaml", NEW)
    assert state_of(old) == AFTER
    assert {path.name: path.read_bytes() for path in aside.iterdir()} == {
        **OLD,
        "miners.json.bak": b"older",
        "history.db-wal": b"log",
    }
    assert not (old / READY).exists()
    assert not (old / STAGE).exists()


def test_a_backup_without_history_or_settings_leaves_those_alone(old: Path) -> None:
    with data_folder(old):
        restore(old, old / "settings.yaml", {"miners.json": b"new miners"})
    left = state_of(old)
    assert (left["history.db"], left["history.db-wal"], left["settings.yaml"]) == (b"old history", b"log", b"old")


async def test_the_next_daemon_tells_of_a_restore_once(old: Path) -> None:
    lines: list[str] = []

    async def journal(miner: str | None, kind: str, text: Message, who: None, **details: object) -> None:
        lines.append(f"{kind}: {text} {details}")

    with data_folder(old):
        aside = restore(old, old / "settings.yaml", NEW, "2030-01-02T03:04:05Z")
    (old / NOTE).replace(note := old.parent / NOTE)
    await tell(old, journal)
    assert lines == [], "there was none"
    note.replace(old / NOTE)
    await tell(old, journal)
    await tell(old, journal)
    (line,) = lines
    assert line.startswith("settings: A backup of 2030-01-02T03:04:05Z was put back at ")
    assert aside.name in line
    assert str(aside.parent) not in line, "whoever reads the timeline may not see paths"
    (old / NOTE).write_bytes(b"{torn")
    await tell(old, journal)
    assert (len(lines), (old / NOTE).exists()) == (1, False)


KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from mining.storage.restore import restore
from tests.storage.test_backup import NEW

def restored(data, left):
    def count(event, arguments):
        nonlocal left
        changing = event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod")
        if changing and str(data) in str(arguments[0]):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(count)
    restore(data, data / "settings.yaml", NEW)
    os._exit(0)

old, folder = map(Path, sys.argv[1:])
for turn in range(1000):
    data = shutil.copytree(old, folder / str(turn))
    data.chmod(0o700)
    child = os.fork()
    if not child:
        restored(data, turn)
    if os.waitpid(child, 0)[1] == 0:
        print(turn)
        break
"""


def test_a_restore_that_was_promised_is_kept_by_whoever_opens_the_folder_next(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut_off:
        cut_off.setattr("mining.storage.restore.finish_restore", lambda _: None)
        restore(old, old / "settings.yaml", NEW)
    assert state_of(old) != AFTER
    with data_folder(old):
        assert state_of(old) == AFTER


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="nothing there is killed by a signal")
def test_a_restore_that_is_killed_anywhere_leaves_the_old_or_the_new(
    tmp_path: Path, old: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "killed").mkdir()
    command = [sys.executable, "-c", KILLED, str(old), str(tmp_path / "killed")]
    done = subprocess.run(command, cwd=request.config.rootpath, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    before, ends = state_of(old), []
    for turn in range(int(done.stdout) + 1):
        data = tmp_path / "killed" / str(turn)
        with data_folder(data):  # whoever comes next
            pass
        after = state_of(data)
        assert after in (before, AFTER), (turn, after)
        ends.append(after == AFTER)
        assert not (data / READY).exists()
        assert not (data / STAGE).exists()
    assert ends == sorted(ends)  # once it is new it stays new
    assert min(ends.count(False), ends.count(True)) > 10


@pytest.fixture
def typed(tmp_path: Path) -> Callable[[list[str], str], str]:
    """Run a program that asks its terminal for a passphrase; what it prints to stdout."""

    def run(command: list[str], text: str) -> str:
        pid, terminal = os.forkpty()
        if pid == 0:
            with (tmp_path / "out").open("wb") as out:
                os.dup2(out.fileno(), 1)
            os.execv(command[0], command)
        seen = b""
        while b"passphrase" not in seen:
            seen += os.read(terminal, 1000)
        os.write(terminal, f"{text}\n".encode())
        try:
            while os.read(terminal, 1000):
                pass
        except OSError:  # its end
            pass
        os.waitpid(pid, 0)
        os.close(terminal)
        return (tmp_path / "out").read_bytes().decode("latin-1")

    return run


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="its terminals are others")
def test_the_tool_age_opens_a_backup(tmp_path: Path, typed: Callable[[list[str], str], str]) -> None:
    backup = tmp_path / "rig.age"
    backup.write_bytes(packed(FILES, "rig", WORD))
    printed = typed([str(need("age")), "--decrypt", str(backup)], WORD)
    with tarfile.open(fileobj=io.BytesIO(printed.encode("latin-1"))) as tar:
        assert tar.getnames() == ["backup.json", "miners.json", "settings.yaml"]
