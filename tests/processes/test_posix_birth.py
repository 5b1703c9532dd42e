"""Of the processes that hold a miner's lock, the one that was started as a miner is taken first."""

import subprocess
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("sessions are what POSIX has", allow_module_level=True)

from mining.processes.posix_birth import leaders_first

PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=sys.stdin)
print(child.pid, flush=True)
child.wait()
"""


def test_the_leader_of_a_session_comes_before_its_children_and_before_who_is_gone() -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", PARENT], start_new_session=True, **pipes) as parent:
        child = int(parent.stdout.readline())
        assert leaders_first([child, parent.pid]) == [parent.pid, child]
        parent.stdin.write(b"\n")
        parent.stdin.flush()
        parent.wait(30)
    assert leaders_first([child, parent.pid]) == [child, parent.pid], "nobody is there"
