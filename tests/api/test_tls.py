"""TLS: what a certificate and its key must be, who is let in, and what plain HTTP is told."""

import os
import re
import shutil
import ssl
from pathlib import Path

import pytest

from mining.api import tls
from mining.api.tls import BadCertificate, tls_context
from mining.foundation.platform import make_private
from tests.api.bare_serving import Bare, bare_served
from tests.api.serving import everything
from tests.systems import POSIX

OWN = Path(__file__).with_name("certificates")
LOCALHOST = Path(__file__).parents[1] / "pools" / "certificates"
LAST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A certificate and some keys, readable for their owner alone."""
    for source in (*LOCALHOST.iterdir(), *OWN.iterdir()):
        make_private(Path(shutil.copy(source, tmp_path)))
    (tmp_path / "nonsense").write_text("nonsense")
    make_private(tmp_path / "nonsense")
    return tmp_path


def a_context(files: Path) -> ssl.SSLContext:
    return tls_context(files / "localhost.crt", files / "localhost.key")


def greeted(server: Bare, files: Path) -> ssl.SSLSocket:
    """A connection that speaks TLS and trusts the certificate."""
    trusting = ssl.create_default_context(cafile=files / "localhost.crt")
    return trusting.wrap_socket(server.connect(), server_hostname="localhost")


@pytest.mark.parametrize(
    ("certificate", "key", "issue"),
    [
        ("absent", "localhost.key", "--tls-cert .*absent cannot be read: no such file"),
        ("localhost.crt", "absent", "--tls-key .*absent cannot be read: no such file"),
        ("localhost.crt", ".", "--tls-key .* is no file"),
        ("localhost.crt", "other.key", "does not belong to the certificate"),
        ("localhost.crt", "same_kind.key", "does not belong to the certificate"),
        ("localhost.crt", "locked.key", "has a password; write one without: openssl pkey"),
        ("nonsense", "localhost.key", "must be a certificate and its key, both in PEM"),
        ("localhost.crt", "nonsense", "must be a certificate and its key, both in PEM"),
    ],
)
def test_what_cannot_be_used_is_said_in_words(files: Path, certificate: str, key: str, issue: str) -> None:
    with pytest.raises(BadCertificate, match=issue):
        tls_context(files / certificate, files / key)


@POSIX
def test_a_key_that_everybody_can_read_is_refused_with_the_command_that_helps(files: Path) -> None:
    key = files / "localhost.key"
    key.chmod(0o644)
    with pytest.raises(BadCertificate) as refused:
        a_context(files)
    command = re.search(r"chmod .*", str(refused.value))
    assert command is not None
    assert os.system(command[0]) == 0
    assert a_context(files)


def test_who_speaks_tls_is_answered_and_the_application_knows_it(files: Path) -> None:
    with bare_served(tls=lambda: a_context(files)) as server, greeted(server, files) as peer:
        peer.sendall(LAST)
        assert everything(peer).startswith(b"HTTP/1.1 200")
        assert peer.version() in ("TLSv1.2", "TLSv1.3")
        assert server.scopes[0]["scheme"] == "https"


def test_old_versions_of_tls_are_refused(files: Path) -> None:
    assert a_context(files).minimum_version == ssl.TLSVersion.TLSv1_2


def test_plain_http_is_told_what_to_do(files: Path) -> None:
    with bare_served(tls=lambda: a_context(files)) as server, server.connect() as peer:
        peer.sendall(LAST)
        answer = everything(peer)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b"begin the address with https://" in answer
    assert not server.scopes


@pytest.mark.parametrize("begun", [b"", b"\x16", b"\x16\x03\x01\x02\x00"])
def test_who_dawdles_over_the_handshake_is_cut_off_and_others_are_not(
    files: Path, begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tls, "HANDSHAKE_TIME", 0.5)
    with bare_served(tls=lambda: a_context(files)) as server, server.connect() as slow:
        slow.sendall(begun)
        assert everything(slow) == b""
        monkeypatch.undo()
        with greeted(server, files) as peer:
            peer.sendall(LAST)
            assert everything(peer).startswith(b"HTTP/1.1 200")


def test_only_so_many_handshakes_are_under_way(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tls, "MOST_HANDSHAKES", 2)
    with bare_served(tls=lambda: a_context(files)) as server:
        slow = [server.connect() for _ in range(3)]
        assert slow[2].recv(1) == b""
        slow[0].close()
        slow[1].settimeout(0.2)
        with pytest.raises(TimeoutError):
            slow[1].recv(1)
        for each in slow[1:]:
            each.close()


def test_a_body_comes_whole_through_tls_and_pipelined_requests_too(files: Path) -> None:
    body = b"x" * 500_000
    head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(body)
    with bare_served(tls=lambda: a_context(files)) as server, greeted(server, files) as peer:
        peer.sendall(head + body + LAST.replace(b"Connection: close\r\n", b"") * 50 + LAST)
        assert everything(peer).count(b"HTTP/1.1 200") == 52
