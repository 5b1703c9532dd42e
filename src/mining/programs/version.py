"""Asking a program for its version: away from everything that is ours, not for long, and nothing of it stays."""

import functools
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "SYSTEMROOT")
_MOST = 64 * 1024  # bytes of its answer that are read; it may say no more
_LOOK = 0.02  # s between two looks at whether it has ended


def output_of(argv: Sequence[str], limit: float = 10.0) -> str:
    """What a command prints within `limit` seconds; OSError when it cannot run, TimeoutError when it does not end."""
    with tempfile.TemporaryDirectory(prefix="mining-version-") as home:
        environment = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ} | {"HOME": home}
        process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=Path(home),
            env=environment,
            start_new_session=True,
        )
        try:
            return _output(process, time.monotonic() + limit, limit).decode("utf-8", "replace")
        finally:
            _end(process)


def _output(process: "subprocess.Popen[bytes]", until: float, limit: float) -> bytes:
    """What it prints until it ends, whatever it has started goes on printing; at most so much."""
    assert process.stdout is not None  # noqa: S101 - it was given a pipe
    descriptor, said = process.stdout.fileno(), b""
    while len(said) < _MOST:
        ended = _has_ended(process)
        piece = b""
        if select.select([descriptor], [], [], 0 if ended else _LOOK)[0]:
            piece = os.read(descriptor, _MOST - len(said))
            said += piece
        if not piece and ended:
            return said
        if not piece:
            time.sleep(_LOOK)  # it says nothing, or has closed its output and goes on
        if time.monotonic() > until:
            raise TimeoutError(f"it did not end within {limit:.0f} s")
    return said


def _has_ended(process: "subprocess.Popen[bytes]") -> bool:
    """Whether it has, without burying it: until then its number, which is its group's too, is nobody else's."""
    if os.name != "posix":
        return process.poll() is not None
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and, where the system knows groups, what it started and left behind."""
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


@functools.cache
def without_network() -> tuple[str, ...]:
    """What to put before a command so that it has no network; nothing where this system does not allow that."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    for way in ((unshare, "--net"), (unshare, "--map-current-user", "--net"), (unshare, "--map-root-user", "--net")):
        try:
            subprocess.run((*way, sys.executable, "-c", ""), check=True, capture_output=True, timeout=5)
        except (OSError, subprocess.SubprocessError):
            continue
        return (*way, "--")
    return ()
