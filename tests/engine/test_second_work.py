"""A second work at a start: its pool must answer, whom it pays is told of and may need confirming, nothing is shown."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from mining.domain.config import Config
from mining.domain.errors import InvalidWallet, MiningError, PayeeNotConfirmed, PoolUnreachable
from mining.domain.pool import SecondWork
from mining.engine.admission import admit
from mining.engine.doctor import _Configured, _pools
from mining.engine.start_check import Surroundings, check_start
from tests.engine.test_admission import Machine, OnDisk
from tests.engine.virtual_rig import World
from tests.engine.virtual_time import in_virtual_time
from tests.miners.dual import Dual, FreeDual
from tests.principals import ME

MINE = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
THEIRS = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
PLAIN = Config(pool="pool.example:3333", wallet=MINE)
WITH = PLAIN.but(second=SecondWork(pool="kas.example:5555", wallet=THEIRS, algo="kheavyhash"))


@pytest.fixture
def ports() -> Iterator[tuple[int, int]]:
    """One at which somebody takes connections, one at which nobody does."""
    with socket.create_server(("127.0.0.1", 0)) as taking, socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        yield taking.getsockname()[1], closed.getsockname()[1]


def works(main: int, second: int, **more: Any) -> Config:
    other = SecondWork(pool=f"127.0.0.1:{second}", wallet="me", algo="kheavyhash", **more)
    return Config(pool=f"127.0.0.1:{main}", wallet="me", second=other)


@pytest.mark.parametrize(("main", "second"), [(0, 1), (1, 0)])
async def test_each_work_needs_a_pool_that_answers(ports: tuple[int, int], main: int, second: int) -> None:
    config = works(ports[main], ports[second])
    with pytest.raises(PoolUnreachable) as refused:
        await admit(Dual(), config, OnDisk(), Machine(), {}, force=False, who=ME)
    assert list(refused.value.details["pools"]) == [f"127.0.0.1:{ports[1]}"]
    both = works(ports[0], ports[0])
    await admit(Dual(), both, OnDisk(), Machine(), {}, force=False, who=ME)


async def test_a_placeholder_there_starts_nothing(ports: tuple[int, int]) -> None:
    config = PLAIN.but(
        pool=f"127.0.0.1:{ports[0]}", second=WITH.second and WITH.second.but(wallet="YOUR_WALLET_ADDRESS")
    )
    with pytest.raises(InvalidWallet) as refused:
        await admit(Dual(), config, OnDisk(), Machine(), {}, force=False, who=ME)
    assert [fault.field for fault in refused.value.errors] == ["second.wallet"]


async def test_a_check_tells_both_and_shows_neither_address_nor_password(ports: tuple[int, int]) -> None:
    config = works(ports[0], ports[1], password="hunter2hunter2").but(wallet=MINE)
    config = config.but(second=config.second and config.second.but(wallet=THEIRS))
    around = Surroundings(OnDisk(), Machine(), tuple, {}, False, True)
    result, errors = await check_start(Dual(), config, "one", around, lambda: None)
    assert [type(error) for error in errors] == [PoolUnreachable]
    assert [(pool.second, pool.login, pool.password, pool.issue) for pool in result.pools] == [
        (False, "44AF…EP3A", False, None),
        (True, "48ed…icoD", True, "connection refused"),
    ]
    shown = result.model_dump_json()
    assert "48ed…icoD" in result.previews[0].text
    assert not [secret for secret in (MINE, THEIRS, "hunter2") if secret in shown]


@in_virtual_time
async def test_whom_it_pays_is_told_of_once_and_where_from() -> None:
    world = World(FreeDual())
    async with world.daemon() as rig:
        await rig.start("demo", PLAIN, who=ME)
        started = await rig.restart("demo", WITH, who=ME)
        assert started.payout == ("new second work's wallet 48ed…icoD at pool kas.example:5555.",)
        await rig.restart("demo", WITH.but(threads=1), who=ME)
        await rig.restart("demo", PLAIN, who=ME)
        await rig.restart("demo", WITH, who=ME)
        moved = WITH.but(second=WITH.second and WITH.second.but(wallet=MINE))
        again = await rig.restart("demo", moved, who=ME)
        assert again.payout == ("old second work's wallet 48ed…icoD → new second work's wallet 44AF…EP3A.",)
    payouts = [event.text for event in world.store.timeline if event.kind == "payout"]
    assert len(payouts) == 3, payouts
    assert "old second work's wallet 48ed…icoD → new second work's wallet 44AF…EP3A." in payouts[-1]


@in_virtual_time
async def test_with_the_lock_a_new_one_there_is_refused_until_it_is_confirmed() -> None:
    world = World(FreeDual())
    async with world.daemon() as rig:
        await rig.start("demo", PLAIN, who=ME)
        world.settings = replace(world.settings, wallet_lock=True)
        with pytest.raises(PayeeNotConfirmed) as refused:
            await rig.restart("demo", WITH, who=ME)
        assert rig.miner("demo").config.get("second") is None
        with pytest.raises(MiningError):
            await rig.restart("demo", WITH, confirm="0" * 12, who=ME)
        await rig.restart("demo", WITH, confirm=refused.value.details["confirm"], who=ME)
        assert rig.miner("demo").config["second"]["wallet"] == THEIRS


async def test_the_doctor_tries_its_pool_by_itself(ports: tuple[int, int]) -> None:
    facts = await _pools({"demo": Dual()}, [_Configured("one", "demo", works(*ports), False)])
    assert [(each.miner, each.issue) for each in facts] == [
        ("one", None), ("one (its second work)", "connection refused"),
    ]  # fmt: skip
