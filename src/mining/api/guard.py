"""Who may ask: the pure decision on a request's Host, token and Origin, before anything else looks at it."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Literal
from urllib.parse import urlsplit

from mining.api.envelope import HostNotAllowed, OriginNotAllowed, Unauthorized
from mining.api.settings import ApiSettings
from mining.domain.errors import MiningError
from mining.domain.principal import Principal, Via

OriginClass = Literal["none", "same", "trusted", "foreign"]
Header = tuple[bytes, bytes]
MOST_CLIENT = 64  # characters of what a client calls itself
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9_])?)(?::([0-9]{1,5}))?")
_ORIGIN = re.compile(r"(https?)://(.+)")
_LOCAL_NAME = re.compile(r"(?:[a-z0-9_-]+\.)*localhost")
_NUMERIC = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")  # what a resolver may take for an IPv4 address
_PREFLIGHT: tuple[Header, ...] = (
    (b"access-control-allow-methods", b"GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),
    (b"access-control-allow-headers", b"Authorization, Content-Type, X-Request-ID"),
    (b"access-control-max-age", b"600"),
)
_EXPOSE: Header = (b"access-control-expose-headers", b"X-Request-ID")


@dataclass(frozen=True)
class Gate:
    """What the operator allows, ready to be compared with."""

    loopback: bool  # bound to loopback alone
    names: frozenset[str]  # further names this server answers to
    listed: frozenset[str]  # --cors-origin
    trusted: frozenset[str]  # listed, and the public URL's
    anyone: bool  # --cors-origin "*"


@dataclass(frozen=True)
class Asked:
    """The facts of a request that the decision rests on."""

    method: str = "GET"
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    site: str | None = None  # Sec-Fetch-Site
    bearer: bool = False
    forwarded: bool = False  # came through a proxy that says so
    peer: str | None = "127.0.0.1"
    public: bool = False  # /healthz or a static file
    client: str | None = None  # User-Agent
    websocket: bool = False


@dataclass(frozen=True)
class Verdict:
    """Whether a request may pass, who asks, and the CORS headers of the answer either way."""

    origin: OriginClass
    principal: Principal
    headers: tuple[Header, ...] = ()
    refusal: MiningError | None = None


def gate_of(settings: ApiSettings) -> Gate:
    """The gate as the operator wants it."""
    names = {name.lower().strip("[]") for name in settings.allowed_hosts}
    loopback = all(is_loopback(host) for host in settings.bound_hosts)
    if not loopback and settings.hostname:
        names |= {settings.hostname.lower(), f"{settings.hostname.lower()}.local"}
    listed = {normal_origin(origin) or origin for origin in settings.cors_origins if origin != "*"}
    trusted = set(listed)
    if settings.public_url is not None:
        public = urlsplit(settings.public_url)
        origin = normal_origin(f"{public.scheme}://{public.netloc}")
        if origin is None:
            raise ValueError(f"the public URL {settings.public_url!r} must begin with http:// or https:// and a host")
        trusted.add(origin)
        names.add((public.hostname or "").lower())
    return Gate(loopback, frozenset(names), frozenset(listed), frozenset(trusted), "*" in settings.cors_origins)


def judge(gate: Gate, asked: Asked) -> Verdict:
    """Decide on a request, in the order Host, token, Origin."""
    origin = classify(gate, asked)
    headers = cors_headers(gate, asked)
    refusal = _host_refusal(gate, asked) or _token_refusal(gate, asked) or _origin_refusal(asked, origin)
    return Verdict(origin, principal_of(gate, asked, origin), headers, refusal)


def principal_of(gate: Gate, asked: Asked, origin: OriginClass) -> Principal:
    """Who asks. The name is the peer's address alone: a User-Agent, and an Origin outside browsers, are anybody's."""
    name = f"API {asked.peer}" if asked.peer else "API"
    client = _printable(asked.client)[:MOST_CLIENT].strip() if asked.client else None
    return Principal(name, _via(gate, asked, origin), client or None)


def _via(gate: Gate, asked: Asked, origin: OriginClass) -> Via:
    if origin == "foreign":
        return "origin:foreign"
    if not gate.loopback and not _at_home(asked):
        return "public"
    return "origin:trusted" if origin == "trusted" else "origin:same" if origin == "same" else "local"


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def classify(gate: Gate, asked: Asked) -> OriginClass:
    """Where the page is from that sent the request, if one did."""
    if not asked.origins:
        return "foreign" if asked.site in ("cross-site", "same-site") and not gate.anyone else "none"
    origin = normal_origin(asked.origins[0]) if len(asked.origins) == 1 else None
    if gate.anyone:
        return "trusted"
    if origin is None:
        return "foreign"
    if len(asked.hosts) == 1 and normal_origin(f"{origin.split(':')[0]}://{asked.hosts[0]}") == origin:
        return "same"
    if origin in gate.trusted:
        return "trusted"
    host = origin.split("://")[1].rsplit(":", 1)[0]
    return "trusted" if gate.loopback and not gate.listed and is_loopback(host) else "foreign"


def cors_headers(gate: Gate, asked: Asked) -> tuple[Header, ...]:
    """What a browser is told: everybody may read, unless the operator named the origins that may."""
    if not asked.origins:
        return ()
    allowed = b"*"
    if gate.listed and not gate.anyone:
        if len(asked.origins) != 1 or normal_origin(asked.origins[0]) not in gate.listed:
            return ()
        allowed = asked.origins[0].encode("latin-1")
    more = _PREFLIGHT if asked.method == "OPTIONS" else (_EXPOSE,)
    return ((b"access-control-allow-origin", allowed), *more)


def host_allowed(gate: Gate, host: str) -> bool:
    """Whether this server answers to what a Host header says; a name that a stranger's DNS controls is not it."""
    match = _HOST.fullmatch(host)
    if match is None or not _port_fits(match[2]):
        return False
    name = match[1].lower()
    if name.startswith("[") or _NUMERIC.fullmatch(name):
        address = _address(name)
        return address is not None and (
            str(address) in gate.names or address.is_loopback or (not gate.loopback and not address.is_unspecified)
        )
    if _LOCAL_NAME.fullmatch(name) or name in gate.names:
        return True
    return not gate.loopback and "." not in name


