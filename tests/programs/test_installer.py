"""What an installation leaves behind, how it was proven, and the way back."""

import re
import shutil
import stat
import subprocess
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from mining.domain.errors import (
    DownloadFailed,
    InvalidRequest,
    MinerAlreadyRunning,
    MinerNotInstalled,
    NotSupported,
    VerificationFailed,
)
from mining.domain.programs.advisory import Advisory
from mining.miners.cpuminer_opt import MINER as CPUMINER
from mining.miners.demo import Demo
from mining.miners.wildrig_multi import MINER as WILDRIG
from mining.programs import version as asking
from mining.programs import versions
from mining.programs.installer import Installer
from mining.programs.registered import register
from mining.programs.versions import Versions
from mining.programs.web import Vendor
from tests.standins import vendor as standin
from tests.standins.archives import zipped

NOWHERE = Vendor("http://127.0.0.1:9", "http://127.0.0.1:9", ())


def nobody():
    """Uses the program."""


def test_a_signed_release_is_installed_and_can_be_started(place):
    place.publish()
    done = place.install()
    assert (done.program.version, done.program.verified, done.program.origin) == ("9.9.9", "signature", "installed")
    assert (done.changed, done.replaced, place.version) == (True, None, "9.9.9")
    path = Path(done.program.path)
    assert path.parent.name == "xmrig-9.9.9"
    assert stat.S_IMODE(path.stat().st_mode) == 0o755
    assert sorted(one.name for one in path.parent.iterdir()) == ["README.md", "xmrig"]  # not the vendor's config.json
    assert place.places() == ["9.9.9"]
    assert place.mark.read_text() == "ran\n"


def test_progress_is_told_stage_by_stage(place):
    size = len(place.publish())
    place.install()
    stages = list(dict.fromkeys(one.stage for one in place.told))
    assert stages == ["download", "verify", "unpack", "try", "switch", "done"]
    last = [one for one in place.told if one.stage == "download"][-1]
    assert (last.bytes, last.total, last.type) == (size, size, "xmrig")


def test_what_is_in_use_already_is_not_fetched_again_unless_forced(place):
    place.publish()
    place.install()
    assert place.install().changed is False
    assert place.vendor.asked(".tar.gz") == 1
    again = place.install(force=True)
    assert (again.changed, again.program.version, place.version) == (True, "9.9.9", "9.9.9")
    assert place.vendor.asked(".tar.gz") == 2


def test_a_damaged_installation_is_repaired_without_force(place):
    place.publish()
    Path(place.install().program.path).write_text("broken")
    assert place.install().changed is True
    assert place.version == "9.9.9"


def test_two_versions_are_kept_and_rollback_goes_back_and_forth(place):
    for version in ("9.9.7", "9.9.8", "9.9.9"):
        place.publish(version)
        place.install()
    assert place.places() == ["9.9.8", "9.9.9"]
    assert place.registry.availability(place.kind).previous == "9.9.8"
    assert place.installer.rollback(place.kind).version == "9.9.8"
    assert place.version == "9.9.8"
    place.installer.sweep(place.kind)
    assert place.installer.rollback(place.kind).version == "9.9.9"
    assert place.version == "9.9.9"


def test_a_first_version_has_nothing_to_go_back_to(place):
    place.publish()
    place.install()
    with pytest.raises(NotSupported, match="no earlier version"):
        place.installer.rollback(place.kind)


def test_rollback_to_a_version_that_vanished_changes_nothing(place):
    for version in ("9.9.8", "9.9.9"):
        place.publish(version)
        place.install()
    Path(Versions(place.programs, "xmrig").previous().path).unlink()
    with pytest.raises(MinerNotInstalled) as caught:
        place.installer.rollback(place.kind)
    assert caught.value.details["reason"] == "quarantined"
    assert place.version == "9.9.9"


