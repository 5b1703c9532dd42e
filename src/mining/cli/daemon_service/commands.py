"""The commands of the system by which a service is installed, and what to do where one of them fails."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from mining.cli.client import FAILED, Refusal
from mining.domain.shell import command as line

LIMIT = 180.0  # s for one command of the system: a daemon may take its time to end
LAST_WORDS = 5  # lines of a service's log that are shown where it did not start
_DENIED = ("access denied", "permission denied", "authentication", "not permitted", "may not be used")


def carry_out(argv: Sequence[str]) -> None:
    """One command of the system; Refusal with its own words."""
    done = run(argv)
    if done.returncode != 0:
        words = (done.stderr or done.stdout).strip()
        raise Refusal(f"{line(argv)} failed ({done.returncode}): {words}{_way_out(argv, words)}", FAILED)


def run(argv: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """What became of a command of the system."""
    try:
        return subprocess.run(argv, capture_output=True, text=True, errors="replace", timeout=LIMIT)
    except OSError as error:
        return subprocess.CompletedProcess(argv, 127, "", (error.strerror or str(error)).lower())
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(argv, 124, "", f"it took longer than {LIMIT:.0f} s")


def program_words() -> list[str]:
    """`miner-ctrl` by its path; on Windows without a window, which somebody would close."""
    here = Path(sys.executable)
    if sys.platform == "win32":
        return [str(here.with_name("pythonw.exe")), "-P", "-m", "mining.cli.main"]
    beside = here.with_name("miner-ctrl")
    return [str(beside)] if beside.exists() else [str(here), "-P", "-m", "mining.cli.main"]


def _way_out(argv: Sequence[str], words: str) -> str:
    if "--user" in argv and "bus" in words:
        return "\nLog in as that user, not by su or sudo; or first: export XDG_RUNTIME_DIR=/run/user/$(id -u)"
    if argv[0] in ("systemctl", "runuser") and any(denied in words.lower() for denied in _DENIED):
        verb = "uninstall" if "disable" in argv else "install"
        return f"\nRoot alone may do that: sudo {line([*program_words(), 'service', verb, '--system'])}"
    if argv[0] == "systemctl" and "restart" in argv:
        return _last_words(argv)
    if argv[0] == "schtasks":
        return "\nIf Windows denies it, run the same in an elevated PowerShell; the daemon has your usual rights."
    return ""


def _last_words(argv: Sequence[str]) -> str:
    """The last lines of the unit that was to be started, by the journal."""
    own = ["--user"] if "--user" in argv else []
    journal = run(["journalctl", *own, "-u", argv[-1], "-n", f"{LAST_WORDS}", "-o", "cat", "--no-pager", "-q"])
    return f"\nIts last lines:\n{journal.stdout.rstrip()}" if journal.returncode == 0 and journal.stdout.strip() else ""
