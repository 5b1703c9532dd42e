"""What a miner gets to see of the daemon's environment."""

import os
from collections.abc import Mapping
from pathlib import Path

_PASSED_ON = (
    "PATH", "LANG", "LC_ALL", "TZ", "CUDA_VISIBLE_DEVICES", "CUDA_DEVICE_ORDER", "GPU_MAX_HEAP_SIZE",
    "GPU_MAX_ALLOC_PERCENT", "GPU_SINGLE_ALLOC_PERCENT", "GPU_USE_SYNC_OBJECTS", "HSA_OVERRIDE_GFX_VERSION",
    "ROCR_VISIBLE_DEVICES",
)  # fmt: skip


def environment(home: Path, more: Mapping[str, str]) -> dict[str, str]:
    """An allow-list, and its run folder as the home where it may look for files."""
    passed = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), str(home))
    return passed | homes | dict(more)
