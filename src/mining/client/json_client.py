"""The API's answers as JSON: one HTTP connection to the daemon, answers without their envelope."""

import json
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote, urlencode, urlsplit

from mining.client.address import DaemonAddress, LocalSocket
from mining.client.error import NO_DAEMON, NOT_THE_PLATFORM, TIMED_OUT, ApiError

if TYPE_CHECKING:
    from http.client import HTTPConnection
    from socket import socket

    from mining.client.connections import LiveWay

TIMEOUT = 120.0  # seconds; a restart waits up to 60 for a program that ends slowly, and then for its pool


class JsonClient:
    """A daemon's API below one base URL. It is for one thread at a time."""

    agent = "mining-client"

    def __init__(self, address: DaemonAddress, timeout: float = TIMEOUT) -> None:
        """Nobody is asked yet; ValueError for a URL or key file that is none. `timeout` is in seconds."""
        self.url = address.url.rstrip("/")
        self._secure, self._host, self._port, self._base = _parts(self.url)
        self._local: LocalSocket | None = address.socket
        self._unserved = address.unserved
        self._key, self._cacert, self._timeout = address.key, address.cacert, timeout
        self._connection: HTTPConnection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the next request opens another."""
        if self._connection is not None:
            self._connection.close()

    def get(self, path: str, /, **query: Any) -> Any:
        """The data of a GET below the base URL."""
        return self.ask("GET", path, query)

    def post(self, path: str, body: Any = None, /, **query: Any) -> Any:
        """The data of a POST below the base URL."""
        return self.ask("POST", path, query, body)

    def put(self, path: str, body: Any, /, **query: Any) -> Any:
        """The data of a PUT below the base URL."""
        return self.ask("PUT", path, query, body)

    def delete(self, path: str, /, **query: Any) -> Any:
        """The data of a DELETE below the base URL."""
        return self.ask("DELETE", path, query)

    def health(self) -> Any:
        """How the daemon itself is; it says so at the root of the server, whatever the namespace."""
        return self._data("GET", "/healthz", None)

    def all(self, path: str, /, **query: Any) -> dict[str, Any]:
        """A whole list, however many pages it has, as one page."""
        items: list[Any] = []
        page = 1
        while True:
            data = self.get(path, page=page, limit=1000, **query)
            items += data["items"]
            if page >= data["pagination"]["pages"]:
                whole = {"page": 1, "limit": max(1, len(items)), "total": len(items), "pages": min(1, len(items))}
                return {"items": items, "pagination": whole}
            page += 1

    def ask(self, method: str, path: str, query: Mapping[str, Any], body: Any = None) -> Any:
        """The data of any request below the base URL; what is None or False in the query is left out."""
        keys = {key: "true" if value is True else value for key, value in query.items() if value not in (None, False)}
        return self._data(method, self._base + path + ("?" + urlencode(keys) if keys else ""), body)

    def _data(self, method: str, target: str, body: Any) -> Any:
        return unwrapped(*self._exchange(method, target, body), self.url)

    def _exchange(self, method: str, target: str, body: Any) -> tuple[int, bytes, str | None]:
        from http.client import HTTPException

        headers = self._headers()
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        try:
            connection = self._connected()
            try:
                connection.request(method, target, body=data, headers=headers)
            except OSError:  # of which some are ValueErrors too
                raise
            except ValueError as error:
                text = "the token or the URL holds characters that an HTTP request cannot contain"
                raise ValueError(text) from error
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.getheader("X-Request-ID")
        except TimeoutError as error:
            self.close()  # what it answers now belongs to nobody
            raise ApiError(
                TIMED_OUT, f"the daemon at {self.url} did not answer within {self._timeout:.0f} s"
            ) from error
        except (OSError, HTTPException) as error:
            self.close()
            raise unreachable(self.url, error) from error

    def _headers(self) -> dict[str, str]:
        from mining import __version__

        headers = {"Accept": "application/json", "User-Agent": f"{self.agent}/{__version__}"}
        return headers | ({"Authorization": f"Bearer {self._key}"} if self._key else {})

    def _connected(self) -> "HTTPConnection":
        if self._connection is not None and self._connection.sock is not None and is_over(self._connection.sock):
            self.close()
        if self._connection is None or self._connection.sock is None:
            self._connection = self._by_socket() or self._by_network()
        return self._connection

    def _by_socket(self) -> "HTTPConnection | None":
        """By the socket in the data folder, as long as somebody listens there."""
        if self._local is None:
            return None
        from mining.client.connections import UnixConnection

        connection = UnixConnection(self._local.path, self._local.owner, self._host, self._timeout)
        try:
            connection.connect()
        except OSError:
            self._local = None
            return None
        return connection

    def _by_network(self) -> "HTTPConnection":
        self._check_served()
        if not self._secure:
            from http.client import HTTPConnection

            return HTTPConnection(self._host, self._port, timeout=self._timeout)
        from mining.client.connections import tls_connection

        try:
            return tls_connection(self._host, self._port, self._timeout, self._cacert)
        except OSError as error:  # of the certificates; nobody was asked yet
            raise ValueError(f"the cacert {self._cacert} must be certificates in PEM that you can read") from error

    def _check_served(self) -> None:
        if self._unserved is not None:
            raise ApiError(NO_DAEMON, f"no daemon has served the data folder {self._unserved} yet")

    def live_way(self) -> "LiveWay":
        """How a WebSocket reaches the same daemon; ApiError where the data folder has none."""
        from mining.client.connections import LiveWay, trusting

        local = self._by_socket()
        if local is not None:
            local.sock.setblocking(False)
            return LiveWay(f"ws://{self._host}{self._base}/ws", local.sock, None, self._headers())
        self._check_served()
        tls = trusting(self._cacert) if self._secure else None
        return LiveWay(f"ws{self.url.removeprefix('http')}/ws", None, tls, self._headers())


def _parts(url: str) -> tuple[bool, str, int | None, str]:
    """Whether it is TLS, the host, the port and the path of a daemon's URL; ValueError for another text."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError as error:
        raise ValueError(f"the port of {url!r} must be a number from 1 to 65535") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{url!r} is not the URL of a daemon, such as http://127.0.0.1:8080/api/v1/mining")
    return parts.scheme == "https", parts.hostname, port, parts.path.rstrip("/")


