"""What a listener of the WebSocket wants to hear of, and how often it wants figures."""

import json
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple, get_args

from mining.api.envelope import dumped
from mining.domain.errors import MOST_FAULTS, ErrorDetail, InvalidRequest
from mining.domain.message import phrase
from mining.domain.rig import ChangeType

TOPICS: Sequence[str] = get_args(ChangeType)
SHORTEST, LONGEST = 0.1, 60.0  # s between two tellings of figures


class Subscription(NamedTuple):
    """What a listener wants to hear of; None: everything, and each figure as it comes."""

    topics: frozenset[str] | None = None
    miners: frozenset[str] | None = None
    every: float | None = None  # s; the figures of all miners come together so often
    delta: bool = False  # whether those that come together are differences from the ones before

    def to_json(self) -> bytes:
        """As it is acknowledged."""
        topics, miners = (None if words is None else sorted(words) for words in (self.topics, self.miners))
        return dumped({"subscribe": topics, "miners": miners, "every": self.every, "delta": self.delta})


EVERYTHING = Subscription()


def read_subscription(text: str, names: Collection[str]) -> Subscription:
    """What a listener wants to hear of; every word that is not known is named, beside those that are."""
    try:
        body: Any = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict) or not body.keys() & {"subscribe", "miners", "every", "delta"}:
        example = '{"subscribe": ["miner.stats"], "miners": ["xmrig"], "every": 1}'
        raise InvalidRequest([ErrorDetail("subscribe", phrase("fault.subscription", example=example))])
    topics, miners = _words(body, "subscribe"), _words(body, "miners")
    errors = [*_unknown("subscribe", topics, TOPICS), *_unknown("miners", miners, sorted(names))]
    every = body.get("every")
    if every is not None and not _is_pause(every):
        errors.append(ErrorDetail("every", phrase("fault.seconds_between", least=f"{SHORTEST:g}", most=f"{LONGEST:g}")))
    delta = body.get("delta")
    if delta is not None and not isinstance(delta, bool):
        errors.append(ErrorDetail("delta", phrase("fault.not_a_truth")))
    if errors:
        raise InvalidRequest(errors)
    return Subscription(topics, miners, None if every is None else float(every), bool(delta))


def _is_pause(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and SHORTEST <= value <= LONGEST


def _words(body: dict[str, Any], key: str) -> frozenset[str] | None:
    words = body.get(key)
    if words is None:
        return None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise InvalidRequest([ErrorDetail(key, phrase("fault.not_a_list_of_words"))])
    return frozenset(words)


def _unknown(key: str, words: Collection[str] | None, names: Sequence[str]) -> list[ErrorDetail]:
    unknown = sorted(frozenset(words or ()).difference(names))
    there_are = ", ".join(names) or "none"
    return [
        ErrorDetail(key, phrase("fault.unknown_word", word=word[:64], names=there_are))
        for word in unknown[:MOST_FAULTS]
    ]
