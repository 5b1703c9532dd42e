"""Processes from birth to burial: real small children, spawned, stopped, adopted and swept."""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("these are Linux' own means", allow_module_level=True)

from mining.domain.adapter import Launch
from mining.domain.config import Config
from mining.domain.errors import StorageFull
from mining.domain.process import CannotSpawn, ProcessRecord
from mining.foundation.platform import born
from mining.processes.environment import environment
from mining.processes.linux import LinuxProcess, LinuxProcesses
from mining.processes.linux_lock import holders, sweep
from mining.processes.linux_proc import tree_cpu_seconds
from mining.processes.log_file import LogFile
from mining.processes.run_folder import PLAIN, WHOLE, RunFolder
from tests.processes.records import a_record

SLEEP = "import time; print('ready', flush=True); time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(15, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"
PARENT = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)"], close_fds=False, start_new_session=True)
print('ready', flush=True); time.sleep(60)
"""
SHOW = """
import json, os
print(json.dumps({"env": dict(os.environ), "cwd": os.getcwd(), "umask": os.umask(0), "sid": os.getsid(0),
    "pid": os.getpid(), "fds": sorted(os.listdir("/proc/self/fd"))}))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[RunFolder]:
    made = RunFolder(tmp_path / "run", "one")
    made.make()
    yield made
    for pid in holders(made):
        os.kill(pid, signal.SIGKILL)


def system(folder: RunFolder) -> LinuxProcesses:
    return LinuxProcesses(folder.path.parent, folder.path.parent / "logs")


def start(folder: RunFolder, program: str, **env: str) -> LinuxProcess:
    """A child that runs a few lines of Python."""
    launch = Launch((sys.executable, "-S", "-c", program), {"config.json": b"{}"}, env)
    processes = system(folder)
    return processes.spawn(launch, a_record(folder).but(boot_id=processes.boot), "file")


async def ready(process: LinuxProcess) -> None:
    async with asyncio.timeout(20):
        while "ready" not in process.lines(1.0):
            await asyncio.sleep(0.01)


async def test_a_child_gets_an_allow_list_its_own_session_and_a_private_umask(
    folder: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "secret")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    process = start(folder, SHOW, EXTRA="more")
    assert await process.wait() == 0
    seen = json.loads("".join(process.last_lines()))
    assert "SECRET_TOKEN" not in seen["env"]
    assert (seen["env"]["CUDA_VISIBLE_DEVICES"], seen["env"]["EXTRA"]) == ("1", "more")
    assert {seen["env"]["HOME"], seen["env"]["XDG_CONFIG_HOME"], seen["cwd"]} == {str(folder.path)}
    assert seen["umask"] == 0o077
    assert seen["sid"] == seen["pid"] == process.pid
    assert len(seen["fds"]) == 5, "more than 0, 1, 2, the lock and the listing itself was inherited"
    process.close()


def test_only_what_is_listed_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LD_PRELOAD", "PYTHONPATH", "MINING_TOKEN", "AWS_SECRET"):
        monkeypatch.setenv(name, "x")
    assert not environment(Path("/h"), {}).keys() & {"LD_PRELOAD", "PYTHONPATH", "MINING_TOKEN", "AWS_SECRET"}


@pytest.mark.parametrize(
    ("program", "code"), [("raise SystemExit(7)", 7), ("import os; os.kill(os.getpid(), 11)", -11)]
)
async def test_the_exit_code_is_known(folder: RunFolder, program: str, code: int) -> None:
    process = start(folder, program)
    assert await process.wait() == code
    process.close()


async def test_the_record_names_the_process_and_the_lock_forbids_a_second(folder: RunFolder) -> None:
    process = start(folder, SLEEP)
    await ready(process)
    record = folder.read_record()
    assert record is not None
    assert (record.pid, record.born) == (process.pid, born(process.pid))
    with pytest.raises(CannotSpawn, match="still alive"):
        start(folder, SLEEP)
    await process.stop(5)
    process.close()


async def test_a_stopped_process_can_be_ended_too(folder: RunFolder) -> None:
    process = start(folder, SLEEP)
    await ready(process)
    process.signal(signal.SIGSTOP)
    await process.stop(60)
    assert await process.wait() == -signal.SIGTERM
    await process.stop(1)  # again is no error
    process.close()


