"""How `miner-ctrl` is called in a terminal of this machine, so that a command can be pasted as it stands."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

PROGRAM = "miner-ctrl"
APP = "lethean-desktop"  # the name of the folders of data and settings, as the specification's paths have it


def program() -> str:
    """The program as it was called: by its name where a shell finds this very one, else by its path."""
    path = _bare(os.path.abspath(sys.argv[0]))  # noqa: PTH100 - a link stays a link
    return path if Path(path).name == PROGRAM and not _is_found(path) else PROGRAM


def usual_folder() -> Path:
    """Where the data lie unless somebody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def usual_folder_of(home: Path) -> Path:
    """The same of a user of this machine whose home that is, whatever our own variables say. Linux alone."""
    return home / ".local/share" / APP


def adding(extra: str) -> list[str]:
    """The words that add an extra's packages to this very installation; `pip` alone may be another Python's."""
    here, wanted = sys.executable, f"mining-platform[{extra}]"
    if find_spec("pip"):
        return [here, "-m", "pip", "install", wanted]
    if which("uv"):
        return ["uv", "pip", "install", "--python", here, wanted]
    return ["pip", "--python", here, "install", wanted]  # an environment without pip: the system's reaches into it


def for_folder(data: Path) -> list[str]:
    """The words that begin every command for the daemon of a data folder."""
    name, beside = program(), str(Path(sys.executable).with_name(PROGRAM))
    own = _bare(sys.argv[0]).endswith(PROGRAM)
    here = any(Path(beside + ending).exists() for ending in ("", ".exe"))
    if not own and here and not _is_found(beside):
        name = beside  # of whatever else runs as the daemon
    return [name] if data == usual_folder() else [name, "--data-dir", str(data)]


def _is_found(path: str) -> bool:
    """Whether a shell finds exactly this one by its name."""
    return os.path.normcase(_bare(which(PROGRAM) or "")) == os.path.normcase(path)


def _bare(path: str) -> str:
    """Without the `.exe` that programs have on Windows."""
    return path.removesuffix(".exe")
