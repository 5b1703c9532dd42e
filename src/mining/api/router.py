"""The way from a path to the operation that is declared for it, and the answer that every request gets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from time import monotonic
from typing import NamedTuple

import structlog

from mining.api.answer import JSON_HEADERS, Answer
from mining.api.asgi import Header, Receive, Scope
from mining.api.auth.record import Recorder
from mining.api.auth.throttle import Rates
from mining.api.call import Call, Rooms
from mining.api.encode import Encodings
from mining.api.envelope import (
    InternalError,
    MethodNotAllowed,
    NotFound,
    RateLimited,
    WrongKey,
    error_code,
    failure,
)
from mining.api.operation import WRITES, Operation
from mining.api.parameter import Values
from mining.api.peers import source_of
from mining.domain.errors import InvalidRequest, MiningError, StorageFull
from mining.domain.message import phrase
from mining.domain.principal import Principal
from mining.domain.rights import require
from mining.domain.units import figure

_log = structlog.get_logger(__name__)
_ADVICE: Mapping[int, tuple[Header, ...]] = {
    401: ((b"www-authenticate", b'Bearer realm="Mining Platform"'),),
    426: ((b"upgrade", b"websocket"),),
    429: ((b"retry-after", b"10"),),  # where the error does not say how long
    503: ((b"retry-after", b"30"),),
}


class _Way(NamedTuple):
    """An operation, and at which segments of a path its values stand."""

    operation: Operation
    places: Mapping[str, int]


_Shape = tuple[str | None, ...]  # the segments of a path; None where a value stands
_Ways = dict[str, _Way]  # by method


class Router:
    """All operations by path."""

    def __init__(self, rooms: Rooms, operations: Iterable[Operation], encodings: Encodings, recorder: Recorder) -> None:
        self._rooms = rooms
        self._encodings = encodings
        self._exact: dict[str, _Ways] = {}
        self._shapes: dict[int, dict[_Shape, _Ways]] = {}  # by the number of segments
        self._recorder = recorder
        self._rates = Rates()
        for operation, path in placed(operations, rooms.settings.namespace):
            segments = path.split("/")
            places = {each[1:-1]: place for place, each in enumerate(segments) if each.startswith("{")}
            shape = tuple(None if place in places.values() else each for place, each in enumerate(segments))
            of_length = self._shapes.setdefault(len(shape), {})
            ways = of_length.setdefault(shape, {}) if places else self._exact.setdefault(path, {})
            ways[operation.method] = _Way(operation, places)

    async def answer(self, scope: Scope, receive: Receive, path: str, who: Principal, request_id: bytes) -> Answer:
        """Do what is asked; whatever happens, there is an answer."""
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        segments = path.split("/")
        matches = self._ways(path, segments)
        way = next((ways[method] for ways in matches if method in ways), None)
        if way is None:
            return self._lost(method, path, matches)
        values = {name: segments[place] for name, place in way.places.items()}
        error: MiningError | None = None
        try:
            require(who, way.operation.needs, phrase("right.this"))
            self._limit(scope, way.operation, who)
            query = Values(scope["query_string"], way.operation.query)
            if query.unknown and way.operation.id is not None:
                raise InvalidRequest(query.errors)
            call = Call(self._rooms, self._encodings, who, values, query, receive, scope["headers"])
            answer = await way.operation.handler(call)
        except MiningError as fault:
            error, answer = fault, refused(fault)
        except Exception as fault:
            error = self._without_disk(fault)
            answer = crashed(method, request_id) if error is None else refused(error)
        if method != "GET" and way.operation.needs != "viewer":
            await self._record(scope, way.operation, who, path, answer.status, error)
        return answer

    def _without_disk(self, fault: Exception) -> StorageFull | None:
        """What is wrong with the disk, where a request failed for that."""
        if not isinstance(fault, OSError):
            return None
        troubles = (each["text"] for each in self._rooms.rig.problems() if each["code"] == "STORAGE")
        return next(map(StorageFull, troubles), None)

    def _limit(self, scope: Scope, operation: Operation, who: Principal) -> None:
        """RateLimited when somebody on another machine writes too often."""
        source = source_of(scope["client"][0] if scope["client"] else None)
        if operation.method == "GET" or source is None:
            return
        most, seconds = operation.limit
        what = "" if operation.limit is WRITES else operation.id or ""
        wait = self._rates.wait(who.key or source, what, most, seconds, monotonic())
        if wait:
            raise RateLimited(phrase("refuse.too_often", most=most, seconds=figure(seconds)), retryAfter=ceil(wait))

    async def _record(
        self, scope: Scope, operation: Operation, who: Principal, path: str, status: int, error: MiningError | None
    ) -> None:
        peer, what = scope["client"][0] if scope["client"] else None, operation.id or operation.path
        if 400 <= status < 500 and error is not None:
            await self._recorder.refused(who, peer, what, path, status, error_code(error))
        else:
            await self._recorder.done(who, peer, what, path, status)

    def options(self, path: str) -> Answer:
        """What may be done with a path."""
        allowed = _allowed(self._ways(path, path.split("/")))
        return Answer(b"", 204, ((b"allow", allowed),) if allowed else ())

    def _ways(self, path: str, segments: Sequence[str]) -> list[_Ways]:
        """All that is declared for a path; a literal one is nobody's name, so it has its own methods alone."""
        if path in self._exact:
            return [self._exact[path]]
        matches = []
        for shape, ways in self._shapes.get(len(segments), {}).items():
            pairs = zip(shape, segments, strict=True)
            if all(segment if part is None else part == segment for part, segment in pairs):
                matches.append(ways)
        return matches

    def _lost(self, method: str, path: str, matches: Sequence[_Ways]) -> Answer:
        if not matches:
            where = f"{self._rooms.settings.namespace}/swagger"
            return refused(NotFound(phrase("gate.no_path", path=where), path=path))
        status, body = failure(MethodNotAllowed(phrase("gate.no_method", method=method), method=method, path=path))
        return Answer(body, status, (*JSON_HEADERS, (b"allow", _allowed(matches))))


def _allowed(matches: Sequence[_Ways]) -> bytes:
    methods = {each for ways in matches for each in ways}
    more = {"HEAD", "OPTIONS"} if "GET" in methods else {"OPTIONS"} if methods else set()
    return ", ".join(sorted(methods | more)).encode()


def placed(operations: Iterable[Operation], namespace: str) -> Iterator[tuple[Operation, str]]:
    """Each operation with its whole path; one that is everywhere has two."""
    for operation in operations:
        if operation.at_root or operation.everywhere:
            yield operation, operation.path
        if not operation.at_root:
            yield operation, namespace + operation.path


def refused(error: MiningError) -> Answer:
    """The answer that tells of an error."""
    status, body = failure(error)
    advice = _ADVICE.get(status, ())
    if "retryAfter" in error.details:
        advice = ((b"retry-after", b"%d" % error.details["retryAfter"]),)
    elif isinstance(error, WrongKey):
        advice = tuple((name, value + b', error="invalid_token"') for name, value in advice)
    return Answer(body, status, (*JSON_HEADERS, *advice) if advice else JSON_HEADERS)


def crashed(method: str, request_id: bytes) -> Answer:
    """What a defect of ours looks like from outside; to be made while it is handled, since the log has the rest."""
    id_text = request_id.decode()
    _log.exception("api.crash", request_id=id_text, method=method)
    return refused(InternalError(phrase("refuse.internal"), requestId=id_text))
