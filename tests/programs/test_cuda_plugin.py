"""A program's CUDA plugin is registered by its owner's hand, and loaded only while it is what was registered."""

import hashlib
import io
import os
import platform
import tarfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mining.api.masking import view
from mining.cli.program_tables import available
from mining.domain.adapters import Adapters
from mining.domain.available import Available
from mining.domain.config import Config, Devices
from mining.domain.doctor.checks.programs import cuda_plugin
from mining.domain.doctor.report import DoctorFacts, MachineFacts, ProgramFact, RigFacts
from mining.domain.errors import InvalidRequest, MinerNotInstalled, NotSupported, VerificationFailed
from mining.domain.hardware import GraphicsCard
from mining.domain.programs.program import Program
from mining.domain.system import SystemInfo
from mining.engine.miner_types import MinerTypes
from mining.engine.watches.programs import ProgramWatch
from mining.miners import adapter
from mining.programs import local
from mining.programs.local import register
from mining.programs.registered import wrong_processor
from mining.programs.registry import InstalledPrograms
from mining.programs.versions import Versions
from tests.engine.test_doctor import examined
from tests.principals import STRANGER
from tests.standins.xmrig_standin import install_standin
from tests.systems import AS_ROOT, POSIX

pytestmark = POSIX  # the library and the script that plays the program are for those systems

XMRIG = adapter("xmrig")
LIBRARY = b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00" + b"\x00\x00"  # for no processor that is told apart


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "bin").mkdir()
    return install_standin(tmp_path / "bin")


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    path = tmp_path / "my libxmrig-cuda.so"
    path.write_bytes(LIBRARY)
    path.chmod(0o644)
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def registry(data: Path) -> InstalledPrograms:
    return InstalledPrograms(data / "programs", "python", ("linux", "amd64"))


def test_a_plugin_is_registered_with_the_program_or_alone_and_proven_only_where_it_is_used(
    program: Path, plugin: Path, data: Path
) -> None:
    both = register(XMRIG, program, data, plugin)
    assert both.cuda_plugin is not None
    assert (both.cuda_plugin.path, both.cuda_plugin.sha256) == (str(plugin), hashlib.sha256(LIBRARY).hexdigest())
    assert registry(data).check(XMRIG, cuda=True) == both
    other = plugin.with_name("other.so")
    other.write_bytes(LIBRARY + b"1")
    alone = register(XMRIG, None, data, other)
    assert (alone.path, alone.cuda_plugin and alone.cuda_plugin.path) == (str(program), str(other))
    assert registry(data).find(XMRIG) == alone


def test_a_plugin_that_changed_or_vanished_is_refused_where_cards_are_used_alone_and_named_with_the_way_out(
    program: Path, plugin: Path, data: Path
) -> None:
    register(XMRIG, program, data, plugin)
    plugin.write_bytes(LIBRARY + b"changed")
    with pytest.raises(MinerNotInstalled) as changed:
        registry(data).check(XMRIG, cuda=True)
    assert f"{plugin}, the CUDA plugin of XMRig, is no longer what was registered" in changed.value.message
    assert changed.value.details["reason"] == "program_changed"
    assert changed.value.details["suggestion"] == f"miner-ctrl register xmrig --cuda-plugin '{plugin}'"
    plugin.unlink()
    with pytest.raises(MinerNotInstalled, match="has vanished") as vanished:
        registry(data).check(XMRIG, cuda=True)
    assert vanished.value.details["reason"] == "quarantined"
    assert registry(data).check(XMRIG).path == str(program)


def test_what_becomes_of_a_plugin_is_seen_by_the_miners_that_use_cards(program: Path, plugin: Path, data: Path) -> None:
    register(XMRIG, program, data, plugin)
    programs = registry(data)
    assert programs.look(XMRIG) == "here"
    plugin.write_bytes(LIBRARY + b"changed")
    assert programs.look(XMRIG) == "plugin_changed"
    plugin.unlink()
    assert programs.look(XMRIG) == "plugin_gone"
    watch = ProgramWatch({"xmrig": XMRIG}, programs, {}, lambda _: None)
    watch._states["xmrig"] = programs.look(XMRIG)
    config = Config(pool="pool.example:1", wallet="w")
    assert watch.issue(XMRIG, config) is None
    told = watch.issue(XMRIG, config.but(cuda=Devices(enabled=True)))
    assert told is not None
    assert told.endswith("miner-ctrl register xmrig --cuda-plugin FILE")
    program.unlink()
    assert programs.look(XMRIG) == "gone"


