"""The product can be installed where it is promised: the lock holds the hash of a wheel for each system and Python."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.locked import SYSTEMS, locked_for, pip
from tests.needs import lack

LOCK = Path(__file__).parent.parent / "requirements.lock"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLACES = [
    (system, python)
    for system in SYSTEMS
    for python in PYTHONS
    if (system, python) != ("win_arm64", "3.11")  # hardly anybody makes wheels for it: docs/guides/windows.md says so
]


def names(lines: list[str]) -> set[str]:
    return {line.split("==")[0] for line in lines}


def test_only_what_a_system_needs_is_asked_for_there() -> None:
    windows, macos = (names(locked_for(SYSTEMS[each], "3.13", LOCK)) for each in ("win_amd64", "macos_arm64"))
    assert windows - macos == {"tzdata"}
    assert macos - windows == {"uvloop"}
    assert {"psutil", "pydantic", "pysequoia"} <= windows & macos


def test_a_line_keeps_its_version_and_every_hash(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    hashes = [f"--hash=sha256:{each}" for each in ("aa", "bb", "cc")]
    lines = [
        "one==1.0 ; sys_platform == 'win32' \\",
        f"    {hashes[0]} \\",
        f"    {hashes[1]}",
        "two==2 \\",
        f"    {hashes[2]}",
    ]
    lock.write_text("\n".join(lines) + "\n")
    one, two = f"one==1.0 {hashes[0]} {hashes[1]}", f"two==2 {hashes[2]}"
    assert locked_for(SYSTEMS["win_amd64"], "3.13", lock) == [one, two]
    assert locked_for(SYSTEMS["macos_arm64"], "3.13", lock) == [two]
    assert locked_for(SYSTEMS["win_amd64"], "3.13", lock, frozenset({"two"})) == [one]


@pytest.mark.long
@pytest.mark.parametrize(("name", "python"), PLACES)
def test_the_lock_holds_a_wheel_of_every_package_for(name: str, python: str, tmp_path: Path) -> None:
    wanted = locked_for(SYSTEMS[name], python, LOCK)
    (tmp_path / "wanted.txt").write_text("\n".join(wanted) + "\n")
    tags = [word for tag in SYSTEMS[name].wheels for word in ("--platform", tag)]
    how = ("--dry-run", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--report", "-")
    where = ("--target", tmp_path / "target", "--python-version", python, "--implementation", "cp", *tags)
    command = [*pip(), "install", *how, *where, "-r", tmp_path / "wanted.txt"]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if "Retrying" in done.stderr and done.returncode != 0:
        lack("the package index", done.stderr[-2000:])
    assert done.returncode == 0, done.stderr[-2000:]
    chosen = {each["download_info"]["archive_info"]["hashes"]["sha256"] for each in json.loads(done.stdout)["install"]}
    locked = {line.split("==")[0]: set(line.split(" --hash=sha256:")[1:]) for line in wanted}
    assert len(chosen) == len(wanted) > 40
    assert {package for package, hashes in locked.items() if not hashes & chosen} == set()