def is_over(idle: "socket") -> bool:
    """Whether the daemon has closed a connection that nobody used for some seconds."""
    from selectors import EVENT_READ, DefaultSelector

    with DefaultSelector() as selector:
        selector.register(idle, EVENT_READ)
        return bool(selector.select(0))


def miner_path(name: str, rest: str = "") -> str:
    """The path of a miner, whatever its name holds."""
    return f"/miners/{quote(name, safe='')}{rest}"


def unwrapped(status: int, body: bytes | bytearray, request_id: str | None, url: str) -> Any:
    """The data of an answer; ApiError for an error, and for what is no answer of this platform."""
    try:
        envelope = json.loads(body)
        if envelope["success"] is True:
            return envelope["data"]
        error = envelope["error"]
        raise ApiError(error["code"], str(error["message"]), status, error.get("details"), request_id)
    except (ValueError, KeyError, TypeError) as odd:
        text = f"the server at {url} is not the Mining Platform (HTTP {status})"
        raise ApiError(NOT_THE_PLATFORM, text, status) from odd


def unreachable(url: str, error: Exception) -> ApiError:
    """Why nobody answered."""
    reason = getattr(error, "reason", None)
    if reason == "CERTIFICATE_VERIFY_FAILED":
        why = getattr(error, "verify_message", reason)
        return ApiError(NO_DAEMON, f"the certificate of {url} is not trusted ({why})", details={"reason": reason})
    if reason in ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"):
        return ApiError(
            NO_DAEMON, f"{url} does not speak TLS; begin the address with http://", details={"reason": reason}
        )
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return ApiError(NO_DAEMON, f"no daemon answers at {url} ({why.lower()})")