def test_a_process_whose_program_is_not_told_does_not_keep_an_update_from_its_end(place, monkeypatch):
    def untold(_):
        raise OSError(22, "Invalid parameter")

    monkeypatch.setattr("psutil.Process.exe", untold)
    for version in ("9.9.7", "9.9.8", "9.9.9"):
        place.publish(version)
        place.install()
    assert place.places() == ["9.9.8", "9.9.9"]


def test_a_version_that_a_process_runs_from_stays_until_that_has_ended(place):
    for version in ("9.9.6", "9.9.7", "9.9.8"):
        place.publish(version)
        if version == "9.9.6":
            program = Path(place.install().program.path)
            shutil.copy(shutil.which("sleep"), program.with_name("worker"))
            worker = subprocess.Popen([program.with_name("worker"), "60"])
        place.install()
    try:
        assert place.places() == ["9.9.6", "9.9.7", "9.9.8"]
        place.installer.sweep(place.kind)
        assert program.exists()
        assert place.registry.availability(place.kind).previous == "9.9.7"
    finally:
        worker.kill()
        worker.wait()
    place.installer.sweep(place.kind)
    assert place.places() == ["9.9.7", "9.9.8"]


def test_an_owners_own_program_comes_back_by_rollback_and_is_never_deleted(place, tmp_path):
    own = tmp_path / "own-xmrig"
    own.write_bytes(standin.program("1.2.3"))
    own.chmod(0o755)
    register(place.kind, own, place.programs)
    place.publish()
    assert place.install().replaced == "1.2.3"
    place.installer.sweep(place.kind)
    assert place.installer.rollback(place.kind).origin == "yours"
    assert place.version == "1.2.3"
    place.installer.uninstall(place.kind, nobody)
    assert own.exists()
    assert place.version is None


def test_an_installed_version_comes_back_after_adopting_another(place, tmp_path):
    place.publish()
    place.install()
    own = tmp_path / "own-xmrig"
    own.write_bytes(standin.program("1.2.3"))
    own.chmod(0o755)
    register(place.kind, own, place.programs)
    assert place.version == "1.2.3"
    place.installer.sweep(place.kind)
    assert place.installer.rollback(place.kind).version == "9.9.9"


def test_uninstalling_leaves_no_trace_and_says_when_there_is_nothing(place):
    place.publish()
    place.install()
    assert place.installer.uninstall(place.kind, nobody).version == "9.9.9"
    assert [path.name for path in place.programs.iterdir()] == ["xmrig.lock"]
    with pytest.raises(MinerNotInstalled):
        place.installer.uninstall(place.kind, nobody)
    with pytest.raises(MinerNotInstalled):
        place.installer.uninstall(Demo(), nobody)


def test_what_somebody_uses_after_all_is_not_removed_and_cannot_be_started_meanwhile(place):
    place.publish("9.9.8")
    place.install()
    place.publish("9.9.9")
    place.install()
    seen = []

    def somebody():
        seen.append(place.registry.find(place.kind))
        raise MinerAlreadyRunning("it runs")

    with pytest.raises(MinerAlreadyRunning):
        place.installer.uninstall(place.kind, somebody)
    assert seen == [None]
    assert (place.version, place.registry.availability(place.kind).previous) == ("9.9.9", "9.9.8")


def test_a_removal_that_is_taken_back_or_killed_needs_no_room_to_be_undone(place):
    resource = pytest.importorskip("resource")
    place.publish()
    place.install()

    def somebody():
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
        try:
            raise MinerAlreadyRunning("it runs")
        finally:
            full.append(limits)

    full = []
    try:
        with pytest.raises(MinerAlreadyRunning):
            place.installer.uninstall(place.kind, somebody)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, full[0])
    assert place.version == "9.9.9"
    Versions(place.programs, "xmrig").forget()  # and killed here
    assert place.version is None
    place.installer.sweep(place.kind)
    assert place.version == "9.9.9"


