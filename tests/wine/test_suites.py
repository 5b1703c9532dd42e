"""The quick tests of the rooms that hold most rules pass on Windows' own Python too.

The tests themselves read their files as UTF-8 (`-X utf8`); `test_daemon.py` tries without it what the product reads and
writes.
"""

import pytest

from tests.wine.windows_python import run

pytestmark = [pytest.mark.slow, pytest.mark.long]
QUICK = ("-m", "not slow and not live and not long", "--hypothesis-profile", "check")
PLUGINS = ("-p", "tests.needs", "-p", "tests.wine.lacks", "-p", "no:cacheprovider")


@pytest.mark.parametrize(
    "room",
    [
        "domain", "miners", "api", "cli", "client", "storage", "processes", "foundation", "settings", "host",
        "engine", "pools", "notifications", "security",
        "programs/test_extract.py", "programs/test_unpack_place.py", "programs/test_tampered.py",
    ],
)  # fmt: skip
def test_the_quick_tests_pass_on_windows_of(room: str) -> None:
    done = run("-X", "utf8", "-m", "pytest", "-q", *PLUGINS, *QUICK, f"tests/{room}", timeout=3600)
    last = done.stdout.rstrip().rpartition("\n")[2]
    print(f"{room}: {last}")  # the figures of docs/reliability.md, with `-rP`
    assert (done.returncode, " passed" in last) == (0, True), done.stdout[-12000:]  # Wine says 0 of whom it ended
