"""Graphics cards on the PCI bus and their drivers, from what Linux tells of them."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from mining.domain.card_choice import opencl_platform
from mining.domain.hardware import GraphicsCard, Maker
from mining.host.tree import SystemTree

_BUS = "sys/bus/pci/devices"
_DISPLAY = "0x03"  # the PCI class of everything that draws
_VENDORS: Mapping[str, tuple[Maker, Literal["cuda", "opencl"]]] = {
    "0x10de": ("NVIDIA", "cuda"),
    "0x1002": ("AMD", "opencl"),
    "0x8086": ("Intel", "opencl"),
}  # others draw the screens of servers and virtual machines, and cannot mine
_LOADERS = (
    "usr/lib*/libOpenCL.so.1",
    "usr/lib/*/libOpenCL.so.1",
    "usr/local/lib/libOpenCL.so.1",
    "lib/*/libOpenCL.so.1",
)


def read_cards(tree: SystemTree) -> tuple[GraphicsCard, ...]:
    """The cards that could mine, in the order of the bus."""
    candidates = (_card(tree, path) for path in tree.paths(f"{_BUS}/*"))
    return tuple(card for card in candidates if card is not None)


def with_details(cards: Iterable[GraphicsCard], details: Iterable[GraphicsCard]) -> tuple[GraphicsCard, ...]:
    """The cards, with what their driver's own library knows better, and those that only it knows."""
    by_place = {card.id: card for card in cards}
    for card in details:
        by_place[card.id] = card
    return tuple(by_place[place] for place in sorted(by_place))


def numbered(cards: Iterable[GraphicsCard], visible: str | None = None) -> tuple[GraphicsCard, ...]:
    """The cards with their numbers, which programs give to those of a backend by their place on the bus, from 0.

    Of OpenCL's they are those of one maker. CUDA counts only those that have their driver, and those that `visible`
    (CUDA_VISIBLE_DEVICES) names in its order; none is numbered where that cannot be known: where it names others than
    numbers, or where a card is divided.
    """
    cards = tuple(cards)
    cuda = [card.id for card in cards if card.backend == "cuda" and (card.driver or "").startswith("nvidia")]
    if visible is not None:
        places = [int(word) if word.strip().isdecimal() else -1 for word in visible.split(",")]
        cuda = [cuda[place] for place in places] if all(0 <= place < len(cuda) for place in places) else []
    if any(card.reading is not None and card.reading.mig for card in cards):
        cuda = []
    opencl = [card.id for card in opencl_platform(cards) if card.backend == "opencl" and not card.integrated]
    numbers = {id: number for ids in (cuda, opencl) for number, id in enumerate(ids)}
    return tuple(card.but(device=numbers.get(card.id)) for card in cards)


def has_opencl(tree: SystemTree) -> bool:
    """Whether programs find the library through which OpenCL is used."""
    return any(tree.paths(pattern) for pattern in _LOADERS)


def _card(tree: SystemTree, path: str) -> GraphicsCard | None:
    place = path.rpartition("/")[2]
    made_by = _VENDORS.get(tree.text(f"{path}/vendor") or "")
    if made_by is None or not (tree.text(f"{path}/class") or "").startswith(_DISPLAY):
        return None
    vendor, backend = made_by
    return GraphicsCard(
        id=place,
        vendor=vendor,
        name=_name(tree, path, place),
        backend=backend,
        memory=tree.number(f"{path}/mem_info_vram_total") or None,
        driver=_driver(tree, path),
    )


def _name(tree: SystemTree, path: str, place: str) -> str | None:
    """What NVIDIA's driver calls it, or what some of AMD's cards say of themselves."""
    text = tree.text(f"proc/driver/nvidia/gpus/{place}/information") or ""
    model = re.search(r"(?m)^Model:\s*(.+)$", text)
    return model[1].strip() if model else tree.text(f"{path}/product_name") or None


def _driver(tree: SystemTree, path: str) -> str | None:
    match = re.search(r"(?m)^DRIVER=([\w-]+)$", tree.text(f"{path}/uevent") or "")
    if match is None or match[1].startswith(("vfio", "pci-stub", "pcieport")):  # lent to a virtual machine
        return None
    version = tree.text(f"sys/module/{match[1]}/version")
    return f"{match[1]} {version}" if version else match[1]
