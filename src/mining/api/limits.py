"""How much of a request is read, and for how long."""

from mining.api.asgi import Receive
from mining.api.envelope import PayloadTooLarge
from mining.domain.errors import MiningError

MOST_BODY = 1024 * 1024  # bytes
MOST_DRAINED = 16 * MOST_BODY  # read and thrown away, so that the asker can read the refusal
MOST_HEADER = 16 * 1024  # bytes
HEADER_TIME = 10.0  # s until a request's header is complete
BODY_TIME = 20.0  # s until its body is
MOST_CONNECTIONS = 1500


def too_large() -> MiningError:
    """The refusal of a body that exceeds the limit."""
    return PayloadTooLarge("The body is larger than 1 MiB.", limit=MOST_BODY)


async def read_body(receive: Receive) -> bytes:
    """The whole body of a request that the gate let in."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise PayloadTooLarge("The connection ended before the body did.")
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= MOST_BODY:
            chunks.append(chunk)
        if size > MOST_DRAINED or (size > MOST_BODY and not message.get("more_body", False)):
            raise too_large()
        if not message.get("more_body", False):
            return b"".join(chunks)
