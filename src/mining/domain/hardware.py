"""What a machine is made of; what is absent or cannot be known is null or an empty list, never zero."""

from typing import Literal

from pydantic import Field

from mining.domain.value import Value

MEBI, GIBI = 1 << 20, 1 << 30


class Processor(Value):
    """All processors of the machine, which are taken to be alike."""

    model: str | None = None
    vendor: str | None = Field(None, description="AMD, Intel, ARM, or as the machine says it")
    family: int | None = Field(None, description="x86 only; 25 is AMD's Zen 3 and 4")
    cores: int | None = None
    threads: int | None = Field(None, description="Logical processors")
    sockets: int | None = None
    l2: int | None = Field(None, description="bytes, all of them together")
    l3: int | None = Field(None, description="bytes, all of them together")
    aes: bool | None = Field(None, description="Whether it computes AES itself")
    avx2: bool | None = None
    features: tuple[str, ...] = Field((), description="Those that matter to miners")
    numa_nodes: int | None = None
    governor: str | None = Field(None, description="Who sets the clock: performance, schedutil, powersave …")
    scaling_driver: str | None = Field(None, description="What obeys the governor: acpi-cpufreq, intel_pstate …")


class HugePages(Value):
    """Memory in large pieces, which must be reserved before anybody can use it."""

    size: int = Field(description="bytes of one page")
    total: int = Field(description="Pages reserved")
    free: int = Field(description="Pages that nobody uses")


class Memory(Value):
    """Main memory."""

    total: int = Field(description="bytes")
    available: int | None = Field(description="Bytes that a new process can have")
    huge_pages: HugePages | None = None
    gib_pages: HugePages | None = Field(None, description="Huge pages of 1 GiB; null where there are none")


class GraphicsCard(Value):
    """A graphics processor that could mine."""

    id: str = Field(description="Its place on the PCI bus: 0000:01:00.0")
    vendor: Literal["NVIDIA", "AMD", "Intel"]
    name: str | None = None
    backend: Literal["cuda", "opencl"]
    memory: int | None = Field(None, description="bytes of its own; null: not known, or it has none")
    driver: str | None = Field(None, description="Name and version; null: none is loaded")


class Folders(Value):
    """Where the platform keeps things. Pages of foreign origins do not see it."""

    data: str
    logs: str
    programs: str


class PlatformVersions(Value):
    """What the platform runs on."""

    platform: str
    python: str
    kernel: str
