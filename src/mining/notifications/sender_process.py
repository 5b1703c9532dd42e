"""Carries one message to its targets: a process of its own, told on stdin what to do, answering on stdout.

A process, because Apprise and the hosts it talks to are not ours: what they print, keep or never finish ends with it.
"""

import json
import logging
import os
import re
import socket
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from apprise import Apprise, AppriseAsset, NotificationManager, NotifyBase, NotifyType, OverflowMode

from mining.domain.alerts.target_rules import here, places, target_issue
from mining.domain.message import described, phrase
from mining.notifications.connecting import Guard, issue_of, proxied_here

_MOST_MEMORY = 512 * 1024**2  # bytes: a host may answer without end
_MOODS = {"bad": NotifyType.FAILURE, "good": NotifyType.SUCCESS, "plain": NotifyType.INFO}
_OWN_NAMES = {name.lower() for name in (socket.gethostname(), f"{socket.gethostname()}.local")}
_STATUS = re.compile(r"\berror=(\d{3})\b")


class Overheard(logging.Handler):
    """What Apprise says of each attempt, reduced to what holds no secret: a status, or that nobody was reached."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.issues: dict[int, str] = {}  # by thread

    def emit(self, record: logging.LogRecord) -> None:
        """Take in one line."""
        message, thread = record.getMessage(), threading.get_ident()
        status = _STATUS.search(message)
        if status is not None:
            self.issues[thread] = issue_of(int(status[1]))
        elif "onnection" in message:
            self.issues[thread] = phrase("delivery.unreachable")


def asset() -> AppriseAsset:
    """How Apprise is to behave: it keeps nothing, makes no keys, follows nobody elsewhere, and is one call."""
    return AppriseAsset(
        app_id="Mining Platform",
        app_desc="Mining Platform",
        async_mode=False,
        http_redirects=False,
        pem_autogen=False,
        pgp_autogen=False,
        service_timeout=0,
        storage_mode="memory",
    )


def service_of(url: str, request: Mapping[str, Any]) -> NotifyBase | str:
    """A target that can be sent to, or what is wrong with its URL."""
    issue = target_issue(url, by_hand=True, own_ports=request["own_ports"])
    if issue is not None:
        return issue
    with suppress(Exception):
        service = Apprise.instantiate(url, asset=asset())
        if service is not None:
            service.redirects = False
            if "overflow=" not in url:
                service.overflow_mode = OverflowMode.SPLIT
            return service
        plugin = NotificationManager()[url.partition("://")[0].lower()]  # type: ignore[no-untyped-call]  # Apprise has no types
        if not plugin.enabled:
            needed = plugin.requirements["packages_required"]
            names = ", ".join([needed] if isinstance(needed, str) else needed)
            return phrase("fault.target_lacks", names=names) if names else phrase("fault.target_system")
    return phrase("fault.target_url")


def send(url: str, service: NotifyBase, request: Mapping[str, Any], heard: Overheard, guard: Guard) -> dict[str, Any]:
    """One attempt; what became of it."""
    guard.begin(any(here(place.host) or place.host in _OWN_NAMES for place in places(url)))
    carrier = Apprise(asset=asset())
    carrier.add(service)
    ok, thread = False, threading.get_ident()
    heard.issues.pop(thread, None)  # of a thread before us
    with suppress(Exception):
        ok = bool(
            carrier.notify(
                request["body"], title=request["title"], notify_type=_MOODS[request["mood"]], body_format="text"
            )
        )
    issue = guard.refusal() or heard.issues.get(thread, phrase("delivery.not_taken"))
    return _result(None if ok else issue)


def _result(issue: str | None) -> dict[str, Any]:
    """As the daemon reads it: an issue with all that is needed to say it in another language."""
    return {"ok": issue is None, "issue": None if issue is None else described(issue)}


def carry(request: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Send to all targets at once, or only look at their URLs; what became of each by the moment `end`."""
    services = [service_of(url, request) for url in request["urls"]]
    results = [_result(each if isinstance(each, str) else None) for each in services]
    if "body" not in request:
        return results
    heard = Overheard()
    logging.getLogger("apprise").addHandler(heard)
    guard = Guard(frozenset(request["own_ports"]), proxied=proxied_here())
    sys.addaudithook(guard)

    def attempt(place: int, service: NotifyBase) -> None:
        results[place] = send(request["urls"][place], service, request, heard, guard)

    threads = []
    for place, service in enumerate(services):
        if not isinstance(service, str):
            results[place] = _result(phrase("delivery.late"))
            threads.append(threading.Thread(target=attempt, args=(place, service), daemon=True))
            threads[-1].start()
    for thread in threads:
        thread.join(max(0.0, request["end"] - time.monotonic()))  # that clock is the same for every process
    return list(results)


def main() -> None:
    """Do what stdin says, and end at once, whatever is still under way."""
    request = json.load(sys.stdin)
    answer = os.dup(1)
    with Path(os.devnull).open("wb") as nowhere:
        for output in (1, 2):
            os.dup2(nowhere.fileno(), output)
    os.environ["NETRC"] = os.devnull  # a password that was not said in the URL is not sent
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))
    with os.fdopen(answer, "w") as out:
        json.dump(carry(request), out)
    os._exit(0)


if __name__ == "__main__":
    main()
