"""What is seen of a process from outside: its own arguments, and only plain files of a sensible size."""

import os
import subprocess
import sys
from pathlib import Path

from mining.foundation.platform import arguments
from mining.processes.held_process import MOST, content
from tests.daemons import wait_for
from tests.systems import POSIX


def test_the_arguments_are_those_of_the_process_whatever_they_hold() -> None:
    said = ("-c", "import time; time.sleep(60)", "", "ü --x=y\n", "last")
    process = subprocess.Popen([sys.executable, *said])
    try:
        seen = wait_for(lambda: arguments(process.pid), 10, "the system to have them")  # it begins without any
        assert seen == (sys.executable, *said)
    finally:
        process.kill()
        process.wait()
    assert arguments(process.pid) is None


@POSIX
def test_only_a_plain_file_is_read_and_nothing_makes_anybody_wait(tmp_path: Path) -> None:
    plain = tmp_path / "config.json"
    plain.write_bytes(b"{}")
    assert content(plain) == b"{}"
    (tmp_path / "link").symlink_to(plain)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "large").write_bytes(bytes(MOST + 1))
    for name in ("link", "pipe", "folder", "large", "absent"):
        assert content(tmp_path / name) is None, name
