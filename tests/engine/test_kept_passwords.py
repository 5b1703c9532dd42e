"""The passwords of a miner's pools, over starts, restarts and the end of the daemon, in virtual time."""

import json
from typing import Any

import pytest

from mining.domain.config import Config
from mining.domain.errors import InvalidConfig
from tests.engine.virtual_rig import World
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME

B, C = {"pool": "b.example:1", "password": "of-b"}, {"pool": "c.example:1", "wallet": "v", "password": "of-c"}
BODY: dict[str, Any] = {"pool": "a.example:1", "wallet": "w", "password": "of-a", "pools": [B, C]}


def config(body: dict[str, Any]) -> Config:
    return Config.model_validate_json(json.dumps(body))


def hidden(*pools: dict[str, Any], **top: Any) -> Config:
    """As somebody sends it who was shown no passwords."""
    entries = [{key: value for key, value in pool.items() if key != "password"} for pool in pools]
    return config({"pool": "a.example:1", "wallet": "w", **top, "pools": entries})


def passwords(world: World) -> list[str | None]:
    return [pool.password for pool in world.store.records["one"].config.all_pools()]


@in_virtual_time
async def test_a_restart_and_a_new_start_keep_each_password_with_its_pool() -> None:
    world = World()
    async with world.daemon() as rig:
        await rig.start("simulated", config(BODY), name="one", who=ME)
        assert passwords(world) == ["of-a", "of-b", "of-c"]
        await rig.restart("one", hidden(C, B), who=ME)
        assert passwords(world) == ["of-a", "of-c", "of-b"]
        await rig.restart("one", hidden({"pool": "new.example:1"}, C, B), who=ME)
        assert passwords(world) == ["of-a", None, "of-c", "of-b"]
    async with world.daemon() as rig:
        await rig.stop("one", who=ME)
        await rig.start("simulated", hidden(B, pool="c.example:1", wallet="v"), name="one", who=ME)
        assert passwords(world) == ["of-c", None], "b's login was w"


@in_virtual_time
async def test_an_edit_that_is_not_clear_touches_nothing() -> None:
    world = World()
    twin = {"pool": "b.example:1", "password": "of-twin"}
    async with world.daemon() as rig:
        await rig.start("simulated", config({**BODY, "pools": [B, twin]}), name="one", who=ME)
        pid = rig.miner("one").pid
        with pytest.raises(InvalidConfig) as caught:
            await rig.restart("one", hidden(B), who=ME)
        assert [error.field for error in caught.value.errors] == ["pools[0].password"]
        assert (rig.miner("one").pid, passwords(world)) == (pid, ["of-a", "of-b", "of-twin"])


@in_virtual_time
async def test_a_profile_is_whole_and_takes_no_password_of_the_miner() -> None:
    world = World()
    async with world.daemon() as rig:
        await rig.start("simulated", config(BODY), name="one", who=ME)
        await rig.restart("one", hidden(B, C), profile_id="p1", who=ME)
        assert passwords(world) == [None, None, None]
