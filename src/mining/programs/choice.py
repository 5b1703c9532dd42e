"""Which release and which of its files suit this machine. Pure."""

import re
from collections.abc import Sequence

from mining.domain.adapter import MinerType, ReleaseSource
from mining.domain.errors import ErrorDetail, InvalidRequest, MiningError, NotSupported
from mining.domain.message import phrase
from mining.domain.programs.advisory import against
from mining.domain.programs.release import Asset, Release
from mining.domain.programs.version import version_key
from mining.domain.shell import example_path

Platform = tuple[str, str]  # os and arch of this machine


def published_by(kind: MinerType) -> ReleaseSource:
    """Where a type is published; NotSupported when there is nothing to install."""
    if kind.releases is None:
        raise unpublished(kind)
    return kind.releases


def unpublished(kind: MinerType) -> NotSupported:
    """Why there is nothing to install of a type without releases, and what there is instead."""
    title = kind.facts.title
    if kind.module is not None:
        return NotSupported(phrase("program.of_platform", program=title), type=kind.name)
    text = phrase("program.own_build", program=title, way_out=kind.facts.getting)
    way = f"miner-ctrl register {kind.name} {example_path(kind.name)}"
    return NotSupported(text, type=kind.name, suggestion=way)


def refuse_holes(kind: MinerType, version: str) -> None:
    """InvalidRequest for a version with a known theft or takeover bug: what is refused is told with its way out."""
    for hole in against(kind.facts.advisories, version):
        if hole.refused:
            title, why, source = kind.facts.title, hole.text, hole.source
            if hole.mended:
                issue = phrase(
                    "fault.version_refused", program=title, version=version, why=why, source=source, mended=hole.mended
                )
            else:
                issue = phrase("fault.version_refused_since", program=title, version=version, why=why, source=source)
            raise InvalidRequest([ErrorDetail("version", issue)])


def suitable(release: Release, releases: ReleaseSource, here: Platform) -> Asset | None:
    """The file of a release for this machine."""
    pattern = releases.asset.get(here)
    return next((asset for asset in release.assets if pattern and re.fullmatch(pattern, asset.name)), None)


def choose(
    kind: MinerType, published: Sequence[Release], here: Platform, version: str | None = None
) -> tuple[Release, Asset]:
    """The release asked for, or the latest that suits this machine (pre-releases only by name), and its file."""
    releases = published_by(kind)
    if here not in releases.asset:
        there = ", ".join(sorted("/".join(place) for place in releases.asset))
        text = phrase(
            "program.published_elsewhere",
            program=kind.facts.title,
            platforms=there,
            here="/".join(here),
            way_out=kind.facts.getting,
        )
        raise NotSupported(text, type=kind.name)
    if version is not None:
        version = version.removeprefix("v")
        candidates = [release for release in published if version in (release.version, release.tag)]
        if not candidates:
            versions = ", ".join(release.version for release in published[:5]) or "none"
            raise InvalidRequest([ErrorDetail("version", phrase("fault.version_unpublished", versions=versions))])
    else:
        candidates = [release for release in published if not release.prerelease]
        # A backport may be published last.
        candidates.sort(key=lambda release: version_key(release.version), reverse=True)
    for release in candidates:
        asset = suitable(release, releases, here)
        if asset is not None:
            refuse_holes(kind, release.version)
            return release, asset
    text = phrase("program.none_suits", program=kind.facts.title, here="/".join(here))
    raise NotSupported(text, type=kind.name)


def latest(kind: MinerType, published: Sequence[Release], here: Platform) -> Release | None:
    """The newest release for this machine that may be installed; None when there is none."""
    try:
        return choose(kind, published, here)[0]
    except MiningError:
        return None


def installable(kind: MinerType, here: Platform) -> bool:
    """Whether its author publishes it for machines like this one."""
    return kind.releases is not None and here in kind.releases.asset
