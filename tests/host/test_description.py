"""What is told of a rig is made anew when something of it is different, and only then."""

from pathlib import Path

from mining.domain.programs.program import InstalledMiner
from mining.host.description import RigDescription
from mining.host.hardware import Hardware
from mining.host.machine import Machine

PROGRAM = InstalledMiner(type="xmrig", version="6.26.0", path="/opt/xmrig")


async def test_it_follows_the_programs_and_the_machine(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    hardware = Hardware(machine, tmp_path)
    description = RigDescription(machine, hardware, tmp_path)
    facts = hardware.describe()
    hardware.recent = lambda: facts  # type: ignore[method-assign]  # no second passes here
    first = await description.of([])
    assert first is await description.of([])
    assert (await description.of([PROGRAM])).installed_miners == (PROGRAM,)
    facts = facts._replace(memory=facts.memory.but(total=3 * 1024**2))
    assert (await description.of([PROGRAM])).total_memory == 3 * 1024
    assert (await description.of([])).installed_miners == ()
