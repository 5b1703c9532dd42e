"""Answers as text for people: aligned columns, a unit on every number, a dash for what is not known."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mining.domain.units import duration

UNKNOWN = "—"
_SIGNS = {"running": "●", "starting": "◌", "paused": "‖", "stopping": "◌", "stopped": "○", "error": "✗"}
_PREFIXES = ("", "k", "M", "G", "T", "P")


def hashrate(value: float | None) -> str:
    """H/s with the prefix that leaves one to three digits before the point."""
    if value is None:
        return UNKNOWN
    scaled, prefix = float(value), 0
    while scaled >= 999.995 and prefix < len(_PREFIXES) - 1:
        scaled, prefix = scaled / 1000, prefix + 1
    figure = f"{scaled:.2f}" if prefix else f"{scaled:.1f}".removesuffix(".0")
    return f"{figure} {_PREFIXES[prefix]}H/s"


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
    known = [
        f"{counters[kind]} {kind}" for kind in ("accepted", "rejected", "invalid") if counters.get(kind) is not None
    ]
    return ", ".join(known) or UNKNOWN


def status(miner: Mapping[str, Any]) -> str:
    """The status as a sign and a word, and how it does when that is not well."""
    word = str(miner["status"])
    health = miner.get("health", "ok")
    said = f"{_SIGNS.get(word, '?')} {word}"
    return said if health == "ok" or word in ("stopped", "error") else f"{said}, {health}"


def moment(text: str | None) -> str:
    """A time of the API without the letters that only programs need."""
    return UNKNOWN if text is None else text.replace("T", " ").replace("Z", " UTC")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns wide enough for their longest cell, two spaces between them."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def card(facts: Iterable[tuple[str, str]]) -> str:
    """Names on the left, what they are on the right; what has no name is left out."""
    pairs = [pair for pair in facts if pair[0]]
    width = max(len(name) for name, _ in pairs)
    return "\n".join(f"{name.ljust(width)}  {value}" for name, value in pairs)


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
            shares(miner["stats"]["shares"]),
            lasting(miner["uptime"]) if miner["pid"] else UNKNOWN,
            miner["stats"]["connection"]["pool"] or UNKNOWN,
        )
        for miner in items
    ]
    lines = [table(("NAME", "TYPE", "STATUS", "HASHRATE", "SHARES", "UPTIME", "POOL"), rows)]
    lines += [f"! {miner['name']}: {miner['reason']['text']}" for miner in items if worth_telling(miner)]
    lines += [f"! {miner['name']}: {miner['programIssue']}" for miner in items if miner["programIssue"]]
    lines += [
        f"i {miner['name']}: version {miner['nextVersion']} is here; to use it: miner-ctrl restart {miner['name']}"
        for miner in items
        if miner["nextVersion"]
    ]
    return "\n".join(lines)


def worth_telling(miner: Mapping[str, Any]) -> bool:
    """Whether the reason tells more than the status does."""
    return bool(miner.get("reason")) and miner["reason"]["code"] not in ("paused_by_user", "stopped_by_user")


def miner_card(miner: Mapping[str, Any]) -> str:
    """All that matters of one miner."""
    facts = [
        ("Miner", f"{miner['name']} ({miner['type']}{' ' + miner['version'] if miner['version'] else ''})"),
        ("Status", status(miner) + (f": {miner['reason']['text']}" if miner.get("reason") else "")),
        ("Wanted", miner["wanted"]),
        ("Program", f"{miner['nextVersion']} is here; to use it: miner-ctrl restart {miner['name']}")
        if miner["nextVersion"]
        else ("", ""),
        ("Warning", miner["programIssue"]) if miner["programIssue"] else ("", ""),
        ("Process", f"pid {miner['pid']}" if miner["pid"] else UNKNOWN),
        ("Started", moment(miner["startedAt"])),
        ("Stopped", moment(miner["stoppedAt"])) if miner["stoppedAt"] else ("", ""),
        ("Restarts", amount(miner["restarts"], "times, automatically")),
        ("Pool page", miner["poolPage"]) if miner["poolPage"] else ("", ""),
        ("Next start", moment(miner["nextRestartAt"])) if miner["nextRestartAt"] else ("", ""),
        ("Last exit", last_exit(miner["lastExit"])) if miner["lastExit"] else ("", ""),
    ]
    if miner["simulated"]:
        facts.append(("Note", "simulated: these figures are made up"))
    return card(facts + stats_facts(miner["stats"]))


def last_exit(told: Mapping[str, Any]) -> str:
    """How and when the last process ended."""
    how = f"code {told['code']}" if told["code"] is not None else "code unknown"
    if told["signal"] is not None:
        how = f"signal {told['signal']}"
    return f"{told['cause']}, {how}, {moment(told['at'])}"


def stats_card(stats: Mapping[str, Any]) -> str:
    """The figures of one miner."""
    return card(stats_facts(stats))


def stats_facts(stats: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Those figures, each with its name."""
    connection, cpu = stats["connection"], stats["cpu"]
    pool = connection["pool"] or UNKNOWN
    if connection["connected"] is not None:
        pool += f", connected for {lasting(connection['uptime'])}" if connection["connected"] else ", not connected"
    facts = [
        ("Hashrate", f"{hashrate(stats['hashrate'])} now, {hashrate(stats['hashrateAvg'])} on average"),
        ("Algorithm", stats["algorithm"] or UNKNOWN),
        ("Shares", shares(stats["shares"])),
        ("Last share", moment(stats["lastShareAt"])),
        ("Last 10 min", shares(stats["sharesRecent"])),
        ("Difficulty", f"{stats['difficulty']:,.0f}" if stats["difficulty"] is not None else UNKNOWN),
        ("One share in", lasting(stats["expectedShareSeconds"])),
        ("Uptime", lasting(stats["uptime"])),
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
        facts.append((f"GPU {gpu['id']}", gpu_line(gpu)))
    facts.append(("Measured", f"{moment(stats['sampledAt'])}, {stats['quality']}"))
    return facts


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
    )
    return ", ".join(figures)


