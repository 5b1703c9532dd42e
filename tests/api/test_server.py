"""A server that dies is seen: while it serves its owner hears of it, and one that never begins holds nobody up."""

import asyncio
import socket

import pytest
import structlog

from mining.api.server import Server, serving


async def app(scope: object, receive: object, send: object) -> None:
    """Nobody asks."""


async def broken(*_: object, **__: object) -> bool:
    raise ZeroDivisionError("ours")


def listening() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


@pytest.mark.parametrize(("begins", "step"), [(True, "on_tick"), (False, "startup")])
async def test_a_server_that_dies_is_logged_handed_to_its_owner_and_raised(
    begins: bool, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[BaseException] = []
    heard = asyncio.Event()
    monkeypatch.setattr(Server, step, broken)
    with structlog.testing.capture_logs() as logs, pytest.raises(ZeroDivisionError):
        async with asyncio.timeout(60), serving(app, [listening()], lambda error: (handed.append(error), heard.set())):
            await heard.wait()
    await asyncio.sleep(0)
    assert [type(error) for error in handed] == [ZeroDivisionError]
    assert [(line["event"], line["task"]) for line in logs] == [("task.died", "api.server")]
