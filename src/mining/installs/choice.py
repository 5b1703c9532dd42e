"""Which release and which of its files suit this machine. Pure."""

import re
from collections.abc import Sequence

from mining.domain.errors import Fault, InvalidConfig, NotSupported
from mining.domain.install import Asset, Release
from mining.domain.miner import MinerType, Releases

Here = tuple[str, str]  # os and arch of this machine


def version_key(version: str) -> tuple[tuple[int, str], ...]:
    """Sorts versions as people read them: 6.9 before 6.10, 1.98 before 1.98a."""
    parts = re.findall(r"\d+|[a-z]+", version.lower())
    return tuple((int(part[:18]), "") if part.isdigit() else (-1, part) for part in parts)


def newer(version: str, than: str | None) -> bool:
    """Whether a version comes after another; nothing known is older than anything."""
    return than is None or version_key(version) > version_key(than)


def published_by(kind: MinerType) -> Releases:
    """Where a type is published; NotSupported when there is nothing to install."""
    if kind.releases is None:
        raise NotSupported(f"{kind.facts.title} is part of the platform: there is nothing to install.", type=kind.name)
    return kind.releases


def refuse_below_floor(kind: MinerType, version: str) -> None:
    """InvalidConfig for a version with a known theft or takeover bug."""
    floor = published_by(kind).floor
    if floor is None or version_key(version) >= version_key(floor):
        return
    issue = f"{kind.facts.title} {version} has a known security hole; choose {floor} or newer"
    raise InvalidConfig([Fault("version", issue)])


def suitable(release: Release, releases: Releases, here: Here) -> Asset | None:
    """The file of a release for this machine."""
    pattern = releases.asset.get(here)
    return next((asset for asset in release.assets if pattern and re.fullmatch(pattern, asset.name)), None)


def choose(
    kind: MinerType, published: Sequence[Release], here: Here, version: str | None = None, *, prereleases: bool = False
) -> tuple[Release, Asset]:
    """The release asked for, or the latest that suits this machine, and its file."""
    releases = published_by(kind)
    if here not in releases.asset:
        there = ", ".join(sorted("/".join(place) for place in releases.asset))
        text = f"{kind.facts.title}'s author publishes it for {there}, not for {'/'.join(here)}. {kind.facts.getting}"
        raise NotSupported(text, type=kind.name)
    if version is not None:
        version = version.removeprefix("v")
        refuse_below_floor(kind, version)
        found = [release for release in published if version in (release.version, release.tag)]
        if not found:
            known = ", ".join(release.version for release in published[:5]) or "none"
            raise InvalidConfig([Fault("version", f"is not among the published ones; the latest are: {known}")])
    else:
        found = [release for release in published if prereleases or not release.prerelease]
    for release in found:
        asset = suitable(release, releases, here)
        if asset is not None:
            refuse_below_floor(kind, release.version)
            return release, asset
    text = f"None of {kind.facts.title}'s releases that were looked at has a file for {'/'.join(here)}."
    raise NotSupported(text, type=kind.name)
