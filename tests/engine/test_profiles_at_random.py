"""B4: whatever is saved, changed, deleted, imported and started in whatever order, the rig holds what a model holds."""

import asyncio
from contextlib import ExitStack
from typing import Any

import pytest
import structlog
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from mining.domain.config import Config
from mining.domain.errors import ProfileAlreadyExists, ProfileNotFound, StorageFull
from mining.domain.profile import ProfileDraft
from mining.engine.rig import LocalRig
from tests.engine.virtual_rig import CONFIG, World
from tests.engine.virtual_time import VirtualLoop
from tests.principals import ME

ONE_NAME = {"home": 1, "Home": 1, "  HOME ": 1, "Straße": 2, "STRASSE": 2, "é": 3, "e\u0301": 3, "fast": 4}
NAMES = st.sampled_from(sorted(ONE_NAME))
CONFIGS = st.sampled_from([CONFIG, CONFIG.but(worker="other"), CONFIG.but(wallet="somebody"), CONFIG.but(threads=1)])
TEXTS = st.sampled_from(["", "a description"])
MINERS = st.sampled_from(["one", "two"])
Saved = tuple[str, str, Config]


def draft(name: str, text: str, config: Config) -> ProfileDraft:
    return ProfileDraft(name=name, description=text, miner_type="simulated", config=config)


