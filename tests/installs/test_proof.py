"""How a release or an archive is proven, and what is refused for want of proof."""

import hashlib
from dataclasses import replace

import pytest

from mining.domain.errors import DownloadFailed, VerificationFailed
from mining.installs.installer import Installer
from mining.installs.verify import expected
from mining.installs.versions import Versions
from mining.installs.web import Vendor
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


def test_a_vendor_who_signs_is_not_believed_without_a_signature(place):
    place.publish(signed=False)
    with pytest.raises(VerificationFailed, match="carries no signature"):
        place.install()
    assert not place.mark.exists()
    assert place.install(allow_unverified=True).program.verified == "none"  # though GitHub has a digest of it


def test_what_was_unproven_is_replaced_without_force_once_it_is_proven(place):
    packed = place.publish(signed=False)
    place.install(allow_unverified=True)
    place.vendor.published.clear()
    place.vendor.publish("9.9.9", {standin.asset_name("9.9.9"): packed})
    done = place.install()
    assert (done.changed, done.program.verified) == (True, "signature")


def test_the_authors_key_is_fetched_once_and_believed_for_its_fingerprint_alone(place):
    place.publish()
    place.vendor.key = str(standin.Tsk.generate("Somebody else").extract_certificate()).encode()
    with pytest.raises(VerificationFailed, match="key is not the one"):
        place.install()
    place.vendor.key = str(standin.KEY).encode()
    place.install()
    place.install(force=True)
    assert place.vendor.asked("xmrig.asc") == 2
    (place.programs / "xmrig" / "author.asc").write_text("not a key any more")
    place.install(force=True)
    assert place.vendor.asked("xmrig.asc") == 3


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


def test_offline_a_pinned_archive_is_installed_and_any_other_says_what_could_not_be_checked(place, tmp_path):
    file = tmp_path / "renamed.tar.gz"
    file.write_bytes(standin.archive(standin.program()))
    installer = Installer(place.programs, ("linux", "amd64"), NOWHERE)
    with pytest.raises(VerificationFailed, match=r"could not be asked.*online"):
        installer.install_file(place.kind, file, place.told.append)
    assert installer.install_file(place.kind, file, place.told.append, allow_unverified=True).program.verified == "none"
    place.kind.releases = replace(place.kind.releases, pins={"a": sha256(file.read_bytes())})
    assert installer.install_file(place.kind, file, place.told.append).program.verified == "pin"


def test_an_archive_that_is_not_there_is_said(place, tmp_path):
    with pytest.raises(DownloadFailed, match="cannot be read"):
        place.installer.install_file(place.kind, tmp_path / "absent", place.told.append)
    assert place.places() == []
