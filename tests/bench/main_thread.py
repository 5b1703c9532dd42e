"""What a page's main thread has to do, from Chromium's trace: in processor time, where others count little."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.daemons import wait_for

CATEGORIES = ["toplevel", "blink.user_timing", "__metadata"]  # no more: what is written down costs the page too
TASK = "ThreadControllerImpl::RunTask"
Event = dict[str, Any]


def traced(page: Page, during: Callable[[], object]) -> list[Event]:
    """The events of a trace while something is done."""
    session = page.context.new_cdp_session(page)
    events: list[Event] = []
    done: list[bool] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda _: done.append(True))
    settings = {"traceConfig": {"includedCategories": CATEGORIES}, "transferMode": "ReportEvents"}
    session.send("Tracing.start", settings)
    during()
    session.send("Tracing.end")
    wait_for(lambda: done or page.wait_for_timeout(100), 60, "the trace")
    return events


def between(events: list[Event], mark: str) -> list[float]:
    """Milliseconds of the main thread from each mark of that name to the next: all tasks, whatever for."""
    main = next(_thread(each) for each in events if each["name"] == mark)
    marks = sorted(each["ts"] for each in events if each["name"] == mark and _thread(each) == main)
    sums = [0.0] * (len(marks) + 1)
    for each in events:
        if each["name"] == TASK and _thread(each) == main:
            sums[bisect_right(marks, each["ts"] + each.get("dur", 0))] += _took(
                each
            )  # that of the mark has begun before it
    return sums[1:-1]


def by_second(events: list[Event]) -> list[float]:
    """Milliseconds of the main threads in each whole second."""
    mains = {
        _thread(each)
        for each in events
        if each.get("name") == "thread_name" and each["args"]["name"] == "CrRendererMain"
    }
    tasks = [each for each in events if each["name"] == TASK and _thread(each) in mains]
    begin, end = (pick((each["ts"] for each in tasks), default=0) for pick in (min, max))
    sums = [0.0] * max(1, int((end - begin) / 1e6))
    for each in tasks:
        second = int((each["ts"] - begin) / 1e6)
        if second < len(sums):
            sums[second] += _took(each)
    return sums


def percentile(values: list[float], part: float = 0.95) -> float:
    """So much of the values is at most this."""
    return sorted(values)[min(len(values) - 1, round(part * len(values)))]


def _thread(event: Event) -> tuple[int, int]:
    return event["pid"], event["tid"]


def _took(event: Event) -> float:
    return float(event.get("tdur", event.get("dur", 0))) / 1000
