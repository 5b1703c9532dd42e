"""The wheel and the sdist: what is in them, and that they work where only they are installed."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from mining import __version__
from tests.daemons import SLACK
from tests.needs import need
from tests.systems import LINUX

pytestmark = [pytest.mark.slow, LINUX]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this tree."""
    folder = tmp_path_factory.mktemp("packages")
    done(sys.executable, "-m", "hatchling", "build", "-d", str(folder), folder=ROOT)
    return folder


def done(*argv: str, folder: Path | None = None, **variables: str) -> str:
    """What a command prints, which must end well."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MINING_", "PYTHON"))}
    ended = subprocess.run(argv, cwd=folder, env=environment | variables, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_the_wheel_holds_the_dashboard_the_page_and_the_licence_and_no_tests(packages: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("mining/api/dashboard/mining-dashboard.js", "mining/cli/terminal/page.tcss"):
        assert name in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    stem = wheel.name.rpartition("-py3")[0]
    assert {name.split("/")[0] for name in names} == {"mining", f"{stem}.dist-info", f"{stem}.data"}
    assert f"{stem}.data/data/share/man/man1/miner-ctrl.1" in names
    metadata = zipfile.ZipFile(wheel).read(f"{wheel.name.rpartition('-py3')[0]}.dist-info/METADATA").decode()
    assert "Provides-Extra: terminal" in metadata


def test_the_wheel_of_the_sdist_is_that_of_the_tree(packages: Path, tmp_path: Path) -> None:
    (sdist,), (wheel,) = packages.glob("*.tar.gz"), packages.glob("*.whl")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (tree,) = tmp_path.iterdir()
    done(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "again"), folder=tree)
    assert contents(tmp_path / "again" / wheel.name) == contents(wheel)


def contents(wheel: Path) -> dict[str, int]:
    return {each.filename: each.CRC for each in zipfile.ZipFile(wheel).infolist()}


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_a_fresh_environment_with_nothing_but_the_package_has_a_command_that_works(
    packages: Path, tmp_path: Path, kind: str
) -> None:
    (package,) = packages.glob(kind)
    done(sys.executable, "-m", "venv", str(tmp_path / "venv"))
    here = Path(
        done(str(tmp_path / "venv/bin/python"), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    )
    # What it depends on is what the lock holds, as it lies in the environment of the tests; nothing is downloaded.
    (here / "locked.pth").write_text(sysconfig.get_path("purelib"))
    pip = (str(tmp_path / "venv/bin/python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    done(*pip, "--no-index", "--no-deps", "--no-build-isolation", str(package))
    works(tmp_path / "venv/bin", tmp_path / "data", here)


def works(scripts: Path, data: Path, site: Path | None = None) -> None:
    """Whether the command of an environment is its own, and a daemon of it answers."""
    command = (str(scripts / "miner-ctrl"), "--data-dir", str(data))
    assert done(*command, "version").startswith(f"miner-ctrl {__version__}\n")
    if site is not None:
        file = done(str(scripts / "python"), "-c", "import mining; print(mining.__file__)", folder=data.parent)
        assert Path(file.strip()).is_relative_to(site)
    argv = [*command, "serve", "--port", "0"]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            next(line for line in daemon.stdout if "http://" in line)
            assert "No miners yet" in done(*command, "status")
        finally:
            daemon.terminate()
            daemon.wait(20 * SLACK)


@pytest.mark.long
@pytest.mark.parametrize("way", ["pip", "uv tool"])
def test_it_installs_from_the_index_in_the_versions_of_the_lock(packages: Path, tmp_path: Path, way: str) -> None:
    (wheel,) = packages.glob("*.whl")
    uv = str(need("uv"))
    locked = {"UV_CONSTRAINT": str(tmp_path / "constraints.txt")}
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    pins = [line.removesuffix(" \\") for line in lines if line[:1].isalnum()]
    (tmp_path / "constraints.txt").write_text("\n".join(pins))
    wanted = f"mining-platform[terminal] @ {wheel.as_uri()}"
    if way == "pip":
        done(sys.executable, "-m", "venv", str(tmp_path / "venv"))
        scripts = tmp_path / "venv/bin"
        done(str(scripts / "python"), "-m", "pip", "install", "-c", str(tmp_path / "constraints.txt"), wanted)
    else:
        scripts = tmp_path / "bin"
        folders = {"UV_TOOL_DIR": str(tmp_path / "tools"), "UV_TOOL_BIN_DIR": str(scripts)}
        done(uv, "tool", "install", "--python", sys.executable, wanted, **folders, **locked)
    works(scripts, tmp_path / "data")
