"""A start without starting: all that stands in its way or is worth knowing, and what would be run with which logins."""

from collections.abc import Sequence
from typing import NamedTuple

from pydantic import Field

from mining.domain.errors import MiningError
from mining.domain.programs.release import Proof
from mining.domain.value import Value
from mining.domain.wording import WARNING_WORDINGS, WORDING, Text, Wording


class StartError(Value):
    """One thing that a start would be refused for."""

    code: str = Field(description="The error's `code`, as a start would answer it.", examples=["POOL_UNREACHABLE"])
    message: str
    field: str | None = Field(None, description="Of the configuration; null: it is none of its fields.")
    wording: Wording | None = Field(None, description=f"`message`: {WORDING}")


class CheckedProgram(Value):
    """The program that would be run."""

    path: str
    version: str | None
    origin: str = Field(description="How it came here, as in `GET /miners/available`.")
    verified: Proof | None = Field(description="How an installed program was proven; null for the others.")
    runs: bool = Field(
        description="Whether it is what was installed or registered, and told its version when it was run."
    )


class CheckedPool(Value):
    """One pool of the configuration, and what it would be told."""

    pool: str = Field(description="host:port")
    login: str = Field(description="With the worker where the pool reads it; the address masked.")
    worker: str | None = Field(description="What is sent as rig id besides.")
    password: bool = Field(description="Whether one is sent that says something.")
    tls: bool
    issue: str | None = Field(description="Why it takes no connection; null: it does, or it was not tried.")
    wording: Wording | None = Field(None, description=f"`issue`: {WORDING}")
    second: bool = Field(False, description="Whether it is the pool of the second work, which no other stands in for.")


class NeededMemory(Value):
    """Memory in bytes."""

    least: int = Field(description="What it cannot do without.")
    full: int = Field(description="What it likes to have.")
    available: int = Field(description="What this machine has to give now.")


class Preview(Value):
    """One file that the program would read, without secrets."""

    name: str
    text: str = Field(description="Addresses masked, passwords left out, the token of its API replaced by zeros.")


class Download(Value):
    """What `install` would bring, since the program is not here."""

    version: str | None = Field(description="null until releases are looked up.")
    verification: Proof | None = Field(description="How its releases are proven.")
    command: str | None = Field(description="The command that brings it.")


class StartCheck(Value):
    """What a start would meet now."""

    name: str
    type: str
    ok: bool = Field(description="Whether a start would go ahead.")
    errors: tuple[StartError, ...] = Field(
        description="All that it would be refused for. `force` goes over POOL_UNREACHABLE and INSUFFICIENT_RESOURCES."
    )
    warnings: tuple[Text, ...]
    warning_wordings: tuple[Wording, ...] = Field((), description=WARNING_WORDINGS)
    program: CheckedProgram | None = Field(description="null: none is here.")
    download: Download | None = Field(description="null: the program is here, or nobody publishes it for this machine.")
    pools: tuple[CheckedPool, ...] = Field(description="In the order in which they are tried.")
    files: tuple[str, ...] = Field(description="What would be written into the miner's run folder.")
    memory: NeededMemory | None = Field(description="null: the configuration cannot be read.")
    command: tuple[str, ...] = Field((), description="The program and its arguments, masked as in `previews`.")
    previews: tuple[Preview, ...] = Field((), description="What would stand in `files`; none without a configuration.")


class Checked(NamedTuple):
    """A check whose errors are still errors."""

    result: StartCheck
    errors: Sequence[MiningError]
