"""Whether a file is what its author published: by our own pin, by the author's signature, or by GitHub's digest."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from pysequoia import Cert, Sig, verify

from mining.domain.adapter import MinerType, ReleaseSource
from mining.domain.errors import DownloadFailed, VerificationFailed
from mining.domain.message import phrase, together
from mining.domain.programs.release import Asset, Proof, Release
from mining.foundation.files import read_plain
from mining.programs.choice import published_by
from mining.programs.record import write_whole
from mining.programs.releases import Publisher

SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
_MOST = 256 * 1024  # bytes of a checksum list, a signature or a key
_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](\S+)\s*")


def expected(releases: ReleaseSource | None, file: Asset | None = None) -> Proof | None:
    """How a type's newest release will be proven, as far as its adapter and the listed file tell; None: it has none."""
    if releases is None:
        return None
    if releases.signature:
        return "signature"
    if file is not None and file.name in releases.pins:
        return "pin"
    if releases.site is None:
        return "none" if file is not None and file.sha256 is None else "digest"  # GitHub has none of old files
    return "pin" if releases.pins else "none"


def judge(
    kind: MinerType,
    name: str,
    sha256: str,
    *,
    digest: str | None,
    signed: Callable[[], str | None],
    allow_unverified: bool = False,
) -> Proof:
    """How a file is proven. VerificationFailed when something contradicts it, or when nothing is said at all.

    `signed` fetches the SHA-256 that the author signed for this name; None: this release carries no signature.
    Being allowed to install something unproven never covers what is proven wrong.
    """
    releases = published_by(kind)
    if digest is not None and digest != sha256:
        raise _contradicted(name, phrase("verify.digest"))
    pin = releases.pins.get(name)
    if pin is not None and pin.lower() != sha256:
        raise _contradicted(name, phrase("verify.pin"))
    if pin is not None or sha256 in {one.lower() for one in releases.pins.values()}:
        return "pin"
    if releases.signature is not None:
        promised = signed()
        if promised is not None and promised != sha256:
            raise _contradicted(name, phrase("verify.signed"))
        if promised is not None:
            return "signature"
        if not allow_unverified:
            text = phrase("verify.unsigned", program=kind.facts.title, file=name)
            raise VerificationFailed(
                text,
                reason="unsigned",
                suggestion=phrase("verify.unsigned.way_out"),
            )
    elif digest is not None:
        return "digest"
    if allow_unverified:
        return "none"
    doubt: str = phrase("verify.unproven", file=name, program=kind.facts.title)
    if name in releases.others:
        same = releases.others[name].lower() == sha256
        doubt = together([doubt, phrase("verify.others_agree") if same else phrase("verify.others_differ")])
    way_out = phrase("verify.unproven.way_out", type=kind.name)
    raise VerificationFailed(doubt, reason="unverified", suggestion=way_out)


def signed_sum(publisher: Publisher, kind: MinerType, release: Release, asset: Asset, key_file: Path) -> str | None:
    """The SHA-256 that a release's author signed for an asset; None when this release carries no signature."""
    there = {one.name: one for one in release.assets}
    if SUMS not in there or SIGNATURE not in there:
        return None
    releases = published_by(kind)
    listed = publisher.small(there[SUMS], _MOST)
    signature = publisher.small(there[SIGNATURE], _MOST)
    check_signature(listed, signature, author_key(publisher, releases, key_file), releases)
    promised = read_sums(listed).get(asset.name)
    if promised is None:
        raise VerificationFailed(phrase("verify.not_listed", file=asset.name), reason="sums")
    return promised


def author_key(publisher: Publisher, releases: ReleaseSource, key_file: Path) -> bytes:
    """The author's public key as it is today, with what may have been revoked or extended; offline as it was last.

    It is believed for its fingerprint alone.
    """
    if releases.key_path is None:
        raise DownloadFailed(phrase("download.no_key_place"), reason="not_found")
    try:
        key = publisher.file(releases.key_path, _MOST)
    except DownloadFailed:
        if key_file.exists() and is_key(content := read_plain(key_file, _MOST), releases):
            return content
        raise
    if not is_key(key, releases):
        text = phrase("verify.other_key")
        raise VerificationFailed(text, reason="key")
    write_whole(key_file, key)
    return key


def is_key(key: bytes, releases: ReleaseSource) -> bool:
    """Whether this is the key with the pinned fingerprint."""
    try:
        return Cert.from_bytes(key).fingerprint.lower() == (releases.key_fingerprint or "").lower()
    except Exception:  # the library raises what its decoder raises, and a key that cannot be read is none
        return False


def check_signature(content: bytes, signature: bytes, key: bytes, releases: ReleaseSource) -> None:
    """VerificationFailed unless the owner of the pinned key signed exactly this content."""
    certificate = Cert.from_bytes(key)
    pinned = (releases.key_fingerprint or "").lower()
    try:
        proof = verify(content, store=lambda _: [certificate], signature=Sig.from_bytes(signature))
        good = any(one.certificate.lower() == pinned for one in proof.valid_sigs)
    except Exception as error:  # the library raises what its decoder raises; whatever it is, nothing is proven
        raise _bad_signature() from error
    if not good:
        raise _bad_signature()


def read_sums(listed: bytes) -> Mapping[str, str]:
    """File names and their SHA-256 in a SHA256SUMS; a name with two sums has none."""
    sums: dict[str, str] = {}
    twice = set()
    for line in listed.decode("utf-8", "replace").splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        sha256, name = match[1].lower(), match[2]
        if sums.setdefault(name, sha256) != sha256:
            twice.add(name)
    return {name: sha256 for name, sha256 in sums.items() if name not in twice}


def _bad_signature() -> VerificationFailed:
    text = phrase("verify.bad_signature")
    return VerificationFailed(text, reason="signature")


def _contradicted(name: str, by: str) -> VerificationFailed:
    text = phrase("verify.contradicted", file=name, by=by)
    return VerificationFailed(text, reason="mismatch")
