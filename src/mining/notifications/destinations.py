"""Where messages and the sign of life go, and what is wrong with that when the settings change."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from mining.domain.alerts.heartbeat import heartbeat_issue
from mining.domain.alerts.notification import Target
from mining.domain.errors import ErrorDetail
from mining.notifications.sender import BadTargets, check_targets


class Destinations(NamedTuple):
    """As settings name them; both hold secrets."""

    notify: Sequence[str]
    heartbeat: str | None


class BadHeartbeat(ValueError):
    """A sign of life cannot go there; no address is told."""

    def __init__(self, issue: str) -> None:
        super().__init__(f"the setting heartbeat_url cannot be used: it {issue}")


def check_destinations(there: Destinations, own_ports: Collection[int]) -> None:
    """ValueError names what the operator wrote and cannot be used."""
    check_targets([Target(url) for url in there.notify], own_ports)
    if there.heartbeat and (issue := heartbeat_issue(there.heartbeat, by_hand=True, own_ports=own_ports)):
        raise BadHeartbeat(issue)


def change_faults(before: Destinations, after: Destinations, own_ports: Collection[int]) -> list[ErrorDetail]:
    """What is wrong with those that a request names anew."""
    if after.heartbeat and after.heartbeat != before.heartbeat:
        issue = heartbeat_issue(after.heartbeat, by_hand=False, own_ports=own_ports)
        if issue is not None:
            return [ErrorDetail("heartbeatUrl", issue)]
    new = [(place, Target(url)) for place, url in enumerate(after.notify) if url not in before.notify]
    try:
        check_targets([target for _, target in new], own_ports, by_hand=False)
    except BadTargets as error:
        return [ErrorDetail(f"notify[{new[place][0]}]", issue) for place, issue in error.issues.items()]
    return []
