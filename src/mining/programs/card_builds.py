"""Builds of a program that reach graphics cards: which of them could run here, and whether they reach those here."""

import platform
import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from mining.domain.adapter import CardBackend, MinerType, ReleaseSource
from mining.domain.cards_in_use import TITLES
from mining.domain.hardware import BACKENDS, GraphicsCard
from mining.domain.programs.release import Asset, Release
from mining.programs.version import output_of, without_network


class CardMachine(NamedTuple):
    """What of this machine decides which build suits its cards."""

    backends: frozenset[CardBackend] = frozenset()  # those through which its cards are reached
    glibc: tuple[int, int] = (0, 0)


def card_machine(cards: Iterable[GraphicsCard]) -> CardMachine:
    """This machine, which has these cards; what is inside a processor is hardly there to mine."""
    number = re.fullmatch(r"(\d+)\.(\d+).*", platform.libc_ver()[1])
    backends = frozenset(card.backend for card in cards if not card.integrated)
    return CardMachine(backends, (int(number[1]), int(number[2])) if number else (0, 0))


def card_builds(
    release: Release, source: ReleaseSource, here: tuple[str, str], machine: CardMachine
) -> Sequence[Asset]:
    """The files of a release for machines with cards whose C library is old enough for this one, the newest first."""
    builds = sorted(source.card_builds.get(here, ()), key=lambda build: build.glibc, reverse=True)
    patterns = [build.asset for build in builds if machine.backends and build.glibc <= machine.glibc]
    return [asset for pattern in patterns for asset in release.assets if re.fullmatch(pattern, asset.name)]


def unreached(kind: MinerType, program: str, backends: Collection[CardBackend]) -> Sequence[str]:
    """Those ways to cards, by their titles, that a program does not offer in its help; none where nobody could tell."""
    reaches = kind.releases.reaches if kind.releases is not None else {}
    wanted = [name for name in BACKENDS if name in backends and name in reaches]
    if not wanted:
        return []
    try:
        text = output_of((*without_network(), program, "--help"))
    except OSError:  # TimeoutError among them
        return []
    return [TITLES[name] for name in wanted if not re.search(reaches[name], text)]
