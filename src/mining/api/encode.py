"""Answers that many ask for, as bytes made once per revision of the rig."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from mining.api.envelope import Pagination, dumped, success
from mining.api.query import NAME, page_of, pagination
from mining.domain.errors import MinerNotFound
from mining.domain.miner import Miner
from mining.domain.rig import Rig


def encoded(value: BaseModel | dict[str, Any]) -> bytes:
    """A value as JSON."""
    if isinstance(value, dict):
        return dumped(value)
    return value.__pydantic_serializer__.to_json(value, by_alias=True)


def listed(items: Iterable[bytes], where: Pagination) -> bytes:
    """The data of a list whose items are JSON already."""
    return b'{"items":[' + b",".join(items) + b'],"pagination":' + encoded(where) + b"}"


class HotAnswers:
    """Complete bodies for the reads that dashboards repeat; made on demand, dropped when the rig's revision moves."""

    def __init__(self, rig: Rig, namespace: str) -> None:
        self._rig = rig
        self._list = f"{namespace}/miners"
        self._one = f"{namespace}/miners/"
        self._revision = -1
        self._bodies: dict[str, bytes] = {}
        self._miners: dict[str, tuple[Miner, bytes]] = {}

    def body(self, path: str) -> bytes | None:
        """The body of a hot path that can be answered with 200; None leaves it to the ordinary way."""
        revision = self._rig.revision()
        if revision != self._revision:
            self._revision = revision
            self._bodies.clear()
        body = self._bodies.get(path)
        if body is None and path.startswith(self._list):
            body = self._made(path)
            if body is not None:
                self._bodies[path] = body
        return body

    def _made(self, path: str) -> bytes | None:
        if path == self._list:
            miners = self._rig.miners()
            self._miners = {miner.name: (miner, self._encoded(miner)) for miner in miners}
            items = [self._miners[miner.name][1] for miner in page_of(miners, 1, 50)]
            return success(listed(items, pagination(1, 50, len(miners))))
        name, _, rest = path.removeprefix(self._one).partition("/")
        if (
            not path.startswith(self._one)
            or rest not in ("", "stats")
            or path.endswith("/")
            or not NAME.fullmatch(name)
        ):
            return None
        try:
            miner = self._rig.miner(name)
        except MinerNotFound:
            return None
        return success(encoded(miner.stats) if rest else self._encoded(miner))

    def _encoded(self, miner: Miner) -> bytes:
        known = self._miners.get(miner.name)
        return known[1] if known is not None and known[0] is miner else encoded(miner)


def sorted_miners(miners: Sequence[Miner], by: str, descending: bool) -> list[Miner]:
    """Miners in order of name, hashrate or uptime: unknown figures last either way, ties by name."""
    named = sorted(miners, key=lambda miner: miner.name)
    if by == "name":
        return named[::-1] if descending else named

    def figure(miner: Miner) -> float | None:
        return miner.hashrate if by == "hashrate" else miner.uptime

    known = [(value, miner) for miner in named if (value := figure(miner)) is not None]
    known.sort(key=lambda pair: -pair[0] if descending else pair[0])
    return [miner for _, miner in known] + [miner for miner in named if figure(miner) is None]
