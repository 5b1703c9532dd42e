"""What Linux and macOS do alike with a process of a miner: its birth apart from us, and who leads a session."""

import os
import sys

assert sys.platform != "win32"  # by this mypy leaves the file out for Windows

import subprocess
from contextlib import suppress

from mining.domain.adapter import Launch
from mining.processes.environment import environment
from mining.processes.folder_processes import Child
from mining.processes.run_folder import RunFolder


def birth(launch: Launch, folder: RunFolder, ends: tuple[int, int], lock: int) -> Child:
    """A process in a session of its own, with these ends as its stdin and stdout, which inherits the lock."""
    return subprocess.Popen(
        launch.argv,
        stdin=ends[0],
        stdout=ends[1],
        stderr=ends[1],
        cwd=folder.path,
        env=environment(folder.path, launch.env),
        start_new_session=True,
        pass_fds=(lock,),
        umask=0o077,
    )


def leaders_first(pids: list[int]) -> list[int]:
    """The leaders of sessions first: a miner is started as one, its children are not."""

    def is_child(pid: int) -> bool:
        with suppress(ProcessLookupError, PermissionError):
            return os.getsid(pid) != pid
        return True

    return sorted(pids, key=is_child)
