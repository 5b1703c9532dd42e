"""The table of reads, writes and WebSocket by the origin of a page, without a key and with a key of each role."""

import itertools
from functools import cache
from typing import Any

import pytest

from mining.api.guard import Admission, Denial, RequestFacts, gate_of, judge
from mining.api.settings import DEFAULT_NAMESPACE, ApiSettings
from mining.domain.principal import ROLES
from tests.api.test_roles import OPEN, Server, server

NS = DEFAULT_NAMESPACE
ORIGINS = {
    "none": None,
    "same": "http://localhost:8080",
    "trusted": "http://127.0.0.1:3000",
    "foreign": "https://evil.example",
}
HOLDERS = [None, *ROLES]
PROBES = {
    "public read": ("GET", f"{NS}/summary"),
    "sensitive read": ("GET", f"{NS}/profiles"),
    "write": ("POST", f"{NS}/miners/xmrig/pause"),
    "preflight": ("OPTIONS", f"{NS}/miners/xmrig/pause"),
    "static": ("GET", f"{NS}/swagger/index.html"),
    "health": ("GET", "/healthz"),
}
CASES = list(itertools.product(PROBES, ORIGINS, HOLDERS))


@cache
def shared(settings: ApiSettings) -> Server:
    """One for all cases, none of which leaves a trace."""
    return server(settings)


def headers(here: Server, host: str, origin: str | None, holder: str | None) -> list[tuple[bytes, bytes]]:
    """Those of a browser at a page of that origin."""
    rows = [(b"host", host.encode())]
    rows += [(b"origin", origin.encode())] if origin else []
    return rows + ([(b"authorization", b"Bearer " + here.keys[holder].encode())] if holder else [])


@pytest.mark.parametrize(("probe", "origin", "holder"), CASES)
def test_at_home_the_origin_decides_without_a_key_and_the_role_with_one(
    probe: str, origin: str, holder: str | None
) -> None:
    here = shared(ApiSettings())
    method, path = PROBES[probe]
    found = here.send(method, path, "127.0.0.1", headers(here, "localhost:8080", ORIGINS[origin], holder))
    refusal = None
    if probe == "write" and holder is None and origin == "foreign":
        refusal = "ORIGIN_NOT_ALLOWED"
    if probe == "write" and holder == "viewer":
        refusal = "FORBIDDEN"
    assert found == ((403, refusal) if refusal else (204 if probe == "preflight" else 200, ""))


@pytest.mark.parametrize(("probe", "origin", "holder"), CASES)
def test_from_elsewhere_everybody_needs_a_key_for_all_but_what_shows_nothing(
    probe: str, origin: str, holder: str | None
) -> None:
    here = shared(OPEN)
    method, path = PROBES[probe]
    status, code = here.send(method, path, "192.0.2.7", headers(here, "rig:8080", ORIGINS[origin], holder))
    if probe in ("static", "health", "preflight"):
        assert status == (204 if probe == "preflight" else 200)
    elif holder is None:
        assert (status, code) == (401, "UNAUTHORIZED")
    else:
        assert (status, code) == ((403, "FORBIDDEN") if (probe, holder) == ("write", "viewer") else (200, ""))


@pytest.mark.parametrize(("origin", "holder"), list(itertools.product(ORIGINS, HOLDERS)))
@pytest.mark.parametrize("at_home", [True, False])
def test_a_websocket_reads_by_the_same_rules(origin: str, holder: str | None, at_home: bool) -> None:
    settings = ApiSettings() if at_home else OPEN
    here = shared(settings)
    rows: Any = headers(here, "localhost:8080" if at_home else "rig:8080", ORIGINS[origin], holder)
    peer = "127.0.0.1" if at_home else "192.0.2.7"
    verdict = judge(gate_of(settings, here.access.keys.ring()), RequestFacts("GET", tuple(rows), peer, websocket=True))
    if holder is None and not at_home:
        assert isinstance(verdict, Denial)
        return
    assert isinstance(verdict, Admission)
    assert verdict.principal.masked is (holder == "viewer" or (holder is None and origin == "foreign"))
    assert verdict.principal.key == (here.keys[holder].split("_")[1] if holder else None)


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_name_that_is_not_ours_is_refused_only_to_those_without_a_key(holder: str | None) -> None:
    for settings, peer in ((ApiSettings(), "127.0.0.1"), (OPEN, "192.0.2.7")):
        here = shared(settings)
        status, code = here.send("GET", f"{NS}/summary", peer, headers(here, "evil.example", None, holder))
        assert (status, code) == ((200, "") if holder else (421, "HOST_NOT_ALLOWED"))
