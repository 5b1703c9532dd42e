"""The way to the daemon: one HTTP connection, answers without their envelope, refusals as exit codes."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

import click

from mining.cli.session import pasteable

if TYPE_CHECKING:
    from http.client import HTTPConnection  # importing it takes longer than `--help` may
    from pathlib import Path

    from mining.cli.session import LocalSocket

FAILED, NOT_FOUND, UNREACHABLE, REFUSED = 1, 3, 4, 5  # exit codes; 0 is fine, 2 is click's for wrong usage
_FAILURES = ("DOWNLOAD_FAILED", "VERIFICATION_FAILED", "STORAGE_FULL", "INTERNAL_ERROR")
HTTP_FORCE = "?force=true"  # as the API's sentences say it
_FIELDS = {  # of options and arguments whose name in Python is another
    "kind": "minerType", "tls_fingerprint": "tlsFingerprint", "new_name": "name", "miner_name": "name", "begin": "from",
    "end": "to", "expires": "expiresAt", "keys": "input",
}  # fmt: skip
TIMEOUT = 120.0  # seconds; a restart waits up to 60 for a program that ends slowly, and then for its pool


class Refusal(click.ClickException):
    """The daemon did not do what was asked; the text says why and what to do next."""

    def __init__(self, text: str, exit_code: int, code: str = "", details: Mapping[str, Any] | None = None) -> None:
        super().__init__(pasteable(text))
        self.details = details or {}
        self.exit_code = exit_code  # type: ignore[misc]  # click declares it for the class, and reads it here
        self.code = code


class Api:
    """The daemon's HTTP API below one base URL."""

    def __init__(
        self,
        url: str,
        token: str | None = None,
        timeout: float = TIMEOUT,
        cacert: "Path | None" = None,
        local: "LocalSocket | None" = None,
    ) -> None:
        parts = urlsplit(url)
        try:
            port = parts.port
        except ValueError as error:
            raise click.UsageError(f"the port of {url!r} must be a number from 1 to 65535") from error
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise click.UsageError(f"{url!r} is not the URL of a daemon, such as http://127.0.0.1:8080/api/v1/mining")
        self.url = url.rstrip("/")
        self._secure, self._host, self._port = parts.scheme == "https", parts.hostname, port
        self._base = parts.path.rstrip("/")
        self._token = token
        self._cacert, self._local = cacert, local
        self._timeout = timeout
        self._connection: HTTPConnection | None = None

    def get(self, path: str, **query: Any) -> Any:
        """The data of a GET below the base URL."""
        return self._data("GET", self._base + path, query)

    def post(self, path: str, body: Any = None, **query: Any) -> Any:
        """The data of a POST below the base URL."""
        return self._data("POST", self._base + path, query, body)

    def put(self, path: str, body: Any, **query: Any) -> Any:
        """The data of a PUT below the base URL."""
        return self._data("PUT", self._base + path, query, body)

    def delete(self, path: str, **query: Any) -> Any:
        """The data of a DELETE below the base URL."""
        return self._data("DELETE", self._base + path, query)

    def health(self) -> Any:
        """How the daemon itself is; it says so at the root of the server, whatever the namespace."""
        status, body = self._exchange("GET", "/healthz", None)
        return unwrapped(status, body, self.url)

    def all(self, path: str, **query: Any) -> dict[str, Any]:
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

    def _data(self, method: str, path: str, query: Mapping[str, Any], body: Any = None) -> Any:
        keys = {key: "true" if value is True else value for key, value in query.items() if value not in (None, False)}
        target = path + ("?" + urlencode(keys) if keys else "")
        status, raw = self._exchange(method, target, body)
        return unwrapped(status, raw, self.url)

    def _exchange(self, method: str, target: str, body: Any) -> tuple[int, bytes]:
        from http.client import HTTPException

        from mining import __version__

        headers = {"Accept": "application/json", "User-Agent": f"miner-ctrl/{__version__}"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        try:
            connection = self._connected()
            connection.request(method, target, body=data, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except TimeoutError as error:
            raise Refusal(
                f"the daemon at {self.url} did not answer within {self._timeout:.0f} s.\n"
                "It may still carry out the request; see: miner-ctrl events",
                FAILED,
            ) from error
        except (OSError, HTTPException) as error:
            raise Refusal(unreachable(self.url, error), UNREACHABLE) from error
        except ValueError as error:  # a token or URL that cannot stand in a request
            raise click.UsageError(
                "the token or the URL holds characters that an HTTP request cannot contain"
            ) from error

    def _connected(self) -> "HTTPConnection":
        if self._connection is None or self._connection.sock is None:
            self._connection = self._by_socket() or self._by_network()
        return self._connection

    def _by_socket(self) -> "HTTPConnection | None":
        """By the socket in the data folder, as long as somebody listens there."""
        if self._local is None:
            return None
        from mining.cli.connections import UnixConnection

        connection = UnixConnection(self._local.path, self._local.owner, self._host, self._timeout)
        try:
            connection.connect()
        except OSError:
            self._local = None
            return None
        return connection

    def _by_network(self) -> "HTTPConnection":
        if not self._secure:
            from http.client import HTTPConnection

            return HTTPConnection(self._host, self._port, timeout=self._timeout)
        from mining.cli.connections import tls_connection

        try:
            return tls_connection(self._host, self._port, self._timeout, self._cacert)
        except OSError as error:  # of the certificates; nobody was asked yet
            raise click.UsageError(f"--cacert {self._cacert} must be certificates in PEM that you can read") from error


def miner_path(name: str, rest: str = "") -> str:
    """The path of a miner, whatever its name holds."""
    return f"/miners/{quote(name, safe='')}{rest}"


def unwrapped(status: int, body: bytes, url: str) -> Any:
    """The data of an answer; Refusal for an error, and for what is no answer of this platform."""
    try:
        envelope = json.loads(body)
        if envelope["success"] is True:
            return envelope["data"]
        error = envelope["error"]
        raise Refusal(refusal_text(error), exit_code(error["code"]), error["code"], error.get("details"))
    except (ValueError, KeyError, TypeError) as odd:
        raise Refusal(
            f"the server at {url} is not the Mining Platform (HTTP {status}).\n"
            "Give the daemon's address with --url or MINING_URL.",
            UNREACHABLE,
        ) from odd


def exit_code(code: str) -> int:
    """What a script is told: refused for what the caller can change, failed for what only the machine can."""
    if code.endswith("NOT_FOUND"):
        return NOT_FOUND
    return FAILED if code in _FAILURES else REFUSED


def refusal_text(error: Mapping[str, Any]) -> str:
    """An API error for a person: the sentence, every faulty field as the flag that sets it, and the next step."""
    details, flags = error.get("details") or {}, flags_of_command()
    lines = [str(error["message"])]
    faults = [f"{spelled(fault['field'], flags)}: {fault['issue']}" for fault in details.get("fields") or ()]
    if len(faults) > 1:
        lines = [f"{len(faults)} errors:", *(f"  {fault}" for fault in faults)]
    elif faults and lines[0] == f"{details.get('field')}: {details.get('issue')}":
        lines = faults
    if details.get("suggestion") and str(details["suggestion"]) not in lines[0]:
        lines.append(str(details["suggestion"]))
    if error["code"] == "MINER_NOT_FOUND" and not (details.get("near") or details.get("types")):
        lines.append("See them all with: miner-ctrl list")
    if details.get("requestId"):
        lines.append(f"The daemon's log has more about request {details['requestId']}.")
    if "force" in flags:
        lines = [line.replace(HTTP_FORCE, "--force") for line in lines]
    if error["code"] == "PAYEE_NOT_CONFIRMED":
        lines.append(f"To do it, say the same again with --confirm {details.get('confirm')}")
    return "\n".join(lines)


def flags_of_command() -> Mapping[str, str]:
    """The options and arguments of the command that runs, by the field that each sets: `--pool HOST:PORT` for pool."""
    context = click.get_current_context(silent=True)
    flags = {}
    for each in context.command.params if context is not None else ():
        name = each.name or ""
        words = [each.opts[0]] if isinstance(each, click.Option) else []
        words += [each.metavar] if each.metavar else [] if words else [name.upper()]
        flags[_FIELDS.get(name, name)] = " ".join(words)
    return flags


def spelled(field: str, flags: Mapping[str, str]) -> str:
    """A field of the API as the flag that sets it; one that has no flag as it is."""
    field = field.removeprefix("config.")  # in which a profile holds what a start takes
    if field.startswith("options.") and "options" in flags:
        return f"--option {field.removeprefix('options.')}"
    return flags.get(field, field)


def unreachable(url: str, error: Exception) -> str:
    """Why nobody answered, and how to get a daemon that does."""
    reason = getattr(error, "reason", None)
    if reason == "CERTIFICATE_VERIFY_FAILED":
        return (
            f"the certificate of {url} is not trusted ({getattr(error, 'verify_message', reason)}).\n"
            "If it is yours, name its file with --cacert or MINING_CACERT."
        )
    if reason in ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"):
        return f"{url} does not speak TLS; begin the address with http://"
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return (
        f"no daemon answers at {url} ({why.lower()}).\n"
        "Start one with: miner-ctrl serve\n"
        "If it runs elsewhere, give its address with --url or MINING_URL."
    )
