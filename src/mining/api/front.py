"""The front: judges every request before anything else, answers hot reads from bytes, and lets no answer out bare."""

from urllib.parse import unquote

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mining.api.encode import HotAnswers
from mining.api.envelope import JSON, InternalError, NotFound, failure
from mining.api.guard import Asked, Gate, Header, Verdict, gate_of, host_allowed, judge
from mining.api.live import LiveFeed
from mining.api.request_id import next_request_id
from mining.api.settings import ApiSettings
from mining.domain.errors import MiningError
from mining.domain.rig import Rig

_JUDGED = frozenset(
    {b"host", b"origin", b"sec-fetch-site", b"authorization", b"forwarded", b"x-forwarded-for", b"x-forwarded-host"}
)
_READ = _JUDGED | {b"user-agent"}
_ALWAYS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"vary", b"Origin"),
)
_JSON_HEADERS: tuple[Header, ...] = (*_ALWAYS, (b"content-type", JSON), (b"cache-control", b"no-store"))
_MOST_KNOWN_HOSTS = 64
_log = structlog.get_logger(__name__)


def crash_of(request_id: str) -> MiningError:
    """What a defect of ours looks like from outside."""
    return InternalError("Something went wrong in here; the log has it under this request id.", requestId=request_id)


class Front:
    """One pure ASGI application around the routes."""

    def __init__(self, routed: ASGIApp, rig: Rig, settings: ApiSettings) -> None:
        self._routed = routed
        self._gate: Gate = gate_of(settings)
        self._namespace = settings.namespace
        self._hot = HotAnswers(rig, settings.namespace)
        self._feed = LiveFeed(rig)
        self._known_hosts: set[bytes] = set()  # Host values that a request without more to judge may pass with

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or serve one WebSocket."""
        if scope["type"] == "http":
            if scope["method"] == "GET" and not scope["query_string"] and self._plainly_welcome(scope["headers"]):
                body = self._hot_body(scope["path"])
                if body is not None:
                    await self._send(send, 200, body)
                    return
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._routed(scope, receive, send)

    def _hot_body(self, path: str) -> bytes | None:
        try:
            return self._hot.body(path)
        except Exception:
            _log.exception("api.hot_answer", path=path)
            return None  # the ordinary way answers, or meets the same fault and tells of it

    def _plainly_welcome(self, headers: list[Header]) -> bool:
        """Whether the Host is one that passed before and nothing else needs judging; saves the whole judgement."""
        host = None
        for name, value in headers:
            if name in _JUDGED:
                if name != b"host" or host is not None:
                    return False
                host = value
        if host is None:
            return False
        if host in self._known_hosts:
            return True
        if not self._gate.loopback or not host_allowed(self._gate, host.decode("latin-1")):
            return False
        if len(self._known_hosts) >= _MOST_KNOWN_HOSTS:
            self._known_hosts.clear()
        self._known_hosts.add(host)
        return True

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = next_request_id()
        verdict = judge(self._gate, asked_by(scope, self._namespace))
        if verdict.refusal is not None:
            status, body = failure(verdict.refusal)
            await self._send(send, status, body, verdict.headers, request_id)
            return
        if scope["method"] == "OPTIONS":
            headers = [*_ALWAYS, *verdict.headers, (b"x-request-id", request_id.encode())]
            await send({"type": "http.response.start", "status": 204, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        inner: Scope = {
            **scope,
            "path": plain_path(scope),
            "method": "GET" if scope["method"] == "HEAD" else scope["method"],
            "mining.verdict": verdict,
            "mining.request_id": request_id,
        }
        await self._routed_http(inner, receive, send, verdict, request_id)

    async def _routed_http(self, inner: Scope, receive: Receive, send: Send, verdict: Verdict, request_id: str) -> None:
        started = False

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = [*message["headers"], *_ALWAYS, *verdict.headers, (b"x-request-id", request_id.encode())]
                if message["status"] == 413:
                    headers.append((b"connection", b"close"))
                if not any(name == b"cache-control" for name, _ in headers):
                    headers.append((b"cache-control", b"no-store"))
                message = {**message, "headers": headers}
            await send(message)

        try:
            await self._routed(inner, receive, dressed)
        except Exception:
            _log.exception("api.crash", request_id=request_id, method=inner["method"])
            if not started:
                status, body = failure(crash_of(request_id))
                await self._send(send, status, body, verdict.headers, request_id)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        verdict = judge(self._gate, asked_by(scope, self._namespace))
        refusal = verdict.refusal
        if refusal is None and plain_path(scope) != f"{self._namespace}/ws":
            refusal = NotFound(f"The WebSocket is at {self._namespace}/ws.", path=scope["path"])
        origin = next((value for name, value in scope["headers"] if name == b"origin"), b"")
        seat = self._feed.seat(origin.decode("latin-1"), verdict.principal.masked)
        if refusal is None:
            refusal = seat.refusal
        if refusal is not None:
            status, body = failure(refusal)
            await receive()
            await self._send(send, status, body, verdict.headers, kind="websocket.http.response")
            return
        headers = [*verdict.headers, (b"x-request-id", next_request_id().encode())]
        await self._feed.serve(seat, headers, receive, send)

    async def _send(
        self,
        send: Send,
        status: int,
        body: bytes,
        more: tuple[Header, ...] = (),
        request_id: str | None = None,
        kind: str = "http.response",
    ) -> None:
        headers = [
            *_JSON_HEADERS,
            *more,
            (b"content-length", b"%d" % len(body)),
            (b"x-request-id", (request_id or next_request_id()).encode()),
        ]
        await send({"type": f"{kind}.start", "status": status, "headers": headers})
        await send({"type": f"{kind}.body", "body": body})


def asked_by(scope: Scope, namespace: str) -> Asked:
    """The facts of a request that the gate rests on."""
    found: dict[bytes, list[str]] = {name: [] for name in _READ}
    for name, value in scope["headers"]:
        if name in _READ:
            found[name].append(value.decode("latin-1"))
    client = scope.get("client")
    return Asked(
        method=scope.get("method", "GET"),
        hosts=tuple(found[b"host"]),
        origins=tuple(found[b"origin"]),
        site=next(iter(found[b"sec-fetch-site"]), None),
        bearer=any(value[:6].lower() == "bearer" for value in found[b"authorization"]),
        forwarded=any(found[name] for name in (b"forwarded", b"x-forwarded-for", b"x-forwarded-host")),
        peer=client[0] if client else None,
        public=scope["path"] == "/healthz" or scope["path"].startswith(f"{namespace}/swagger"),
        websocket=scope["type"] == "websocket",
        client=next(iter(found[b"user-agent"]), None),
    )


def plain_path(scope: Scope) -> str:
    """The path that is routed: no slash at its end, and a slash that was sent encoded stays inside its segment."""
    path: str = scope["path"]
    raw = (scope.get("raw_path") or b"").split(b"?")[0]
    if b"%2f" in raw.lower():
        path = "/".join(unquote(part).replace("/", "%2F") for part in raw.decode("latin-1").split("/"))
    return path.rstrip("/") or "/"