def info_card(info: Mapping[str, Any]) -> str:
    """This machine and what is installed on it."""
    facts = [
        ("Machine", f"{info['os']} {info['arch']}, {info['cpus']} logical processors"),
        *hardware_facts(info),
        ("Platform", f"{info['platformVersion']} on {info['pythonVersion']}"),
    ]
    if info.get("versions"):
        facts.append(("Kernel", info["versions"]["kernel"]))
    if info.get("folders"):
        facts.append(("Data", info["folders"]["data"]))
    for program in info["installedMiners"]:
        version = f" {program['version']}" if program["version"] else ""
        facts.append(("Installed", f"{program['type']}{version}  {program['path'] or ''}".rstrip()))
    return card(facts)


def profiles(items: Sequence[Mapping[str, Any]]) -> str:
    """One line per saved profile."""
    if not items:
        return (
            "No profiles. Save one with: miner-ctrl profile create NAME --type TYPE --pool HOST:PORT --wallet ADDRESS"
        )
    rows = [
        (each["name"], each["minerType"], each["config"]["pool"], moment(each["updatedAt"]), each["description"])
        for each in items
    ]
    return table(("NAME", "TYPE", "POOL", "CHANGED", "DESCRIPTION"), rows)


def profile_card(profile: Mapping[str, Any]) -> str:
    """Show a profile."""
    config = profile["config"]
    facts = [
        ("Profile", profile["name"]),
        ("About", profile["description"]) if profile["description"] else ("", ""),
        ("Type", profile["minerType"]),
        *((key, value if isinstance(value, str) else json.dumps(value)) for key, value in config.items()),
        ("Made", moment(profile["createdAt"])),
        ("Changed", moment(profile["updatedAt"])),
        ("Id", profile["id"]),
    ]
    return card(facts)


def started(data: Mapping[str, Any]) -> str:
    """What a start answered, its warnings, and where to look."""
    lines = [data["message"], *warnings(data)]
    return "\n".join([*lines, f"Watch it with: miner-ctrl status {data['name']}"])


def warnings(data: Mapping[str, Any]) -> list[str]:
    """A line for each warning of an answer."""
    return [f"! {warning}" for warning in data["warnings"]]


def hardware_facts(info: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Processor, memory and graphics cards; a line for what is known."""
    cpu, memory = info.get("cpu") or {}, info.get("memory") or {}
    facts = [
        ("Processor", cpu["model"]) if cpu.get("model") else ("", ""),
        ("Cores", f"{cpu['cores']} with {cpu['threads']} threads") if cpu.get("cores") else ("", ""),
        ("L3 cache", amount(cpu["l3"] / 1024**2, "MiB")) if cpu.get("l3") else ("", ""),
        ("Memory", amount(info["totalMemory"] / 1024**2, "GiB") + _available(memory)),
    ]
    pages = memory.get("hugePages")
    if pages:
        facts.append(("Huge pages", f"{pages['total']} of {pages['size'] // 1024} KiB, {pages['free']} free"))
    for card in info.get("gpus", ()):
        known = (card["name"] or card["vendor"], card["driver"] or "no driver")
        own = (amount(card["memory"] / 1024**3, "GiB"),) if card["memory"] else ()
        facts.append(("Graphics", ", ".join([*known, *own])))
    return facts


def _available(memory: Mapping[str, Any]) -> str:
    free = memory.get("available")
    return "" if free is None else f", {amount(free / 1024**3, 'GiB')} available"


def event_line(event: Mapping[str, Any]) -> str:
    """One line of the timeline."""
    who = f" ({event['who']})" if event.get("who") and event["who"] not in event["text"] else ""
    client = (event.get("details") or {}).get("client")
    who += f" (its client calls itself {client!r})" if client else ""
    return f"{moment(event['at'])}  {event['miner'] or 'daemon':<12}  {event['kind']:<12}  {event['text']}{who}"
