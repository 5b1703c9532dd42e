"""Answers as text for people: a unit on every number, times as seen from now, a dash for what is unknown."""

import json
from collections.abc import Mapping, Sequence
from signal import Signals
from typing import Any

from mining.cli.columns import UNKNOWN, ago, card, hanging, moment, table, wrapped
from mining.domain.units import cut, duration, prefixed

_SIGNS = {"running": "●", "starting": "◌", "paused": "‖", "stopping": "◌", "stopped": "○", "error": "✗"}
_NOTHING = (UNKNOWN, f"{UNKNOWN}, {UNKNOWN}")  # which a miner without a process need not say
_NO_NAME_ON_WINDOWS = {1: "SIGHUP", 3: "SIGQUIT", 9: "SIGKILL", 13: "SIGPIPE", 24: "SIGXCPU"}


def hashrate(value: float | None) -> str:
    """H/s with a prefix; a dash for an unknown one."""
    return UNKNOWN if value is None else prefixed(value, "H/s")


def amount(value: float | None, unit: str) -> str:
    """A number with its unit."""
    if value is None:
        return UNKNOWN
    figure = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
    return f"{figure} {unit}"


def lasting(seconds: float | None) -> str:
    """A stretch of time."""
    return UNKNOWN if seconds is None else duration(seconds)


def shares(counters: Mapping[str, Any]) -> str:
    """Shares by verdict; those the program does not count are left out."""
    figures = [
        f"{counters[kind]} {kind}" for kind in ("accepted", "rejected", "invalid") if counters.get(kind) is not None
    ]
    return ", ".join(figures) or UNKNOWN


def brief_shares(counters: Mapping[str, Any]) -> str:
    """`274/0/0` for a column: accepted, rejected, invalid; a dash for what the program does not count."""
    figures = [counters.get(kind) for kind in ("accepted", "rejected", "invalid")]
    if all(figure is None for figure in figures):
        return UNKNOWN
    return "/".join(UNKNOWN if figure is None else str(figure) for figure in figures)


def status(miner: Mapping[str, Any]) -> str:
    """The status as a sign and a word, and how it does when that is not well."""
    word = str(miner["status"])
    health = miner.get("health", "ok")
    signed = f"{_SIGNS.get(word, '?')} {word}"
    return signed if health == "ok" or word in ("stopped", "error") else f"{signed}, {health}"


def miners(items: Sequence[Mapping[str, Any]]) -> str:
    """One line per miner, and below them a line for each that is not simply fine."""
    if not items:
        return "No miners yet. Start one with: miner-ctrl start TYPE --pool HOST:PORT --wallet ADDRESS"
    rows = [
        (
            miner["name"],
            miner["type"],
            status(miner),
            hashrate(miner["hashrate"]),
            brief_shares(miner["stats"]["shares"]),
            lasting(miner["uptime"]) if miner["pid"] else UNKNOWN,
            miner["stats"]["connection"]["pool"] or UNKNOWN,
        )
        for miner in items
    ]
    head = ("NAME", "TYPE", "STATUS", "HASHRATE", "SHARES", "UPTIME", "POOL")
    notes = [f"! {miner['name']}: {miner['reason']['text']}" for miner in items if worth_telling(miner)]
    notes += [f"! {miner['name']}: {miner['programIssue']}" for miner in items if miner["programIssue"]]
    notes += [f"i {miner['name']}: {next_version(miner)}" for miner in items if miner["nextVersion"]]
    return "\n".join([table(head, rows, optional=("POOL", "TYPE", "UPTIME", "SHARES")), *map(hanging, notes)])


def next_version(miner: Mapping[str, Any]) -> str:
    """How a miner gets the program that waits for it."""
    return f"version {miner['nextVersion']} is installed; to use it: miner-ctrl restart {miner['name']}"


def worth_telling(miner: Mapping[str, Any]) -> bool:
    """Whether the reason tells more than the status does."""
    return bool(miner.get("reason")) and miner["reason"]["code"] not in ("paused_by_user", "stopped_by_user")