async def test_the_doctor_tells_of_a_plugin_that_changed_or_vanished_and_leaves_the_program_in_peace(
    program: Path, plugin: Path, data: Path
) -> None:
    register(XMRIG, program, data, plugin)
    checks = await examined(availability=registry(data))
    assert (checks["cuda-plugin"].status, checks["owners"].status) == ("ok", "ok")
    plugin.write_bytes(LIBRARY + b"changed")
    changed = await examined(availability=registry(data))
    assert changed["cuda-plugin"].status == "problem"
    assert f"{plugin}, the CUDA plugin of XMRig, is no longer what was registered" in changed["cuda-plugin"].meaning
    assert changed["cuda-plugin"].fix == f"miner-ctrl register xmrig --cuda-plugin '{plugin}'"
    plugin.unlink()
    gone = await examined(availability=registry(data))
    assert "has vanished" in gone["cuda-plugin"].meaning
    assert gone["programs"].status == "ok"
    program.unlink()
    both = await examined(availability=registry(data))
    assert (both["programs"].status, both["cuda-plugin"].status) == ("problem", "unknown")


@AS_ROOT
async def test_the_doctor_names_whoever_else_owns_a_program_or_its_plugin(
    program: Path, plugin: Path, data: Path
) -> None:
    register(XMRIG, program, data, plugin)
    os.chown(plugin, 54321, -1)
    owners = (await examined(availability=registry(data)))["owners"]
    assert owners.status == "warning"
    assert f"{plugin} belongs to the user number 54321" in owners.meaning
    assert owners.fix == f"sudo chown root '{plugin}'"
    os.chown(program, 54321, -1)
    assert f"{program} belongs to" in (await examined(availability=registry(data)))["owners"].meaning


def test_another_version_of_the_program_and_the_one_before_load_the_plugin_that_was_registered_last(
    program: Path, plugin: Path, data: Path, tmp_path: Path
) -> None:
    register(XMRIG, program, data, plugin)
    (tmp_path / "newer").mkdir()
    newer = register(XMRIG, install_standin(tmp_path / "newer"), data)
    newest = plugin.with_name("newest.so")
    newest.write_bytes(LIBRARY + b"newest")
    found = registry(data).find(XMRIG)
    assert found is not None
    assert (found.path, found.cuda_plugin and found.cuda_plugin.path) == (newer.path, str(plugin))
    register(XMRIG, None, data, newest)
    with Versions(data / "programs", "xmrig").alone():
        Versions(data / "programs", "xmrig").rollback()
    before = registry(data).find(XMRIG)
    assert before is not None
    assert (before.path, before.cuda_plugin and before.cuda_plugin.path) == (str(program), str(newest))


@pytest.mark.parametrize(
    ("content", "mode", "issue"),
    [
        (b"#!/bin/sh\n" + bytes(20), 0o644, "it is not a library of this system"),
        (LIBRARY, 0o646, "everybody on this machine may change it"),
        (LIBRARY[:18] + b"\xf7\x00", 0o644, None),
        (None, 0o644, "there is no such file"),
    ],
)
def test_a_file_that_cannot_be_a_plugin_is_refused(
    program: Path, plugin: Path, data: Path, content: bytes | None, mode: int, issue: str | None
) -> None:
    if content is None:
        plugin.unlink()
    else:
        plugin.write_bytes(content)
        plugin.chmod(mode)
    if issue is None:
        assert register(XMRIG, program, data, plugin).cuda_plugin
        return
    with pytest.raises(InvalidRequest) as refused:
        register(XMRIG, program, data, plugin)
    assert (refused.value.errors[0].field, issue in refused.value.errors[0].issue) == ("cudaPlugin", True)
    assert registry(data).find(XMRIG) is None


def test_a_plugin_needs_a_program_that_has_one(plugin: Path, data: Path) -> None:
    with pytest.raises(InvalidRequest, match="XMRig is not here yet: install it first"):
        register(XMRIG, None, data, plugin)
    with pytest.raises(InvalidRequest, match="is part of the platform"):
        register(adapter("demo"), None, data, plugin)


# ——— installed from a file