def is_loopback(host: str) -> bool:
    """Whether a host, bracketed or not, can only be this machine."""
    name = host.strip("[]").lower()
    if _LOCAL_NAME.fullmatch(name):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def normal_origin(text: str) -> str | None:
    """`scheme://host:port`, lower case and with the port always told; None for everything else, `null` included."""
    match = _ORIGIN.fullmatch(text.lower())
    host = _HOST.fullmatch(match[2]) if match else None
    if match is None or host is None or not _port_fits(host[2]):
        return None
    return f"{match[1]}://{host[1]}:{int(host[2] or (443 if match[1] == 'https' else 80))}"


def _host_refusal(gate: Gate, asked: Asked) -> MiningError | None:
    if len(asked.hosts) == 1 and host_allowed(gate, asked.hosts[0]):
        return None
    said = asked.hosts[0][:100] if len(asked.hosts) == 1 else f"{len(asked.hosts)} Host headers"
    return HostNotAllowed(
        f"This server does not answer to {said!r}. If that is its name, start it with --allowed-host NAME.", host=said
    )


def _token_refusal(gate: Gate, asked: Asked) -> MiningError | None:
    if asked.bearer:
        return Unauthorized("The token is not known here. Leave it out: this server has issued none.")
    if gate.loopback or asked.public or asked.method == "OPTIONS":
        return None
    if _at_home(asked):
        return None
    return Unauthorized("From another machine a token is needed, and this server has issued none.")


def _at_home(asked: Asked) -> bool:
    """Whether a request certainly comes from this machine."""
    near = is_loopback(asked.peer or "") and not asked.forwarded
    return near and all(is_loopback(_without_port(host)) for host in asked.hosts)


def _origin_refusal(asked: Asked, origin: OriginClass) -> MiningError | None:
    if origin != "foreign" or asked.websocket or asked.method in SAFE:
        return None
    said = asked.origins[0][:200] if asked.origins else "another site"
    return OriginNotAllowed(
        f"A page of {said!r} may read here but change nothing. To trust it, start with --cors-origin ORIGIN.",
        origin=said,
    )


def _without_port(host: str) -> str:
    match = _HOST.fullmatch(host)
    return match[1] if match else host


def _port_fits(port: str | None) -> bool:
    return port is None or 1 <= int(port) <= 65535


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return IPv6Address(name[1:-1]) if name.startswith("[") else IPv4Address(name)
    except ValueError:
        return None
