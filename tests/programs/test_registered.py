"""A program that its owner registered is run only while it is what was registered."""

import hashlib
import os
import re
import sys
from pathlib import Path

import pytest

import mining
from mining.domain.errors import InvalidRequest, MinerNotInstalled
from mining.domain.shell import example_path
from mining.miners.demo import Demo
from mining.programs.registered import register, stranger, wrong_processor, wrong_system
from mining.programs.registry import InstalledPrograms
from mining.programs.version import output_of
from tests.daemons import wait_for
from tests.systems import LINKS, POSIX, is_private

SCRIPT = "#!/bin/sh\necho prog 1.2.3\n"


class Prog(Demo):
    name = "prog"
    module = None

    def version_argv(self, program):
        return (program, "--version")

    def read_version(self, output):
        match = re.match(r"prog (\S+)$", output.strip())
        return match[1] if match else None


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "prog"
    path.write_bytes(SCRIPT.encode())
    path.chmod(0o755)
    return path


@pytest.fixture
def records(tmp_path):
    return tmp_path / "programs"


def registry(records):
    return InstalledPrograms(records, sys.executable, ("linux", "amd64"))


def why(records, kind=None):
    with pytest.raises(MinerNotInstalled) as caught:
        registry(records).check(kind or Prog())
    return caught.value


def test_a_registered_program_is_found_and_proven(script, records):
    program = register(Prog(), script, records)
    assert (program.version, program.origin, program.path) == ("1.2.3", "yours", str(script))
    assert program.sha256 == hashlib.sha256(SCRIPT.encode()).hexdigest()
    assert registry(records).find(Prog()) == registry(records).check(Prog()) == program
    assert is_private(records / "prog.json")


@LINKS
def test_a_link_is_followed_once_and_for_all(script, records, tmp_path):
    (tmp_path / "link").symlink_to(script)
    assert register(Prog(), tmp_path / "link", records).path == str(script)


def test_what_is_not_registered_says_how_to_register_it(records):
    assert registry(records).find(Prog()) is None
    error = why(records)
    assert error.details["reason"] == "program_missing"
    assert error.details["suggestion"] == f"miner-ctrl register prog {example_path('prog')}"


def test_a_vanished_program_may_be_quarantined(script, records):
    register(Prog(), script, records)
    script.unlink()
    assert why(records).details["reason"] == "quarantined"


def test_a_changed_program_is_refused_though_size_and_time_are_the_same(script, records):
    register(Prog(), script, records)
    before = script.stat()
    script.write_bytes(SCRIPT.replace("1.2.3", "1.2.4").encode())
    os.utime(script, ns=(before.st_atime_ns, before.st_mtime_ns))
    error = why(records)
    assert error.details["reason"] == "program_changed"
    assert "register it again" in error.message


@POSIX
@pytest.mark.parametrize("mode", [0o644, 0o757])
def test_a_program_with_the_wrong_mode_is_refused(script, records, mode):
    register(Prog(), script, records)
    script.chmod(mode)
    assert why(records).details["reason"] == "program_changed"
    with pytest.raises(InvalidRequest):
        register(Prog(), script, records)


def test_another_program_a_folder_and_nothing_are_refused(script, records, tmp_path):
    script.write_text("#!/bin/sh\necho other 1\n")
    for path in (script, tmp_path, tmp_path / "absent"):
        with pytest.raises(InvalidRequest):
            register(Prog(), path, records)
    assert not records.exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"type":"other"}', "\0" * 99])
def test_a_torn_record_is_no_program_and_is_said(script, records, content):
    register(Prog(), script, records)
    (records / "prog.json").write_text(content)
    assert registry(records).find(Prog()) is None
    assert "damaged" in why(records).message


def test_our_own_programs_need_no_record(records):
    program = registry(records).check(Demo())
    assert (program.path, program.version, program.origin) == (sys.executable, mining.__version__, "own")


def test_a_program_for_another_processor_is_told_by_its_header():
    arm = b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00" + b"\xb7\x00"
    assert "another processor" in wrong_processor(arm, "x86_64")
    assert wrong_processor(arm, "aarch64") is None
    assert wrong_processor(b"#!/bin/sh\n" + bytes(20), "x86_64") is None


@POSIX
def test_asking_for_a_version_ends_in_time_and_gives_nothing_away(script, monkeypatch):
    monkeypatch.setenv("MINING_TOKEN", "secret")
    script.write_text("#!/bin/sh\nenv; pwd; cat\n")
    said = output_of([str(script)])
    assert "secret" not in said
    assert "HOME=" in said
    for endless in ("sleep 60", "exec >&- 2>&-; sleep 60", "while :; do echo; sleep 0.01; done"):
        script.write_text(f"#!/bin/sh\n{endless}\n")
        with pytest.raises(TimeoutError):
            output_of([str(script)], limit=0.3)


@POSIX
def test_what_a_program_leaves_running_is_ended_and_what_it_floods_is_not_kept(script, tmp_path):
    mark = tmp_path / "left"
    script.write_text(f"#!/bin/sh\n(sleep 3600; echo late > {mark}) & echo $! > {mark}\necho prog 1.2.3\n")
    assert output_of([str(script)], limit=60) == "prog 1.2.3\n"
    left = Path("/proc") / mark.read_text().strip() / "stat"
    wait_for(lambda: state(left) in ("", "Z"), 10, "what it left running to be ended")
    script.write_text("#!/bin/sh\nexec yes\n")
    assert len(output_of([str(script)], limit=60)) == 64 * 1024


def state(stat):
    """A process's letter in /proc; nothing when it is gone."""
    try:
        return stat.read_text().rpartition(") ")[2][:1]
    except OSError:
        return ""


@pytest.mark.parametrize(
    ("header", "linux", "darwin", "windows"),
    [
        (b"\x7fELF\x02\x01\x01", None, "Linux", "Linux"),
        (b"MZ\x90\0", None, "Windows", None),  # Linux may run those of Windows
        (b"\xcf\xfa\xed\xfe\x0c\0\0\x01", "macOS", None, "macOS"),
        (b"\xca\xfe\xba\xbe\0\0\0\x02", "macOS", None, "macOS"),
        (b"#!/bin/sh\n", None, None, None),
        (b"", None, None, None),
    ],
)
def test_a_program_for_another_system_is_told_by_its_header(header, linux, darwin, windows):
    for platform, built in (("linux", linux), ("darwin", darwin), ("win32", windows)):
        issue = wrong_system(header, platform)
        assert issue is None if built is None else f"a program for {built}" in issue


def test_a_file_of_root_is_no_strangers(tmp_path):
    (tmp_path / "mine").touch()
    assert stranger(tmp_path / "mine") is stranger(Path("/bin/sh")) is stranger(tmp_path / "none") is None
