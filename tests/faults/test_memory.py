"""F14: memory runs out, the kernel ends a miner, and it is told apart from a crash."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.daemons import daemon, wait_for
from tests.needs import lack

pytestmark = [pytest.mark.slow, pytest.mark.long]
LIMIT = 64 << 20
HOG = "import sys; sys.stdin.read(); hog = bytearray(1 << 30); print(len(hog))"


@pytest.fixture
def small() -> Iterator[Path]:
    """A group of processes that share 64 MiB of memory."""
    root, limit = Path("/sys/fs/cgroup"), "memory.max"  # version 2
    if (root / "memory").is_dir():
        root, limit = root / "memory", "memory.limit_in_bytes"
    group = root / f"mining-test-{os.getpid()}"
    try:
        group.mkdir()
        (group / limit).write_text(str(LIMIT))
    except OSError as error:
        lack("a memory cgroup of one's own", str(error))
    yield group
    wait_for(lambda: not (group / "cgroup.procs").read_text().split(), 30, "the group to be empty")
    group.rmdir()


def test_a_miner_that_the_kernel_ends_is_told_of_in_words_and_starts_again(data_dir: Path, small: Path) -> None:
    with daemon(data_dir) as running:
        pid = running.simulate("one")["pid"]
        neighbour = running.simulate("two")["pid"]
        (small / "cgroup.procs").write_text(str(pid))
        Path(f"/proc/{pid}/oom_score_adj").write_text("1000")  # it is the one to go
        with subprocess.Popen([sys.executable, "-c", HOG], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as hog:
            (small / "cgroup.procs").write_text(str(hog.pid))
            assert hog.stdin is not None
            hog.stdin.close()
            try:
                wait_for(lambda: running.miner("one")["lastExit"] is not None, 60, "the kernel to end it")
            finally:
                with suppress(ProcessLookupError):
                    hog.kill()
        assert running.miner("one")["lastExit"]["cause"] == "oom"
        crashes = lambda: [each for each in running.events("one") if each["event"] == "crash"]  # noqa: E731 - it is asked again
        wait_for(crashes, 20, "the timeline to tell")
        (crash,) = crashes()
        assert crash["text"].startswith("Memory ran out, and the system ended it.")
        wait_for(lambda: running.miner("one")["status"] == "running", 60, "it to start again")
        assert running.miner("two")["pid"] == neighbour
