"""Asking a program for its version: away from everything that is ours, and not for long."""

import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "SYSTEMROOT")
_MOST = 64 * 1024  # bytes of its answer


def output_of(argv: Sequence[str], limit: float = 10.0) -> str:
    """What a command prints within `limit` seconds; OSError when it cannot run, TimeoutError when it does not end."""
    with tempfile.TemporaryDirectory(prefix="mining-version-") as home, tempfile.TemporaryFile() as printed:
        environment = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ} | {"HOME": home}
        process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            cwd=Path(home),
            env=environment,
            start_new_session=True,
        )
        try:
            process.wait(limit)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(f"it did not end within {limit:.0f} s") from error
        finally:
            _end(process)
        printed.seek(0)
        return printed.read(_MOST).decode("utf-8", "replace")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and, where the system knows groups, what it started."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


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
