"""The configuration file that XMRig's adapter writes, and what it refuses and warns of."""

import json
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapter import LaunchContext
from mining.domain.config import Config
from mining.domain.config_check import config_errors, config_warnings
from mining.miners.xmrig import MINER


def a_context(run_id: str = "id-A", **more: Any) -> LaunchContext:
    place = {"name": "m", "directory": Path("/run-folder/m"), "program": Path("/programs/xmrig"), "cpus": 4}
    return LaunchContext(**place | {"api_port": 41234, "api_token": "ab" * 32, "run_id": run_id} | more)


def a_config(**fields: Any) -> Config:
    return Config.model_validate_json(json.dumps({"pool": "pool.example:3333", "wallet": "a-wallet", **fields}))


def written(context: LaunchContext | None = None, **fields: Any) -> dict[str, Any]:
    """The configuration file for these fields."""
    launch = MINER.launch(a_config(**fields), context or a_context())
    assert list(launch.files) == ["config.json"]
    return dict(json.loads(launch.files["config.json"]))


def issues(**fields: Any) -> dict[str, str]:
    return {fault.field: fault.issue for fault in config_errors(MINER, a_config(**fields))}


def test_it_is_given_one_file_and_no_flags() -> None:
    launch = MINER.launch(a_config(), a_context())
    assert launch.argv == (str(a_context().program), f"--config={a_context().directory / 'config.json'}")
    assert launch.env == {}


def test_it_writes_its_text_by_itself_where_no_pipe_takes_it() -> None:
    assert "log-file" not in written()
    file = Path("/run-folder/m/program.log")
    assert written(a_context(log_file=file))["log-file"] == str(file)


def test_its_api_is_on_loopback_unrestricted_behind_the_token() -> None:
    said = written()
    assert said["http"] == {
        "enabled": True, "host": "127.0.0.1", "port": 41234, "access-token": "ab" * 32, "restricted": False,
    }  # fmt: skip
    assert said["api"] == {"id": "id-A", "worker-id": "id-A"}
    assert [ask.path for ask in MINER.requests(a_context())] == ["/2/summary", "/2/backends"]
    assert all(ask.headers["Authorization"] == f"Bearer {'ab' * 32}" for ask in MINER.requests(a_context()))


def test_a_registered_cuda_plugin_is_the_loader_of_those_that_use_cuda() -> None:
    library = Path("/own/libxmrig-cuda.so")
    plugin = a_context(cuda_plugin=library)
    assert written(plugin, cuda={"enabled": True})["cuda"] == {"enabled": True, "loader": str(library)}
    assert written(plugin)["cuda"] == {"enabled": False}
    assert "loader" not in written(cuda={"enabled": True})["cuda"]


def test_pause_is_json_rpc_of_exactly_that_content_type() -> None:
    ask = MINER.command("pause", a_context())
    assert ask is not None
    assert ask.body is not None
    assert (ask.path, ask.method, ask.headers["Content-Type"]) == ("/json_rpc", "POST", "application/json")
    assert json.loads(ask.body)["method"] == "pause"


@pytest.mark.parametrize("privileged", [False, True])
def test_nothing_is_changed_on_the_machine_unless_asked(privileged: bool) -> None:
    said = written(a_context(privileged=privileged))
    assert {key: said[key] for key in ("autosave", "watch", "background", "title", "dmi")} == dict.fromkeys(
        ("autosave", "watch", "background", "title", "dmi"), False
    )
    assert (said["randomx"]["wrmsr"], said["randomx"]["rdmsr"], said["randomx"]["1gb-pages"]) == (False, False, False)
    # only root can reserve, so anybody else may use what is there
    assert said["cpu"]["huge-pages"] is not privileged
    assert said["donate-level"] == 1
    assert written(a_context(privileged=True), hugePages=True)["cpu"]["huge-pages"] is True
    assert written(hugePages=False)["cpu"]["huge-pages"] is False


def test_threads_and_affinity_are_one_profile_for_every_algorithm() -> None:
    assert "*" not in written()["cpu"]
    assert "*" not in written(threads=0)["cpu"]
    assert written(threads=3)["cpu"]["*"] == {"intensity": 1, "threads": 3, "affinity": -1}
    assert written(threads=2, cpuAffinity="0xa")["cpu"]["*"] == {"intensity": 1, "threads": 2, "affinity": 10}
    assert written(cpuAffinity="0xF0")["cpu"]["*"] == {"intensity": 1, "threads": 4, "affinity": 240}