def test_a_repair_keeps_the_way_back(place):
    for version in ("9.9.8", "9.9.9"):
        place.publish(version)
        program = place.install().program
    Path(program.path).write_text("broken")
    assert place.install().changed
    assert place.registry.availability(place.kind).previous == "9.9.8"
    assert place.installer.rollback(place.kind).version == "9.9.8"
    assert place.installer.rollback(place.kind).version == "9.9.9"


def test_an_owners_program_that_was_registered_again_comes_back_as_it_is_now(place, tmp_path):
    own = tmp_path / "own-xmrig"
    own.write_bytes(standin.program("1.2.3"))
    own.chmod(0o755)
    register(place.kind, own, place.programs)
    place.publish()
    place.install()
    own.write_bytes(standin.program("1.2.3", more="# changed by its owner"))
    register(place.kind, own, place.programs)
    place.install(force=True)
    assert place.installer.rollback(place.kind).origin == "yours"
    assert place.version == "1.2.3"


def test_nobody_goes_back_to_a_version_with_a_hole(place):
    for version in ("9.9.8", "9.9.9"):
        place.publish(version)
        place.install()
    hole = Advisory("anybody can change its wallet", "its security page", mended="9.9.9", refused=True)
    place.kind.facts = replace(place.kind.facts, advisories=(hole,))
    with pytest.raises(InvalidRequest, match="anybody can change its wallet"):
        place.installer.rollback(place.kind)
    assert place.version == "9.9.9"


@pytest.mark.parametrize("where", ["xmrig", "xmrig/versions"])
def test_a_planted_link_is_not_followed(place, tmp_path, where):
    victim = tmp_path / "victim"
    (victim / "versions" / "precious").mkdir(parents=True)
    link = place.programs / where
    link.parent.mkdir(parents=True)
    link.symlink_to(victim)
    place.publish()
    with pytest.raises(NotSupported, match="is a link"):
        place.install()
    assert (victim / "versions" / "precious").exists()


def test_registering_waits_for_no_installation_and_disturbs_none(place, tmp_path):
    own = tmp_path / "own-xmrig"
    own.write_bytes(standin.program("1.2.3"))
    own.chmod(0o755)
    with Versions(place.programs, "xmrig").alone(), pytest.raises(NotSupported, match="already"):
        register(place.kind, own, place.programs)
    assert place.version is None


def test_a_lookup_is_answered_while_an_installation_goes_on(place):
    place.publish()
    with Versions(place.programs, "xmrig").alone():
        assert place.installer.look(place.kind).version == "9.9.9"


@pytest.mark.parametrize("said", ["9.9.9.tmp", "../9.9.9", "9.9.9 beta"])
def test_a_version_that_cannot_name_a_folder_is_none(place, said):
    place.kind.read_version = lambda output: said
    place.publish()
    with pytest.raises(VerificationFailed, match="does not say that it is"):
        place.install()


def test_a_version_can_be_asked_for_and_prereleases_are_passed_over(place):
    place.publish("9.9.8")
    place.publish("9.9.9")
    place.publish("10.0.0", prerelease=True)
    place.publish("11.0.0", draft=True)
    assert place.install(version="v9.9.8").program.version == "9.9.8"
    assert place.install().program.version == "9.9.9"
    assert place.install(version="10.0.0").program.version == "10.0.0"
    with pytest.raises(InvalidRequest, match=re.escape("10.0.0, 9.9.9, 9.9.8")):
        place.install(version="11.0.0")


def test_a_release_without_a_file_for_this_machine_is_passed_over(place):
    place.publish("9.9.8")
    place.vendor.publish("9.9.9", {"xmrig-9.9.9-windows-x64.zip": b"PK"})
    assert place.install().program.version == "9.9.8"


