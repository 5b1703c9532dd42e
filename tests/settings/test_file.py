"""The settings file on disk: never torn, its owner's, and where its owner put it."""

import asyncio
import os
import re
import stat
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest
import yaml

from mining.domain.errors import InvalidRequest, NotSupported, StorageFull
from mining.domain.principal import Principal
from mining.settings import SettingInputs, Settings, resolve
from mining.settings.access import judged, judged_by_list
from mining.settings.current import CurrentSettings, EditableSettings
from mining.settings.file import BadFile, begin, bring_over, ignored, of_folder, text_of, usual, values_in
from mining.settings.text import read
from tests.full_disk import no_file_larger_than
from tests.principals import ME
from tests.systems import AS_ROOT, POSIX, is_private

TEXT = "# mine\npoll-interval:   60   # slowly\nport: 9000\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config" / "config.yaml"
    path.parent.mkdir()
    path.write_text(TEXT)
    return path


def a_daemon(file: Path) -> CurrentSettings:
    return CurrentSettings(
        resolve(SettingInputs(file, Path("/data"), read(file.read_text("utf-8")) if file.exists() else {}))
    )


def at_home_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual files lie there, on every system."""
    for home in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(home, str(folder))
    monkeypatch.setattr("platformdirs.user_config_path", lambda app, appauthor: folder / "c" / app)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_the_value_changes_and_the_next_daemon_reads_it(file: Path) -> None:
    a_daemon(file).change({"pollInterval": 5})
    assert file.read_text("utf-8") == TEXT.replace("60", "5")
    assert a_daemon(file).now.poll_interval == 5.0
    assert [path.name for path in file.parent.iterdir()] == [file.name], "something was left beside it"


def test_a_file_that_is_not_there_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "config.yaml"
    kept = a_daemon(file)
    kept.change({"logLevel": None})
    assert not file.exists(), "there was nothing to write"
    kept.change({"logLevel": "debug"})
    assert (file.read_text("utf-8"), is_private(file)) == ("log-level: debug\n", True)
    file.unlink()
    kept.change({"pollInterval": 5})
    assert file.read_text("utf-8") == "poll-interval: 5\n"


@POSIX
@pytest.mark.parametrize("bits", [0o600, 0o640, 0o664])
def test_the_mode_is_kept(file: Path, bits: int) -> None:
    file.chmod(bits)
    a_daemon(file).change({"pollInterval": 5})
    assert mode(file) == bits


@AS_ROOT
def test_the_group_is_kept(file: Path) -> None:
    os.chown(file, -1, 4321)
    a_daemon(file).change({"pollInterval": 5})
    assert file.stat().st_gid == 4321


@AS_ROOT
def test_a_file_of_another_user_is_refused_with_the_line_that_takes_it_over(file: Path) -> None:
    os.chown(file, 1234, -1)
    with pytest.raises(BadFile, match=f"belongs to 1234, .*sudo chown root {file}"):
        text_of(file)
    with pytest.raises(NotSupported, match="sudo chown"):
        a_daemon(file).change({"pollInterval": 5})


@POSIX  # on Windows the list of rights decides, below
@pytest.mark.parametrize("bits", [0o602, 0o666])
def test_a_file_that_everybody_may_change_is_refused_with_the_line_that_ends_it(file: Path, bits: int) -> None:
    file.chmod(bits)
    with pytest.raises(BadFile, match=f"chmod o-w {file}"):
        text_of(file)


@POSIX
@pytest.mark.parametrize("what", ["a pipe", "a device", "a folder"])
def test_what_is_no_file_is_refused_at_once(file: Path, what: str) -> None:
    file.unlink()
    if what == "a pipe":
        os.mkfifo(file)
    elif what == "a device":
        file.symlink_to("/dev/zero")
    else:
        file.mkdir()
    with pytest.raises(BadFile, match=f"it is {what}, where a file belongs"):
        text_of(file)


@POSIX
def test_what_holds_secrets_and_others_can_read_is_told_and_closed_with_the_next_change(file: Path) -> None:
    assert not a_daemon(file).exposed, "there is no secret in it"
    file.write_text("notify: ntfy://a-topic\nport: 9000\n")
    file.chmod(0o644)
    kept = a_daemon(file)
    assert kept.exposed
    kept.change({"pollInterval": 5})
    assert (mode(file), kept.exposed) == (0o600, False)


SELF, OTHER = 54321, 54322


@POSIX  # the commands are for its shell
@pytest.mark.parametrize(
    ("bits", "owner", "others", "words"),
    [
        (0o600, SELF, (), None),
        (0o664, SELF, (), None),  # umask 002, alone in the group
        (0o644, 0, (), None),  # of the system's administrator
        (0o640, SELF, ("ann",), None),
        (0o660, SELF, ("ann", "bob"), r"others \(ann, bob\).* chmod g-w '/c/my settings.yaml'"),
        (0o602, SELF, (), "chmod o-w"),
        (0o600, OTHER, (), "belongs to 54322, .* sudo chown 54321"),
    ],
)
def test_who_may_change_a_file_decides_whether_it_is_read(
    bits: int, owner: int, others: tuple[str, ...], words: str | None
) -> None:
    refusal = judged("/c/my settings.yaml", bits, owner, SELF, others).refusal
    assert refusal is None if words is None else re.search(words, refusal or "")


@pytest.mark.parametrize(
    ("bits", "others", "read", "own_group"),
    [
        (0o600, (), False, False),
        (0o664, (), True, True),
        (0o660, (), False, True),
        (0o640, ("ann",), True, False),
        (0o640, (), False, False),
    ],
)
def test_who_may_read_a_file_is_told_apart(bits: int, others: tuple[str, ...], read: bool, own_group: bool) -> None:
    assert judged("/c", bits, SELF, SELF, others) == (None, read, own_group)


@pytest.mark.parametrize(
    ("owner", "changed", "seen", "words", "read"),
    [
        (None, False, False, None, False),
        (None, False, True, None, True),
        (
            None,
            True,
            True,
            r'others on this machine.* icacls "C:\\my settings.yaml" /inheritance:r /grant:r "ann:F"',
            False,
        ),
        ("bob", False, False, r'belongs to bob, .* takeown /F "C:\\my settings.yaml"', False),
    ],
)
def test_on_windows_the_list_of_rights_decides(
    owner: str | None, changed: bool, seen: bool, words: str | None, read: bool
) -> None:
    found = judged_by_list(r"C:\my settings.yaml", owner, changed, seen, "ann")
    assert found.refusal is None if words is None else re.search(words, found.refusal or "")
    assert found.read_by_others is read


@POSIX  # few may make a link on Windows
def test_behind_a_link_the_file_it_leads_to_is_written(file: Path, tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    target = tmp_path / "dotfiles" / "mining.yaml"
    file.rename(target)
    file.symlink_to("../dotfiles/mining.yaml")
    a_daemon(file).change({"pollInterval": 5})
    assert file.is_symlink()
    assert target.read_text("utf-8") == TEXT.replace("60", "5")
    target.unlink()
    a_daemon(file).change({"pollInterval": 5})
    assert (file.is_symlink(), target.read_text("utf-8")) == (True, "poll-interval: 5\n")


def test_values_edited_by_hand_meanwhile_stay_and_the_change_joins_them(file: Path) -> None:
    kept = a_daemon(file)
    file.write_text("# new\nlog-level: debug\nport: 9001\n")
    kept.change({"pollInterval": 5})
    assert file.read_text("utf-8") == "# new\nlog-level: debug\nport: 9001\npoll-interval: 5\n"
    assert (kept.now.port, kept.now.log_level, kept.now.poll_interval) == (9000, "info", 5.0)


@pytest.mark.parametrize(
    "broken", [b"port: [", b"- a\n", b"\xff\xfe", b"prot: 1\n", b"poll-interval: &x 1\nlive-poll-interval: *x\n"]
)
def test_a_file_that_somebody_broke_stays_untouched_and_is_named(file: Path, broken: bytes) -> None:
    kept = a_daemon(file)
    file.write_bytes(broken)
    before = kept.view()
    with pytest.raises(NotSupported) as refused:
        kept.change({"pollInterval": None})
    assert str(file) in refused.value.message
    assert (file.read_bytes(), kept.view()) == (broken, before)


def test_what_is_refused_leaves_file_and_settings_alone(file: Path) -> None:
    kept = a_daemon(file)
    for asked in (
        {"pollInterval": 5, "port": 1},
        {"pollInterval": 5, "nothing": 1},
        {"pollInterval": 5, "logLevel": ""},
    ):
        with pytest.raises(InvalidRequest):
            kept.change(asked)
    assert (file.read_text("utf-8"), kept.now.poll_interval) == (TEXT, 60.0)


def test_a_full_disk_changes_nothing_and_leaves_nothing_behind(file: Path) -> None:
    kept = a_daemon(file)
    with no_file_larger_than(0), pytest.raises(StorageFull):
        kept.change({"pollInterval": 5})
    assert (file.read_text("utf-8"), kept.now.poll_interval) == (TEXT, 60.0)
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    kept.change({"pollInterval": 5})
    assert kept.now.poll_interval == 5.0


def test_a_place_that_cannot_be_written_is_told_with_its_reason(file: Path) -> None:
    kept = a_daemon(file)
    file.unlink()
    file.parent.rmdir()
    file.parent.write_text("a file where the folder was")
    with pytest.raises(NotSupported, match=r"not a directory|file exists"):
        kept.change({"pollInterval": 5})


async def test_changes_wait_for_each_other_and_none_is_lost(file: Path) -> None:
    told: list[str] = []

    async def tell(miner: str | None, kind: str, text: str, who: Principal | None, **details: Any) -> None:
        told.append(text)

    applied: list[Settings] = []
    changeable = EditableSettings(a_daemon(file), applied.append, tell)
    asked = [{"pollInterval": 1 + n} if n % 2 else {"autostartExcept": [f"m{n}"]} for n in range(20)]
    await asyncio.gather(*(changeable.change(each, who=ME) for each in asked))
    said = yaml.safe_load(file.read_text("utf-8"))
    assert said == {"poll-interval": 20, "port": 9000, "autostart-except": ["m18"]}
    assert (applied[-1].poll_interval, applied[-1].autostart_except) == (20.0, ("m18",))
    assert len(told) == 20
    assert str(told[-1]) == "Settings were changed by me. pollInterval: 18 → 20."


async def test_a_look_at_new_targets_does_not_hold_up_the_end_of_the_daemon_and_then_changes_nothing(
    file: Path,
) -> None:
    looks, seen, told = threading.Event(), threading.Event(), []

    def check(before: Settings, after: Settings) -> None:
        looks.set()
        seen.wait(60)

    async def tell(*event: Any, **details: Any) -> None:
        told.append(event)

    kept = CurrentSettings(resolve(SettingInputs(file, Path("/data"), read(TEXT))), check=check)
    changeable = EditableSettings(kept, lambda _: None, tell)
    change = asyncio.ensure_future(changeable.change({"notify": ["json://127.0.0.1:9/"]}, who=ME))
    await asyncio.to_thread(looks.wait, 60)
    changeable.close()
    with pytest.raises(NotSupported, match="The daemon is ending"):
        await asyncio.wait_for(change, 30)
    seen.set()
    with pytest.raises(NotSupported, match="The daemon is ending"):
        await changeable.change({"pollInterval": 5}, who=ME)
    assert (file.read_text("utf-8"), told) == (TEXT, [])


def test_the_usual_file_is_the_first_that_is_there_and_the_others_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home_in(tmp_path, monkeypatch)
    folder = tmp_path / "c" / "lethean-desktop"
    folder.mkdir(parents=True)
    newest, older, oldest = folder / "settings.yaml", folder / "config.yaml", tmp_path / ".mining.yaml"
    assert (usual(), ignored(usual())) == (newest, ())
    oldest.write_text("")
    assert (usual(), ignored(usual())) == (oldest, ())
    older.write_text("")
    assert (usual(), ignored(usual())) == (older, (oldest,))
    newest.write_text("")
    assert (usual(), ignored(usual())) == (newest, (older, oldest))
    assert ignored(tmp_path / "named-by-the-operator.yaml") == ()


def test_bytes_that_are_no_text_are_told_with_their_place(file: Path) -> None:
    file.write_bytes(b"# caf\xc3\xa9\nport: \xe4\n")
    with pytest.raises(BadFile, match=r"cannot be read: line 2, column 7: the byte 0xe4 is not UTF-8$"):
        text_of(file)


def test_a_data_folder_that_is_named_has_its_own_file_unless_it_was_used_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home_in(tmp_path, monkeypatch)
    theirs = usual()
    theirs.parent.mkdir(parents=True)
    theirs.write_text("port: 9000\n")
    fresh, used = tmp_path / "fresh", tmp_path / "used data"
    used.mkdir()
    (used / "daemon.json").write_text("{}")
    assert of_folder(fresh) == fresh / "settings.yaml"
    assert of_folder(used) == theirs
    fresh.mkdir()
    begin(fresh / "settings.yaml")
    assert values_in(fresh / "settings.yaml", (fresh / "settings.yaml").read_text("utf-8")) == {}
    (fresh / "daemon.json").write_text("{}")
    assert of_folder(fresh) == fresh / "settings.yaml"
    subprocess.run(bring_over(theirs, used), shell=True, check=True)
    assert of_folder(used) == used / "settings.yaml"
    assert (used / "settings.yaml").read_text("utf-8") == "port: 9000\n"
    theirs.unlink()
    (used / "settings.yaml").unlink()
    assert of_folder(used) == used / "settings.yaml"
