"""Any order of words, exits, hangs, full disks and new daemons: never two processes, and in the end what was wanted."""

import asyncio
from collections.abc import Awaitable
from contextlib import ExitStack, suppress
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from mining.domain.errors import MiningError, NotSupported, StorageFull
from mining.engine.rig import LocalRig
from tests.engine.virtual_rig import CONFIG, World
from tests.engine.virtual_time import VirtualLoop
from tests.principals import ME

CONFIGS = (CONFIG, CONFIG.but(worker="other"))
VERBS = st.sampled_from(["start", "stop", "restart", "restart with another", "pause", "resume"])
DEFECTS = {"lifecycle.refused", "task.died", "a poll failed", "listening failed", "a burial failed", "a start failed"}
HEALED = 1000.0  # s after which every wait, hang and grace is over


class OneMiner(RuleBasedStateMachine):
    """One miner called `one`, its owner, its machine, and one daemon after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.ends = ExitStack()
        self.logs: list[Any] = self.ends.enter_context(structlog.testing.capture_logs())
        self.runner = self.ends.enter_context(asyncio.Runner(loop_factory=VirtualLoop))
        self.world = World()
        self.daemon: Any = None
        self.rig: LocalRig
        self.runner.run(self.begin())

    async def begin(self) -> None:
        self.daemon = self.world.daemon()
        self.rig = await self.daemon.__aenter__()

    async def renew(self, pause: float) -> None:
        await self.daemon.__aexit__(None, None, None)
        await asyncio.sleep(pause)
        await self.begin()

    # ——— what people say

    def word(self, verb: str) -> Awaitable[Any]:
        match verb:
            case "start":
                return self.rig.start("simulated", CONFIGS[0], name="one", who=ME)
            case "stop":
                return self.rig.stop("one", who=ME)
            case "restart":
                return self.rig.restart("one", who=ME)
            case "restart with another":
                return self.rig.restart("one", CONFIGS[1], who=ME)
            case "pause":
                return self.rig.pause("one", who=ME)
        return self.rig.resume("one", who=ME)

    def promised(self) -> tuple[Any, ...] | None:
        if not any(miner.name == "one" for miner in self.rig.miners()):
            return None
        miner = self.rig.miner("one")
        return miner.wanted, miner.config

    @rule(verb=VERBS)
    def somebody_speaks(self, verb: str) -> None:
        async def speak() -> None:
            before = self.promised()
            try:
                await self.word(verb)
            except StorageFull:
                assert self.promised() == before, "what could not be promised was done"
            except NotSupported:
                wanted = {"pause": "paused", "resume": "running"}[verb]  # only these two can meet a dead miner
                after = self.promised()
                assert after == before or (after and after[0] == wanted)
            except MiningError:
                return
            else:
                after = self.promised()
                assert after is not None
                expected = {"start": {"running"}, "stop": {"stopped"}, "pause": {"paused"}, "resume": {"running"}}
                assert after[0] in expected.get(verb, {"running", "paused"})

        self.runner.run(speak())

    @rule(verb=VERBS, stays=st.booleans())
    def somebody_speaks_while_the_disk_is_full(self, verb: str, stays: bool) -> None:
        self.world.store.full = True
        self.somebody_speaks(verb)
        self.world.store.full = stays

    @rule(first=VERBS, second=VERBS, later=st.sampled_from([0.0, 0.005, 0.015, 0.03, 0.2]))
    def two_speak_at_once(self, first: str, second: str, later: float) -> None:
        async def speak(verb: str, wait: float) -> None:
            await asyncio.sleep(wait)
            with suppress(MiningError):
                await self.word(verb)

        async def both() -> None:
            await asyncio.gather(speak(first, 0.0), speak(second, later))

        self.runner.run(both())

    # ——— what happens

    @rule(seconds=st.sampled_from([0.004, 0.012, 0.021, 0.3, 4.99, 5.0, 12.0, 70.0, 400.0]))
    def time_passes(self, seconds: float) -> None:
        self.runner.run(asyncio.sleep(seconds))

    @precondition(lambda self: self.world.processes.living())
    @rule(code=st.sampled_from([0, 1, 2, -9]))
    def it_ends(self, code: int) -> None:
        self.world.processes.body().exit(code)

    @precondition(lambda self: self.world.processes.living())
    @rule(api=st.sampled_from(["silent", "garbage", "well"]))
    def its_api_changes(self, api: Any) -> None:
        self.world.processes.body().api = api

    @rule(deaf=st.booleans(), slow=st.sampled_from([0.01, 3.0, 9.9]), api_from=st.sampled_from([0.0, 0.5, 50.0]))
    def the_next_ones_are_like_that(self, deaf: bool, slow: float, api_from: float) -> None:
        self.world.processes.next_one = {"deaf": deaf, "slow": slow, "api_from": api_from}

    @rule(full=st.booleans())
    def the_disk_fills_or_is_freed(self, full: bool) -> None:
        self.world.store.full = full

    @rule(missing=st.booleans())
    def the_program_goes_or_comes_back(self, missing: bool) -> None:
        self.world.programs.missing = missing

    @rule(refuses=st.booleans())
    def the_system_refuses_starts(self, refuses: bool) -> None:
        self.world.processes.refusal = PermissionError(13, "not now") if refuses else None

    @rule(pause=st.sampled_from([0.0, 3.0, 600.0]))
    def another_daemon_follows(self, pause: float) -> None:
        self.runner.run(self.renew(pause))

    # ——— what holds always, and in the end

    @invariant()
    def never_two(self) -> None:
        assert self.world.processes.most <= 1

    @invariant()
    def no_defect(self) -> None:
        assert [line for line in self.logs if line["event"] in DEFECTS] == []

    def teardown(self) -> None:
        try:
            self.runner.run(self.heal())
            self.never_two()
            self.no_defect()
        finally:
            self.ends.close()

    async def heal(self) -> None:
        world = self.world
        world.store.full = world.programs.missing = False
        world.processes.refusal = None
        world.processes.next_one = {}
        for body in world.processes.living():
            body.api, body.api_from, body.deaf = "well", 0.0, False
        await asyncio.sleep(HEALED)
        promised = self.promised()
        if promised is None:
            assert world.processes.living() == []
        else:
            miner, living = self.rig.miner("one"), world.processes.living()
            assert world.store.records["one"].wanted == miner.wanted, "what people want is not remembered"
            final = miner.reason is not None and miner.reason.code == "bad_config"
            assert len(living) == (miner.wanted != "stopped" and not final)
            expected = {"running": "running", "paused": "paused", "stopped": "stopped"}[miner.wanted]
            assert miner.status == ("error" if final and miner.wanted != "stopped" else expected)
            assert all(body.paused == (miner.wanted == "paused") for body in living)
        await self.daemon.__aexit__(None, None, None)


@pytest.mark.parametrize("examples", [30, pytest.param(3000, marks=pytest.mark.long)])
def test_whatever_happens_in_whatever_order_one_miner_is_never_two_and_in_the_end_as_wanted(examples: int) -> None:
    how = settings(
        max_examples=examples,
        stateful_step_count=20,
        deadline=None,
        derandomize=examples < 100,  # the quick form finds the same each time
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    run_state_machine_as_test(OneMiner, settings=how)  # type: ignore[no-untyped-call]  # as hypothesis has it
