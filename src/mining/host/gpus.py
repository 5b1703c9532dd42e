"""Graphics cards on the PCI bus and their drivers, from what Linux tells of them."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from mining.domain.hardware import GraphicsCard
from mining.host.tree import SystemTree

_BUS = "sys/bus/pci/devices"
_DISPLAY = "0x03"  # the PCI class of everything that draws
_VENDORS: Mapping[str, tuple[Literal["NVIDIA", "AMD", "Intel"], Literal["cuda", "opencl"]]] = {
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
    found = (_card(tree, path) for path in tree.paths(f"{_BUS}/*"))
    return tuple(card for card in found if card is not None)


def with_details(cards: Iterable[GraphicsCard], details: Iterable[GraphicsCard]) -> tuple[GraphicsCard, ...]:
    """The cards, with what their driver's own library knows better, and those that only it knows."""
    known = {card.id: card for card in cards}
    for card in details:
        known[card.id] = card
    return tuple(known[place] for place in sorted(known))


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
    told = tree.text(f"proc/driver/nvidia/gpus/{place}/information") or ""
    model = re.search(r"(?m)^Model:\s*(.+)$", told)
    return model[1].strip() if model else tree.text(f"{path}/product_name") or None


def _driver(tree: SystemTree, path: str) -> str | None:
    told = re.search(r"(?m)^DRIVER=([\w-]+)$", tree.text(f"{path}/uevent") or "")
    if told is None or told[1].startswith(("vfio", "pci-stub", "pcieport")):  # lent to a virtual machine
        return None
    version = tree.text(f"sys/module/{told[1]}/version")
    return f"{told[1]} {version}" if version else told[1]
