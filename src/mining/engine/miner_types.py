"""What this rig could mine with: the miner types, and which of them are installed."""

from collections.abc import Awaitable, Callable, Sequence

from mining.domain.adapter import MinerType, ReleaseSource, TypeFacts
from mining.domain.adapters import Adapters, BrokenAdapter
from mining.domain.available import Available, CudaPluginHere, ProgramWordings
from mining.domain.programs.advisory import against
from mining.domain.programs.program import Availability, InstalledMiner, Program, ProgramRegistry
from mining.domain.programs.release import SecondOpinion, verification
from mining.domain.system import SystemInfo
from mining.domain.wording import wording_of, wordings_of
from mining.engine.admission import KEYBOARD


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
        self._rows: dict[str, tuple[object, Available]] = {}  # beside all that it depends on

    def kind(self, type: str) -> MinerType:
        """The adapter of a type."""
        return self.adapters.kind(type)

    def available(self) -> Sequence[Available]:
        """Every type, by name, and the adapters that are skipped, each with its reason."""
        rows = [self._row(name, kind) for name, kind in self.types.items()]
        return sorted((*rows, *map(_broken, self.adapters.broken)), key=lambda row: (row.type, row.broken or ""))

    def _row(self, name: str, kind: MinerType) -> Available:
        state = self._programs.find(kind), self._programs.availability(kind), self._gone(name)
        entry = self._rows.get(name)
        if entry is None or entry[0] != state:
            entry = self._rows[name] = state, _available_type(name, kind, *state)
        return entry[1]

    async def info(self) -> SystemInfo:
        """This machine and what is installed on it."""
        installed = []
        for name, kind in sorted(self.types.items()):
            program = self._programs.find(kind)
            if program is not None and not self._gone(name):
                installed.append(InstalledMiner(type=name, version=program.version, path=program.path))
        return await self._describe(installed)


def _available_type(
    name: str, kind: MinerType, program: Program | None, availability: Availability, gone: bool
) -> Available:
    """A type as it is told; `gone` says that its program file has vanished."""
    facts, version = kind.facts, program.version if program else None
    advisories = tuple(advisory.text for advisory in against(facts.advisories, version))
    return Available(
        type=name,
        title=facts.title,
        homepage=facts.homepage,
        licence=facts.licence,
        dev_fee=facts.dev_fee,
        algorithms=facts.algorithms,
        cpu=facts.cpu,
        gpu=facts.gpu,
        makers=facts.makers,
        installed=program is not None and not gone,
        installed_version=version,
        latest_version=availability.latest,
        latest_published_at=availability.latest_at,
        latest_bytes=availability.latest_size,
        looked_up_at=availability.looked_at,
        previous_version=availability.previous,
        installable=availability.installable,
        verification=verification(availability.proof),
        verified=verification(program.verified) if program else None,
        advisories=advisories,
        path=program.path if program else None,
        origin=program.origin if program else None,
        takes_cuda_plugin=facts.cuda_plugin,
        cuda_plugin=_plugin(program),
        api_exposure=facts.api_exposure,
        secrets=facts.secrets,
        getting=facts.getting,
        tried=facts.tried,
        unconfirmed=facts.unconfirmed,
        second_opinions=second_opinions(kind.releases),
        keys=dict(kind.keys) if KEYBOARD else {},
        simulated=facts.simulated,
        watched=facts.watched,
        evidence=facts.evidence,
        open_api=not facts.loopback,
        secrets_exposed=facts.secrets_exposed,
        supports=kind.supports,
        wordings=_wordings(facts, advisories),
    )


def _wordings(facts: TypeFacts, advisories: Sequence[str]) -> ProgramWordings:
    return ProgramWordings(
        licence=wording_of(facts.licence),
        dev_fee=wording_of(facts.dev_fee),
        api_exposure=wording_of(facts.api_exposure),
        secrets=wording_of(facts.secrets),
        getting=wording_of(facts.getting),
        tried=wording_of(facts.tried),
        unconfirmed=wordings_of(facts.unconfirmed),
        advisories=wordings_of(advisories),
    )


def _plugin(program: Program | None) -> CudaPluginHere | None:
    plugin = program.cuda_plugin if program is not None else None
    return None if plugin is None else CudaPluginHere(path=plugin.path, sha256=plugin.sha256, origin=plugin.origin)


def second_opinions(source: ReleaseSource | None) -> tuple[SecondOpinion, ...]:
    """The checksums that others collected of a program's files."""
    return tuple(SecondOpinion(file=file, sha256=sum) for file, sum in source.others.items()) if source else ()


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
        wordings=ProgramWordings(broken=wording_of(adapter.text)),
    )
