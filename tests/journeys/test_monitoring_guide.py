"""What the guide to monitoring shows beside commands works: YAML, templates, a program, a proxy, a playbook."""

import http.client
import json
import os
import re
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
import pytest
import yaml

from tests.daemons import Daemon, daemon, wait_for
from tests.journeys import test_remote_guide as remote
from tests.packaging.prometheus import prometheus_program
from tests.packaging.test_monitoring import checked
from tests.systems import LINUX

pytestmark = [pytest.mark.slow, LINUX]
ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "guides" / "monitoring.md").read_text("utf-8")


class Recipe(yaml.SafeLoader):
    """YAML with the secrets of Home Assistant in it."""


Recipe.add_constructor("!secret", lambda loader, node: f"secret {node.value}")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


def recipe(beginning: str) -> Any:
    """The YAML block that begins so."""
    (text,) = [block for block in blocks("yaml") if block.startswith(beginning)]
    return yaml.load(text, Loader=Recipe)


@pytest.fixture
def running(data_dir: Path) -> Iterator[Daemon]:
    """A daemon that asks everybody for a key, with a miner in place of the guide's."""
    with daemon(data_dir, settings={"auth": "always", "public_url": f"https://{remote.NAME}"}) as one:
        one.simulate("attic", hashrate=4500)
        yield one


def key(running: Daemon, role: str) -> str:
    status, made = running.call("POST", "/keys", {"name": role, "role": role})
    assert status == 201
    return str(made["data"]["key"])


def test_prometheus_takes_the_configuration(tmp_path: Path) -> None:
    config = recipe("rule_files")
    (tmp_path / "key").write_text("mp_…")
    config["rule_files"] = [str(ROOT / "packaging/prometheus/alerts.yml")]
    config["scrape_configs"][0]["authorization"]["credentials_file"] = str(tmp_path / "key")
    (tmp_path / "prometheus.yml").write_text(yaml.safe_dump(config))
    checked(prometheus_program("promtool"), "check", "config", str(tmp_path / "prometheus.yml"))


def test_home_assistants_templates_read_what_the_rig_answers(running: Daemon) -> None:
    config, viewer = recipe("rest:"), f"Bearer {key(running, 'viewer')}"
    wait_for(lambda: running.miner("attic")["stats"]["hashrate"], 10, "a hashrate")
    values: dict[str, str] = {}
    for resource in config["rest"]:
        assert resource["headers"] == {"Authorization": "secret mining_authorization"}
        status, answer = running.call("GET", path_of(resource["resource"]), Authorization=viewer)
        assert status == 200
        for sensor in resource["sensor"]:
            templates = (sensor["value_template"], sensor.get("availability", "True"))
            value, available = (jinja2.Template(text).render(value_json=answer) for text in templates)
            assert available == "True"
            values[sensor["unique_id"]] = value
    assert float(values.pop("mining_xmrig_hashrate")) > 1000
    assert values == {"mining_xmrig_status": "running", "mining_attention": "0"}
    (command,) = config["rest_command"].values()
    method, path = command["method"].upper(), path_of(command["url"])
    assert running.call(method, path, Authorization=viewer)[0] == 403
    assert running.call(method, path, Authorization=f"Bearer {key(running, 'operator')}")[0] == 200


def path_of(url: str) -> str:
    """The path of a recipe below the namespace, with our miner in it."""
    return urlsplit(url).path.removeprefix("/api/v1/mining").replace("/xmrig", "/attic")


class Webhook(BaseHTTPRequestHandler):
    """Home Assistant's."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.calls.append((self.path, body))  # type: ignore[attr-defined]  # this test's server has them
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_the_program_calls_the_webhook_when_something_happens_to_a_miner(running: Daemon) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Webhook)
    calls: list[tuple[str, dict[str, Any]]] = []
    server.calls = calls  # type: ignore[attr-defined]  # of this test alone
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (code,) = blocks("python")
    variables = {
        "RIG": f"ws://127.0.0.1:{running.port}/api/v1/mining/ws", "MINING_KEY": key(running, "viewer"),
        "HOOK": f"http://127.0.0.1:{server.server_address[1]}/api/webhook/mining",
    }  # fmt: skip
    with subprocess.Popen([sys.executable, "-c", code], env=os.environ | variables) as program:
        try:
            verbs = cycle(["pause", "resume"])
            wait_for(lambda: calls or not running.call("POST", f"/miners/attic/{next(verbs)}"), 20, "a call")
            path, frame = calls[0]
            assert (path, frame["type"]) == ("/api/webhook/mining", "miner.status")
            assert frame["data"]["name"] == "attic"
            attention = {"type": "attention", "data": {"items": [{"text": "One."}, {"text": "Two."}]}}
            assert [notified(each) for each in (frame, attention)] == [frame["data"]["text"], "One. Two."]
            assert frame["data"]["text"]
            assert notified({"type": "attention", "data": {"items": []}}) is None
        finally:
            program.kill()
            server.shutdown()
            server.server_close()


def notified(frame: dict[str, Any]) -> str | None:
    """What the guide's automation tells of a frame; None: nothing."""
    (automation,) = recipe("automation:")["automation"]
    (action,) = automation["actions"]
    templates = (automation["conditions"], action["data"]["message"])
    goes_on, message = (jinja2.Template(text).render(trigger={"json": frame}) for text in templates)
    return {"True": message, "False": None}[goes_on]


def test_behind_the_proxys_login_prometheus_comes_in_with_its_key(
    running: Daemon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (location,) = blocks("nginx")
    server = remote.block("nginx")
    inner = location + "\n    location / {"
    monkeypatch.setattr(remote, "block", lambda _: server.replace("location / {", inner))
    viewer = key(running, "viewer")
    with remote.nginx(tmp_path, running, key(running, "operator")) as (port, _):
        assert answered(port, "/metrics", Authorization=f"Bearer {viewer}") == 200
        assert answered(port, "/metrics") == 401
        assert answered(port, "/api/v1/mining/miners") == 401
        assert answered(port, "/api/v1/mining/miners", Authorization=remote.ME) == 200


def answered(port: int, path: str, **headers: str) -> int:
    """The status of an answer through the proxy."""
    context = ssl.create_default_context(cafile=remote.CERTIFICATE)
    context.check_hostname = False  # the certificate is localhost's
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=30, context=context)
    try:
        connection.request("GET", path, headers={"Host": remote.NAME} | headers)
        return connection.getresponse().status
    finally:
        connection.close()


def test_the_playbook_changes_nothing_when_it_is_played_again(data_dir: Path) -> None:
    (play,) = recipe("- hosts")
    task = play["tasks"][-1]["ansible.builtin.uri"]
    config = play["vars"]["mining_config"]
    assert task["body"]["config"] == "{{ mining_config }}"
    assert task["url"].startswith("{{ mining_api }}/")
    with daemon(data_dir) as running:  # the program of the guide is not installed here
        body = {"type": "simulated", "config": {**config, "pool": "127.0.0.1:1", "wallet": "anybody", "algo": "rx/0"}}
        answers = [running.call(task["method"], "/miners/simulated", body) for _ in range(2)]
    assert [status for status, _ in answers] == [201, 200] == sorted(task["status_code"], reverse=True)
    assert [answer["data"]["outcome"] for _, answer in answers] == ["created", "unchanged"]
