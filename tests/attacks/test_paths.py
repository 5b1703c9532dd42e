"""S12: whatever stands in the place of a name or an id, no file outside of the data folder is read or written."""

import http.client
import json
from pathlib import Path
from urllib.parse import quote

import pytest

from mining.api.app import DECLARED
from tests.daemons import Daemon, daemon
from tests.faults.test_state import nothing_left

pytestmark = pytest.mark.slow
CANARY = "canary-4be1"
CLIMBS = tuple("../" * steps + name for steps in range(1, 4) for name in ("canary.json", "escaped"))
NASTY = (
    *(quote(climb, safe="") for climb in CLIMBS),
    *(quote(climb.replace("/", "\\"), safe="") for climb in CLIMBS),
    *(quote(quote(climb, safe=""), safe="") for climb in CLIMBS),
    *(climb.replace("../", "%2e%2e%2f") for climb in CLIMBS),
    *(climb.replace("../", "%c0%ae%c0%ae%2f") for climb in CLIMBS),
    *CLIMBS, "..", ".", "...", "..%00", "%00", "one%00.json", "..%2f", "..%5c", "%2fetc%2fpasswd", "~", "~root",
    "C:%5cWindows%5cwin.ini", "file:%2f%2f%2fetc%2fpasswd", "%2fdev%2fzero", "%2fproc%2fself%2fenviron", "-rf", "*",
    "one%2f..%2f..%2fcanary.json", "..;", "..%3b%2fcanary.json", "%0a", "one%0d%0aX:%20y", "%e2%80%ae", "%ef%bc%8f",
    "%ff%fe", "%u002e%u002e", "a" * 4096, "CON", "nul.json", "$(id)", "%24%7bHOME%7d", "one%20", "%20", "process.json",
)  # fmt: skip
CONFIG = {"pool": "127.0.0.1:9", "wallet": "anybody"}
STATIC = ("/{name}", "/assets/{name}", "/dashboard/{name}", "/dashboard/assets/{name}", "/api/v1/mining/swagger/{name}")


def targets() -> list[tuple[str, str]]:
    """Every operation with a place for a name, then the places of static files, and names in a query."""
    declared = [(each.method, each.path if each.at_root else f"/api/v1/mining{each.path}") for each in DECLARED]
    inside = [(method, path) for method, path in declared if "{" in path]
    queries = [
        ("POST", "/api/v1/mining/miners/simulated?force=true&name={name}"),
        ("GET", "/api/v1/mining/events?miner={name}"),
        ("GET", "/api/v1/mining/history?miners={name}"),
    ]
    return [*inside, *(("GET", path) for path in STATIC), *queries]


def body_of(method: str, path: str) -> object:
    """What an operation takes, so that only the name can be wrong."""
    if method not in ("POST", "PUT"):
        return None
    if "/profiles/" in path and method == "PUT":
        return {"name": "P", "minerType": "simulated", "config": CONFIG}
    if "/miners/" in path and method == "PUT":
        return {"type": "simulated", "config": CONFIG}
    return CONFIG if path.partition("?")[0].count("/") <= 5 or path.endswith(("/restart", "/check")) else None


def answer(running: Daemon, method: str, path: str) -> tuple[int, bytes]:
    """What comes back; the path is sent as it stands."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
    connection._validate_path = lambda _: None  # type: ignore[attr-defined]  # so that none is refused on this side
    body = body_of(method, path)
    try:
        sent = None if body is None else json.dumps(body).encode()
        connection.request(
            method, path, body=sent, headers={} if sent is None else {"Content-Type": "application/json"}
        )
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def outside(data: Path) -> dict[str, bytes]:
    """The files and folders around the data folder."""
    around = (path for path in data.parents[2].rglob("*") if not path.is_relative_to(data))
    return {str(path): path.read_bytes() if path.is_file() else b"" for path in around}


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder so deep that whoever climbs out of it stays within the folder of the test."""
    path = tmp_path / "some" / "where" / "data"
    path.mkdir(mode=0o700, parents=True)
    return path


def test_no_name_or_id_leads_out_of_the_data_folder(data_dir: Path) -> None:
    with nothing_left(data_dir), daemon(data_dir) as running:
        running.simulate("one")
        run, logs = data_dir / "run", data_dir / "logs"
        for folder in (*list(data_dir.parents)[:3], data_dir, run, run / "one", logs):
            (folder / "canary.json").write_text(f'{{"{CANARY}": 1}}')
        before = outside(data_dir)
        assert any(CANARY.encode() in content for content in before.values())
        tried = refused = 0
        for method, path in targets():
            head, _, rest = path.partition("{")
            for nasty in NASTY:
                place = head + nasty + rest.partition("}")[2]
                status, got = answer(running, method, place)
                tried += 1
                refused += status >= 400
                assert status < 500, (method, place, status, got[:300])
                assert CANARY.encode() not in got, (method, place)
                assert b"root:" not in got, (method, place)
        assert tried == len(targets()) * len(NASTY) > 1000
        assert outside(data_dir) == before
        assert refused > tried * 0.8
        assert {path.name for path in logs.iterdir()} - {"canary.json"} <= names(running)
        assert {path.name for path in run.iterdir()} - {"canary.json"} <= names(running)
        assert running.call("GET", "/miners/one")[1]["data"]["status"] == "running"


def names(running: Daemon) -> set[str]:
    """The miners there are, each with a name of the plain kind."""
    items = running.call("GET", "/miners?limit=1000")[1]["data"]["items"]
    found = {miner["name"] for miner in items}
    assert all(name.replace("-", "").replace("_", "").replace(".", "").isalnum() for name in found), found
    assert not any(name.startswith(".") for name in found), found
    return found
