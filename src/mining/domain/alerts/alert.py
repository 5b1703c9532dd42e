"""Which trouble of a miner or of the machine is told, when, in which words, and when it counts as over."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, NamedTuple

from mining.domain.alerts.notification import Notification, shortened
from mining.domain.miner import Miner, ReasonCode
from mining.domain.redaction import public_text, secrets_of
from mining.domain.units import duration

_HOUR = 3600.0
_SHORT = 6  # a login of so few characters is nobody's secret, and would be found inside other words


class AlertKey(NamedTuple):
    """Whose condition it is: a miner's by name, or the machine's by the sentence that tells it."""

    kind: Literal["miner", "machine"]
    name: str


@dataclass(frozen=True)
class Firing:
    """Something that is wrong now."""

    rank: int  # 1 works badly, 2 does not work, 3 will not by itself
    at_once: bool  # whether it is told without waiting if it goes away
    title: str
    text: str


@dataclass(frozen=True)
class Resolved:
    """What is said if it was in trouble before."""

    title: str
    text: str = ""


Condition = (
    Firing | Resolved | Literal["unclear", "unwanted"]
)  # unclear: on its way; unwanted: nobody expects it to run


@dataclass(frozen=True)
class AlertState:
    """What is remembered of one key; moments in seconds of a clock that never jumps."""

    rank: int = 0  # the worst since its trouble began; 0 = none
    began: float = 0.0
    since: float = 0.0  # when that rank was reached
    notified: int = 0  # the rank that its owner knows of
    well_since: float | None = None
    over: float | None = None  # when the last trouble that was told was over
    times: int = 0  # how often it came back within an hour of that


class AlertWords(NamedTuple):
    """What a reason is called, and what it means; `{name}` is the miner's."""

    title: str
    meaning: str


_CERTIFICATE = {"CERTIFICATE_EXPIRES": 1, "CERTIFICATE_EXPIRED": 2}  # one trouble, which gets worse
_ABOUT_IT = "The certificate of --tls-cert had expired, or was about to."
_ACT = "It stays so until you act: miner-ctrl status {name}"
_CANNOT = AlertWords(
    "cannot start", "It is tried again by itself, which is unlikely to help before you act: miner-ctrl doctor"
)
_SILENT = AlertWords("does not answer", "It may mine all the same. Without a sign of life it is restarted by itself.")
_UNPAID = "It earns nothing meanwhile."
_HUNG = AlertWords("hung", "")
_DOWN = AlertWords("has stopped", "It does not mine meanwhile.")
_OTHER = AlertWords("has a problem", "Look at: miner-ctrl status {name}")
_WORDS: Mapping[ReasonCode, AlertWords] = {
    "waiting_to_restart": _DOWN,
    "crash_loop": AlertWords("ends again and again", "Starting it again does not help; see: miner-ctrl logs {name}"),
    "bad_config": AlertWords("cannot start", _ACT),
    "program_missing": _CANNOT,
    "program_changed": _CANNOT,
    "quarantined": _CANNOT,
    "spawn_failed": _CANNOT,
    "not_adopted": AlertWords("runs out of the daemon's sight", "Nothing can be known of it, nor end it, but you."),
    "api_unreachable": _SILENT,
    "garbage": AlertWords("answers nonsense", "It may mine all the same. See: miner-ctrl logs {name}"),
    "hung": _HUNG,
    "payout_differs": AlertWords("did not pay you and was stopped", _ACT),
    "pool_unreachable": AlertWords("has no pool", _UNPAID),
    "login_refused": AlertWords("is refused by its pool", _UNPAID),
    "shares_rejected": AlertWords("has its shares rejected", "The pool pays nothing for those."),
    "pool_silent": AlertWords("hears nothing from its pool", "What it computes may be lost."),
    "no_work": AlertWords("has no work that it can do", _UNPAID),
    "preparing": AlertWords("prepares its work for very long", "See: miner-ctrl logs {name}"),
    "gpu_unavailable": AlertWords("cannot use its graphics cards", "See: miner-ctrl doctor"),
    "gpu_memory_full": AlertWords("has no room on its graphics cards", "It mines much slower meanwhile."),
    "no_hashrate": AlertWords("computes nothing", "When that goes on it is restarted by itself."),
}


def condition_of(miner: Miner) -> Condition:
    """How a miner is, as far as its owner would want to be told."""
    code = miner.reason.code if miner.reason is not None else None
    if miner.wanted == "stopped" and code != "not_adopted":
        return "unwanted"
    if miner.status == "error":
        if code == "autostart_off":  # as its owner said
            return "unwanted"
        if code in (None, "autostart_delay"):  # between two moments of one verb, or of the daemon's start
            return "unclear"
        hung = miner.last_exit is not None and miner.last_exit.cause == "hang" and code == "waiting_to_restart"
        final = miner.next_restart_at is None
        return _fault(miner, 3 if final else 2, hung or final or code != "waiting_to_restart", _HUNG if hung else None)
    if miner.health != "ok":
        return _fault(miner, 2 if miner.health == "unreachable" else 1, False)
    if (
        miner.status not in ("running", "paused")
        or code == "preparing"
        or (miner.hashrate == 0 and not miner.stats.paused)
    ):
        return "unclear"
    if miner.status == "paused":
        return Resolved(f"{miner.name} is well again", "It rests, as it was told to.")
    rate = f" with {_rate(miner.hashrate)}" if miner.hashrate else ""
    return Resolved(f"{miner.name} is well again", f"It mines{rate}.")


