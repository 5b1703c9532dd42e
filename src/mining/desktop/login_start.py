"""Start at login, as each system keeps it: an XDG autostart file, a launch agent of macOS, a Run key of Windows."""

import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from mining.desktop.menu_entry import APP_ID, exec_line
from mining.foundation.files import write_whole
from mining.foundation.platform import private_folder

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


class LoginStart:
    """Whether the app starts with the session of its user, and the way to change that."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    def is_on(self) -> bool:
        """Whether it does."""
        if sys.platform == "win32":
            return _run_key() is not None
        return login_file(sys.platform, os.environ, Path.home()).exists()

    def turn(self, on: bool) -> None:
        """Let it, or not."""
        if sys.platform == "win32":
            _set_run_key(subprocess.list2cmdline(self._command) if on else None)
            return
        path = login_file(sys.platform, os.environ, Path.home())
        if on:
            private_folder(path.parent, parents=True)
            write_whole(path, login_text(sys.platform, self._command))
        else:
            path.unlink(missing_ok=True)


def login_command(python: str, folder: Path | None) -> list[str]:
    """What a login starts: the app of this Python, unseen; a folder only where it is not the usual one."""
    return [python, "-m", "mining.desktop.main", "--minimized", *(["--data-dir", str(folder)] if folder else [])]


def login_file(system: str, variables: Mapping[str, str], home: Path) -> Path:
    """Where the system looks for what starts at login."""
    if system == "darwin":
        return home / "Library" / "LaunchAgents" / f"{APP_ID}.plist"
    return Path(variables.get("XDG_CONFIG_HOME") or home / ".config") / "autostart" / f"{APP_ID}.desktop"


def login_text(system: str, command: Sequence[str]) -> bytes:
    """The file that starts the app."""
    if system == "darwin":
        return plistlib.dumps({"Label": APP_ID, "ProgramArguments": list(command), "RunAtLoad": True})
    begin = "[Desktop Entry]\nType=Application\nName=Mining Platform"
    return f"{begin}\nIcon={APP_ID}\nExec={exec_line(command)}\n".encode()


def _run_key() -> str | None:
    if sys.platform != "win32":
        raise NotImplementedError
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            return str(winreg.QueryValueEx(key, APP_ID)[0])
    except OSError:
        return None


def _set_run_key(command: str | None) -> None:
    if sys.platform != "win32":
        raise NotImplementedError
    import winreg

    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
        if command is not None:
            winreg.SetValueEx(key, APP_ID, 0, winreg.REG_SZ, command)
        elif _run_key() is not None:
            winreg.DeleteValue(key, APP_ID)
