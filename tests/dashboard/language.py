"""What a page says, word by word, and what of it is English."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from playwright.sync_api import Error, Page, Response, WebSocket

# Words that no German sentence has: a sentence of the API with one of them is English.
_ENGLISH = re.compile(
    r"(?<![\w-])(the|of|and|is|it|its|not|with|this|that|are|or|to|by|for|from|has|have|be|can|your|which|when|there|"
    r"does|must|only|here|they|if|been|then|than|you|who|how|did|cannot|every|yet|nothing|nobody|somebody)(?![\w-])"
)
# Where a page quotes: a program's lines and files, a command, and an address with a path in it.
_QUOTES = "pre, code, .log, .line, .mono, [lang=en], mining-console, mining-daemon-log"
_ATTRIBUTES = ("title", "aria-label", "placeholder", "aria-description", "aria-valuetext")
_COLLECT = """([quotes, attributes]) => {
    const found = [];
    const look = (node) => {
        if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
        else if (node.nodeType !== Node.ELEMENT_NODE || !node.matches(`${quotes}, style`)) {
            const said = node.getAttribute ? attributes.map((name) => node.getAttribute(name)) : [];
            found.push(...said.filter((each) => each && !each.includes('miner-ctrl ')));
            if (node.shadowRoot) look(node.shadowRoot);
            node.childNodes.forEach(look);
        }
    };
    look(document.querySelector('mining-dashboard'));
    return found.map((text) => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
}"""


class Said(NamedTuple):
    """A text of the API, and where it stood."""

    text: str
    place: str


class Heard:
    """Every English text that the API has told a page."""

    def __init__(self, page: Page) -> None:
        self.texts: dict[str, str] = {}
        page.on("response", self._answer)
        page.on("websocket", self._socket)

    def english(self, shown: list[str]) -> list[Said]:
        """Those that a page shows as they are."""
        every = "\n".join(shown)
        return [Said(text, place) for text, place in self.texts.items() if text in every]

    def _answer(self, response: Response) -> None:
        kind = response.headers.get("content-type", "")
        if "/api/v1/" in response.url and kind.startswith("application/json"):
            with suppress(Error):  # the page has gone on to another view
                self._take(response.text(), response.url.partition("/mining")[2].partition("?")[0])

    def _socket(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: self._take(str(payload), "/ws"))

    def _take(self, body: str, where: str) -> None:
        for place, text in _leaves(json.loads(body), where):
            if _ENGLISH.search(text):
                self.texts.setdefault(" ".join(text.split()), place)


def texts_on(page: Page) -> list[str]:
    """Every text of a page, also those that are folded away, but for what it quotes."""
    found: list[str] = page.evaluate(_COLLECT, [_QUOTES, list(_ATTRIBUTES)])
    return found


def is_english(text: str, least: int = 2) -> bool:
    """Whether a text has so many words of English."""
    return len(_ENGLISH.findall(text)) >= least


def _leaves(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, f"{place}.{name}")
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, f"{place}[]")
    elif isinstance(value, str):
        yield place, value