def machine_conditions(problems: Sequence[Mapping[str, Any]], keys: Collection[AlertKey]) -> dict[AlertKey, Condition]:
    """What is wrong with the daemon itself, and what was but no longer is."""
    conditions: dict[AlertKey, Condition] = {}
    for key in keys:
        if key.kind == "machine":
            conditions[key] = Resolved("a problem of the machine is over", f"It was: {key.name}")
    for problem in problems:
        whose = f"{problem['miner']}: " if problem.get("miner") else ""
        text = shortened(public_text(f"{whose}{problem['text']}"))
        rank = _CERTIFICATE.get(problem.get("code", ""))
        key = AlertKey("machine", _ABOUT_IT if rank else text)
        conditions[key] = Firing(rank or 2, True, "the machine has a problem", text)
    return conditions


def all_conditions(
    miners: Sequence[Miner], problems: Sequence[Mapping[str, Any]], keys: Collection[AlertKey]
) -> dict[AlertKey, Condition]:
    """How everything is; miners that are known but gone are wanted by nobody."""
    conditions: dict[AlertKey, Condition] = {key: "unwanted" for key in keys if key.kind == "miner"}
    conditions |= {AlertKey("miner", miner.name): condition_of(miner) for miner in miners}
    return conditions | machine_conditions(problems, keys)


def evaluate(
    states: Mapping[AlertKey, AlertState], conditions: Mapping[AlertKey, Condition], at: datetime, now: float,
    *, quiet: bool, grace: float,
) -> tuple[dict[AlertKey, AlertState], list[Notification]]:  # fmt: skip
    """What is remembered from now on, and what is to be told. Keys without a condition stay as they are."""
    remaining, notifications = dict(states), []
    for key, condition in conditions.items():
        old = states.get(key, AlertState())
        new = _after(old, condition, now, quiet, grace)
        if isinstance(condition, Firing) and new.notified > old.notified:
            lasting = f" This has lasted for {duration(now - new.began)}." if now - new.began > 2 * grace else ""
            text = f"{condition.text}{lasting}"
            notifications.append(Notification(topic="trouble", at=at, title=condition.title, text=text))
        elif isinstance(condition, Resolved) and new.over is not None and new.over != old.over:
            text = f"{condition.text} It was in trouble for {duration(new.over - old.began)}.".strip()
            notifications.append(Notification(topic="recovered", at=at, title=condition.title, text=text))
        if new.rank or (new.over is not None and now - new.over < _HOUR):
            remaining[key] = new
        else:
            remaining.pop(key, None)
    return remaining, notifications


def _after(old: AlertState, condition: Condition, now: float, quiet: bool, grace: float) -> AlertState:
    if condition == "unwanted":
        return AlertState()
    if isinstance(condition, Firing):
        return _worse(old, condition, now, quiet, grace)
    if isinstance(condition, Resolved) and old.rank:
        return _better(old, now, quiet, grace)
    return old


def _worse(old: AlertState, fault: Firing, now: float, quiet: bool, grace: float) -> AlertState:
    new = replace(old, well_since=None, began=old.began if old.rank else now)
    if fault.rank > new.rank:
        new = replace(new, rank=fault.rank, since=now)
    due = fault.at_once or now - new.since >= grace
    if quiet or not due or fault.rank <= new.notified:
        return new
    back = not new.notified and new.over is not None and now - new.over < _HOUR
    return replace(new, notified=fault.rank, times=new.times + back)


def _better(old: AlertState, now: float, quiet: bool, grace: float) -> AlertState:
    """It must hold before it counts: longer each time that the trouble came back soon."""
    since = now if old.well_since is None else old.well_since
    hold = min(grace * 2 ** min(old.times, 8), _HOUR)
    if now - since < hold or (old.notified and quiet):
        return replace(old, well_since=since)
    return AlertState(over=since if old.notified else old.over, times=old.times)


def _fault(miner: Miner, rank: int, at_once: bool, words: AlertWords | None = None) -> Firing:
    reason = miner.reason
    usual = _WORDS.get(reason.code, _OTHER) if reason is not None else _OTHER
    words = words or (AlertWords(usual.title, _ACT) if rank == 3 else usual)
    secrets = {secret for secret in secrets_of(miner.config) if len(secret) >= _SHORT}
    text = shortened(public_text(reason.text, secrets)) if reason is not None else ""
    meaning = words.meaning.format(name=miner.name)
    return Firing(rank, at_once, f"{miner.name} {words.title}", f"{text} {meaning}".strip())


def _rate(hashrate: float) -> str:
    scaled, unit = hashrate, "H/s"
    for larger in ("kH/s", "MH/s", "GH/s", "TH/s"):
        if scaled < 1000:
            break
        scaled, unit = scaled / 1000, larger
    return f"{scaled:.3g} {unit}"
