"""Whether a miner uses the graphics cards that its owner gave it, judged from its answers; its text gives the words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mining.domain import algorithm
from mining.domain.adapter import Reading
from mining.domain.config import Config
from mining.domain.hardware import BACKENDS, CardBackend

TITLES: Mapping[CardBackend, str] = {"cuda": "CUDA", "opencl": "OpenCL"}
_ABSENT = "this build of the program was made without it"
_OFF = "it found no card that it could use"
_FOREIGN = "it cannot compute {algorithm}"


@dataclass(frozen=True)
class CardTrouble:
    """Cards that do not mine although they are to, and why."""

    words: str  # CUDA: no devices; OpenCL: failed to load OpenCL runtime
    alone: bool  # whether nothing else of the machine can mine


def card_trouble(config: Config, answer: Reading, reasons: Mapping[CardBackend, str]) -> CardTrouble | None:
    """What keeps the cards of a configuration from mining; None: nothing is known to.

    `reasons` are why the program says that it cannot use them, which are believed only where its answer agrees.
    """
    wanted = [name for name in BACKENDS if (devices := getattr(config, name)) is not None and devices.enabled]
    foreign = _foreign(config, answer) if wanted else None
    troubles = dict(_troubles(wanted, answer, reasons, foreign))
    if not troubles:
        return None
    cpu = config.cpu is None or config.cpu.enabled
    off = all(answer.backends.get(name) in ("off", "absent") for name in wanted)
    words = "; ".join(f"{TITLES[name]}: {text}" for name, text in troubles.items())
    return CardTrouble(words, alone=foreign is not None or (off and not cpu))


def _troubles(
    wanted: list[CardBackend], answer: Reading, reasons: Mapping[CardBackend, str], foreign: str | None
) -> Iterator[tuple[CardBackend, str]]:
    for name in wanted:
        state = answer.backends.get(name)
        if state == "absent":
            yield name, _ABSENT
        elif state == "off":
            yield name, reasons.get(name, _OFF)
        elif state == "idle" and foreign is not None:
            yield name, _FOREIGN.format(algorithm=foreign)
        elif name in reasons and not any(card.hashrate for card in answer.gpu if card.backend == name):
            yield name, reasons[name]


def _foreign(config: Config, answer: Reading) -> str | None:
    """The configured algorithm, where what the program uses of this machine can compute none that is configured."""
    algorithms = [algorithm.canonical(pool.algo) if pool.algo else None for pool in config.all_pools()]
    if answer.able is None or None in algorithms or set(algorithms) & set(answer.able):
        return None
    return algorithms[0]
