"""Where a reply over plain TCP ends: at a NUL, at the end of its JSON value or, where it is no JSON, of its line."""

import re

_MARKS = re.compile(rb'["\\{}\[\]]')
_WORD = re.compile(rb"\S")


class TextReply:
    """Collects a reply piece by piece. Many programs keep the connection open, so its end must be seen in the text."""

    def __init__(self) -> None:
        self.body = bytearray()
        self.complete = False
        self._depth = 0  # of the JSON value
        self._quoted = False  # inside a text of it
        self._escaped = -1  # the place after a backslash in such a text
        self._looked = 0  # how far the end was searched for
        self._first: bytes | None = None  # what it begins with, white space apart

    def feed(self, data: bytes) -> None:
        """Take in what came; what follows the end is dropped."""
        self.body += data
        end = self.body.find(b"\0", self._looked)
        if self._first is None and (word := _WORD.search(self.body, self._looked)):
            self._first, self._looked = word[0], word.start()
        if end < 0 and self._first is not None:
            json = self._first in (b"{", b"[")
            end = self._end_of_json() if json else self.body.find(b"\n", self._looked)
        self._looked = len(self.body)
        if end >= 0:
            del self.body[end:]
            self.complete = True

    def _end_of_json(self) -> int:
        """The place after the value; -1 while it is open. What stands between its brackets is not judged."""
        for match in _MARKS.finditer(self.body, self._looked):
            place, mark = match.start(), match[0]
            if place == self._escaped:
                continue
            if self._quoted:
                if mark == b"\\":
                    self._escaped = place + 1
                self._quoted = mark != b'"'
            elif mark == b'"':
                self._quoted = True
            elif mark != b"\\":
                self._depth += 1 if mark in b"{[" else -1
                if self._depth == 0:
                    return place + 1
        return -1