def test_pools_are_complete_and_in_order() -> None:
    second = {"pool": "ssl://second.example:443", "wallet": "other", "tlsFingerprint": "ab" * 32}
    first, spare = written(
        pools=[second], algo="randomx", coin="XMR", password="secret", worker="rig-7", proxy="socks5://127.0.0.1:9050"
    )["pools"]
    assert (first["url"], first["user"], first["pass"], first["rig-id"]) == (
        "pool.example:3333", "a-wallet", "secret", "rig-7",
    )  # fmt: skip
    assert (first["algo"], first["tls"], first["daemon"], first["socks5"]) == ("rx/0", False, False, "127.0.0.1:9050")
    assert first["coin"].lower() in ("xmr", "monero")  # it knows both, in any case
    assert (spare["url"], spare["user"], spare["pass"]) == ("second.example:443", "other", "x")
    assert (spare["tls"], spare["tls-fingerprint"]) == (True, "ab" * 32)
    assert written()["pools"][0]["pass"] == "x"


def test_the_worker_is_in_the_login_or_password_as_the_pool_reads_it() -> None:
    first, second, third = written(
        pool="de.monero.herominers.com:1111", worker="rig-7",
        pools=[{"pool": "pool.supportxmr.com:3333"}, {"pool": "xmr.kryptex.network:7777", "worker": "other"}],
    )["pools"]  # fmt: skip
    assert (first["user"], first["pass"], first["rig-id"]) == ("a-wallet.rig-7", "x", "rig-7")
    assert (second["user"], second["pass"], second["rig-id"]) == ("a-wallet", "rig-7", "rig-7")
    assert (third["user"], third["pass"], third["rig-id"]) == ("a-wallet/other", "x", "other")


def test_a_worker_that_a_pool_may_not_show_is_warned_of() -> None:
    told = config_warnings(MINER, a_config(worker="rig-7", pools=[{"pool": "de.monero.herominers.com:1111"}]))
    assert [text for text in told if "worker" in text] == [
        "worker: it is sent as rig id alone, for nothing says where pool.example:3333 reads it; "
        "if it does not show it, write it into the login as it asks."
    ]
    given = a_config(pools=[{"pool": "pool.supportxmr.com:3333", "worker": "w", "password": "secret"}])
    assert any(text.startswith("pools[0].worker: ") for text in config_warnings(MINER, given))


def test_each_pool_goes_through_its_own_proxy_or_none() -> None:
    spares = [{"pool": "b.onion:1"}, {"pool": "c:1", "proxy": "socks5://10.0.0.1:9050"}, {"pool": "d:1", "proxy": None}]
    told = written(proxy="socks5://127.0.0.1:9050", pools=spares)["pools"]
    assert [pool["socks5"] for pool in told] == ["127.0.0.1:9050", "127.0.0.1:9050", "10.0.0.1:9050", None]
    assert [pool["socks5"] for pool in written(pools=spares)["pools"]] == [None, None, "10.0.0.1:9050", None]


def test_solo_mining_speaks_to_the_node() -> None:
    (pool,) = written(pool="daemon+https://node.example:18089", coin="monero")["pools"]
    assert (pool["url"], pool["daemon"], pool["tls"], pool["coin"]) == ("node.example:18089", True, True, "monero")


def test_gpus_are_named_by_a_hint_and_all_are_used_without_one() -> None:
    assert written()["opencl"]["enabled"] is written()["cuda"]["enabled"] is False
    said = written(opencl={"enabled": True}, cuda={"enabled": True, "devices": [0, 2]})
    assert (said["opencl"]["enabled"], said["opencl"].get("devices-hint")) == (True, None)
    assert (said["cuda"]["enabled"], said["cuda"]["devices-hint"]) == (True, "0,2")
    assert written(opencl={"enabled": False, "devices": [1]})["opencl"]["enabled"] is False


def test_what_is_asked_for_is_passed_on() -> None:
    options = {"mode": "light", "1gbPages": True, "msr": True, "asm": "ryzen", "yield": False}
    said = written(
        options=options | {"cpuMaxThreadsHint": 50, "printTime": 10}, cpuPriority=2, donateLevel=5, nicehash=True,
        pauseOnBattery=True, pauseOnActive=90, cpu={"enabled": True},
    )  # fmt: skip
    assert (said["randomx"]["mode"], said["randomx"]["1gb-pages"], said["randomx"]["wrmsr"]) == ("light", True, True)
    assert (said["cpu"]["asm"], said["cpu"]["yield"], said["cpu"]["max-threads-hint"]) == ("ryzen", False, 50)
    assert (said["cpu"]["priority"], said["donate-level"], said["print-time"]) == (2, 5, 10)
    assert (said["pause-on-battery"], said["pause-on-active"], said["pools"][0]["nicehash"]) == (True, 90, True)
    assert written(cpu={"enabled": False}, cuda={"enabled": True})["cpu"]["enabled"] is False


# ——— what it refuses and warns of


