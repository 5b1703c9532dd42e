"""MiningProfile, a configuration saved under a name, and how one is read from somebody's JSON."""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Protocol, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationError
from pydantic.alias_generators import to_camel

from mining.domain.adapter import MinerType
from mining.domain.config import NOWHERE, Config, payees, placeholder_errors, read_config
from mining.domain.config_0_1_0 import written_out
from mining.domain.config_check import config_errors, worker_warnings
from mining.domain.errors import (
    ErrorDetail,
    InvalidConfig,
    InvalidInput,
    InvalidWallet,
    MinerNotFound,
)
from mining.domain.message import phrase
from mining.domain.payout.wallet import wallet_warnings
from mining.domain.principal import Principal
from mining.domain.request_body import object_in
from mining.domain.spelling import respelled, spelling_warnings
from mining.domain.stored import EPOCH, Stored
from mining.domain.validation import errors_in
from mining.domain.value import Moment, Value
from mining.domain.wording import PAYOUT_WORDINGS, WARNING_WORDINGS, Text, Wording

MOST_IMPORTED = 1000


def _trimmed(text: Any) -> Any:
    return text.strip() if isinstance(text, str) else text


def _printable(text: str) -> str:
    if not re.sub(r"[\r\n\t]", " ", text).isprintable():
        raise ValueError(phrase("fault.control_characters"))
    return text


ProfileName = Annotated[
    str,
    Field(min_length=1, max_length=100, pattern=r"^[^\r\n\t]*$"),
    AfterValidator(_printable),
    BeforeValidator(_trimmed),
]


class ProfileHead(Value):
    """What a profile says beside its configuration."""

    name: ProfileName = Field(examples=["XMR - SupportXMR"])
    description: Annotated[str, Field(max_length=1000), AfterValidator(_printable)] = Field(
        "", examples=["Monero mining on SupportXMR pool"]
    )
    miner_type: Annotated[str, Field(min_length=1, max_length=64)] = Field(examples=["xmrig"])


class ProfileDraft(ProfileHead):
    """A profile as its owner writes it."""

    config: Config
    _notes: tuple[str, ...] = PrivateAttr(())

    @property
    def notes(self) -> tuple[str, ...]:
        """What its writer should know of the way it is written."""
        return self._notes


class Profile(ProfileDraft):
    """A profile to save. What is ours to say may come with it and is ignored."""

    id: Any = None
    created_at: Any = None
    updated_at: Any = None
    warnings: Any = None
    warning_wordings: Any = None
    message: Any = None
    payout: Any = None
    payout_wordings: Any = None


READ_ONLY = frozenset(to_camel(name) for name in Profile.model_fields.keys() - ProfileDraft.model_fields.keys())


class ProfilesImport(Value):
    """What an export answered; each of `profiles` is judged by itself."""

    model_config = ConfigDict(extra="ignore")

    profiles: list[Any] = Field(max_length=MOST_IMPORTED, description="Each as an export tells it.")


class MiningProfile(ProfileDraft, Stored):
    """A saved mining configuration."""

    stand_ins: ClassVar = {"minerType": "unknown", "config": NOWHERE, "createdAt": EPOCH, "updatedAt": EPOCH}
    needed: ClassVar = ("minerType", "config")

    id: str = Field(description="A UUID, given when it is made.")
    created_at: Moment
    updated_at: Moment

    @classmethod
    def of_0_1_0(cls, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """With what its fail-over pools inherited written out."""
        return written_out(row)

    def public_json(self) -> dict[str, Any]:
        """JSON for its owner, without passwords."""
        return self.to_json(exclude={"config"}) | {"config": self.config.public_json()}

    def masked(self) -> Self:
        """A copy for eyes that must not see wallets."""
        return self.but(config=self.config.masked().but(options={}))

    def exported(self, secrets: bool) -> dict[str, Any]:
        """JSON for another machine; with its passwords only when `secrets`."""
        config = self.config.public_json()
        if secrets:
            whole = self.config.to_json(exclude_none=True)
            config = {key: value for key, value in whole.items() if value not in ([], {})}
        return self.to_json(include={"name", "description", "miner_type"}) | {"config": config}


class SavedProfile(MiningProfile):
    """The answer to a change: the profile, and what its owner should know."""

    warnings: tuple[Text, ...] = ()
    warning_wordings: tuple[Wording, ...] = Field((), description=WARNING_WORDINGS)
    payout: tuple[Text, ...] = Field((), description="What changes about who is paid: `old wallet … → new wallet …`.")
    payout_wordings: tuple[Wording, ...] = Field((), description=PAYOUT_WORDINGS)


class DeletedProfile(MiningProfile):
    """The answer to a deletion: the profile that was, and what happened in words."""

    message: str


class Imported(Value):
    """What became of one profile of an import."""

    name: str
    result: Literal["created", "replaced", "skipped"]
    id: str | None = None
    reason: str | None = Field(None, description="Why it was skipped.")
    wordings: tuple[Wording, ...] = Field((), description="The sentences of `reason`, to be said in another language.")
    warnings: tuple[Text, ...] = ()
    warning_wordings: tuple[Wording, ...] = Field((), description=WARNING_WORDINGS)
    payout: tuple[Text, ...] = Field((), description="What changes about who is paid: `old wallet … → new wallet …`.")
    payout_wordings: tuple[Wording, ...] = Field((), description=PAYOUT_WORDINGS)


class ImportedProfiles(Value):
    """The answer to an import: a result for each profile, in their order."""

    results: tuple[Imported, ...]


class ExportedProfiles(Value):
    """Profiles for another machine; what an import reads."""

    format: Literal["mining-profiles"] = "mining-profiles"
    version: int = 1
    profiles: tuple[ProfileDraft, ...]


class Refused(NamedTuple):
    """One item of an import that is no profile, and why."""

    name: str
    reason: str
    wordings: tuple[Wording, ...] = ()


class Profiles(Protocol):
    """Everybody's saved profiles; every call raises a MiningError when it cannot do what is asked."""

    async def all(self) -> Sequence[MiningProfile]:
        """Every profile, by name."""

    async def one(self, id: str) -> MiningProfile:
        """One profile; ProfileNotFound otherwise."""

    async def create(self, draft: ProfileDraft, *, who: Principal, confirm: str | None = None) -> MiningProfile:
        """Save a new one; ProfileAlreadyExists when its name is taken. `confirm` is what PayeeNotConfirmed named."""

    async def change(
        self, id: str, draft: ProfileDraft, *, who: Principal, confirm: str | None = None
    ) -> MiningProfile:
        """Put a draft in place of what is saved; passwords that are not said again are kept."""

    async def delete(self, id: str, *, who: Principal) -> MiningProfile:
        """Delete one; miners that were started from it go on."""

    async def take_in(
        self, drafts: Sequence[ProfileDraft | Refused], *, replace: bool, who: Principal, confirm: str | None = None
    ) -> Sequence[Imported]:
        """Save several at once; those whose name is taken are skipped, or replace what is saved."""


def same_name(name: str) -> str:
    """What two names have in common that count as one: capitals and ways of writing accents aside."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def slug(name: str) -> str:
    """`XMR - SupportXMR` → `xmr-supportxmr`; empty when no letter or digit of ASCII is left."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")


