"""Who may do what: every operation, with no key, a wrong one, and one of each role, from here and from elsewhere."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mining.api.answer import Answer
from mining.api.app import DECLARED, create_app
from mining.api.call import Call
from mining.api.front import Front
from mining.api.operation import Operation, Routes
from mining.api.router import placed
from mining.api.settings import DEFAULT_NAMESPACE, ApiSettings
from mining.domain.principal import ROLES
from tests.api.paper_access import PaperAccess
from tests.api.paper_installations import PaperInstallations
from tests.api.paper_log import PaperLog
from tests.api.paper_notifications import PaperNotifications
from tests.api.paper_rig import BODY, PaperRig, a_miner
from tests.api.paper_settings import PaperSettings

NEEDS = {
    "viewer": {
        "getIndex", "getInfo", "listMiners", "listAvailableMiners", "getMiner", "getMinerStats", "getHashrateHistory",
        "getMinerLogs", "getMinerHistory", "getHistory", "getDaemonLogs", "getSummary", "listJobs", "getJob",
        "listProfiles", "getProfile", "exportProfiles", "listPools", "getMinerUsual", "listUsual", "listAttention",
        "listBenchmarks", "getBenchmark", "listCoins", "listAlgorithms", "checkWallet", "getSettings",
        "listEvents", "getHealth", "getMetrics",
    },
    "operator": {
        "examine", "startMiner", "stopMiner", "restartMiner", "pauseMiner", "resumeMiner", "typeKeys", "stopAll",
        "restartAll", "pauseAll", "resumeAll", "installProgram", "updatePrograms", "rollbackProgram", "startProfile",
        "testPool", "testNotifications", "checkStart", "putMiner", "beginBenchmark", "dropBenchmark",
    },
    "admin": {
        "uninstallProgram", "createProfile", "importProfiles", "changeProfile", "deleteProfile", "addPool",
        "removePool", "changeSettings", "listKeys", "createKey", "revokeKey", "listAudit", "verifyAudit",
    },
}  # fmt: skip
VALUES = {"miner": "xmrig", "type": "xmrig", "id": "1"}
BODIES: dict[str, Any] = {
    "startMiner": BODY, "checkStart": BODY, "putMiner": {"type": "xmrig", "config": BODY}, "typeKeys": {"input": "p"},
    "createProfile": {"name": "A", "minerType": "xmrig", "config": BODY},
    "createKey": {"name": "phone"}, "changeSettings": {"pollInterval": 5}, "addPool": {"pool": "a.example:1"},
    "importProfiles": {"profiles": []}, "checkWallet": {"wallet": "w"},
    "changeProfile": {"name": "A", "minerType": "xmrig", "config": BODY},
}  # fmt: skip
OPEN = ApiSettings(bound_hosts=("0.0.0.0",), hostname="rig")
HERE, ELSEWHERE = ("127.0.0.1", b"localhost"), ("192.0.2.7", b"rig")
REFUSALS = {401, 403, 429}


class Server(NamedTuple):
    """An application without any socket, and the keys that open it."""

    front: Front
    access: PaperAccess
    keys: dict[str, str]

    def ask(self, operation: Operation, path: str, place: tuple[str, bytes], key: str | None) -> tuple[int, str]:
        """Status and code of one request."""
        body = json.dumps(BODIES[operation.id or ""]).encode() if operation.id in BODIES else b""
        headers = [(b"host", place[1]), (b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        if key is not None:
            headers.append((b"authorization", b"Bearer " + key.encode()))
        return self.send(operation.method, path, place[0], headers, body)

    def send(
        self, method: str, path: str, peer: str, headers: list[tuple[bytes, bytes]], body: bytes = b""
    ) -> tuple[int, str]:
        """Status and code of any request."""
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {
            "type": "http", "method": method, "path": path.partition("?")[0], "raw_path": path.encode(),
            "query_string": path.partition("?")[2].encode(), "headers": headers, "client": (peer, 1),
        }  # fmt: skip
        asyncio.run(self.front(scope, receive, send))
        answer = sent[1]["body"]
        return sent[0]["status"], json.loads(answer)["error"]["code"] if answer[:17] == b'{"success":false,' else ""


def server(settings: ApiSettings) -> Server:
    """A fresh one, with a key of each role."""
    rig, access = PaperRig(a_miner()), PaperAccess()
    keys = {role: access.make(f"my {role}", role) for role in ROLES}
    rooms = (PaperInstallations(rig), PaperSettings(), PaperNotifications(rig), PaperLog(), access.rooms)
    front = create_app(rig, settings, *rooms)
    return Server(front, access, keys | {"wrong": "mp_00000000_" + "A" * 43})


def operations() -> Iterator[tuple[Operation, str]]:
    """All that is declared, each at each of its paths with values in it."""
    for operation, path in placed(DECLARED, DEFAULT_NAMESPACE):
        if operation.id is not None:
            yield operation, "/".join(VALUES[part[1:-1]] if part[:1] == "{" else part for part in path.split("/"))


def test_no_operation_is_without_an_entry_and_the_document_says_the_same() -> None:
    assert {each.id: each.needs for each in DECLARED if each.id} == {id: role for role in NEEDS for id in NEEDS[role]}
    document = json.loads((Path(__file__).parents[2] / "docs" / "reference" / "openapi.json").read_text())
    shown = {entry["operationId"]: entry for item in document["paths"].values() for entry in item.values()}
    assert {id: entry["x-role"] for id, entry in shown.items() if id != "listen"} == {
        each.id: each.needs for each in DECLARED if each.id
    }
    for id in NEEDS["admin"] | NEEDS["operator"]:
        assert {"401", "403", "429"} <= shown[id]["responses"].keys(), id


def expected(operation: Operation, holder: str | None, at_home: bool) -> set[int]:
    """The refusals that may come; empty: none of them."""
    if holder == "wrong":
        return {401}
    if holder is None:
        return set() if at_home or operation.id == "getHealth" else {401}
    return set() if ROLES.index(holder) >= ROLES.index(operation.needs) else {403}


@pytest.mark.parametrize("at_home", [True, False])
@pytest.mark.parametrize("holder", [None, "wrong", *ROLES])
def test_the_matrix_of_operations_roles_and_places_is_exact(holder: str | None, at_home: bool) -> None:
    for operation, path in operations():
        here = server(OPEN)
        status, code = here.ask(operation, path, HERE if at_home else ELSEWHERE, here.keys[holder] if holder else None)
        refused = expected(operation, holder, at_home)
        where = f"{operation.method} {path} with {holder}: {status} {code}"
        assert status in refused if refused else status not in REFUSALS, where
        assert code == {401: "UNAUTHORIZED", 403: "FORBIDDEN"}.get(status, code), where


@pytest.mark.parametrize(
    ("settings", "none"),
    [
        (ApiSettings(), set()),
        (ApiSettings(auth="always"), {401}),
        (ApiSettings(bound_hosts=("0.0.0.0",), hostname="rig", auth="always"), {401}),
        (ApiSettings(bound_hosts=("0.0.0.0",), hostname="rig", auth="off"), set()),
    ],
)
def test_the_setting_decides_whether_this_machine_needs_a_key(settings: ApiSettings, none: set[int]) -> None:
    here = server(settings)
    for operation, path in operations():
        status, _ = here.ask(operation, path, HERE, None)
        refused = set() if operation.id == "getHealth" else none
        assert status in refused if refused else status not in REFUSALS, path
        assert here.ask(operation, path, HERE, here.keys["admin"])[0] not in REFUSALS, path
        assert here.ask(operation, path, HERE, here.keys["wrong"])[0] == 401, path


@pytest.mark.parametrize(
    "path", ["/nothing", f"{DEFAULT_NAMESPACE}/nothing", f"{DEFAULT_NAMESPACE}/docs/swagger.json", "/index.html"]
)
def test_from_elsewhere_nobody_learns_even_what_there_is(path: str) -> None:
    assert server(OPEN).send("GET", path, ELSEWHERE[0], [(b"host", b"rig")]) == (401, "UNAUTHORIZED")


@pytest.mark.parametrize(
    "path",
    [
        "/healthz",
        f"{DEFAULT_NAMESPACE}/healthz",
        f"{DEFAULT_NAMESPACE}/swagger/index.html",
        "/",
        "/dashboard/mining-dashboard.js",
    ],
)
def test_health_and_static_files_are_for_everybody(path: str) -> None:
    assert server(OPEN).send("GET", path, ELSEWHERE[0], [(b"host", b"rig")])[0] == 200
    assert server(OPEN).send("OPTIONS", f"{DEFAULT_NAMESPACE}/miners", ELSEWHERE[0], [(b"host", b"rig")])[0] == 204


@pytest.mark.parametrize("header", [b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip", b"via"])
def test_what_came_through_a_proxy_is_not_from_this_machine(header: bytes) -> None:
    headers = [(b"host", b"localhost"), (header, b"for=192.0.2.7")]
    assert server(OPEN).send("GET", f"{DEFAULT_NAMESPACE}/miners", "127.0.0.1", headers)[0] == 401


def test_parts_of_an_operation_need_more_than_the_rest() -> None:
    here = server(OPEN)
    ns = DEFAULT_NAMESPACE
    parts = {"DELETE": f"{ns}/miners/xmrig?forget", "GET": f"{ns}/profiles/export?secrets"}
    for method, path in parts.items():
        for role, refused in (("viewer", True), ("operator", True), ("admin", False)):
            headers = [(b"host", b"rig"), (b"authorization", b"Bearer " + here.keys[role].encode())]
            assert (here.send(method, path, ELSEWHERE[0], headers)[0] == 403) is refused, (path, role)


def test_a_key_needs_neither_a_name_that_we_know_nor_an_origin_that_we_trust() -> None:
    here = server(OPEN)
    headers = [
        (b"host", b"rig.example"), (b"origin", b"https://panel.example"), (b"sec-fetch-site", b"cross-site"),
        (b"authorization", b"Bearer " + here.keys["operator"].encode()),
    ]  # fmt: skip
    assert here.send("POST", f"{DEFAULT_NAMESPACE}/miners/xmrig/pause", ELSEWHERE[0], headers)[0] == 200
    assert here.send("POST", f"{DEFAULT_NAMESPACE}/miners/xmrig/pause", ELSEWHERE[0], headers[:1])[0] == 421
    assert here.send("POST", f"{DEFAULT_NAMESPACE}/miners/xmrig/pause", ELSEWHERE[0], [headers[0], *headers])[0] == 421


@pytest.mark.parametrize(("method", "origin", "refused"), [
    ("POST", b"https://panel.example", True), ("POST", b"null", True), ("POST", b"https://rig.example", False),
    ("POST", None, False), ("GET", b"https://panel.example", False),
])  # fmt: skip
def test_a_key_that_a_proxy_may_have_put_there_lets_no_foreign_page_write(
    method: str, origin: bytes | None, refused: bool
) -> None:
    here = server(ApiSettings(auth="always", public_url="https://rig.example"))
    headers = [(b"host", b"rig.example"), (b"x-forwarded-for", b"192.0.2.7")]
    headers += [(b"origin", origin)] if origin else []
    headers.append((b"authorization", b"Bearer " + here.keys["admin"].encode()))
    path = f"{DEFAULT_NAMESPACE}/miners/xmrig/pause" if method == "POST" else f"{DEFAULT_NAMESPACE}/miners"
    status, code = here.send(method, path, "127.0.0.1", headers)
    assert (status, code) == ((403, "ORIGIN_NOT_ALLOWED") if refused else (200, ""))


@pytest.mark.parametrize(
    "odd", [b"Bearer", b"bearer ", b"Bearer x", b"BEARER mp_1_2", b"Bearer mp_00000000_short", b"Bearer \xff"]
)
def test_whatever_calls_itself_a_key_is_never_taken_for_nobody(odd: bytes) -> None:
    here = server(ApiSettings())
    for path in (f"{DEFAULT_NAMESPACE}/miners", "/healthz", f"{DEFAULT_NAMESPACE}/swagger/index.html", "/nothing"):
        assert here.send("GET", path, "127.0.0.1", [(b"host", b"localhost"), (b"authorization", odd)])[0] == 401


def test_two_keys_are_none() -> None:
    here = server(OPEN)
    keys = [(b"authorization", b"Bearer " + here.keys[role].encode()) for role in ("admin", "viewer")]
    assert here.send("GET", f"{DEFAULT_NAMESPACE}/miners", ELSEWHERE[0], [(b"host", b"rig"), *keys])[0] == 401


def test_a_login_of_a_proxy_is_no_key() -> None:
    headers = [(b"host", b"localhost"), (b"authorization", b"Basic bWU6c2VjcmV0")]
    assert server(ApiSettings()).send("GET", f"{DEFAULT_NAMESPACE}/miners", "127.0.0.1", headers)[0] == 200
    assert (
        server(OPEN).send("GET", f"{DEFAULT_NAMESPACE}/miners", ELSEWHERE[0], [(b"host", b"rig"), headers[1]])[0] == 401
    )


def test_a_write_that_says_no_role_is_an_admin_s() -> None:
    routes = Routes("tests")

    async def nothing(call: Call) -> Answer:
        return Answer(b"")

    for declare in (routes.post, routes.put, routes.delete):
        declare("/x")(nothing)
    routes.get("/x")(nothing)
    assert [each.needs for each in routes.operations] == ["admin", "admin", "admin", "viewer"]


def test_at_the_unix_socket_the_kernel_names_who_asks_so_that_no_key_is_needed() -> None:
    here = server(ApiSettings(auth="always"))
    path = f"{DEFAULT_NAMESPACE}/miners/xmrig/pause"
    assert here.send("POST", path, "unix:1000:ann", [(b"host", b"localhost")]) == (200, "")
    assert here.access.audit.entries[-1]["who"] == "user ann"
    forwarded = [(b"host", b"localhost"), (b"x-forwarded-for", b"192.0.2.7")]
    assert here.send("POST", path, "unix:1000:ann", forwarded) == (401, "UNAUTHORIZED")
