"""Over HTTPS, as the vendors' hosts speak it: who does not prove a name is not believed; a proxy may stand between."""

import http.server
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from mining.domain.errors import DownloadFailed
from mining.programs.web import Vendor, Web
from tests.daemons import wait_for
from tests.programs.conftest import Place
from tests.standins import vendor as standin

HERE = Vendor("https://localhost", "https://localhost", ())
CERTIFICATES = Path(__file__).parents[1] / "pools" / "certificates"
NAMED = CERTIFICATES / "localhost.crt"


@contextmanager
def a_vendor(name: str) -> Iterator[standin.Standin]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(NAMED, CERTIFICATES / "localhost.key")
    with standin.running(context, name) as running:
        yield running


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)


def test_a_release_comes_over_https_and_its_redirect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(NAMED))
    with a_vendor("localhost") as vendor:
        place = Place(tmp_path / "programs", vendor)
        place.publish()
        assert place.install().program.verified == "signature"
        assert {host for host, _ in vendor.requests} == {"api", "downloads", "objects"}


@pytest.mark.parametrize(("name", "trusted"), [("localhost", False), ("127.0.0.1", True)])
def test_a_host_that_does_not_prove_its_name_is_asked_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, trusted: bool
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(NAMED if trusted else tmp_path / "nobody"))
    with a_vendor(name) as vendor:
        place = Place(tmp_path / "programs", vendor)
        place.publish()
        with pytest.raises(DownloadFailed, match="does not prove that it is") as caught:
            place.install()
        assert caught.value.details["reason"] == "tls"
        assert vendor.requests == []
        assert place.version is None


def test_a_release_comes_through_the_proxy_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(NAMED))
    with a_vendor("localhost") as vendor, a_proxy() as (address, passed):
        monkeypatch.setenv("HTTPS_PROXY", f"http://me:secret@{address}")
        place = Place(tmp_path / "programs", vendor)
        place.publish()
        assert place.install().program.version == "9.9.9"
        hosts = [vendor.vendor.api, vendor.vendor.downloads, *vendor.vendor.redirects]
        assert {host for host, _ in passed} == {host.removeprefix("https://") for host in hosts}
        assert {login for _, login in passed} == {"Basic bWU6c2VjcmV0"}


@pytest.mark.parametrize("ended_by", ["its deadline", "the daemon's end"])
def test_a_proxy_that_never_finishes_its_answer_holds_nobody_up(monkeypatch: pytest.MonkeyPatch, ended_by: str) -> None:
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            with suppress(OSError):  # the last one ends the server's socket
                while True:
                    peer, _ = server.accept()
                    asked.append(peer.recv(4096))
                    with suppress(ConnectionError):
                        peer.sendall(b"HTTP/1.1 200 OK\r\n")
                        while True:
                            peer.sendall(b"X-More: x\r\n")
                            time.sleep(0.3)

        threading.Thread(target=drip, daemon=True).start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.getsockname()[1]}")
        web = Web(HERE)

        def close_once_asked() -> None:
            wait_for(lambda: asked, 20, "the proxy to be asked")
            web.close()

        if ended_by == "the daemon's end":
            threading.Thread(target=close_once_asked).start()
        for seconds in (0.7, 7.0, 70.0) if ended_by == "its deadline" else (3600.0,):
            with pytest.raises(DownloadFailed), web.get("https://localhost/", seconds):
                pass
            if asked:  # on a busy machine the first deadline may be over before
                break
        assert asked[0].startswith(b"CONNECT localhost:443")
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("proxy", ["http://me:pa55word@127.0.0.1:pa55", "socks5://me:pa55word@127.0.0.1:1", "pa55@[::"])
def test_a_proxy_that_is_none_is_said_without_its_password(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with (
        pytest.raises(DownloadFailed, match="HTTPS_PROXY must be") as caught,
        Web(HERE).get("https://localhost/", 5),
    ):
        pass
    assert "pa55" not in caught.value.message


@contextmanager
def a_proxy() -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """A proxy that connects to loopback alone; its address, and which hosts were asked for with which login."""
    passed: list[tuple[str, str | None]] = []

    class Proxy(http.server.BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            passed.append((self.path, self.headers["Proxy-Authorization"]))
            with socket.create_connection(("127.0.0.1", int(self.path.rpartition(":")[2]))) as beyond:
                self.send_response(200)
                self.end_headers()
                back = threading.Thread(target=pump, args=(beyond, self.connection), daemon=True)
                back.start()
                pump(self.connection, beyond)
                back.join(60)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}", passed
    finally:
        server.shutdown()
        server.server_close()


def pump(source: socket.socket, target: socket.socket) -> None:
    """Pass on what comes until it ends."""
    with suppress(OSError):
        while content := source.recv(65536):
            target.sendall(content)
        target.shutdown(socket.SHUT_WR)
