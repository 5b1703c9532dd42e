"""What this machine must have for a window, and what to paste where something is missing."""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from mining.domain.shell import command
from mining.foundation.command_line import adding
from mining.foundation.platform import privileged

LIBRARIES = {  # what Qt loads on Linux, and the Debian package that brings it
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "alsa-utils",  # the library's own package has another name since Debian 13 and Ubuntu 24.04
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgbm.so.1": "libgbm1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libnss3.so": "libnss3",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbfile.so.1": "libxkbfile1",
}
_RESTRICTED = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
EXTRA = f"The desktop app needs Qt (260 MB). Install it with:\n  {command(adding('desktop'))}"
ROOT = (
    "mining-dashboard does not run as root: its web view has no sandbox there.\n"
    "Call it as the user whose daemon it shall show. To run it as root without a sandbox:\n"
    "  QTWEBENGINE_DISABLE_SANDBOX=1 mining-dashboard"
)
DISPLAY = (
    "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
    "Call mining-dashboard in a desktop session, or open the dashboard in a browser. Its address is in:\n"
    "  miner-ctrl status"
)
SANDBOX = (
    "This system may refuse the sandbox of the web view (AppArmor restricts user namespaces).\n"
    "If no window comes, call it without a sandbox; it shows the pages of your own daemon alone:\n"
    "  QTWEBENGINE_DISABLE_SANDBOX=1 mining-dashboard"
)


def missing_packages(loads: Callable[[str], bool]) -> list[str]:
    """The Debian packages of the libraries that cannot be loaded."""
    return sorted({package for library, package in LIBRARIES.items() if not loads(library)})


def obstacle(system: str, variables: Mapping[str, str], is_root: bool, has_qt: bool, missing: list[str]) -> str | None:
    """Why no window can be shown here and what to do, as a text; None where one can."""
    if not has_qt:
        return EXTRA
    if system != "linux":
        return None
    if missing:
        line = f"  sudo apt install {' '.join(missing)}"
        return f"Libraries that Qt needs are missing. On Debian and Ubuntu:\n{line}"
    if is_root and variables.get("QTWEBENGINE_DISABLE_SANDBOX") != "1":
        return ROOT
    shown = any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return None if shown else DISPLAY


def obstacle_here() -> str | None:
    """The same for this machine."""
    missing = missing_packages(loadable) if sys.platform == "linux" else []
    return obstacle(sys.platform, os.environ, privileged(), has_qt(), missing)


def sandbox_warning(variables: Mapping[str, str], restricted: str) -> str | None:
    """What to say before Qt starts; `restricted` is the text of the kernel's switch, empty where there is none."""
    doubtful = restricted.strip() == "1" and variables.get("QTWEBENGINE_DISABLE_SANDBOX") != "1"
    return SANDBOX if doubtful else None


def sandbox_warning_here() -> str | None:
    """The same for this machine."""
    try:
        return sandbox_warning(os.environ, _RESTRICTED.read_text("ascii"))
    except OSError:  # another system, or a kernel without that switch
        return None


def has_qt() -> bool:
    """Whether the extra `desktop` is installed."""
    return find_spec("PySide6") is not None and find_spec("PySide6.QtWebEngineWidgets") is not None


def loadable(library: str) -> bool:
    """Whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
