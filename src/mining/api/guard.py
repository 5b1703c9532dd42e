"""Who may ask at all: the one pure judgement that every request passes before anything else looks at it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from mining.api.asgi import Header
from mining.api.envelope import HostNotAllowed, OriginNotAllowed, Unauthorized, UnsupportedMediaType, WrongKey
from mining.api.limits import MOST_DRAINED, MOST_IMPORT, too_large
from mining.api.origins import (
    address_in,
    host_name,
    is_address,
    is_local_name,
    is_loopback,
    listed_origins,
    normal_origin,
)
from mining.api.peers import user_of
from mining.api.settings import ApiSettings, Auth
from mining.domain.access_key import NO_KEYS, AccessKey, KeyRing
from mining.domain.errors import MiningError
from mining.domain.message import phrase, together
from mining.domain.principal import Principal, Role, Via

OriginClass = Literal["none", "same", "trusted", "foreign"]
MOST_CLIENT = 64  # characters of what a client calls itself
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
PROBES = frozenset({"/healthz", "/metrics"})  # what monitoring asks, perhaps in HTTP/1.0
JUDGED = frozenset(
    {b"host", b"origin", b"sec-fetch-site", b"authorization", b"forwarded", b"x-forwarded-for", b"x-forwarded-host",
     b"x-real-ip", b"via", b"content-type", b"content-encoding", b"content-length", b"transfer-encoding",
     b"user-agent", b"sec-websocket-protocol"}
)  # fmt: skip

SUBPROTOCOL = "mining.v1"
KEY_PROTOCOL = "mining.key."  # before a key among the subprotocols, where a browser's WebSocket can say it

_FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip", b"via")
_JSON = re.compile(r"application/json\s*(?:;\s*charset=\"?[\w-]+\"?\s*)?", re.IGNORECASE | re.ASCII)
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
    auth: Auth = "auto"
    ring: KeyRing = NO_KEYS


class RequestFacts(NamedTuple):
    """All that the judgement reads, byte for byte as it came: hence also the key under which it may be remembered."""

    method: str = "GET"
    headers: tuple[Header, ...] = ()  # those of JUDGED, in their order
    peer: str | None = "127.0.0.1"
    public: bool = False  # the path is /healthz or a static file
    websocket: bool = False
    probe: bool = False  # the path is one of PROBES

    def every(self, name: bytes) -> list[str]:
        """The values of all headers of that name."""
        return [value.decode("latin-1") for key, value in self.headers if key == name]


class Admission(NamedTuple):
    """A request that may pass: who asks, from which page, and the CORS headers of the answer."""

    principal: Principal
    origin: str  # as the header says it; empty without one
    headers: tuple[Header, ...]


class Denial(NamedTuple):
    """A request that may not pass: why, and the CORS headers of the answer."""

    error: MiningError
    headers: tuple[Header, ...]
    guess: bool = False  # whether it brings a key that opens nothing, whatever else is wrong with it


def gate_of(settings: ApiSettings, ring: KeyRing = NO_KEYS) -> Gate:
    """The gate as the operator wants it, and the keys that open it."""
    names = {name.lower().strip("[]") for name in settings.allowed_hosts}
    loopback = all(is_loopback(host) for host in settings.bound_hosts)
    if not loopback and settings.hostname:
        names |= {settings.hostname.lower(), f"{settings.hostname.lower()}.local"}
    listed = set(listed_origins(settings.cors_origins))
    trusted = set(listed)
    if settings.public_url is not None:
        public = urlsplit(settings.public_url)
        origin = normal_origin(f"{public.scheme}://{public.netloc}")
        if origin is None:
            raise ValueError(f"the public URL {settings.public_url!r} must begin with http:// or https:// and a host")
        trusted.add(origin)
        names.add((public.hostname or "").lower())
    anyone = "*" in settings.cors_origins
    return Gate(loopback, frozenset(names), frozenset(listed), frozenset(trusted), anyone, settings.auth, ring)


def facts_of(scope: Any, static: str | tuple[str, ...], probes: Collection[str] = PROBES) -> RequestFacts:
    """What the judgement reads of an ASGI scope; `static` is where the paths of static files begin."""
    path, client = scope["path"], scope["client"]
    websocket, probe = scope["type"] == "websocket", path in probes
    return RequestFacts(
        "GET" if websocket else scope["method"],
        tuple([header for header in scope["headers"] if header[0] in JUDGED]),
        client[0] if client else None,
        path.endswith("/healthz") if probe else path == "/" or path.startswith(static),
        websocket,
        probe,
    )


def judge(gate: Gate, facts: RequestFacts) -> Admission | Denial:
    """Decide on a request, in the order Host, key, Origin, body.

    Who holds a key needs no other proof, unless a proxy may have put it there for whatever page the browser shows.
    """
    hosts, origins = facts.every(b"host"), facts.every(b"origin")
    origin = classify(gate, facts)
    at_home = _at_home(facts, hosts)
    headers = _cors_headers(gate, facts.method, origins)
    presented = _presented(facts)
    key = gate.ring.holder(presented[0]) if len(presented) == 1 else None
    error = (
        _host_error(gate, facts, hosts, key)
        or (_key_error(gate, facts, at_home, presented) if key is None else None)
        or (_origin_error(gate, facts, origin, origins) if key is None or _forwarded(facts) else None)
        or _body_error(facts)
    )
    if error is not None:
        return Denial(error, headers, bool(presented) and key is None)
    return Admission(_principal(gate, facts, origin, at_home, key), origins[0] if origins else "", headers)


def classify(gate: Gate, facts: RequestFacts) -> OriginClass:
    """Where the page is from that sent the request, if one did."""
    origins, hosts = facts.every(b"origin"), facts.every(b"host")
    if not origins:
        strange = any(site in ("cross-site", "same-site") for site in facts.every(b"sec-fetch-site"))
        return "foreign" if strange and not gate.anyone else "none"
    if gate.anyone:
        return "trusted"
    origin = normal_origin(origins[0]) if len(origins) == 1 else None
    if origin is None:
        return "foreign"
    if len(hosts) == 1 and normal_origin(f"{origin.split(':')[0]}://{hosts[0]}") == origin:
        return "same"
    if origin in gate.trusted:
        return "trusted"
    host = origin.split("://")[1].rsplit(":", 1)[0]
    return "trusted" if gate.loopback and not gate.listed and is_loopback(host) else "foreign"


def host_allowed(gate: Gate, host: str) -> bool:
    """Whether this server answers to what a Host header says; a name that a stranger's DNS controls is not it."""
    name = host_name(host)
    if name is None:
        return False
    if is_address(name):
        address = address_in(name)
        if address is None:
            return False
        mapped = getattr(address, "ipv4_mapped", None)  # through which Python 3.13 looks, and 3.11 does not
        here = mapped is None and address.is_loopback
        return str(address) in gate.names or here or (not gate.loopback and not (mapped or address).is_unspecified)
    if is_local_name(name) or name in gate.names:
        return True
    return not gate.loopback and "." not in name


