"""Qt for the tests of windows: what `requirements-desktop.lock` says, once for each lock, in .cache/desktop."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from mining.desktop.requirements import loadable, missing_packages
from tests.locked import pip
from tests.needs import lack

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements-desktop.lock"
PLACE = ROOT / ".cache" / "desktop"
_STAMP = "installed.lock"


def qt() -> Path:
    """A folder with Qt's modules; without them, or what they load, the test cannot run here."""
    if missing := missing_packages(loadable):
        lack(f"what Qt loads ({' '.join(missing)})")
    try:
        fetch()
    except OSError as error:
        lack("Qt", str(error))
    return PLACE


def is_ready() -> bool:
    """Whether it is there, as the lock says."""
    stamp = PLACE / _STAMP
    return stamp.exists() and stamp.read_bytes() == LOCK.read_bytes()


def fetch() -> None:
    """Install it beside its place and move it there, so that two who do this at once do no harm; OSError without."""
    if is_ready():
        return
    print("  getting Qt for the tests of the desktop app (260 MB, once) …", flush=True)
    PLACE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PLACE.parent) as folder:
        made = Path(folder) / "desktop"
        words = (*pip(), "install", "--no-input", "--quiet", "--no-compile", "--require-hashes", "--target", made)
        done = subprocess.run([str(word) for word in (*words, "-r", LOCK)], capture_output=True, text=True)
        if done.returncode != 0:
            raise OSError(done.stderr[-3000:])
        shutil.copy(LOCK, made / _STAMP)
        if not is_ready():
            shutil.rmtree(PLACE, ignore_errors=True)
            made.rename(PLACE)


if __name__ == "__main__" and sys.platform == "linux":
    try:
        fetch()
    except OSError as error:
        print(f"  Qt could not be got:\n{error}", file=sys.stderr)
