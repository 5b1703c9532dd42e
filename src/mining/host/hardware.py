"""Hardware, what this machine is made of and what is around it, as a description and for the doctor."""

import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from mining.domain.doctor.report import MachineFacts
from mining.domain.hardware import GraphicsCard, Memory, Processor
from mining.foundation.platform import ends_with_its_starter, own_name, privileged
from mining.host import native, surroundings
from mining.host.card_sampler import CardSampler
from mining.host.gpus import has_opencl
from mining.host.machine import Machine
from mining.host.memory import read_memory
from mining.host.processor import read_governor, read_processor
from mining.host.tree import SystemTree

FRESH = 1.0  # s for which a description is given again instead of reading dozens of files


class Description(NamedTuple):
    """What the machine is made of."""

    processor: Processor
    memory: Memory
    cards: tuple[GraphicsCard, ...]
    opencl: bool | None


class Hardware:
    """Reads files at each call, so call it in a thread; of cards it gives what the sampler saw last."""

    def __init__(
        self, machine: Machine, data: Path, tree: SystemTree | None = None, sampler: CardSampler | None = None
    ) -> None:
        self._machine = machine
        self._data = data
        self._tree = tree or SystemTree()
        self._sampler = sampler or CardSampler(self._tree)
        self._processor: Processor | None = None
        self._described: tuple[float, Description] | None = None

    def recent(self) -> Description | None:
        """The description, where it is not older than a second; this reads nothing."""
        if self._described is None or time.monotonic() - self._described[0] > FRESH:
            return None
        return self._described[1]

    def describe(self) -> Description:
        """What the machine is made of, as of now."""
        begun = time.monotonic()
        description = Description(self.processor(), self.memory(), self.cards(), self.opencl())
        self._described = begun, description
        return description

    def processor(self, again: bool = False) -> Processor:
        """The processor; all but its clock's governor as it was when somebody asked for the first time, or now."""
        if self._processor is None or again:
            self._processor = self._read_processor()
        return self._processor.but(**read_governor(self._tree))

    def _read_processor(self) -> Processor:
        """The processor, with what every system tells where the files of Linux are missing."""
        processor = read_processor(self._tree) or native.processor() or Processor()
        if processor.threads is None:
            processor = processor.but(threads=self._machine.cpus)
        return processor.but(model=platform.processor() or None) if processor.model is None else processor

    def memory(self) -> Memory:
        """The memory; a container's limit counts for what is available."""
        total, free = self._machine.total_memory(), self._machine.available_memory()
        figures = read_memory(self._tree)
        if figures is None:
            return Memory(total=total, available=free)
        return figures.but(available=min(free, figures.available if figures.available is not None else free))

    def cards(self) -> tuple[GraphicsCard, ...]:
        """The graphics cards, as they were at the sampler's last look."""
        return self._sampler.cards()

    def opencl(self) -> bool | None:
        """Whether programs find OpenCL; None where we do not know how to tell."""
        return has_opencl(self._tree) if sys.platform == "linux" else native.has_opencl()

    def look(self) -> MachineFacts:
        """All that the doctor wants to know of the machine."""
        tree = self._tree
        return MachineFacts(
            now=datetime.now(UTC),
            system=self._machine.os,
            user=own_name(),
            processor=self.processor(again=True),
            memory=self.memory(),
            cards=self.cards(),
            opencl=self.opencl(),
            free_disk=self._machine.free_disk(),
            open_files=surroundings.open_files(),
            logins=surroundings.read_people(tree),
            root=privileged(),
            ended_with_terminal=ends_with_its_starter() if self._machine.os == "windows" else None,
            lock_pages=native.may_lock_pages(),
            systemd=surroundings.has_systemd(tree),
            on_battery=surroundings.on_battery(tree),
            data=str(self._data),
            exposed=surroundings.exposed(self._data),
        )
