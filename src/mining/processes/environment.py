"""What a miner gets to see of the daemon's environment."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_PASSED_ON = (
    "PATH", "LANG", "LC_ALL", "TZ", "CUDA_VISIBLE_DEVICES", "CUDA_DEVICE_ORDER", "GPU_MAX_HEAP_SIZE",
    "GPU_MAX_ALLOC_PERCENT", "GPU_SINGLE_ALLOC_PERCENT", "GPU_USE_SYNC_OBJECTS", "HSA_OVERRIDE_GFX_VERSION",
    "ROCR_VISIBLE_DEVICES",
)  # fmt: skip
_OF_WINDOWS = (  # without the first no program there can open a socket
    "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP", "PROCESSOR_ARCHITECTURE",
    "NUMBER_OF_PROCESSORS", "PROGRAMDATA", "PROGRAMFILES",
)  # fmt: skip
_HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
_HOMES_OF_WINDOWS = ("USERPROFILE", "APPDATA", "LOCALAPPDATA")


def environment(home: Path, more: Mapping[str, str]) -> dict[str, str]:
    """An allow-list, and its run folder as the home where it may look for files."""
    here = sys.platform == "win32"
    names, places = (_PASSED_ON + _OF_WINDOWS, _HOMES + _HOMES_OF_WINDOWS) if here else (_PASSED_ON, _HOMES)
    passed = {key: os.environ[key] for key in names if key in os.environ}
    return passed | dict.fromkeys(places, str(home)) | dict(more)
