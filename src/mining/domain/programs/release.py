"""What is published, how it was proven, and how far an installation has come."""

from typing import Literal

from pydantic import Field

from mining.domain.value import Moment, Value

Proof = Literal["pin", "signature", "digest", "none"]
Stage = Literal["download", "verify", "unpack", "try", "switch", "done"]


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


class InstallProgress(Value):
    """How far an installation has come."""

    type: str
    stage: Stage
    bytes: int | None = Field(None, description="Downloaded so far")
    total: int | None = Field(None, description="bytes; null where the vendor does not say")


VERIFICATIONS: dict[Proof, str] = {
    "pin": "The file is byte for byte the one that this platform's authors checked.",
    "signature": "The program's author signed the file's checksum, with the key that this platform knows.",
    "digest": "The file is what GitHub received when it was uploaded. That proves the way from there to here, "
    "not that its author uploaded it.",
    "none": "Nothing proves where the file comes from; only --allow-unverified installs it.",
}


SILENT: tuple[Proof, ...] = ("pin", "signature")  # proof that goes without saying: the author's word, or our own check


def verification(how: Proof | None) -> Verification | None:
    """One way of proof, with its words; None stays None."""
    return None if how is None else Verification(how=how, text=VERIFICATIONS[how])
