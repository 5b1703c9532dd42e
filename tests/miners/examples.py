"""An example of every field of a configuration: what it is held against, and values of which one must matter.

A new field of Config or Pool needs an example here, and then every adapter must pass on what it says or refuse it.
"""

import sys
from typing import Any

from mining.dialects.program_adapter import ProgramAdapter
from mining.domain.adapter import MinerType
from mining.domain.capabilities import Option
from mining.domain.config import Config
from mining.domain.payout.coins import COINS, Coin, coin_of
from mining.domain.pool import Pool

Example = tuple[dict[str, Any], list[Any]]  # the rest of the configuration; values of the field

SECOND = "rvn.2miners.com:6060"
PASSWORD = "password-77aa"  # of the pool that each of these configurations begins with
# Programs of others that the tests themselves start, so that neither a stand-in nor documents speak for them.
AT_HAND = {
    "xmrig": "tests/live and tests/engine/free_xmrig.py start it where MINING_XMRIG names it",
    "monerod": "tests/journeys/test_monerod.py starts it, from Debian's package",
}
FOLDER = "D:/monero" if sys.platform == "win32" else "/srv/monero"
NODE, SECOND_NODE = "127.0.0.1:18081", "127.0.0.1:28081"
MONERO = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
ANOTHER_MONERO = "47xu3gQpF569au9C2ajo5SSMrWji6xnoE5vhr94EzFRaKAGw6hEGFXYAwVADKuRpzsjiU1PtmaVgcjUJF89ghGPhUXkndHc"
PLAIN: dict[str, dict[str, Any]] = {  # what a plain configuration has, where that is no pool and its login
    "monerod": {"pool": NODE, "wallet": MONERO, "password": "user:password-77aa"},
}
AROUND: dict[tuple[str, str], dict[str, Any]] = {  # the options that an option needs
    ("monerod", "mode"): {"dataDir": FOLDER},
    ("monerod", "network"): {"dataDir": FOLDER},
}


def pool_examples(kind: MinerType) -> dict[str, Example]:
    """Those of a pool's fields, which stand at the top of a configuration and in each fail-over pool."""
    return {
        "pool": ({}, [SECOND, SECOND_NODE]),
        "wallet": ({}, ["another-wallet", ANOTHER_MONERO]),
        "password": ({}, ["another-password", "another:password"]),
        "worker": ({"pool": "etc.2miners.com:1010"}, ["another-worker"]),
        "tls": ({}, [True]),
        "tlsFingerprint": ({"tls": True}, ["ab" * 32]),
        "coin": ({"algo": None}, [*coins_of_others(kind), *(["XMR"] if "coin" in kind.supports.ignored else [])]),
        "algo": ({}, [*kind.facts.algorithms[1:2], "no-such-algorithm"]),
        "proxy": ({}, ["socks5://127.0.0.1:9050"]),
    }


def coins_of_others(kind: MinerType) -> list[str]:
    """Coins that are mined otherwise than by what a program computes where nobody says."""
    some = [*coins_that_choose(kind), "XMR", "ETC"]
    return [ticker for ticker in some if not {*kind.facts.algorithms[:1]} & {*coin_named(ticker).algorithms}]


def coins_that_choose(kind: MinerType) -> list[str]:
    """Coins of what a program computes only where somebody asks for it."""
    return [ticker for ticker, coin in COINS.items() if {*coin.algorithms} & {*kind.facts.algorithms[1:]}]


def coin_named(ticker: str) -> Coin:
    """A coin that there is."""
    coin = coin_of(ticker)
    assert coin is not None
    return coin


def config_examples(kind: MinerType) -> dict[str, Example]:
    """Those of a configuration's fields."""
    able = kind.supports.cpu_algorithms
    on_cpu = {"algo": able[0]} if able else {}
    return pool_examples(kind) | {
        "threads": (on_cpu, [3]),
        "cpuPriority": (on_cpu, [4]),
        "cuda": ({}, [{"enabled": True, "devices": [1]}]),
        "opencl": ({}, [{"enabled": True, "devices": [1]}]),
        "cpu": ({"cuda": {"enabled": True}}, [{"enabled": not kind.facts.cpu or bool(on_cpu)}]),
        "pools": ({}, [[{"pool": SECOND}], [{"pool": SECOND, "password": PASSWORD}]]),
        "second": second_example(kind),
        "hugePages": ({"hugePages": False}, [True]),
        "cpuAffinity": (on_cpu, ["0x5"]),
        "pauseOnBattery": ({}, [True]),
        "pauseOnActive": ({}, [60]),
        "donateLevel": ({}, [7]),
        "nicehash": ({}, [True]),
        "intensity": ({kind.facts.gpu[0]: {"enabled": True}} if kind.facts.gpu else {}, [12.5, 0.5, 3]),
        "options": ({}, [{name: other(option)} for name, option in kind.supports.options.items()] or [{"no-such": 1}]),
    }


def second_example(kind: MinerType) -> Example:
    """Beside a main work that takes another one, on the hardware that computes it."""
    work = {"pool": SECOND, "wallet": "another-wallet"}
    if not isinstance(kind, ProgramAdapter) or not kind.beside:
        return {}, [work]
    main, seconds = next(iter(kind.beside.items()))
    return {"algo": main, kind.facts.gpu[0]: {"enabled": True}}, [work | {"algo": name} for name in seconds]


def other(option: Option) -> Any:
    """A value that an option takes and that is not its default."""
    if option.type == "boolean":
        return not option.default
    if option.type == "path":
        return f"{FOLDER} of another"
    if option.type == "choice":
        return next(choice for choice in option.choices if choice != option.default)
    value = option.least + 1 if option.default == option.least or option.default is None else option.least
    return int(value) if option.type == "integer" else value


def fields_of(model: type[Config] | type[Pool]) -> list[str]:
    """Its fields, as a caller spells them."""
    return [info.alias or name for name, info in model.model_fields.items()]