def test_a_machine_that_the_author_does_not_serve_is_told_so(place):
    place.publish()
    installer = Installer(place.programs, ("linux", "arm64"), place.vendor.vendor)
    with pytest.raises(NotSupported, match="not for linux/arm64"):
        installer.install(place.kind, place.told.append)
    assert installer.look(place.kind) is None


def test_our_own_programs_cannot_be_installed(place):
    with pytest.raises(NotSupported, match="part of the platform"):
        place.installer.install(Demo(), place.told.append)


def test_a_version_with_a_known_hole_is_refused_by_number_and_by_what_it_says(place):
    hole = Advisory("anybody can change its wallet", "its security page", mended="9.9.9", refused=True)
    place.kind.facts = replace(place.kind.facts, advisories=(hole,))
    place.publish("9.9.8")
    with pytest.raises(InvalidRequest, match="anybody can change its wallet"):
        place.install(version="9.9.8")
    with pytest.raises(InvalidRequest, match="anybody can change its wallet"):
        place.install()
    place.publish("9.9.10", standin.program("9.9.8"))  # an old program under a new number
    with pytest.raises(InvalidRequest, match="anybody can change its wallet"):
        place.install()
    assert (place.version, place.places()) == (None, [])


# ——— what else goes wrong


def test_offline_is_told_apart(place):
    with pytest.raises(DownloadFailed) as caught:
        Installer(place.programs, ("linux", "amd64"), NOWHERE).install(place.kind, place.told.append)
    assert caught.value.details["reason"] == "offline"
    assert "miner-ctrl install xmrig --file FILE" in caught.value.details["suggestion"]
    assert "online" in caught.value.message


def test_a_program_taken_away_after_unpacking_is_told_apart_from_a_failed_download(place):
    place.publish(content=standin.program(more='rm "$0"'))
    with pytest.raises(MinerNotInstalled, match="antivirus") as caught:
        place.install()
    assert caught.value.details["reason"] == "quarantined"
    assert (place.version, place.places()) == (None, [])


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("echo other; exit 0", "does not say that it is"),
        ("exit 3", "does not say that it is"),
        ('echo "# changed" >> "$0"', "does not say that it is"),
    ],
)
def test_a_program_that_does_not_pass_its_trial_is_not_used(place, more, why):
    place.publish("9.9.8")
    place.install()
    place.publish("9.9.9", standin.program(more=more))
    with pytest.raises(VerificationFailed, match=why):
        place.install()
    assert (place.version, place.places()) == ("9.9.8", ["9.9.8"])


def test_an_archive_without_the_program_is_refused(place):
    place.publish()
    place.kind.releases = replace(place.kind.releases, binary="another")
    with pytest.raises(VerificationFailed, match="holds no another"):
        place.install()


@pytest.mark.slow
def test_two_installations_of_one_type_do_not_meet(place):
    gate = place.programs.parent / "gate"
    place.publish(content=standin.program(more=f"while [ ! -e {gate} ]; do sleep 0.05; done"))
    first = threading.Thread(target=place.install)
    first.start()
    while not any(one.stage == "try" for one in place.told):
        time.sleep(0.01)
    for call in (place.install, lambda: place.installer.rollback(place.kind)):
        with pytest.raises(NotSupported, match="already"):
            call()
    place.installer.sweep(place.kind)
    gate.touch()
    first.join()
    assert place.version == "9.9.9"


@pytest.mark.slow
def test_closing_ends_a_download_at_once(place):
    place.publish()
    name = standin.asset_name("9.9.9")
    place.vendor.tampered[name] = lambda handler, content: handler.drip(
        content[:1], 0.05, {"Content-Length": str(len(content))}
    )
    installer, failed = place.installer, []

    def install():
        try:
            installer.install(place.kind, place.told.append)
        except DownloadFailed as error:
            failed.append(error)

    thread = threading.Thread(target=install)
    thread.start()
    while not any(one.bytes for one in place.told):
        time.sleep(0.01)
    installer.close()
    thread.join(60)
    assert not thread.is_alive()
    assert failed[0].details["reason"] == "ending"
    assert place.places() == []


