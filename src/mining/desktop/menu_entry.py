"""The app in the menu of a Linux desktop: its entry, its icon and its metainfo, in the user's own folders."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from mining.foundation.files import write_whole

APP_ID = "org.mining_platform.dashboard"
NAME = "Mining Platform"
ABOUT = "Start, watch and stop mining programs"
SIZES = (48, 128, 256)  # pixels
_ENTRY = """[Desktop Entry]
Type=Application
Name={name}
GenericName=Mining dashboard
Comment={about}
Comment[de]=Mining-Programme starten, beobachten und beenden
Exec={command}
Icon={app_id}
Terminal=false
Categories=System;Monitor;
Keywords=mining;monero;hashrate;xmrig;
StartupNotify=true
StartupWMClass={app_id}
"""
_METAINFO = """<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{app_id}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>EUPL-1.2</project_license>
  <name>{name}</name>
  <summary>{about}</summary>
  <description>
    <p>The dashboard of the Mining Platform in a window of its own, with a sign in the tray.</p>
    <p>Miners and the daemon go on when the window is closed.</p>
  </description>
  <developer id="{app_id}"><name>The Mining Platform's authors</name></developer>
  <launchable type="desktop-id">{app_id}.desktop</launchable>
  <provides><binary>mining-dashboard</binary></provides>
  <content_rating type="oars-1.1"/>
</component>
"""


def icon() -> bytes:
    """The dashboard's icon, as SVG."""
    import mining

    return (Path(mining.__file__).parent / "api" / "dashboard" / "icon.svg").read_bytes()


def data_home(variables: Mapping[str, str], home: Path) -> Path:
    """Where a user's own applications and icons lie."""
    return Path(variables.get("XDG_DATA_HOME") or home / ".local" / "share")


def files(command: Sequence[str], pngs: Mapping[int, bytes]) -> dict[str, bytes]:
    """What belongs to the entry, by its place below the data home; `pngs` are the icon by its width."""
    words = {"app_id": APP_ID, "name": NAME, "about": ABOUT, "command": exec_line(command)}
    return {
        f"applications/{APP_ID}.desktop": _ENTRY.format(**words).encode(),
        f"metainfo/{APP_ID}.metainfo.xml": _METAINFO.format(**words).encode(),
        f"icons/hicolor/scalable/apps/{APP_ID}.svg": icon(),
        **{f"icons/hicolor/{size}x{size}/apps/{APP_ID}.png": picture for size, picture in pngs.items()},
    }


def add(command: Sequence[str], pngs: Mapping[int, bytes]) -> Path:
    """Write them; where the entry is."""
    home = data_home(os.environ, Path.home())
    for place, content in files(command, pngs).items():
        path = home / place
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
        path.chmod(0o644)
    return home / f"applications/{APP_ID}.desktop"


def remove() -> None:
    """Take them away."""
    home = data_home(os.environ, Path.home())
    for place in files((), dict.fromkeys(SIZES, b"")):
        (home / place).unlink(missing_ok=True)


def exec_line(command: Sequence[str]) -> str:
    """A command as the key Exec of the Desktop Entry Specification has it: quoted, then escaped as a value."""
    return " ".join(_exec_word(word) for word in command)


def _exec_word(word: str) -> str:
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'
