"""Where programs differ from what one would think: units, older forms of answers, faults of theirs; a rule each."""

import json
from typing import Any

import pytest

from mining.dialects import cgminer, claymore, pairs
from mining.dialects.program_adapter import MIB
from mining.domain.adapter import ApiResponse, Reading, Unreadable
from mining.domain.card_choice import uses_cards
from mining.domain.config import CpuBackend
from mining.domain.config_check import config_errors, config_warnings, with_backends
from mining.miners import adapter, all_types
from tests.miners.examples import AT_HAND
from tests.miners.test_contract import a_config, a_context, as_sent, cards_of
from tests.standins.recordings import recording

OTHERS = sorted(name for name, kind in all_types().items() if kind.module is None and name not in AT_HAND)


def recorded(name: str) -> list[Any]:
    return [reply["body"] for reply in recording(name)["replies"]]


def read(name: str, *bodies: Any) -> Reading:
    result = adapter(name).read(a_context(), [ApiResponse(200, as_sent(body)) for body in bodies])
    assert isinstance(result, Reading), result
    return result


def written(name: str, **fields: Any) -> str:
    """All that a launch says: its arguments and its files."""
    launch = adapter(name).launch(a_config(adapter(name), **fields), a_context())
    return "\n".join([*launch.argv, *(content.decode() for content in launch.files.values())])


def faults(name: str, **fields: Any) -> dict[str, str]:
    kind = adapter(name)
    return {fault.field: fault.issue for fault in config_errors(kind, a_config(kind, **fields))}


# cgminer's way


@pytest.mark.parametrize(
    ("entry", "rate"),
    [
        ({"GHS 5s": "28982.24", "GHS av": 1.0}, 28982.24e9),
        ({"MHS 30s": 1.794}, 1.794e6),
        ({"KHS 30s": 1794}, 1.794e6),
        ({"HS av": 12.5}, 12.5),
        ({"THS 30s": 95.5}, 95.5e12),
        ({"MHS 5s": -1, "MHS av": 2}, 2e6),
        ({"MHS 5s": "fast"}, None),
        ({}, None),
    ],
)
def test_a_rate_has_its_unit_in_its_key_and_may_be_a_string(entry: dict[str, Any], rate: float | None) -> None:
    found = cgminer.rate(entry, "5s", "30s", "av")
    assert found == (None if rate is None else pytest.approx(rate))


def test_a_comma_that_firmware_forgets_between_two_objects_is_put_there() -> None:
    text = b'{"STATUS":[{"STATUS":"S","Description":"cgminer 4.9"}],"STATS":[{"ID":"L30"}{"ID":"L31"}],"id":1}\0'
    found = cgminer.sections([ApiResponse(200, text)])
    assert not isinstance(found, Unreadable)
    assert [row["ID"] for row in found["STATS"]] == ["L30", "L31"]


def test_of_two_equal_keys_the_last_counts_and_a_byte_that_is_no_text_spoils_nothing() -> None:
    text = b'{"STATUS":[{"STATUS":"S"}],"STATS":[{"temp1":40,"temp1":41,"name":"\xff"}]}\0'
    found = cgminer.sections([ApiResponse(200, text)])
    assert not isinstance(found, Unreadable)
    assert cgminer.figure(found["STATS"][0], "temp1") == 41


def test_joined_commands_are_answered_in_lists_of_small_letters() -> None:
    body = {"summary": [{"STATUS": [{"STATUS": "S"}], "SUMMARY": [{"Accepted": "156.0000"}]}], "id": 1}
    found = cgminer.sections([ApiResponse(200, json.dumps(body).encode())])
    assert not isinstance(found, Unreadable)
    assert cgminer.count(cgminer.row(found, "SUMMARY"), "Accepted") == 156


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("65.5K", 65500),
        ("4.29 G", 4.29e9),
        ("16.00K", 16000),
        ("8", 8),
        (3, 3),
        ("", None),
        ("4 x", None),
        (None, None),
    ],
)
def test_a_difficulty_may_be_text_with_a_unit(raw: object, value: float | None) -> None:
    assert cgminer.scaled(raw) == (None if value is None else pytest.approx(value))


# other ways


@pytest.mark.parametrize(
    ("part", "value"), [("42", 42), ("1.5", 1.5), ("off", None), ("", None), ("-1", None), ("1e9", None)]
)
def test_a_part_of_claymores_lists_is_a_number_or_nothing(part: str, value: float | None) -> None:
    assert claymore.figure(part) == value


