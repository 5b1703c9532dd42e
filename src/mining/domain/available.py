"""Available, a miner type as an answer tells it: what it can do, and how its program stands on this machine."""

from typing import Literal

from pydantic import Field

from mining.domain.adapter import Evidence
from mining.domain.capabilities import Capabilities
from mining.domain.programs.release import SecondOpinion, Verification
from mining.domain.value import Moment, Value
from mining.domain.wording import Wording

TypeStatus = Literal["installed", "absent", "broken"]


class CudaPluginHere(Value):
    """A library through which a program mines on NVIDIA cards. Nobody signs such libraries."""

    path: str | None = Field(description="null for those who see no paths")
    sha256: str = Field(description="Checked at each start of a miner with `cuda`")
    origin: str = Field(description="yours: its owner registered it where it lies; installed: it was copied here")


class ProgramWordings(Value):
    """What is needed to say in another language what is told of a program; null where a text is somebody else's."""

    licence: Wording | None = None
    dev_fee: Wording | None = None
    api_exposure: Wording | None = None
    secrets: Wording | None = None
    getting: Wording | None = None
    tried: Wording | None = None
    broken: Wording | None = None
    unconfirmed: tuple[Wording, ...] = Field((), description="One for each, in the same order")
    advisories: tuple[Wording, ...] = Field((), description="One for each, in the same order")


class Available(Value):
    """A miner type, whether or not its program is here, and what its author published when that was last looked up."""

    type: str
    title: str
    homepage: str
    licence: str
    dev_fee: str
    algorithms: tuple[str, ...]
    cpu: bool
    gpu: tuple[str, ...]
    makers: tuple[str, ...] = Field((), description="Whose graphics cards it mines on: NVIDIA, AMD, Intel")
    installed: bool
    installed_version: str | None
    latest_version: str | None = Field(None, description="null until releases are looked up")
    latest_published_at: Moment | None = None
    latest_bytes: int | None = Field(None, description="How much a download of that version is; null: not known")
    looked_up_at: Moment | None = Field(None, description="null: never")
    previous_version: str | None = Field(None, description="What a rollback goes back to; null: nothing")
    installable: bool = Field(False, description="Whether its author publishes it for machines like this one")
    verification: Verification | None = Field(
        None, description="How its releases are proven; null where there are none"
    )
    verified: Verification | None = Field(
        None, description="How the program here was proven; null: it was not installed"
    )
    advisories: tuple[str, ...] = Field((), description="What is known against the version that is here")
    path: str | None
    origin: str | None = Field(description="How the program came here; null when it is not here")
    takes_cuda_plugin: bool = Field(
        False, description="Whether it mines on NVIDIA cards through a library that does not come with it"
    )
    cuda_plugin: CudaPluginHere | None = Field(None, description="That library, where it is here")
    api_exposure: str
    secrets: str = Field("", description="Where logins and passwords stand while it runs, and who can read them")
    getting: str = Field("", description="How it gets onto this machine where it cannot be installed")
    tried: str = Field("", description="How far it was tried whether what stands here is so")
    unconfirmed: tuple[str, ...] = Field((), description="What of it nobody could confirm")
    second_opinions: tuple[SecondOpinion, ...] = Field(
        (), description="Checksums of its files that others collected, to compare with; never proof"
    )
    keys: dict[str, str] = Field(description="The keys it obeys on stdin.")
    simulated: bool
    watched: bool = Field(False, description="Whether it only reads what mines already, elsewhere")
    evidence: Evidence = Field("none", description="What `tried` rests on")
    open_api: bool = Field(False, description="Whether other machines may reach its API: nothing binds it to loopback")
    secrets_exposed: bool = Field(False, description="Whether logins and passwords stand in the command line")
    supports: Capabilities | None = Field(
        None, description="What of a configuration it can do; null for an adapter that is skipped"
    )
    broken: str | None = Field(
        None,
        description="Why this adapter, of another package, is skipped and nothing of it can be used; null: it works",
    )
    wordings: ProgramWordings = Field(
        ProgramWordings(), description="Those of the texts above that are sentences of the platform, by field"
    )

    @property
    def status(self) -> TypeStatus:
        """Whether a miner of it could be started."""
        return "broken" if self.broken is not None else "installed" if self.installed else "absent"
