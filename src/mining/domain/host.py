"""Host, what the rig asks of the machine it runs on."""

from typing import Protocol


class Host(Protocol):
    """Readings of this machine."""

    @property
    def cpus(self) -> int:
        """Logical processors."""

    @property
    def os(self) -> str:
        """linux, darwin or windows."""

    @property
    def arch(self) -> str:
        """amd64 or arm64."""

    def total_memory(self) -> int:
        """Bytes."""

    def available_memory(self) -> int:
        """Bytes that a new process can have without swapping."""

    def cpu_temperature(self) -> float | None:
        """The hottest package sensor in °C; None when there is none."""

    def free_disk(self) -> int | None:
        """Bytes free where the state is kept; None when that cannot be reached."""
