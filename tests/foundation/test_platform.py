"""What each system does in its own way: here as this one does it, and that every system's file offers the same."""

import ast
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from mining.foundation import platform
from mining.foundation.platform import sddl

FOLDER = Path(platform.__file__).parent
SYSTEMS = {
    "linux": ("posix", "linux"),
    "darwin": ("posix", "macos"),
    "win32": ("windows", "windows_rights", "windows_jobs", "windows_processes"),
}
SLEEP = "import time; print('ready', flush=True); time.sleep(60)"


def functions(system: str) -> dict[str, str]:
    """The parameters of each function that the files of a system hold."""
    trees = [ast.parse((FOLDER / f"{name}.py").read_text()) for name in SYSTEMS[system]]
    bodies = [each for tree in trees for each in tree.body if isinstance(each, ast.FunctionDef)]
    return {each.name: f"{ast.unparse(each.args)} -> {ast.unparse(each.returns or each)}" for each in bodies}


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_each_system_offers_what_linux_does(system: str) -> None:
    wanted = {name: form for name, form in functions("linux").items() if name in platform.__all__}
    assert len(wanted) > 20
    assert {name: functions(system).get(name) for name in wanted} == wanted


def test_what_is_offered_is_there() -> None:
    assert [name for name in platform.__all__ if not hasattr(platform, name)] == []


def test_a_lock_lasts_as_long_as_the_last_who_inherited_it(tmp_path: Path) -> None:
    lock = platform.take_lock(tmp_path / "lock")
    assert lock is not None
    assert platform.take_lock(tmp_path / "lock") is None
    program = [sys.executable, "-S", "-c", SLEEP]
    child = subprocess.Popen(program, stdout=subprocess.PIPE, **platform.inheriting(lock))
    assert child.stdout is not None
    child.stdout.readline()
    platform.close_lock(lock)
    assert platform.take_lock(tmp_path / "lock") is None
    child.kill()
    child.wait()
    child.stdout.close()
    again = platform.take_lock(tmp_path / "lock")
    assert again is not None
    platform.close_lock(again)


def test_a_locked_file_can_be_read_by_others_and_locked_by_none(tmp_path: Path) -> None:
    path = tmp_path / "daemon.json"
    first = platform.open_file(path, os.O_RDWR | os.O_CREAT)
    assert platform.try_lock(first)
    platform.pwrite(first, b"pid", 0)
    second = platform.open_file(path, os.O_RDWR)
    assert not platform.try_lock(second)
    assert platform.pread(second, 100, 1) == b"id"
    assert path.read_bytes() == b"pid"
    os.close(first)
    assert platform.try_lock(second)
    os.close(second)


