"""Miner, one instance of a miner type: how it is, what is remembered of it."""

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field

from mining.domain.config import NOWHERE, Config
from mining.domain.config_0_1_0 import written_out
from mining.domain.message import Message, Param, message_of
from mining.domain.metrics import PerformanceMetrics
from mining.domain.payout_lock import PayoutLock
from mining.domain.restart import Cause
from mining.domain.stored import EPOCH, Stored
from mining.domain.value import Moment, ShownAs, Value
from mining.domain.wording import Text, Worded, sentence_of, text_of, worded

MINER_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
Status = Literal["starting", "running", "paused", "stopping", "stopped", "error"]
Health = Literal["ok", "degraded", "unreachable"]
Wanted = Literal["running", "paused", "stopped"]
ReasonCode = Literal[
    "preparing", "pool_unreachable", "login_refused", "pool_silent", "shares_rejected", "paused_by_user", "on_battery",
    "user_active", "no_work", "donating", "other_algorithm",
    "no_job", "too_hot", "hung", "crash_loop", "bad_config", "quarantined", "program_missing", "program_changed",
    "api_unreachable", "garbage", "waiting_to_restart", "no_hashrate", "stopped_by_user", "spawn_failed", "not_adopted",
    "autostart_off", "autostart_delay", "not_understood", "foreign", "payout_differs", "gpu_unavailable",
    "gpu_memory_full",
]  # fmt: skip


class Reason(Worded):
    """Why a miner is not simply fine, in one word for programs and one sentence for people."""

    code: ReasonCode
    text: str
    message: str | None = Field(None, description="The code of `text`; null where it has none.")
    params: dict[str, Param] = Field({}, description="What `text` speaks of, by name; times in seconds.")

    @property
    def whole(self) -> str:
        """The text, which can still be said otherwise where it is a message."""
        return text_of(self)

    @property
    def sentence(self) -> Message | str:
        """The text, as a message where it is one."""
        return sentence_of(self)


def reason(code: ReasonCode, sentence: Message | str) -> Reason:
    """A reason in a sentence that can be said in other languages, or in somebody else's words."""
    return Reason(code=code, **worded(sentence))


class LastExit(Value):
    """How the last process ended. `code` and `signal` are null where they are unknown: it was not our child.

    The signal is known all the same where the program named it.
    """

    code: int | None = None
    signal: int | None = None
    cause: Cause
    at: Moment


class MinerPayee(Value):
    """Who is paid at one of a miner's pools."""

    pool: str = Field(description="host:port")
    payee: str | None = Field(description="The address or account, masked; null: the login names none.")
    worker: str | None = Field(description="What the pool calls this machine.")
    coin: str | None = Field(description="The coin that is paid, by its ticker where that is known.")
    page: str | None = Field(description="The pool's own page of this payee; null: none is documented.")
    second: bool = Field(False, description="Whether it is the pool of the second work.")


class Miner(Value):
    """One instance of a miner type, known by name."""

    name: str
    type: str
    status: Status
    health: Health
    reason: Reason | None = None
    wanted: Wanted
    pid: int | None = None
    started_at: Moment | None = None
    stopped_at: Moment | None = None
    uptime: int = Field(0, description="s")
    hashrate: float | None = Field(None, description="H/s")
    version: str | None = None
    next_version: str | None = Field(
        None, description="The program that the next start will use, where it is another than the running one"
    )
    program_issue: Text | None = Field(
        None, description="What keeps the program of this live miner from being started again; null: nothing is known"
    )
    path: str | None = None
    profile_id: str | None = None
    pool_page: str | None = Field(None, description="The pool's own page of this wallet; null: none is documented")
    payees: tuple[MinerPayee, ...] = Field((), description="Who is paid at each of its pools, in their order.")
    config: Annotated[dict[str, Any], ShownAs(Config)] = Field(
        description="The Config as it was said, without passwords."
    )
    payout_lock: PayoutLock | None = Field(
        None,
        description="Whether it pays whom it was started to pay; null: it does not run, or its program cannot tell",
    )
    restarts: int = 0
    next_restart_at: Moment | None = None
    last_exit: LastExit | None = None
    stats: PerformanceMetrics = PerformanceMetrics()
    simulated: bool = False

    @property
    def live(self) -> bool:
        """Whether it has a process or a pending restart."""
        return self.status in ("starting", "running", "paused", "stopping") or self.next_restart_at is not None

    def masked(self) -> Self:
        """A copy for eyes that must not see wallets or paths."""
        config = Config.model_validate_json(json.dumps(self.config)).masked().public_json()
        payees = tuple(each.but(worker=None, page=None) for each in self.payees)
        return self.but(config=config, path=None, pool_page=None, payees=payees)


class MinerRecord(Stored):
    """What is remembered of a miner while no daemon runs: whose word it follows."""

    stand_ins: ClassVar = {
        "type": "unknown",
        "config": NOWHERE,
        "wanted": "running",  # "stopped" would end a miner that lives
        "consentBy": "unknown",
        "consentAt": EPOCH,
    }
    needed: ClassVar = ("type", "config", "wanted")

    name: str
    type: str
    config: Config
    wanted: Wanted
    profile_id: str | None = None
    consent_by: str = Field(description="Who started it first.")
    consent_at: Moment
    restarts: int = 0
    stopped_at: Moment | None = None
    last_exit: LastExit | None = None
    halted: Reason | None = Field(
        None, description="Why it stays stopped although it is wanted, until a person speaks."
    )
    untried: bool | None = Field(  # not false, which every record would hold then
        None, description="Whether a person has given it a configuration with which it has computed nothing so far."
    )

    @classmethod
    def of_0_1_0(cls, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """With what its fail-over pools inherited written out."""
        return written_out(row)

    @property
    def barred(self) -> Reason | None:
        """Why no rule may start it."""
        if self.halted is not None:
            return self.halted
        text = self.not_understood
        return None if text is None else reason("not_understood", message_of(text))
