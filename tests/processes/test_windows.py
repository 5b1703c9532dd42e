"""What only the file for Windows does: jobs by name, births in steps, ends by Ctrl-C."""

import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform != "win32":
    pytest.skip("these are Windows' own means", allow_module_level=True)

from mining.foundation.platform import born, windows_jobs
from mining.processes import windows
from mining.processes.run_folder import RunFolder
from mining.processes.windows import WindowsProcesses, job_name
from tests.processes.systems import RealSystem

DIES = """
import asyncio, os, sys
from pathlib import Path
from mining.foundation.platform import windows_jobs
from mining.processes.windows import WindowsProcesses
from tests.processes.systems import RealSystem

def die(*_):
    os._exit(9)

async def main():
    one = RealSystem(WindowsProcesses, {}, Path(sys.argv[2]))
    if sys.argv[1] == "before it is in its job":
        windows_jobs.assign = die
    else:
        WindowsProcesses._begin = die
    one.spawn("obeys")

asyncio.run(main())
"""


@pytest.mark.parametrize("moment", ["before it is in its job", "before it runs"])
async def test_a_miner_whose_daemon_died_at_its_birth_is_found_and_runs(moment: str, tmp_path: Path) -> None:
    one = RealSystem(WindowsProcesses, {}, tmp_path)
    died = subprocess.run([sys.executable, "-c", DIES, moment, str(tmp_path)], capture_output=True, check=False)
    assert died.returncode == 9, died.stderr.decode()
    (pid,) = one.living()
    found, record = one.daemon().adopt("one", "file")
    assert found is not None
    assert record is not None
    assert (found.pid, record.pid) == (pid, pid if moment == "before it runs" else None)
    await one.ready(found, "obeys")
    job = windows_jobs.open_job(job_name(RunFolder(tmp_path / "run", "one")))
    assert job is not None
    assert pid in windows_jobs.pids_in(job)
    await found.stop(60)
    assert await found.wait() == 5
    found.close()
    assert born(pid) is None


async def test_a_console_that_outlives_its_miner_is_not_taken_for_it_by_job_or_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = RealSystem(WindowsProcesses, {}, tmp_path)
    process = one.spawn("obeys")
    assert one.living() == [process.pid]
    with monkeypatch.context() as patched:
        patched.setattr(windows, "image_of", lambda _: str(windows._CONSOLE))
        assert one.living() == []
    process.close()
    one.end()


async def test_the_job_is_found_by_its_name_when_its_maker_has_gone_and_ends_all(tmp_path: Path) -> None:
    one = RealSystem(WindowsProcesses, {}, tmp_path)
    process = one.spawn("leaves a child")
    await one.ready(process, "leaves a child")
    process.close()
    assert len(one.living()) == 2
    job = windows_jobs.open_job(job_name(RunFolder(tmp_path / "run", "one")))
    assert job is not None
    windows_jobs.terminate(job, 1)
    assert one.living() == []


@pytest.mark.parametrize(
    ("flags", "kept"),
    [
        (0, False),
        (0x2000, True),
        (0x2000 | 0x4, True),
        (0x2000 | 0x800, False),
        (0x2000 | 0x1000, False),
        (0x800, False),
    ],
)
def test_a_job_that_ends_with_its_terminal_and_lets_nobody_out_is_told_from_others(flags: int, kept: bool) -> None:
    assert windows_jobs.keeps_to_its_end(flags) is kept
