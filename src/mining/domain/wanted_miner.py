"""How a miner shall run, as it is read from somebody's JSON with every fault named."""

from collections.abc import Callable

from mining.domain.adapter import MinerType
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail, InvalidConfig, InvalidRequest, InvalidWallet, MinerNotFound
from mining.domain.message import phrase
from mining.domain.profile import config_in
from mining.domain.request_body import object_in
from mining.domain.rig import WantedMiner


def read_wanted(raw: bytes | str, kind_of: Callable[[str], MinerType]) -> tuple[MinerType, Config]:
    """The type and configuration in a body; `kind_of` gives a miner type or raises MinerNotFound.

    Raises InvalidConfig with every fault at once, InvalidWallet when wallets are the only thing wrong, or
    InvalidRequest when it is no JSON object.
    """
    body = object_in(raw, '{"type": "xmrig", "config": {…}}')
    errors = [ErrorDetail(key[:64], phrase("fault.unknown")) for key in body if key not in WantedMiner.model_fields]
    kind, type = None, body.get("type")
    if not isinstance(type, str):
        errors.append(ErrorDetail("type", phrase("fault.required") if type is None else phrase("fault.not_text")))
    else:
        try:
            kind = kind_of(type)
        except MinerNotFound as error:
            errors.append(ErrorDetail("type", error.message))
    config, wrong, only_wallets = config_in(body, kind)
    if wrong and only_wallets and not errors:
        raise InvalidWallet(wrong)
    if wrong:
        raise InvalidConfig([*errors, *wrong])
    if errors or kind is None or config is None:
        raise InvalidRequest(errors)
    return kind, config
