"""State that a newer version left: kept and shown as far as it is understood, refused only where it would be harmed."""

import http.client
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mining.daemon import refuse_newer_state
from mining.foundation.document import NewerDocument, checksum, seal
from tests.daemons import SCRIPT, Daemon, daemon, wait_for
from tests.upgrade import make_0_2_0 as made
from tests.upgrade.test_upgrade import digests

CANARY = "canary-5ecret"
DOCUMENTS = (
    "daemon.json", "miners.json", "profiles.json", "pools.json", "history.db", "programs/xmrig.json",
    "run/one/record.json",
)  # fmt: skip


def rewrite(path: Path, change: Callable[[dict[str, Any]], object], schema: int = 1) -> None:
    """Change a document as a newer version would."""
    body = json.loads(path.read_bytes())
    change(body)
    what = path.stem
    if "sha256" in body and isinstance(body.get(what), list):
        body["sha256"] = checksum(body[what])
    body |= {"schema": schema, "writtenBy": "0.9.0"}
    body.pop("sum", None)
    path.write_text(json.dumps(body | {"sum": checksum(body)}))


def too_new(path: Path) -> None:
    """Make a document one that this version cannot read."""
    if path.suffix != ".db":
        rewrite(path, lambda body: None, schema=2)
        return
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE format SET schema = 2, written_by = '0.9.0'")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """State of this version."""
    folder = tmp_path / "data"
    shutil.copytree(made.KEPT, folder)
    with closing(sqlite3.connect(folder / "history.db")) as database:
        database.executescript((folder / "history.sql").read_text())
    return folder


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_document_that_is_too_new_is_refused_before_anything_is_written(data: Path, name: str) -> None:
    refuse_newer_state(data)
    too_new(data / name)
    before = digests(data)
    with pytest.raises(NewerDocument, match=rf"^{Path(name).name} was written by version 0\.9\.0, "):
        refuse_newer_state(data)
    assert digests(data) == before


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "history.db"])
def test_each_document_is_damaged_and_not_newer_where_its_sum_is_wrong(data: Path, name: str) -> None:
    too_new(data / name)
    (data / name).write_bytes((data / name).read_bytes().replace(b"0.9.0", b"0.9.1"))
    refuse_newer_state(data)


@pytest.mark.slow
def test_a_daemon_that_cannot_read_a_newer_document_says_so_in_one_sentence_and_miners_go_on(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        pids = [running.simulate("one")["pid"]]
        assert running.end() == 0
        too_new(data_dir / "profiles.json" if (data_dir / "profiles.json").exists() else data_dir / "miners.json")
        before = {path: path.read_bytes() for path in data_dir.glob("*.json*")}
        ended = subprocess.run(
            [sys.executable, str(SCRIPT), str(data_dir), "0"], capture_output=True, text=True, timeout=120
        )
        assert (ended.returncode, ended.stdout) == (1, "")
        assert ended.stderr.startswith("error: miners.json was written by version 0.9.0, in a way that this version (")
        assert (ended.stderr.count("\n"), ended.stderr.count("miners go on")) == (1, 1)
        assert {path: path.read_bytes() for path in data_dir.glob("*.json*")} == before
        assert running.alive("one") == pids


def put(body: dict[str, Any], where: str) -> None:
    """Put unknown things at the top of a document, in its rows, and deep in them."""
    body["unheard"] = {CANARY: CANARY}
    for row in body[where]:
        row["unheard"] = [CANARY]
        if row["name"] in ("barred", "Barred"):
            row["config"]["tariff"] = {"key": CANARY}


def everything_shown(running: Daemon) -> list[str]:
    """All that the daemon answers to somebody who asks for everything."""
    texts = []
    paths = [
        "/info", "/miners", "/miners/summary", "/miners/available", "/profiles", "/pools?limit=1000", "/settings",
        "/events?since=0&limit=1000", "/healthz", "/metrics", "/profiles/export?secrets=true",
        *(f"/miners/{name}{of}" for name in ("barred", "free") for of in ("", "/stats", "/logs", "/hashrate-history")),
    ]  # fmt: skip
    for path in paths:
        connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
        connection.request("GET", f"/api/v1/mining{path}")
        answer = connection.getresponse()
        texts.append(answer.read().decode())
        assert answer.status in (200, 404), (path, texts[-1])
        connection.close()
    return texts


@pytest.mark.slow
def test_what_is_not_understood_bars_a_start_alone_and_is_never_shown(data_dir: Path) -> None:
    config = {"pool": "pool.example:3333", "wallet": "anybody"}
    with daemon(data_dir) as running:
        pids = {name: running.simulate(name)["pid"] for name in ("barred", "free", "dead")}
        for name in ("Barred", "Free"):
            draft = {"name": name, "minerType": "simulated", "config": config}
            assert running.call("POST", "/profiles", draft)[0] == 201
        assert running.end() == 0
        rewrite(data_dir / "miners.json", lambda body: put(body, "miners"))
        rewrite(data_dir / "profiles.json", lambda body: put(body, "profiles"))
        record = data_dir / "run/free/record.json"
        process = json.loads(record.read_text())["process"]
        record.write_bytes(seal({"process": process | {"unheard": CANARY}, "unheard": CANARY}, "0.9.0"))
        running.start()
        assert {name: running.miner(name)["pid"] for name in pids} == pids, "all of them are shown, and go on"
        shown = everything_shown(running)

        refusals = [
            running.call("POST", "/miners/barred/restart"),
            running.call("POST", "/miners/barred/restart", config),
        ]
        profiles = {each["name"]: each["id"] for each in running.call("GET", "/profiles")[1]["data"]["items"]}
        assert running.call("DELETE", "/miners/barred")[0] == 200, "it could not be stopped"
        refusals.append(running.call("POST", "/miners/simulated?name=barred", config))
        refusals.append(running.call("POST", f"/profiles/{profiles['Barred']}/start"))
        changed = {"name": "Barred", "minerType": "simulated", "config": config | {"threads": 1}}
        refusals.append(running.call("PUT", f"/profiles/{profiles['Barred']}", changed))
        for status, answer in refusals:
            assert status == 409, answer
            text = answer["error"]["message"]
            assert "config.tariff" in text, text
            assert "Version 0.9.0" in text, text
        renamed = changed | {"name": "Named", "config": config}
        assert running.call("PUT", f"/profiles/{profiles['Barred']}", renamed)[0] == 200
        assert running.call("POST", "/miners/free/restart")[0] == 201
        assert running.call("POST", f"/profiles/{profiles['Free']}/start?name=fresh")[0] == 201
        shown += [json.dumps(answer) for _, answer in refusals] + everything_shown(running)
        assert running.end() == 0

        kept = (data_dir / "miners.json").read_text() + (data_dir / "profiles.json").read_text()
        assert kept.count(CANARY) == 2 * 2 + 3 + 2 + 2, "unknown keys were lost"
        assert [text for text in shown if CANARY in text] == []
        assert CANARY not in (data_dir / "daemon.log").read_text()
        assert list(data_dir.glob("*corrupt*")) == []

        running.start()
        assert running.call("DELETE", "/miners/barred?forget=true")[0] == 200
        assert running.call("POST", "/miners/simulated?name=barred", config)[0] == 201, "made anew, it is ours alone"


@pytest.mark.slow
def test_a_miner_that_is_not_understood_is_neither_started_with_the_daemon_nor_after_a_crash(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        for name in ("barred", "crashing"):
            running.simulate(name)
        assert running.end() == 0
        rewrite(data_dir / "miners.json", lambda body: [row["config"].update(tariff=1) for row in body["miners"]])
        for pid in running.alive("barred"):
            subprocess.run(["kill", "-9", str(pid)], check=True)
        wait_for(lambda: not running.alive("barred"), 10, "it to end")
        running.start()
        (pid,) = running.alive("crashing")
        subprocess.run(["kill", "-9", str(pid)], check=True)
        for name in ("barred", "crashing"):
            reason = wait_for(
                lambda name=name: (r := running.miner(name)["reason"]) and r["code"] == "not_understood" and r, 10, name
            )
            assert "config.tariff" in reason["text"]
            assert (running.miner(name)["status"], running.alive(name)) == ("error", [])
            assert running.miner(name)["nextRestartAt"] is None, "it will not be otherwise later"
            assert running.call("DELETE", f"/miners/{name}")[0] == 200
            assert running.miner(name)["status"] == "stopped"