class ProfilesAndMiners(RuleBasedStateMachine):
    """Profiles, the miners that are started from them, their owner, their disk, and one daemon after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.ends = ExitStack()
        self.ends.enter_context(structlog.testing.capture_logs())
        self.runner = self.ends.enter_context(asyncio.Runner(loop_factory=VirtualLoop))
        self.world = World()
        self.daemon: Any = None
        self.rig: LocalRig
        self.runner.run(self.begin())
        self.saved: dict[str, Saved] = {}  # by id, as it must be
        self.mining: dict[str, tuple[str, Config]] = {}  # what a miner is to do, and by what configuration

    async def begin(self) -> None:
        self.daemon = self.world.daemon()
        self.rig = await self.daemon.__aenter__()

    async def renew(self) -> None:
        await self.daemon.__aexit__(None, None, None)
        await self.begin()

    def has(self, name: str, but: str | None = None) -> str | None:
        """The id of the profile that has this name."""
        for id, (other, _, _) in self.saved.items():
            if id != but and ONE_NAME[other] == ONE_NAME[name]:
                return id
        return None

    def refused(self, error: ProfileAlreadyExists, by: str | None) -> None:
        """For the profile that has the name, and for no other."""
        assert error.details["id"] == by

    @rule(name=NAMES, text=TEXTS, config=CONFIGS)
    def one_is_saved(self, name: str, text: str, config: Config) -> None:
        try:
            made = self.runner.run(self.rig.profiles.create(draft(name, text, config), who=ME))
        except ProfileAlreadyExists as error:
            self.refused(error, self.has(name))
        except StorageFull:
            assert self.world.store.full
        else:
            assert (self.has(name), self.world.store.full) == (None, False)
            self.saved[made.id] = (name, text, config)

    @precondition(lambda self: self.saved)
    @rule(data=st.data(), name=NAMES, text=TEXTS, config=CONFIGS)
    def one_is_changed(self, data: st.DataObject, name: str, text: str, config: Config) -> None:
        id = data.draw(st.sampled_from(list(self.saved)))
        same = (name.strip(), text, config) == (self.saved[id][0].strip(), *self.saved[id][1:])
        try:
            self.runner.run(self.rig.profiles.change(id, draft(name, text, config), who=ME))
        except ProfileAlreadyExists as error:
            self.refused(error, self.has(name, but=id))
        except StorageFull:
            assert self.world.store.full
        else:
            assert same or (self.has(name, but=id), self.world.store.full) == (None, False)
            self.saved[id] = (name, text, config)

    @rule(data=st.data())
    def one_is_deleted(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from([*self.saved, "nobody's"]))
        try:
            self.runner.run(self.rig.profiles.delete(id, who=ME))
        except ProfileNotFound:
            assert id == "nobody's"
        except StorageFull:
            assert self.world.store.full
        else:
            del self.saved[id]

    @rule(drafts=st.lists(st.tuples(NAMES, TEXTS, CONFIGS), max_size=4), replace=st.booleans())
    def several_are_imported(self, drafts: list[Saved], replace: bool) -> None:
        taken: dict[str, Saved] = {}
        try:
            results = self.runner.run(
                self.rig.profiles.take_in([draft(*each) for each in drafts], replace=replace, who=ME)
            )
        except StorageFull:
            assert self.world.store.full
            return
        seen: set[int] = set()
        for each, result in zip(drafts, results, strict=True):
            there = self.has(each[0])
            skipped = ONE_NAME[each[0]] in seen or (there is not None and not replace)
            assert result.result == ("skipped" if skipped else "replaced" if there else "created")
            if not skipped:
                seen.add(ONE_NAME[each[0]])
                assert result.id is not None
                assert there in (None, result.id)
                taken[result.id] = each
        assert not (taken and self.world.store.full)
        self.saved |= taken

    @precondition(lambda self: self.saved and not self.world.store.full)
    @rule(data=st.data(), miner=MINERS)
    def a_miner_is_started_from_one(self, data: st.DataObject, miner: str) -> None:
        id = data.draw(st.sampled_from(list(self.saved)))
        config = self.runner.run(self.rig.profiles.one(id)).config
        if miner in self.mining and self.mining[miner][0] == "running":
            self.runner.run(self.rig.restart(miner, config, who=ME))
        else:
            self.runner.run(self.rig.start("simulated", config, name=miner, who=ME))
        self.mining[miner] = ("running", config)

    @precondition(lambda self: self.mining and not self.world.store.full)
    @rule(data=st.data(), forget=st.booleans())
    def a_miner_is_stopped(self, data: st.DataObject, forget: bool) -> None:
        miner = data.draw(st.sampled_from(list(self.mining)))
        self.runner.run(self.rig.stop(miner, forget=forget, who=ME))
        if forget:
            del self.mining[miner]
        else:
            self.mining[miner] = ("stopped", self.mining[miner][1])

    @rule(full=st.booleans())
    def the_disk_fills_or_is_freed(self, full: bool) -> None:
        self.world.store.full = full

    @rule()
    def another_daemon_follows(self) -> None:
        self.runner.run(self.renew())

    @invariant()
    def the_rig_holds_what_the_model_holds(self) -> None:
        async def held() -> tuple[Any, Any]:
            profiles = await self.rig.profiles.all()
            return (
                {each.id: (each.name, each.description, each.config) for each in profiles},
                {miner.name: (miner.wanted, miner.config) for miner in self.rig.miners()},
            )

        saved = {id: (name.strip(), text, config) for id, (name, text, config) in self.saved.items()}
        mining = {name: (wanted, config.public_json()) for name, (wanted, config) in self.mining.items()}
        assert self.runner.run(held()) == (saved, mining)

    def teardown(self) -> None:
        try:
            self.runner.run(self.daemon.__aexit__(None, None, None))
            assert self.world.processes.most <= 2, "of two miners"
        finally:
            self.ends.close()


@pytest.mark.slow  # some seconds of the processor
@pytest.mark.parametrize("examples", [10, pytest.param(500, marks=pytest.mark.long)])
def test_profiles_and_the_miners_started_from_them_are_what_a_model_says(examples: int) -> None:
    how = settings(
        max_examples=examples,
        stateful_step_count=20 if examples < 100 else 50,
        deadline=None,
        derandomize=examples < 100,  # the quick form finds the same each time
    )
    run_state_machine_as_test(ProfilesAndMiners, settings=how)  # type: ignore[no-untyped-call]  # as hypothesis has it
