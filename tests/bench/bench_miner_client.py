"""What one poll of a miner costs our client, beside the standard library's, both against the same answer."""

import asyncio
import http.client
import multiprocessing
import time
from multiprocessing.queues import Queue
from statistics import median

import uvloop

from mining.domain.adapter import HttpRequest
from mining.engine.supervision.miner_client import ask

BODY = b'{"text":"' + b"a" * 2300 + b'"}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(BODY) + BODY
POLLS, ROUNDS = 1000, 5


def main() -> None:
    """Print µs of processor time a poll, and the ratio, as medians of alternating rounds."""
    found: Queue[int] = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(found,), daemon=True)
    server.start()
    try:
        uvloop.run(compare(found.get(timeout=10)))
    finally:
        server.terminate()
        server.join()


async def compare(port: int) -> None:
    """Ours and the other in turn."""
    ours, other = [], []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for _ in range(POLLS):
            assert await ask(port, HttpRequest("/2/summary")) is not None
        ours.append(time.process_time() - begun)
        begun = time.process_time()
        for _ in range(POLLS):
            plain(port)
        other.append(time.process_time() - begun)
    print(f"poll: {median(ours) / POLLS * 1e6:.0f} µs")
    print(f"poll by http.client: {median(other) / POLLS * 1e6:.0f} µs")
    print(f"poll, ratio to http.client: {median(ours) / median(other):.2f} (limit 1)")


def plain(port: int) -> None:
    """One poll by the standard library."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    connection.request("GET", "/2/summary")
    connection.getresponse().read()
    connection.close()


def serve(found: "Queue[int]") -> None:
    """Answer everything alike."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        found.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


if __name__ == "__main__":
    main()