def miner_card(miner: Mapping[str, Any]) -> str:
    """All that matters of one miner."""
    facts = [
        ("Miner", f"{miner['name']} ({miner['type']}{' ' + miner['version'] if miner['version'] else ''})"),
        ("Status", status(miner) + (f": {miner['reason']['text']}" if miner.get("reason") else "")),
        ("Wanted", miner["wanted"]),
        ("Program", next_version(miner)) if miner["nextVersion"] else ("", ""),
        ("Warning", miner["programIssue"]) if miner["programIssue"] else ("", ""),
        ("Process", f"pid {miner['pid']}" if miner["pid"] else UNKNOWN),
        ("Started", ago(miner["startedAt"])),
        ("Stopped", ago(miner["stoppedAt"])) if miner["stoppedAt"] else ("", ""),
        ("Restarts", f"{miner['restarts']} automatic" if miner["restarts"] else "none"),
        *payout_lock(miner.get("payoutLock")),
        ("Pool page", miner["poolPage"]) if miner["poolPage"] else ("", ""),
        ("Next start", ago(miner["nextRestartAt"])) if miner["nextRestartAt"] else ("", ""),
        ("Last exit", last_exit(miner["lastExit"])) if miner["lastExit"] else ("", ""),
    ]
    if miner["simulated"]:
        facts.append(("Note", "simulated: these figures are made up"))
    facts += stats_facts(miner["stats"])
    return card(facts if miner["pid"] else [fact for fact in facts if fact[1] not in _NOTHING])


_ENDS = {
    "config": "it refused its configuration",
    "crash": "it crashed",
    "exit": "it ended",
    "signal": "a signal ended it",
    "oom": "the system ended it for want of memory",
    "hang": "the daemon ended it because it hung",
}


def last_exit(ending: Mapping[str, Any]) -> str:
    """How and when the last process ended."""
    words = _ENDS.get(ending["cause"], "for an unknown reason")
    if ending["signal"] is not None:
        words += f" ({signal_name(ending['signal'])})"
    elif ending["code"] is not None:
        words += f" (exit code {ending['code']})"
    return f"{ago(ending['at'])}, {words}"


def signal_name(number: int) -> str:
    """SIGKILL for 9; a number that has no name stays one."""
    try:
        return Signals(number).name
    except ValueError:
        return _NO_NAME_ON_WINDOWS.get(number, f"signal {number}")


def stats_card(stats: Mapping[str, Any], usual: Mapping[str, Any] | None = None) -> str:
    """The figures of one miner, beside what is `usual` for its cards where that was asked for."""
    return card(stats_facts(stats, usual))


def stats_facts(stats: Mapping[str, Any], usual: Mapping[str, Any] | None = None) -> list[tuple[str, str]]:
    """Those figures, each with its name."""
    connection, cpu = stats["connection"], stats["cpu"]
    pool = connection["pool"] or UNKNOWN
    if connection["connected"] is not None:
        pool += f", connected for {lasting(connection['uptime'])}" if connection["connected"] else ", not connected"
    facts = [
        ("Hashrate", rates(stats)),
        ("Algorithm", stats["algorithm"] or UNKNOWN),
        ("Shares", shares(stats["shares"])),
        ("Last share", ago(stats["lastShareAt"])),
        ("Last 10 min", shares(stats["sharesRecent"])),
        ("Difficulty", f"{stats['difficulty']:,.0f}" if stats["difficulty"] is not None else UNKNOWN),
        ("One share in", lasting(stats["expectedShareSeconds"])),
        ("Uptime", lasting(stats["uptime"] or None)),
        ("Pool", pool),
        ("Ping", amount(connection["ping"], "ms")),
        ("TLS", "yes" if connection["tls"] else "no") if connection["tls"] is not None else ("", ""),
        ("Pool lost", amount(connection["failures"], "times")) if connection["failures"] else ("", ""),
        ("Pool error", connection["lastError"]) if connection["lastError"] else ("", ""),
        ("CPU", f"{amount(cpu['usage'], '%')}, {amount(cpu['temperature'], '°C')}"),
    ]
    for work in stats["work"][1:]:
        facts.append(("Beside it", work_line(work)))
    for gpu in stats["gpu"]:
        facts.append((f"GPU {gpu['id']}", ", ".join((gpu_line(gpu), *against_usual(gpu, stats["algorithm"], usual)))))
    facts.append(("Measured", measured(stats)))
    return facts


def rates(stats: Mapping[str, Any]) -> str:
    """The hashrate now and on average; a dash for both when neither is known."""
    now, average = hashrate(stats["hashrate"]), hashrate(stats["hashrateAvg"])
    return UNKNOWN if now == average == UNKNOWN else f"{now} now, {average} on average"


