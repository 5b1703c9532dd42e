"""`pools`: what is asked of the daemon, and what a person and a script get to see."""

import json
import re

from mining.cli.client import COMMANDS_OF
from mining.domain.message import TEMPLATES, phrase
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin

POOL = {
    "id": "pool.example:3333", "origin": "yours", "pool": "pool.example:3333", "name": "Friends", "coin": "XMR",
    "region": None, "tlsPort": None, "fee": 0.6,
}  # fmt: skip
PAGE = {"items": [POOL], "pagination": {"page": 1, "limit": 1000, "total": 1, "pages": 1}}
FOUND = {
    "pool": "pool.example:3333", "result": "reachable", "text": "It accepts connections.", "address": "127.0.0.1",
    "connectMs": 1.25, "tls": True, "tlsMs": 3.5, "tlsFingerprint": "ab" * 32, "login": None, "loginText": None,
}  # fmt: skip


def test_pools_are_a_table_for_people_and_data_for_programs(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/pools?page=1&limit=1000&coin=XMR", PAGE)
    shown = call("pools", "--coin", "XMR")
    assert shown.exit_code == 0
    assert shown.stdout.splitlines()[1].split() == [
        "pool.example:3333",
        "Friends",
        "XMR",
        "—",
        "—",
        "0.6",
        "%",
        "yours",
    ]
    told = json.loads(call("pools", "--coin", "XMR", "--json").stdout)
    assert told["items"] == [POOL]


def test_a_pool_is_added_and_removed(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/pools", POOL, status=201)
    assert call("pools", "add", "pool.example:3333", "--name", "Friends", "--tls").exit_code == 0
    assert daemon.asked[0][2] == {"pool": "pool.example:3333", "name": "Friends", "tls": True}
    daemon.data("DELETE", "/pools/pool.example%3A3333", {**POOL, "message": "It is removed."})
    assert call("pools", "remove", "pool.example:3333").stdout == "It is removed.\n"
    unknown = str(phrase("pool.unknown", id="pool.example:3333"))
    daemon.error("DELETE", "/pools/pool.example%3A3333", 404, "POOL_NOT_FOUND", unknown)
    assert "; miner-ctrl pools lists those" in call("pools", "remove", "pool.example:3333").stderr


def test_each_request_that_a_sentence_names_has_a_command() -> None:
    named = {request for text in TEMPLATES.values() for request in re.findall(r"GET /[a-z/]+", text)}
    assert named == set(COMMANDS_OF)


def test_a_test_is_told_with_its_certificate(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/pools/test", FOUND)
    done = call("pools", "test", "pool.example:3333", "--tls", "--tls-fingerprint", "ab" * 32)
    assert daemon.asked[0][2] == {"pool": "pool.example:3333", "tls": True, "tlsFingerprint": "ab" * 32}
    assert done.exit_code == 0
    for words in ("It accepts connections.", "127.0.0.1", "1.2 ms", "3.5 ms", "ab" * 32):
        assert words in done.stdout


def test_a_pool_that_does_not_do_is_told_to_scripts(daemon: Standin, call: Call) -> None:
    for change in ({"result": "timeout"}, {"result": "forbidden"}, {"login": "refused"}, {"login": "no_answer"}):
        daemon.data("POST", "/pools/test", {**FOUND, **change})
        assert call("pools", "test", "pool.example:3333").exit_code == 5
