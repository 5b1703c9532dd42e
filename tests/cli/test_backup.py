"""The commands `backup` and `restore`, with a daemon and without one."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mining.cli.main import cli
from mining.domain.config import Config
from mining.domain.miner import MinerRecord
from mining.foundation.document import seal
from mining.foundation.platform import make_private
from mining.storage import archive
from mining.storage.folder import data_folder
from mining.storage.keys import KeyFile
from mining.storage.records import Records
from tests.storage.test_backup import FakeAge
from tests.systems import is_private

Run = Callable[..., Result]
WORD = "correct horse"
MINE, THEIRS = "4" + "A" * 94, "4" + "B" * 94


def miners(folder: Path, **wallets: str) -> None:
    """Miners of these names, which pay these wallets."""
    records = Records(folder, "miners", MinerRecord, lambda each: each.name, print)
    config = {"pool": "pool.example:3333"}
    records.change(
        [
            MinerRecord(
                name=name, type="xmrig", config=Config.model_validate(config | {"wallet": wallet}), wanted="running",
                consent_by="me", consent_at=datetime.now(UTC),
            )
            for name, wallet in wallets.items()
        ]
    )  # fmt: skip


@pytest.fixture
def run(data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command for the data folder, with a passphrase in a file and a cipher that takes no time."""
    monkeypatch.setattr(archive, "_pyrage", lambda: FakeAge)
    monkeypatch.setenv("MINING_DATA_DIR", str(data_dir))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("MINING_CONFIG", raising=False)
    word = tmp_path / "word"
    word.write_text(f"{WORD}\n")
    make_private(word)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, text: str | None = None, asks: bool = False) -> Result:
        where = [] if asks else ["--passphrase-file", str(word)]
        return CliRunner().invoke(cli, [*arguments, *where], input=text)

    return run


def test_a_backup_is_its_owner_s_alone_and_never_written_over(run: Run, data_dir: Path, tmp_path: Path) -> None:
    miners(data_dir, one=MINE)
    done = run("backup", "rig.age")
    assert done.exit_code == 0, done.output
    assert "miners.json" in done.output
    assert is_private(tmp_path / "rig.age")
    assert run("backup", "rig.age").exit_code == 2


def test_a_passphrase_is_asked_twice_and_not_shown(run: Run, data_dir: Path, tmp_path: Path) -> None:
    miners(data_dir, one=MINE)
    done = run("backup", "rig.age", asks=True, text="correct horse\nanother horse\ncorrect horse\ncorrect horse\n")
    assert done.exit_code == 0, done.output
    assert "horse" not in done.output
    assert run("backup", "short.age", asks=True, text="short\nshort\n").exit_code == 2
    assert not (tmp_path / "short.age").exists()
    done = run("restore", "rig.age", "--yes", asks=True, text="correct horse\n")
    assert done.exit_code == 0, done.output


def test_a_passphrase_file_that_others_can_read_is_refused(run: Run, tmp_path: Path) -> None:
    word, command = tmp_path / "word", "icacls" if sys.platform == "win32" else "chmod 600"
    word.unlink()
    word.write_text(f"{WORD}\n")  # on Windows with the rights of its folder
    word.chmod(0o644)
    done = run("backup", "rig.age")
    assert (done.exit_code, command in done.output) == (2, True)


