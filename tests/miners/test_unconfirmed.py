"""What nobody could confirm of a program: `unconfirmed`, a line each, and that its adapter says so."""

from pathlib import Path

import pytest

from mining.domain.wording import wording_of
from mining.miners import adapter, all_types

LINES = [line for line in Path(__file__).with_name("unconfirmed").read_text().splitlines() if line[0] != "#"]
FACTS = [tuple(line.split("\t")) for line in LINES]
OTHERS = [name for name, kind in all_types().items() if kind.module is None]


def codes(name: str) -> list[str]:
    """Of the sentences that its adapter says."""
    wordings = [wording_of(sentence) for sentence in adapter(name).facts.unconfirmed]
    return [str(each.message).removeprefix("unconfirmed.") for each in wordings if each is not None]


@pytest.mark.parametrize("name", sorted({name for name, _, _ in FACTS}))
def test_what_nobody_could_confirm_of_a_program_is_said_by_its_adapter(name: str) -> None:
    known = [code for program, code, _ in FACTS if program == name]
    missing = {code for code in known if codes(name).count(code) < known.count(code)}
    assert not missing, f"{name} must say in `unconfirmed` what tests/miners/unconfirmed lists: {sorted(missing)}"


@pytest.mark.parametrize("name", OTHERS)
def test_a_program_that_nobody_drove_says_what_is_unconfirmed(name: str) -> None:
    facts = adapter(name).facts
    assert facts.evidence == "driven" or facts.unconfirmed, f"{name} was not driven, so something is unconfirmed"