@pytest.mark.parametrize(
    ("row", "rate"), [({"kH/s": "36.59"}, 36590), ({"H/s": "7"}, 7), ({"MH/s": "1.5"}, 1.5e6), ({"x": "1"}, None)]
)
def test_the_rate_of_a_thread_has_its_unit_in_its_key(row: dict[str, str], rate: float | None) -> None:
    assert pairs.rate(row) == (None if rate is None else pytest.approx(rate))


# programs


def test_tt_miner_counts_what_was_rejected_among_its_shares_and_its_first_zero_is_not_believed() -> None:
    [body] = recorded("tt-miner")
    body["result"][2], body["result"][3] = "4235681;10;3", "1;2"
    assert (read("tt-miner", body).accepted, read("tt-miner", body).rejected) == (7, 3)
    body["result"][2], body["result"][3] = "0;1;0", "0;0"
    assert read("tt-miner", body).hashrate is None
    body["result"][1] = "5"
    assert read("tt-miner", body).hashrate == 0
    body["result"][3] = "5;6"
    assert read("tt-miner", body).hashrate == 11, "where its cards compute, its total is wrong"
    body["result"].append("120;0")
    assert [gpu.power_usage for gpu in read("tt-miner", body).gpu] == [120, None]


def test_t_rex_is_believed_card_by_card_while_its_mean_fills() -> None:
    [body] = recorded("t-rex")
    body["hashrate"] = body["gpus"][0]["hashrate"] // 3
    assert read("t-rex", body).hashrate == body["gpus"][0]["hashrate"]
    body["dual_stat"] = {
        "algorithm": "blake3",
        "hashrate": 5,
        "accepted_count": 2,
        "active_pool": {"url": "a.example:1"},
    }
    [second] = read("t-rex", body).second
    assert (second.algorithm, second.hashrate, second.accepted, second.pool) == ("alephium", 5, 2, "a.example:1")


def test_teamredminer_has_its_figures_from_its_summary_where_it_gives_one() -> None:
    summary = {"STATUS": [{"STATUS": "S", "Description": "TeamRedMiner 0.10.18"}]}
    summary["SUMMARY"] = [{"KHS 30s": 50000, "Accepted": 5, "Rejected": 1, "Hardware Errors": 2}]
    result = read("teamredminer", summary, *recorded("teamredminer")[1:])
    assert (result.hashrate, result.accepted, result.rejected, result.invalid) == (5e7, 5, 1, 2)


def test_cpuminer_opt_tells_its_rate_in_one_of_three_ways() -> None:
    whole, threads = recorded("cpuminer-opt")
    thousands = whole.replace("HS=117826.50;", "", 1)
    assert read("cpuminer-opt", thousands, threads).hashrate == pytest.approx(117830)
    neither = thousands.replace("KHS=117.83;", "")
    assert read("cpuminer-opt", neither, threads).hashrate == pytest.approx(458080)
    assert read("cpuminer-opt", neither).hashrate is None


def test_lolminers_rates_are_in_a_unit_of_its_own_and_a_sensor_at_zero_is_none() -> None:
    [body] = recorded("lolminer")
    body["Algorithms"].append(body["Algorithms"][0] | {"Algorithm": "ALEPH", "Performance_Factor": 10**9})
    body["Workers"][0]["Core_Temp"] = 0
    result = read("lolminer", body)
    assert [work.hashrate for work in result.second] == [107.75e9]
    assert result.gpu[0].temperature is None
    del body["Algorithms"][0]["Performance_Factor"]
    assert read("lolminer", body).hashrate is None


def test_srbminer_reads_older_forms_and_the_processor() -> None:
    body = {
        "rig_name": "run-c0ffee", "miner_version": "0.5.6", "mining_time": 1368,
        "cpu_devices": [{"id": 0, "device": "cpu0", "model": "Intel"}], "gpu_devices": [],
        "algorithms": [
            {
                "id": 0, "name": "verushash", "shares": {"total": 15, "accepted": 15, "rejected": 0},
                "pool": {"pool": "verus.example:9997", "uptime": 1366, "difficulty": 0.0, "latency": 88},
                "hashrate": {"now": 206111.5, "1min": 197190.3, "cpu": {"total": 206111.5}, "gpu": {"total": 0.0}},
            }
        ],
    }  # fmt: skip
    result = read("srbminer-multi", body)
    assert (result.algorithm, result.hashrate, result.accepted, result.difficulty) == ("verushash", 206111.5, 15, None)
    del body["algorithms"][0]["hashrate"]["cpu"], body["algorithms"][0]["hashrate"]["gpu"]
    assert read("srbminer-multi", body).hashrate == 206111.5
    del body["algorithms"][0]["hashrate"]["now"]
    assert read("srbminer-multi", body).hashrate == 197190.3


