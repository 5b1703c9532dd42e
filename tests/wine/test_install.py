"""A program for Windows comes from its author's release, is updated, goes back and is removed."""

import io
import json
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.locked import pip
from tests.standins import vendor as standin
from tests.vendors import SCRIPT, told_of
from tests.wine.rig import WindowsDaemon
from tests.wine.windows_python import OPTIONS, PYTHON, windows_path

pytestmark = pytest.mark.slow
RUN = (  # an embedded Python does not look beside a script by itself
    "import os, runpy, sys; script = sys.argv.pop(1); sys.path.insert(0, os.path.dirname(script));"
    " runpy.run_path(script, run_name='__main__')"
)


class VendorDaemon(WindowsDaemon):
    """One whose XMRig comes from a vendor on loopback, which is a process of Linux."""

    def __init__(self, data: Path, vendor: standin.Standin) -> None:
        super().__init__(data)
        self._vendor = vendor

    def argv(self) -> list[str]:
        """What Python is to run."""
        said = json.dumps({"vendor": told_of(self._vendor)})
        return [*OPTIONS, "-c", RUN, windows_path(SCRIPT), self.named(self.data), str(self.port), said]


@contextmanager
def a_vendor_daemon(data: Path) -> Iterator[tuple[VendorDaemon, standin.Standin]]:
    """It runs beside its vendor; at the end both are gone."""
    with standin.running() as vendor:
        running = VendorDaemon(data, vendor)
        try:
            running.start()
            yield running, vendor
        finally:
            running.clean_up()


def program(text: str) -> bytes:
    """A program for Windows that prints this, as pip makes one of a script: a launcher, a line and an archive."""
    ask = "from pip._vendor import distlib; print(distlib.__path__[0])"
    place = subprocess.run([str(pip()[0]), "-c", ask], capture_output=True, text=True, check=True).stdout.strip()
    script = io.BytesIO()
    with zipfile.ZipFile(script, "w") as packed:
        packed.writestr("__main__.py", f"print({text!r})\n")
    interpreter = f"#!{windows_path(PYTHON / 'python.exe')}\r\n".encode()
    return Path(place, "t64.exe").read_bytes() + interpreter + script.getvalue()


def publish(vendor: standin.Standin, version: str) -> None:
    packed = standin.archive(program(f"XMRig {version}"), version, "zip", binary="xmrig.exe")
    vendor.publish(version, {standin.asset_name(version, "windows-x64.zip"): packed})


def test_it_installs_updates_goes_back_and_removes(data_dir: Path) -> None:
    with a_vendor_daemon(data_dir) as (here, vendor):

        def xmrig() -> dict[str, object]:
            items = here.call("GET", "/miners/available")[1]["data"]["items"]
            return next(dict(item) for item in items if item["type"] == "xmrig")

        publish(vendor, "9.9.8")
        status, answer = here.call("POST", "/miners/xmrig/install")
        assert (status, answer["data"]["result"]["program"]["verified"]) == (201, "signature"), answer
        assert str(xmrig()["path"]).endswith("xmrig.exe")
        publish(vendor, "9.9.9")
        done = here.ask("install", "xmrig", "--version", "9.9.9")
        assert (done.returncode, "XMRig 9.9.9 is installed instead of 9.9.8." in done.stdout) == (0, True), done.stdout
        assert xmrig()["previousVersion"] == "9.9.8"
        assert here.call("POST", "/miners/xmrig/rollback")[0] == 200
        assert xmrig()["installedVersion"] == "9.9.8"
        assert here.call("DELETE", "/miners/xmrig/uninstall")[0] == 200
        assert (xmrig()["installed"], xmrig()["path"]) == (False, None)
        assert not [path.name for path in data_dir.rglob("xmrig.exe")]
