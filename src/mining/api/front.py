"""The front: judges every request before anything else, answers hot reads from bytes, and lets no answer out bare."""

from functools import lru_cache, partial
from urllib.parse import unquote

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mining.api.encode import HotAnswers
from mining.api.envelope import JSON, InternalError, NotFound, failure
from mining.api.guard import Admission, Denial, Header, facts_of, gate_of, judge
from mining.api.live import LiveFeed, Seat
from mining.api.request_id import next_request_id
from mining.api.settings import ApiSettings
from mining.domain.errors import MiningError
from mining.domain.rig import Rig

_ALWAYS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"vary", b"Origin"),
)
_JSON_HEADERS: tuple[Header, ...] = (*_ALWAYS, (b"content-type", JSON), (b"cache-control", b"no-store"))
MOST_JUDGEMENTS = 256  # remembered; each may hold a header of 16 KiB
_log = structlog.get_logger(__name__)


def crash_of(request_id: str) -> MiningError:
    """What a defect of ours looks like from outside."""
    return InternalError("Something went wrong in here; the log has it under this request id.", requestId=request_id)


class Front:
    """One pure ASGI application around the routes."""

    def __init__(self, routed: ASGIApp, rig: Rig, settings: ApiSettings) -> None:
        self._routed = routed
        # Clients repeat themselves: what the judgement reads is the key under which its outcome is remembered.
        self._judge = lru_cache(MOST_JUDGEMENTS)(partial(judge, gate_of(settings)))
        self._namespace = settings.namespace
        self._hot = HotAnswers(rig, settings.namespace)
        self._feed = LiveFeed(rig)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or serve one WebSocket."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._routed(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        verdict = self._judge(facts_of(scope, self._namespace))
        if isinstance(verdict, Denial):
            status, body = failure(verdict.error)
            await self._send(send, status, body, verdict.headers)
        elif (hot := self._hot_body(scope, verdict)) is not None:
            await self._send(send, 200, hot, verdict.headers)
        elif scope["method"] == "OPTIONS":
            headers = [*_ALWAYS, *verdict.headers, (b"x-request-id", next_request_id().encode())]
            await send({"type": "http.response.start", "status": 204, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._routed_http(scope, receive, send, verdict)

    def _hot_body(self, scope: Scope, admission: Admission) -> bytes | None:
        if scope["method"] != "GET" or scope["query_string"] or admission.principal.masked:
            return None
        try:
            return self._hot.body(scope["path"])
        except Exception:
            _log.exception("api.hot_answer", path=scope["path"])
            return None  # the ordinary way answers, or meets the same fault and tells of it

    async def _routed_http(self, scope: Scope, receive: Receive, send: Send, admission: Admission) -> None:
        request_id, started = next_request_id(), False
        inner: Scope = {
            **scope,
            "path": plain_path(scope),
            "method": "GET" if scope["method"] == "HEAD" else scope["method"],
            "mining.principal": admission.principal,
            "mining.request_id": request_id,
        }

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = [*message["headers"], *_ALWAYS, *admission.headers, (b"x-request-id", request_id.encode())]
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
                await self._send(send, status, body, admission.headers, request_id)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        verdict = self._judge(facts_of(scope, self._namespace))
        seat = self._seat(scope, verdict)
        if isinstance(seat, MiningError):
            status, body = failure(seat)
            await receive()
            await self._send(send, status, body, verdict.headers, kind="websocket.http.response")
            return
        headers = [*verdict.headers, (b"x-request-id", next_request_id().encode())]
        await self._feed.serve(seat, headers, receive, send)

    def _seat(self, scope: Scope, verdict: Admission | Denial) -> Seat | MiningError:
        if isinstance(verdict, Denial):
            return verdict.error
        if plain_path(scope) != f"{self._namespace}/ws":
            return NotFound(f"The WebSocket is at {self._namespace}/ws.", path=scope["path"])
        return self._feed.seat(verdict.principal, verdict.origin)

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
        if status == 413:
            headers.append((b"connection", b"close"))
        await send({"type": f"{kind}.start", "status": status, "headers": headers})
        await send({"type": f"{kind}.body", "body": body})


def plain_path(scope: Scope) -> str:
    """The path that is routed: no slash at its end, and a slash that was sent encoded stays inside its segment."""
    path: str = scope["path"]
    raw = (scope.get("raw_path") or b"").split(b"?")[0]
    if b"%2f" in raw.lower():
        path = "/".join(unquote(part).replace("/", "%2F") for part in raw.decode("latin-1").split("/"))
    return path.rstrip("/") or "/"