def test_srbminer_divides_pools_by_commas_and_passwords_by_marks() -> None:
    spare = {"pool": "rvn.2miners.com:6060", "wallet": "w2", "password": "c;d", "tls": True}
    said = written("srbminer-multi", password="a!b", tls=False, pools=[spare]).split("\n")
    after = {
        flag: said[place + 1] for place, flag in enumerate(said) if flag.startswith("--") and place + 1 < len(said)
    }
    assert after["--pool"] == "etc.2miners.com:1010,rvn.2miners.com:6060"
    assert after["--password"] == "a#!b!c#;d"
    assert after["--tls"] == "false,true"
    assert "must not hold a comma" in faults("srbminer-multi", wallet="a,b")["wallet"]


def test_srbminer_computes_on_what_is_asked_for_alone() -> None:
    assert "--disable-gpu\n" in written("srbminer-multi") + "\n"
    assert "--disable-msr-tweaks" in written("srbminer-multi"), (
        "it changes registers of the processor unless told not to"
    )
    on_cards = written("srbminer-multi", algo="kawpow", cuda={"enabled": True, "devices": [1, 0]})
    assert "--disable-cpu" in on_cards
    assert "--gpu-id\n0,1" in on_cards
    assert "needs a GPU" in faults("srbminer-multi", algo="kawpow")["algo"]


def test_gminer_reads_an_older_form_and_a_second_algorithm() -> None:
    old = {
        "miner": "GMiner 1.34", "uptime": 88, "server": "stratum+ssl://beam.example:2222",
        "algorithm": 'Equihash 144,5 "BitcoinZ"', "total_accepted_shares": 0, "total_rejected_shares": 0,
        "devices": [{"gpu_id": 0, "name": "RX 560", "speed": 1.2, "temperature": 54, "power_usage": 32}],
    }  # fmt: skip
    result = read("gminer", old)
    assert (result.version, result.algorithm, result.pool) == ("1.34", "equihash144_5", "beam.example:2222")
    assert (result.hashrate, result.second) == (1.2, ())
    [body] = recorded("gminer")
    body["devices"][0]["speed2"], body["total_accepted_shares2"], body["algorithm2"] = 7, 3, "kheavyhash"
    [second] = read("gminer", body).second
    assert (second.algorithm, second.hashrate, second.accepted) == ("kheavyhash", 7, 3)


def test_rigel_computes_two_algorithms_and_no_login_that_it_tells_goes_on() -> None:
    [body] = recorded("rigel")
    body["algorithm"] = "xelishashv3+sha3x"
    body["hashrate"]["sha3x"] = 5.0
    result = read("rigel", body)
    assert [(work.algorithm, work.hashrate) for work in result.second] == [("sha3x", 5.0)]
    assert "WALLET" not in repr(result)
    body["devices"][0]["selected"] = False
    assert read("rigel", body).gpu == ()


def test_bzminer_counts_devices_that_mine_and_passes_over_a_pool_of_nobody() -> None:
    [body] = recorded("bzminer")
    assert len(body["pools"]) == 2
    assert read("bzminer", body).second == ()
    body["devices"][1]["status"] = [1]
    assert read("bzminer", body).hashrate == 31e6
    body["devices"].append({"name": "EPYC", "vendor": 4, "hashrate": [10], "valid_solutions": [3]})
    result = read("bzminer", body)
    assert (result.hashrate, result.accepted, len(result.gpu)) == (31e6 + 10, 8, 2)
    cut_off = json.dumps(body)[:-40].encode()
    assert isinstance(adapter("bzminer").read(a_context(), [ApiResponse(200, cut_off)]), Unreadable)


def test_bzminer_is_told_the_coin_where_it_has_a_name_of_its_own_for_it() -> None:
    assert '"algorithm": "xna"' in written("bzminer", algo=None, coin="XNA")
    assert '"algorithm": "rvn"' in written("bzminer", algo="kawpow")
    assert (
        "must be that of the first pool"
        in faults("bzminer", pools=[{"pool": "a.example:1", "wallet": "other"}])["pools[0].wallet"]
    )


