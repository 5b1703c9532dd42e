"""What this machine has and could have of a program, and how to get it back when it is no longer what it was."""

import sys
from pathlib import Path

import pytest

from mining.domain.errors import MinerNotInstalled
from mining.domain.shell import example_path
from mining.miners.demo import Demo
from mining.programs.registry import InstalledPrograms
from tests.programs.conftest import HERE


def why(place, here=HERE):
    with pytest.raises(MinerNotInstalled) as caught:
        InstalledPrograms(place.programs, sys.executable, here).check(place.kind)
    return caught.value


def test_what_is_published_for_this_machine_is_to_be_installed_and_anything_else_registered(place):
    error = why(place)
    assert error.details["suggestion"] == "miner-ctrl install xmrig"
    assert error.message == "XMRig is not installed. Install it with: miner-ctrl install xmrig"
    elsewhere = why(place, ("linux", "arm64"))
    assert elsewhere.details["suggestion"] == f"miner-ctrl register xmrig {example_path('xmrig')}"
    assert "https://xmrig.com/download" in elsewhere.message


def test_an_installed_program_that_is_no_longer_itself_is_to_be_installed_again(place):
    place.publish()
    path = Path(place.install().program.path)
    path.write_text("changed")
    assert (why(place).details["reason"], why(place).details["suggestion"]) == (
        "program_changed",
        "miner-ctrl install xmrig",
    )
    path.unlink()
    gone = why(place)
    assert gone.details["reason"] == "quarantined"
    assert "Allow it there, then install it again." in gone.message
    place.install()
    assert place.version == "9.9.9"


def test_the_shelf_tells_what_is_published_how_it_is_proven_and_what_was_before(place):
    nothing = place.registry.availability(place.kind)
    assert (nothing.installable, nothing.way, nothing.proof) == (True, "miner-ctrl install xmrig", "signature")
    assert (nothing.latest, nothing.latest_at, nothing.looked_at, nothing.previous) == (None, None, None, None)
    for version in ("9.9.8", "9.9.9"):
        packed = place.publish(version)
        place.install()
    full = place.registry.availability(place.kind)
    assert (full.latest, full.previous) == ("9.9.9", "9.9.8")
    assert (full.latest_at and full.latest_at.year, full.looked_at is not None) == (2026, True)
    assert (nothing.latest_size, full.latest_size) == (None, len(packed))


def test_there_is_nothing_to_bring_for_our_own_programs(place):
    availability = place.registry.availability(Demo())
    assert (availability.installable, availability.way, availability.proof) == (False, None, None)


def test_a_program_is_tried_by_asking_it_for_its_version(place):
    place.publish()
    program = place.install().program
    assert place.registry.trial(place.kind, program) is None
    assert place.registry.trial(Demo(), program) is None
    path = Path(program.path)
    path.write_text("#!/bin/sh\necho Something else\n")
    assert "does not tell that it is XMRig" in place.registry.trial(place.kind, program)
    path.write_text("#!/no/such/interpreter\n")
    assert "does not run" in place.registry.trial(place.kind, program)
    path.unlink()
    assert "does not run" in place.registry.trial(place.kind, program)
