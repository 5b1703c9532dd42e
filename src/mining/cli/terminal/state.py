"""The rig as the page last heard of it: its miners, how fast each was, and what needs attention."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

SPAN = 600.0  # s of hashrate that are kept and drawn
_WHOLE = ("miner.status",)  # frames that hold all of one miner
_FIGURES = ("miner.stats", "miners.stats")  # those that hold its figures alone
Miner = dict[str, Any]
Sample = tuple[float, float | None]  # when (s), and the hashrate (H/s)


class LiveRig:
    """What frames of the WebSocket, or answers of the API in their place, add up to."""

    def __init__(self) -> None:
        self.miners: dict[str, Miner] = {}
        self.attention: Sequence[Mapping[str, Any]] = ()
        self.samples: dict[str, list[Sample]] = {}

    def apply(self, frame: Mapping[str, Any]) -> None:
        """Take in one frame; one of a kind that does not concern the page changes nothing."""
        kind, data = frame["type"], frame["data"]
        if kind == "snapshot":
            self.miners = {miner["name"]: dict(miner) for miner in data["miners"]}
            self.samples = {name: points for name, points in self.samples.items() if name in self.miners}
            self.attention = data["attention"]
            self._sample(self.miners.values())
        elif kind == "attention":
            self.attention = data["items"]
        elif kind in _WHOLE and data["event"] == "forget":
            self.miners.pop(data["name"], None)
        elif kind in _WHOLE:
            self.miners[data["name"]] = {**self.miners.get(data["name"], {}), **data}
        elif kind in _FIGURES:
            self._figures(data.get("items", (data,)))

    def recall(self, history: Mapping[str, Any]) -> None:
        """Hashrates of the past, from `GET /history`; what was heard since then goes on behind them."""
        times = [_seconds(text) for text in history["timestamps"]]
        for miner in history["miners"]:
            rates = miner["series"][0]["values"] if miner["series"] else ()
            heard = [sample for sample in self.samples.get(miner["name"], ()) if not times or sample[0] > times[-1]]
            self.samples[miner["name"]] = [*zip(times, rates, strict=False), *heard]

    def _figures(self, items: Iterable[Mapping[str, Any]]) -> None:
        changed = [{**self.miners[each["name"]], **each} for each in items if each["name"] in self.miners]
        self.miners |= {each["name"]: each for each in changed}
        self._sample(changed)

    def _sample(self, miners: Iterable[Miner]) -> None:
        for miner in miners:
            stats = miner["stats"]
            if stats["sampledAt"] is None:
                continue
            at, samples = _seconds(stats["sampledAt"]), self.samples.setdefault(miner["name"], [])
            if not samples or at > samples[-1][0]:
                samples.append((at, stats["hashrate"]))
            while samples and samples[0][0] < at - SPAN:
                del samples[0]


def matching(miners: Iterable[Miner], part: str) -> list[Miner]:
    """Those whose name, type, status or pool holds a text, by name; all of them for an empty one."""
    wanted = part.strip().casefold()
    return sorted((each for each in miners if wanted in _words(each)), key=itemgetter("name"))


def _words(miner: Miner) -> str:
    pool = miner["stats"]["connection"]["pool"] or ""
    return " ".join((miner["name"], miner["type"], miner["status"], pool)).casefold()


def _seconds(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()