if asking.without_network():  # not every container allows it

    def test_a_program_is_tried_without_a_network(place):
        place.publish(content=standin.program(more=f"cat /proc/net/dev > {place.mark}"))
        place.install()
        assert [line.split(":")[0].strip() for line in place.mark.read_text().splitlines()[2:]] == ["lo"]


@pytest.mark.parametrize("name", ["xmrig-9.9.9/xmrig.exe", "xmrig.exe", "a/b/xmrig.exe"])
def test_on_windows_the_program_is_the_exe_wherever_the_zip_has_it(place, name):
    packed = zipped((name, standin.program("9.9.9")), ("xmrig-9.9.9/WinRing0x64.sys", b"MZ"), good=False)
    place.vendor.publish("9.9.9", {"xmrig-9.9.9-windows-x64.zip": packed})
    installer = Installer(place.programs, ("windows", "amd64"), place.vendor.vendor, place.timeouts)
    done = installer.install(place.kind, place.told.append)
    assert Path(done.program.path).read_bytes() == standin.program("9.9.9")
    assert Path(done.program.path).parts[-len(name.split("/")) :] == tuple(name.split("/"))
    assert not list(place.programs.rglob("*.sys")), "the driver that antivirus programs remove is left out"


def test_on_windows_a_program_for_linux_in_the_zip_is_not_the_program(place):
    packed = zipped(("xmrig-9.9.9/xmrig", standin.program("9.9.9")), good=False)
    place.vendor.publish("9.9.9", {"xmrig-9.9.9-windows-x64.zip": packed})
    installer = Installer(place.programs, ("windows", "amd64"), place.vendor.vendor, place.timeouts)
    with pytest.raises(VerificationFailed, match=r"holds no xmrig\.exe"):
        installer.install(place.kind, place.told.append)


def test_a_program_may_have_another_name_on_windows():
    source = WILDRIG.releases
    assert [source.program(system) for system in ("linux", "darwin", "windows")] == [
        "wildrig-multi", "wildrig-multi", "wildrig.exe"
    ]  # fmt: skip


def test_of_the_builds_for_each_processor_in_a_zip_the_one_for_all_is_taken_and_the_others_lie_beside_it(place):
    windows, taken = ("windows", "amd64"), CPUMINER.releases.program("windows")
    builds = [f"cpuminer-opt-9.9.9/cpuminer-{each}.exe" for each in ("avx2", "avx512", "sse2")]
    packed = zipped(*((name, standin.program("9.9.9")) for name in builds), good=False)
    place.vendor.publish("9.9.9", {"xmrig-9.9.9-windows-x64.zip": packed})
    place.kind.releases = replace(place.kind.releases, windows_binary=CPUMINER.releases.windows_binary)
    done = Installer(place.programs, windows, place.vendor.vendor, place.timeouts).install(place.kind, lambda _: None)
    program = Path(done.program.path)
    assert (program.name, taken) == ("cpuminer-sse2.exe", "cpuminer-sse2.exe")
    assert (program.parent / "cpuminer-avx512.exe").exists()


def test_a_version_of_which_a_file_is_open_is_deleted_by_a_later_sweep(place, monkeypatch):
    for version in ("1.0.0", "2.0.0", "3.0.0"):
        place.publish(version)
        with monkeypatch.context() as patched:  # Windows renames no folder of which somebody has a file open
            patched.setattr(versions, "replace", _held if version == "3.0.0" else versions.replace)
            place.install()
    assert place.places() == ["1.0.0", "2.0.0", "3.0.0"]
    place.installer.sweep(place.kind)
    assert place.places() == ["2.0.0", "3.0.0"]


def _held(source: Path, target: Path) -> None:
    if source.name == "1.0.0":
        raise PermissionError(13, "somebody has it open")
    source.replace(target)
