"""An address belongs to one who listens, on Windows too, where the usual option would let two share it."""

import socket
import sys
from typing import Any

import pytest

from mining.foundation.sockets import claim


def test_an_address_is_taken_by_one_alone() -> None:
    with socket.socket() as first, socket.socket() as second:
        claim(first)
        first.bind(("127.0.0.1", 0))
        first.listen()
        claim(second)
        with pytest.raises(OSError):
            second.bind(first.getsockname())


@pytest.mark.parametrize(("system", "option"), [("win32", -5), ("linux", 2), ("darwin", 2)])
def test_each_system_is_asked_for_that_in_its_own_way(
    monkeypatch: pytest.MonkeyPatch, system: str, option: int
) -> None:
    asked: list[tuple[Any, ...]] = []

    class Listening:
        def setsockopt(self, *words: Any) -> None:
            asked.append(words)

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(socket, "SO_EXCLUSIVEADDRUSE", -5, raising=False)
    monkeypatch.setattr(socket, "SO_REUSEADDR", 2)
    claim(Listening())  # type: ignore[arg-type] # nothing else of it is used
    assert asked == [(socket.SOL_SOCKET, option, 1)]
