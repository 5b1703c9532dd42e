"""Carries one sign of life: a process of its own, told on stdin where, answering on stdout. It follows no redirect.

A process, because whoever answers may do so without end, and a name may lead elsewhere than it says.
"""

import json
import socket
import sys
import time
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from mining import __version__
from mining.domain.alerts.target_rules import here
from mining.domain.message import described, phrase
from mining.notifications.connecting import Guard, issue_of, proxied_here


class NoRedirect(HTTPRedirectHandler):
    """Nowhere else than the address says."""

    def redirect_request(self, *_: Any) -> None:
        """Never."""


def beat(request: Mapping[str, Any]) -> str | None:
    """Send it; why it was not taken."""
    guard = Guard(frozenset(request["own_ports"]), proxied=proxied_here())
    guard.begin(here(urlsplit(request["url"]).hostname or "") or _own_name(request["url"]))
    sys.addaudithook(guard)
    body = request["body"]
    sent = Request(  # noqa: S310 - its scheme was looked at
        request["url"],
        data=None if body is None else body.encode(),
        headers={"User-Agent": f"mining-platform/{__version__}", "Content-Type": "text/plain; charset=utf-8"},
    )
    try:
        with build_opener(NoRedirect).open(sent, timeout=max(1.0, request["end"] - time.monotonic())) as answer:
            return None if 200 <= answer.status < 300 else issue_of(answer.status)
    except HTTPError as error:
        return issue_of(error.code)
    except TimeoutError:
        return phrase("delivery.late")
    except (OSError, ValueError):
        return guard.refusal() or phrase("delivery.unreachable")


def _own_name(url: str) -> bool:
    own = socket.gethostname().lower()
    return (urlsplit(url).hostname or "").lower() in (own, f"{own}.local")


def main() -> None:
    """Do what stdin says."""
    issue = beat(json.load(sys.stdin))
    print(json.dumps({"ok": issue is None, "issue": None if issue is None else described(issue)}))


if __name__ == "__main__":
    main()
