"""Fetching from a vendor's hosts and nowhere else: each address is checked before it is connected to, redirects too."""

import http.client
import socket
import ssl
import threading
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from mining import __version__
from mining.domain.errors import DownloadFailed
from mining.domain.message import phrase

_PORTS = {"https": 443, "http": 80}
_MOST_REDIRECTS = 5
_CHUNK = 256 * 1024
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Vendor:
    """The hosts that are asked, each as scheme://host[:port]; nothing else is ever connected to."""

    api: str = "https://api.github.com"
    downloads: str = "https://github.com"
    redirects: tuple[str, ...] = (
        "https://objects.githubusercontent.com",
        "https://release-assets.githubusercontent.com",
    )


@dataclass(frozen=True)
class Timeouts:
    """How long the other side may take, in seconds."""

    connect: float = 10.0
    idle: float = 30.0  # without a single byte
    answer: float = 60.0  # for a small answer, in all
    download: float = 1800.0  # for a whole archive


class WebAnswer:
    """What a host said: the headers at once, the body piece by piece."""

    def __init__(self, exchange: "_Exchange", response: http.client.HTTPResponse) -> None:
        self._exchange = exchange
        self._response = response
        self.status = response.status
        self.headers: Mapping[str, str] = {name.lower(): value for name, value in response.getheaders()}
        self.length = response.length  # bytes still to come; None: it does not say

    def chunks(self) -> Iterator[bytes]:
        """The body; DownloadFailed when it stalls, takes too long or ends early."""
        while True:
            with self._exchange.explained():
                chunk = self._response.read1(_CHUNK)
            if not chunk:
                break
            yield chunk
        if self._response.length:
            raise self._exchange.failed(phrase("download.ended_early"), "truncated")

    def body(self, most: int) -> bytes:
        """The whole body, of at most `most` bytes."""
        parts, size = [], 0
        for chunk in self.chunks():
            size += len(chunk)
            if size > most:
                raise self._exchange.failed(phrase("download.far_longer"), "too_large")
            parts.append(chunk)
        return b"".join(parts)


class Web:
    """A client for one vendor, or for another at a call. `close` ends what is under way, from any thread."""

    def __init__(self, vendor: Vendor = Vendor(), timeouts: Timeouts = Timeouts()) -> None:
        self.vendor = vendor
        self.timeouts = timeouts
        self._open: set[_Exchange] = set()
        self._closed = False

    def close(self) -> None:
        """End every transfer; no new one can begin."""
        self._closed = True
        for exchange in tuple(self._open):
            exchange.abort(phrase("download.daemon_ends"))

    @contextmanager
    def get(
        self, url: str, seconds: float, headers: Mapping[str, str] | None = None, vendor: Vendor | None = None
    ) -> Iterator[WebAnswer]:
        """The answer of a host, whatever its status; redirects are followed among the vendor's hosts."""
        until, vendor = time.monotonic() + seconds, vendor or self.vendor
        for _ in range(_MOST_REDIRECTS + 1):
            target = _checked(url, vendor)
            exchange = _Exchange(target, self.timeouts, until)
            self._open.add(exchange)
            try:
                if self._closed:
                    raise exchange.failed(phrase("download.daemon_ends"), "ending")
                answer = exchange.begin(headers or {})
                if answer.status not in _MOVED:
                    yield answer
                    return
                url = urljoin(url, answer.headers.get("location", ""))
            finally:
                self._open.discard(exchange)
                exchange.end()
        raise DownloadFailed(phrase("download.redirects", host=str(target.hostname)), reason="redirect")


def _checked(url: str, vendor: Vendor) -> SplitResult:
    target = _split(url)
    if target is None or origin(target) not in (vendor.api, vendor.downloads, *vendor.redirects):
        text = phrase("download.strange_address")
        if target is not None:
            text = phrase("download.strange_host", host=str(target.hostname))
        raise DownloadFailed(text, reason="redirect")
    return target