@pytest.mark.parametrize(
    ("fields", "field", "word"),
    [
        ({"intensity": 5}, "intensity", "cannot"),
        ({"donateLevel": 0}, "donateLevel", "at least 1"),
        ({"algo": "rx/zero"}, "algo", "did you mean"),
        ({"pools": [{"pool": "b:1", "algo": "nonsense"}]}, "pools[0].algo", "unknown"),
        ({"algo": "kawpow"}, "algo", "GPU"),
        ({"cpu": {"enabled": False}}, "cpu.enabled", "opencl"),
        ({"cpuAffinity": "0x0"}, "cpuAffinity", "at least one"),
        ({"cpuAffinity": "0x8000000000000000"}, "cpuAffinity", "62"),
        ({"tlsFingerprint": "ab" * 32}, "tlsFingerprint", "tls"),
        ({"pools": [{"pool": "b:1"}, {"pool": "c:1", "tlsFingerprint": "ab" * 32}]}, "pools[1].tlsFingerprint", "tls"),
        ({"pool": "daemon+http://n:18081"}, "coin", "solo"),
        ({"pool": "daemon+http://n:18081", "coin": "nocoin"}, "coin", "solo"),
        ({"options": {"mod": "fast"}}, "options.mod", "mode"),
        ({"options": {"zzzzzz": 1}}, "options.zzzzzz", "available lists its 7"),
        ({"options": {"mode": "slow"}}, "options.mode", "fast"),
        ({"options": {"mode": ["fast"]}}, "options.mode", "fast"),
        ({"options": {"asm": 1}}, "options.asm", "ryzen"),
        ({"options": {"asm": None}}, "options.asm", "ryzen"),
        ({"options": {"msr": "yes"}}, "options.msr", "true"),
        ({"options": {"cpuMaxThreadsHint": 0}}, "options.cpuMaxThreadsHint", "100"),
        ({"options": {"cpuMaxThreadsHint": True}}, "options.cpuMaxThreadsHint", "100"),
        ({"options": {"printTime": 1.5}}, "options.printTime", "3600"),
    ],
)
def test_names_what_is_wrong(fields: dict[str, Any], field: str, word: str) -> None:
    found = issues(**fields)
    assert list(found) == [field]
    assert word in found[field]


def test_an_unknown_option_is_told_the_near_ones_and_not_all() -> None:
    found = issues(options={"print_time": 5, "colour": 1})
    assert "did you mean printTime?" in found["options.print_time"]
    assert "1gbPages" not in found["options.print_time"] + found["options.colour"]


def test_names_every_fault_at_once() -> None:
    assert set(issues(intensity=1, donateLevel=0, options={"x": 1})) == {"intensity", "donateLevel", "options.x"}


@pytest.mark.parametrize(
    "fields",
    [
        {"algo": "RandomX"},
        {"algo": "kawpow", "opencl": {"enabled": True}},
        {"cpu": {"enabled": False}, "cuda": {"enabled": True}},
        {"cpuAffinity": "0x7fffffffffffffff"},
        {"pool": "daemon+http://n:18081", "coin": "XMR"},
        {"pool": "daemon+http://n:18081", "algo": "rx/0"},
        {"coin": "btc", "algo": "rx/0", "nicehash": True},
        {"options": {"mode": "auto", "asm": False, "printTime": 0}},
    ],
)
def test_has_nothing_against_what_works(fields: dict[str, Any]) -> None:
    assert issues(**fields) == {}


def test_warns_of_what_its_owner_should_know() -> None:
    def told(**fields: Any) -> str:
        return " ".join(config_warnings(MINER, a_config(**fields)))

    assert "fingerprint" not in told().lower()
    assert "does not prove" in told(tls=True)
    assert "does not prove" not in told(tls=True, tlsFingerprint="ab" * 32)
    assert "pauseOnActive" in told(pauseOnActive=60)
    assert "root" in told(options={"msr": True})
    assert "gives" in told(hugePages=True)
    assert "1 %" in told()
    assert "5 %" in told(donateLevel=5)


def test_knows_the_memory_of_randomx() -> None:
    mebi = 1 << 20
    assert MINER.needs(a_config(threads=2), 8) == MINER.needs(a_config(), 2)
    both = MINER.needs(a_config(threads=2), 8)
    assert (both.least // mebi, both.full // mebi) == (324, 2404)
    fast = MINER.needs(a_config(threads=2, options={"mode": "fast"}), 8)
    assert fast.least == fast.full == both.full
    assert MINER.needs(a_config(threads=2, algo="cn/r"), 8).full < both.least


@pytest.mark.parametrize(
    ("fields", "has_dataset"),
    [
        ({}, True),
        ({"algo": "rx/wow"}, True),
        ({"coin": "WOW"}, True),
        ({"coin": "btc"}, True),  # of a payout; the pool decides what is computed
        ({"options": {"mode": "fast"}}, True),
        ({"options": {"mode": "light"}}, False),
        ({"algo": "ghostrider"}, False),
        ({"algo": "argon2/chukwa"}, False),
        ({"coin": "Raptoreum"}, False),
        ({"coin": "rvn", "cuda": {"enabled": True}}, False),
    ],
)
def test_two_gib_of_memory_are_spoken_of_for_the_dataset_of_randomx_alone(
    fields: dict[str, Any], has_dataset: bool
) -> None:
    assert (MINER.needs(a_config(threads=2, **fields), 8).full > 2 << 30) is has_dataset