def _principal(gate: Gate, facts: RequestFacts, origin: OriginClass, at_home: bool, key: AccessKey | None) -> Principal:
    """Who asks, named by a key or the peer's address: a User-Agent, and an Origin outside browsers, are anybody's."""
    user_agent = "".join(sign if sign.isprintable() else " " for sign in " ".join(facts.every(b"user-agent")))
    client = user_agent[:MOST_CLIENT].strip() or None
    if key is not None:
        return Principal(f"key {key.name}", "key", client, key.role, key.id)
    via, user = _via(gate, facts, origin, at_home), user_of(facts.peer)
    role: Role = "viewer" if via in ("origin:foreign", "public") else "admin"
    name = f"user {user.name}" if user is not None else f"API {facts.peer}" if facts.peer else "API"
    return Principal(name, via, client, role)


def _via(gate: Gate, facts: RequestFacts, origin: OriginClass, at_home: bool) -> Via:
    if origin == "foreign":
        return "origin:foreign"
    if not _open(gate, facts, at_home):
        return "public"
    if gate.auth == "off" and not gate.loopback and not at_home:
        return "open"
    return "origin:trusted" if origin == "trusted" else "origin:same" if origin == "same" else "local"


def _open(gate: Gate, facts: RequestFacts, at_home: bool) -> bool:
    """Whether no key is needed: at the Unix socket the kernel tells who asks, so never there."""
    local_user = at_home and user_of(facts.peer) is not None
    return local_user or gate.auth == "off" or (gate.auth == "auto" and (gate.loopback or at_home))


