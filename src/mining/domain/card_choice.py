"""Which cards of this machine a configuration chooses, and what its owner should know about them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from mining.domain.config import Config, Devices
from mining.domain.hardware import BACKENDS, MAKERS, MEBI, GraphicsCard, Maker, Numbering
from mining.domain.message import Message, message

_PREFERRED = ("AMD", "Intel", "NVIDIA")  # of makers whose OpenCL is used: CUDA is the better way to the last


class MachineUse(NamedTuple):
    """What of this machine a miner may use, and the places of the cards on which it says that it mines."""

    config: Config
    numbering: Numbering | None = "platform"
    makers: Collection[Maker] = MAKERS
    places: frozenset[str] = frozenset()

    def cards(self, cards: Sequence[GraphicsCard]) -> frozenset[str] | None:
        """The places of its cards: as it says itself, unless it was given more; None where they are not known."""
        chosen = chosen_cards(self, cards)
        if self.places and len(self.places) >= len(chosen or ()):
            return self.places
        return None if chosen is None else frozenset(chosen)


def uses_cards(config: Config) -> bool:
    """Whether it is to mine on graphics cards."""
    return bool(_enabled(config))


def mining_backends(config: Config, own: Sequence[str]) -> tuple[str, ...]:
    """Which backends of a program that mines on cards alone do so: those that are asked for; else all but those that
    are switched off; where all are, all of them, for it can do nothing else.
    """
    chosen = {name: getattr(config, name) for name in own}
    explicit = tuple(name for name in own if chosen[name] is not None and chosen[name].enabled)
    return explicit or tuple(name for name in own if chosen[name] is None) or tuple(own)


def opencl_platform(cards: Sequence[GraphicsCard]) -> Sequence[GraphicsCard]:
    """The cards of the maker whose OpenCL is used where only one maker's can be; those inside a processor come last."""
    discrete = [[card for card in cards if card.vendor == maker and not card.integrated] for maker in _PREFERRED]
    return next(filter(None, discrete), None) or [card for card in cards if card.integrated]


def reached(use: MachineUse, cards: Sequence[GraphicsCard]) -> Sequence[GraphicsCard]:
    """All cards that a miner's backends could use, whichever numbers are named."""
    return [card for backend in _enabled(use.config) for card in _of_backend(backend, use, cards)]


def chosen_cards(use: MachineUse, cards: Sequence[GraphicsCard]) -> Mapping[str, GraphicsCard] | None:
    """The cards that are chosen, by their places; None where one of them cannot be known."""
    chosen: dict[str, GraphicsCard] = {}
    for backend, devices in _enabled(use.config).items():
        here = numbers(backend, use, cards) if devices.devices else {}
        if not set(devices.devices) <= here.keys():
            return None
        selection = [here[number] for number in devices.devices] or _of_backend(backend, use, cards)
        if not selection:
            return None
        chosen |= {card.id: card for card in selection}
    return chosen


def numbers(backend: str, use: MachineUse, cards: Sequence[GraphicsCard]) -> Mapping[int, GraphicsCard]:
    """The cards of a backend by the program's numbers; none where those cannot be known."""
    own, one_maker = _of_backend(backend, use, cards), len({card.vendor for card in reached(use, cards)}) <= 1
    if use.numbering is None or (use.numbering == "backend" and not one_maker):
        return {}
    if use.numbering == "machine":
        sure = not any(card.integrated or card.driver is None or _hidden(card) for card in cards)
        whole = sorted(cards, key=lambda card: card.id) if sure else ()
        return {number: card for number, card in enumerate(whole) if card in own}
    return {card.device: card for card in own if card.device is not None}


def card_list(use: MachineUse, cards: Sequence[GraphicsCard]) -> Mapping[int, GraphicsCard]:
    """The cards that a miner's backends could use, by the program's numbers; none where those cannot be known."""
    every = [numbers(backend, use, cards) for backend in _enabled(use.config)]
    return {number: card for listed in every for number, card in listed.items()}


def card_warnings(use: MachineUse, needed: int | None, cards: Sequence[GraphicsCard]) -> Iterator[Message]:
    """The chosen cards that are not there, and those that have less memory than is needed, or less of it free.

    A card whose memory is not known is passed over.
    """
    for backend, devices in _enabled(use.config).items():
        here = numbers(backend, use, cards)
        for number in devices.devices if here else ():
            if number not in here:
                yield message("warning.no_such_card", backend=backend, device=number, numbers=_listed(here))
        for number, card in here.items():
            if needed is not None and (number in devices.devices or not devices.devices):
                yield from _of_memory(backend, number, card, needed)


def _hidden(card: GraphicsCard) -> bool:
    """Whether it is one that CUDA does not count, or not as one card."""
    return card.backend == "cuda" and card.device is None


def _of_backend(backend: str, use: MachineUse, cards: Sequence[GraphicsCard]) -> Sequence[GraphicsCard]:
    able = [card for card in cards if card.vendor in use.makers]
    if backend == "opencl" and use.numbering == "platform":
        return opencl_platform(able)
    return [card for card in able if card.backend == backend and not card.integrated]


def _of_memory(backend: str, number: int, card: GraphicsCard, needed: int) -> Iterator[Message]:
    name, least, free = card.name or card.id, needed // MEBI, card.free
    if card.memory is not None and card.memory < needed:
        has = card.memory // MEBI
        yield message("warning.small_card", card=name, backend=backend, device=number, memory=has, needed=least)
    elif free is not None and free < needed:
        has = free // MEBI
        yield message("warning.full_card", card=name, backend=backend, device=number, free=has, needed=least)


def _enabled(config: Config) -> Mapping[str, Devices]:
    chosen = {backend: getattr(config, backend) for backend in BACKENDS}
    return {backend: devices for backend, devices in chosen.items() if devices is not None and devices.enabled}


def _listed(here: Mapping[int, GraphicsCard]) -> str:
    return ", ".join(map(str, sorted(here)))
