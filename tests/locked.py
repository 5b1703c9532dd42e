"""What a lock asks for on another system: the requirements whose markers hold there, with their hashes."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement

from tests.needs import lack

CACHE = Path(__file__).parents[1] / ".cache"


class System(NamedTuple):
    """An operating system and processor, as markers and as wheels name them."""

    sys_platform: str
    os_name: str
    platform_system: str
    machine: str
    wheels: Sequence[str]  # tags, the most wanted first
    uv: str  # uv's word for it


def _macos(machine: str) -> list[str]:
    """What runs on macOS 14: wheels for each version until then, of this processor or of both."""
    newer = [f"{major}_0" for major in range(14, 10, -1)]
    older = [f"10_{minor}" for minor in range(16, 8, -1)]
    versions = newer if machine == "arm64" else newer + older
    return [f"macosx_{version}_{machine}" for version in versions] + [
        f"macosx_{version}_universal2" for version in newer + older
    ]


SYSTEMS = {
    "win_amd64": System("win32", "nt", "Windows", "AMD64", ["win_amd64"], "x86_64-pc-windows-msvc"),
    "win_arm64": System("win32", "nt", "Windows", "ARM64", ["win_arm64"], "aarch64-pc-windows-msvc"),
    "macos_x86_64": System("darwin", "posix", "Darwin", "x86_64", _macos("x86_64"), "x86_64-apple-darwin"),
    "macos_arm64": System("darwin", "posix", "Darwin", "arm64", _macos("arm64"), "aarch64-apple-darwin"),
}


def locked_for(system: System, python: str, lock: Path, but: frozenset[str] = frozenset()) -> list[str]:
    """The requirements of a lock for CPython on another system, a line each, save those that are named."""
    marks = {
        "sys_platform": system.sys_platform,
        "os_name": system.os_name,
        "platform_system": system.platform_system,
        "platform_machine": system.machine,
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "implementation_version": f"{python}.0",
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_release": "",
        "platform_version": "",
        "extra": "",
    }
    lines = []
    for line in re.sub(r" *\\\n *", " ", lock.read_text("utf-8")).splitlines():
        wanted, *hashes = line.split(" --hash=")
        requirement = Requirement(wanted)
        if requirement.name not in but and (requirement.marker is None or requirement.marker.evaluate(marks)):
            lines.append(" --hash=".join([f"{requirement.name}{requirement.specifier}", *hashes]))
    return lines


def installer(python: Path) -> tuple[object, ...]:
    """What installs into another Python: uv, else the pip of this one or of the one that it was made from."""
    if uv := shutil.which("uv"):
        return (uv, "pip", "install", "--python", python)
    return (*pip(), "--python", python, "install", "--no-input")


def fetched(lock: Path) -> Path:
    """A folder to import the packages of a lock from, which is named for the folder of the lock; fetched once."""
    place = CACHE / lock.parent.name
    stamp = place / "installed.lock"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        shutil.rmtree(place, ignore_errors=True)
        how = [*installer(Path(sys.executable)), "--quiet", "--target", place, "--require-hashes", "-r", lock]
        done = subprocess.run([str(each) for each in how], capture_output=True, text=True)
        if done.returncode:
            lack(f"what {lock.parent.name} needs, for this Python", done.stderr)
        stamp.write_bytes(lock.read_bytes())
    return place


def pip() -> tuple[object, ...]:
    """The pip of this Python, or of the one that it was made from."""
    for each in (sys.executable, Path(sys.base_prefix) / "bin" / "python3"):
        command = (each, "-m", "pip")
        if subprocess.run([*command, "--version"], capture_output=True).returncode == 0:
            return command
    return lack("uv or pip")


def installer_for(system: System, python: str) -> tuple[object, ...]:
    """What installs wheels for another system into a `--target`."""
    wheels = ("--only-binary", ":all:", "--no-deps", "--python-version", python)
    if uv := shutil.which("uv"):
        return (uv, "pip", "install", *wheels, "--python-platform", system.uv)
    tags = [word for tag in system.wheels for word in ("--platform", tag)]
    return (*pip(), "install", "--no-input", *wheels, "--implementation", "cp", *tags)
