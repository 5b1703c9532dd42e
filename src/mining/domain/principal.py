"""Principal, who asks for something, as far as the gate can vouch for it."""

from dataclasses import dataclass
from typing import Literal

Via = Literal["local", "public", "origin:same", "origin:trusted", "origin:foreign"]


@dataclass(frozen=True)
class Principal:
    """Made by the gate alone, once for each request, and handed to every verb; None in its place is a rule of ours."""

    name: str  # for the timeline: only what nobody can make up
    via: Via  # by what the request was let in
    client: str | None = None  # what its client calls itself: anybody may claim any name, so nothing rests on it

    @property
    def masked(self) -> bool:
        """Whether wallets, paths and secrets are hidden from it."""
        return self.via in ("public", "origin:foreign")

    @property
    def secrets(self) -> bool:
        """Whether passwords may leave by it: to the owner's tools and our own pages, never to pages of anybody else."""
        return not self.masked and self.via != "origin:trusted"

    @property
    def near(self) -> bool:
        """Whether it may have pools tried on this machine and its private network, where pages have no business."""
        return self.via != "origin:foreign"

    def __str__(self) -> str:
        return self.name