async def test_one_that_ignores_the_request_is_killed_after_its_grace(folder: RunFolder) -> None:
    process = start(folder, STUBBORN)
    await ready(process)
    begun = time.monotonic()
    await process.stop(0.3)
    assert await process.wait() == -signal.SIGKILL
    assert time.monotonic() - begun >= 0.3
    process.close()


async def test_the_kernel_ends_one_that_has_used_its_processor_time_whoever_lives(folder: RunFolder) -> None:
    process = start(folder, "print('ready', flush=True)\nwhile True: pass")
    process.limit_processor(1)
    async with asyncio.timeout(60):
        assert await process.wait() == -signal.SIGXCPU
    process.limit_processor(1)  # of one that has gone nothing is asked
    process.close()


async def test_a_child_left_behind_in_another_session_is_swept(folder: RunFolder) -> None:
    process = start(folder, PARENT)
    await ready(process)
    assert len(holders(folder)) == 2
    await process.stop(5)
    assert len(holders(folder)) == 1, "nothing was left behind, so nothing is proven"
    assert await process.sweep() == 1
    assert holders(folder) == []
    process.close()


async def test_a_living_process_is_adopted_and_its_end_is_noticed(folder: RunFolder) -> None:
    process = start(folder, SLEEP)
    await ready(process)
    found, record = system(folder).adopt("one", "file")
    assert found is not None
    assert record is not None
    assert (found.pid, found.adopted) == (process.pid, True)
    await found.stop(5)
    assert await asyncio.wait_for(found.wait(), 30) is None  # not its own child
    assert system(folder).adopt("one", "file")[0] is None
    found.close()
    process.close()


@pytest.mark.parametrize("damage", ["torn record", "no record", "before the spawn", "lock removed", "both removed"])
async def test_a_living_process_is_adopted_whatever_became_of_its_papers(folder: RunFolder, damage: str) -> None:
    process = start(folder, PARENT)
    await ready(process)
    records = [folder.path / name for name in (PLAIN, WHOLE)]
    if damage == "torn record":
        for record in records:
            record.write_bytes(record.read_bytes()[:30])
    elif damage == "before the spawn":
        folder.write_record(a_record(folder))
    elif damage != "lock removed":
        for record in records:
            record.unlink()
    if "lock" in damage or "both" in damage:
        folder.lock.unlink()
    for _ in range(2):  # and again by the daemon after that
        found, _ = system(folder).adopt("one", "file")
        assert found is not None
        assert found.pid == process.pid
        found.close()
    await process.stop(5)
    sweep(folder)
    assert holders(folder) == []
    process.close()


async def test_a_recycled_pid_is_not_adopted(folder: RunFolder) -> None:
    mine = born(os.getpid())
    for forged in ({"born": f"{mine}1"}, {"born": mine, "boot_id": "another"}):
        folder.write_record(a_record(folder).but(**({"pid": os.getpid(), "boot_id": system(folder).boot} | forged)))
        assert system(folder).adopt("one", "file")[0] is None


@pytest.mark.parametrize("forged", [{"born": "1"}, {"boot_id": "another"}])
async def test_while_a_child_lives_on_a_recycled_pid_is_not_taken_for_its_miner(
    folder: RunFolder, forged: dict[str, object]
) -> None:
    process = start(folder, SLEEP)
    await ready(process)
    innocent = {"pid": os.getpid(), "born": born(os.getpid()), "boot_id": system(folder).boot}
    folder.write_record(a_record(folder).but(**(innocent | forged)))
    found, _ = system(folder).adopt("one", "file")
    assert found is not None
    assert found.pid == process.pid
    found.close()
    await process.stop(5)
    process.close()


