"""S10: what nobody may read stands nowhere but in files of its owner's alone."""

import http.client
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from mining.api.app import DECLARED
from tests.daemons import Daemon, daemon
from tests.quick_daemon import QUICK

pytestmark = pytest.mark.slow
WALLET = "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H"
POOL, FAIL_OVER, PROFILE, TARGET = "canary-pool-71c2", "canary-fail-0b9d", "canary-profile-5e77", "canary-target-c0de"
FOREIGN = {"Origin": "https://evil.example"}
OWNER_S = "config.yaml"  # the settings, which their owner has written


def fill(running: Daemon) -> tuple[str, str]:
    """Put each secret where it belongs; the id of the profile, and a key."""

    def done(path: str, body: object) -> dict[str, str]:
        status, answer = running.call("POST", path, body)
        assert status < 300, answer
        return dict(answer["data"])

    body = {"pool": "a.example:3333", "wallet": WALLET}
    other = {"pool": "b.example:3333", "wallet": WALLET, "password": FAIL_OVER}
    done("/miners/simulated?name=one&force=true", body | {"password": POOL, "pools": [other]})
    key = done("/keys", {"name": "phone", "role": "viewer"})["key"]
    profile = done("/profiles", {"name": "P", "minerType": "xmrig", "config": body | {"password": PROFILE}})
    return profile["id"], key


def everything(running: Daemon, profile: str, headers: dict[str, str]) -> dict[str, bytes]:
    """The answer of every read, by its path."""
    answers = {}
    for each in DECLARED:
        if each.method == "GET" and each.path != "/ws":
            path = each.path.replace("{miner}", "one").replace("{id}", profile)
            connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
            connection.request("GET", path if each.at_root else f"/api/v1/mining{path}", headers=headers)
            answers[each.path] = connection.getresponse().read()
            connection.close()
    return answers


def those_with(secrets: Iterable[str], texts: dict[str, bytes]) -> set[tuple[str, str]]:
    """Where a secret stands, and which."""
    return {(place, secret) for place, text in texts.items() for secret in secrets if secret.encode() in text}


def test_no_secret_is_in_an_answer_a_log_a_command_line_or_a_file_that_others_can_read(data_dir: Path) -> None:
    settings = QUICK | {"notify": [f"json://token:{TARGET}@127.0.0.1:9/x"]}
    (data_dir / OWNER_S).write_text(yaml.safe_dump(settings))
    with daemon(data_dir) as running:
        profile, key = fill(running)
        secrets = (POOL, FAIL_OVER, PROFILE, TARGET, key)
        mine, foreign = everything(running, profile, {}), everything(running, profile, FOREIGN)
        assert len(mine) == len(foreign) > 30
        assert not those_with(secrets, mine)
        assert not those_with((*secrets, WALLET), foreign)
        assert WALLET.encode() in mine["/profiles/{id}"], "this test looks for nothing"

        assert running.call("POST", "/miners/xmrig", {"pool": "a", "wallet": POOL, "password": POOL})[0] == 400
        assert running.process is not None
        pids = [running.process.pid, *running.alive("one")]
        shown = {
            f"{pid} {file}": Path(f"/proc/{pid}/{file}").read_bytes() for pid in pids for file in ("cmdline", "environ")
        }
        assert len(shown) == 4
        assert not those_with((*secrets, WALLET), {**shown, "log": running.log.encode()})
        running.end()
        files = {
            str(path.relative_to(running.data)): path.read_bytes() for path in running.data.rglob("*") if path.is_file()
        }
        holding = {place for place, _ in those_with((*secrets, WALLET), files)}
        assert holding >= {"miners.json", "profiles.json", OWNER_S}
        assert not those_with((key,), files), "a key is kept as its hash"
        modes = {place: (running.data / place).stat().st_mode & 0o777 for place in holding - {OWNER_S}}
        assert set(modes.values()) == {0o600}, modes
        assert running.data.stat().st_mode & 0o777 == 0o700
