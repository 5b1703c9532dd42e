"""What the page shows, as text: lines of hashrate, cells of the list, totals, who is paid."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from mining.cli.columns import UNKNOWN, ago
from mining.cli.tables import brief_shares, hashrate, lasting, status
from mining.cli.terminal.feed import FeedState
from mining.cli.terminal.state import SPAN, Miner, Sample

_BARS = " ▁▂▃▄▅▆▇█"
_DUE = 20.0  # s; a daemon to which nobody listens samples every 10
_EIGHTHS = len(_BARS) - 1
SEVERITY = {"error": "✗", "warning": "!", "hint": "·"}
HEADS = {
    "name": "Miner", "status": "Status", "hashrate": "Hashrate", "spark": "Last 10 min", "shares": "Shares",
    "temperature": "Temp", "uptime": "Uptime", "pool": "Pool",
}  # fmt: skip
NUMBERS = frozenset({"hashrate", "shares", "temperature", "uptime"})  # which stand at the right
_NARROW = {"name": 12, "status": 13, "hashrate": 11, "shares": 8, "temperature": 5}  # 60 columns
_OPTIONAL = (("spark", 12, 76), ("uptime", 9, 100), ("pool", 24, 124))
_IDLE = ("stopped", "error")


def chart(samples: Sequence[Sample], now: float, width: int, height: int = 1) -> list[str]:
    """The hashrates of the last ten minutes as lines of bars over a zero line; a gap where nothing is known."""
    means = [_mean(samples, now - SPAN * place / width, SPAN / width) for place in reversed(range(width))]
    top = max((mean for mean in means if mean is not None), default=0.0)
    levels = [None if mean is None else round(mean / top * height * _EIGHTHS) if top else 0 for mean in means]
    return ["".join(_bar(level, row) for level in levels) for row in reversed(range(height))]


def _mean(samples: Sequence[Sample], end: float, step: float) -> float | None:
    """The mean of what was measured in a step that ends then; a sample counts until the next one is due."""
    first, after = (bisect_right(samples, at, key=itemgetter(0)) for at in (end - max(step, _DUE), end))
    rates = [rate for _, rate in samples[first:after] if rate is not None]
    return sum(rates) / len(rates) if rates else None


def _bar(level: int | None, row: int) -> str:
    if level is None:
        return " "
    if row == 0:
        level = max(level, 1)
    return _BARS[max(0, min(_EIGHTHS, level - row * _EIGHTHS))]


def degrees(value: float | None) -> str:
    """A temperature without what no sensor measures."""
    return UNKNOWN if value is None else f"{value:.0f} °C"


def temperature(stats: Mapping[str, Any]) -> float | None:
    """The hottest of its processor and cards, °C."""
    every = [stats["cpu"]["temperature"], *(card["temperature"] for card in stats["gpu"])]
    return max((each for each in every if each is not None), default=None)


def state(miner: Miner) -> str:
    """Its status as a sign and a word; that it is not well in place of `running`."""
    unwell = miner["status"] == "running" and miner["health"] != "ok"
    return f"! {miner['health']}" if unwell else status(miner)


def columns(width: int) -> dict[str, int]:
    """The columns of the list and how wide each is, for so many characters; what matters less comes with more room."""
    wide = dict(_NARROW)
    for name, needed, least in _OPTIONAL:
        if width >= least:
            wide[name] = needed
    spare = max(0, width - sum(wide.values()) - 2 * len(wide) - 1)  # two around each, and the scroll bar
    for name, share in (("spark", 0.5), ("name", 0.3), ("pool", 0.2)):
        if name in wide:
            wide[name] += int(spare * share)
    return {name: wide[name] for name in HEADS if name in wide}


def cells(miner: Miner, samples: Sequence[Sample], now: float, spark: int) -> dict[str, str]:
    """One line of the list, by the name of its column."""
    stats, idle = miner["stats"], miner["status"] in _IDLE
    return {
        "name": miner["name"],
        "status": state(miner),
        "hashrate": UNKNOWN if idle else hashrate(stats["hashrate"]),
        "spark": "" if idle else chart(samples, now, spark)[0],
        "shares": brief_shares(stats["shares"]),
        "temperature": UNKNOWN if idle else degrees(temperature(stats)),
        "uptime": UNKNOWN if idle else lasting(stats["uptime"] or None),
        "pool": stats["connection"]["pool"] or UNKNOWN,
    }


def totals(miners: Iterable[Miner]) -> str:
    """The hashrate of each algorithm, what only pretends apart, and how many miners are of each status."""
    counts: dict[str, int] = {}
    rates: dict[tuple[str, bool], float] = {}
    for miner in miners:
        counts[miner["status"]] = counts.get(miner["status"], 0) + 1
        for work in miner["stats"]["work"] if miner["status"] not in _IDLE else ():
            if work["algorithm"] and work["hashrate"] is not None:
                key = (work["algorithm"], miner["simulated"])
                rates[key] = rates.get(key, 0.0) + work["hashrate"]
    parts = []
    for (algorithm, simulated), rate in sorted(rates.items()):
        parts.append(f"{algorithm} {hashrate(rate)}" + (" simulated" if simulated else ""))
    parts += [f"{count} {word}" for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    return " · ".join(parts) or "No miners"


def attention(item: Mapping[str, Any]) -> tuple[str, str]:
    """What needs attention as its sign and sentence, and the next step; the second is empty where there is none."""
    whose = f"{item['miner']}: " if item["miner"] and item["miner"] not in item["text"] else ""
    action = item["action"] or {}
    step = ": ".join(each for each in (action.get("label"), action.get("command")) if each)
    return f"{SEVERITY[item['severity']]} {whose}{item['text']} ({ago(item['since'])})", step


def gone(connection: FeedState) -> str:
    """Since when the daemon does not answer, why, and what to do."""
    since = "Nothing was heard yet."
    if connection.since:
        since = f"These are the values of {datetime.fromtimestamp(connection.since):%H:%M:%S}."
    why = connection.text.splitlines()[:2]
    return "\n".join([f"{since} The page tries again by itself.", *(line[:1].upper() + line[1:] for line in why)])


def payees(miner: Miner) -> str:
    """Who is paid, as the API masks it, and where."""
    lines = []
    for payee in miner["payees"]:
        worker = f" as {payee['worker']}" if payee["worker"] else ""
        lines.append(f"{payee['payee'] or 'nobody named'}{worker} at {payee['pool']}")
    return "\n".join(lines) or "nobody"


def facts(miner: Miner, samples: Sequence[Sample], brief: bool = False) -> list[tuple[str, str]]:
    """What is to be said of the chosen miner; `brief` leaves out what a small terminal has no room for."""
    stats, pairs = miner["stats"], [("Pays", payees(miner))]
    if miner["reason"] and miner["status"] != "running":
        pairs.insert(0, ("Reason", miner["reason"]["text"]))
    if not brief:
        words = (miner["type"], miner["version"], stats["algorithm"])
        made_up = "; its figures are made up" if miner["simulated"] else ""
        pairs.append(("Program", " ".join(word for word in words if word) + made_up))
    cpu = stats["cpu"]["temperature"]
    heat = [("CPU", cpu)] if cpu is not None else []
    heat += [(f"GPU {card['id']}", card["temperature"]) for card in stats["gpu"]]
    if heat:
        pairs.append(("Heat", ", ".join(f"{name} {degrees(value)}" for name, value in heat)))
    rates = [rate for _, rate in samples if rate is not None]
    if rates and not brief:
        pairs.append(("Last 10 min", f"{hashrate(min(rates))} to {hashrate(max(rates))}"))
    return pairs
