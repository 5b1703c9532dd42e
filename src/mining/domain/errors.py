"""What can go wrong, in words for the person who asked: each error says what to do next and knows no HTTP."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from mining.domain.message import Sentence, described, phrase

MOST_FAULTS = 50  # that are named; who sends more has not written them by hand


class ErrorDetail(NamedTuple):
    """One thing that is wrong with one field of what somebody sent."""

    field: str  # as the caller spells it: "pools[1].tls"
    issue: str  # a `Sentence` where it is one of ours

    def shown(self) -> dict[str, Any]:
        """As an answer shows it."""
        wording = described(self.issue) if isinstance(self.issue, Sentence) else None
        return {"field": self.field, "issue": self.issue, "wording": wording}

    @property
    def whole(self) -> str:
        """The field and what is wrong with it, as one sentence."""
        if isinstance(self.issue, Sentence):
            return phrase("fault.field", field=self.field, issue=self.issue)
        return f"{self.field}: {self.issue}"


class MiningError(Exception):
    """The root of every error that a caller is meant to read."""

    def __init__(self, message: str, **details: Any) -> None:
        super().__init__(message)
        self.message = message
        self.details = {**details, "wording": described(message)} if isinstance(message, Sentence) else details


class MinerNotFound(MiningError):
    """No miner or miner type has that name."""


class MinerAlreadyRunning(MiningError):
    """That name is live, or about to end."""


class MinerNotInstalled(MiningError):
    """The type is known, its program is not on this machine, or no longer what was registered."""


class InvalidInput(MiningError):
    """Something that was sent is wrong; the faults are named, and counted where they are too many."""

    def __init__(self, errors: Iterable[ErrorDetail], message: str | None = None) -> None:
        every = tuple(errors)
        self.errors = every[:MOST_FAULTS]
        first = self.errors[0]
        super().__init__(
            message or first.whole,
            field=first.field,
            issue=first.issue,
            fields=[fault.shown() for fault in self.errors],
            **({"more": len(every) - MOST_FAULTS} if len(every) > MOST_FAULTS else {}),
        )


class InvalidRequest(InvalidInput):
    """A request is malformed: its HTTP or JSON, a parameter, a setting, an id."""


class InvalidConfig(InvalidInput):
    """Fields of a miner's configuration, or of a profile, are wrong."""


class InvalidWallet(InvalidConfig):
    """The wallet cannot be an account of that coin, or is a placeholder."""


class PayeeNotConfirmed(MiningError):
    """`wallet_lock` holds back what would pay somebody new; `details.confirm` is the word that lets it pass."""


class PoolUnreachable(MiningError):
    """No configured pool accepts a connection."""


class InsufficientResources(MiningError):
    """This machine cannot carry that miner."""


class NotSupported(MiningError):
    """This program, or this miner at this moment, cannot do that."""


class DownloadFailed(MiningError):
    """What was asked for could not be fetched; `details.reason` says whether this machine or the vendor is silent."""


class VerificationFailed(MiningError):
    """What came is not what was promised, or nothing proves that it is; nothing of it was kept."""


class JobNotFound(MiningError):
    """No job has that id."""


class ProfileNotFound(MiningError):
    """No profile has that id."""


class ProfileAlreadyExists(MiningError):
    """Another profile has that name, capitals aside."""


class PoolNotFound(MiningError):
    """No pool of one's own has that id."""


class PoolAlreadyExists(MiningError):
    """A pool of that host and port is known already."""


class StorageFull(MiningError):
    """The disk is full, so what was asked could not be remembered; nothing was changed."""


class KeyNotFound(MiningError):
    """No access key has that id."""


class KeyAlreadyExists(MiningError):
    """Another access key has that name, capitals aside."""


class InsufficientRole(MiningError):
    """Its role does not allow that."""
