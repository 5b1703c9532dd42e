"""As the first of a pid namespace: gives a miner's pid to a stranger. The arguments are a system and a folder."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.processes.systems import system

NEXT = Path("/proc/sys/kernel/ns_last_pid")
STRANGER = ("sleep", "60")


def stranger_of(pid: int) -> "subprocess.Popen[bytes]":
    """A process of exactly that pid."""
    for _ in range(100):
        NEXT.write_text(str(pid - 1))
        process = subprocess.Popen(STRANGER, start_new_session=True)
        if process.pid == pid:
            return process
        process.kill()
        process.wait()
    raise SystemExit("that pid was not given anew")


async def once(name: str, root: Path) -> None:
    """A miner dies, its pid becomes another's, and neither its old holder nor the next daemon touches that."""
    subprocess.run([sys.executable, "-m", __spec__.name, name, str(root), "spawn"], check=True)
    one = system(name, root)
    held, _ = one.daemon().adopt("one", "file")
    assert held is not None
    await one.ready(held, "obeys")
    os.kill(held.pid, signal.SIGKILL)
    os.waitpid(held.pid, 0)  # before any watch has looked; it has become ours, who are the first here
    stranger = stranger_of(held.pid)
    await held.stop(0.2)
    held.close()
    found, record = one.daemon().adopt("one", "file")
    assert record is not None
    assert (found, record.pid) == (None, stranger.pid)
    assert stranger.poll() is None, "the stranger was ended"
    stranger.kill()
    stranger.wait()
    print("same pid, another process", flush=True)


async def spawn(name: str, root: Path) -> None:
    """As a daemon that ends, whose miner goes on."""
    system(name, root).spawn("obeys")


if __name__ == "__main__":
    if sys.argv[3:]:
        asyncio.run(spawn(sys.argv[1], Path(sys.argv[2])))
        sys.exit(0)
    try:
        NEXT.write_text(NEXT.read_text())
    except OSError:
        sys.exit(77)
    for number in range(3):
        asyncio.run(once(sys.argv[1], Path(sys.argv[2]) / str(number)))
