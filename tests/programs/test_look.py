"""A look at a program file: whether it is still what was recorded, read again only after it was touched."""

import json
import os
from pathlib import Path

import pytest

from mining.domain.adapters import Adapters
from mining.domain.available import Available
from mining.domain.system import SystemInfo
from mining.engine.miner_types import MinerTypes
from mining.miners import adapter
from mining.programs import registry
from mining.programs.local import register
from mining.programs.registry import InstalledPrograms
from tests.standins.xmrig_standin import install_standin

XMRIG = adapter("xmrig")


def test_a_file_that_vanished_or_was_changed_is_seen_and_so_is_its_return(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    program = install_standin(tmp_path / "bin")
    register(XMRIG, program, tmp_path / "data")
    programs = InstalledPrograms(tmp_path / "data" / "programs", "python", ("linux", "amd64"))
    digests = []
    whole = registry.digest
    monkeypatch.setattr(registry, "digest", lambda path: digests.append(path) or whole(path))
    assert [programs.look(XMRIG) for _ in range(3)] == ["here"] * 3
    assert len(digests) == 1
    sound = program.read_bytes()
    program.write_bytes(sound + b"\n")
    assert programs.look(XMRIG) == "changed"
    program.rename(tmp_path / "elsewhere")
    assert programs.look(XMRIG) == "gone"
    program.write_bytes(sound)
    os.utime(program)
    assert programs.look(XMRIG) == "here"


def test_what_is_available_follows_the_program_the_vendors_list_and_the_file(tmp_path: Path) -> None:
    async def undescribed(_: object) -> SystemInfo:
        raise NotImplementedError

    (tmp_path / "bin").mkdir()
    program, data, vanished = install_standin(tmp_path / "bin"), tmp_path / "data", set[str]()
    programs = InstalledPrograms(data / "programs", "python", ("linux", "amd64"))
    types = MinerTypes(Adapters({"xmrig": XMRIG}), programs, undescribed, vanished.__contains__)

    def row() -> Available:
        (only,) = types.available()
        return only

    assert (row().installed, row().looked_up_at) == (False, None)
    told = row()
    for field in ("dev_fee", "api_exposure", "secrets", "getting", "tried"):
        wording = getattr(told.wordings, field)
        assert (wording.text, bool(wording.message)) == (getattr(told, field), True)
    assert told.wordings.licence is None  # which has the same name in every language
    register(XMRIG, program, data)
    assert (row().installed, row().path) == (True, str(program))
    vanished.add("xmrig")
    assert not row().installed
    vanished.clear()
    assert row() is row(), "made anew only when something has changed"
    releases = data / "programs" / "xmrig" / "releases.json"
    releases.parent.mkdir(parents=True, exist_ok=True)
    releases.write_text(json.dumps([]), encoding="utf-8")
    assert row().looked_up_at is not None
    releases.unlink()
    assert row().looked_up_at is None
    (data / "programs" / "xmrig.json").unlink()
    assert not row().installed
