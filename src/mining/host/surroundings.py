"""What is around the miners: people, limits, power, and who can read our files."""

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil

from mining.foundation.platform import others_see
from mining.host import native
from mining.host.tree import SystemTree

_PEOPLE = range(1000, 65534)  # user ids of people; 65534 is nobody
_NO_SHELLS = ("nologin", "false", "sync", "shutdown", "halt")
_MOST_FILES = 2000  # looked at; a large history of logs must not make the doctor slow
_CLOSED_FOLDERS_CLOSE = sys.platform != "win32"  # where everybody may pass through them to what is open


def people(passwd: str) -> tuple[str, ...]:
    """Who can log in, from /etc/passwd."""
    rows = (line.split(":") for line in passwd.splitlines())
    return tuple(
        row[0]
        for row in rows
        if len(row) == 7 and row[2].isdigit() and int(row[2]) in _PEOPLE and not row[6].endswith(_NO_SHELLS)
    )


def read_people(tree: SystemTree) -> tuple[str, ...] | None:
    """Who can log in here."""
    passwd = tree.text("etc/passwd")
    return people(passwd) if passwd is not None else native.people()


def on_battery(tree: SystemTree) -> bool | None:
    """Whether a battery feeds the machine; None when there is none (those of mice do not count)."""
    supplies = tree.paths("sys/class/power_supply/*")
    batteries = [
        path
        for path in supplies
        if tree.text(f"{path}/type") == "Battery" and tree.text(f"{path}/scope") in (None, "System")
    ]
    if not batteries:
        return _discharging()
    return any(tree.text(f"{path}/status") == "Discharging" for path in batteries)


def _discharging() -> bool | None:
    """What psutil knows of batteries on other systems; that of Linux reads the same files."""
    if sys.platform == "linux":
        return None
    battery = psutil.sensors_battery()
    return None if battery is None or battery.power_plugged is None else not battery.power_plugged


def has_systemd(tree: SystemTree) -> bool:
    """Whether systemd runs this machine."""
    return bool(tree.paths("run/systemd/system"))


def open_files() -> int | None:
    """How many files this process may have open."""
    if sys.platform == "win32":  # thousands, without a limit of the system's
        return None
    import resource

    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return limit if limit != resource.RLIM_INFINITY else 2**31


def exposed(data: Path) -> tuple[str, ...]:
    """Paths of the data folder that other users can read; a closed folder closes all that is in it."""
    return tuple(map(str, _open_below(data)))


def _open_below(folder: Path) -> Iterator[Path]:
    looked = 0
    waiting = [folder]
    while waiting and looked < _MOST_FILES:
        path = waiting.pop(0)
        looked += 1
        try:
            mode = path.lstat().st_mode
            if stat.S_ISLNK(mode):
                continue
            open_to_others = others_see(path)
            if stat.S_ISDIR(mode) and (open_to_others or not _CLOSED_FOLDERS_CLOSE):
                waiting += sorted(path.iterdir())
        except OSError:
            continue
        if open_to_others:
            yield path
