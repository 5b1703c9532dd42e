"""S8: an installation that is killed, or finds the disk full, leaves the old or the new version, whole."""

import os
import shutil
import signal
import subprocess
import sys
from tempfile import TemporaryDirectory

import pytest

from mining.domain.errors import StorageFull
from mining.programs.versions import Versions
from tests.full_disk import no_file_larger_than
from tests.programs import killed_install
from tests.standins import vendor as standin


@pytest.fixture
def two_versions(place, tmp_path):
    """9.9.8 in use, 9.9.7 before it, 9.9.9 published; and a way back to exactly that."""
    for version in ("9.9.7", "9.9.8"):
        place.publish(version)
        place.install()
    place.publish("9.9.9")
    kept = tmp_path / "kept"
    shutil.copytree(place.programs, kept)

    def restore():
        shutil.rmtree(place.programs)
        shutil.copytree(kept, place.programs)

    return restore


def install_until(place, step):
    """Install in a process that is killed before a step; how it ended, and what it said."""
    vendor = place.vendor.vendor
    return subprocess.run(
        [sys.executable, killed_install.__file__, place.programs, vendor.api, vendor.downloads, vendor.redirects[0],
         standin.KEY.fingerprint, str(step)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def check_whole(place):
    """The version in use is whole, is what it says, and nothing half-made is taken for a version."""
    version = place.version
    assert version in ("9.9.8", "9.9.9")
    program = Versions(place.programs, "xmrig").previous() if version == "9.9.9" else None
    assert program is None or program.version == "9.9.8"
    path = next(path for path in (place.programs / "xmrig/versions" / version).rglob("xmrig"))
    assert subprocess.run([path], capture_output=True, text=True, check=True).stdout == f"XMRig {version}\n"
    return version


@pytest.mark.slow
@pytest.mark.parametrize("points", [12, pytest.param(50, marks=pytest.mark.long)])
def test_an_installation_killed_anywhere_leaves_one_whole_version(place, two_versions, points):
    total = int(install_until(place, 0).stdout)
    assert place.version == "9.9.9"
    seen = set()
    for number in range(points):
        two_versions()
        ended = install_until(place, 1 + number * (total - 1) // (points - 1))
        assert ended.returncode == -signal.SIGKILL, ended.stderr  # the fault did happen
        version = check_whole(place)
        seen.add(version)
        place.installer.sweep(place.kind)
        assert place.places() == (["9.9.7", "9.9.8"] if version == "9.9.8" else ["9.9.8", "9.9.9"])
        assert not list(place.programs.rglob("*.tmp"))
        assert check_whole(place) == version
        assert place.install().program.version == "9.9.9"
        assert place.places() == ["9.9.8", "9.9.9"]
    assert seen == {"9.9.8", "9.9.9"}


# ——— a full disk


@pytest.mark.parametrize(
    ("size", "reached"), [(0, None), (100, None), (6_000, "download"), (100_000, "unpack")]
)  # the list of releases, the archive, what is in it
def test_a_full_disk_is_said_and_changes_nothing(place, size, reached):
    place.publish("9.9.8")
    place.install()
    place.publish("9.9.9", standin.program() + os.urandom(4_000).hex().encode() * 40)
    place.told.clear()
    with no_file_larger_than(size), pytest.raises(StorageFull, match="disk is full"):
        place.install()
    assert (place.told[-1].stage if place.told else None) == reached
    assert (place.version, place.places()) == ("9.9.8", ["9.9.8"])
    assert not list(place.programs.rglob("*.tmp"))
    assert place.install().program.version == "9.9.9"


def can_mount() -> bool:
    """Whether this machine lets us mount a small disk."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    with TemporaryDirectory() as place:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True)
        return mounted.returncode == 0 and subprocess.run(["umount", place]).returncode == 0


if can_mount():

    @pytest.mark.parametrize("free", [0, 8_000, 100_000])
    def test_a_really_full_disk_is_said_and_changes_nothing(place, free):
        place.programs.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m,mode=0700", "tmpfs", place.programs], check=True)
        try:
            fill_and_install(place, free)
        finally:
            subprocess.run(["umount", "--lazy", place.programs], check=True)


def fill_and_install(place, free: int) -> None:
    place.publish("9.9.8")
    place.install()
    place.publish("9.9.9", standin.program() + os.urandom(200_000).hex().encode())
    ballast, room = place.programs / "ballast", os.statvfs(place.programs)
    ballast.write_bytes(bytes(max(room.f_bavail * room.f_frsize - free, 0)))
    with pytest.raises(StorageFull, match="disk is full"):
        place.install()
    assert (place.version, place.places()) == ("9.9.8", ["9.9.8"])
    ballast.unlink()
    assert place.install().program.version == "9.9.9"