def packed(content: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        member = tarfile.TarInfo(f"xmrig-cuda-6.22.1/{name}")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return out.getvalue()


def install(file: Path, data: Path, allow_unverified: bool = True) -> Program:
    how = {"file": file, "allow_unverified": allow_unverified}
    return local.install(XMRIG, data, ("linux", "amd64"), lambda _: None, **how).program


@pytest.mark.parametrize("form", ["library", "archive"])
def test_a_plugin_is_installed_from_a_file_as_a_copy_that_is_checked_at_each_start(
    form: str, program: Path, plugin: Path, data: Path, tmp_path: Path
) -> None:
    local.register(XMRIG, program, data)
    file = plugin
    if form == "archive":
        file = tmp_path / "xmrig-cuda-6.22.1-linux.tar.gz"
        file.write_bytes(packed(LIBRARY, "libxmrig-cuda.so"))
    done = install(file, data)
    assert (done.path, done.cuda_plugin and done.cuda_plugin.origin) == (str(program), "installed")
    assert done.cuda_plugin is not None
    copied = Path(done.cuda_plugin.path)
    assert (copied.name, copied.read_bytes(), copied.stat().st_mode & 0o777) == ("libxmrig-cuda.so", LIBRARY, 0o600)
    assert data in copied.parents
    file.unlink()
    assert registry(data).check(XMRIG, cuda=True) == done
    copied.write_bytes(LIBRARY + b"changed")
    with pytest.raises(MinerNotInstalled, match="is no longer what was installed") as changed:
        registry(data).check(XMRIG, cuda=True)
    assert changed.value.details["suggestion"] == "miner-ctrl install xmrig --file FILE --allow-unverified"


def test_a_plugin_goes_by_its_owners_word_alone_and_what_is_none_is_not_kept(
    program: Path, plugin: Path, data: Path, tmp_path: Path
) -> None:
    with pytest.raises(NotSupported, match="install it first"):
        install(plugin, data)
    local.register(XMRIG, program, data)
    with pytest.raises(VerificationFailed, match="nothing proves where") as unproven:
        install(plugin, data, allow_unverified=False)
    assert "--allow-unverified" in unproven.value.details["suggestion"]
    other = tmp_path / "xmrig-cuda-empty.tar.gz"
    other.write_bytes(packed(b"text", "README.md"))
    with pytest.raises(VerificationFailed, match=r"holds no libxmrig-cuda\.so"):
        install(other, data)
    foreign = tmp_path / "foreign.so"
    foreign.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(11) + b"\xf3\x00")  # for RISC-V
    if wrong_processor(foreign.read_bytes(), platform.machine()) is not None:
        with pytest.raises(VerificationFailed, match="another processor"):
            install(foreign, data)
    found = registry(data).find(XMRIG)
    assert found is not None
    assert found.cuda_plugin is None
    assert not list((data / "programs" / "xmrig").glob("*.tmp"))


def test_an_installed_plugin_stays_over_updates_and_the_last_one_takes_its_place(
    program: Path, plugin: Path, data: Path, tmp_path: Path
) -> None:
    local.register(XMRIG, program, data)
    first = install(plugin, data)
    (tmp_path / "newer").mkdir()
    newer = local.register(XMRIG, install_standin(tmp_path / "newer", version="6.27.0"), data)
    assert (newer.version, registry(data).find(XMRIG).cuda_plugin) == ("6.27.0", first.cuda_plugin)  # type: ignore[union-attr]  # it is there
    with Versions(data / "programs", "xmrig").alone():
        Versions(data / "programs", "xmrig").sweep()
        Versions(data / "programs", "xmrig").rollback()
    assert registry(data).check(XMRIG, cuda=True).cuda_plugin == first.cuda_plugin
    plugin.write_bytes(LIBRARY + b"newest")
    last = install(plugin, data)
    assert [path.name for path in (data / "programs" / "xmrig" / "plugins").iterdir()] == [
        last.cuda_plugin.sha256[:16] if last.cuda_plugin else None
    ]


def test_what_is_available_names_the_plugin_and_whoever_sees_no_paths_sees_none(
    program: Path, plugin: Path, data: Path
) -> None:
    async def undescribed(_: object) -> SystemInfo:
        raise NotImplementedError

    def row() -> Available:
        (found,) = MinerTypes(Adapters({"xmrig": XMRIG}), registry(data), undescribed).available()
        return found

    local.register(XMRIG, program, data)
    assert (row().takes_cuda_plugin, row().cuda_plugin) == (True, None)
    done = install(plugin, data).cuda_plugin
    assert done is not None
    shown = row().cuda_plugin
    assert shown is not None
    assert (shown.path, shown.sha256, shown.origin) == (done.path, done.sha256, "installed")
    text = available([row().to_json()])
    assert "XMRig's CUDA plugin, unproven:" in text
    assert Path(done.path).parent.name in text
    masked = view(row(), STRANGER).cuda_plugin
    assert masked is not None
    assert masked.path is None


async def test_the_doctor_tells_of_an_nvidia_card_without_a_plugin(program: Path, plugin: Path, data: Path) -> None:
    local.register(XMRIG, program, data)
    fact = ProgramFact("xmrig", "XMRig", "6.26.0", str(program), True, takes_plugin=True)
    card = GraphicsCard(id="0000:01:00.0", vendor="NVIDIA", backend="cuda", driver="nvidia 550")
    machine = MachineFacts(now=datetime.now(UTC), cards=(card,))
    found = cuda_plugin(DoctorFacts(machine, RigFacts(programs=(fact,))))
    assert (found.status, found.fix) == ("info", "miner-ctrl register xmrig --cuda-plugin /path/to/libxmrig-cuda.so")
    without = cuda_plugin(DoctorFacts(replace(machine, cards=()), RigFacts(programs=(fact,))))
    assert without.status == "ok"
