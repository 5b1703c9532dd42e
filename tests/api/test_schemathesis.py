"""Generated requests against a real daemon: every answer is documented, fits its schema, and none is a crash."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import schemathesis

from mining.domain.principal import ROLES, Role
from tests.api.schemathesis_hooks import before_call
from tests.daemons import Daemon
from tests.standins import vendor as standin
from tests.vendors import publish, vendor_daemon

ROOT = Path(__file__).parents[2]
CHECKS = (
    "status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,"
    "negative_data_rejection,unsupported_method,allow_header_conformance,ignored_auth,"
    "status_is_listed,error_is_in_the_envelope"
)


def generate(running: Daemon, folder: Path, examples: int, *more: str) -> int:
    """Ask what Schemathesis makes up; the number of operations it tried. What it finds is shown."""
    specification = f"http://127.0.0.1:{running.port}/api/v1/mining/docs/swagger.json"
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", specification, f"--checks={CHECKS}",
        f"--max-examples={examples}", "--phases=examples,coverage,fuzzing", "--continue-on-failure",
        "--request-timeout=20", "--seed=1", "--warnings=off", "--suppress-health-check=all", *more,
    ]  # fmt: skip
    env = os.environ | {"SCHEMATHESIS_HOOKS": "tests.api.schemathesis_hooks", "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=10_000)
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-4000:] + running.log
    tried = re.search(r"Tested: (\d+)", run.stdout)
    return int(tried[1]) if tried else 0


def generate_everything(data_dir: Path, folder: Path, examples: int, role: Role | None = None, **settings: Any) -> None:
    """Every operation of the document, with two miners to meet; only simulated ones may come to be.

    With a `role`, everybody needs a key, and the requests hold one of that role.
    """
    said = settings | ({"auth": "always"} if role else {})
    with standin.running() as vendor, vendor_daemon(data_dir, vendor, settings=said) as running:
        for version in ("9.9.8", "9.9.9"):
            publish(vendor, version)
        for name in ("first", "second"):
            running.simulate(name)
        held: list[str] = []
        if role is not None:
            status, made = running.call("POST", "/keys", {"name": "tester", "role": role})
            assert status == 201
            held = [f"--header=Authorization: Bearer {made['data']['key']}"]
        origin = f"http://127.0.0.1:{running.port}"
        operations = running.call("GET", "/docs/swagger.json")[1]["paths"]
        more = [f"--url={origin}/api/v1/mining", "--exclude-path=/ws", *held]
        tried = generate(running, folder, examples, *more)
        assert tried == sum(len(item.keys() & {"get", "post", "put", "delete"}) for item in operations.values()) - 1
        if role in (None, "admin"):
            assert vendor.asked("SHA256SUMS.sig") > 0, "no installation came as far as its proof"
        miners = running.call("GET", "/miners?limit=1000")[1]["data"]["items"]
        assert [miner for miner in miners if miner["type"] != "simulated"] == []
        assert running.call("GET", "/audit/verification")[1]["data"]["ok"] is True


CONFIG = {"pool": "127.0.0.1:9", "wallet": "somebody"}
UNFILLED = CONFIG | {"wallet": "YOUR_WALLET_ADDRESS"}  # which no start takes


@pytest.mark.parametrize("type", ["xmrig", "demo"])
@pytest.mark.parametrize(
    ("operation", "body", "sent"),
    [
        ("POST /miners/{miner}", CONFIG, CONFIG),
        ("PUT /miners/{miner}", {"type": "TYPE"}, {"type": "simulated"}),
        ("POST /profiles", {"minerType": "TYPE"}, {"minerType": "simulated"}),
        ("POST /profiles", {"minerType": "TYPE", "config": CONFIG}, {"minerType": "simulated", "config": CONFIG}),
        ("POST /profiles", {"minerType": "TYPE", "config": UNFILLED}, {"minerType": "TYPE", "config": UNFILLED}),
        ("POST /profiles", {"minerType": "nothing"}, {"minerType": "nothing"}),
        ("POST /profiles", {"minerType": []}, {"minerType": []}),
        ("PUT /profiles/{id}", {"minerType": "TYPE"}, {"minerType": "simulated"}),
        (
            "POST /profiles/import",
            {"profiles": [5, {"minerType": "TYPE"}]},
            {"profiles": [5, {"minerType": "simulated"}]},
        ),
    ],
)
def test_no_generated_request_has_a_real_program_started(operation: str, body: Any, sent: Any, type: str) -> None:
    """Not even by the start of a profile that another request has saved, once a third has installed the program."""
    method, path = operation.split()
    document = json.loads((ROOT / "docs" / "reference" / "openapi.json").read_text())
    described = schemathesis.openapi.from_dict(document)[path][method]
    case = described.Case(body=json.loads(json.dumps(body).replace("TYPE", type)), path_parameters={"miner": type})
    before_call(None, case, {})
    assert case.body == json.loads(json.dumps(sent).replace("TYPE", type))
    if operation == "POST /miners/{miner}":
        assert case.path_parameters == {"miner": "simulated"}


@pytest.mark.slow
def test_every_generated_request_gets_a_documented_answer(data_dir: Path, tmp_path: Path) -> None:
    generate_everything(data_dir, tmp_path, examples=25)


@pytest.mark.long
@pytest.mark.slow
def test_many_more_generated_requests_get_one_too(data_dir: Path, tmp_path: Path) -> None:
    generate_everything(data_dir, tmp_path, examples=300)


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_every_role_gets_documented_answers(data_dir: Path, tmp_path: Path, role: Role) -> None:
    generate_everything(data_dir, tmp_path, 3, role)


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_every_role_gets_documented_answers_to_many_more_requests(data_dir: Path, tmp_path: Path, role: Role) -> None:
    """With a third of the examples that are tried without keys: what a role changes is the gate before an operation.

    That is some 9,000 requests and three to six minutes a role, instead of up to 25 minutes for 300 examples.
    """
    generate_everything(data_dir, tmp_path, 100, role)


@pytest.mark.long
@pytest.mark.slow
def test_without_any_keys_they_are_documented_too(data_dir: Path, tmp_path: Path) -> None:
    """With as many examples as a role has, for the same reason."""
    generate_everything(data_dir, tmp_path, 100, auth="off")
