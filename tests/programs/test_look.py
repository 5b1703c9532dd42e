"""A look at a program file: whether it is still what was recorded, read again only after it was touched."""

import os
from pathlib import Path

import pytest

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
