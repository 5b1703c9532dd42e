"""How a miner is, judged from what it says, what it prints, and what its owner wants."""

import re
from dataclasses import dataclass

from mining.domain.adapter import LogSignal, Reading, Unreadable
from mining.domain.cards_in_use import CardTrouble
from mining.domain.errors import MiningError
from mining.domain.message import Message, as_sentence, message, message_of, phrase
from mining.domain.miner import Health, Reason, Status, Wanted, reason
from mining.domain.process import CannotSpawn
from mining.domain.restart import Ending, RestartDecision, RestartPolicy
from mining.domain.wording import worded

MISSED = 2  # polls without an answer before a miner counts as unreachable
SILENT_FACTOR = 8  # a pool is silent after this many expected share intervals without a share …
SILENT_LEAST = 300.0  # … but not before so many seconds
PREPARING = 900.0  # s of preparing from which on it is no longer well
WORKLESS = 300.0  # s without a worker in which its text may still say that it prepares
_BAN = re.compile(r"\bban", re.IGNORECASE)
_WORK = re.compile(r"algorithm|\bwork\b|\bjob\b", re.IGNORECASE)
_LOGIN = re.compile(r"address|wallet|login|\buser|account|payment|unauthori[sz]ed", re.IGNORECASE)


@dataclass(frozen=True)
class Observation:
    """What is known of a live process at one moment; times in seconds."""

    wanted: Wanted
    age: float  # since the spawn or adoption
    stopping: bool
    proven: bool  # its API has answered as ours in this run
    answer: Reading | Unreadable | None
    missed: int  # polls without a good answer since the last one
    trouble: LogSignal | None = None  # the last bad sign since it was last connected
    rest: LogSignal | None = None  # it rests by itself, by its text
    rejection: str | None = None  # what is wrong with its shares
    preparing_for: float | None = None  # since it began to prepare its work
    without_backend: bool = False  # its text says that no backend can do what the pool sends
    idle_for: float | None = None  # without a worker
    cards: CardTrouble | None = None  # graphics cards that it cannot use although it is to
    donating: str | None = None  # for whose authors it mines in a donation round
    other_algorithm: str | None = None  # the sentence that tells of an algorithm that nobody configured
    rated: bool = False  # it has said how fast it is, at least once
    since_share: float | None = None  # since the last accepted share, or since it is connected
    expected_share: float | None = None
    zero_for: float | None = None  # at 0 H/s although it should compute


def status(view: Observation) -> Status:
    """The status of a miner that has a process."""
    if view.stopping:
        return "stopping"
    if not view.proven:
        return "starting"
    return "paused" if isinstance(view.answer, Reading) and view.answer.paused else "running"


def health(view: Observation) -> tuple[Health, Reason | None]:
    """How it does, and why it is not simply fine."""
    if view.stopping:
        return "ok", None
    if not isinstance(view.answer, Reading) or view.missed >= MISSED:
        return _unreachable(view)
    idle = view.answer.connected is not False and not view.answer.hashrate
    rests = view.wanted != "paused" and (view.answer.paused or idle)
    if view.rest is not None and rests:
        if view.rest.kind == "user_active":
            return "ok", reason("user_active", message("health.user_active"))
        return "ok", reason("on_battery", message("health.on_battery"))
    if view.answer.paused:
        paused = message("health.paused_unasked") if rests else message("health.paused")
        return "ok", reason("paused_by_user", paused)
    if view.cards is not None and view.cards.alone:
        return "degraded", reason("gpu_unavailable", message("health.gpu_unavailable_alone", words=view.cards.words))
    if view.answer.connected is False:
        return _disconnected(view)
    verdict, why = _still(view, view.answer) or _pool(view)
    if verdict == "ok" and (why is None or why.code != "preparing"):
        return _cards(view, view.answer) or (verdict, why)
    return verdict, why


def works(view: Observation) -> bool:
    """Whether it does what it is there for, so that a trouble is over: it computes, or rests as it was told to."""
    answer = view.answer
    if not isinstance(answer, Reading) or view.missed:
        return False
    if answer.paused or answer.connected is False:  # what it says of its speed then is of the past
        return answer.paused
    return bool(answer.hashrate) or (answer.hashrate is None and not view.rated)


def failure(verdict: RestartDecision, ending: Ending, policy: RestartPolicy) -> Reason:
    """Why a miner that is wanted does not run, from how it ended."""
    text = ending.text
    if verdict.at_once:
        return reason("crash_loop", _at_once(verdict.record.alike, ending, policy))
    if verdict.delay is None:
        return reason("bad_config", message("health.bad_config", ending=text))
    if verdict.crash_loop:
        times, quick = verdict.record.quick, policy.quick
        loops = message("health.crash_loop", times=times, quick=quick, ending=text, delay=verdict.delay)
        return reason("crash_loop", loops)
    return reason("waiting_to_restart", message("health.waiting_to_restart", ending=text, delay=verdict.delay))


