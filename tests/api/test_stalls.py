"""No body holds up other requests for long, and sizes are judged before anything is checked."""

import json
import time
from typing import Any

import pytest

from mining.api.limits import MOST_BODY, MOST_IMPORT
from mining.domain.errors import MOST_FAULTS
from mining.domain.profile_import import read_item
from tests.api.bare_serving import bare_served
from tests.api.paper_rig import BODY
from tests.api.serving import Served, data_of, error_of

PROFILE = {"name": "A", "minerType": "xmrig", "config": BODY}
FAR_BEYOND = 0.5  # seconds of processor that one request may take of others, beyond what the least server takes


def filled(head: str, part: str, end: str, most: int) -> bytes:
    """A body of as many parts as fit into a limit."""
    return (head + ",".join([part] * ((most - len(head) - len(end)) // (len(part) + 1))) + end).encode()


def unknown(most: int) -> str:
    return ",".join(f'"k{number:x}":1' for number in range(most // 12))


SEED = json.dumps(BODY)[:-1]
START = ("POST", "/miners/xmrig")
SETTINGS = ("PUT", "/settings")
SAVE = ("POST", "/profiles")
NASTY: dict[str, tuple[tuple[str, str], bytes]] = {
    "pools": (START, filled(SEED + ',"pools":[', "{}", "]}", MOST_BODY)),
    "options": (START, f'{SEED},"options":{{{unknown(MOST_BODY - 500)}}}}}'.encode()),
    "a few hundred options": (START, f'{SEED},"options":{{{unknown(30_000)}}}}}'.encode()),
    "unknown fields": (START, f"{SEED},{unknown(40_000)}}}".encode()),
    "nested": (START, b"[" * MOST_BODY),
    "one number": (START, SEED.encode() + b',"threads":' + b"9" * (MOST_BODY - 400) + b"}"),
    "a list in settings": (SETTINGS, filled('{"autostartExcept":[', '"a"', "]}", MOST_BODY)),
    "unknown settings": (SETTINGS, f"{{{unknown(40_000)}}}".encode()),
    "a profile": (SAVE, filled('{"name":"A","minerType":"xmrig","config":{"pools":[', "{}", "]}}", MOST_BODY)),
    "a wallet": (("POST", "/wallets/check"), f"{{{unknown(MOST_BODY - 100)}}}".encode()),
    "a pool": (("POST", "/pools"), f"{{{unknown(40_000)}}}".encode()),
}


@pytest.mark.parametrize(("how", "body"), NASTY.values(), ids=NASTY.keys())
def test_a_body_that_is_long_to_check_is_refused_soon_with_few_faults(
    here: Served, how: tuple[str, str], body: bytes
) -> None:
    assert len(body) <= MOST_BODY
    method, path = how
    with here.longest_work() as longest:
        answer = here.ask(path, method, data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400, answer.text[:300]
    assert len(answer.json()["error"]["details"].get("fields", [])) <= MOST_FAULTS
    assert len(answer.content) < 64 * 1024
    assert longest.seconds < FAR_BEYOND


def test_more_faults_than_are_named_are_counted(here: Served) -> None:
    answer = here.ask("/miners/xmrig", "POST", json=BODY | {f"k{number}": 1 for number in range(200)})
    details = answer.json()["error"]["details"]
    assert len(details["fields"]) == MOST_FAULTS
    assert details["more"] >= 1


@pytest.mark.parametrize("how", [START, SETTINGS, SAVE])
def test_a_configuration_or_settings_of_more_than_64_kib_are_refused(here: Served, how: tuple[str, str]) -> None:
    method, path = how
    body = b'{"a":"' + b"x" * MOST_BODY + b'"}'
    refused = here.ask(path, method, data=body, headers={"Content-Type": "application/json"})
    assert error_of(refused) == (413, "PAYLOAD_TOO_LARGE")
    assert "64 KiB" in refused.json()["error"]["message"]


def imported(here: Served, body: Any) -> Any:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return here.ask("/profiles/import", "POST", data=raw, headers={"Content-Type": "application/json"})


def test_an_import_may_have_1_mib_and_each_profile_64_kib(here: Served) -> None:
    fat = PROFILE | {"description": "x" * 70_000}
    results = data_of(imported(here, {"profiles": [fat, PROFILE | {"name": "B"}]}))["results"]
    assert [(each["result"], each["reason"]) for each in results] == [
        ("skipped", "is larger than 64 KiB"),
        ("created", None),
    ]
    assert error_of(imported(here, b"[" + b" " * MOST_IMPORT + b"]")) == (413, "PAYLOAD_TOO_LARGE")


def test_an_import_lets_others_in_between_its_profiles(here: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(*of: Any) -> Any:
        end = time.thread_time() + 0.01
        while time.thread_time() < end:
            pass
        return read_item(*of)

    monkeypatch.setattr("mining.api.routes.profiles.read_item", slowly)
    with here.longest_work() as longest:
        imported(here, {"profiles": [PROFILE | {"name": f"N{number}"} for number in range(100)]})
    assert longest.seconds < FAR_BEYOND


IMPORTS = {
    "a thousand profiles": json.dumps({"profiles": [PROFILE | {"name": f"N{number}"} for number in range(1000)]}),
    "a thousand faulty ones": json.dumps({"profiles": [{"config": {"pools": [{}] * 60}}] * 1000}),
    "many values": '{"profiles":[' + ",".join(["[[],[]]"] * 120_000) + "]}",
}


@pytest.mark.slow
@pytest.mark.parametrize("body", IMPORTS.values(), ids=IMPORTS.keys())
def test_an_import_holds_nobody_up_beyond_the_least_server(here: Served, body: str) -> None:
    raw = body.encode()[:MOST_IMPORT]
    with bare_served() as bare, bare.connect() as peer:
        peer.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(raw) + raw)
        peer.recv(1000)
    least = bare.work.seconds
    with here.longest_work() as longest:
        imported(here, raw)
    assert longest.seconds < least + FAR_BEYOND