class _Exchange:
    """One request and its answer over a connection of its own, cut off when its time is over."""

    def __init__(self, target: SplitResult, timeouts: Timeouts, until: float) -> None:
        self._target = target
        self._host = str(target.hostname)
        self._timeouts = timeouts
        self._connection: http.client.HTTPConnection | None = None
        self._socket: socket.socket | None = None
        self._aborted: str | None = None
        self._timer = threading.Timer(
            max(until - time.monotonic(), 0.001), self.abort, [phrase("download.took_too_long")]
        )
        self._timer.daemon = True

    def begin(self, headers: Mapping[str, str]) -> WebAnswer:
        """Connect, ask, and read the answer's headers."""
        self._timer.start()
        path = (self._target.path or "/") + (f"?{self._target.query}" if self._target.query else "")
        with self.explained():
            self._connection = connection = _connection(self._target, self._timeouts.connect)
            # http.client's own way to open its socket, so that `abort` reaches it before a proxy or TLS has answered
            connection._create_connection = self._open  # type: ignore[attr-defined]  # not in its stubs
            connection.connect()
            self._socket = connection.sock
            if self._aborted is not None:
                raise self.failed("", "timeout")
            connection.sock.settimeout(self._timeouts.idle)
            connection.request("GET", path, headers={"User-Agent": f"mining-platform/{__version__}", **headers})
            return WebAnswer(self, connection.getresponse())

    def _open(self, *where: Any, **how: Any) -> socket.socket:
        self._socket = opened = socket.create_connection(*where, **how)
        return opened

    def abort(self, why: str) -> None:
        """End it from another thread: whoever waits for it wakes up."""
        self._aborted = self._aborted or why
        if self._socket is not None:
            with suppress(OSError):
                # SSLSocket's own shutdown would let a reader take what is still encrypted for the answer
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def end(self) -> None:
        """Let go of the connection."""
        self._timer.cancel()
        if self._connection is not None:
            self._connection.close()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Say in words what goes wrong inside."""
        try:
            yield
        except TimeoutError as error:
            raise self.failed(phrase("download.no_answer"), "timeout") from error
        except ssl.SSLCertVerificationError as error:
            text = phrase("download.unproven_host", host=self._host, words=error.verify_message)
            raise self.failed(text, "tls") from error
        except (socket.gaierror, ConnectionRefusedError) as error:
            raise self.failed(None, "offline") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            online = self._socket is not None
            words = str(error) or type(error).__name__
            if not online:
                raise self.failed(phrase("download.offline_because", words=words), "offline") from error
            raise self.failed(phrase("download.broken", words=words), "broken") from error
        if self._aborted is not None:
            raise self.failed("", "timeout")

    def failed(self, why: str | None, reason: str) -> DownloadFailed:
        """The error, which names the host and says whether to try again; without a cause it cannot be reached."""
        if self._aborted is not None:
            why, reason = self._aborted, "timeout" if "long" in self._aborted else "ending"
        text = phrase("download.offline", host=self._host)
        if why is not None:
            text = phrase("download.failed", host=self._host, why=why)
        return DownloadFailed(text, reason=reason, host=self._host)


def origin(target: SplitResult) -> str:
    """scheme://host[:port], without a port that goes without saying."""
    port = target.port
    return f"{target.scheme}://{target.hostname}" + (
        f":{port}" if port not in (None, _PORTS.get(target.scheme)) else ""
    )


def _split(url: str, login: bool = False) -> SplitResult | None:
    try:
        target = urlsplit(url)
        _ = target.port
    except ValueError:
        return None
    plain = url.isascii() and url.isprintable() and " " not in url
    if not plain or target.scheme not in _PORTS or not target.hostname or ("@" in target.netloc and not login):
        return None
    return target


def _connection(target: SplitResult, timeout: float) -> http.client.HTTPConnection:
    host, port = str(target.hostname), target.port or _PORTS[target.scheme]
    if target.scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=timeout)
    context: Any = ssl.create_default_context()
    proxy = "" if proxy_bypass(host) else getproxies().get("https", "")
    if not proxy:
        return http.client.HTTPSConnection(host, port, timeout=timeout, context=context)
    way = _split(proxy if "//" in proxy else f"http://{proxy}", login=True)
    if way is None or way.scheme != "http" or not way.hostname:
        raise ValueError("HTTPS_PROXY must be http://host:port")
    connection = http.client.HTTPSConnection(way.hostname, way.port or 80, timeout=timeout, context=context)
    login = {}
    if way.username:
        words = f"{unquote(way.username)}:{unquote(way.password or '')}".encode()
        login["Proxy-Authorization"] = "Basic " + b64encode(words).decode()
    connection.set_tunnel(host, port, login)
    return connection
