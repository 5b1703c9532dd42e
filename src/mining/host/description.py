"""The specification's SystemInfo: this machine, and what is installed on it."""

import asyncio
import platform
from collections.abc import Sequence
from pathlib import Path

from mining import __version__
from mining.domain.hardware import Folders, PlatformVersions
from mining.domain.programs.program import InstalledMiner
from mining.domain.shell import command
from mining.domain.system import SystemInfo
from mining.foundation import command_line
from mining.host.hardware import Description, Hardware
from mining.host.machine import Machine


class RigDescription:
    """This machine and what is installed on it; the same value as long as nothing of it is different."""

    def __init__(self, host: Machine, hardware: Hardware, data: Path) -> None:
        self._host = host
        self._hardware = hardware
        self._data = data
        self._command_line = command(command_line.for_folder(data))
        self._latest: tuple[Description, Sequence[InstalledMiner], SystemInfo] | None = None

    async def of(self, installed: Sequence[InstalledMiner]) -> SystemInfo:
        """With these programs."""
        facts = self._hardware.recent()
        if facts is None:
            facts = await asyncio.to_thread(self._hardware.describe)
        if self._latest is None or self._latest[0] is not facts or self._latest[1] != installed:
            self._latest = facts, installed, self._made(facts, installed)
        return self._latest[2]

    def _made(self, facts: Description, installed: Sequence[InstalledMiner]) -> SystemInfo:
        data, python = self._data, f"python{platform.python_version()}"
        return SystemInfo(
            os=self._host.os,
            arch=self._host.arch,
            go_version=python,
            python_version=python,
            platform_version=__version__,
            total_memory=facts.memory.total // 1024,
            cpus=self._host.cpus,
            installed_miners=tuple(installed),
            cpu=facts.processor,
            memory=facts.memory,
            gpus=facts.cards,
            opencl=facts.opencl,
            folders=Folders(data=str(data), logs=str(data / "logs"), programs=str(data / "programs")),
            command_line=self._command_line,
            versions=PlatformVersions(
                platform=__version__,
                python=platform.python_version(),
                kernel=f"{platform.system()} {platform.release()}",
            ),
        )
