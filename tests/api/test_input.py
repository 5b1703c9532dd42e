"""What is wrong with a request is told apart from what is wrong with a miner's configuration or a profile."""

import json
from typing import Any

import pytest

from mining.domain.message import TEMPLATES
from tests.api.paper_rig import BODY
from tests.api.serving import Served, data_of, error_of

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
    first = details["fields"][0]
    assert (first["field"], first["issue"]) == (details["field"], details["issue"])
    assert first["wording"]["text"] == first["issue"]
    assert first["wording"]["message"] in TEMPLATES


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


def test_a_spelling_of_0_1_0_is_taken_with_a_warning_wherever_a_configuration_is_sent(here: Served) -> None:
    old = BODY | {"cpu_priority": 3}
    warning = "cpu_priority is spelled cpuPriority; the old spelling is still taken."
    for path in ("/miners/xmrig?name=two", "/miners/xmrig/restart"):
        assert warning in data_of(here.ask(path, "POST", json=old))["warnings"]
    assert here.rig.calls[0][2].cpu_priority == 3
    profile = {"name": "Night", "miner_type": "xmrig", "config": old}
    wanted = {f"config.{warning}", "miner_type is spelled minerType; the old spelling is still taken."}
    made = data_of(here.ask("/profiles", "POST", json=profile))
    assert (wanted <= set(made["warnings"]), made["config"]["cpuPriority"]) == (True, 3)
    assert wanted <= set(data_of(here.ask(f"/profiles/{made['id']}", "PUT", json=profile))["warnings"])
    (result,) = data_of(here.ask("/profiles/import?replace", "POST", json={"profiles": [profile]}))["results"]
    assert wanted <= set(result["warnings"])
    wrong = here.ask("/profiles", "POST", json=profile | {"config": old | {"algo": "nope"}})
    assert error_of(wrong) == (400, "INVALID_CONFIG"), "a profile in that spelling was not checked for its type"
