"""From the conditions of a moment to the list that is shown: what lasts, since when, the most severe first."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mining.domain.attention.conditions import Condition
from mining.domain.attention.item import SEVERITIES, AttentionItem
from mining.domain.wording import worded

AWAY = 60.0  # s for which a condition may be gone and come back as the same


@dataclass(frozen=True)
class Remembered:
    """What is known of one condition; moments in seconds of a clock that never jumps."""

    since: datetime
    began: float
    seen: float
    item: AttentionItem | None = None  # as it is shown; None: it is not


Memory = Mapping[str, Remembered]


def review(
    conditions: Iterable[Condition],
    memory: Memory,
    at: datetime,
    now: float,
    *,
    unclear: Collection[str] = (),
    beginnings: Mapping[str, datetime] | None = None,
) -> dict[str, Remembered]:
    """What is remembered from now on. Of miners that are `unclear`, being on their way, what is shown stays.

    `beginnings` says since when some conditions hold, as far as that is known otherwise.
    """
    after: dict[str, Remembered] = {}
    for each in conditions:
        old = memory.get(each.id) or Remembered(at, now, now)
        since = min(old.since, each.since or old.since, (beginnings or {}).get(each.id, old.since))
        held = max(now - old.began, (at - since).total_seconds() if each.limit is not None else 0.0)
        lasts = old.item is not None or held >= each.hold
        after[each.id] = Remembered(since, old.began, now, _item(each, since) if lasts else None)
    for id, old in memory.items():
        if id in after:
            continue
        if old.item is not None and old.item.miner in unclear:
            after[id] = replace(old, seen=now)
        elif now - old.seen < AWAY:
            after[id] = replace(old, item=None)
    return after


def shown(memory: Memory) -> tuple[AttentionItem, ...]:
    """The list."""
    items = [each.item for each in memory.values() if each.item is not None]
    return tuple(sorted(items, key=lambda item: (SEVERITIES.index(item.severity), item.since, item.id)))


def _item(each: Condition, since: datetime) -> AttentionItem:
    return AttentionItem(
        id=each.id,
        code=each.code,
        severity=each.severity,
        miner=each.miner,
        since=since,
        **worded(each.sentence),
        action=each.action,
    )
