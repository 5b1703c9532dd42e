"""How much is read of a request and of a connection, and for how long."""

from mining.api.asgi import Receive
from mining.api.envelope import PayloadTooLarge
from mining.domain.errors import MiningError
from mining.domain.message import phrase

KIB = 1024
MOST_BODY = 64 * KIB  # bytes; as large as the body of a Config or of settings may be
MOST_IMPORT = 1024 * KIB  # bytes of a body that holds many profiles
MOST_DRAINED = 16 * MOST_IMPORT  # read and thrown away, so that the asker can read the refusal
MOST_OVERHEAD = 16 * KIB  # bytes of a request that are not its body: header, trailers, the frames of its chunks
HEADER_TIME = 10.0  # s until a request's header is complete
BODY_TIME = 20.0  # s until its body is
ANSWER_TIME = 60.0  # s in which a client takes nothing of its answer
IDLE_TIME = 5.0  # s without a further request
CLOSING_TIME = 10.0  # s in which a closed connection must end
MOST_CONNECTIONS = 1500
MOST_OF_A_PEER = 64  # connections of one other machine


def too_large(most: int) -> MiningError:
    """The refusal of a body that exceeds the limit."""
    return PayloadTooLarge(phrase("gate.body_size", size=_size(most)), limit=most)


def overhead_too_large() -> MiningError:
    """The refusal of a request whose header, trailers or chunks exceed the limit."""
    return PayloadTooLarge(phrase("gate.overhead", size=_size(MOST_OVERHEAD)), limit=MOST_OVERHEAD)


async def read_body(receive: Receive, most: int = MOST_BODY) -> bytes:
    """The whole body of a request that the gate let in."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise PayloadTooLarge(phrase("gate.cut_body"))
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= most:
            chunks.append(chunk)
        if size > MOST_DRAINED or (size > most and not message.get("more_body", False)):
            raise too_large(most)
        if not message.get("more_body", False):
            return b"".join(chunks)


def _size(bytes: int) -> str:
    return f"{bytes // KIB} KiB" if bytes < KIB**2 else f"{bytes // KIB**2} MiB"
