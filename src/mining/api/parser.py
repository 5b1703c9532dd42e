"""httptools' parser, which reads what asks for a protocol that is not spoken here as the plain request that it is.

Java's client offers HTTP/2, and so does curl where it is asked to. httptools takes what follows such a header for the
other protocol: the body would be lost, or taken for a further request.
"""

from typing import Any

import httptools


class PlainParser:
    """In the place of the parser of a uvicorn connection; each callback but two goes straight to the connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.on_message_begin = connection.on_message_begin
        self.on_url = connection.on_url
        self.on_header = connection.on_header
        self.on_body = connection.on_body
        self._plain: bytes | None = None  # the header without its offer
        self._offered: bytes | None = None
        self._begin()

    def _begin(self) -> None:
        parser = httptools.HttpRequestParser(self)
        parser.set_dangerous_leniencies(lenient_data_after_close=True)  # as uvicorn sets it
        self.get_http_version = parser.get_http_version
        self.get_method = parser.get_method
        self.should_keep_alive = parser.should_keep_alive
        self.should_upgrade = parser.should_upgrade
        self._feed = parser.feed_data

    def feed_data(self, data: bytes) -> None:
        """Parse what came."""
        try:
            self._feed(data)
        except httptools.HttpParserUpgrade as upgrade:
            if self._plain is None:
                raise
            rest, self._plain = self._plain + data[upgrade.args[0] :], None
            self._begin()
            self.feed_data(rest)

    def on_headers_complete(self) -> None:
        """Hold back what would make the rest of it no request."""
        connection = self._connection
        if self._offered is not None:
            connection.headers.append((b"upgrade", self._offered))
            self._offered = None
        elif self.should_upgrade() and not connection._should_upgrade() and b"upgrade" in dict(connection.headers):
            self._offered = dict(connection.headers)[b"upgrade"]
            headers = [(name, value) for name, value in connection.headers if name != b"upgrade"]
            line = b"%s %s HTTP/%s\r\n" % (self.get_method(), connection.url, self.get_http_version().encode())
            self._plain = line + b"".join(b"%s: %s\r\n" % header for header in headers) + b"\r\n"
            return
        connection.on_headers_complete()

    def on_message_complete(self) -> None:
        """Pass it on, if it is the end of a request."""
        if self._plain is None:
            self._connection.on_message_complete()
