"""Values as JSON bytes, made once for each value, and whole answers made once per revision of the rig."""

import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from mining.api.answer import Ready, ready
from mining.api.envelope import Pagination, dumped, success
from mining.domain.daemon_log import DaemonLogPage
from mining.domain.errors import MinerNotFound
from mining.domain.history import History
from mining.domain.metrics import HashrateHistory
from mining.domain.miner import MINER_NAME
from mining.domain.profile import MiningProfile
from mining.domain.rig import LogPage, Rig
from mining.foundation.turns import Turns

T = TypeVar("T")
TextPage = TypeVar("TextPage", LogPage, DaemonLogPage)
MOST_POINTS = 1000  # of a history whose points are encoded one by one; a longer one is rare, and quicker as a whole
MOST_LINES = 500  # of a log that are shown at once
NO_POINTS = b'"points":[]'
LIMIT = 50  # items on a page of which nobody says otherwise


def encoded(value: BaseModel | Mapping[str, Any]) -> bytes:
    """A value as JSON; a profile without its passwords."""
    if isinstance(value, MiningProfile):
        return dumped(value.public_json())
    if isinstance(value, BaseModel):
        return value.__pydantic_serializer__.to_json(value, by_alias=True)
    return dumped(value)


class Encodings:
    """The JSON of values that are shown again and again; since they are frozen, it holds for as long as they live."""

    def __init__(self) -> None:
        self._encodings: dict[int, tuple[weakref.ref[BaseModel], bytes]] = {}

    def of(self, value: BaseModel) -> bytes:
        """A value as JSON."""
        key = id(value)
        entry = self._encodings.get(key)
        if entry is None:
            dies = weakref.ref(value, lambda _: self._encodings.pop(key, None))
            entry = self._encodings[key] = dies, self._encoded(value)
        return entry[1]

    def _encoded(self, value: BaseModel) -> bytes:
        if not isinstance(value, HashrateHistory) or len(value.points) > MOST_POINTS:
            return encoded(value)
        return _filled(value.but(points=()), NO_POINTS, [self.of(point) for point in value.points])


def pagination(page: int, limit: int, total: int) -> Pagination:
    """Where a page stands in a list of `total`."""
    return Pagination(page=page, limit=limit, total=total, pages=-(-total // limit))


def page_of(items: Sequence[T], page: int, limit: int) -> Sequence[T]:
    """The items of one page; none past the end."""
    return items[(page - 1) * limit : page * limit]


def listed(items: Sequence[bytes], where: Pagination) -> bytes:
    """The whole body of a list whose items are JSON already."""
    return b"".join([b'{"success":true,"data":{"items":[', b",".join(items), b'],"pagination":', encoded(where), b"}}"])


async def encoded_points(history: HashrateHistory) -> bytes:
    """As `encoded`, in steps that let others in."""
    turns, points = Turns(), []
    for first in range(0, len(history.points), MOST_POINTS):
        points += [encoded(point) for point in history.points[first : first + MOST_POINTS]]
        await turns.rest()
    return _filled(history.but(points=()), NO_POINTS, points)


async def encoded_figures(history: History) -> bytes:
    """As `encoded`, in steps that let others in: of many miners there may be hundreds of thousands of figures."""
    turns, miners = Turns(), []
    for miner in history.miners:
        series = []
        for each in miner.series:
            series.append(encoded(each))
            await turns.rest()
        miners.append(_filled(miner.but(series=()), b'"series":[]', series))
    return _filled(history.but(miners=()), b'"miners":[]', miners)


async def encoded_lines(page: TextPage, shown: Callable[[TextPage], TextPage]) -> bytes:
    """A page of a log as `shown` makes it, in steps that let others in: hiding secrets in 5,000 lines takes long."""
    if len(page.items) <= MOST_LINES:
        return encoded(shown(page))
    turns, lines = Turns(), []
    for first in range(0, len(page.items), MOST_LINES):
        part = shown(page.but(items=page.items[first : first + MOST_LINES]))
        lines += [encoded(line) for line in part.items]
        await turns.rest()
    return _filled(page.but(items=()), b'"items":[]', lines)


def _filled(value: BaseModel, empty: bytes, items: Sequence[bytes]) -> bytes:
    """A value as JSON, with these items in the list that it has none in; no string can look like that list."""
    return encoded(value).replace(empty, empty[:-1] + b",".join(items) + b"]", 1)


class HotAnswers:
    """Whole answers to the reads that dashboards repeat; made on demand, dropped when the rig's revision moves."""

    def __init__(self, rig: Rig, namespace: str, encodings: Encodings) -> None:
        self._rig = rig
        self.root = f"{namespace}/miners"  # below which they are
        self._one = f"{namespace}/miners/"
        self._encodings = encodings
        self._revision = -1
        self._answers: dict[str, Ready] = {}

    def answer(self, path: str) -> Ready | None:
        """The answer to a hot path, if it is 200; None leaves it to the ordinary way."""
        revision = self._rig.revision()
        if revision != self._revision:
            self._revision = revision
            self._answers.clear()
        answer = self._answers.get(path)
        if answer is None and path.startswith(self.root):
            body = self._made(path)
            if body is not None:
                answer = self._answers[path] = ready(body)
        return answer

    def _made(self, path: str) -> bytes | None:
        if path == self.root:
            miners = self._rig.miners()
            items = [self._encodings.of(miner) for miner in page_of(miners, 1, LIMIT)]
            return listed(items, pagination(1, LIMIT, len(miners)))
        name, _, rest = path.removeprefix(self._one).partition("/")
        if (
            not path.startswith(self._one)
            or rest not in ("", "stats")
            or path.endswith("/")
            or not MINER_NAME.fullmatch(name)
        ):
            return None
        try:
            miner = self._rig.miner(name)
        except MinerNotFound:
            return None
        return success(encoded(miner.stats) if rest else self._encodings.of(miner))


def ordered(items: Iterable[T], key: Callable[[T], Any], descending: bool) -> list[T]:
    """Items by a figure: those whose figure is not known last either way, equal ones as they stood."""
    pairs = [(key(item), item) for item in items]
    sortable = sorted((pair for pair in pairs if pair[0] is not None), key=lambda pair: pair[0], reverse=descending)
    return [item for _, item in sortable] + [item for figure, item in pairs if figure is None]
