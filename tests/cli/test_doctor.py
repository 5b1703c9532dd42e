"""How `miner-ctrl doctor` and `info` speak to somebody who has never mined, and what scripts are told."""

import json
from typing import Any

import pytest
from click import unstyle

from mining.cli.doctor import report_text
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin


def check(status: str, id: str = "x", **changes: Any) -> dict[str, Any]:
    usual = {"id": id, "status": status, "title": f"Title of {id}", "meaning": f"Meaning of {id}.", "gain": None}
    return {**usual, "fix": None, **changes}


def report(*checks: dict[str, Any]) -> dict[str, Any]:
    return {"miners": [], "gpu": [], "checks": list(checks), "recommendations": []}


@pytest.mark.parametrize(
    ("statuses", "exit_code"),
    [
        ((), 0),
        (("ok", "info", "unknown"), 0),
        (("warning", "ok"), 1),
        (("problem",), 1),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_scripts_are_told_by_the_exit_code(
    daemon: Standin, call: Call, statuses: tuple[str, ...], exit_code: int, form: tuple[str, ...]
) -> None:
    daemon.data("POST", "/doctor", report(*map(check, statuses)))
    done = call("doctor", *form)
    assert (done.exit_code, done.stderr) == (exit_code, "")
    assert daemon.asked == [("POST", "/doctor", None)]


def test_programs_get_the_report_as_it_is(daemon: Standin, call: Call) -> None:
    data = report(check("warning", fix="a b"))
    daemon.data("POST", "/doctor", data)
    assert json.loads(call("doctor", "--json").stdout) == data


def test_the_worst_is_said_first_with_a_sign_and_a_way_out(daemon: Standin, call: Call) -> None:
    checks = (
        check("problem", "pools"),
        check("warning", "pages", gain="up to 50 % more hashrate", fix="sudo sysctl -w vm.nr_hugepages=1184"),
        check("info", "msr"),
        check("ok", "aes"),
    )
    daemon.data("POST", "/doctor", report(*checks))
    lines = call("doctor").stdout.splitlines()
    assert lines[0] == "The doctor made 4 checks: 1 problem, 1 warning, 1 good to know, 1 fine."
    places = [
        lines.index(line)
        for line in (
            "✗ problem: Title of pools",
            "  Meaning of pools.",
            "! warning: Title of pages",
            "  Gain: up to 50 % more hashrate.",
            "  To fix it: sudo sysctl -w vm.nr_hugepages=1184",
            "i good to know: Title of msr",
            "✓ fine:",
            "  Title of aes",
        )
    ]
    assert places == sorted(places)


def test_it_ends_with_what_to_do_next() -> None:
    assert report_text(report(check("warning", fix="do this"))).endswith("\n  do this")
    assert report_text(report(check("warning"), check("warning", "y", fix="do this"))).endswith("\n  do this")
    both = plain(report(check("problem"), check("warning", "y", fix="do this")))
    assert "fix “Title of x” as described above" in both
    assert report_text(report(check("ok"))).splitlines()[-1].startswith("Nothing is wrong.")


def plain(data: dict[str, Any], width: int = 80) -> str:
    return unstyle(report_text(data, width))


def test_no_line_is_wider_than_the_terminal_but_commands_stay_whole() -> None:
    fix = "echo 3 | sudo tee /sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages"
    lines = plain(report(check("warning", meaning="word " * 60 + "end.", fix=fix)), 60).splitlines()
    assert [line for line in lines if len(line) > 60 and fix not in line] == []
    assert f"  To fix it: {fix}" in lines


def test_a_status_of_a_newer_daemon_is_shown_too() -> None:
    assert "? strange: Title of x" in plain(report(check("strange")))


INFO: dict[str, Any] = {
    "os": "linux", "arch": "amd64", "goVersion": "python3.11.2", "pythonVersion": "python3.11.2",
    "platformVersion": "0.1.0", "totalMemory": 33554432, "cpus": 16, "installedMiners": [],
}  # fmt: skip


def test_info_shows_the_hardware(daemon: Standin, call: Call) -> None:
    cpu = {"model": "AMD Ryzen 7 5800X", "cores": 8, "threads": 16, "l3": 33554432}
    pages = {"size": 2097152, "total": 1280, "free": 96}
    card = {"name": "Radeon RX 6800", "vendor": "AMD", "driver": "amdgpu", "memory": 17179869184}
    memory = {"total": 1, "available": 8589934592, "hugePages": pages, "gibPages": None}
    more = {"cpu": cpu, "memory": memory, "gpus": [card], "folders": {"data": "/d"}, "versions": {"kernel": "Linux 6"}}
    daemon.data("GET", "/info", INFO | more)
    shown = call("info").stdout
    for text in (
        "AMD Ryzen 7 5800X", "8 with 16 threads", "L3 cache    32 MiB", "32 GiB, 8 GiB available",
        "1280 of 2048 KiB, 96 free", "Radeon RX 6800, amdgpu, 16 GiB", "Linux 6", "/d",
    ):  # fmt: skip
        assert text in shown


def test_info_of_a_machine_that_tells_nothing_leaves_it_out(daemon: Standin, call: Call) -> None:
    nothing = {"cpu": None, "memory": None, "gpus": [], "folders": None, "versions": None}
    for answer in (INFO, INFO | nothing):
        daemon.data("GET", "/info", answer)
        shown = call("info").stdout
        assert "Memory    32 GiB\n" in shown
        assert "None" not in shown
        assert "Graphics" not in shown
