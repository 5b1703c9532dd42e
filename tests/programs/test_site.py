"""Programs whose author publishes on a site of his own: what is asked, what is believed, what is refused."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapter import ReleaseSite, ReleaseSource
from mining.domain.errors import DownloadFailed, VerificationFailed
from mining.domain.programs.release import verification
from mining.miners.xmrig import XMRig
from mining.programs import download
from mining.programs.releases import Publisher
from mining.programs.verify import expected
from mining.programs.web import Vendor, Web
from tests.programs.conftest import HERE, Place
from tests.standins import site as standin
from tests.standins import vendor

NAME = vendor.asset_name("9.9.9")
PACKED = vendor.archive(vendor.program())
NOWHERE = Vendor("http://127.0.0.1:9", "http://127.0.0.1:9", ())  # GitHub is never asked


@pytest.fixture
def site() -> Iterator[standin.Site]:
    with standin.running() as running:
        yield running


class There:
    """A folder of programs, and a program that is published on the site."""

    def __init__(self, programs: Path, **where: Any) -> None:
        self.kind = XMRig()
        pattern = {HERE: r"xmrig-[0-9.]+-linux-static-x64\.tar\.gz"}
        self.kind.releases = ReleaseSource(asset=pattern, binary="xmrig", site=ReleaseSite(**where))
        self.place = Place(programs, vendor.Standin(NOWHERE), self.kind)  # type: ignore[arg-type]  # any XMRig will do

    def pin(self, content: bytes = PACKED) -> None:
        self.kind.releases = replace(self.kind.releases, pins={NAME: hashlib.sha256(content).hexdigest()})

    def install(self, **how: Any) -> str | None:
        return self.place.install(**how).program.verified


@pytest.fixture
def listed(tmp_path: Path, site: standin.Site) -> There:
    site.publish("9.9.9", NAME, PACKED)
    return There(tmp_path / "programs", origin=site.origin, listing="/releases.json", redirects=(site.mirror,))


@pytest.fixture
def fixed(tmp_path: Path, site: standin.Site) -> There:
    site.files[f"/cli/{NAME}"] = PACKED
    return There(
        tmp_path / "programs", origin=site.origin, files={"9.9.9": (f"/cli/{NAME}",)}, redirects=(site.mirror,)
    )


def test_nothing_proves_a_release_of_a_site_unless_it_is_pinned_or_somebody_says_so(listed: There) -> None:
    with pytest.raises(VerificationFailed, match="Nothing proves") as caught:
        listed.install()
    assert "--allow-unverified" in caught.value.details["suggestion"]
    assert listed.place.version is None
    assert listed.install(allow_unverified=True) == "none"
    assert expected(listed.kind.releases) == "none"
    assert "only --allow-unverified" in verification("none").text
    listed.pin()
    assert listed.install() == "pin"
    assert expected(listed.kind.releases) == "pin"


@pytest.mark.parametrize("allowed", [False, True])
def test_what_differs_from_its_pin_is_refused(fixed: There, allowed: bool) -> None:
    fixed.pin(b"another")
    with pytest.raises(VerificationFailed, match="that this platform knows"):
        fixed.install(allow_unverified=allowed)


def test_what_a_site_says_of_its_own_files_is_no_proof(listed: There, site: standin.Site) -> None:
    site.files.clear()
    site.publish("9.9.9", NAME, PACKED, digest=f"sha256:{hashlib.sha256(PACKED).hexdigest()}")
    with pytest.raises(VerificationFailed, match="Nothing proves"):
        listed.install()
    assert all(asset.sha256 is None for asset in listed.place.installer.look(listed.kind).assets)
    assert listed.place.registry.availability(listed.kind).proof == "none"


def test_files_by_version_are_known_without_asking_and_come_without_a_size(fixed: There, site: standin.Site) -> None:
    known = fixed.place.registry.availability(fixed.kind)
    assert (known.latest, known.looked_at, known.installable) == ("9.9.9", None, True)
    assert fixed.place.installer.look(fixed.kind).version == "9.9.9"
    assert site.requests == []
    fixed.pin()
    for site.lengths in (True, False):
        assert fixed.install(force=True) == "pin"
    assert site.requests == [f"/cli/{NAME}"] * 2


def test_a_list_is_remembered_for_who_looks_without_asking(listed: There, site: standin.Site) -> None:
    assert listed.place.registry.availability(listed.kind).latest is None
    listed.place.installer.look(listed.kind)
    seen = listed.place.registry.availability(listed.kind)
    assert (seen.latest, seen.looked_at is not None, site.requests) == ("9.9.9", True, ["/releases.json"])


def test_only_declared_hosts_are_asked_redirects_too(fixed: There, site: standin.Site) -> None:
    fixed.pin()
    site.files["/elsewhere"] = PACKED
    site.moved[f"/cli/{NAME}"] = f"{site.mirror}/elsewhere"
    assert fixed.install() == "pin"
    for other in ("http://localhost:9/x", "https://127.0.0.1/x", "file:///etc/passwd"):
        site.moved[f"/cli/{NAME}"] = other
        with pytest.raises(DownloadFailed, match="not one of its hosts"):
            fixed.install(force=True)
    fixed.kind.releases = replace(fixed.kind.releases, site=replace(fixed.kind.releases.site, redirects=()))
    site.moved[f"/cli/{NAME}"] = f"{site.mirror}/elsewhere"
    with pytest.raises(DownloadFailed, match="not one of its hosts"):
        fixed.install(force=True)


def test_a_list_that_points_to_a_foreign_host_is_not_followed(listed: There, site: standin.Site) -> None:
    site.files.clear()
    site.publish("9.9.9", NAME, PACKED, browser_download_url="http://localhost:9/x")
    with pytest.raises(DownloadFailed, match="not one of its hosts"):
        listed.install(allow_unverified=True)


def test_a_file_that_is_not_there_is_told_by_the_name_of_the_site(fixed: There, site: standin.Site) -> None:
    site.files.clear()
    with pytest.raises(DownloadFailed, match=r"127\.0\.0\.1 does not have"):
        fixed.install(allow_unverified=True)


@pytest.mark.parametrize("answer", [b"{}", b"<html>", b"[1, {}]"])
def test_a_list_that_is_none_installs_nothing(listed: There, site: standin.Site, answer: bytes) -> None:
    site.files["/releases.json"] = answer
    with pytest.raises(Exception, match=r"not a list|None of"):
        listed.install(allow_unverified=True)


@pytest.mark.parametrize("lengths", [True, False])
def test_a_file_of_unknown_size_is_not_taken_without_end(
    fixed: There, site: standin.Site, lengths: bool, tmp_path: Path
) -> None:
    site.lengths = lengths
    publisher = Publisher(Web(NOWHERE), fixed.kind.releases)
    (release,) = publisher.releases(tmp_path / "cache")
    with pytest.raises(VerificationFailed, match="larger than"):
        download.download(publisher, release.assets[0], tmp_path / "new", lambda *_: None, most=len(PACKED) - 1)


@pytest.mark.parametrize("origin", ["http://example.org", "https://example.org/path", "ftp://a", "https://a@b", ""])
def test_a_site_is_https_and_nothing_but_a_host(origin: str) -> None:
    for where in ({"origin": origin}, {"origin": "https://a", "redirects": (origin,)}):
        with pytest.raises(ValueError, match="https://host"):
            ReleaseSite(**where, listing="/l")


def test_a_source_is_either_on_github_or_on_a_site_which_has_a_list_or_files() -> None:
    site = ReleaseSite("https://a", listing="/l")
    for how in ({}, {"owner_repo": "a/b", "site": site}):
        with pytest.raises(ValueError, match="either"):
            ReleaseSource(asset={}, binary="x", **how)
    for where in ({}, {"listing": "/l", "files": {"1": ("/x",)}}):
        with pytest.raises(ValueError, match="either"):
            ReleaseSite("https://a", **where)
