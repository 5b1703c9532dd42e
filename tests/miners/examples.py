"""An example of every field of a configuration: what it is held against, and values of which one must matter.

A new field of Config or Pool needs an example here, and then every adapter must pass on what it says or refuse it.
"""

from typing import Any

from mining.domain.adapter import MinerType
from mining.domain.capabilities import Option
from mining.domain.config import Config
from mining.domain.pool import Pool

Example = tuple[dict[str, Any], list[Any]]  # the rest of the configuration; values of the field

SECOND = "second.example:4444"


def pool_examples(kind: MinerType) -> dict[str, Example]:
    """Those of a pool's fields, which stand at the top of a configuration and in each fail-over pool."""
    return {
        "pool": ({}, [SECOND]),
        "wallet": ({}, ["another-wallet"]),
        "password": ({}, ["another-password"]),
        "worker": ({}, ["another-worker"]),
        "tls": ({}, [True]),
        "tlsFingerprint": ({"tls": True}, ["ab" * 32]),
        "coin": ({}, ["monero"]),
        "algo": ({}, [*kind.facts.algorithms[1:2], "no-such-algorithm"]),
        "proxy": ({}, ["socks5://127.0.0.1:9050"]),
    }


def config_examples(kind: MinerType) -> dict[str, Example]:
    """Those of a configuration's fields."""
    return pool_examples(kind) | {
        "threads": ({}, [3]),
        "cpuPriority": ({}, [4]),
        "cuda": ({}, [{"enabled": True, "devices": [1]}]),
        "opencl": ({}, [{"enabled": True, "devices": [1]}]),
        "cpu": ({"cuda": {"enabled": True}}, [{"enabled": not kind.facts.cpu}]),
        "pools": ({}, [[{"pool": SECOND}]]),
        "hugePages": ({"hugePages": False}, [True]),
        "cpuAffinity": ({}, ["0x5"]),
        "pauseOnBattery": ({}, [True]),
        "pauseOnActive": ({}, [60]),
        "donateLevel": ({}, [7]),
        "nicehash": ({}, [True]),
        "intensity": ({}, [12.5]),
        "options": ({}, [{name: other(option)} for name, option in kind.supports.options.items()] or [{"no-such": 1}]),
    }


def other(option: Option) -> Any:
    """A value that an option takes and that is not its default."""
    if option.type == "boolean":
        return not option.default
    if option.type == "choice":
        return next(choice for choice in option.choices if choice != option.default)
    value = option.least + 1 if option.default == option.least or option.default is None else option.least
    return int(value) if option.type == "integer" else value


def fields_of(model: type[Config] | type[Pool]) -> list[str]:
    """Its fields, as a caller spells them."""
    return [info.alias or name for name, info in model.model_fields.items()]
