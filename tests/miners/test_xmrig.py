"""XMRig's adapter against what the real program was recorded to say."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapter import ApiResponse, LaunchContext, Reading, Unreadable
from mining.miners.xmrig import MINER

RECORDINGS = Path(__file__).with_name("recordings") / "xmrig"
MOMENTS: list[dict[str, Any]] = json.loads((RECORDINGS / "moments.json").read_text())
LINES: dict[str, list[str]] = json.loads((RECORDINGS / "lines.json").read_text())
# built from its tag v6.26.0, against tests/standins/scripted_pool.py; for the donation its source was changed so that
# a minute of the cycle is a second, and the host of its authors' pool is 127.0.0.1
OF_POOLS: dict[str, list[str]] = json.loads((RECORDINGS / "lines-of-pools.json").read_text())
AT = "[2026-11-23 05:36:59.192] "


def a_context(run_id: str = "id-A", **more: Any) -> LaunchContext:
    place = {"name": "m", "directory": Path("/run-folder/m"), "program": Path("/programs/xmrig"), "cpus": 4}
    return LaunchContext(**place | {"api_port": 41234, "api_token": "ab" * 32, "run_id": run_id} | more)


def replies(summary: Any, backends: Any) -> list[ApiResponse | None]:
    return [ApiResponse(200, json.dumps(body).encode()) if body is not None else None for body in (summary, backends)]


# ——— its answers (where no backends were recorded, those of the nearest moment stand in)


@pytest.mark.parametrize("moment", MOMENTS, ids=[moment["moment"] for moment in MOMENTS])
def test_understands_every_recorded_moment(moment: dict[str, Any]) -> None:
    run_id = moment["summary"]["worker_id"]
    reading = MINER.read(a_context(run_id), replies(moment["summary"], moment["backends"]))
    assert isinstance(reading, Reading), reading
    expected = moment["reading"]
    if "gpu" in expected:
        expected = expected | {"gpu": tuple(expected["gpu"])}
    assert {name: getattr(reading, name) for name in expected} == expected
    assert reading.invalid is None


def test_is_recognised_by_its_id_or_where_that_is_shortened_by_its_worker_id() -> None:
    summary = MOMENTS[0]["summary"] | {"id": "x" * 31, "worker_id": "x" * 40}
    assert isinstance(MINER.read(a_context("x" * 40), replies(summary, None)), Reading)
    assert isinstance(MINER.read(a_context("x" * 31), replies(summary, None)), Reading)
    stranger = MINER.read(a_context("y" * 16), replies(summary, None))
    assert isinstance(stranger, Unreadable)
    assert stranger.code == "api_unreachable"


def test_a_slot_without_a_run_id_believes_nobody() -> None:
    nameless = MOMENTS[0]["summary"] | {"id": "", "worker_id": ""}
    assert isinstance(MINER.read(a_context(""), replies(nameless, None)), Unreadable)


def test_the_summary_alone_is_enough() -> None:
    mining = next(m for m in MOMENTS if m["moment"] == "mining for 65 s")
    for second in (None, ApiResponse(403, b"{}"), ApiResponse(200, b"{}"), ApiResponse(200, b"no json")):
        reading = MINER.read(a_context(), [replies(mining["summary"], None)[0], second])
        assert isinstance(reading, Reading)
        assert (reading.hashrate, reading.preparing) == (138.49, False)


@pytest.mark.parametrize("status", [401, 403, 404, 500])
def test_a_refusal_is_not_taken_for_an_answer(status: int) -> None:
    result = MINER.read(a_context(), [ApiResponse(status, json.dumps(MOMENTS[0]["summary"]).encode()), None])
    assert isinstance(result, Unreadable)
    assert result.code == "api_unreachable"


def test_adds_up_the_threads_of_a_gpu_and_takes_its_fastest_fan() -> None:
    health = {"temperature": 61, "power": 119.6, "clock": 1800, "mem_clock": 7000, "fan_speed": [40, 55.0]}
    one = {"index": 1, "name": "GPU One", "hashrate": [10.5, None, None], "health": health}
    cold = {"index": 3, "name": "GPU Three", "hashrate": [None, None, None], "health": {"temperature": 0, "power": 0}}
    backends = [{"type": "cpu", "threads": [{"intensity": 1}]}, {"type": "cuda", "threads": [one, one, cold]}]
    reading = MINER.read(a_context(), replies(MOMENTS[0]["summary"], backends))
    assert isinstance(reading, Reading)
    first, second = reading.gpu
    assert (first.id, first.name, first.hashrate, first.temperature) == (1, "GPU One", 21.0, 61)
    assert (first.fan_speed, first.power_usage) == (55, 120)
    assert '"fanSpeed":55,"powerUsage":120' in first.model_dump_json(by_alias=True), "whole numbers stay whole"
    assert (second.id, second.hashrate, second.temperature, second.power_usage) == (3, None, None, None)


def test_a_ping_below_a_millisecond_is_0_once_a_share_has_measured_it() -> None:
    summary = MOMENTS[0]["summary"]
    pings = []
    for average in (0, 4000):
        connection = summary["connection"] | {"ping": 0, "avg_time_ms": average}
        reading = MINER.read(a_context(), replies(summary | {"connection": connection}, None))
        assert isinstance(reading, Reading)
        pings.append(reading.ping)
    assert pings == [None, 0]


# ——— its text


def signs(lines: list[str]) -> list[str]:
    return [sign.kind for line in lines if (sign := MINER.log_signal(line)) is not None]


START = ["connected", "preparing", "ready", "backend_ready"]
CONSOLES = {
    "console-60s.txt": START,
    "console-port-taken.log": ["api_failed", *START, "accepted"],
    "console-pool.log": [
        *START, *["accepted"] * 5, "paused", "resumed", *["accepted"] * 2, *["rejected"] * 3, *["disconnected"] * 2,
        "connected", *["disconnected"] * 2, *["connect_error"] * 2, "connected", *["accepted"] * 5,
        "preparing", "ready", *["accepted"] * 8,
    ],
}  # fmt: skip
SIGNS = {
    "SIGTERM_during_dataset_init_fast": ["ready"],
    "pool_never_reached": ["connect_error"] * 2,
    "pool_refuses_login": ["login_refused", "disconnected"] * 2,
    "unknown_algo(pool says rx/0)": START,
    "no_cpu": ["unusable_work"] * 2,
    "failover_first_pool_dead": ["connect_error", "connect_error", *START],
    "weird_pool_http": ["connect_error"] * 2,
    "weird_pool_no-job": ["unusable_work"] * 2,
    "weird_pool_bad-algo": ["unusable_work"] * 2,
    "weird_pool_no-seed": ["unusable_work"] * 2,
    "tls": ["connected", "preparing"],
    "tls-wrong-fingerprint": ["connect_error"] * 2,
    "plain-to-tls-port": ["disconnected"] * 2,
    "tls-to-plain-port": ["disconnected"] * 2,
    "https-api": [],
    "keys": ["paused", "resumed"],
}


@pytest.mark.parametrize("name", CONSOLES)
def test_reads_the_signs_in_a_recorded_console(name: str) -> None:
    assert signs((RECORDINGS / name).read_text().splitlines()) == CONSOLES[name]


def test_reads_the_signs_in_every_recorded_situation() -> None:
    assert {name: signs(lines) for name, lines in LINES.items()} == SIGNS


def test_reads_what_happens_with_pools() -> None:
    begin = ["connected", "preparing", "ready", "backend_ready"]
    shares = ["accepted"] * 2
    expected = {
        "a GPU's coin in mid-session, threads named": [*begin, *shares[1:], "no_backend", "backend_ready"],
        "a GPU's coin in mid-session, threads not named": [*begin, *shares[1:], "unusable_work", "disconnected"],
        "the same job twice": [*begin, *shares[1:], "disconnected", "disconnected"],
        "sent elsewhere by its pool": [*begin, *shares[1:], "disconnected", "disconnected", "connect_error"],
        "a forged line in rejections": [*begin, *["rejected", "on_battery"] * 2],
        "donation, its cycle in seconds and its host here": [
            *begin, *shares, "accepted", "donation_started", "preparing", "ready", *shares, "accepted",
            "donation_finished", "preparing", "ready", *shares,
        ],
    }  # fmt: skip
    read = {name: signs(OF_POOLS[name]) for name in expected}
    assert {name: kinds[: len(expected[name])] for name, kinds in read.items()} == expected


@pytest.mark.parametrize(
    ("situation", "kind", "text"),
    [
        ("no algorithm named by anybody", "unusable_work", "unknown algorithm"),
        ("refused: your IP is banned", "login_refused", "your IP is banned"),
        ("refused: IP Address currently banned", "login_refused", "IP Address currently banned"),
        ("no session", "unusable_work", "the pool gave no session"),
        ("work without an id", "unusable_work", "the pool gave work without an id"),
        ("work without a block template", "unusable_work", "the pool gave work without a usable block template"),
        ("work without a target", "unusable_work", "the pool gave work without a usable target"),
        ("work without a seed", "unusable_work", "the pool gave work without a seed"),
        ("a forged line in a refused login", "login_refused", "no"),
        ("refused by an Ethereum pool", "login_refused", "login failed"),
        ("refused by an Ethereum pool in its words", "login_refused", "Unauthorized worker"),
    ],
)
def test_reads_why_a_pool_and_it_do_not_agree(situation: str, kind: str, text: str) -> None:
    said = [sign for line in OF_POOLS[situation] if (sign := MINER.log_signal(line)) is not None]
    assert (said[0].kind, said[0].text) == (kind, text)
    assert {sign.kind for sign in said} <= {kind, "on_battery"}


def test_reads_how_many_shares_it_has_counted_and_that_those_for_its_authors_are_not() -> None:
    said = [
        sign
        for line in OF_POOLS["donation, its cycle in seconds and its host here"]
        if (sign := MINER.log_signal(line))
    ]
    assert [sign.shares for sign in said if sign.kind == "accepted"] == [1, 2, 11, 11, 11, 11, 12, 13]
    rejected = MINER.log_signal(AT + ' cpu      rejected (7/3) diff 3000 "Low difficulty share" (0 ms)')
    assert rejected is not None
    assert rejected.shares == 10


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("[127.0.0.1:18081] error: \"Failed to parse wallet address\", code: -4", "login_refused", "Failed to parse"),
        (" net      127.0.0.1:18081 connect error: \"Invalid wallet address.\"", "login_refused", "Invalid wallet"),
        (" net      use daemon 127.0.0.1:18081  127.0.0.1", "connected", "127.0.0.1:18081"),
        (" net      pool.example:3333 DNS error: \"unknown node or service\"", "connect_error", "unknown node"),
        (" net      h:1 login error code: 1", "unusable_work", "no session"),
        (" net      h:1 login error code: 3", "unusable_work", "without an id"),
        (" net      h:1 login error code: 4", "unusable_work", "template"),
        (" net      h:1 login error code: 2", "unusable_work", "no work"),
        (" net      h:1 login error code: 5", "unusable_work", "target"),
        (" net      h:1 login error code: 7", "unusable_work", "seed"),
        (" miner    on battery power", "on_battery", "on battery power"),
        (" miner    on AC power", "resumed", "AC power"),
        (" miner    user active", "user_active", "user active"),
        (" miner    user inactive", "resumed", "user inactive"),
        (" cpu      disabled (no suitable configuration found)", "no_backend", "no suitable configuration"),
        (" nvidia   READY threads 1/1 (1)", "backend_ready", "READY"),
        (" net      dev donate started", "donation_started", "dev donate started"),
        (" net      dev donate finished", "donation_finished", "dev donate finished"),
        (' cpu      rejected (7/1) diff 3000 "Low difficulty share" (0 ms)', "rejected", "Low difficulty share"),
        (" nvidia   accepted (3/0) diff 5000 (18 ms)", "accepted", "accepted (3/0)"),
        (' cpu      rejected (7/1) diff 1000K "Banned \"you\"" (12 ms)', "rejected", 'Banned "you"'),
    ],
)  # fmt: skip
def test_reads_lines_that_its_source_holds(line: str, kind: str, text: str) -> None:
    sign = MINER.log_signal(AT + line)
    assert sign is not None
    assert sign.kind == kind
    assert text in sign.text
    assert sign.at == datetime(2026, 11, 23, 5, 36, 59, 192000)


def test_what_only_looks_like_a_sign_is_none() -> None:
    assert MINER.log_signal(AT + " miner    can't resume while on battery power") is None
    assert MINER.log_signal(" net      use pool 127.0.0.1:3333  127.0.0.1") is None


# ——— its ends and its version


def test_an_end_is_explained() -> None:
    ends = {code: MINER.explain_exit(code, [])[0] for code in (2, 0, 1, -9, -6, None)}
    assert ends == {2: "config", 0: "exit", 1: "crash", -9: "signal", -6: "signal", None: "unknown"}
    assert "signal 9" in MINER.explain_exit(-9, [])[1]
    tail = [AT + " signal   SIGTERM received, exiting", AT + " cpu      stopped (5 ms)"]
    assert MINER.explain_exit(None, tail) == ("signal", "SIGTERM made it end.")
    assert MINER.explain_exit(0, tail) == ("exit", "SIGTERM made it end.")
    assert MINER.explain_exit(-9, tail)[0] == "signal"


def test_tells_its_version_and_that_of_a_fork() -> None:
    assert MINER.version_argv("/programs/xmrig") == ("/programs/xmrig", "--version")
    assert (
        MINER.read_version("XMRig 6.26.0\n built on Nov 23 2026 with GCC 12.2.0\n features: 64-bit AES\n") == "6.26.0"
    )
    assert MINER.read_version("XMRig 6.21.1-mo1\n built on …") == "6.21.1-mo1"
    assert MINER.read_version("xmrig-proxy 6.26.0") is None


def test_gives_an_ipv6_pool_its_brackets_back() -> None:
    mining = next(moment for moment in MOMENTS if moment["summary"]["connection"].get("pool"))
    summary = mining["summary"] | {"connection": mining["summary"]["connection"] | {"pool": "2001:db8::7:3333"}}
    reading = MINER.read(a_context(mining["summary"]["worker_id"]), replies(summary, mining["backends"]))
    assert isinstance(reading, Reading)
    assert reading.pool == "[2001:db8::7]:3333"
