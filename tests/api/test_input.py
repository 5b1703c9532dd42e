"""What is wrong with a request is told apart from what is wrong with a miner's configuration or a profile."""

import json
from typing import Any

import pytest

from tests.api.paper_rig import BODY
from tests.api.serving import Served, error_of

PROFILE = {"name": "Night", "minerType": "xmrig", "config": BODY}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "/miners?page=0", None), ("GET", "/miners/xmrig/hashrate-history?duration=1y", None),
     ("GET", "/profiles/export?id=nobody", None), ("POST", "/update?all&type=xmrig", None),
     ("DELETE", "/miners/xmrig?forget=perhaps", None), ("POST", "/miners/xmrig?name=A", BODY),
     ("POST", "/miners/xmrig", "{"), ("POST", "/miners/xmrig", []), ("POST", "/miners/xmrig/restart", "{"),
     ("POST", "/miners/xmrig/stdin", {"input": 1}), ("POST", "/profiles", "{"), ("POST", "/profiles/import", {}),
     ("PUT", "/settings", {"pollInterval": "soon"}), ("PUT", "/settings", "["), ("POST", "/pools", {"pool": "-o"}),
     ("POST", "/pools/test", {})],
)  # fmt: skip
def test_a_malformed_request_is_an_invalid_request(here: Served, method: str, path: str, body: Any) -> None:
    text = body if isinstance(body, str) else json.dumps(body) if body is not None else None
    answer = here.ask(path, method, data=text, headers={"Content-Type": "application/json"})
    assert error_of(answer) == (400, "INVALID_REQUEST")
    details = answer.json()["error"]["details"]
    assert details["fields"][0] == {"field": details["field"], "issue": details["issue"]}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("POST", "/miners/xmrig", {"pool": "a:1"}), ("POST", "/miners/xmrig", BODY | {"algo": "nope"}),
     ("POST", "/miners/xmrig?name=A", {"pool": "a:1"}), ("POST", "/miners/xmrig/restart", BODY | {"threads": -1}),
     ("POST", "/profiles", {}), ("POST", "/profiles", PROFILE | {"config": []}),
     ("POST", "/profiles", PROFILE | {"name": ""})],
)  # fmt: skip
def test_a_wrong_configuration_or_profile_is_an_invalid_config(here: Served, method: str, path: str, body: Any) -> None:
    assert error_of(here.ask(path, method, json=body)) == (400, "INVALID_CONFIG")


def test_what_is_no_http_is_an_invalid_request(here: Served) -> None:
    refused = here.raw(b"nonsense\r\n\r\n")
    assert refused.startswith(b"HTTP/1.1 400 ")
    assert json.loads(refused.split(b"\r\n\r\n", 1)[1])["error"]["code"] == "INVALID_REQUEST"
