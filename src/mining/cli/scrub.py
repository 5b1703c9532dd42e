"""Takes out of texts what a stranger must not read, to whom somebody shows them for help."""

import getpass
import json
import re
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mining.domain.payout.login import mask
from mining.domain.redaction import HIDDEN, log_text, redaction

_SECRET_KEYS = re.compile(r"(?i)passw|token|secret|authorization|cookie|^hash$|^key$")
_HOME = re.compile(r"(?i)((?:/home|/Users|\b[A-Z]:\\+Users)[/\\]+)[^/\\\s\"']+")
_PRIVATE = re.compile(r"\b(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})\b")
_LEAST = 3  # characters of a name that is looked for as a word


class Scrub:
    """Hides these secrets, whoever runs this, and where."""

    def __init__(self, secrets: Iterable[str]) -> None:
        every = set(filter(None, secrets))
        self._long = sorted((each for each in every if len(each) >= 26), key=len, reverse=True)
        self._hide = redaction(every - set(self._long))
        self._home = str(Path.home())
        names = {getpass.getuser(): "USER", socket.gethostname(): "HOST"}
        self._names = [
            (re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])"), word)
            for name, word in names.items()
            if len(name) >= _LEAST and name != "root"
        ]

    def text(self, text: str) -> str:
        """A text without them."""
        for secret in self._long:  # so that two wallets can still be told apart
            text = text.replace(secret, mask(secret))
        text = log_text(self._hide(text))
        if len(self._home) > 1:
            text = text.replace(self._home, "~")
        text = _PRIVATE.sub("LAN", _HOME.sub(r"\1USER", text))
        for name, word in self._names:
            text = name.sub(word, text)
        return text

    def json(self, value: Any) -> str:
        """A value as JSON, without them, and without what its key says is secret."""
        return json.dumps(self._walk(value), indent=1, ensure_ascii=False) + "\n"

    def _walk(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: HIDDEN if isinstance(each, str) and _SECRET_KEYS.search(key) else self._walk(each)
                for key, each in value.items()
            }
        if isinstance(value, list | tuple):
            return [self._walk(each) for each in value]
        return self.text(value) if isinstance(value, str) else value