def test_a_file_is_opened_for_us_alone_without_a_change_to_its_bytes_and_never_through_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    opened = platform.open_file(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
    assert not os.get_inheritable(opened)
    os.write(opened, b"a\nb\x1ac\r\n")
    assert platform.pread(opened, 100, 0) == path.read_bytes() == b"a\nb\x1ac\r\n"
    os.close(opened)
    link.symlink_to(path)
    with pytest.raises(OSError):
        platform.open_file(link, os.O_RDONLY)
    if sys.platform != "win32":  # where few may make one that can be followed
        os.close(platform.open_file(link, os.O_RDONLY, follow=True))


def test_what_a_child_appends_goes_to_the_end_also_after_a_cut(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes(b"before\n")
    end = platform.append_end(path)
    os.write(end, b"one\n")
    os.truncate(path, 0)
    os.write(end, b"two\n")
    os.close(end)
    assert path.read_bytes() == b"two\n"


def test_a_file_is_replaced_and_removed(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_bytes(b"new")
    old.write_bytes(b"old")
    platform.replace(new, old)
    platform.sync_folder(tmp_path)
    assert old.read_bytes() == b"new"
    platform.remove(old)
    platform.remove(old)
    assert list(tmp_path.iterdir()) == []


def test_others_see_what_was_not_closed_to_them(tmp_path: Path) -> None:
    folder, file = tmp_path / "a" / "b", tmp_path / "file"
    platform.private_folder(folder, parents=True)
    assert not platform.others_see(folder)
    file.touch()
    if sys.platform != "win32":  # where a file has the rights of its folder
        file.chmod(0o644)
        assert platform.others_see(file)
    platform.make_private(file)
    assert not platform.others_see(file)
    assert platform.foreign_owner(file) is None
    assert platform.own_name()


def test_a_birth_is_of_one_process_and_known_while_it_lives() -> None:
    child = subprocess.Popen([sys.executable, "-S", "-c", SLEEP], stdout=subprocess.PIPE, **platform.OWN_SESSION)
    assert child.stdout is not None
    child.stdout.readline()
    mine, its = platform.born(os.getpid()), platform.born(child.pid)
    assert None not in (mine, its)
    assert (mine, its) == (platform.born(os.getpid()), platform.born(child.pid))
    assert mine != its
    assert (platform.arguments(child.pid) or ())[-1] == SLEEP
    assert platform.lives(child.pid)
    assert platform.is_ours(child.pid)
    assert platform.ask_to_end(child.pid)
    child.wait()
    child.stdout.close()
    assert platform.born(child.pid) is None
    assert not platform.lives(child.pid)
    assert not platform.is_ours(child.pid)
    assert not platform.ask_to_end(child.pid)


def test_a_session_is_ended_with_what_it_started() -> None:
    program = f"""import subprocess, sys, time
subprocess.Popen([sys.executable, '-S', '-c', {SLEEP!r}]); print('ready', flush=True); time.sleep(60)"""
    child = subprocess.Popen([sys.executable, "-S", "-c", program], stdout=subprocess.PIPE, **platform.OWN_SESSION)
    assert child.stdout is not None
    assert [child.stdout.readline().strip() for _ in range(2)] == [b"ready"] * 2
    platform.kill_session(child.pid)
    assert child.stdout.read() == b"", "the pipe closes with the last of them"
    child.wait()
    child.stdout.close()


def test_the_boot_has_a_name_and_its_clock_goes_on() -> None:
    assert platform.boot_name() == platform.boot_name() != ""
    assert 0 < platform.boot_clock() <= platform.boot_clock()


@pytest.mark.skipif(not platform.HAS_UNIX_SOCKETS, reason="there are no Unix sockets here")
def test_who_is_at_the_other_end_of_a_unix_socket_is_known() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX)
    with ours, theirs:
        assert platform.user_name(platform.peer_user(ours)) == platform.own_name()


ME = "S-1-5-21-1-2-3-1001"


@pytest.mark.parametrize("folder", [True, False])
def test_a_private_list_of_windows_lets_nobody_else_in(folder: bool) -> None:
    assert sddl.strangers(sddl.private_list(ME, folder), ME) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)", ()),
        (f"O:{ME}G:BAD:AI(A;ID;FA;;;SY)(A;ID;FA;;;{ME})", ()),
        ("D:(A;OICIIO;FA;;;CO)(A;;FA;;;S-1-5-18)(A;;FA;;;S-1-5-32-544)", ()),
        ("D:AI(A;OICIID;0x1200a9;;;BU)(A;ID;FA;;;SY)", ("BU",)),
        ("D:(A;;FR;;;WD)(A;;FR;;;WD)(A;;FA;;;S-1-5-21-1-2-3-1002)", ("WD", "S-1-5-21-1-2-3-1002")),
        ("D:(D;;FA;;;BU)(A;OICIIO;FA;;;BU)", ()),
        ("D:", ()),
        ("D:NO_ACCESS_CONTROL", ("WD",)),
        ("O:BA", ("WD",)),
    ],
)
def test_whom_a_list_of_windows_lets_in_is_read(text: str, expected: tuple[str, ...]) -> None:
    assert sddl.strangers(text, ME) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D:AI(A;OICIID;0x1200a9;;;BU)(A;ID;FA;;;SY)", ()),  # reads and runs
        ("D:AI(A;OICIID;0x1301bf;;;AU)(A;ID;0x1200a9;;;BU)", ("AU",)),  # what a folder below C:\ inherits
        ("D:(A;;FR;;;WD)", ()),
        ("D:(A;;FRFW;;;WD)", ("WD",)),
        ("D:(A;;WD;;;BU)", ("BU",)),  # may give itself the rest
        (f"D:(A;;FA;;;{ME})(A;;FA;;;SY)", ()),
        ("D:NO_ACCESS_CONTROL", ("WD",)),
    ],
)
def test_who_may_change_a_file_by_its_list_is_read(text: str, expected: tuple[str, ...]) -> None:
    assert sddl.changers(text, ME) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
