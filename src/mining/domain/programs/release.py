"""What is published, how it was proven, and how far an installation has come."""

from typing import Literal

from pydantic import Field

from mining.domain.message import Sentence, phrase
from mining.domain.value import Moment, Value
from mining.domain.wording import WORDING, Wording, wording_of

Proof = Literal["pin", "signature", "digest", "none"]
Stage = Literal["download", "verify", "unpack", "try", "switch", "done"]
COLLECTED = phrase("opinion.collected", file="RainbowMiner's Data/minersha256.json", date="2026-07-24")


class Asset(Value):
    """One file of a release."""

    name: str
    url: str
    size: int | None = Field(description="bytes; null: not told before it comes")
    sha256: str | None = Field(description="What GitHub computed when it was uploaded; null for old files")


class Release(Value):
    """One version that a program's author published."""

    tag: str
    version: str
    prerelease: bool
    published_at: Moment | None
    assets: tuple[Asset, ...]


class Verification(Value):
    """How a file was proven, and what that is worth."""

    how: Proof
    text: str
    wording: Wording | None = Field(None, description=f"`text`: {WORDING}")


class SecondOpinion(Value):
    """A checksum that somebody else collected: never proof, since nobody knows where their file came from."""

    file: str
    sha256: str
    source: str = str(COLLECTED)
    source_wording: Wording | None = Field(wording_of(COLLECTED), description=f"`source`: {WORDING}")


class InstallProgress(Value):
    """How far an installation has come."""

    type: str
    stage: Stage
    bytes: int | None = Field(None, description="Downloaded so far")
    total: int | None = Field(None, description="bytes; null where the vendor does not say")


VERIFICATIONS: dict[Proof, Sentence] = {
    "pin": phrase("proof.pin"),
    "signature": phrase("proof.signature"),
    "digest": phrase("proof.digest"),
    "none": phrase("proof.none"),
}


SILENT: tuple[Proof, ...] = ("pin", "signature")  # proof that goes without saying: the author's word, or our own check


def verification(how: Proof | None) -> Verification | None:
    """One way of proof, with its words; None stays None."""
    return (
        None if how is None else Verification(how=how, text=VERIFICATIONS[how], wording=wording_of(VERIFICATIONS[how]))
    )