async def test_a_program_that_cannot_be_run_is_named(folder: RunFolder, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_bytes(b"\x7fELF but not really")
    for argv, said in ((("/nowhere/xmrig",), "not there"), ((str(script),), "may not be executed")):
        with pytest.raises(CannotSpawn, match=said):
            system(folder).spawn(Launch(argv), a_record(folder), "file")
    script.chmod(0o700)
    with pytest.raises(CannotSpawn, match=r"(?i)exec format"):
        system(folder).spawn(Launch((str(script),)), a_record(folder), "file")
    lock = folder.take_lock()
    assert lock is not None, "a failed start left the lock behind"
    os.close(lock)


async def test_a_full_disk_starts_nothing_and_says_so(folder: RunFolder) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        with pytest.raises(StorageFull):
            start(folder, SLEEP)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert holders(folder) == []


async def test_children_in_its_group_count_as_its_own_and_end_with_it(folder: RunFolder) -> None:
    busy = "import subprocess, sys; c = 'n = 0\\nwhile True: n += 1'; subprocess.run([sys.executable, '-S', '-c', c])"
    process = start(folder, busy)
    assert process.cpu_percent(1) is None
    children, end = Path(f"/proc/{process.pid}/task/{process.pid}/children"), time.monotonic() + 60
    while (tree_cpu_seconds(process.pid) < 0.15 or not children.read_text()) and time.monotonic() < end:
        await asyncio.sleep(0.05)
    used = process.cpu_percent(1)
    assert used is not None
    assert 0 < used <= 100
    (child,) = children.read_text().split()
    assert int(child) not in holders(folder), "it holds the lock, so the sweep would end it too"
    await process.stop(5)
    end = time.monotonic() + 60
    while born(int(child)) is not None and time.monotonic() < end:
        await asyncio.sleep(0.01)
    assert born(int(child)) is None
    process.close()


def text_of(folder: RunFolder) -> str:
    return " ".join(line.text for line in system(folder).text("one", 100, None).items)


def shy(folder: RunFolder, password: str, worker: str) -> ProcessRecord:
    record = a_record(folder)
    miner = record.miner.but(config=Config(pool="pool.example:3333", wallet="me", password=password, worker=worker))
    context = record.context.but(api_token="0123456789abcdef")
    return record.but(miner=miner, context=context, boot_id=system(folder).boot)


REPEATS = "print('no: old-secret attic new-secret garden 0123456789abcdef ready', flush=True)"


async def test_what_a_program_repeats_of_this_run_and_those_before_is_kept_nowhere(folder: RunFolder) -> None:
    for password, worker in (("old-secret", "attic"), ("new-secret", "garden"), ("new-secret", "garden")):
        launch = Launch((sys.executable, "-S", "-c", REPEATS), {}, {})
        process = system(folder).spawn(launch, shy(folder, password, worker), "file")
        await process.wait()
        lines = process.last_lines()
        process.close()
    assert lines == ["no: … … … … … ready"]
    assert "secret new-secret" not in text_of(folder)
    assert text_of(folder).endswith("no: … … … … … ready")


async def test_an_adopted_process_keeps_the_secrets_of_the_runs_before_it(folder: RunFolder) -> None:
    first = system(folder).spawn(
        Launch((sys.executable, "-S", "-c", "pass"), {}, {}), shy(folder, "old-secret", "attic"), "file"
    )
    await first.wait()
    first.close()
    program = f"import time; time.sleep(0.5); {REPEATS}; time.sleep(60)"
    spawned = system(folder).spawn(
        Launch((sys.executable, "-S", "-c", program), {}, {}), shy(folder, "new-secret", "garden"), "file"
    )
    spawned.close()  # as a daemon that ends
    process, _ = system(folder).adopt("one", "file")
    assert process is not None
    async with asyncio.timeout(20):
        while not (lines := process.lines(1.0)):
            await asyncio.sleep(0.01)
    assert lines == ["no: … … … … … ready"]
    await process.stop(5.0)
    process.close()


async def test_a_text_that_an_older_version_kept_as_it_came_is_shown_without_secrets(folder: RunFolder) -> None:
    folder.write_record(shy(folder, "old-secret", "attic"))
    (folder.path.parent / "logs").mkdir()
    LogFile(folder.path.parent / "logs" / "one").append(["no: old-secret of attic"], datetime.now(UTC))
    assert text_of(folder) == "no: … of …"


@pytest.mark.parametrize("name", ["process.json", "record.json", "logs/one/00000000000000000000.log"])
async def test_a_pipe_in_a_run_folder_or_log_is_not_waited_for(folder: RunFolder, name: str) -> None:
    path = folder.path / name if name.endswith(".json") else folder.path.parent / name
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    assert system(folder).adopt("one", None) == (None, None)
    if name.endswith(".log"):
        with pytest.raises(OSError, match="where a file belongs"):
            system(folder).text("one", 10, None)