def measured(stats: Mapping[str, Any]) -> str:
    """When the program was last asked for these figures, and what they are worth where they are not simply valid."""
    if stats["sampledAt"] is None:
        return UNKNOWN
    worth = {"stale": ", no answer since", "unavailable": ", without a hashrate"}
    return ago(stats["sampledAt"]) + worth.get(stats["quality"], "")


def work_line(work: Mapping[str, Any]) -> str:
    """One of several algorithms that are computed at once."""
    figures = (
        work["algorithm"] or UNKNOWN,
        hashrate(work["hashrate"]),
        shares(work["shares"]),
        work["pool"] or UNKNOWN,
    )
    return ", ".join(figures)


def gpu_line(gpu: Mapping[str, Any]) -> str:
    """One device: what it is and how it does."""
    figures = (
        gpu["name"] or UNKNOWN,
        hashrate(gpu["hashrate"]),
        amount(gpu["temperature"], "°C"),
        "fan " + amount(gpu["fanSpeed"], "%"),
        amount(gpu["powerUsage"], "W"),
        gpu.get("busId") or "",
    )
    return ", ".join(filter(None, figures))


def against_usual(gpu: Mapping[str, Any], algorithm: str | None, usual: Mapping[str, Any] | None) -> list[str]:
    """How a device's hashrate compares with its usual one; nothing where one of both is not known."""
    if usual is None or usual["algorithm"] != algorithm or gpu["hashrate"] is None:
        return []
    medians = {each["card"]: each["median"] for each in usual["cards"]}
    median = medians.get(gpu["busId"] or str(gpu["id"]))
    return [f"{gpu['hashrate'] / median:.0%} of usual".replace("%", " %")] if median else []


def profiles(items: Sequence[Mapping[str, Any]]) -> str:
    """One line per saved profile."""
    if not items:
        return (
            "No profiles. Save one with: miner-ctrl profile create NAME --type TYPE --pool HOST:PORT --wallet ADDRESS"
        )
    rows = [
        (
            each["name"],
            each["minerType"],
            each["config"]["pool"],
            ago(each["updatedAt"]),
            cut(" ".join(each["description"].split()), 60),
        )
        for each in items
    ]
    return table(("NAME", "TYPE", "POOL", "CHANGED", "DESCRIPTION"), rows, optional=("CHANGED", "TYPE"))


def profile_card(profile: Mapping[str, Any]) -> str:
    """Show a profile."""
    config = profile["config"]
    facts = [
        ("Profile", profile["name"]),
        ("About", profile["description"]) if profile["description"] else ("", ""),
        ("Type", profile["minerType"]),
        *((key, value if isinstance(value, str) else json.dumps(value)) for key, value in config.items()),
        ("Made", ago(profile["createdAt"])),
        ("Changed", ago(profile["updatedAt"])),
        ("Id", profile["id"]),
    ]
    return card(facts)


def started(data: Mapping[str, Any]) -> str:
    """What a start answered, its warnings, and where to look."""
    lines = [data["message"], *payout(data), *warnings(data)]
    return "\n".join([*lines, f"Watch it with: miner-ctrl status {data['name']}"])


def warnings(data: Mapping[str, Any]) -> list[str]:
    """A line for each warning of an answer."""
    return [hanging(f"! {warning}") for warning in data.get("warnings", ())]


def payout(data: Mapping[str, Any]) -> list[str]:
    """A line for each thing that an answer says of who is paid from now on: old → new."""
    return [f"→ {line}" for line in data.get("payout", ())]


def payout_lock(lock: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    """Whether it pays whom it was started to pay; nothing where its program cannot tell."""
    if lock is None:
        return []
    seen = f"as configured, seen {ago(lock['comparedAt'])}"
    return [("Payout", seen if lock["state"] == "holds" else lock["text"])]


def event_line(event: Mapping[str, Any], width: int | None = None) -> str:
    """One event of the timeline: one line, or several of that width."""
    who = f" ({event['who']})" if event.get("who") and event["who"] not in event["text"] else ""
    client = (event.get("details") or {}).get("client")
    who += f" (it calls itself {client!r})" if client else ""
    at = moment(event["timestamp"])
    text = f"{event['miner'] or 'daemon'}  {event['event']}  {event['text']}{who}"
    indent = " " * (len(at) + 2)
    return f"{at}  " + (text if width is None else f"\n{indent}".join(wrapped(text, width - len(indent))))
