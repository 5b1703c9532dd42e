"""A start without starting tells all at once what a start would tell one by one, and changes nothing."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapter import MinerType
from mining.domain.config import Config
from mining.domain.errors import (
    InsufficientResources,
    InvalidWallet,
    MinerAlreadyRunning,
    MinerNotInstalled,
    PoolUnreachable,
    StorageFull,
)
from mining.domain.programs.program import Program
from mining.domain.start_check import Checked
from mining.engine.admission import admit
from mining.engine.start_check import Surroundings, check_start
from tests.engine.test_admission import Machine, OnDisk, config, real
from tests.engine.virtual_rig import CONFIG, World
from tests.principals import ME

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


@pytest.fixture
def pool() -> Iterator[int]:
    """The port of somebody who takes connections."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.fixture
def closed() -> Iterator[list[int]]:
    """Two ports at which nobody listens, and nobody else will."""
    with socket.socket() as one, socket.socket() as other:
        for each in (one, other):
            each.bind(("127.0.0.1", 0))
        yield [each.getsockname()[1] for each in (one, other)]


class DoesNotRun(OnDisk):
    """A program that is what was registered, and ends at once."""

    def trial(self, kind: MinerType, program: Program) -> str | None:
        return f"{program.path} does not run."


async def checked(
    asked: Config | None, programs: Any = None, machine: Any = None, rivals: Any = None, near: bool = True
) -> Checked:
    around = Surroundings(programs or OnDisk(), machine or Machine(), tuple, rivals or {}, False, near)
    return await check_start(real(), asked, "one", around, lambda: None)


async def test_it_meets_everything_that_a_start_meets_one_by_one() -> None:
    availability, machine = OnDisk(installed=False), Machine(memory=0, disk=0)
    _, errors = await checked(config(wallet="YOUR_WALLET_ADDRESS"), availability, machine)
    kinds = [MinerNotInstalled, InvalidWallet, InsufficientResources, StorageFull, PoolUnreachable]
    assert [type(error) for error in errors] == kinds
    with pytest.raises(MinerNotInstalled) as first:
        await admit(real(), config(wallet="YOUR_WALLET_ADDRESS"), availability, machine, {}, force=False, who=ME)
    assert str(first.value) == str(errors[0])


async def test_it_tells_what_would_be_run_and_sent_with_the_address_masked(pool: int, closed: list[int]) -> None:
    at = {"pool": f"127.0.0.1:{pool}", "wallet": WALLET, "worker": "rig1", "password": "secret"}
    result, errors = await checked(config(**at, pools=({"pool": f"127.0.0.1:{closed[0]}"},)))
    assert not errors
    assert (result.ok, result.files, result.download) == (True, ("config.json",), None)
    assert result.program is not None
    assert (result.program.path, result.program.runs) == ("/p", True)
    first, second = result.pools
    assert (first.pool, first.issue, first.password, first.worker) == (f"127.0.0.1:{pool}", None, True, "rig1")
    assert (second.password, second.issue) == (False, "connection refused")
    assert first.login == second.login == "44AF…EP3A"
    assert "secret" not in result.model_dump_json()
    assert WALLET not in result.model_dump_json()
    assert (result.command[0], result.command[-1]) == (str(Path("/p")), f"--config={Path('/run/one/config.json')}")
    assert [preview.name for preview in result.previews] == ["config.json"]
    assert '"login": "44AF…EP3A"' in result.previews[0].text
    assert json.loads(result.previews[0].text)["pools"][0]["port"] == pool
    assert result.memory is not None
    assert 0 < result.memory.least <= result.memory.full


async def test_one_pool_that_answers_is_enough_and_none_is_an_error(pool: int, closed: list[int]) -> None:
    first, second = (f"127.0.0.1:{port}" for port in closed)
    assert not (await checked(config(pool=first, pools=({"pool": f"127.0.0.1:{pool}"},)))).errors
    _, errors = await checked(config(pool=first, pools=({"pool": second},)))
    assert [type(error) for error in errors] == [PoolUnreachable]
    assert errors[0].details["pools"] == {first: "connection refused", second: "connection refused"}


async def test_a_stranger_has_no_pool_of_this_machine_contacted(pool: int) -> None:
    result, _ = await checked(config(pool=f"127.0.0.1:{pool}"), near=False)
    assert result.pools[0].issue == "127.0.0.1 is on this machine or beside it"


async def test_a_program_that_is_not_here_is_told_with_what_would_bring_it() -> None:
    result, _ = await checked(None, OnDisk(installed=False))
    assert (result.program, result.pools, result.files, result.memory) == (None, (), (), None)
    assert result.download is not None
    assert not result.ok


async def test_a_program_that_does_not_run_is_an_error(pool: int) -> None:
    result, errors = await checked(config(pool=f"127.0.0.1:{pool}"), DoesNotRun())
    assert [str(error) for error in errors] == ["/p does not run."]
    assert result.program is not None
    assert (result.ok, result.program.runs) == (False, False)


async def test_a_check_starts_nothing_and_leaves_no_trace_and_a_live_name_is_an_error() -> None:
    world = World()
    async with world.daemon() as rig:
        before = len(world.store.timeline)
        result, errors = await rig.check("simulated", CONFIG, name="one", who=ME)
        assert (result.ok, list(errors)) == (True, [])
        assert (rig.miners(), len(world.store.timeline), world.store.records) == ([], before, {})
        await rig.start("simulated", CONFIG, name="one", who=ME)
        _, errors = await rig.check("simulated", CONFIG, name="one", who=ME)
        assert [type(error) for error in errors] == [MinerAlreadyRunning]
