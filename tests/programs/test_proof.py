"""How a release or an archive is proven, and what is refused for want of proof."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from pysequoia import Cert

from mining.domain.errors import DownloadFailed, NotSupported, VerificationFailed
from mining.domain.shell import example_path
from mining.miners.ccminer import MINER as CCMINER
from mining.miners.cgminer import MINER as WATCH
from mining.programs.choice import published_by
from mining.programs.installer import Installer
from mining.programs.verify import expected
from mining.programs.versions import Versions
from mining.programs.web import Vendor
from tests.standins import vendor as standin

NOWHERE = Vendor("http://127.0.0.1:9", "http://127.0.0.1:9", ())


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def test_a_pin_needs_no_signature(place):
    packed = place.publish(signed=False)
    place.kind.releases = replace(place.kind.releases, pins={standin.asset_name("9.9.9"): sha256(packed)})
    assert place.install().program.verified == "pin"


def test_what_differs_from_its_pin_is_refused_though_digest_and_signature_fit(place):
    place.publish()
    place.kind.releases = replace(place.kind.releases, pins={standin.asset_name("9.9.9"): "0" * 64})
    with pytest.raises(VerificationFailed, match="that this platform knows"):
        place.install(allow_unverified=True)
    assert not place.mark.exists()


def test_githubs_digest_alone_is_enough_for_vendors_who_do_not_sign_and_is_said(place):
    place.kind.releases = replace(place.kind.releases, signature=None)
    place.publish(signed=False)
    assert place.install().program.verified == "digest"
    assert expected(place.kind.releases) == "digest"


def test_nothing_at_all_is_refused_unless_somebody_says_so_and_that_is_kept(place):
    place.kind.releases = replace(place.kind.releases, signature=None)
    place.publish(signed=False, digests=False)
    with pytest.raises(VerificationFailed) as caught:
        place.install()
    assert "--allow-unverified" in caught.value.details["suggestion"]
    assert not place.mark.exists()
    assert place.install(allow_unverified=True).program.verified == "none"
    assert Versions(place.programs, "xmrig").current().verified == "none"


def test_a_checksum_that_others_collected_is_told_and_proves_nothing(place):
    packed, name = place.publish(signed=False, digests=False), standin.asset_name("9.9.9")
    for checksum, word in ((sha256(packed), "the same"), ("0" * 64, "another")):
        place.kind.releases = replace(place.kind.releases, signature=None, others={name: checksum})
        with pytest.raises(VerificationFailed, match=f"Others list {word} SHA-256 for it: a second opinion"):
            place.install()


def test_a_file_without_a_digest_is_told_to_be_unproven_before_it_is_fetched(place):
    place.kind.releases = replace(place.kind.releases, signature=None)
    place.publish(signed=False, digests=False)
    place.installer.look(place.kind)
    assert place.registry.availability(place.kind).proof == "none"
    place.publish("9.9.10", signed=False)
    place.installer.look(place.kind)
    assert place.registry.availability(place.kind).proof == "digest"


def test_a_vendor_who_signs_is_not_believed_without_a_signature(place):
    place.publish(signed=False)
    with pytest.raises(VerificationFailed, match="has no signature"):
        place.install()
    assert not place.mark.exists()
    assert place.install(allow_unverified=True).program.verified == "none"  # though GitHub has a digest of it


@pytest.mark.parametrize("missing", ["SHA256SUMS", "SHA256SUMS.sig"])
def test_half_a_signature_is_none(place, missing):
    place.publish()
    release = place.vendor.published[0]
    release["assets"] = [asset for asset in release["assets"] if asset["name"] != missing]
    with pytest.raises(VerificationFailed, match="has no signature"):
        place.install()
    assert not place.mark.exists()


def test_what_was_unproven_is_replaced_without_force_once_it_is_proven(place):
    packed = place.publish(signed=False)
    place.install(allow_unverified=True)
    place.vendor.published.clear()
    place.vendor.publish("9.9.9", {standin.asset_name("9.9.9"): packed})
    done = place.install()
    assert (done.changed, done.program.verified) == (True, "signature")


def test_the_authors_key_is_believed_for_its_fingerprint_alone_and_offline_as_it_was_last(place, tmp_path):
    packed = place.publish()
    place.vendor.key = str(standin.Tsk.generate("Somebody else").extract_certificate()).encode()
    with pytest.raises(VerificationFailed, match="key is not the one"):
        place.install()
    place.vendor.key = str(standin.KEY).encode()
    place.install()
    place.vendor.key = b"not a key any more"
    with pytest.raises(VerificationFailed, match="key is not the one"):
        place.install(force=True)
    place.vendor.key = None
    assert place.install(force=True).program.verified == "signature"
    (place.programs / "xmrig" / "author.asc").write_text("not a key any more")
    with pytest.raises(DownloadFailed):
        place.install(force=True)
    assert packed


def test_a_key_that_its_author_revoked_proves_nothing_although_it_did_before(place):
    place.publish()
    place.install()
    revocation = standin.KEY.revoke(certifier=standin.SECRET.certifier())
    place.vendor.key = str(Cert.from_bytes(bytes(standin.KEY) + bytes(revocation))).encode()
    with pytest.raises(VerificationFailed, match="not signed by the program's author"):
        place.install(force=True)


@pytest.mark.parametrize("proof", ["signature", "pin"])
def test_an_old_file_under_a_new_number_is_refused_whatever_proves_the_file(place, proof):
    old = place.publish("9.9.8")
    place.publish("9.9.9")
    place.install()
    if proof == "pin":
        place.kind.releases = replace(place.kind.releases, pins={standin.asset_name("9.9.8"): sha256(old)})
    place.vendor.publish("9.9.10", {standin.asset_name("9.9.10"): old})
    with pytest.raises(VerificationFailed, match="gave an old file a new number") as caught:
        place.install()
    assert caught.value.details["reason"] == "version"
    assert place.version == "9.9.9"


def test_a_backport_that_was_published_last_is_not_the_latest(place):
    place.publish("9.9.9")
    place.publish("9.8.7")
    assert place.install().program.version == "9.9.9"
    assert place.install(version="9.8.7").program.version == "9.8.7"


def test_another_file_under_a_known_name_is_refused_where_no_author_vouches_for_it(place):
    place.kind.releases = replace(place.kind.releases, signature=None)
    place.publish(signed=False)
    place.install()
    place.vendor.published.clear()
    place.publish(content=standin.program("9.9.9", more="# another"), signed=False)
    with pytest.raises(VerificationFailed, match="another file than the one"):
        place.install(force=True)
    assert place.version == "9.9.9"


# ——— an archive of one's own


def test_an_archive_on_disk_is_proven_as_a_download_is(place, tmp_path):
    file = tmp_path / standin.asset_name("9.9.9")
    file.write_bytes(place.publish())
    done = place.installer.install_file(place.kind, file, place.told.append)
    assert (done.program.version, done.program.verified) == ("9.9.9", "signature")
    assert file.exists()
    file.write_bytes(file.read_bytes() + b"x")
    with pytest.raises(VerificationFailed, match="GitHub's digest is another"):
        place.installer.install_file(place.kind, file, place.told.append, allow_unverified=True)


def test_an_archive_that_was_renamed_is_known_by_its_digest(place, tmp_path):
    file = tmp_path / "xmrig (1).tar.gz"
    file.write_bytes(place.publish())
    assert place.installer.install_file(place.kind, file, place.told.append).program.verified == "signature"


def test_offline_an_archive_is_held_against_the_list_that_was_fetched_last(place, tmp_path):
    place.kind.releases = replace(place.kind.releases, signature=None)
    file = tmp_path / standin.asset_name("9.9.9")
    file.write_bytes(place.publish(signed=False))
    place.installer.look(place.kind)
    offline = Installer(place.programs, ("linux", "amd64"), NOWHERE)
    assert offline.install_file(place.kind, file, place.told.append).program.verified == "digest"
    file.write_bytes(standin.archive(standin.program(more="# another")))
    with pytest.raises(VerificationFailed, match="GitHub's digest is another"):
        offline.install_file(place.kind, file, place.told.append, allow_unverified=True)


@pytest.mark.parametrize("make", [getattr(os, "mkfifo", Path.mkdir), Path.mkdir, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_said_and_not_waited_for(place, tmp_path, make):
    make(tmp_path / "odd")
    with pytest.raises(DownloadFailed):
        place.installer.install_file(place.kind, tmp_path / "odd", place.told.append)


def test_offline_a_pinned_archive_is_installed_and_any_other_says_what_could_not_be_checked(place, tmp_path):
    file = tmp_path / "renamed.tar.gz"
    file.write_bytes(standin.archive(standin.program()))
    installer = Installer(place.programs, ("linux", "amd64"), NOWHERE)
    with pytest.raises(VerificationFailed, match=r"could not be asked.*online") as caught:
        installer.install_file(place.kind, file, place.told.append)
    assert "when it answers" in caught.value.details["suggestion"]
    assert installer.install_file(place.kind, file, place.told.append, allow_unverified=True).program.verified == "none"
    place.kind.releases = replace(place.kind.releases, pins={"a": sha256(file.read_bytes())})
    assert installer.install_file(place.kind, file, place.told.append).program.verified == "pin"


def test_an_archive_that_is_not_there_is_said(place, tmp_path):
    with pytest.raises(DownloadFailed, match="cannot be read"):
        place.installer.install_file(place.kind, tmp_path / "absent", place.told.append)
    assert place.places() == []


def test_a_program_without_releases_is_no_part_of_the_platform_but_somebody_s_own_build() -> None:
    with pytest.raises(NotSupported) as caught:
        published_by(CCMINER)
    assert "has no releases that could be installed" in caught.value.message
    assert "register your own build" in caught.value.message
    assert caught.value.details["suggestion"] == f"miner-ctrl register ccminer {example_path('ccminer')}"
    with pytest.raises(NotSupported, match="part of the platform"):
        published_by(WATCH)
