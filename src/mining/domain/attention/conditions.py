"""Which conditions hold now that need attention: of the miners, of their programs, of the rig."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from mining.domain.alerts.alert import Firing, condition_of
from mining.domain.attention import item
from mining.domain.attention.item import Action, Severity
from mining.domain.attention.limit import FigureLimit
from mining.domain.available import Available
from mining.domain.event import Event
from mining.domain.message import Message, message, message_of
from mining.domain.miner import Miner, ReasonCode
from mining.domain.pool import parse_pool
from mining.domain.programs.version import version_key
from mining.domain.redaction import public_text, secrets_of
from mining.domain.usual import Usual
from mining.domain.wording import each_param, sentence_of

LOW = 0.9  # of the usual hashrate
LOW_HOLD = 300.0  # s for which it must be that low
HOLD = 60.0  # s for which what comes and goes by itself must last
_ALARMS = frozenset({"payee.unasked", "profile.payee_unasked"})  # payees whom nobody named
ALARMED = timedelta(days=1)  # for which an alarm stays
_ENDS = frozenset({"crash", "exit", "hang", "error"})
_CLOSE = timedelta(minutes=15)  # between two ends of one trouble: the longest wait, and some life
_SHORT = 6  # a login of so few characters is nobody's secret, and would be found inside other words
_LOGS: frozenset[ReasonCode] = frozenset({"crash_loop", "garbage", "preparing", "spawn_failed", "no_hashrate"})
_CONFIG: frozenset[ReasonCode] = frozenset({"bad_config", "login_refused", "no_work", "pool_unreachable", "no_job"})
_RESTART: frozenset[ReasonCode] = frozenset({"waiting_to_restart", "api_unreachable", "hung", "pool_silent"})
_STRANGE: frozenset[ReasonCode] = frozenset({"foreign", "not_understood"})


@dataclass(frozen=True)
class Condition:
    """Something that holds now."""

    id: str
    code: str
    severity: Severity
    sentence: Message | str
    miner: str | None = None
    action: Action | None = None
    since: datetime | None = None  # None: since it was first seen
    hold: float = 0.0  # s for which it must last before it is shown
    limit: FigureLimit | None = None  # by which stored samples tell since when


def of_miner(miner: Miner, usual: Usual | None, hot: float, tells_cards: bool, now: datetime) -> Iterator[Condition]:
    """What of one miner needs attention; nothing while its owner wants it to rest. `hot` in °C."""
    firing, reason = condition_of(miner), miner.reason
    code = reason.code if reason is not None else "trouble"
    if isinstance(firing, Firing):
        sentence = _public(reason.sentence, miner) if reason is not None else firing.text
        severity: Severity = "error" if firing.rank > 1 else "warning"
        since = miner.last_exit.at if miner.status == "error" and miner.last_exit is not None else None
        yield Condition(f"{miner.name}:{code}", code, severity, sentence, miner.name, _step(miner, code), since)
    elif miner.wanted != "stopped" and miner.status == "error" and reason is not None:
        if code == "autostart_off":
            yield Condition(f"{miner.name}:{code}", code, "hint", reason.sentence, miner.name, item.start(miner.name))
        elif reason.message == "autostart.boot_loop":
            action = item.start(miner.name)
            yield Condition(f"{miner.name}:boot_loop", "boot_loop", "warning", reason.sentence, miner.name, action)
    if miner.wanted == "running" and miner.status == "running":
        yield from _of_running(miner, usual, hot, tells_cards, now)


def _of_running(miner: Miner, usual: Usual | None, hot: float, tells_cards: bool, now: datetime) -> Iterator[Condition]:
    name, stats = miner.name, miner.stats
    if miner.payout_lock is not None and miner.payout_lock.state == "differs":
        differs = sentence_of(miner.payout_lock)
        yield Condition(f"{name}:payout_differs", "payout_differs", "error", differs, name, item.timeline())
    if miner.program_issue is not None:
        action = item.settle(miner.type) if "register" in miner.program_issue else item.examine()
        yield Condition(
            f"{name}:program_issue", "program_issue", "warning", message_of(miner.program_issue), name, action
        )
    elif miner.next_version is not None:
        waits = message("attention.restart_for_version", version=miner.next_version, running=miner.version or "?")
        yield Condition(f"{name}:next_version", "next_version", "hint", waits, name, item.restart(name))
    if stats.quality not in ("valid", "zero"):
        return
    degrees = [(gpu.temperature, gpu.name or f"GPU {gpu.id}") for gpu in stats.gpu if gpu.temperature is not None]
    degrees += [(stats.cpu.temperature, "CPU")] if stats.cpu.temperature is not None and not miner.simulated else []
    hottest, device = max(degrees, default=(0.0, ""))
    if hottest >= hot:
        sentence = message("attention.hot", device=device, temperature=round(hottest), limit=round(hot))
        limit = FigureLimit("temperature", "from", hot)
        yield Condition(f"{name}:hot", "hot", "warning", sentence, name, item.edit_config(), hold=HOLD, limit=limit)
    if stats.donating:
        return
    backends = [miner.config.get(name) or {} for name in ("cuda", "opencl")]
    wanted = sum(len(set(each.get("devices", ()))) for each in backends if each.get("enabled"))
    unusable = miner.reason is not None and miner.reason.code == "gpu_unavailable"  # which says as much
    if not unusable and len(stats.gpu) < wanted and (stats.gpu or tells_cards):
        sentence = message("attention.gpus_missing", mining=len(stats.gpu), wanted=wanted)
        yield Condition(f"{name}:gpus_missing", "gpus_missing", "warning", sentence, name, item.logs(name), hold=HOLD)
    yield from _of_pool(miner, now)
    median = usual.median if usual is not None and usual.algorithm == stats.algorithm else None
    if miner.reason is None and median and stats.hashrate is not None and 0 < stats.hashrate < LOW * median:
        sentence = message("attention.low_hashrate", percent=int(100 * stats.hashrate / median))
        id, limit = f"{name}:low_hashrate", FigureLimit("hashrate", "below", LOW * median, stats.algorithm)
        yield Condition(id, "low_hashrate", "warning", sentence, name, item.logs(name), hold=LOW_HOLD, limit=limit)


def _of_pool(miner: Miner, now: datetime) -> Iterator[Condition]:
    """Whether it mines at another pool than its first, since that does not answer."""
    link = miner.stats.connection
    pools = [miner.config, *miner.config.get("pools", ())]
    first, *others = [parse_pool(pool["pool"]).endpoint for pool in pools]
    if link.connected and link.pool != first and link.pool in others:
        since = now - timedelta(seconds=link.uptime) if link.uptime else None
        sentence = message("attention.failover", pool=link.pool, first=first)
        id = f"{miner.name}:failover"
        yield Condition(id, "failover", "warning", sentence, miner.name, item.edit_config(), since, HOLD)


def of_program(kind: Available) -> Iterator[Condition]:
    """What is known against a program that is here, and whether there is a newer one."""
    here, latest = kind.installed_version, kind.latest_version
    if not kind.installed or here is None:
        return
    newer = kind.origin == "installed" and latest is not None and version_key(latest) > version_key(here)
    action = item.update(kind.type) if newer else None
    for advisory in kind.advisories:
        sentence = message("attention.advisory", program=kind.title, version=here, advisory=advisory)
        yield Condition(f"advisory:{kind.type}:{_sum(advisory)}", "advisory", "warning", sentence, None, action)
    if newer and latest is not None:
        sentence = message("attention.update", program=kind.title, version=latest, installed=here)
        yield Condition(f"update:{kind.type}", "update", "hint", sentence, None, action, kind.latest_published_at)


def of_problem(problem: Mapping[str, Any]) -> Condition:
    """A problem of the daemon itself."""
    code, whose = str(problem["code"]).lower(), problem.get("miner")
    sentence = message_of(problem["text"])
    action = {"open_to_all": item.edit_settings(), "audit": item.examine(), "storage": item.examine()}.get(code)
    severity: Severity = "warning" if code == "log_not_kept" else "error"
    return Condition(f"{code}:{whose or _sum(str(sentence))}", code, severity, sentence, whose, action)


def of_target(target: str, issue: str, since: datetime) -> Condition:
    """A target of notifications that takes none; `target` is masked."""
    sentence = message("attention.unsent", target=target, issue=issue)
    return Condition(f"unsent:{_sum(target)}", "unsent", "warning", sentence, None, item.test_notifications(), since)


def of_heartbeat(target: str, issue: str, since: datetime) -> Condition:
    """Somebody outside waits for a sign of life in vain; `target` is masked."""
    sentence = message("attention.heartbeat", target=target, issue=issue)
    return Condition("heartbeat", "heartbeat", "warning", sentence, None, item.edit_settings(), since)


def of_alarm(event: Event) -> Iterator[Condition]:
    """An event about whom the rig pays that nobody asked for."""
    if event.message in _ALARMS:
        sentence = sentence_of(event)
        yield Condition(f"payout:{event.seq}", "payout", "error", sentence, event.miner, item.timeline(), event.at)


def known_since(events: Iterable[Event], conditions: Sequence[Condition]) -> dict[str, datetime]:
    """Since when these hold, as far as the timeline tells; its events come newest first.

    Ends of one miner that follow each other closely are one trouble.
    """
    open_to, began = {each.id: each for each in conditions}, dict[str, datetime]()
    for event in events:
        for id, condition in list(open_to.items()):
            if event.miner != condition.miner:
                continue
            if _tells_of(event, condition, began.get(id, condition.since)):
                began[id] = event.at
            elif event.kind in ("recovered", "start") or (
                event.kind == "restart" and (event.who is not None or condition.since is None)
            ):
                del open_to[id]
    return began


def _tells_of(event: Event, condition: Condition, next_end: datetime | None) -> bool:
    """Whether an event tells that a condition holds."""
    if event.kind == "storage":
        return event.text == str(condition.sentence)
    if event.kind == "degraded":
        return event.details.get("reason") == condition.code
    return event.kind in _ENDS and next_end is not None and next_end - event.at <= _CLOSE


def _step(miner: Miner, code: str) -> Action | None:
    """What to do about the reason of a miner."""
    name, type = miner.name, miner.type
    if code in _CONFIG:
        return item.edit_config()
    if code in _RESTART:
        return item.restart(name)
    if code in _STRANGE:
        return item.forget(name)
    steps: Mapping[str, Action] = {
        "program_missing": item.install(type),
        "program_changed": item.settle(type),
        "quarantined": item.examine(),
        "gpu_unavailable": item.examine(),
        "gpu_memory_full": item.restart(name),
        "payout_differs": item.timeline(),
    }
    return steps.get(code, item.logs(name) if code in _LOGS or code != "not_adopted" else None)


def _public(sentence: Message | str, miner: Miner) -> Message | str:
    """A sentence without what only the owner may read, for it goes to whoever may look."""
    secrets = {secret for secret in secrets_of(miner.config) if len(secret) >= _SHORT}
    return each_param(sentence, lambda text: public_text(text, secrets))


def _sum(text: str) -> str:
    """A short name for a text."""
    return f"{zlib.crc32(text.encode()):08x}"