def not_started(error: Exception) -> Reason:
    """Why a miner that is wanted does not run, from what kept it from being started."""
    text = phrase("miner.not_started", why=getattr(error, "message", str(error)))
    code = error.details.get("reason") if isinstance(error, MiningError) else getattr(error, "reason", None)
    return Reason.model_validate({"code": code or CannotSpawn.reason, **worded(text)})


def _at_once(times: int, ending: Ending, policy: RestartPolicy) -> Message:
    if ending.words:
        words, text = ending.words, ending.text
        return message("health.ends_at_once_saying", times=times, words=words, ending=text, delay=policy.alone)
    return message("health.ends_at_once", times=times, ending=ending.text, delay=policy.alone)


def waiting_for_cards(trouble: CardTrouble, policy: RestartPolicy) -> Reason:
    """Why a miner rests until its graphics cards are tried again: the pool has nothing for it meanwhile."""
    return reason("gpu_unavailable", message("health.gpu_waits", words=trouble.words, delay=policy.longest))


def pool_is_silent(since_share: float | None, expected: float | None) -> bool:
    """Whether shares fail to arrive for so long that chance cannot be the cause (e^-8: once in 3,000)."""
    if since_share is None or expected is None:
        return False
    return since_share > max(SILENT_LEAST, SILENT_FACTOR * expected)


def _unreachable(view: Observation) -> tuple[Health, Reason | None]:
    if view.trouble is not None and view.trouble.kind == "api_failed":
        return "unreachable", reason("api_unreachable", as_sentence(view.trouble.text))
    if not view.proven and view.age < 15:  # a trouble with its pool tells nothing of its API
        return "ok", reason("preparing", message("health.just_started"))
    if isinstance(view.answer, Unreadable):
        return "unreachable", reason(view.answer.code, as_sentence(view.answer.text))
    return "unreachable", reason("api_unreachable", message("health.api_silent"))


def _disconnected(view: Observation) -> tuple[Health, Reason | None]:
    if view.trouble is None and view.age < 15:
        return "ok", reason("preparing", message("health.connecting"))
    if view.trouble is not None and view.trouble.kind == "login_refused":
        return "degraded", reason("login_refused", _refusal(view.trouble.text.rstrip(".")))
    if view.trouble is not None and view.trouble.kind == "unusable_work":
        return "degraded", reason("no_work", message("health.unusable_work", words=view.trouble.text))
    if view.trouble is not None:
        return "degraded", reason("pool_unreachable", message("health.pool_lost", words=view.trouble.text))
    return "degraded", reason("pool_unreachable", message("health.no_pool"))


def _cards(view: Observation, answer: Reading) -> tuple[Health, Reason] | None:
    """What is wrong with its graphics cards while something mines."""
    if view.cards is not None:
        return "degraded", reason("gpu_unavailable", message("health.gpu_unavailable", words=view.cards.words))
    if answer.crowded:
        return "degraded", reason("gpu_memory_full", message("health.gpu_memory_full", cards=", ".join(answer.crowded)))
    return None


def _refusal(words: str) -> Message:
    """A refusal, and what to do about it as far as its words tell."""
    if _BAN.search(words):
        return message("health.banned", words=words)
    if _WORK.search(words):
        return message("health.work_refused", words=words)
    if _LOGIN.search(words):
        return message("health.login_refused", words=words)
    return message("health.refused", words=words)


def _still(view: Observation, answer: Reading) -> tuple[Health, Reason] | None:
    """Why it computes nothing; None when it does, or has only just ceased to."""
    if answer.hashrate:
        return None
    if view.preparing_for is not None and view.preparing_for > PREPARING:
        if answer.waits_for is not None:
            return "degraded", reason("preparing", message("health.waits_for", words=answer.waits_for))
        return "degraded", reason("preparing", message("health.preparing_long", seconds=view.preparing_for))
    if view.preparing_for is None and answer.idle and (view.without_backend or (view.idle_for or 0) > WORKLESS):
        if answer.algorithm:
            return "degraded", reason("no_work", message("health.no_backend_for", algorithm=answer.algorithm))
        return "degraded", reason("no_work", message("health.no_backend"))
    if view.preparing_for is not None or answer.preparing:
        if answer.waits_for is not None:
            return "ok", reason("preparing", message("health.waits_for", words=answer.waits_for))
        return "ok", reason("preparing", message("health.preparing"))
    if view.zero_for is not None and view.zero_for > 30:
        return "degraded", reason("no_hashrate", message("health.no_hashrate", seconds=view.zero_for))
    return None


def _pool(view: Observation) -> tuple[Health, Reason | None]:
    if view.rejection is not None:
        return "degraded", reason("shares_rejected", message_of(view.rejection))
    if view.donating is not None:
        return "ok", reason("donating", message("health.donating", program=view.donating))
    if pool_is_silent(view.since_share, view.expected_share):
        since, expected = view.since_share or 0, view.expected_share or 0
        return "degraded", reason("pool_silent", message("health.pool_silent", seconds=since, expected=expected))
    if view.other_algorithm is not None:
        return "ok", reason("other_algorithm", message_of(view.other_algorithm))
    return "ok", None
