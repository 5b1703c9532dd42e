"""The front: judges every request before anything else, answers hot reads from bytes, and lets no answer out bare."""

from collections.abc import Iterable
from functools import lru_cache, partial
from math import ceil
from time import monotonic
from urllib.parse import unquote

from mining.api.answer import Answer, Ready, dressed, lines_of
from mining.api.asgi import Header, Message, Receive, Scope, Send
from mining.api.auth.record import Recorder
from mining.api.auth.throttle import WrongKeys
from mining.api.call import Rooms
from mining.api.encode import Encodings, HotAnswers
from mining.api.envelope import NotFound, RateLimited, error_code, failure
from mining.api.guard import PROBES, SAFE, SUBPROTOCOL, Admission, Denial, facts_of, gate_of, judge
from mining.api.live import LiveFeed, Seat
from mining.api.operation import Operation
from mining.api.request_id import next_request_id
from mining.api.router import Router, crashed, refused
from mining.api.routes.dashboard import AT as DASHBOARD
from mining.api.transfer import LARGE, transferred
from mining.domain.access_key import KeyRing
from mining.domain.errors import MiningError
from mining.domain.message import phrase

ALLOWED = b"access-control-allow-origin"
MOST_JUDGEMENTS = 256  # remembered; each may hold a header of 16 KiB


class Front:
    """The one ASGI application."""

    def __init__(self, rooms: Rooms, operations: Iterable[Operation]) -> None:
        self._settings = rooms.settings
        self._keys = rooms.access.keys
        self._open(self._keys.ring())
        self._wrong_keys = WrongKeys()
        self.recorder = Recorder(rooms.access.audit)
        self._namespace = rooms.settings.namespace
        self._static = (f"{self._namespace}/swagger", DASHBOARD)
        self._probes = PROBES | {f"{self._namespace}{path}" for path in PROBES}
        encodings = Encodings()
        self._router = Router(rooms, operations, encodings, self.recorder)
        self._hot = HotAnswers(rooms.rig, self._namespace, encodings)
        self._feed = LiveFeed(rooms.rig, gone=self._keys.gone)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or serve one WebSocket; a defect of ours is an answer too."""
        request_id = next_request_id()
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send, request_id)
            return
        verdict: Admission | Denial | None = None
        try:
            verdict = await self._verdict(scope)
            answer = await transferred(scope, await self._answer(scope, receive, verdict, request_id))
        except Exception:
            answer = crashed(scope["method"], request_id)
        await send(
            {"type": "http.response.start", "status": answer.status, "headers": _all(answer, verdict, request_id)}
        )
        await send({"type": "http.response.body", "body": answer.body})

    def at_once(self, scope: Scope) -> Ready | None:
        """The answer to a hot read, to be sent without more ado; None leaves it to the ordinary way."""
        if scope["method"] != "GET" or scope["query_string"] or not scope["path"].startswith(self._hot.root):
            return None
        try:
            verdict = self._judged(scope)
            if isinstance(verdict, Denial) or verdict.principal.masked:
                return None
            answer = self._hot.answer(scope["path"])
        except Exception:
            return None  # the ordinary way answers, or meets the same fault and tells of it
        if answer is None or len(answer.body) >= LARGE:
            return None
        return answer._replace(head=answer.head + lines_of(verdict.headers)) if verdict.headers else answer

    def _judged(self, scope: Scope) -> Admission | Denial:
        ring = self._keys.ring()
        if ring is not self._ring:
            self._open(ring)
        return self._judge(facts_of(scope, self._static, self._probes))

    async def _verdict(self, scope: Scope) -> Admission | Denial:
        verdict = self._judged(scope)
        return await self._denied(scope, verdict) if isinstance(verdict, Denial) else verdict

    async def _answer(self, scope: Scope, receive: Receive, verdict: Admission | Denial, request_id: bytes) -> Answer:
        if isinstance(verdict, Denial):
            return refused(verdict.error)
        if scope["method"] == "OPTIONS":
            return self._router.options(plain_path(scope))
        return await self._router.answer(scope, receive, plain_path(scope), verdict.principal, request_id)

    def _open(self, ring: KeyRing) -> None:
        """Judge by these keys from now on, and forget what was judged by others."""
        self._ring = ring
        # Clients repeat themselves: what the judgement reads is the key under which its outcome is remembered.
        self._judge = lru_cache(MOST_JUDGEMENTS)(partial(judge, gate_of(self._settings, ring)))

    async def _denied(self, scope: Scope, denial: Denial) -> Denial:
        """A refusal, after it was counted and written down; who brings too many wrong keys is told to wait."""
        peer, error = scope["client"][0] if scope["client"] else None, denial.error
        if denial.guess and (wait := self._wrong_keys.wait(peer, monotonic())):
            error = RateLimited(phrase("refuse.wrong_keys"), retryAfter=ceil(wait))
            return denial._replace(error=error)
        method = "GET" if scope["type"] == "websocket" else scope["method"]
        if denial.guess or method not in SAFE:
            status, _ = failure(error)
            await self.recorder.refused(None, peer, method, plain_path(scope), status, error_code(error))
        return denial

    async def _websocket(self, scope: Scope, receive: Receive, send: Send, request_id: bytes) -> None:
        begun = False

        async def begin(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        verdict: Admission | Denial | None = None
        try:
            verdict = await self._verdict(scope)
            seat = self._seat(scope, verdict)
            if isinstance(seat, Seat):
                headers = [*verdict.headers, (b"x-request-id", request_id)]
                await self._feed.serve(seat, headers, receive, begin)
                return
            answer = refused(seat)
        except Exception:
            if begun:
                raise  # what was begun cannot be answered any more
            answer = crashed("GET", request_id)
        headers = _all(answer, verdict, request_id)
        await send({"type": "websocket.http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "websocket.http.response.body", "body": answer.body})

    def _seat(self, scope: Scope, verdict: Admission | Denial) -> Seat | MiningError:
        if isinstance(verdict, Denial):
            return verdict.error
        if plain_path(scope) != f"{self._namespace}/ws":
            return NotFound(phrase("gate.websocket_at", path=f"{self._namespace}/ws"), path=scope["path"])
        offered = SUBPROTOCOL in (scope.get("subprotocols") or ())
        return self._feed.seat(verdict.principal, verdict.origin, SUBPROTOCOL if offered else None)


def _all(answer: Answer, verdict: Admission | Denial | None, request_id: bytes) -> list[Header]:
    """The headers of an answer, with those that the gate adds; its own hold for every origin."""
    cors = verdict.headers if verdict is not None and (ALLOWED, b"*") not in answer.headers else ()
    return [*dressed(answer), *cors, (b"x-request-id", request_id)]


def plain_path(scope: Scope) -> str:
    """The path that is routed: no slash at its end, and a slash that was sent encoded stays inside its segment."""
    path: str = scope["path"]
    raw = (scope.get("raw_path") or b"").split(b"?")[0]
    if b"%2f" in raw.lower():
        path = "/".join(unquote(part).replace("/", "%2F") for part in raw.decode("latin-1").split("/"))
    return path.rstrip("/") or "/"
