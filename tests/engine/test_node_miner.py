"""A miner that is a node: driven by a module of ours, with a program of its own here or none."""

import asyncio
import socket
from pathlib import Path

import pytest

from mining.domain.config import Config
from mining.domain.errors import InvalidConfig, MinerNotInstalled, PoolUnreachable
from mining.domain.programs.program import proven
from mining.domain.shell import pasted
from mining.engine.admission import admit
from mining.engine.start_check import Surroundings, check_start
from mining.engine.supervision.launch import runnable
from mining.engine.watches.programs import ProgramWatch
from mining.miners.monerod import DRIVER, MINER
from mining.programs.registry import InstalledPrograms
from tests.demo.processes import free_port
from tests.engine.test_admission import Machine
from tests.engine.virtual_rig import World
from tests.engine.virtual_time import in_virtual_time
from tests.miners.examples import MONERO
from tests.miners.test_contract import a_context
from tests.principals import ME

RUNNING = Config(pool=f"127.0.0.1:{free_port()}", wallet=MONERO)
OWN = RUNNING.but(options={"dataDir": "/srv/monero"})


@pytest.fixture
def nothing_here(tmp_path: Path) -> InstalledPrograms:
    return InstalledPrograms(tmp_path, "/usr/bin/python3", ("linux", "amd64"))


def test_only_a_node_that_is_started_needs_a_program(nothing_here: InstalledPrograms) -> None:
    program = proven(nothing_here, MINER, RUNNING)
    assert (program.path, program.version, program.origin) == ("/usr/bin/python3", None, "own")
    with pytest.raises(MinerNotInstalled):
        proven(nothing_here, MINER, OWN)


def test_our_interpreter_runs_the_driver(nothing_here: InstalledPrograms) -> None:
    launch = runnable(MINER.launch(OWN, a_context()), MINER, nothing_here)
    assert launch.argv == (
        "/usr/bin/python3",
        "-m",
        DRIVER,
        str(Path("/programs/miner")),
        f"--config={Path('/run-folder/m/driver.json')}",
    )


@pytest.fixture
def own(tmp_path: Path) -> Config:
    """A node that is started in a folder that is there."""
    (tmp_path / "chain").mkdir()
    return OWN.but(options={"dataDir": str(tmp_path / "chain")})


async def test_only_a_node_that_runs_already_must_answer_before_the_start(own: Config) -> None:
    programs = World(MINER).programs
    with pytest.raises(PoolUnreachable):
        await admit(MINER, RUNNING, programs, Machine(), {}, force=False, who=ME)
    program, _ = await admit(MINER, own, programs, Machine(), {}, force=False, who=ME)
    assert program.version == "0.1.0"


async def test_a_folder_in_which_no_node_can_be_started_is_refused_by_the_start_as_by_its_check(tmp_path: Path) -> None:
    absent, programs = OWN.but(options={"dataDir": str(tmp_path / "absent")}), World(MINER).programs
    with pytest.raises(InvalidConfig) as refusal:
        await admit(MINER, absent, programs, Machine(), {}, force=False, who=ME)
    (fault,) = refusal.value.errors
    assert fault.field == "options.dataDir"
    assert (
        fault.issue == f"is no folder; mount it, or make it with: {pasted('mkdir -p', 'mkdir')} {tmp_path / 'absent'}"
    )
    around = Surroundings(programs, Machine(), tuple, {}, False, True)
    result, errors = await check_start(MINER, absent, "one", around, lambda: None)
    assert (result.ok, [str(error) for error in errors]) == (False, [str(refusal.value)])
    await admit(MINER, absent, programs, Machine(), {}, force=True, who=ME)


async def test_its_folder_does_not_matter_where_a_node_answers_at_its_address_already(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as node:
        pool = f"127.0.0.1:{node.getsockname()[1]}"
        there = OWN.but(pool=pool, options={"dataDir": str(tmp_path / "absent")})
        around = Surroundings(World(MINER).programs, Machine(), tuple, {}, False, True)
        result, errors = await check_start(MINER, there, "one", around, lambda: None)
    assert (result.ok, list(errors)) == (True, [])


@in_virtual_time
async def test_a_node_that_runs_already_lives_without_any_program_here_and_is_restarted_so() -> None:
    world = World(MINER)
    world.programs.missing = True
    async with world.daemon() as rig:
        await rig.start("monerod", RUNNING, name="one", who=ME, force=True)
        world.programs.missing, world.programs.version = False, "9.9.9"  # which somebody registers meanwhile
        await asyncio.sleep(60)
        miner = rig.miner("one")
        assert (miner.status, miner.path, miner.next_version) == ("running", None, None)
        world.programs.missing = True
        world.processes.body().exit(1)
        await asyncio.sleep(60)
        assert rig.miner("one").status == "running"
        assert rig.miner("one").restarts == 1


@in_virtual_time
async def test_a_node_that_is_started_shows_its_program_and_the_next_one(own: Config) -> None:
    world = World(MINER)
    async with world.daemon() as rig:
        await rig.start("monerod", own, name="one", who=ME)
        world.programs.version = "9.9.9"
        await asyncio.sleep(60)
        miner = rig.miner("one")
        assert (miner.path, miner.next_version) == (str(Path("/bin/simulator")), "9.9.9")


def test_a_vanished_program_is_no_issue_of_a_node_that_runs_already() -> None:
    watch = ProgramWatch({MINER.name: MINER}, World(MINER).programs, {}, changed=lambda _: None)
    watch._states[MINER.name] = "gone"
    assert watch.issue(MINER, RUNNING) is None
    assert watch.issue(MINER, OWN) is not None
