"""A program's CUDA plugin is registered by its owner's hand, and loaded only while it is what was registered."""

import hashlib
import os
from pathlib import Path

import pytest

from mining.domain.config import Config, Devices
from mining.domain.errors import InvalidRequest, MinerNotInstalled
from mining.engine.watches.programs import ProgramWatch
from mining.miners import adapter
from mining.programs.local import register
from mining.programs.registry import InstalledPrograms
from mining.programs.versions import Versions
from tests.engine.test_doctor import examined
from tests.standins.xmrig_standin import install_standin

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


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another")
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
