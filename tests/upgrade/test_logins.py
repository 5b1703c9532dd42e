"""What XMRig was told of its pools by 0.1.0, it is told by this version too: what a pool inherited is written out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mining.domain.adapter import LaunchContext
from mining.domain.miner import MinerRecord
from mining.domain.profile import MiningProfile
from mining.foundation.document import unseal
from mining.miners.xmrig.configuration import written
from mining.processes.run_folder import RunFolder
from mining.storage.records import Records
from tests.upgrade.releases import Layout, Release, checked, state

TOP = {"pool": "127.0.0.1:13333", "wallet": "a-login", "algo": "rx/0", "coin": "XMR", "options": {}}
FIRST = {"password": "first-passw0rd", "worker": "rig1"}
CONFIGS: tuple[dict[str, Any], ...] = (
    {**TOP, **FIRST, "pools": [{"pool": "127.0.0.1:13334"}]},
    {
        **TOP,
        **FIRST,
        "pools": [{"pool": "127.0.0.1:13334", "password": ""}, {"pool": "c.example:1", "password": "own"}],
    },
    {**TOP, **FIRST, "pools": [{"pool": "b.example:1", "wallet": "other", "worker": None, "algo": "cn/r"}]},
    {**TOP, "pools": [{"pool": "pool.supportxmr.com:3333", "password": "own"}]},
    {**TOP, "password": "first-passw0rd", "pools": [{"pool": "pool.supportxmr.com:3333"}]},
    {**TOP, "proxy": "socks5://127.0.0.1:9050", "pools": [{"pool": "b.example:1"}]},
    {**TOP, **FIRST, "pools": []},
)
AS_0_1_0 = """
import json, pathlib, sys
from mining.domain.miner import Slot
from mining.domain.config import Config
from mining.miners.xmrig.configuration import written
slot = Slot.model_validate_json(sys.argv[1])
rows = json.loads(pathlib.Path(sys.argv[2]).read_text())["miners"]
configs = {row["name"]: Config.model_validate_json(json.dumps(row["config"])) for row in rows}
print(json.dumps({name: written(config, slot)["pools"] for name, config in configs.items()}))
"""
CONTEXT = LaunchContext(
    name="m", directory=Path("/run"), program=Path("/xmrig"), api_port=1, api_token="t" * 64, run_id="r", cpus=2
)


def pools_of(record: MinerRecord) -> Any:
    return json.loads(json.dumps(written(record.config, CONTEXT)["pools"]))


def opened(layout: Layout) -> Records[MinerRecord]:
    def no_problem(text: str) -> None:
        raise AssertionError(text)

    return Records(layout.data, "miners", MinerRecord, lambda record: record.name, no_problem)


def test_xmrig_is_told_the_same_logins_before_and_after_the_upgrade(
    old: Release, laid_out: Callable[..., Layout]
) -> None:
    layout = laid_out()
    path = layout.data / "miners.json"
    rows = json.loads(path.read_text())["miners"]
    model = next(row for row in rows if row["name"] == "two-pools")
    rows += [{**model, "name": f"made-{place}", "config": config} for place, config in enumerate(CONFIGS)]
    path.write_bytes(checked({"miners": rows, "sha256": ""}))
    slot = CONTEXT.model_dump_json(exclude={"privileged", "cuda_plugin", "log_file"}, by_alias=True)
    before = json.loads(old.run("-c", AS_0_1_0, slot, path, home=layout.home).stdout)
    for _ in range(2):  # the second time from what this version has written
        records = {record.name: record for record in opened(layout).all()}
        assert {name: pools_of(record) for name, record in records.items()} == before
        assert unseal(path.read_bytes(), path.name).sealed
    live = json.loads((state("0.1.0") / "data/run/two-pools/config.json").read_text())["pools"]
    assert pools_of(records["two-pools"]) == live
    kept = json.loads(path.read_text())["miners"]
    assert next(row for row in kept if row["name"] == "made-0")["config"]["pools"] == [
        {"pool": "127.0.0.1:13334", "password": "first-passw0rd"}
    ]


def test_profiles_and_living_processes_are_written_out_too(laid_out: Callable[..., Layout]) -> None:
    layout = laid_out()
    config = CONFIGS[0]
    profiles = layout.data / "profiles.json"
    rows = json.loads(profiles.read_text())["profiles"]
    profiles.write_bytes(checked({"profiles": [{**rows[0], "config": config}], "sha256": ""}))
    (profile,) = Records(layout.data, "profiles", MiningProfile, lambda each: each.id, lambda _: None).all()
    assert profile.config.pools[0].password == "first-passw0rd"
    process = layout.data / "run/two-pools/process.json"
    record = json.loads(process.read_text())
    record["miner"]["config"] = config
    process.write_text(json.dumps(record))
    found = RunFolder(layout.data / "run", "two-pools").read_record()
    assert found is not None
    assert found.miner.config == profile.config, "it would seem to mine with another configuration"


def test_a_pool_without_a_password_that_this_version_wrote_stays_without_one(laid_out: Callable[..., Layout]) -> None:
    layout = laid_out()
    records = opened(layout)
    record = next(each for each in records.all() if each.name == "two-pools")
    spare = record.config.pools[0].but(password=None, worker=None)
    records.change(keep=[record.but(config=record.config.but(pools=(spare,)))])
    again = next(each for each in opened(layout).all() if each.name == "two-pools")
    assert again.config.pools == (spare,)
    assert (again.config.all_pools()[1].password, again.config.all_pools()[1].worker) == (None, None)
