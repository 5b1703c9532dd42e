"""The specification's SystemInfo of this machine."""

import asyncio
import platform
from collections.abc import Sequence
from pathlib import Path

from mining import __version__
from mining.domain.hardware import Folders, PlatformVersions
from mining.domain.programs.program import InstalledMiner
from mining.domain.system import SystemInfo
from mining.host.hardware import Hardware
from mining.host.machine import Machine


async def describe(host: Machine, hardware: Hardware, data: Path, installed: Sequence[InstalledMiner]) -> SystemInfo:
    """The seed's SystemInfo of this machine, and more."""
    facts = hardware.recent()
    if facts is None:
        facts = await asyncio.to_thread(hardware.describe)
    python = f"python{platform.python_version()}"
    return SystemInfo(
        os=host.os,
        arch=host.arch,
        go_version=python,
        python_version=python,
        platform_version=__version__,
        total_memory=facts.memory.total // 1024,
        cpus=host.cpus,
        installed_miners=tuple(installed),
        cpu=facts.processor,
        memory=facts.memory,
        gpus=facts.cards,
        opencl=facts.opencl,
        folders=Folders(data=str(data), logs=str(data / "logs"), programs=str(data / "programs")),
        versions=PlatformVersions(
            platform=__version__, python=platform.python_version(), kernel=f"{platform.system()} {platform.release()}"
        ),
    )
