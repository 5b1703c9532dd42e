"""ApiSettings, what the operator decides about the API."""

import re
from dataclasses import dataclass
from typing import Literal

from mining import __version__
from mining.api.origins import is_loopback
from mining.domain.message import Sentence, message

Auth = Literal["auto", "always", "off"]

DEFAULT_NAMESPACE = "/api/v1/mining"
OPEN_TO_ALL = Sentence(message("access.open_to_all"))
_NAMESPACE = re.compile(r"(?:/[A-Za-z0-9][A-Za-z0-9._~-]*)+")
_TAKEN = ("/healthz", "/metrics", "/docs", "/dashboard")


@dataclass(frozen=True)
class ApiSettings:
    """Where the API is served and to whom it answers; the namespace is normalised."""

    namespace: str = DEFAULT_NAMESPACE
    bound_hosts: tuple[str, ...] = ("127.0.0.1", "::1")
    port: int = 8080
    allowed_hosts: tuple[str, ...] = ()
    cors_origins: tuple[str, ...] = ()
    public_url: str | None = None
    auth: Auth = "auto"  # when a key is needed: from elsewhere, by everybody, never
    hostname: str = ""  # of this machine; counts only while bound off loopback
    version: str = __version__

    @property
    def notices(self) -> tuple[str, ...]:
        """What everybody should see who looks after this server."""
        if self.auth == "off" and not all(is_loopback(host) for host in self.bound_hosts):
            return (OPEN_TO_ALL,)
        return ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "namespace", normal_namespace(self.namespace))


def normal_namespace(text: str) -> str:
    """One leading slash, none at the end, none doubled; ValueError when nothing or something odd remains."""
    namespace = "/" + "/".join(part for part in text.split("/") if part)
    if namespace == "/":
        raise ValueError("the namespace must not be '/': it holds everything but the dashboard; try /api/v1/mining")
    if not _NAMESPACE.fullmatch(namespace):
        raise ValueError(f"the namespace {text!r} may hold letters, digits, '.', '_', '~' and '-' between its slashes")
    if any(namespace == taken or namespace.startswith(taken + "/") for taken in _TAKEN):
        raise ValueError(f"the namespace must not begin with one of {', '.join(_TAKEN)}")
    return namespace
