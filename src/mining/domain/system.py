"""What this machine is."""

from pydantic import Field

from mining.domain.hardware import Folders, GraphicsCard, Memory, PlatformVersions, Processor
from mining.domain.programs.program import InstalledMiner
from mining.domain.value import Value


class SystemInfo(Value):
    """The seed's SystemInfo, and more of the hardware."""

    os: str = Field(description="linux, darwin or windows")
    arch: str = Field(description="amd64 or arm64")
    go_version: str = Field(description="Kept for the seed's clients; says the Python version, for there is no Go.")
    python_version: str
    platform_version: str
    total_memory: int = Field(description="KiB")
    cpus: int = Field(description="Logical processors")
    installed_miners: tuple[InstalledMiner, ...]
    cpu: Processor | None = None
    memory: Memory | None = None
    gpus: tuple[GraphicsCard, ...] = ()
    opencl: bool | None = Field(None, description="Whether programs find OpenCL; null: not known")
    folders: Folders | None = Field(None, description="null for pages of foreign origins")
    versions: PlatformVersions | None = None
    command_line: str | None = Field(
        None,
        description="How `miner-ctrl` is called for this daemon in a terminal of its machine, with its path and data "
        "folder where those are not the usual ones; null for pages of foreign origins.",
    )