def test_wildrig_reads_newer_shares_and_no_card_takes_so_much_power() -> None:
    body = {
        "worker_id": "run-c0ffee", "version": "0.47.5", "ua": "WildRig/0.47.5W", "algo": "skydoge", "uptime": 23,
        "hashrate": {"total": [0, 1252778, 0], "threads": [[1252778, 0, 0]]},
        "hwmon": {"busID": [14], "temp": [64], "fan": [65], "power": [429496736]},
        "results": {"shares_accepted": [3, 4], "shares_rejected": [1, 0], "shares_ignored": [0, 2]},
    }  # fmt: skip
    result = read("wildrig-multi", body)
    assert (result.hashrate, result.accepted, result.rejected, result.invalid) == (1252778, 7, 1, 2)
    assert [(gpu.temperature, gpu.fan_speed, gpu.power_usage) for gpu in result.gpu] == [(64, 65, None)]
    assert result.gpu[0].bus_id == "0e"


def test_wildrig_takes_a_nexa_address_without_its_prefix_and_calls_tls_otherwise() -> None:
    said = written("wildrig-multi", algo="nexapow", wallet="nexa:nqtsq5g5abc", worker=None, tls=True)
    assert "-u\nnqtsq5g5abc" in said
    assert "stratum+tcps://etc.2miners.com:1010" in said


def test_nanominer_always_names_a_pool_and_says_that_its_tls_may_fall_back() -> None:
    said = written("nanominer", pools=[{"pool": "a.example:1", "password": "password-77aa"}])
    assert "pool1=etc.2miners.com:1010" in said
    assert "pool2=a.example:1" in said
    assert "watchdog=false" in said
    assert "mport=0" in said
    assert "useSSL=false" in said
    kind = adapter("nanominer")
    assert any("without it" in warning for warning in config_warnings(kind, a_config(kind, tls=True)))


def test_ccminers_power_is_in_thousandths_of_a_watt() -> None:
    assert [gpu.power_usage for gpu in read("ccminer", *recorded("ccminer")).gpu] == [185, 194]
    summary, pool, _, hardware = recorded("ccminer")
    assert [gpu.hashrate for gpu in read("ccminer", summary, pool, "", hardware).gpu] == [None, None]


# all of them


@pytest.mark.parametrize("name", OTHERS)
def test_what_to_compute_is_said_by_the_algorithm_or_the_coin_or_asked_for(name: str) -> None:
    kind = adapter(name)
    assert "algo" in faults(name, algo=None)
    assert "coin" in faults(name, algo=None, coin="NANO")
    for each in kind.facts.algorithms:
        on_cards = {"cuda": {"enabled": True}} if each in kind.supports.gpu_algorithms else {}
        assert faults(name, algo=each, **on_cards) == {}


@pytest.mark.parametrize("name", OTHERS)
def test_a_worker_that_cannot_be_sent_is_refused(name: str) -> None:
    said, refused = written(name, pool="unknown.example:1"), faults(name, pool="unknown.example:1")
    assert ("worker-5b2e" in said) != ("worker" in refused)
    if refused:
        assert "write it into the wallet as the pool asks" in refused["worker"]


@pytest.mark.parametrize("name", OTHERS)
def test_an_api_that_cannot_be_bound_to_loopback_is_told_at_the_start(name: str) -> None:
    kind = adapter(name)
    told = [warning for warning in config_warnings(kind, a_config(kind)) if "Other machines can ask" in warning]
    assert bool(told) == (not kind.facts.loopback)


@pytest.mark.parametrize("name", OTHERS)
def test_a_reply_says_where_it_comes_from_and_its_adapter_whether_it_was_tried(name: str) -> None:
    record, facts = recording(name), adapter(name).facts
    made = record["source"].startswith("made from the field table")
    assert made == (facts.recorded is None)
    assert facts.tried.startswith("Not tried") == made
    assert (facts.evidence == "none") == made
    assert facts.driven is None


# The processor


