"""Notice, one thing that its owner is told wherever they are, and what a message of several says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol, Self

from pydantic import Field, Secret

from mining.domain.event import Event
from mining.domain.masks import marked
from mining.domain.redaction import public_text
from mining.domain.units import cut
from mining.domain.value import Moment, Value
from mining.domain.wording import WORDING, Text, Wording, wording_of

Topic = Literal["trouble", "recovered", "payout", "access", "program", "person"]
USUAL: tuple[Topic, ...] = ("trouble", "recovered", "payout", "access", "program")  # all but what a person does

# Sent whatever topics are wanted, at any hour: who can change wallets or keys must not be able to hide it.
ALWAYS: frozenset[Topic] = frozenset({"payout", "access"})
_PAYOUT = {
    "wallet",
    "pool",
    "pools",
    "coin",
    "password",
    "proxy",
    "tls",
    "tlsFingerprint",
    "second",
}  # decide who is paid
_FOREIGN = "Then see who can reach this machine."
_PROGRAM = {"install": "installed", "update": "updated", "rollback": "set back", "uninstall": "removed"}
_PERSON = {"start": "started", "stop": "stopped", "restart": "restarted", "pause": "paused", "resume": "resumed",
           "forget": "forgotten"}  # fmt: skip
_WEIGHT: dict[Topic, int] = {"payout": 0, "access": 1, "trouble": 2, "recovered": 3, "program": 4, "person": 5}
_SPELLED = 5  # notifications that one message tells in full; some services take no more than 2,000 characters
_LONGEST = 200  # characters of what happened; what to do then comes on top
_LATE = timedelta(minutes=2)  # from then on a message says when it happened


@dataclass(frozen=True)
class NotificationTiming:
    """How long to wait, in seconds."""

    grace: float = 60.0  # a trouble that is shorter is not told, nor an end of it that is
    gather: float = 3.0  # what happens within becomes one message
    look: float = 5.0  # between two looks at a trouble that lasts
    first: float = 5.0  # before a message that was not taken is tried again, twice as long each time …
    longest: float = 600.0  # … but no longer than this
    keep: float = 6 * 3600.0  # for what could not be sent, before it is given up
    limit: float = 30.0  # for one attempt
    test_limit: float = 12.0  # for a test, whose asker waits


class Target(Secret[str]):
    """Where messages go: a URL that holds secrets, and shows itself only masked."""

    def _display(self) -> str:
        return marked(self.get_secret_value())


class Notification(Value):
    """One thing to tell; the title says of what, without the rig's name."""

    topic: Topic
    at: Moment
    title: str
    text: str


@dataclass(frozen=True)
class OutgoingMessage:
    """What is sent."""

    title: str
    body: str
    mood: Literal["bad", "good", "plain"] = "plain"


class Delivery(Value):
    """Whether one target took a message."""

    target: str = Field(description="Masked, as in the settings.", examples=["tgram://…1a2b3c4d"])
    ok: bool
    issue: Text | None = Field(None, description="What went wrong, and what to do")
    wording: Wording | None = Field(None, description=f"`issue`: {WORDING}")

    @classmethod
    def failed(cls, target: str, issue: str) -> Self:
        """One that did not take it."""
        return cls(target=target, ok=False, issue=issue, wording=wording_of(issue))


class Deliveries(Value):
    """The answer to a test: what became of it at each target, in the order of the setting."""

    results: tuple[Delivery, ...]


class Notifications(Protocol):
    """Whoever tells the owner."""

    async def test(self) -> Deliveries:
        """Send a message to every target; NotSupported when there is none."""