def test_a_restore_shows_who_is_paid_before_and_after_and_asks(run: Run, data_dir: Path) -> None:
    miners(data_dir, one=MINE, gone=MINE)
    KeyFile(data_dir).first_admin()
    run("backup", "rig.age")
    (data_dir / "keys.json").unlink()
    (data_dir / "keys.json.bak").unlink()
    (data_dir / "settings.yaml").write_text("port: 9000\nnotify: [ntfy://secret-topic]\n")
    miners(data_dir, one=THEIRS, late=MINE)
    before = (data_dir / "miners.json").read_bytes()
    done = run("restore", "rig.age", text="n\n")
    assert done.exit_code == 1
    assert "Miner one: old wallet 4BBB…BBBB → new wallet 4AAA…AAAA" in done.output
    assert "Miner late: is not in the backup and goes." in done.output
    assert "Key admin (admin): opens this rig again." in done.output
    assert "The next daemon starts gone, one" in done.output
    assert (data_dir / "miners.json").read_bytes() == before
    done = run("restore", "rig.age", text="y\n")
    assert done.exit_code == 0, done.output
    assert "miner-ctrl install xmrig" in done.output
    after = Records(data_dir, "miners", MinerRecord, lambda each: each.name, print).all()
    assert {each.name: each.config.wallet for each in after} == {"one": MINE, "gone": MINE}
    (aside,) = data_dir.glob("before-restore-*")
    assert (aside / "miners.json").read_bytes() == before


def test_settings_come_back_with_secrets_unsaid_or_stay_as_they_are(run: Run, data_dir: Path) -> None:
    file = data_dir / "settings.yaml"
    file.write_text("port: 9000\nnotify: [ntfy://secret-topic]\n")
    run("backup", "rig.age")
    file.write_text("port: 9001\n")
    done = run("restore", "rig.age", "--without-settings", "--yes")
    assert file.read_text() == "port: 9001\n"
    done = run("restore", "rig.age", "--yes")
    assert "Setting port: 9001 → 9000" in done.output
    assert "secret-topic" not in done.output
    assert "port: 9000" in file.read_text()


def test_settings_with_which_no_daemon_would_start_are_not_put_back(run: Run, data_dir: Path) -> None:
    (data_dir / "settings.yaml").write_text("port: 9000\nfrom_the_future: 1\n")
    (data_dir / "settings.yaml").rename(data_dir / "aside.yaml")
    miners(data_dir, one=MINE)
    content = {"settings.yaml": (data_dir / "aside.yaml").read_bytes()}
    Path("rig.age").write_bytes(archive.packed(content, "rig", WORD))
    done = run("restore", "rig.age", "--yes")
    assert (done.exit_code, "--without-settings" in done.output) == (5, True)
    assert not (data_dir / "settings.yaml").exists()


def test_nothing_is_restored_under_a_daemon(run: Run, data_dir: Path) -> None:
    miners(data_dir, one=MINE)
    run("backup", "rig.age")
    before = (data_dir / "miners.json").read_bytes()
    with data_folder(data_dir) as record:
        record("http://127.0.0.1:1/api/v1/mining")
        assert run("backup", "second.age").exit_code == 0
        done = run("restore", "rig.age", "--yes")
    assert done.exit_code == 5
    assert "the miners go on" in done.output
    assert (data_dir / "miners.json").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "issue"),
    [
        ({"miners.json": b"{torn"}, "damaged"),
        ({"miners.json": seal({"miners": [], "sha256": "0"})}, "damaged"),
        ({"history.db": b"no database"}, "history.db is damaged"),
    ],
)
def test_a_backup_whose_content_is_damaged_changes_nothing(
    run: Run, data_dir: Path, content: dict[str, bytes], issue: str
) -> None:
    miners(data_dir, one=MINE)
    before = sorted(path.name for path in data_dir.iterdir())
    Path("bad.age").write_bytes(archive.packed(content, "rig", WORD))
    done = run("restore", "bad.age", "--yes")
    assert (done.exit_code, issue in done.output) == (1, True), done.output
    assert sorted(path.name for path in data_dir.iterdir() if path.name != "daemon.json") == before


def test_a_backup_goes_to_a_machine_that_has_no_data_yet(
    run: Run, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    miners(data_dir, one=MINE)
    run("backup", "rig.age")
    monkeypatch.setenv("MINING_DATA_DIR", str(tmp_path / "new"))
    done = run("restore", "rig.age", text="y\n")
    assert done.exit_code == 0, done.output
    assert "Miner one:" in done.output
    assert (tmp_path / "new/miners.json").exists()
    assert run("restore", "none.age", "--yes").exit_code == 1
