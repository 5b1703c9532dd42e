"""Figures of miners that wait to be told together: whole, or only what is different since they were told last."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mining.api.envelope import dumped
from mining.domain.rig import Change
from mining.domain.value import timestamp


class UnlikeObjects(Exception):
    """Two objects have different keys, which no difference can say."""


def difference(before: Any, now: Any) -> Any:
    """What makes `now` of `before`: the keys of an object that differ, that of each item of a list as long, or all."""
    if isinstance(before, dict) and isinstance(now, dict):
        if before.keys() != now.keys():
            raise UnlikeObjects
        return {key: difference(before[key], value) for key, value in now.items() if value != before[key]}
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        return [difference(*each) for each in zip(before, now, strict=True)]
    return now


class Figures:
    """The newest figures of each miner that one listener waits for, and those that it heard last."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[Change, str]] = {}
        self._last: dict[str, dict[str, Any]] = {}  # by miner, while differences are told
        self.some = asyncio.Event()

    def add(self, name: str, change: Change, data: str) -> None:
        """Older ones of the same miner give way."""
        self._waiting[name] = change, data
        self.some.set()

    def forget(self, name: str | None = None) -> None:
        """What is told next of this miner, or of all of them, is whole."""
        if name is None:
            self._last.clear()
        else:
            self._last.pop(name, None)

    def take(self, *, delta: bool) -> Sequence[str]:
        """All of them as frames, which are then told: with `delta` as differences where something was told before."""
        self.some.clear()
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return []
        newest = max((change for change, _ in waiting.values()), key=lambda change: (change.seq, change.at))
        differences = {name: self._difference(name, data) for name, (_, data) in waiting.items()} if delta else {}
        whole = ",".join(data for name, (_, data) in waiting.items() if differences.get(name) is None)
        changed = {name: each for name, each in differences.items() if each is not None}
        frames = [frame("miners.stats", newest.seq, newest.at, f'{{"items":[{whole}]}}')] if whole else []
        if changed:
            frames.append(frame("miners.delta", newest.seq, newest.at, dumped({"miners": changed}).decode()))
        return frames

    def _difference(self, name: str, data: str) -> Any:
        before, now = self._last.get(name), json.loads(data)
        self._last[name] = now
        try:
            return None if before is None else difference(before, now)
        except UnlikeObjects:
            return None


def frame(type: str, seq: int, at: datetime, data: str) -> str:
    """One JSON object as it goes over the wire."""
    return f'{{"type":"{type}","seq":{seq},"timestamp":"{timestamp(at)}","data":{data}}}'