@pytest.mark.parametrize("name", [name for name in OTHERS if all_types()[name].supports.cpu_algorithms])
def test_where_the_algorithm_decides_what_computes_it_the_rest_of_the_machine_is_left_alone(name: str) -> None:
    kind = adapter(name)
    on_cpu, on_cards = kind.supports.cpu_algorithms[0], kind.supports.gpu_algorithms[0]
    for algo, processor in ((on_cpu, True), (on_cards, False)):
        used = with_backends(kind, a_config(kind, algo=algo))
        assert (used.cpu, uses_cards(used)) == (CpuBackend(enabled=processor), not processor)
        assert faults(name, algo=algo, cpu={"enabled": processor}) == {}
        assert config_warnings(kind, a_config(kind, algo=algo, cpu={"enabled": processor})) == list(
            config_warnings(kind, a_config(kind, algo=algo))
        )
    title = kind.facts.title
    assert faults(name, algo=on_cpu, cuda={"enabled": True}, cpu={"enabled": False}) == dict.fromkeys(
        ("cuda", "cpu.enabled"), f"{title} computes {on_cpu} on the CPU alone; leave it out"
    )
    assert faults(name, algo=on_cards, threads=2, cpu={"enabled": True}) == dict.fromkeys(
        ("threads", "cpu.enabled"), f"{title} computes {on_cards} on graphics cards alone; leave it out"
    )


def test_bzminer_computes_verus_on_the_processor_whose_rate_counts_and_which_is_no_card() -> None:
    said = written("bzminer", algo="verushash", threads=4)
    assert "--cpu\n1\n--nvidia\n0\n--amd\n0\n--intel\n0\n--cpu_threads\n4" in said
    assert "--cpu\n0\n--nvidia\n1" in written("bzminer", algo="kawpow")
    (body,) = recorded("bzminer")
    processor = body["devices"][0] | {"vendor": 4, "name": "Ryzen"}
    reading = read("bzminer", body | {"devices": [processor]})
    assert (reading.hashrate, reading.gpu) == (31e6, ())


def test_nanominer_computes_randomx_on_the_processor_with_so_many_threads_and_its_memory() -> None:
    said, kind = written("nanominer", algo="rx/0", threads=3), adapter("nanominer")
    assert "\n[RandomX]\n" in said
    assert "\ncpuThreads=3\n" in said
    assert "devices=" not in said
    assert "cpuThreads" not in written("nanominer", algo="kawpow")
    assert kind.needs(a_config(kind, algo="rx/0"), 4).least > 2300 * MIB > kind.needs(a_config(kind), 4).least
    (body,) = recorded("nanominer")
    works = body["Algorithms"][0]
    alone = {"RandomX": works["RandomHash"]}, {"CPU": body["Devices"][0]["CPU"]}
    reading = read("nanominer", body | {"Algorithms": [alone[0]], "Devices": [alone[1]]})
    assert (reading.algorithm, reading.hashrate, reading.accepted, reading.gpu) == ("rx/0", 196.7431, 29, ())


# What it is told, and refused


def test_a_start_of_tt_miner_on_the_processor_is_refused_with_the_way_out() -> None:
    refused = faults("tt-miner", algo="ghostrider", cpu={"enabled": True})["cpu.enabled"]
    assert refused.startswith("TT-Miner mines on graphics cards alone here; ")
    assert "take a program that mines on the CPU" in refused


def test_bzminer_has_no_password_that_perhaps_nothing_checks_and_a_start_says_so() -> None:
    assert "--http_password" not in written("bzminer")
    assert not adapter("bzminer").facts.guarded
    told = config_warnings(adapter("bzminer"), a_config(adapter("bzminer")))
    assert ["no password that is known to be checked" in text for text in told] == [True]


# Which cards


@pytest.mark.parametrize("name", [name for name in OTHERS if "cuda" in all_types()[name].facts.gpu])
def test_whatever_mines_with_cuda_counts_cards_by_their_places(name: str) -> None:
    kind = adapter(name)
    order = {"CUDA_DEVICE_ORDER": "PCI_BUS_ID"}
    assert kind.launch(a_config(kind, cuda={"enabled": True}), a_context()).env == order
    without = kind.launch(a_config(kind, cuda={"enabled": False}, opencl={"enabled": True}), a_context()).env
    assert without == ({} if "opencl" in kind.facts.gpu else order), "without one it can do nothing else"


def test_lolminer_takes_the_cards_of_one_maker_where_only_those_are_asked_for() -> None:
    assert "--devices\nAMD\n" in written("lolminer", cuda={"enabled": False}, opencl={"enabled": True}) + "\n"
    assert "--devices\nNVIDIA\n" in written("lolminer", cuda={"enabled": True}) + "\n"
    assert "--devices\nALL\n" in written("lolminer") + "\n"


OPENCL: dict[str, Any] = {"cuda": {"enabled": False}, "opencl": {"enabled": True}}
NVIDIA, AMD, ARC, INSIDE = (
    {place: maker}
    for place, maker in (
        ("0000:01:00.0", "NVIDIA"), ("0000:02:00.0", "AMD"), ("0000:03:00.0", "Intel"), ("0000:00:02.0", "Intel"),
    )
)  # fmt: skip