def notification_of(event: Event) -> Notification | None:
    """What an event by itself gives to tell: a payout that changed, a program, what a person did."""
    by = f" By {event.who}." if event.who else ""
    if event.kind == "payout":
        return _of_payout(event)
    if event.kind == "key" or (event.kind == "storage" and str(event.params.get("file", "")).startswith("keys.json")):
        return _of_access(event)
    changes = [str(line) for line in event.details.get("changes") or ()]
    payout = [line for line in changes if line.partition(":")[0] in _PAYOUT]
    if payout and not event.details.get("payoutAnnounced"):
        text = " ".join([event.text.removesuffix(" ".join(changes)).strip(), *payout])
        first = f"stop it: miner-ctrl stop {event.miner}" if event.miner else "set it right before it is started"
        advice = f"If that was not you, {first}. {_FOREIGN}"
        return _notification(event, "payout", f"the payout of {event.miner or 'a profile'} was changed", text, advice)
    if event.kind in _PROGRAM:
        return _notification(event, "program", f"a program was {_PROGRAM[event.kind]}", f"{event.text}{by}")
    if event.kind == "autostart" and event.details.get("boots"):
        return _notification(event, "trouble", "this machine goes down when it mines", event.text)
    if event.kind in _PERSON and event.who:
        return _notification(event, "person", f"{event.miner} was {_PERSON[event.kind]}", event.text)
    return None


def _of_access(event: Event) -> Notification:
    name = event.params.get("name", "NAME")
    if event.message == "key.created":
        advice = f"If that was not you, revoke it: miner-ctrl keys revoke {name}"
        return _notification(event, "access", "somebody new got an access key", event.text, advice)
    title = "an access key was revoked" if event.kind == "key" else "access keys were damaged"
    advice = "Who lost access gets a new key on the rig itself: miner-ctrl keys create NAME --role ROLE"
    return _notification(event, "access", title, event.text, advice)


def _of_payout(event: Event) -> Notification:
    whose = event.miner or "a profile"
    if event.message == "payout.stray":
        advice = f"What was seen lies in its run folder; look at it before you start {whose} again. {_FOREIGN}"
        return _notification(event, "payout", f"{whose} did not pay you and was stopped", event.text, advice)
    first = f"stop it: miner-ctrl stop {event.miner}" if event.miner else "set it right before it is started"
    advice = f"If that was not you, {first}. {_FOREIGN}"
    return _notification(event, "payout", f"somebody new is to be paid by {whose}", event.text, advice)


def weight(notification: Notification) -> int:
    """How much a notification matters: less is more."""
    return _WEIGHT[notification.topic]


def compose(host: str, notifications: Sequence[Notification], left_out: int, now: datetime) -> OutgoingMessage:
    """One message of everything that waits, the weightiest in its title; `now` is local."""
    first = min(notifications, key=weight)
    more = f", and {len(notifications) - 1} more" if len(notifications) > 1 else ""
    if len(notifications) == 1:
        late = now - first.at > _LATE
        parts = [f"{_clock(first.at, now)}: {first.text}" if late else first.text]
    else:
        spelled = sorted(sorted(notifications, key=weight)[:_SPELLED], key=lambda each: each.at)
        parts = [f"{_clock(each.at, now)} {each.title}. {each.text}" for each in spelled]
    if len(notifications) > _SPELLED:
        parts.append(f"{len(notifications) - _SPELLED} more are not spelled out here; see them with: miner-ctrl events")
    if left_out:
        parts.append(f"{left_out} older ones could not be sent and are left out; see them with: miner-ctrl events")
    topics = {notification.topic for notification in notifications}
    bad, good = topics & {"trouble", *ALWAYS}, topics == {"recovered"}
    return OutgoingMessage(
        f"{host}: {first.title}{more}", "\n\n".join(parts), "bad" if bad else "good" if good else "plain"
    )


def shortened(text: str) -> str:
    """No more than a telephone shows at a glance."""
    return cut(text, _LONGEST)


def _notification(event: Event, topic: Topic, title: str, text: str, advice: str = "") -> Notification:
    return Notification(topic=topic, at=event.at, title=title, text=f"{shortened(public_text(text))} {advice}".strip())


def _clock(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    return local.strftime("%H:%M" if local.date() == now.date() else "%Y-%m-%d %H:%M")
