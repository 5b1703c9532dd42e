"""Whether memory has just run out on this machine, as far as the system counts what it ends for that."""

from mining.domain.process import Processes


class MemoryWatch:
    """Compares the system's count with that at a moment when all was well."""

    def __init__(self, processes: Processes) -> None:
        self._count = processes.memory_kills
        self._before = self._count()

    def count(self) -> int | None:
        """How many processes the system has ended since boot because memory ran out; None where it does not count."""
        return self._count()

    def well(self, count: int | None) -> None:
        """The process answered after that count was taken."""
        self._before = count

    def ran_out(self) -> bool:
        """Whether the system has ended anything for want of memory since all was well."""
        count = self._count()
        return count is not None and self._before is not None and count > self._before
