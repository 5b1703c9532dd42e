"""Query parameters, read with every fault named at once."""

import re
from collections.abc import Collection, Sequence
from typing import TypeVar
from urllib.parse import parse_qsl

from mining.api.envelope import Pagination
from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.miner import MINER_NAME

T = TypeVar("T")
RESERVED = frozenset({"available", "summary", "stop-all", "restart-all"})
NAME = MINER_NAME
RESOLUTIONS = {"10s": 10, "1m": 60, "5m": 300, "1h": 3600}
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_TRUTH = {"": True, "true": True, "1": True, "false": False, "0": False}


class Query:
    """What stands behind the question mark; reading it collects errors, `check` raises them all."""

    def __init__(self, raw: bytes) -> None:
        self._values = dict(parse_qsl(raw.decode("latin-1"), keep_blank_values=True))
        self.errors: list[ErrorDetail] = []

    def flag(self, name: str, default: bool = False) -> bool:
        """True when bare, `true` or `1`; False when `false` or `0`."""
        if name not in self._values:
            return default
        truth = _TRUTH.get(self._values[name].lower())
        if truth is None:
            self.errors.append(ErrorDetail(name, "must be true or false"))
        return bool(truth)

    def text(self, name: str) -> str | None:
        """Any text; None when absent."""
        return self._values.get(name)

    def whole(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        text = self._values.get(name)
        if text is None:
            return default
        if re.fullmatch(r"[0-9]{1,16}", text, re.ASCII) and least <= int(text) <= most:
            return int(text)
        self.errors.append(ErrorDetail(name, f"must be a whole number from {least} to {most}"))
        return default

    def choice(self, name: str, choices: Collection[str]) -> str | None:
        """One of `choices`; None when absent."""
        text = self._values.get(name)
        if text is not None and text not in choices:
            self.errors.append(ErrorDetail(name, f"must be one of {', '.join(choices)}"))
            return None
        return text

    def miner_name(self, own: str, types: Collection[str]) -> str | None:
        """The name for a new miner of type `own`; None when absent."""
        name = self._values.get("name")
        if name is None:
            return None
        issue = None
        if not NAME.fullmatch(name):
            issue = "must be 1 to 64 of a-z, 0-9, '_' and '-', beginning with a letter or digit"
        elif name in RESERVED:
            issue = f"must not be one of the reserved words {', '.join(sorted(RESERVED))}"
        elif name != own and name in types:
            issue = "must not be the name of another miner type"
        if issue:
            self.errors.append(ErrorDetail("name", issue))
        return name

    def seconds(self, name: str, default: int, least: int, most: int) -> int:
        """A stretch of time such as `90s`, `5m`, `24h` or `7d`."""
        text = self._values.get(name)
        if text is None:
            return default
        match = re.fullmatch(r"([0-9]{1,8})([smhd])", text, re.ASCII)
        if match and least <= (seconds := int(match[1]) * _UNITS[match[2]]) <= most:
            return seconds
        self.errors.append(ErrorDetail(name, "must be from 5m to 90d, as a number with s, m, h or d"))
        return default

    def window(self) -> tuple[int, int]:
        """Page and limit of a list."""
        return self.whole("page", 1, 1, 10**9), self.whole("limit", 50, 1, 1000)

    def check(self) -> None:
        """Raise InvalidRequest with all that was found wrong."""
        if self.errors:
            raise InvalidRequest(self.errors)


def pagination(page: int, limit: int, total: int) -> Pagination:
    """Where a page stands in a list of `total`."""
    return Pagination(page=page, limit=limit, total=total, pages=-(-total // limit))


def page_of(items: Sequence[T], page: int, limit: int) -> Sequence[T]:
    """The items of one page; none past the end."""
    return items[(page - 1) * limit : page * limit]
