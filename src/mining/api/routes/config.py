"""What the starts of a miner and of a profile have in common: the name, and a configuration that is checked."""

from collections.abc import Collection, Sequence
from functools import partial

from mining.api.call import Call
from mining.api.envelope import error_code
from mining.api.parameter import Parameter, flag, named, text
from mining.domain.adapter import MinerType
from mining.domain.config import Config, read_config
from mining.domain.config_check import config_errors
from mining.domain.errors import ErrorDetail, InvalidConfig, InvalidInput, InvalidRequest, MiningError
from mining.domain.message import phrase
from mining.domain.miner import MINER_NAME
from mining.domain.profile import MiningProfile
from mining.domain.request_body import json_in, object_in
from mining.domain.rig import Started
from mining.domain.spelling import spelling_warnings
from mining.domain.start_check import StartError
from mining.domain.wording import warned, wording_of

RESERVED = frozenset({"available", "summary", "stop-all", "restart-all", "pause-all", "resume-all", "check"})
NAME_ISSUE = phrase("fault.miner_name")
FORCE = flag("force", "Start although the pool is unreachable or resources are short.")
CONFIRM = text("confirm", "With `wallet_lock` on: the confirmation that the refusal of the same request has named.")
SEED_CONFIG = {
    "pool": "stratum+tcp://pool.supportxmr.com:3333",
    "wallet": "YOUR_WALLET_ADDRESS",
    "algo": "rx/0",
    "threads": 4,
    "cpuPriority": 3,
    "cuda": {"enabled": False, "devices": []},
    "opencl": {"enabled": False, "devices": []},
}


def name_parameter(description: str) -> Parameter[str | None]:
    """The name for a new miner."""
    return named("name", description, MINER_NAME, NAME_ISSUE)


def name_errors(name: str | None, own: str, types: Collection[str]) -> list[ErrorDetail]:
    """Why a new miner of type `own` cannot have a name that is well-formed."""
    if name in RESERVED:
        return [ErrorDetail("name", phrase("fault.reserved", words=", ".join(sorted(RESERVED))))]
    if name != own and name in types:
        return [ErrorDetail("name", phrase("fault.name_of_type"))]
    return []


def checked_config(body: bytes, kind: MinerType, more: Sequence[ErrorDetail]) -> Config:
    """The Config in a body, checked for its type; every fault at once, those of the query included."""
    try:
        config = read_config(body, partial(config_errors, kind), check_wallet=kind.facts.checks_pool)
    except InvalidInput as error:
        if not more:
            raise
        kind_of_error = InvalidConfig if isinstance(error, InvalidConfig) else InvalidRequest
        raise kind_of_error([*more, *error.errors]) from error
    if more:
        raise InvalidRequest(more)
    return config


def notes(body: bytes) -> Sequence[str]:
    """What is to be said of the way in which a configuration is written."""
    return spelling_warnings(Config, json_in(body)) if body else ()


def config_notes(body: bytes) -> Sequence[str]:
    """The same of one that stands in a body under `config`."""
    return spelling_warnings(Config, object_in(body).get("config"), "config.")


def noted(started: Started, body: bytes) -> Started:
    """The answer to a start, with what is to be said of the way in which its configuration is written."""
    return started.but(**warned((*notes(body), *started.warnings)))


def start_errors(error: MiningError) -> Sequence[StartError]:
    """What a start would be refused for: one for each field where fields are wrong."""
    code = error_code(error)
    if isinstance(error, InvalidInput):
        return [
            StartError(code=code, message=each.issue, field=each.field, wording=wording_of(each.issue))
            for each in error.errors
        ]
    return [StartError(code=code, message=error.message, wording=wording_of(error.message))]


def checked_again(call: Call, profile: MiningProfile) -> Config:
    """A saved configuration that this version still understands: what it was checked by may have learnt since."""
    profile.refuse_unknown(f"Profile {profile.name!r}")
    kind = call.rig.kind(profile.miner_type)
    errors = [ErrorDetail(f"config.{field}", issue) for field, issue in config_errors(kind, profile.config)]
    if errors:
        raise InvalidConfig(errors)
    return profile.config
