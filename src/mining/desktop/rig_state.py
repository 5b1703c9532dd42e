"""What the tray shows of a rig: its state, a sentence, the menu, and what is new that needs attention. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mining.desktop.texts import Speech
from mining.domain.units import prefixed

LOUD = frozenset({"error", "warning"})  # severities of the API; a hint could be better, and can wait
_RATE, _PRETENDED = "{rate} {algorithm}", "{rate} {algorithm} (simulated)"
MOST_NOTICES = 3  # at once; the others are in the window


class RigState(StrEnum):
    """How the rig is, at a glance."""

    MINING = "mining"
    PROBLEM = "problem"
    PAUSED = "paused"
    STOPPED = "stopped"
    UNREACHABLE = "unreachable"


class Verb(StrEnum):
    """What an entry of the menu does."""

    SHOW = "show"
    START_PROFILE = "start_profile"
    PAUSE_ALL = "pause-all"
    RESUME_ALL = "resume-all"
    STOP_ALL = "stop-all"
    START_DAEMON = "start_daemon"
    LOGIN_START = "login_start"
    QUIT = "quit"


@dataclass(frozen=True)
class RigReading:
    """What the daemon answered: its page, and three answers of its API. Without a page it was not reached."""

    page: str | None = None  # the dashboard's URL
    summary: Mapping[str, Any] | None = None
    attention: tuple[Mapping[str, Any], ...] = ()
    profiles: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class TrayEntry:
    """A line of the menu; without a verb it only tells, and with entries it opens a menu of its own."""

    text: str
    verb: Verb | None = None
    value: str = ""  # a profile's id
    enabled: bool = True
    checked: bool | None = None  # None: it has no mark
    entries: "tuple[TrayEntry, ...]" = ()


SEPARATOR = TrayEntry("")  # between groups


def state_of(reading: RigReading) -> RigState:
    """One state for all miners; what needs attention wins."""
    if reading.summary is None:
        return RigState.UNREACHABLE
    if loud(reading):
        return RigState.PROBLEM
    statuses = reading.summary["statuses"]
    if statuses.get("running") or statuses.get("starting"):
        return RigState.MINING
    return RigState.PAUSED if statuses.get("paused") else RigState.STOPPED


def loud(reading: RigReading) -> list[Mapping[str, Any]]:
    """What needs attention now."""
    return [item for item in reading.attention if item["severity"] in LOUD]


def sentence(reading: RigReading, speak: Speech) -> str:
    """The rig in a sentence: `3 miners, 12.4 kH/s rx/0; one thing needs attention`."""
    if reading.summary is None:
        return speak("The daemon does not answer; miners go on by themselves")
    statuses, miners = reading.summary["statuses"], reading.summary["miners"]
    totals = [total for total in reading.summary["algorithms"] if total["algorithm"] and total["hashrate"]]
    rates = [
        speak(
            _PRETENDED if total["simulated"] else _RATE,
            rate=speak.figure(prefixed(total["hashrate"], "H/s")),
            algorithm=total["algorithm"],
        )
        for total in totals
    ]
    working = statuses.get("running", 0) + statuses.get("starting", 0)
    if not miners:
        text = speak("No miner yet")
    elif working:
        every = "1 miner" if miners == 1 else "{working} miners"
        counted = speak(every if working == miners else "{working} of {miners} miners", working=working, miners=miners)
        text = ", ".join([counted, *rates])
    else:
        text = speak("All miners are paused") if statuses.get("paused") == miners else speak("Nothing mines")
    count = len(loud(reading))
    if count == 0:
        return text
    needing = "{text}; one thing needs attention" if count == 1 else "{text}; {count} things need attention"
    return speak(needing, text=text, count=count)


def menu(reading: RigReading, text: str, login_start: bool, speak: Speech) -> tuple[TrayEntry, ...]:
    """The lines of the menu; `text` is the first of them."""
    top = (TrayEntry(text, enabled=False), TrayEntry(speak("Open the dashboard"), Verb.SHOW))
    end = (
        TrayEntry(speak("Start at login"), Verb.LOGIN_START, checked=login_start),
        TrayEntry(speak("Quit; mining goes on"), Verb.QUIT),
    )
    if reading.summary is None:
        return (*top, SEPARATOR, TrayEntry(speak("Start the daemon"), Verb.START_DAEMON), SEPARATOR, *end)
    statuses = reading.summary["statuses"]
    live = any(statuses.get(each) for each in ("running", "starting"))
    paused = bool(statuses.get("paused"))
    profiles = tuple(TrayEntry(each["name"], Verb.START_PROFILE, each["id"]) for each in reading.profiles)
    return (
        *top,
        SEPARATOR,
        TrayEntry(speak("Start a profile"), enabled=bool(profiles), entries=profiles),
        TrayEntry(speak("Pause all"), Verb.PAUSE_ALL, enabled=live),
        TrayEntry(speak("Resume all"), Verb.RESUME_ALL, enabled=paused),
        TrayEntry(speak("Stop all …"), Verb.STOP_ALL, enabled=live or paused or bool(statuses.get("error"))),
        SEPARATOR,
        *end,
    )


def notices(before: RigReading, now: RigReading, speak: Speech) -> list[tuple[str, Mapping[str, Any]]]:
    """Title and sentence of what needs attention now and did not before; the first reading tells what there is.

    A sentence is what the API tells: its `text`, and what the dashboard says it by in another language.
    """
    earlier = {item["id"] for item in before.attention}
    new = [item for item in loud(now) if item["id"] not in earlier]
    first = [(item["miner"] or "Mining Platform", item) for item in new[:MOST_NOTICES]]
    more = len(new) - len(first)
    rest = speak("{count} more need attention. Open the dashboard.", count=more)
    return [*first, *([("Mining Platform", {"text": rest})] if more else [])]
