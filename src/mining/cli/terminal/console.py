"""The output of a miner's program, line by line as it comes."""

import asyncio
import re
from collections.abc import Callable

import click

from mining.cli.terminal.client import miner_path
from mining.cli.terminal.daemon import DaemonLink

FIRST, MOST = 200, 1000  # lines asked for at once
EVERY = 1.0  # s between questions
_UNPRINTABLE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0a-\x1f\x7f-\x9f]")


async def follow_console(link: DaemonLink, name: str, write: Callable[[str], object]) -> None:
    """Write what a miner has printed, and goes on to print; never returns. A refusal is written once."""
    path, query, refused = miner_path(name, "/logs"), {"lines": FIRST}, ""
    while True:
        try:
            page = await link.ask("get", path, **query)
        except click.ClickException as refusal:
            if (
                getattr(refusal, "code", "") and refusal.message != refused
            ):  # else nobody answered, which the page itself says
                write(refused := refusal.message)
            await asyncio.sleep(2 * EVERY)
            continue
        for line in page["items"]:
            write(printable(line["text"]))
        query = {"lines": MOST, "cursor": page["cursor"]}
        await asyncio.sleep(EVERY)


def printable(text: str) -> str:
    """A line without what a terminal would obey."""
    return _UNPRINTABLE.sub("", text)
