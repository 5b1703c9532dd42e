"""The certificate in use: until when it holds, renewed files that are taken, and those that are no good."""

import asyncio
import base64
import os
import shutil
import ssl
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mining.api.certificate import Certificate, expiry
from mining.api.tls import BadCertificate
from mining.foundation.platform import make_private
from mining.foundation.tasks import end, owned
from tests.api.bare_serving import Bare, bare_served
from tests.api.serving import everything

OWN = Path(__file__).with_name("certificates")
LOCALHOST = Path(__file__).parents[1] / "pools" / "certificates"
OLD, ITS_KEY = OWN / "expired.crt", OWN / "same_kind.key"
NEW, NEW_KEY = LOCALHOST / "localhost.crt", LOCALHOST / "localhost.key"
ENDED, ENDS = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), datetime(2126, 10, 31, 3, 54, 49, tzinfo=UTC)
LAST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def put(folder: Path, *files: tuple[Path, str]) -> None:
    """Put files in the place of others at once, as who renews a certificate does."""
    for source, name in files:
        shutil.copy(source, folder / "next")
        make_private(folder / "next")
        (folder / "next").replace(folder / name)


@pytest.fixture
def certificate(tmp_path: Path) -> Certificate:
    """One that has expired."""
    put(tmp_path, (OLD, "rig.crt"), (ITS_KEY, "rig.key"))
    return Certificate(tmp_path / "rig.crt", tmp_path / "rig.key")


def der(certificate: Path) -> bytes:
    return ssl.PEM_cert_to_DER_cert(certificate.read_text())


def shown_by(server: Bare) -> bytes:
    """The certificate that a new connection gets."""
    anything = ssl.create_default_context()
    anything.check_hostname, anything.verify_mode = False, ssl.CERT_NONE
    with anything.wrap_socket(server.connect(), server_hostname="localhost") as peer:
        return peer.getpeercert(binary_form=True) or b""


@pytest.mark.parametrize(("file", "until"), [(OLD, ENDED), (NEW, ENDS)], ids=["in two digits", "after 2049"])
def test_a_certificate_says_until_when_it_holds(file: Path, until: datetime) -> None:
    assert expiry(file.read_bytes()) == until
    assert expiry(b"# of our own\n" + file.read_bytes() + OLD.read_bytes()) == until, "the first one is the server's"


def wrapped(content: bytes) -> bytes:
    return b"-----BEGIN CERTIFICATE-----\n" + base64.encodebytes(content) + b"-----END CERTIFICATE-----\n"


@pytest.mark.parametrize(
    "file",
    [b"", b"nonsense", wrapped(b""), wrapped(b"0"), wrapped(b"\x30\x84\xff\xff\xff\xff"), wrapped(b"\x30" * 60),
     *(wrapped(der(OLD)[:size]) for size in range(0, 500, 25)),
     *(wrapped(der(NEW).replace(b"21261031035449Z", wrong)) for wrong in (b"x" * 15, b"21261331035449Z"))],
)  # fmt: skip
def test_what_does_not_say_it_is_not_known_and_never_a_crash(file: bytes) -> None:
    assert expiry(file) is None


def test_files_that_are_none_are_refused_at_the_start(tmp_path: Path) -> None:
    put(tmp_path, (OLD, "rig.crt"), (NEW_KEY, "rig.key"))
    with pytest.raises(BadCertificate):
        Certificate(tmp_path / "rig.crt", tmp_path / "rig.key")


def test_renewed_files_are_used_by_the_next_connection_and_those_that_are_open_stay(
    certificate: Certificate, tmp_path: Path
) -> None:
    with bare_served(tls=certificate.context) as server:
        assert shown_by(server) == der(OLD)
        anything = ssl.create_default_context()
        anything.check_hostname, anything.verify_mode = False, ssl.CERT_NONE
        with anything.wrap_socket(server.connect(), server_hostname="localhost") as before:
            assert not certificate.look(), "nothing is new"
            put(tmp_path, (NEW, "rig.crt"), (NEW_KEY, "rig.key"))
            assert certificate.look()
            assert shown_by(server) == der(NEW)
            before.sendall(LAST)
            assert everything(before).startswith(b"HTTP/1.1 200")
    assert certificate.facts.expires == ENDS
    assert not certificate.look()


@pytest.mark.parametrize("how", ["half", "gone", "cut off"])
def test_new_files_that_are_no_good_leave_the_one_before_in_use_and_are_told_when_they_stay(
    certificate: Certificate, tmp_path: Path, how: str
) -> None:
    put(tmp_path, (NEW, "rig.crt"))
    if how == "gone":
        (tmp_path / "rig.key").unlink()
    elif how == "cut off":
        (tmp_path / "rig.crt").write_bytes(NEW.read_bytes()[:300])
    assert not certificate.look()
    assert certificate.facts.refused is None, "the other file may be on its way"
    assert not certificate.look()
    assert "rig." in (certificate.facts.refused or "")
    with bare_served(tls=certificate.context) as server:
        assert shown_by(server) == der(OLD)
    put(tmp_path, (NEW, "rig.crt"), (NEW_KEY, "rig.key"))
    assert certificate.look()
    assert certificate.facts.refused is None


def test_files_that_become_what_they_were_are_no_trouble_any_more(certificate: Certificate, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    os.link(tmp_path / "rig.crt", saved)
    put(tmp_path, (NEW, "rig.crt"))
    assert [certificate.look(), certificate.look()] == [False, False]
    assert certificate.facts.refused
    saved.replace(tmp_path / "rig.crt")
    assert not certificate.look()
    assert certificate.facts.refused is None


def test_files_that_are_replaced_while_they_are_read_are_taken_once(
    certificate: Certificate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, (NEW, "rig.crt"))
    load = certificate._load

    def load_late() -> Any:
        monkeypatch.undo()
        put(tmp_path, (NEW_KEY, "rig.key"))
        return load()

    monkeypatch.setattr(certificate, "_load", load_late)
    assert [certificate.look() for _ in range(3)] == [False, True, False]


async def test_what_becomes_of_it_is_told_once(certificate: Certificate, tmp_path: Path) -> None:
    told: list[str] = []
    enough = asyncio.Event()

    async def tell(miner: None, kind: str, sentence: Any, who: None) -> None:
        assert (miner, kind, who) == (None, "certificate", None)
        told.append(sentence.code)
        enough.set()

    async def next_word() -> Sequence[str]:
        async with asyncio.timeout(30):
            await enough.wait()
        enough.clear()
        return told

    watching = owned("watch", certificate.watch(tell, every=0.01))
    assert await next_word() == ["certificate.expired"]
    await asyncio.sleep(0.1)
    put(tmp_path, (NEW, "rig.crt"))
    assert await next_word() == ["certificate.expired", "certificate.refused"]
    await asyncio.sleep(0.1)
    put(tmp_path, (NEW_KEY, "rig.key"))
    await next_word()
    await asyncio.sleep(0.1)
    assert told == ["certificate.expired", "certificate.refused", "certificate.renewed"]
    assert certificate.faults() == ()
    await end(watching)
