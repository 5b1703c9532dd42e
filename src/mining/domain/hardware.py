"""What a machine is made of; what is absent or cannot be known is null or an empty list, never zero."""

from typing import Literal

from pydantic import Field

from mining.domain.value import Moment, Value

MEBI, GIBI = 1 << 20, 1 << 30
Maker = Literal["NVIDIA", "AMD", "Intel"]
MAKERS: tuple[Maker, ...] = ("NVIDIA", "AMD", "Intel")
CardBackend = Literal["cuda", "opencl"]
BACKENDS: tuple[CardBackend, ...] = ("cuda", "opencl")
# How a program numbers cards, always by their places on the bus. platform: those of each backend by themselves, and
# OpenCL's are of one maker, which may be NVIDIA; backend: the same, but CUDA alone reaches NVIDIA's, and what both
# backends find stands in one list of unknown order; machine: all cards of the machine stand in one list.
Numbering = Literal["platform", "backend", "machine"]
_INSIDE = "0000:00:02.0"  # of the graphics of an Intel processor, by the data sheets of all of them


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


class CardReading(Value):
    """How a graphics card does, as its driver said at `sampledAt`; null: the card or its driver does not tell."""

    temperature: float | None = Field(None, description="°C")
    power_usage: int | None = Field(None, description="W")
    fan_speed: int | None = Field(None, description="%; null: it has no fan of its own")
    usage: int | None = Field(None, description="% of the time in which it was busy")
    memory_used: int | None = Field(None, description="Bytes of its memory that are in use, the driver's included")
    ecc: bool | None = Field(None, description="Whether its memory corrects errors")
    mig: bool | None = Field(None, description="Whether it is divided into instances (MIG), which miners see instead")
    sampled_at: Moment


class GraphicsCard(Value):
    """A graphics processor that could mine."""

    id: str = Field(description="Its place on the PCI bus: 0000:01:00.0")
    vendor: Maker
    name: str | None = None
    backend: CardBackend
    memory: int | None = Field(None, description="bytes of its own; null: not known, or it has none")
    driver: str | None = Field(None, description="Name and version; null: none is loaded")
    device: int | None = Field(
        None,
        description="Its number in `cuda.devices` or `opencl.devices` of a Config, for a program that counts the cards "
        "of each backend by themselves; null: not known",
    )
    reading: CardReading | None = Field(None, description="How it does, as of the last look; null: not looked yet")

    @property
    def integrated(self) -> bool:
        """Whether it is part of an Intel processor, and so hardly there to mine."""
        return self.vendor == "Intel" and self.id == _INSIDE

    @property
    def free(self) -> int | None:
        """Bytes of its memory that nobody used at the last look."""
        used = self.reading.memory_used if self.reading is not None else None
        return None if self.memory is None or used is None else max(0, self.memory - used)


def bus_place(text: str) -> str:
    """`00000000:01:00.0` and `01:00.0` as Linux writes a place on the PCI bus: `0000:01:00.0`."""
    *domain, bus, device = text.lower().split(":")
    return f"{int(domain[0], 16) if domain else 0:04x}:{bus}:{device}"


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