def _cors_headers(gate: Gate, method: str, origins: list[str]) -> tuple[Header, ...]:
    """What a browser is told: everybody may read, unless the operator named the origins that may."""
    if not origins:
        return ()
    allowed = b"*"
    if gate.listed and not gate.anyone:
        if len(origins) != 1 or normal_origin(origins[0]) not in gate.listed:
            return ()
        allowed = origins[0].encode("latin-1")
    more = _PREFLIGHT if method == "OPTIONS" else (_EXPOSE,)
    return ((b"access-control-allow-origin", allowed), *more)


def _host_error(gate: Gate, facts: RequestFacts, hosts: list[str], key: AccessKey | None) -> MiningError | None:
    if len(hosts) == 1 and (key is not None or host_allowed(gate, hosts[0])):
        return None
    if user_of(facts.peer) is not None and not facts.every(b"origin") and not _forwarded(facts):
        return None  # no browser, and so no stranger's DNS, leads to a Unix socket but through a proxy
    if not hosts and facts.probe and facts.method in SAFE:  # a browser always says one
        return None
    shown = hosts[0][:100] if len(hosts) == 1 else phrase("gate.many_hosts", count=len(hosts))
    return HostNotAllowed(phrase("gate.host", host=shown), host=shown)


def _presented(facts: RequestFacts) -> list[str]:
    """The keys that a request shows: none, one, or something odd."""
    shown = [value[6:].strip() for value in facts.every(b"authorization") if value[:6].lower() == "bearer"]
    if facts.websocket:
        offered = [each.strip() for value in facts.every(b"sec-websocket-protocol") for each in value.split(",")]
        shown += [each[len(KEY_PROTOCOL) :] for each in offered if each.startswith(KEY_PROTOCOL)]
    return shown


def _key_error(gate: Gate, facts: RequestFacts, at_home: bool, presented: list[str]) -> MiningError | None:
    free = _open(gate, facts, at_home)
    if len(presented) > 1:
        return WrongKey(phrase("gate.several_keys"))
    if presented:  # never taken for nobody
        unknown = phrase("gate.unknown_key")
        return WrongKey(together([unknown, phrase("gate.none_needed")]) if free else unknown)
    if facts.public or facts.method == "OPTIONS" or free:
        return None
    return Unauthorized(phrase("gate.key"))


def _at_home(facts: RequestFacts, hosts: list[str]) -> bool:
    """Whether a request certainly comes from this machine."""
    if _forwarded(facts):
        return False
    if user_of(facts.peer) is not None:
        return True
    return is_loopback(facts.peer or "") and all(is_loopback(host_name(host) or "") for host in hosts)


def _forwarded(facts: RequestFacts) -> bool:
    """Whether a proxy says that it has passed this on."""
    return any(key in _FORWARDED for key, _ in facts.headers)


def _origin_error(gate: Gate, facts: RequestFacts, origin: OriginClass, origins: list[str]) -> MiningError | None:
    if origin != "foreign":
        return None
    shown = origins[0][:200] if origins else phrase("gate.another_site")
    if facts.websocket and gate.listed:  # which no browser holds back, as it does the answers to other reads
        return OriginNotAllowed(phrase("gate.listening", origin=shown), origin=shown)
    if facts.websocket or facts.method in SAFE:
        return None
    return OriginNotAllowed(phrase("gate.changing", origin=shown), origin=shown)


def _body_error(facts: RequestFacts) -> MiningError | None:
    """What is wrong with the body of a write, as far as its header tells; an empty body needs no Content-Type."""
    if facts.method in SAFE:
        return None
    if any(coding.lower() != "identity" for coding in facts.every(b"content-encoding")):
        return UnsupportedMediaType(phrase("gate.encoded"))
    sizes = [int(size[:16]) for size in facts.every(b"content-length") if size.isdecimal()]
    if any(size > MOST_DRAINED for size in sizes):
        return too_large(MOST_IMPORT)
    kinds = facts.every(b"content-type")
    comes = any(sizes) or bool(facts.every(b"transfer-encoding"))
    if comes and not (kinds and all(_JSON.fullmatch(kind.strip()) for kind in kinds)):
        return UnsupportedMediaType(phrase("gate.not_json"))
    return None
