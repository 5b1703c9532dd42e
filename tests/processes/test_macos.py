"""What only the file for macOS does, in its portable build: a program that writes its text by itself, and limits."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from mining.domain.adapter import Launch
from mining.processes.console import console_of
from mining.processes.run_folder import RunFolder
from tests.processes.records import a_record

if sys.platform == "win32":
    pytest.skip("there are neither sessions nor signals", allow_module_level=True)

from mining.processes.macos import MacProcess, MacProcesses
from mining.processes.macos_exits import polled

WRITES = """import sys, time
with open(sys.argv[1], "a") as text:
    print("mining", file=text, flush=True)
    print("what the loader says", flush=True)
    time.sleep(60)"""


def processes(root: Path) -> MacProcesses:
    return MacProcesses(root / "run", root / "logs", polled)


def start(root: Path, program: str, *arguments: str) -> MacProcess:
    (root / "run").mkdir()
    launch = Launch((sys.executable, "-S", "-c", program, *arguments))
    process = processes(root).spawn(launch, a_record(RunFolder(root / "run", "one")), "fifo")
    assert isinstance(process, MacProcess)
    return process


async def lines_of(process: MacProcess, count: int) -> list[str]:
    lines: list[str] = []
    async with asyncio.timeout(60):
        while len(lines) < count:
            lines += process.lines(1.0)
            await asyncio.sleep(0.01)
    return lines


async def test_a_program_that_prints_to_terminals_and_pipes_alone_writes_its_text_by_itself(tmp_path: Path) -> None:
    file = processes(tmp_path).own_text("one", "fifo")
    assert file is not None
    assert processes(tmp_path).own_text("one", "file") is None
    process = start(tmp_path, WRITES, str(file))
    assert set(await lines_of(process, 2)) == {"mining", "what the loader says"}
    assert console_of(file.parent) == "log"
    with pytest.raises(OSError, match="no keyboard"):
        process.type("h")
    process.close()  # as a daemon that dies
    with file.open("ab") as text:
        text.write(b"went on\n")
    found, _ = processes(tmp_path).adopt("one", None)
    assert isinstance(found, MacProcess)
    assert await lines_of(found, 1) == ["went on"]
    await found.stop(60)
    found.close()


async def test_its_text_is_not_cut_since_it_writes_at_a_place_of_its_own(tmp_path: Path) -> None:
    file = processes(tmp_path).own_text("one", "fifo")
    assert file is not None
    process = start(tmp_path, WRITES, str(file))
    await lines_of(process, 2)
    with file.open("ab") as text:
        text.write((b"x" * 1023 + b"\n") * 5 * 1024)
    for _ in range(8):
        process.lines(1.0)
    assert file.stat().st_size > 5 << 20
    await process.stop(60)
    process.close()


async def test_one_that_has_used_its_processor_time_is_ended(tmp_path: Path) -> None:
    process = start(tmp_path, "while True: pass")
    process.limit_processor(1)
    async with asyncio.timeout(60):
        assert await process.wait() == -signal.SIGXCPU
    process.close()


async def test_its_processor_time_and_its_port_are_seen(tmp_path: Path) -> None:
    program = "import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1], flush=True)\n"
    process = start(tmp_path, program + "while True: pass")
    port = int((await lines_of(process, 1))[0])
    assert (process.listens(port), process.listens(port + 1)) == (True, False)
    assert process.cpu_percent(1) is None
    async with asyncio.timeout(60):
        while not process.cpu_percent(1):
            await asyncio.sleep(0.05)
    await process.stop(60)
    process.close()