def said_on(machine: dict[str, str], name: str, flag: str) -> str | None:
    """What a flag is given by a launch that asks for OpenCL's cards alone, on a machine with these."""
    kind = adapter(name)
    argv = kind.launch(a_config(kind, **OPENCL), a_context().but(cards=cards_of(machine))).argv
    return argv[argv.index(flag) + 1] if flag in argv else None


@pytest.mark.parametrize(
    ("machine", "lolminer", "wildrig"),
    [
        (AMD, "AMD", "amd"),
        (ARC, "ALL", "intel"),
        (AMD | ARC, "ALL", "amd,intel"),
        (NVIDIA | ARC, "1", "intel"),
        (NVIDIA | AMD | ARC, "1,2", "amd,intel"),
        (NVIDIA | ARC | INSIDE, "3:0", "intel"),  # whether lolMiner counts what is inside the processor is not known
        (NVIDIA | AMD | ARC | INSIDE, "2:0,3:0", "amd,intel"),
        (NVIDIA | {"0000:0e:00.0": "Intel"} | INSIDE, "14:0", "intel"),
        ({"0000:14:00.0": "NVIDIA", "0000:0e:00.0": "Intel"} | INSIDE, "AMD", "intel"),  # 14 may be read as 20
        (NVIDIA | ARC | {"0001:03:00.0": "NVIDIA"} | INSIDE, "AMD", "intel"),  # of which of two domains 3:0 is
        (INSIDE, "AMD", "amd"),
        ({}, "AMD", "amd"),
    ],
)
def test_opencls_cards_are_those_of_intel_too_where_there_are_any(
    machine: dict[str, str], lolminer: str, wildrig: str
) -> None:
    assert said_on(machine, "lolminer", "--devices") == lolminer
    assert (said_on(machine, "lolminer", "--devicesbypcie") == "--devices") == (":" in lolminer)
    assert said_on(machine, "wildrig-multi", "--opencl-platforms") == wildrig
    assert said_on(machine, "bzminer", "--intel") == "1"


ONE_LIST = [name for name in OTHERS if len(all_types()[name].facts.gpu) > 1]


@pytest.mark.parametrize("name", ONE_LIST)
def test_a_program_with_one_list_of_cards_is_told_numbers_of_both_backends_or_of_none(name: str) -> None:
    def named(*numbers: int) -> dict[str, Any]:
        return {"enabled": True, "devices": numbers}

    on = {"algo": adapter(name).supports.gpu_algorithms[0]} if adapter(name).supports.gpu_algorithms else {}
    assert faults(name, **on, cuda=named(0), opencl=named(2)) == {}
    assert faults(name, **on, cuda=named(0)) == faults(name, **on, cuda=named(), opencl=named()) == {}
    lacking = faults(name, **on, cuda=named(0), opencl=named())
    assert lacking["opencl.devices"].endswith("name numbers here too, or none in cuda.devices")
    assert "cuda.devices" in faults(name, **on, cuda=named(), opencl=named(1))
    assert faults(name, **on, cuda=named(0, 2), opencl=named(2))["opencl.devices"].endswith("backend only: 2")


def test_places_are_told_in_many_ways() -> None:
    [rigel], [lol], [srb] = recorded("rigel"), recorded("lolminer"), recorded("srbminer-multi")
    assert [gpu.bus_id for gpu in read("rigel", rigel).gpu] == ["0b:00"], "hexadecimal"
    lol["Workers"][0]["PCIE_Address"], lol["Workers"][1]["PCIE_Address"] = "11:0", "n/a"
    assert [gpu.bus_id for gpu in read("lolminer", lol).gpu] == ["0b:00", None], "decimal"
    srb["gpu_devices"][0]["bus_id"] = 17
    assert [gpu.bus_id for gpu in read("srbminer-multi", srb).gpu] == ["11"], "as versions before 3 told it"


@pytest.mark.parametrize("name", ["tt-miner", "nanominer"])
def test_a_program_that_cannot_leave_a_makers_cards_out_says_so(name: str) -> None:
    kind = adapter(name)

    def warned(**fields: Any) -> bool:
        return any("every maker" in each for each in kind.extra_warnings(a_config(kind, **fields)))

    assert warned(cuda={"enabled": False})
    assert warned(opencl={"enabled": True})
    assert not warned(opencl={"enabled": True, "devices": [1]})
    assert not warned()
