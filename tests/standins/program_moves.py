"""How what was recorded of a program goes on: time passes, shares are found, and paused it computes nothing.

A recording says so in its `moves`: each is a place (`at`: what was asked, then keys and numbers; `*` = each) and
- `by`: what is added to the number there, or to the one that `find` finds in the text there;
- `flag`: the flag whose value stands there; or
- `paused`: what stands there while it is paused; or
- `put`: what stands there, whether or not something stood there before.
"""

import copy
import re
from typing import Any, NamedTuple

Replies = dict[str, Any]


class Moment(NamedTuple):
    """A moment of a run."""

    age: float  # s since the start
    paused: bool
    values: dict[str, list[str]]  # what its flags were given

    def grown(self, what: str) -> int:
        """How much of something there is since the start; a share is found each half second."""
        return int(self.age * {"seconds": 1, "minutes": 1 / 60, "shares": 2}[what])


def move(replies: Replies, moves: list[dict[str, Any]], moment: Moment) -> None:
    """Move the replies to a moment."""
    for each in moves:
        *path, last = each["at"]
        for holder in _holders(replies, path):
            if "put" not in each:
                holder[last] = _moved(holder[last], each, moment)
            elif isinstance(holder, list) and last == len(holder):
                holder.append(copy.deepcopy(each["put"]))
            else:
                holder[last] = copy.deepcopy(each["put"])


def computes_both(record: dict[str, Any], values: dict[str, list[str]]) -> bool:
    """Whether a program is told to compute a second work: by its `sign`, a flag with so many values, or such a one."""
    sign = record.get("second", {}).get("sign")
    given = values.get(sign["flag"], []) if sign else []
    return bool(given) and len(given) >= sign.get("times", 1) and any(sign.get("holds", "") in each for each in given)


def _holders(value: Any, path: list[Any]) -> list[Any]:
    if not path:
        return [value]
    below = value if path[0] == "*" else [value[path[0]]]
    return [holder for each in below for holder in _holders(each, path[1:])]


def _moved(value: Any, each: dict[str, Any], moment: Moment) -> Any:
    if "flag" in each:
        return moment.values[each["flag"]][-1]
    if "paused" in each:
        return each["paused"] if moment.paused else value
    by = moment.grown(each["by"])
    if "find" not in each:
        return value + by
    found = re.search(each["find"], value)
    assert found is not None, each
    return f"{value[: found.start(1)]}{int(found[1]) + by}{value[found.end(1) :]}"