def miner_name(profile: MiningProfile, taken: Collection[str]) -> str:
    """The name of its miner: its slug, or its type where nothing is left or other types or words have that name."""
    name = slug(profile.name)
    return profile.miner_type if name in taken or not name else name


def warnings_of(draft: ProfileDraft, kind: MinerType) -> tuple[str, ...]:
    """What keeps a profile that is fine from being started, and what its owner should know of who is paid."""
    if not kind.facts.checks_pool:
        return ()
    config = draft.config
    unfilled = [
        phrase("wallet.unfilled", field=f"config.{field}", why=issue) for field, issue in placeholder_errors(config)
    ]
    return (*unfilled, *wallet_warnings(payees(config)), *worker_warnings(kind, config))


def read_profile(raw: bytes | str, kind_of: Callable[[str], MinerType]) -> ProfileDraft:
    """Read a profile from JSON; `kind_of` gives a miner type or raises MinerNotFound.

    Raises InvalidConfig with every fault at once, InvalidWallet when wallets are the only thing wrong, or
    InvalidRequest when it is no JSON object.
    """
    return draft_in(object_in(raw), kind_of)


def draft_in(body: dict[str, Any], kind_of: Callable[[str], MinerType]) -> ProfileDraft:
    """The profile in an object of JSON."""
    named = respelled(Profile, {key: value for key, value in body.items() if key != "config"})
    fields = {key: value for key, value in named.items() if key not in READ_ONLY}
    errors, head = _head(fields)
    kind: MinerType | None = None
    if isinstance(fields.get("minerType"), str) and not any(fault.field == "minerType" for fault in errors):
        try:
            kind = kind_of(fields["minerType"])
        except MinerNotFound as error:
            errors.append(ErrorDetail("minerType", error.message))
    config, config_faults, only_wallets = config_in(body, kind)
    if config_faults and only_wallets and not errors:
        raise InvalidWallet(config_faults)
    if errors or config_faults or head is None or config is None:
        raise InvalidConfig([*errors, *config_faults])
    draft = ProfileDraft(name=head.name, description=head.description, miner_type=head.miner_type, config=config)
    draft._notes = tuple(spelling_warnings(Profile, body))
    return draft


def _head(body: dict[str, Any]) -> tuple[list[ErrorDetail], ProfileHead | None]:
    try:
        return [], ProfileHead.model_validate_json(json.dumps(body))
    except ValidationError as error:
        return errors_in(error, Profile), None
    except RecursionError:
        return [ErrorDetail("body", phrase("fault.too_deep"))], None


def config_in(body: dict[str, Any], kind: MinerType | None) -> tuple[Config | None, list[ErrorDetail], bool]:
    """The configuration, or what is wrong with it and whether that is wallets alone."""
    if "config" not in body:
        return None, [ErrorDetail("config", phrase("fault.required"))], False
    try:
        if kind is None:
            return read_config(json.dumps(body["config"]), lambda _: (), check_wallet=False), [], False
        more = partial(config_errors, kind)
        return read_config(json.dumps(body["config"]), more, check_wallet=kind.facts.checks_pool), [], False
    except InvalidInput as error:
        errors = [
            ErrorDetail(f"config.{field}".replace("config.body", "config"), issue) for field, issue in error.errors
        ]
        return None, errors, isinstance(error, InvalidWallet)
    except RecursionError:
        return None, [ErrorDetail("config", phrase("fault.too_deep"))], False
