"""Sends the requests on its stdin (JSON), and prints their answers; it runs on a host of `hosts.py`."""

import http.client
import json
import sys
from typing import Any
from urllib.parse import urlsplit

from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Status (0: nobody answers), headers and body; of a WebSocket its first frame."""
    headers = request.get("headers", {})
    if request.get("websocket"):
        try:
            with connect(request["url"], additional_headers=headers, compression=None) as client:
                return {"status": 101, "body": client.recv(timeout=30)}
        except InvalidStatus as refused:
            return {"status": refused.response.status_code, "body": ""}
    where = urlsplit(request["url"])
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
    body = request.get("body")
    sent = {"Content-Type": "application/json"} if body is not None else {}
    target = where.path + (f"?{where.query}" if where.query else "")
    try:
        data = json.dumps(body) if body is not None else None
        connection.request(request.get("method", "GET"), target, data, sent | headers)
    except OSError:
        return {"status": 0, "headers": {}, "body": ""}
    response = connection.getresponse()
    shown = {name.lower(): value for name, value in response.getheaders()}
    return {"status": response.status, "headers": shown, "body": response.read().decode("utf-8", "replace")}


if __name__ == "__main__":
    print(json.dumps([answer(request) for request in json.load(sys.stdin)]))
