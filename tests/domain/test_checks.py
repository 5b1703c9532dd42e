"""The doctor's judgement at each of its boundaries, on facts of the test's choice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapters import BrokenAdapter
from mining.domain.certificate import CertificateFacts
from mining.domain.doctor.checks import RULES, examine
from mining.domain.doctor.report import WORST_FIRST, Check, DoctorFacts, MachineFacts, PoolFact, ProgramFact, RigFacts
from mining.domain.hardware import GIBI, MEBI, GraphicsCard, HugePages, Memory, Processor
from mining.domain.programs.program import OwnedFile
from tests.domain.checks_guide import table

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
RYZEN = Processor(
    model="AMD Ryzen 7 5800X", vendor="AMD", family=0x19, cores=8, threads=16, sockets=1, l2=4 * MEBI, l3=32 * MEBI,
    aes=True, avx2=True, features=("aes", "avx2", "pdpe1gb"), numa_nodes=1, governor="schedutil",
    scaling_driver="acpi-cpufreq",
)  # fmt: skip
NEEDED = 1168 + 16  # huge pages of 2 MiB: the dataset and its cache, and one for each of 16 threads
XMRIG = ProgramFact("xmrig", "XMRig", "6.26.0", "/p/xmrig", True, randomx_v2="6.26.0")


def pages(total: int, free: int | None = None, size: int = 2 * MEBI) -> HugePages:
    return HugePages(size=size, total=total, free=total if free is None else free)


def memory(total: int = 16 * GIBI, **how: Any) -> Memory:
    return Memory(
        **{"total": total, "available": total, "huge_pages": pages(0), "gib_pages": pages(0, size=GIBI)} | how
    )


def card(**how: Any) -> GraphicsCard:
    usual = {"id": "0000:01:00.0", "vendor": "NVIDIA", "backend": "cuda", "driver": "nvidia 550.54"}
    return GraphicsCard(**usual | how)


def facts(rig: RigFacts | None = None, **machine: Any) -> DoctorFacts:
    """A well-kept desktop, with some facts changed."""
    usual = {
        "processor": RYZEN, "memory": memory(), "free_disk": 50 * GIBI, "open_files": 65536, "logins": ("ann",),
        "systemd": True, "opencl": True, "data": "/data", "now": NOON,
    }  # fmt: skip
    return DoctorFacts(MachineFacts(**usual | machine), rig or RigFacts(programs=(XMRIG,)))


def check(id: str, given: DoctorFacts) -> Check:
    return next(each for each in examine(given).checks if each.id == id)


def cpu(**changes: Any) -> dict[str, Processor]:
    return {"processor": RYZEN.but(**changes)}


@pytest.mark.parametrize(
    ("id", "given", "status"),
    [
        ("huge-pages", {"memory": memory(huge_pages=pages(NEEDED, free=0))}, "ok"),
        ("huge-pages", {"memory": memory(huge_pages=pages(NEEDED - 1))}, "warning"),
        ("huge-pages", {"memory": memory(huge_pages=pages(0))}, "warning"),
        ("huge-pages", {"memory": memory(huge_pages=pages(5, size=512 * MEBI))}, "ok"),
        ("huge-pages", {"memory": memory(huge_pages=pages(4, size=512 * MEBI))}, "warning"),
        ("huge-pages", {"memory": memory(2 * NEEDED * MEBI + GIBI)}, "warning"),
        ("huge-pages", {"memory": memory(2 * NEEDED * MEBI + GIBI - 1)}, "info"),
        ("huge-pages", {"memory": memory(huge_pages=None)}, "unknown"),
        ("huge-pages", {"memory": None}, "unknown"),
        ("1gb-pages", {"memory": memory(gib_pages=pages(3, size=GIBI))}, "ok"),
        ("1gb-pages", {"memory": memory(gib_pages=pages(2, size=GIBI))}, "info"),
        ("1gb-pages", {"memory": memory(gib_pages=None)}, "ok"),
        ("1gb-pages", {"memory": memory(4 * GIBI - 1)}, "ok"),
        ("1gb-pages", cpu(features=("aes",)), "ok"),
        ("1gb-pages", cpu(features=()), "unknown"),
        ("msr", {}, "info"),
        ("msr", cpu(family=0x17), "info"),
        ("msr", cpu(family=0x1A), "info"),
        ("msr", cpu(family=0x15), "ok"),
        ("msr", cpu(vendor="Intel", family=6), "info"),
        ("msr", cpu(features=("hypervisor",)), "ok"),
        ("msr", cpu(vendor="ARM", family=None), "ok"),
        ("msr", {"processor": None}, "unknown"),
        ("aes", {}, "ok"),
        ("aes", cpu(aes=False), "warning"),
        ("aes", cpu(aes=None), "unknown"),
        ("l3-cache", {}, "ok"),
        ("l3-cache", cpu(l3=32 * MEBI - 1), "info"),
        ("l3-cache", cpu(l3=2 * MEBI - 1), "warning"),
        ("l3-cache", cpu(l3=None), "unknown"),
        ("numa", {}, "ok"),
        ("numa", cpu(numa_nodes=2), "info"),
        ("numa", cpu(numa_nodes=None), "unknown"),
        ("governor", cpu(governor="performance"), "ok"),
        ("governor", {}, "info"),
        ("governor", cpu(governor="powersave"), "warning"),
        ("governor", cpu(governor="performance, powersave"), "warning"),
        ("governor", cpu(governor="powersave", scaling_driver="intel_pstate"), "info"),
        ("governor", cpu(governor=None), "unknown"),
        ("memory", {"memory": memory(available=2432 * MEBI)}, "ok"),
        ("memory", {"memory": memory(available=2432 * MEBI - 1)}, "warning"),
        ("memory", {"memory": memory(available=352 * MEBI)}, "warning"),
        ("memory", {"memory": memory(available=352 * MEBI - 1)}, "problem"),
        ("memory", {"memory": memory(available=352 * MEBI, huge_pages=pages(NEEDED))}, "ok"),
        ("memory", {"memory": memory(available=None)}, "unknown"),
        ("memory", {"memory": memory(available=4000 * MEBI), **cpu(numa_nodes=2)}, "warning"),
        ("memory", {"memory": memory(available=4512 * MEBI), **cpu(numa_nodes=2)}, "ok"),
        ("graphics", {}, "ok"),
        ("graphics", {"cards": (card(),)}, "ok"),
        ("graphics", {"cards": (card(driver=None),)}, "warning"),
        ("graphics", {"cards": (card(driver="nouveau 1.4"),)}, "warning"),
        ("graphics", {"cards": (card(vendor="Intel", id="0000:00:02.0", backend="opencl", driver=None),)}, "ok"),
        ("graphics", {"cards": (card(vendor="Intel", backend="opencl", driver="xe"),), "opencl": False}, "warning"),
        ("graphics", {"cards": (card(vendor="AMD", backend="opencl", driver="amdgpu"),), "opencl": False}, "warning"),
        ("graphics", {"cards": (card(vendor="AMD", backend="opencl", driver="amdgpu"),), "opencl": True}, "ok"),
        ("disk", {"free_disk": 16 * MEBI - 1}, "problem"),
        ("disk", {"free_disk": 16 * MEBI}, "warning"),
        ("disk", {"free_disk": 64 * MEBI - 1}, "warning"),
        ("disk", {"free_disk": 64 * MEBI}, "info"),
        ("disk", {"free_disk": GIBI}, "ok"),
        ("disk", {"free_disk": None}, "unknown"),
        ("clock", {}, "ok"),
        ("clock", {"now": datetime(2026, 10, 31, 23, 59, 59, tzinfo=UTC)}, "problem"),
        ("clock", {"now": datetime(2026, 11, 1, tzinfo=UTC)}, "ok"),
        ("open-files", {"open_files": 255}, "warning"),
        ("open-files", {"open_files": 256}, "info"),
        ("open-files", {"open_files": 2047}, "info"),
        ("open-files", {"open_files": 2048}, "ok"),
        ("open-files", {"open_files": None}, "unknown"),
        ("privacy", {}, "ok"),
        ("privacy", {"exposed": ("/data",)}, "problem"),
        ("logins", {"logins": ()}, "ok"),
        ("logins", {"logins": ("ann",)}, "ok"),
        ("logins", {"logins": ("ann", "bob")}, "warning"),
        ("logins", {"logins": None}, "unknown"),
        ("logins", {"logins": ("ann", "bob"), "auth": "always"}, "ok"),
        ("certificate", {}, "ok"),
        ("certificate", {"certificate": CertificateFacts(NOON + timedelta(days=14, seconds=1))}, "ok"),
        ("certificate", {"certificate": CertificateFacts(NOON + timedelta(days=14))}, "warning"),
        ("certificate", {"certificate": CertificateFacts(NOON + timedelta(seconds=1))}, "warning"),
        ("certificate", {"certificate": CertificateFacts(NOON)}, "problem"),
        ("certificate", {"certificate": CertificateFacts(NOON, "it is nonsense")}, "problem"),
        ("certificate", {"certificate": CertificateFacts(NOON + timedelta(days=90), "it is nonsense")}, "warning"),
        ("certificate", {"certificate": CertificateFacts(None)}, "unknown"),
        ("audit", {}, "ok"),
        ("audit", {"audit": "entry 2 is not what was written"}, "problem"),
        ("root", {}, "ok"),
        ("root", {"root": True}, "info"),
        ("systemd", {}, "ok"),
        ("systemd", {"systemd": False}, "info"),
        ("battery", {"on_battery": None}, "ok"),
        ("battery", {"on_battery": False}, "ok"),
        ("battery", {"on_battery": True}, "info"),
        ("settings-files", {}, "ok"),
        ("settings-files", {"ignored_settings": ("/c/config.yaml",)}, "warning"),
        ("settings-access", {}, "ok"),
        ("settings-access", {"settings_exposed": True}, "problem"),
        ("settings-access", {"settings_by_group": True}, "info"),
    ],
)  # fmt: skip
def test_judges_the_machine(id: str, given: dict[str, Any], status: str) -> None:
    assert check(id, facts(**given)).status == status


def program(version: str | None, **how: Any) -> ProgramFact:
    return replace(XMRIG, version=version, **how)


def pool(miner: str, issue: str | None) -> PoolFact:
    return PoolFact(miner, f"{miner}.example:3333", issue)


@pytest.mark.parametrize(
    ("id", "rig", "status"),
    [
        ("programs", RigFacts(), "info"),
        ("programs", RigFacts(programs=(XMRIG,)), "ok"),
        ("programs", RigFacts(programs=(XMRIG, program("6.26.0", issue="It has vanished."))), "problem"),
        ("cuda-plugin", RigFacts(programs=(XMRIG,)), "ok"),
        ("cuda-plugin", RigFacts(programs=(program("6.26.0", plugin="/p/c.so"),)), "ok"),
        ("cuda-plugin", RigFacts(programs=(program("6.26.0", plugin="/p/c.so", plugin_issue="Gone."),)), "problem"),
        ("cuda-plugin", RigFacts(programs=(program("6.26.0", plugin="/p/c.so", issue="Gone."),)), "unknown"),
        ("owners", RigFacts(programs=(XMRIG,)), "ok"),
        ("owners", RigFacts(programs=(program("6.26.0", owned_by_others=(OwnedFile("/p/c", "bob"),)),)), "warning"),
        ("versions", RigFacts(), "ok"),
        ("versions", RigFacts(programs=(program("6.2.1", advisories=("it crashes",)),)), "warning"),
        ("versions", RigFacts(programs=(program("6.26.0", latest="6.26.0"),)), "ok"),
        ("versions", RigFacts(programs=(program("6.27.0", latest="6.26.0"),)), "ok"),
        ("versions", RigFacts(programs=(program("6.26.0", latest="6.27.0"),)), "info"),
        ("versions", RigFacts(programs=(program(None),)), "ok"),
        ("proof", RigFacts(), "ok"),
        ("proof", RigFacts(programs=(program("6.26.0", proof="signature"),)), "ok"),
        ("proof", RigFacts(programs=(program("6.26.0", proof="digest"),)), "info"),
        ("proof", RigFacts(programs=(program("6.26.0", proof="none"),)), "warning"),
        ("upgrade", RigFacts(), "ok"),
        ("upgrade", RigFacts(programs=(program("6.26"),)), "ok"),
        ("upgrade", RigFacts(programs=(program("6.25.9"),)), "warning"),
        ("upgrade", RigFacts(programs=(program(None),)), "unknown"),
        ("upgrade", RigFacts(programs=(program("3.1", randomx_v2=None),)), "unknown"),
        ("upgrade", RigFacts(programs=(program("3.1", type="t-rex", mines_randomx=False),)), "ok"),
        ("api-exposure", RigFacts(programs=(program("6.26.0"),)), "ok"),
        ("api-exposure", RigFacts(programs=(program("1", exposed="HTTP on every address"),)), "warning"),
        ("adapters", RigFacts(), "ok"),
        ("adapters", RigFacts(broken=(BrokenAdapter("a", "a-miner 1", "it lacks read"),)), "warning"),
        ("pools", RigFacts(), "ok"),
        ("pools", RigFacts(pools=(pool("a", None),)), "ok"),
        ("pools", RigFacts(pools=(pool("a", None), pool("a", "connection refused"))), "warning"),
        ("pools", RigFacts(pools=(pool("a", None), pool("b", "connection refused"))), "problem"),
        ("ports", RigFacts(ports_taken=990), "ok"),
        ("ports", RigFacts(ports_taken=991), "warning"),
        ("ports", RigFacts(ports_taken=1000), "problem"),
        ("clock", RigFacts(newest=NOON + timedelta(seconds=60)), "ok"),
        ("clock", RigFacts(newest=NOON + timedelta(seconds=61)), "warning"),
    ],
)  # fmt: skip
def test_judges_the_rig(id: str, rig: RigFacts, status: str) -> None:
    assert check(id, facts(rig)).status == status


def test_a_running_miner_is_not_taken_for_a_lack_of_memory() -> None:
    given = {"memory": memory(available=100 * MEBI)}
    assert check("memory", facts(**given)).status == "problem"
    assert check("memory", facts(RigFacts(mining=True), **given)).status == "ok"


def test_the_command_for_huge_pages_counts_nodes_and_threads_that_the_cache_serves() -> None:
    assert check("huge-pages", facts()).fix == f"sudo sysctl -w vm.nr_hugepages={NEEDED}"
    two = cpu(numa_nodes=2, threads=64, l3=64 * MEBI)
    assert check("huge-pages", facts(**two)).fix == f"sudo sysctl -w vm.nr_hugepages={1040 * 2 + 128 + 32}"
    big = {"memory": memory(huge_pages=pages(0, size=512 * MEBI))}
    assert check("huge-pages", facts(**big)).fix is None


def test_ports_are_closed_to_both_families_of_addresses() -> None:
    fix = check("api-exposure", facts(RigFacts(programs=(program("1", exposed="HTTP on every address"),)))).fix
    assert fix is not None
    here, elsewhere = fix.split(" && ")
    assert here.startswith("sudo iptables -I INPUT ! -i lo -p tcp --dport ")
    assert elsewhere == here.replace("iptables", "ip6tables")


def test_root_needs_no_sudo() -> None:
    assert check("huge-pages", facts(root=True)).fix == f"sysctl -w vm.nr_hugepages={NEEDED}"
    assert check("governor", facts(root=True)).fix == (
        "echo performance | tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor"
    )


def test_a_folder_with_a_space_stays_one_word_of_the_command() -> None:
    given = facts(exposed=("/my data",), data="/my data's")
    assert check("privacy", given).fix == "chmod -R go-rwx '/my data'\"'\"'s'"
    assert check("privacy", facts(exposed=("/data",))).fix == "chmod -R go-rwx /data"


def test_names_the_pool_that_does_not_answer_once_and_the_miner_without_one() -> None:
    rig = RigFacts(pools=(pool("a", "connection refused"), pool("a", "connection refused"), pool("b", None)))
    meaning = check("pools", facts(rig)).meaning
    assert meaning.count("a.example:3333: connection refused") == 1
    assert "A pool is the server for which a miner works. a can reach none" in meaning


def test_the_command_of_whoever_found_the_fault_is_passed_on() -> None:
    broken = program("6.26.0", issue="It has vanished.", way_out="miner-ctrl register xmrig /p/xmrig")
    report = examine(facts(RigFacts(programs=(broken,))))
    assert (report.checks[0].id, report.checks[0].fix) == ("programs", "miner-ctrl register xmrig /p/xmrig")
    assert report.recommendations[0].endswith("miner-ctrl register xmrig /p/xmrig")
    assert (report.miners[0].usable, report.miners[0].issue) == (False, "It has vanished.")


def test_a_file_of_somebody_else_is_named_with_its_owner_and_the_command_that_ends_it() -> None:
    theirs = program("6.26.0", owned_by_others=(OwnedFile("/their own/xmrig", "bob"), OwnedFile("/p/cuda.so", "carol")))
    told = check("owners", facts(RigFacts(programs=(theirs,))))
    assert "/their own/xmrig belongs to the user bob; /p/cuda.so belongs to the user carol." in told.meaning
    assert told.fix == "sudo chown root '/their own/xmrig'"


BROKEN_PLUGIN = program("6.26.0", plugin="/p/c.so", plugin_issue="It has vanished.", plugin_way_out="miner-ctrl x")
BAD_FILES = RigFacts(programs=(replace(BROKEN_PLUGIN, owned_by_others=(OwnedFile("/p/c.so", "bob"),)),))


@pytest.mark.parametrize(
    "given", [facts(), facts(BAD_FILES), facts(root=True, logins=None), DoctorFacts(MachineFacts(now=NOON))]
)
def test_every_check_is_reported_once_the_worst_first_and_speaks_in_sentences(given: DoctorFacts) -> None:
    report = examine(given)
    here = [rule.id for rule in RULES if "linux" in rule.systems]
    assert sorted(each.id for each in report.checks) == sorted(here)
    ranks = [WORST_FIRST.index(each.status) for each in report.checks]
    assert ranks == sorted(ranks)
    bad = [each for each in report.checks if each.status in ("problem", "warning")]
    assert len(report.recommendations) == len(bad)
    for each in report.checks:
        assert each.meaning[-1] in ".!?", each
        assert each.title[-1] not in ".!?", each
        assert "None" not in each.title + each.meaning
        assert len(each.meaning) < 420, f"{each.id}: nobody reads that much"
        assert each.title_wording is not None
        assert each.title_wording.text == each.title
        assert (each.gain is None) == (each.gain_wording is None)
    others_words = {each.id for each in report.checks if each.meaning_wording is None}
    assert others_words <= {"programs", "cuda-plugin"}, "the facts of these tests hold sentences without a code there"


def test_knowing_nothing_is_no_reason_to_alarm() -> None:
    report = examine(DoctorFacts(MachineFacts(now=NOON)))
    assert {each.status for each in report.checks} <= {"ok", "info", "unknown"}


def test_the_guide_lists_every_check() -> None:
    guide = (Path(__file__).parents[2] / "docs/guides/doctor.md").read_text("utf-8")
    assert table() in guide, "docs/guides/doctor.md lacks this table; `python -m tests.domain.checks_guide` prints it"


def test_the_pages_for_one_node_are_those_that_xmrig_asks_for() -> None:
    one = RYZEN.but(threads=1)
    fix = check("huge-pages", facts(processor=one)).fix
    assert fix is not None
    assert int(fix.rpartition("=")[2]) == 1169


def windows(rig: RigFacts | None = None, **machine: Any) -> DoctorFacts:
    """A desktop with Windows, which tells less of itself."""
    usual = {
        "system": "windows", "user": "ann", "systemd": False, "open_files": None, "opencl": None, "lock_pages": True,
        "processor": Processor(model="AMD Ryzen 7", cores=8, threads=16), "data": r"C:\Users\ann\my data",
        "memory": memory(huge_pages=None, gib_pages=None), "ended_with_terminal": False,
    }  # fmt: skip
    return facts(rig, **usual | machine)


def macos(rig: RigFacts | None = None, **machine: Any) -> DoctorFacts:
    usual = {
        "system": "darwin", "user": "ann", "systemd": False, "opencl": None,
        "processor": Processor(model="Apple M2", cores=8, threads=8),
        "memory": memory(huge_pages=None, gib_pages=None),
    }  # fmt: skip
    return facts(rig, **usual | machine)


LINUX_ALONE = {"systemd", "governor", "1gb-pages"}


@pytest.mark.parametrize(
    ("given", "absent", "present"),
    [
        (windows(), LINUX_ALONE | {"open-files", "aes", "l3-cache"}, {"terminal", "temperatures", "huge-pages"}),
        (macos(), LINUX_ALONE | {"terminal", "huge-pages", "msr", "aes", "l3-cache", "numa"}, {"temperatures"}),
        (facts(), {"terminal", "temperatures"}, LINUX_ALONE | {"aes", "l3-cache", "numa", "open-files"}),
        (windows(ended_with_terminal=None, lock_pages=None, logins=None), {"terminal", "huge-pages", "logins"}, set()),
    ],
)  # fmt: skip
def test_a_system_is_asked_only_what_it_has(given: DoctorFacts, absent: set[str], present: set[str]) -> None:
    ids = {each.id for each in examine(given).checks}
    assert not ids & absent
    assert present <= ids


@pytest.mark.parametrize("given", [windows(), macos(), windows(BAD_FILES, exposed=("C:\\x",)), macos(BAD_FILES)])
def test_no_command_of_linux_is_given_elsewhere(given: DoctorFacts) -> None:
    for each in examine(given).checks:
        told = f"{each.title} {each.meaning} {each.fix}"
        for word in ("/proc", "/sys", "sysctl", "systemctl", "sudo apt", "iptables"):
            assert word not in told, each
        if given.machine.system == "windows":
            for word in ("sudo", "chmod", "chown", "ulimit", "root"):
                assert word not in told, each


@pytest.mark.parametrize(
    ("id", "given", "status", "fix"),
    [
        ("huge-pages", windows(lock_pages=False), "warning", None),
        ("huge-pages", windows(), "ok", None),
        ("msr", windows(), "ok", None),
        ("root", windows(root=True), "info", None),
        ("terminal", windows(), "ok", None),
        ("terminal", windows(ended_with_terminal=True), "warning", None),
        ("temperatures", windows(), "info", None),
        ("temperatures", macos(), "info", None),
        ("clock", windows(now=datetime(2026, 10, 1, tzinfo=UTC)), "problem", "w32tm /resync"),
        ("clock", macos(now=datetime(2026, 10, 1, tzinfo=UTC)), "problem", "sudo sntp -sS time.apple.com"),
        (
            "privacy", windows(exposed=("C:\\x",)), "problem",
            r'icacls "C:\Users\ann\my data" /inheritance:r /grant:r "ann:(OI)(CI)F" /T',
        ),
        (
            "settings-access", windows(settings=r"C:\s.yaml", settings_exposed=True), "problem",
            r'icacls C:\s.yaml /inheritance:r /grant:r "ann:F"',
        ),
        (
            "owners", windows(RigFacts(programs=(program("6", owned_by_others=(OwnedFile(r"C:\p x", "bob"),)),))),
            "warning", r'takeown /A /F "C:\p x"',
        ),
        (
            "api-exposure", windows(RigFacts(programs=(program("1", exposed="HTTP"),))), "warning",
            "New-NetFirewallRule -DisplayName Miners -Direction Inbound -Protocol TCP -LocalPort 41000-41999"
            " -Action Block",
        ),
        ("api-exposure", macos(RigFacts(programs=(program("1", exposed="HTTP"),))), "warning", None),
    ],
)  # fmt: skip
def test_judges_windows_and_macos_by_their_own_means(id: str, given: DoctorFacts, status: str, fix: str | None) -> None:
    told = check(id, given)
    assert (told.status, told.fix) == (status, fix)
    assert told.title_wording is not None
    assert told.meaning_wording is not None
    assert len(told.meaning) < 480, "nobody reads that much"


def test_where_programs_can_be_installed_the_command_that_is_told_installs_one() -> None:
    ways = ("miner-ctrl register monerod /path/to/monerod", "miner-ctrl install xmrig")
    assert check("programs", facts(RigFacts(ways=ways))).fix == ways[1]
    assert check("programs", facts(RigFacts(ways=ways[:1]))).fix == ways[0]
