"""The work of the sender: a message to targets, or a look at their URLs; nothing that it does can hold us up."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import structlog
from pydantic import TypeAdapter

from mining.domain.alerts.notification import Delivery, OutgoingMessage, Target
from mining.domain.alerts.target_rules import target_issue
from mining.domain.message import phrase
from mining.domain.value import Value
from mining.domain.wording import Wording, text_of

_COMMAND = (
    sys.executable,
    "-P",
    "-m",
    "mining.notifications.sender_process",
)  # -P: nothing is imported from where we stand
_UNSEEN: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows; nothing elsewhere
_SPARE = 2.0  # s beyond the limit after which a sender is ended
_LOOK = 20.0  # s for a look at the URLs
_LOST = phrase("delivery.lost")

log = structlog.get_logger()


class _Result(Value):
    """What the sender says of one target."""

    ok: bool
    issue: Wording | None

    def delivery(self, target: str) -> Delivery:
        if self.issue is None:
            return Delivery(target=target, ok=self.ok)
        return Delivery.failed(target, text_of(self.issue))


_RESULTS = TypeAdapter(list[_Result])


class BadTargets(ValueError):
    """Targets that cannot be any: what is wrong with each, by its place; no URL is told."""

    def __init__(self, issues: Mapping[int, str]) -> None:
        text = "; ".join(f"entry {place + 1} {issue}" for place, issue in issues.items())
        super().__init__(f"the setting notify cannot be used: {text}")
        self.issues = issues


async def deliver(
    targets: Sequence[Target], message: OutgoingMessage, limit: float, own_ports: Collection[int] = ()
) -> list[Delivery]:
    """Send once, to all at once; how it went at each, within `limit` seconds and a little.

    `own_ports` are the daemon's, where no message goes.
    """
    errand = {**_errand(targets, own_ports), **asdict(message), "end": time.monotonic() + limit}
    try:
        async with asyncio.timeout(limit + _SPARE):
            results = _RESULTS.validate_json(await _answer(_COMMAND, json.dumps(errand).encode()))
        return [result.delivery(str(each)) for each, result in zip(targets, results, strict=True)]
    except (OSError, ValueError, TypeError) as error:  # a TimeoutError is an OSError
        issue = phrase("delivery.late") if isinstance(error, TimeoutError) else _LOST
        return [Delivery.failed(str(each), issue) for each in targets]


def check_targets(targets: Sequence[Target], own_ports: Collection[int] = (), *, by_hand: bool = True) -> None:
    """BadTargets names those that cannot be targets. When that cannot be found out, it is only told in the log.

    `by_hand`: the operator wrote them where no request can.
    """
    if not targets:
        return
    refused = {
        place: issue
        for place, target in enumerate(targets)
        if (issue := target_issue(target.get_secret_value(), by_hand=by_hand, own_ports=own_ports)) is not None
    }
    if refused:
        raise BadTargets(refused)
    errand, nowhere = json.dumps(_errand(targets, own_ports)).encode(), subprocess.DEVNULL
    try:
        done = subprocess.run(
            _COMMAND, input=errand, stdout=subprocess.PIPE, stderr=nowhere, timeout=_LOOK, creationflags=_UNSEEN
        )
        results = _RESULTS.validate_json(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        log.warning(
            "notification.unchecked", issue=type(error).__name__, text="The targets of notify were not looked at."
        )
        return
    issues = {place: text_of(each.issue) for place, each in enumerate(results) if each.issue is not None}
    if issues:
        raise BadTargets(issues)


def _errand(targets: Sequence[Target], own_ports: Collection[int]) -> dict[str, Any]:
    return {"urls": [target.get_secret_value() for target in targets], "own_ports": list(own_ports)}


async def carried(command: Sequence[str], request: bytes, limit: float) -> str | None:
    """Let a process carry one thing to one place; why it was not taken there. OSError, ValueError: it is not known."""
    async with asyncio.timeout(limit + _SPARE):
        result = _Result.model_validate_json(await _answer(command, request))
    return None if result.issue is None else text_of(result.issue)


async def _answer(command: Sequence[str], request: bytes) -> bytes:
    pipe = asyncio.subprocess.PIPE
    nowhere = asyncio.subprocess.DEVNULL
    sender = await asyncio.create_subprocess_exec(
        *command, stdin=pipe, stdout=pipe, stderr=nowhere, creationflags=_UNSEEN
    )
    try:
        return (await sender.communicate(request))[0]
    finally:
        if sender.returncode is None:
            sender.kill()
            await sender.wait()
