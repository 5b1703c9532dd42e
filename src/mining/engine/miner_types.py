"""What this rig could mine with: the miner types, and which of them are installed."""

from collections.abc import Awaitable, Callable, Sequence

from mining.domain.adapter import MinerType
from mining.domain.adapters import Adapters, BrokenAdapter
from mining.domain.programs.advisory import against
from mining.domain.programs.program import InstalledMiner, ProgramRegistry
from mining.domain.programs.release import verification
from mining.domain.rig import Available
from mining.domain.system import SystemInfo


class MinerTypes:
    """All types by name, and the programs that are here."""

    def __init__(
        self,
        adapters: Adapters,
        programs: ProgramRegistry,
        describe: Callable[[Sequence[InstalledMiner]], Awaitable[SystemInfo]],
        gone: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.types = adapters.types
        self.adapters = adapters
        self._programs = programs
        self._describe = describe
        self._gone = gone  # whether the program file of a type has vanished

    def kind(self, type: str) -> MinerType:
        """The adapter of a type."""
        return self.adapters.kind(type)

    def available(self) -> Sequence[Available]:
        """Every type, by name, and the adapters that are skipped, each with its reason."""
        rows = [self._row(name, kind) for name, kind in self.types.items()]
        return sorted((*rows, *map(_broken, self.adapters.broken)), key=lambda row: (row.type, row.broken or ""))

    def _row(self, name: str, kind: MinerType) -> Available:
        program, availability, facts = self._programs.find(kind), self._programs.availability(kind), kind.facts
        version = program.version if program else None
        return Available(
            type=name,
            title=facts.title,
            homepage=facts.homepage,
            licence=facts.licence,
            dev_fee=facts.dev_fee,
            algorithms=facts.algorithms,
            cpu=facts.cpu,
            gpu=facts.gpu,
            installed=program is not None and not self._gone(name),
            installed_version=version,
            latest_version=availability.latest,
            latest_published_at=availability.latest_at,
            latest_bytes=availability.latest_size,
            looked_up_at=availability.looked_at,
            previous_version=availability.previous,
            installable=availability.installable,
            verification=verification(availability.proof),
            verified=verification(program.verified) if program else None,
            advisories=tuple(advisory.text for advisory in against(facts.advisories, version)),
            path=program.path if program else None,
            origin=program.origin if program else None,
            api_exposure=facts.api_exposure,
            keys=dict(kind.keys),
            simulated=facts.simulated,
            supports=kind.supports,
        )

    async def info(self) -> SystemInfo:
        """This machine and what is installed on it."""
        installed = []
        for name, kind in sorted(self.types.items()):
            program = self._programs.find(kind)
            if program is not None and not self._gone(name):
                installed.append(InstalledMiner(type=name, version=program.version, path=program.path))
        return await self._describe(installed)


def _broken(adapter: BrokenAdapter) -> Available:
    """A row for an adapter that is skipped: nothing is known of its program."""
    return Available(
        type=adapter.name,
        title=adapter.name,
        homepage="",
        licence="",
        dev_fee="",
        algorithms=(),
        cpu=False,
        gpu=(),
        installed=False,
        installed_version=None,
        path=None,
        origin=None,
        api_exposure="",
        keys={},
        simulated=False,
        broken=adapter.text,
    )
