"""Whether the program files are still there and still what they were, looked at without ever waiting for a drive."""

import asyncio
from collections.abc import Callable, Mapping

from mining.domain.adapter import MinerType
from mining.domain.config import Config
from mining.domain.message import Sentence
from mining.domain.node_starter import starts_node
from mining.domain.programs.program import PLUGIN_STATES, Program, ProgramRegistry, ProgramState, program_issue
from mining.engine.foreign import AnyMiner
from mining.foundation.apart import APART

LOOK = 3.0  # seconds between two looks
PATIENCE = 1.0  # seconds after which a look that has not ended is left to itself


class ProgramWatch:
    """The states that were last seen, by type; a type that was not looked at yet is believed to be there."""

    def __init__(
        self,
        types: Mapping[str, MinerType],
        programs: ProgramRegistry,
        miners: Mapping[str, AnyMiner],
        changed: Callable[[str], None],
    ) -> None:
        self._types = {name: kind for name, kind in types.items() if kind.module is None}
        self._programs = programs
        self._miners = miners
        self._changed = changed  # that a miner of that name is shown in another way
        self._states: dict[str, ProgramState] = {}
        self._seen: dict[str, Program] = {}
        self._looks: dict[str, asyncio.Future[ProgramState]] = {}

    def gone(self, type: str) -> bool:
        """Whether its file has vanished although it is recorded."""
        return self._states.get(type) == "gone"

    def issue(self, kind: MinerType, config: Config) -> str | None:
        """What keeps a miner with that configuration from being started again, in a sentence."""
        state = self._states.get(kind.name, "here")
        if state == "here" or (state in PLUGIN_STATES and not config.uses_cuda) or starts_node(kind, config) is False:
            return None
        issue = program_issue(state, kind.name)
        return Sentence(issue) if issue is not None else None

    async def run(self) -> None:
        """Look, for ever."""
        loop = asyncio.get_running_loop()
        while True:
            for name, kind in self._types.items():
                program = self._programs.find(kind)
                if program is None:
                    self._states.pop(name, None)
                    self._seen.pop(name, None)
                elif name not in self._looks:
                    self._looks[name] = loop.run_in_executor(APART, self._programs.look, kind)
            if self._looks:
                await asyncio.wait(self._looks.values(), timeout=PATIENCE)
            for name in [name for name, look in self._looks.items() if look.done()]:
                self._note(name, self._looks.pop(name))
            await asyncio.sleep(LOOK)

    def _note(self, name: str, look: "asyncio.Future[ProgramState]") -> None:
        program = self._programs.find(self._types[name])
        if look.cancelled() or look.exception() is not None or program is None:
            return
        before, self._states[name] = self._states.get(name), look.result()
        old, self._seen[name] = self._seen.get(name), program
        sound = self._states[name] not in ("gone", "changed")
        other = before not in (None, self._states[name])
        for miner in [miner for miner in self._miners.values() if miner.record.type == name]:
            if sound and (other or old is None or old != program):
                miner.wake()
            if self._states[name] != (before or "here"):
                self._changed(miner.record.name)
