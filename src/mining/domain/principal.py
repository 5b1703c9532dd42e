"""Principal, who asks for something, as far as the gate can vouch for it, and by what role."""

from dataclasses import dataclass
from typing import Literal, get_args

Via = Literal["local", "public", "open", "key", "origin:same", "origin:trusted", "origin:foreign"]
Role = Literal["viewer", "operator", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)  # each may do what those before it may


@dataclass(frozen=True)
class Principal:
    """Made by the gate alone, once for each request, and handed to every verb; None in its place is a rule of ours."""

    name: str  # for the timeline: only what nobody can make up
    via: Via  # by what the request was let in
    client: str | None = None  # what its client calls itself: anybody may claim any name, so nothing rests on it
    role: Role = "viewer"
    key: str | None = None  # the id of the key that it holds

    @property
    def masked(self) -> bool:
        """Whether wallets, paths and secrets are hidden from it."""
        return self.role == "viewer"

    def may(self, needed: Role) -> bool:
        """Whether its role covers this one."""
        return ROLES.index(self.role) >= ROLES.index(needed)

    @property
    def secrets(self) -> bool:
        """Whether passwords may leave by it: to the owner's tools and our own pages, never to pages of anybody else."""
        return self.may("admin") and self.via != "origin:trusted"

    @property
    def near(self) -> bool:
        """Whether it may have pools tried on this machine and its private network, where pages have no business."""
        return self.via != "origin:foreign"

    def __str__(self) -> str:
        return self.name