@pytest.mark.parametrize(("mode", "changed"), [(0o600, False), (0o644, False), (0o664, True), (0o602, True)])
def test_who_may_change_a_file_by_its_mode_is_read(tmp_path: Path, mode: int, changed: bool) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "file").chmod(mode)
    assert platform.others_change(tmp_path / "file") is changed


# ——— nobody else

SOURCES = FOLDER.parents[1]
OWN_CALLS = re.compile(
    r"\bos\.open\(|\b(?:import|from) (?:fcntl|pwd|grp|resource|termios|select|msvcrt|winreg|_winapi|uvloop)\b|/proc\b"
    r"|\bsignal\.(?:SIG[A-Z]|CTRL_)\w+|\bos\.(?:kill|killpg|fork|geteuid|getuid|getpwuid|mkfifo|pread|pwrite)\(|\bpidfd"
    r"|\badd_signal_handler\(|\bimport ctypes\b"
    r"|\bcreate_time\("  # psutil's moves with the clock, so it names no process: `born` does
)
OF_SYSTEMS = re.compile(r"foundation/platform/.*|processes/(linux|macos|windows|text_pipe).*|host/(windows|macos).*")
ELSEWHERE = {  # what else may do it, exactly so, and why
    "cli/files.py": ({"/proc"}, "the name that a shell gives to what it has opened already"),
    "cli/main.py": ({"os.open("}, "nothing, in place of a standard stream that is closed"),
    "desktop/login_start.py": ({"import winreg"}, "what Windows starts at login, below such a test"),
    "desktop/requirements.py": ({"import ctypes", "/proc"}, "what Qt loads, and whether Linux lets it have a sandbox"),
    "foundation/unix_address.py": ({"os.open(", "/proc"}, "a folder as a short path, below a test of the system"),
    "host/machine.py": ({"/proc"}, "the limits of containers, which only Linux has"),
    "host/surroundings.py": ({"import resource"}, "how many files may be open, below a test of the system"),
    "notifications/sender_process.py": (
        {"import resource"},
        "a limit that only Linux keeps, below such a test",
    ),
    "programs/quarantine.py": ({"import ctypes"}, "macOS' mark on what was downloaded, below such a test"),
    "programs/unpack_place.py": ({"os.open("}, "folders as descriptors, where the system has that, below a test of it"),
    "settings/access.py": (
        {"os.geteuid(", "import grp", "import pwd"},
        "who is in a file's group, where there are groups, below such a test",
    ),
}


def calls(path: Path) -> set[str]:
    """What a file says, outside of its docstrings and comments, that only one system understands."""
    tree = ast.parse(path.read_text("utf-8"))
    for each in ast.walk(tree):
        documented = isinstance(each, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        if documented and ast.get_docstring(each):
            each.body = each.body[1:] or [ast.Pass()]
    return {found[0] for found in OWN_CALLS.finditer(ast.unparse(tree))}


def test_only_the_files_of_the_systems_do_what_one_system_alone_can() -> None:
    files = {path.relative_to(SOURCES).as_posix(): path for path in SOURCES.rglob("*.py")}
    places = {name: calls(path) for name, path in files.items() if not OF_SYSTEMS.fullmatch(name)}
    expected = {name: allowed for name, (allowed, _) in ELSEWHERE.items()}
    assert {name: found for name, found in places.items() if found} == expected
