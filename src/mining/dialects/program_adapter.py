"""ProgramAdapter, an adapter made of a program's facts and of a few functions; what most programs share goes unsaid.

It fulfils `mining.domain.adapter.MinerType`. A program that differs more has a class of its own, as XMRig does.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from mining.dialects.names import Names, naming_errors
from mining.dialects.pools import CUDA_BY_PLACE, backends, list_errors, without_worker_field
from mining.dialects.refusals import refusal_in
from mining.dialects.second import Beside, second_errors, with_second
from mining.domain.adapter import (
    ApiRequest,
    ApiResponse,
    Launch,
    LaunchContext,
    LogSignal,
    LogSignalKind,
    MemoryNeeds,
    Reading,
    ReleaseSource,
    TypeFacts,
    Unreadable,
)
from mining.domain.api_response import explain_code
from mining.domain.capabilities import Capabilities, Verb
from mining.domain.config import Config
from mining.domain.config_check import takes_every_card
from mining.domain.errors import ErrorDetail
from mining.domain.log_line import stamped
from mining.domain.message import phrase
from mining.domain.payout_lock import PayoutReader
from mining.domain.restart import Cause
from mining.domain.units import cut

MIB = 1 << 20
_NUMBER = r"(\d+\.\d+(?:\.\d+)*[\w.-]{0,20})"
_FEW = MemoryNeeds(256 * MIB, 512 * MIB)


def version_pattern(name: str) -> str:
    """Of a program whose words are not documented: a number behind its name, or alone in a line."""
    return rf"(?im)(?:{name}\b\D{{0,20}}|^[ \t]*v?(?=\S+[ \t]*$)){_NUMBER}"


@dataclass(kw_only=True)
class ProgramAdapter:
    """What `version` holds is the version, wherever in the first lines of what `version_flag` prints it stands.

    `supports` says by itself what `beside` says of a second work.
    """

    name: str
    facts: TypeFacts
    supports: Capabilities
    names: Names
    releases: ReleaseSource | None
    launching: Callable[[Config, LaunchContext], Launch]
    asking: Sequence[ApiRequest]
    reading: Callable[[LaunchContext, Sequence[ApiResponse | None]], Reading | Unreadable]
    version: str
    payout: PayoutReader | None = None  # how it is seen from outside whom it pays
    beside: Beside = field(default_factory=dict)  # which algorithms it computes at the same time as which
    version_flag: str = "--version"
    commands: Mapping[Verb, ApiRequest] = field(default_factory=dict)
    errors: Callable[[Config], Sequence[ErrorDetail]] = lambda config: ()
    warnings: Callable[[Config], Sequence[str]] = lambda config: ()
    memory: Callable[[Config, int], MemoryNeeds] = lambda config, cpus: _FEW
    worker_field: bool = True  # whether a worker can be told apart from the login
    signs: Sequence[tuple[LogSignalKind, str]] = ()  # what a line gives away; the first group is the text of the sign
    module: str | None = None
    console: Literal["file", "fifo"] = "file"
    keys: Mapping[str, str] = field(default_factory=dict)
    stop_grace: float = 15.0

    def __post_init__(self) -> None:
        self.supports = with_second(self.supports, self.beside)

    def extra_errors(self, config: Config) -> Sequence[ErrorDetail]:
        """What keeps it from being known what to compute or where to send the worker, and the program's own rules."""
        worker = () if self.worker_field else without_worker_field(self.facts.title, config)
        naming = naming_errors(self.facts.title, config, self.names)
        second = () if naming else second_errors(self.facts.title, config, self.beside, self.names)
        listed = list_errors(self.facts.title, config, self.facts.gpu)
        return [*naming, *second, *worker, *listed, *self.errors(config)]

    def extra_warnings(self, config: Config) -> Sequence[str]:
        """That it takes more cards than those that are asked for, and the program's own."""
        others = takes_every_card(self, config) and backends(config, self.facts.gpu) != tuple(self.facts.gpu)
        every = [phrase("warning.every_maker", program=self.facts.title)] if others else []
        return [*every, *self.warnings(config)]

    def needs(self, config: Config, cpus: int) -> MemoryNeeds:
        """The memory it takes."""
        return self.memory(config, cpus)

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        """How to start it."""
        launch = self.launching(config, context)
        if "cuda" not in backends(config, self.facts.gpu):
            return launch
        return replace(launch, env={**launch.env, **CUDA_BY_PLACE})

    def requests(self, context: LaunchContext) -> Sequence[ApiRequest]:
        """What to ask its API at each poll."""
        return self.asking

    def read(self, context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
        """Understand the replies."""
        return self.reading(context, replies)

    def command(self, verb: Verb, context: LaunchContext) -> ApiRequest | None:
        """The request that pauses or resumes it."""
        return self.commands.get(verb)

    def log_signal(self, line: str) -> LogSignal | None:
        """What a line of its text gives away."""
        if len(line) > 1000:
            return None
        parts = stamped(line)
        for kind, pattern in self.signs:
            if match := re.search(pattern, line):
                return LogSignal(kind, match[1].strip() or kind, parts.at if parts else None)
        return None

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        """Why it ended. Nothing is known of its exit codes, so only its words are a reason not to start it again."""
        refusal = refusal_in(tail) if code is not None and code >= 0 else None
        if refusal is not None:
            return "config", phrase("end.unusable_config_saying", words=cut(refusal, 200).rstrip("."))
        cause, words = explain_code(code)
        return ("crash", phrase("end.code", code=code or 0)) if cause == "config" else (cause, words)

    def version_argv(self, program: str) -> Sequence[str]:
        """The command that makes it tell its version."""
        return (program, self.version_flag)

    def read_version(self, output: str) -> str | None:
        """The version in that output; None: this is not that program."""
        match = re.search(self.version, output[:4000])
        return match[1] if match else None
