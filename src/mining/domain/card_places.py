"""Which card of this machine a program means: that of the place which it tells, else that of its number if it is sure.

A program's adapter hands on as much of a place on the PCI bus as the program tells, in the digits that Linux writes:
`0000:01:00.0`, `01:00.0`, `01:00`, or `01`, the bus alone.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mining.domain.adapter import MinerType, Reading
from mining.domain.card_choice import MachineUse, card_list, reached
from mining.domain.config import Config
from mining.domain.config_check import machine_use
from mining.domain.hardware import BACKENDS, GraphicsCard, bus_place
from mining.domain.metrics import Gpu

_PLACE = re.compile(r"(?:([0-9a-f]{4,8}):)?([0-9a-f]{2})(?::([0-9a-f]{2})(?:\.([0-7]))?)?")


def with_places(answer: Reading, kind: MinerType, config: Config, cards: Sequence[GraphicsCard]) -> Reading:
    """An answer whose cards have their whole places; those that a simulator makes up have none."""
    here = () if kind.facts.simulated else cards
    return replace(answer, gpu=located(answer.gpu, machine_use(kind, config), here))


def located(gpus: Sequence[Gpu], use: MachineUse, cards: Sequence[GraphicsCard]) -> tuple[Gpu, ...]:
    """What a program tells of its cards, each with its whole place, or with none where that is in doubt."""
    silent = _by_number([gpu for gpu in gpus if gpu.bus_id is None], use, cards)
    places = [silent.get((gpu.backend, gpu.id)) if gpu.bus_id is None else _whole(gpu.bus_id, cards) for gpu in gpus]
    pairs = list(zip(gpus, places, strict=True))
    claims = Counter((gpu.backend, place) for gpu, place in pairs)
    return tuple(gpu.but(bus_id=place if claims[gpu.backend, place] == 1 else None) for gpu, place in pairs)


def _whole(place: str, cards: Sequence[GraphicsCard]) -> str | None:
    """The place of the one card that is there; of a whole place it does not matter whether we know its card."""
    parts = _PLACE.fullmatch(place)
    if parts is None:
        return None
    here = [card.id for card in cards if _is_at(card.id, parts) and (parts[3] is not None or not card.integrated)]
    if here:
        return here[0] if len(here) == 1 else None
    return bus_place(place) if parts[4] is not None else None


def _is_at(place: str, parts: re.Match[str]) -> bool:
    whole = _PLACE.fullmatch(place)
    return whole is not None and all(
        part in (None, each) for part, each in zip(parts.groups(), whole.groups(), strict=True)
    )


def _by_number(
    gpus: Sequence[Gpu], use: MachineUse, cards: Sequence[GraphicsCard]
) -> Mapping[tuple[str | None, int], str]:
    """The places of cards of which a program tells numbers alone: of one that can be no other, and of all in its list.

    Of some of its list nothing is sure, for it may count those that mine.
    """
    places: dict[tuple[str | None, int], str] = {}
    for backend in {gpu.backend for gpu in gpus}:
        ids = sorted(gpu.id for gpu in gpus if gpu.backend == backend)
        others = {other: None for other in BACKENDS if backend not in (None, other)}
        own = use._replace(config=use.config.but(**others))
        able = reached(own, cards)
        # where a program has a platform it has its order too, which need not be that of the bus
        listed = card_list(own, cards) if use.numbering != "platform" else {}
        if len(ids) == len(able) == 1:
            places[backend, ids[0]] = able[0].id
        elif ids == sorted(listed) and len(listed) == len(able):
            places |= {(backend, number): card.id for number, card in listed.items()}
    return places
